"""The lines of the pre-flight: a remark is a button that jumps to its cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from hostconsole.ui.labels import label
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.shapes import Shape

LOOKS: dict[str, tuple[Shape, str]] = {
    "error": ("cross", "on_air"),
    "warning": ("warn", "waiting"),
    "ok": ("check", "fine"),
}


class RemarkLine(QFrame):
    """What is wrong, and below it quietly how to mend it. `clicked` by mouse, Return and Space."""

    clicked = Signal()

    def __init__(self, *, level: str, why: str, mend: str, jumps: bool) -> None:
        super().__init__()
        self.setObjectName("remark")
        self._jumps = jumps
        if jumps:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        shape, tone = LOOKS.get(level, LOOKS["warning"])
        lamp = Lamp()
        lamp.show_as(shape, "", tone)
        lamp.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.why, self.mend = _words("body", "text", why), _words("small", "faint", mend)
        self.setAccessibleName(why)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.why)
        if mend:
            words.addWidget(self.mend)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 3, 4, 3)
        line.setSpacing(4)
        line.addWidget(lamp, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._jumps and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._jumps and pressed and not event.isAutoRepeat():
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


def _words(role: str, tone: str, text: str) -> QLabel:
    made = label(role, tone=tone, text=text)
    made.setWordWrap(True)
    return made
