"""A painter that fits texts into boxes and remembers what it wrote where.

The memory is what tests look at: every text the host sees, its box and its size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from hostconsole.ui import host_theme as theme
from hostconsole.ui.host_theme import DARK, Palette
from hostconsole.ui.prompter_text import one_line, visible_text

Side = Literal["left", "middle", "right"]

LINE_SHARE = 1.3
"""Height of a line of text as a share of its pixel size."""

_FIGURE = re.compile(r"[^\s\u2e80-\uffff]*\d[^\s\u2e80-\uffff]*")
"""A number with its currency sign or letters ("¥89", "A12"), without the Chinese or the word beside it."""

_WORD_SHARES = (0.58, 0.46, 0.34)
"""Size of the words beside a number: what is looked for from afar is the number, so they give way first."""

_LONGEST = 1_500
"""Characters of one text on a card; more could not be read there at any size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text on the screen: where, how large (pixels), and what part of the card it is."""

    text: str
    box: QRectF
    px: int
    part: str


class Canvas:
    """Paints on `painter` in the colours `ink` and the font `family`; `written` collects every text."""

    def __init__(self, painter: QPainter, *, ink: Palette = DARK, family: str = "") -> None:
        self.painter, self.ink, self.family = painter, ink, family
        self.written: list[Written] = []
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)

    def fill(self, box: QRectF, colour: QColor, *, radius: float = 0) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(colour))
        self.painter.drawRoundedRect(box, radius, radius)

    def frame(self, box: QRectF, colour: QColor, *, width: float, radius: float) -> None:
        self.painter.setPen(QPen(colour, width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        self.painter.drawRoundedRect(inner, radius, radius)

    def shape(self, points: list[tuple[float, float]], colour: QColor, *, width: float) -> None:
        """An open line through `points` (a tick, a cross)."""
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def text(self, box: QRectF, text: str, *, px: int, colour: QColor, part: str, side: Side = "left",
             bold: bool = False, smallest: int = 0, struck: bool = False) -> QRectF:  # fmt: skip
        """One line, vertically centred in `box`; shrunk to `smallest`, then cut with "…". Returns where it
        stands."""
        text = one_line(text)[:_LONGEST]
        if not text or box.width() <= 0 or box.height() <= 0:
            return QRectF(box.topLeft(), box.topLeft())
        px = self.fitting_px(text, box.width(), box.height(), largest=px, smallest=smallest or px, bold=bold)
        measure = theme.metrics(px, bold=bold, family=self.family)
        shown = text
        if measure.horizontalAdvance(text) > box.width() + 0.5:
            shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        wide = measure.horizontalAdvance(shown)
        x = {"left": box.left(), "middle": box.center().x() - wide / 2, "right": box.right() - wide}[side]
        digits = measure.capHeight()
        baseline = box.center().y() + digits / 2
        self.painter.setFont(theme.font(px, bold=bold, family=self.family))
        self.painter.setPen(colour)
        self.painter.drawText(QPointF(x, baseline), shown)
        if struck:
            y = baseline - digits / 2
            self.shape([(x, y), (x + wide, y)], colour, width=max(1.5, px / 18))
        stands = QRectF(x, baseline - measure.ascent(), wide, measure.ascent() + measure.descent())
        self.written.append(Written(text=shown, box=stands, px=px, part=part))
        return stands

    def figure(
        self, box: QRectF, text: str, *, px: int, colour: QColor, part: str, smallest: int = 0
    ) -> QRectF:
        """A number in bold, the words beside it ("3号", "about 148") smaller; alone words are as large. `px`
        is the number's, no more than the box allows, down to `smallest`. Returns where it stands."""
        text = one_line(text)[:_LONGEST]
        if not text or box.width() <= 0 or box.height() <= 0:
            return QRectF(box.topLeft(), box.topLeft())
        px = self.figure_px(text, box.width(), box.height(), largest=px, smallest=smallest or px)
        share = self._word_share(text, px, box.width())
        whole = theme.metrics(px, bold=True, family=self.family)
        if self._run_width(text, px, share) > box.width() + 0.5:
            text = whole.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        baseline = box.center().y() + whole.capHeight() / 2
        x = box.left()
        self.painter.setPen(colour)
        for run, own in _runs(text, px, share):
            self.painter.setFont(theme.font(own, bold=True, family=self.family))
            self.painter.drawText(QPointF(x, baseline), run)
            x += theme.metrics(own, bold=True, family=self.family).horizontalAdvance(run)
        high = whole.ascent() + whole.descent()
        stands = QRectF(box.left(), baseline - whole.ascent(), x - box.left(), high)
        self.written.append(Written(text=text, box=stands, px=px, part=part))
        return stands

    def figure_width(self, text: str, px: int) -> float:
        """How wide `figure` writes `text` at least, its words as small as they may become."""
        return self._run_width(one_line(text), px, _WORD_SHARES[-1])

    def figure_px(self, text: str, width: float, height: float, *, largest: int, smallest: int) -> int:
        """The largest size, within the bounds, at which `figure` fits the box."""
        px = max(smallest, min(largest, int(height / 1.05)))
        while px > smallest and (wide := self.figure_width(text, px)) > width:
            px = max(smallest, min(px - 1, int(px * width / wide)))
        return max(1, px)

    def _word_share(self, text: str, px: int, width: float) -> float:
        """The largest size of the words at which the figure fits."""
        fitting = (share for share in _WORD_SHARES if self._run_width(text, px, share) <= width)
        return next(fitting, _WORD_SHARES[-1])

    def _run_width(self, text: str, px: int, share: float) -> float:
        return sum(
            theme.metrics(own, bold=True, family=self.family).horizontalAdvance(run)
            for run, own in _runs(text, px, share)
        )

    def width_of(self, text: str, px: int, *, bold: bool = False) -> float:
        """How wide `text` is on one line."""
        return theme.metrics(px, bold=bold, family=self.family).horizontalAdvance(one_line(text))

    def fitting_px(
        self, text: str, width: float, height: float, *, largest: int, smallest: int, bold: bool = False
    ) -> int:
        """The largest size, within the bounds, at which `text` fits on one line of the box."""
        px = max(smallest, min(largest, int(height / 1.05)))
        wide = self.width_of(text, px, bold=bold)
        if wide > width:
            px = max(smallest, int(px * width / wide))
        return max(1, px)

    def wrapped(self, text: str, px: int, width: int) -> tuple[str, ...]:
        """`text` cut into lines that fit `width`."""
        return wrapped(text, px, width, family=self.family)


@lru_cache(maxsize=256)
def _runs(text: str, px: int, share: float) -> tuple[tuple[str, int], ...]:
    """The parts of a figure with their sizes."""
    small, runs, end = max(1, int(px * share)), list[tuple[str, int]](), 0
    for found in _FIGURE.finditer(text):
        runs += [(text[end : found.start()], small), (found.group(), px)]
        end = found.end()
    runs.append((text[end:], small if end else px))
    return tuple((run, own) for run, own in runs if run)


@lru_cache(maxsize=2048)
def wrapped(text: str, px: int, width: int, *, family: str = "") -> tuple[str, ...]:
    """`text` cut into lines that fit `width`: between words, or anywhere if a word is too long."""
    lines: list[str] = []
    for paragraph in text[:_LONGEST].split("\n"):
        shown = visible_text(paragraph)
        layout = QTextLayout(shown, theme.font(px, family=family))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        units = shown.encode("utf-16-le")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start, length = line.textStart(), line.textLength()
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "ignore").strip())
        layout.endLayout()
    return tuple(line for line in lines if line)
