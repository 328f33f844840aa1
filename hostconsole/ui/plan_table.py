"""The plan's table: cells are edited in place, rows moved by dragging and by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from hostconsole.ui.plan_model import FIELDS, Index, PlanColumn, PlanModel
from hostconsole.ui.tables import PlainTable

_C = PlanColumn
_WIDTHS = {_C.LINK: 56, _C.KIND: 84, _C.PRICE: 92, _C.STOCK: 72, _C.MINUTES: 56, _C.READ: 72,
           _C.SCENE: 196, _C.POINTS: 64}  # fmt: skip

_KEYS: dict[str, str] = {
    "Del": "item.skip",
    "Ctrl+E": "item.encore",
    "Ctrl+D": "item.duplicate",
    "Ins": "item.add",
    "Ctrl+Up": "up",
    "Ctrl+Down": "down",
}
"""Keys of this table alone: those of the Live queue where they mean the same."""


class PlanTable(PlainTable):
    """`asked(act, item)`: a key was pressed on a row. `chosen(item)`: the cursor is on another row."""

    asked = Signal(str, str)
    chosen = Signal(str)

    def __init__(self, model: PlanModel) -> None:
        super().__init__(model, stretch=_C.TITLE, widths={int(k): v for k, v in _WIDTHS.items()})
        self._plan = model
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDragEnabled(True)
        self._kept: str | None = None
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._find_again)

    def current_key(self) -> str | None:
        index = self.currentIndex()
        return self._plan.rows[index.row()].key if index.isValid() else None

    def select_key(self, key: str | None, column: str = "") -> None:
        """Puts the cursor on a row, and on the cell of a run-sheet's column if the table has it."""
        place = self._plan.place(key)
        if place is None:
            return
        cell = next((c for c, field in FIELDS.items() if field == column), PlanColumn.TITLE)
        index = self._plan.index(place, cell)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def edit_cell(self) -> None:
        """Opens the editor of the current cell, or of the title where the cell cannot be edited."""
        index = self.currentIndex()
        if index.isValid() and not self._plan.flags(index) & Qt.ItemFlag.ItemIsEditable:
            index = self._plan.index(index.row(), PlanColumn.TITLE)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # The view switches the input method on for cells that can be edited; letters here are no text.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if current.isValid() and current.row() < len(self._plan.rows):
            self.chosen.emit(self._plan.rows[current.row()].key)

    def event(self, event: QEvent) -> bool:
        """Claims its keys before they become shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # what the cell's editor leaves over is no key of the table
        act = _act_of(event)
        if act and not event.isAutoRepeat():
            self.asked.emit(act, self.current_key() or "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            if not event.isAutoRepeat():
                self.edit_cell()
        elif not act:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self._kept = self.current_key()

    def _find_again(self) -> None:
        self.select_key(self._kept)


def _act_of(event: QKeyEvent) -> str:
    name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return _KEYS.get(name, "")
