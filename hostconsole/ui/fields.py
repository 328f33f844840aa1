"""Text fields that keep Return and Esc for themselves, so that no shortcut of the window takes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class EditorField(QLineEdit):
    """`entered` on Return, once however long it is held; `left` on Esc."""

    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """The Qt virtual: claims its keys before they become shortcuts."""
        own = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _OWN
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _OWN:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)
