"""A table whose rows are dragged: the move is asked for, and the model changes when the state has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

_Index = QModelIndex | QPersistentModelIndex


class _Row(Protocol):
    @property
    def key(self) -> str:
        """The item it is."""


class DraggedRows(QAbstractTableModel):
    """`moved(item, before)`: a person dropped a row; `before` is an item id or "end". `MIME` says whose rows
    a table takes."""

    MIME = ""
    moved = Signal(str, str)
    _rows: Sequence[_Row] = ()

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [self.MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if indexes:
            carried.setData(self.MIME, self._rows[indexes[0].row()].key.encode())
        return carried

    def dropMimeData(
        self, carried: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Asks for the move. Answers False always: the view must remove nothing by itself."""
        if action == Qt.DropAction.MoveAction and carried.hasFormat(self.MIME):
            key = bytes(carried.data(self.MIME).data()).decode()
            place = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
            before = self._rows[place].key if place < len(self._rows) else "end"
            if before != key:
                self.moved.emit(key, before)
        return False
