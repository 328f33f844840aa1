"""The card that asks the host "can you read this from there?": rows of type at the sizes that will be used,
and a line of ten centimetres, by which a display that misstates its size is found out."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hostconsole.show.rules import Language
from hostconsole.ui.host_canvas import LINE_SHARE, Canvas, Written
from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_sizes import PRICE_ARC_MIN, READING_ARC_MIN, believed, dots_per_mm_of, font_px
from hostconsole.ui.host_texts import say

RULER_MM = 100

_ROWS = (("test_glance", PRICE_ARC_MIN), ("test_words", READING_ARC_MIN), ("test_small", READING_ARC_MIN / 2))


class TestCard(QWidget):
    """Covers the host's window while it is shown. Sizes are true for `look.distance_m`."""

    __test__ = False

    def __init__(self, parent: QWidget, *, look: HostLook, language: Language) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self.written: list[Written] = []
        self.hide()

    def set_look(self, look: HostLook, language: Language) -> None:
        self._look, self._language = look, language
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.ink.ground)
        painter.setWorldTransform(self._look.turn(self.width(), self.height()))
        canvas = self._look.canvas(painter)
        self._paint_rows(canvas, dots_per_mm_of(self.screen()))
        self.written = canvas.written

    def _paint_rows(self, canvas: Canvas, dots_per_mm: float) -> None:
        ink, unit = canvas.ink, min(self.width(), self.height()) / 100
        x, width = self.width() * 0.06, self.width() * 0.88
        head = QRectF(x, unit * 5, width, unit * 7)
        distance = f"{self._look.distance_m:.1f}"
        canvas.text(head, say(self._language, "test_stand", distance=distance), px=int(unit * 4.4),
                    smallest=int(unit * 2), colour=ink.blue, part="stand")  # fmt: skip
        y = unit * 17
        for key, arc_min in _ROWS:
            px = font_px(arc_min, distance_m=self._look.distance_m, dots_per_mm=dots_per_mm)
            px = round(px * self._look.font_scale)
            row = QRectF(x, y, width, px * LINE_SHARE)
            text = say(self._language, key)
            canvas.text(row, text, px=px, smallest=px, colour=ink.text, part=key, bold=key == "test_glance")
            y += px * LINE_SHARE + unit * 5
        self._paint_ruler(canvas, dots_per_mm, unit)

    def _paint_ruler(self, canvas: Canvas, dots_per_mm: float, unit: float) -> None:
        ink, long = canvas.ink, RULER_MM * believed(dots_per_mm)
        x, y = self.width() * 0.06, self.height() - unit * 9
        pen = max(2.0, unit * 0.3)
        canvas.shape([(x, y - unit * 1.5), (x, y + unit * 1.5)], ink.amber, width=pen)
        canvas.shape([(x, y), (x + long, y)], ink.amber, width=pen)
        canvas.shape([(x + long, y - unit * 1.5), (x + long, y + unit * 1.5)], ink.amber, width=pen)
        room = QRectF(x, y + unit * 1.5, self.width() * 0.88, unit * 5)
        canvas.text(room, say(self._language, "test_ruler"), px=int(unit * 2.8), smallest=int(unit * 1.6),
                    colour=ink.quiet, part="ruler")  # fmt: skip
