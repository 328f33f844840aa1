"""The strip's bottom line: the worst alert with the key that mends it, or what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hostconsole.ui.shapes import Shape, paint_shape
from hostconsole.ui.strip_texts import News
from hostconsole.ui.theme import base_font, colour

HEIGHT = 24
INDENT = 22

_LOOKS: dict[str, tuple[str, str, str, Shape]] = {
    "none": ("", "soft", "faint", "box"),
    "do": ("waiting_ground", "text", "soft", "box"),
    "amber": ("waiting_ground", "waiting", "text", "warn"),
    "red": ("bad_fill", "on_fill", "on_fill", "warn"),
}
"""Ground, words, key and shape of a level."""


class NewsLine(QWidget):
    """Painted, so that a change costs no layout."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = News(level="none", words="")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_news(self, news: News) -> None:
        if news != self.shown:
            self.shown = news
            self.setAccessibleName(news.words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, words, keys, shape = _LOOKS[self.shown.level]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ground))
            painter.drawRoundedRect(box, 4, 4)
        room = box.adjusted(0, 0, -8, 0)
        if self.shown.words:
            paint_shape(painter, QRectF(3, 5, 14, 14), shape=shape, colour=colour(words))
        room.setLeft(INDENT)
        font = base_font()
        font.setPixelSize(12)
        painter.setFont(font)
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        if self.shown.key:
            painter.setPen(colour(keys))
            painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignRight.value), self.shown.key)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(self.shown.key) - 12)
        font.setPixelSize(14)
        painter.setFont(font)
        painter.setPen(colour(words))
        shown = painter.fontMetrics().elidedText(
            self.shown.words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, middle, shown)
