"""The plan as a table that can be edited: what was read from the run-sheet, before anything is on air."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from hostconsole.show.money import plain
from hostconsole.show.state import ItemState, State
from hostconsole.ui.dragged_rows import DraggedRows
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import count, minutes, price, whole_minutes
from hostconsole.ui.read_times import ReadTimes
from hostconsole.ui.tables import Columns
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


FIELDS: dict[PlanColumn, str] = {
    PlanColumn.LINK: "link_no",
    PlanColumn.TITLE: "title",
    PlanColumn.PRICE: "live_price",
    PlanColumn.STOCK: "stock_total",
    PlanColumn.MINUTES: "planned_minutes",
    PlanColumn.SCENE: "obs_scene",
    PlanColumn.POINTS: "key_points",
}
"""The run-sheet's column that a cell edits."""

_SOLD = (PlanColumn.PRICE, PlanColumn.STOCK)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What a row shows, and what its cells are typed as. `long`: its script takes longer than is planned."""

    key: str
    texts: tuple[str, ...]
    typed: tuple[str, ...]
    sold: bool
    skipped: bool
    long: bool


class PlanModel(DraggedRows):
    """`edited(item, column of the run-sheet, text)` and `moved(item, before)` are asked for; the model
    changes when the state has."""

    edited = Signal(str, str, str)
    MIME = "application/x-hostconsole-plan-row"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlanRow, ...] = ()
        self.times = ReadTimes()

    def learn_times(self, state: State) -> bool:
        """Works out some of the reading times that are not known yet; whether there were any."""
        learned = self.times.learn(state)
        if learned:
            self.show_plan(state)
        return learned

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return self._rows

    def show_plan(self, state: State) -> None:
        rows = tuple(_row(state, state.items[key], read=self.times.ms(state, key)) for key in state.order)
        if rows == self._rows:
            return
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [n for n, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(PlanColumn) - 1))

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(PlanColumn) - 1)

    def place(self, key: str | None) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PlanColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], PlanColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == Qt.ItemDataRole.EditRole:
            return row.typed[column]
        if role == Qt.ItemDataRole.ToolTipRole and column in (PlanColumn.TITLE, PlanColumn.POINTS):
            return row.typed[column].replace("|", "\n")
        if column == PlanColumn.READ and row.long:
            if role == Qt.ItemDataRole.ForegroundRole:
                return colour("waiting")
            if role == Qt.ItemDataRole.ToolTipRole:
                return translate("Console", "Reading the script takes longer than is planned")
        if role == Qt.ItemDataRole.ForegroundRole and (
            row.skipped or column in (PlanColumn.KIND, PlanColumn.SCENE)
        ):
            return colour("faint")
        if role == Qt.ItemDataRole.FontRole and row.skipped and column == PlanColumn.TITLE:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return _COLUMNS.side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for the edit; the cell shows it once it is so."""
        column = PlanColumn(index.column())
        row = self._rows[index.row()]
        typed = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and column in FIELDS and typed != row.typed[column]:
            self.edited.emit(row.key, FIELDS[column], typed)
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return _COLUMNS.header(section, orientation, role)

    # -- dragging ------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flag = Qt.ItemFlag
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled
        column = PlanColumn(index.column())
        editable = column in FIELDS and (self._rows[index.row()].sold or column not in _SOLD)
        return found | flag.ItemIsEditable if editable else found


def kind_text(kind: str) -> str:
    return {
        "product": translate("Console", "Product"),
        "segment": translate("Console", "Segment"),
        "encore": translate("Console", "Encore"),
    }[kind]


def _row(state: State, row: ItemState, *, read: int | None) -> PlanRow:
    item = row.item
    ledger = state.stock.get(item.sku) if item.sku else None
    planned = "" if item.planned_s is None else f"{item.planned_s / 60:g}"
    long = read is not None and item.planned_s is not None and read > item.planned_s * 1000
    texts = (
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
    typed = (
        item.link_no,
        item.title,
        "",
        "" if row.price is None else plain(row.price, item.currency),
        "" if item.stock_total is None else str(item.stock_total),
        planned,
        "",
        item.scene,
        "|".join(item.key_points),
    )
    return PlanRow(key=item.id, texts=texts, typed=typed, sold=bool(item.sku), skipped=row.skipped, long=long)


def _headers() -> tuple[str, ...]:
    """In the order of `PlanColumn`."""
    return (
        translate("Console", "Link"),
        translate("Console", "Title"),
        translate("Console", "Kind"),
        translate("Console", "Price"),
        translate("Console", "Stock"),
        translate("Console", "Min"),
        translate("Console", "Read"),
        translate("Console", "Scene"),
        translate("Console", "Points"),
    )


_COLUMNS = Columns(
    titles=_headers,
    figures=frozenset(PlanColumn) - {PlanColumn.TITLE, PlanColumn.KIND, PlanColumn.SCENE},
)
