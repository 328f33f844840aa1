"""The queue as a table model: rows in, rows shown; a row dropped elsewhere is only asked for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hostconsole.ui.dragged_rows import DraggedRows
from hostconsole.ui.language import translate
from hostconsole.ui.queue_rows import QueueRow, status_text

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
MISSING_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether OBS does not have the row's scene."""


class Column(IntEnum):
    STATE = 0
    LINK = 1
    TITLE = 2
    PRICE = 3
    LEFT = 4
    TIMES = 5


_RIGHT = (Column.LINK, Column.PRICE, Column.LEFT, Column.TIMES)


class QueueModel(DraggedRows):
    """`moved(item, before)`: a person dropped a row; `before` is an item id or "end"."""

    MIME = "application/x-hostconsole-item"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[QueueRow, ...] = ()
        self._missing: frozenset[str] = frozenset()

    @property
    def rows(self) -> tuple[QueueRow, ...]:
        return self._rows

    def set_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Shows these rows; only what differs is painted anew while the order stays."""
        was = self._rows
        pairs = list(zip(was, rows, strict=False))
        if len(was) != len(rows) or any(old is not new and old.key != new.key for old, new in pairs):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for number, (old, new) in enumerate(pairs):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def set_row(self, row: QueueRow) -> None:
        """Shows one row anew: the clock of the item on air."""
        number = self.place(row.key)
        if number is not None and self._rows[number] != row:
            self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def show_missing(self, keys: Iterable[str]) -> None:
        """The rows whose scene OBS does not have."""
        was, self._missing = self._missing, frozenset(keys)
        for key in was ^ self._missing:
            if (number := self.place(key)) is not None:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def place(self, key: str) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (self._told(row), _figures(row)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(row) if column <= Column.TITLE else None
        if role == MISSING_ROLE:
            return row.key in self._missing
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _told(self, row: QueueRow) -> str:
        told = f"{status_text(row.status)} · {row.title}"
        gone = translate("Console", "OBS does not have its scene")
        return f"{told}\n{gone}" if row.key in self._missing else told

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _header(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    # -- dragging ------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled


def _figures(row: QueueRow) -> str:
    """Price and left, whole: in a narrow column they may not be."""
    named = ((_header(Column.PRICE), row.price), (_header(Column.LEFT), row.left))
    return " · ".join(f"{name} {figure}" for name, figure in named if figure)


def _text(row: QueueRow, column: Column) -> str:
    return {
        Column.STATE: "",
        Column.LINK: row.link_no,
        Column.TITLE: row.title,
        Column.PRICE: row.price,
        Column.LEFT: row.left,
        Column.TIMES: row.times,
    }[column]


def _header(column: Column) -> str:
    return {
        Column.STATE: "",
        Column.LINK: translate("Console", "Link"),
        Column.TITLE: translate("Console", "Title"),
        Column.PRICE: translate("Console", "Price"),
        Column.LEFT: translate("Console", "Left"),
        Column.TIMES: translate("Console", "Min"),
    }[column]
