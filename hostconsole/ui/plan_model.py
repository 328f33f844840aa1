"""The plan as a table: what was read from the run-sheet, before anything is on air."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hostconsole.show.state import ItemState, State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import count, minutes, price, whole_minutes
from hostconsole.ui.read_times import ReadTimes
from hostconsole.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex


class PlanColumn(IntEnum):
    LINK = 0
    TITLE = 1
    KIND = 2
    PRICE = 3
    STOCK = 4
    MINUTES = 5
    READ = 6
    SCENE = 7
    POINTS = 8


_LEFT = (PlanColumn.TITLE, PlanColumn.KIND, PlanColumn.SCENE)


class PlanModel(QAbstractTableModel):
    """Texts only: one tuple a row, in queue order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._long: frozenset[int] = frozenset()
        self.times = ReadTimes()

    def learn_times(self, state: State) -> bool:
        """Works out some of the reading times that are not known yet; whether there were any."""
        learned = self.times.learn(state)
        if learned:
            self.show_plan(state)
        return learned

    def show_plan(self, state: State) -> None:
        read = [self.times.ms(state, key) for key in state.order]
        rows = tuple(
            _texts(state, state.items[key], read=ms) for key, ms in zip(state.order, read, strict=True)
        )
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self._long = frozenset(
                number
                for number, (key, ms) in enumerate(zip(state.order, read, strict=True))
                if _too_long(state.items[key], ms)
            )
            self.endResetModel()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(PlanColumn) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PlanColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == PlanColumn.TITLE:
            return self._rows[index.row()][index.column()]
        if index.column() == PlanColumn.READ and index.row() in self._long:
            if role == Qt.ItemDataRole.ForegroundRole:
                return colour("waiting")
            if role == Qt.ItemDataRole.ToolTipRole:
                return translate("Console", "Reading the script takes longer than is planned")
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (PlanColumn.KIND, PlanColumn.SCENE):
            return colour("faint")
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _header(PlanColumn(section))
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def kind_text(kind: str) -> str:
    return {
        "product": translate("Console", "Product"),
        "segment": translate("Console", "Segment"),
        "encore": translate("Console", "Encore"),
    }[kind]


def _too_long(row: ItemState, read_ms: int | None) -> bool:
    planned = row.item.planned_s
    return read_ms is not None and planned is not None and read_ms > planned * 1000


def _texts(state: State, row: ItemState, *, read: int | None) -> tuple[str, ...]:
    item = row.item
    ledger = state.stock.get(item.sku) if item.sku else None
    return (
        item.link_no,
        item.title,
        kind_text(item.kind),
        price(row.price, item.currency) if item.sku else "",
        count(ledger.total) if ledger else "",
        whole_minutes(item.planned_s * 1000 if item.planned_s is not None else None),
        minutes(read) if read is not None else "",
        item.scene,
        str(len(item.key_points) or ""),
    )


def _header(column: PlanColumn) -> str:
    return {
        PlanColumn.LINK: translate("Console", "Link"),
        PlanColumn.TITLE: translate("Console", "Title"),
        PlanColumn.KIND: translate("Console", "Kind"),
        PlanColumn.PRICE: translate("Console", "Price"),
        PlanColumn.STOCK: translate("Console", "Stock"),
        PlanColumn.MINUTES: translate("Console", "Min"),
        PlanColumn.READ: translate("Console", "Read"),
        PlanColumn.SCENE: translate("Console", "Scene"),
        PlanColumn.POINTS: translate("Console", "Points"),
    }[column]
