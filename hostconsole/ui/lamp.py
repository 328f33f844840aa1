"""A lamp: a shape, a word, a colour. Quiet when fine."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hostconsole.ui.shapes import Shape, paint_shape
from hostconsole.ui.theme import colour


class Lamp(QWidget):
    """`show_as(shape, text, tone)`; a lamp that is `bad` fills its ground so that it cannot be missed."""

    clicked = Signal()

    def __init__(self, *, role: str = "body") -> None:
        super().__init__()
        self._shape: Shape = "ring"
        self._text = ""
        self._tone = "faint"
        self._words = "faint"
        self._why: Callable[[], str] | None = None
        self._short = False
        self._gives_way = False
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    @property
    def shape(self) -> Shape:
        return self._shape

    @property
    def tone(self) -> str:
        return self._tone

    def text(self) -> str:
        return self._text

    def give_way(self) -> None:
        """In a line that is too short it may lose all of its words, never its shape."""
        self._gives_way = True

    def set_short(self, short: bool) -> None:
        """Shows its shape alone; hovering still tells the words."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def wide(self, *, short: bool = False) -> int:
        """The width it needs, with its words or (`short`) without."""
        metrics = self.fontMetrics()
        words = 0 if short else metrics.horizontalAdvance(self._text)
        return round(metrics.height() * (1.3 if short else 1.6)) + words

    def explain(self, why: Callable[[], str]) -> None:
        """`why()` is asked when the mouse rests on the lamp: what it means as it stands, and what to do."""
        self._why = why

    def explanation(self) -> str:
        """What hovering shows."""
        parts = (self._text, self._why() if self._why is not None else "")
        return "\n".join(part for part in parts if part)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._why is not None:
            # Only rich text is broken into lines of a readable length.
            words = html.escape(self.explanation()).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>", self)
            return True
        return super().event(event)

    def show_as(self, shape: Shape, text: str, tone: str, *, words: str = "") -> None:
        """`tone` colours the shape, `words` the text (default: the shape's, soft for a fine lamp)."""
        words = words or ("soft" if tone == "fine" else tone)
        if (shape, text, tone, words) == (self._shape, self._text, self._tone, self._words):
            return
        wider = text != self._text
        self._shape, self._text, self._tone, self._words = shape, text, tone, words
        self.setAccessibleName(text)
        self.setToolTip(text)
        if wider:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.wide(short=self._short), round(self.fontMetrics().height() * 1.35))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        least = self.wide(short=True) if self._gives_way else self.fontMetrics().height() * 4
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        tone, words = colour(self._tone), colour(self._words)
        if self._tone == "bad":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("bad_fill"))
            painter.drawRoundedRect(box, 5, 5)
            tone = words = colour("on_fill")
        side = self.fontMetrics().height() * 0.78
        left = self.fontMetrics().height() * 0.25
        paint_shape(
            painter, QRectF(left, (box.height() - side) / 2, side, side), shape=self._shape, colour=tone
        )
        if self._short:
            return
        room = box.adjusted(left + side * 1.35, 0, -left / 2, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.setPen(words)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
