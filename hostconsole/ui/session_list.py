"""The sessions of the log as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hostconsole.ui.language import translate
from hostconsole.ui.phrases import local
from hostconsole.ui.tables import Columns

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session as `hostconsole sessions` gives it. Times are UTC ISO 8601; `ended` "" if it has not ended:
    it runs here and now (`running`), or its program was killed."""

    id: str
    show: str
    kind: str
    started: str
    ended: str = ""
    running: bool = False
    simulated: bool = False
    events: int = 0
    last_hash: str = ""


class SessionsModel(QAbstractTableModel):
    """Newest first, as given; totals stand beside them as soon as they are known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SessionRow, ...] = ()
        self._totals: dict[str, tuple[str, str]] = {}

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def set_totals(self, totals: Mapping[str, tuple[str, str]]) -> None:
        """Session id → units counted and counted value, as read."""
        self._totals.update(totals)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(headers())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(row, self._totals.get(row.id, ("", "")))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("Review", "{events} events · {hash}").format(
                events=row.events, hash=row.last_hash[:16]
            )
        return _COLUMNS.side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return _COLUMNS.header(section, orientation, role)

    def retranslate(self) -> None:
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))


def headers() -> tuple[str, ...]:
    return (
        translate("Console", "Show"),
        translate("Console", "Kind"),
        translate("Console", "Started"),
        translate("Console", "Length"),
        translate("Review", "Sold"),
        translate("Review", "Value"),
    )


def kind_words(row: SessionRow) -> str:
    kind = {
        "preparation": translate("Console", "Preparation"),
        "rehearsal": translate("Console", "Rehearsal"),
        "live": translate("Console", "Live"),
    }.get(row.kind, row.kind)
    return f"{kind} · {translate('Console', 'SIMULATED')}" if row.simulated else kind


_COLUMNS = Columns(titles=headers, figures=(3, 4, 5))


def _texts(row: SessionRow, totals: tuple[str, str]) -> tuple[str, ...]:
    length = translate("Console", "running") if row.running else translate("Review", "not ended")
    if row.ended:
        seconds = int((local(row.ended) - local(row.started)).total_seconds())
        length = f"{seconds // 3600}:{seconds // 60 % 60:02d}"
    started = local(row.started).strftime("%Y-%m-%d %H:%M")
    return (row.show, kind_words(row), started, length, *totals)
