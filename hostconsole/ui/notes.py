"""Notes of the item on air, in whatever room is left: whole lines only, never half of one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hostconsole.ui.theme import colour

Line = tuple[str, str]
"""A heading and its text."""


def wrapping(metrics: QFontMetrics, text: str, width: int) -> int:
    """How lines are broken: between words, and inside one only if it has no room in a line of its own."""
    words = int(Qt.TextFlag.TextWordWrap.value)
    if metrics.boundingRect(QRect(0, 0, width, 10_000), words, text).width() <= width:
        return words
    return int(Qt.TextFlag.TextWrapAnywhere.value)


class Notes(QWidget):
    """The whole of it stands in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setProperty("role", "body")

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        if lines != self._lines:
            self._lines = lines
            self.setToolTip("\n".join(f"{name}: {text}" for name, text in lines))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high = painter.fontMetrics().lineSpacing()
        names = [painter.fontMetrics().horizontalAdvance(name) for name, _text in self._lines]
        indent = max(names, default=0) + high
        top = high // 2
        for name, text in self._lines:
            free = (self.height() - top) // high
            if free < 1:
                return
            top += self._paint(painter, QRect(0, top, self.width(), free * high), indent, (name, text))

    def _paint(self, painter: QPainter, room: QRect, indent: int, line: Line) -> int:
        """Paints one note and says how high it is."""
        name, text = line
        metrics = painter.fontMetrics()
        box = room.adjusted(indent, 0, 0, 0)
        wrap = wrapping(metrics, text, box.width())
        needed = metrics.boundingRect(QRect(0, 0, box.width(), 10_000), wrap, text).height()
        painter.setPen(colour("faint"))
        painter.drawText(room, 0, name)
        painter.setPen(colour("soft"))
        if needed <= box.height():
            painter.drawText(box, wrap, text)
            return needed + metrics.lineSpacing() // 3
        rows = box.height() // metrics.lineSpacing()
        shown = text
        if rows == 1:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setClipRect(box)
        painter.drawText(box, wrap, shown)
        painter.setClipping(False)
        return box.height() + metrics.lineSpacing()
