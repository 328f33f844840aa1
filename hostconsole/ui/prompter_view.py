"""The scroll: spoken text moving past a reading mark, painted from the place in the text alone.

One paint function, whatever clock calls it. `paint` takes the character that stands at the mark; the same
character gives the same picture, at any frame rate, and stays at the mark when size or font change.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF

from hostconsole.ui.host_theme import DARK, Palette
from hostconsole.ui.prompter_lines import VisualLine, VisualLines
from hostconsole.ui.prompter_text import Stretch, shown_pieces
from hostconsole.ui.prompter_tiles import LineTiles

MARK = 0.35
"""Height of the reading mark as a share of the prompter's height, from the top."""

_MARGIN = 0.07
_AHEAD = 2
_MOST_UNREAD = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class PrompterLook:
    """How the prompter paints: the font with its pixel size, colours, and mirrored (across, down)."""

    font: QFont
    ink: Palette = DARK
    mirror: tuple[bool, bool] = (False, False)


class PrompterView:
    """One text in one rectangle of a window. `shown` is what stands for it on the screen; None: itself."""

    def __init__(
        self,
        text: str,
        *,
        rect: QRect,
        ratio: float,
        look: PrompterLook,
        shown: tuple[Stretch, ...] | None = None,
    ) -> None:
        self.shown = (Stretch(0, len(text), text),) if shown is None else shown
        self.text, self.rect, self.ratio, self.look = text, rect, ratio, look
        margin = round(rect.width() * _MARGIN)
        width = rect.width() - 2 * margin
        lines = VisualLines(shown_pieces(self.shown), font=look.font, width=width, ink=look.ink)
        self.lines = lines
        self._margin = margin
        self._tiles = LineTiles(
            lines,
            width=max(1, rect.width()),
            margin=margin,
            ratio=ratio,
            mirror=look.mirror,
            colours=(look.ink.text, look.ink.ground),
            kept=2 * (rect.height() // max(1, lines.height) + 4),
        )

    def change(self, text: str, shown: tuple[Stretch, ...]) -> None:
        """Other words, or another value in them: only what differs is laid out and painted anew."""
        self.text, self.shown = text, shown
        self._tiles.forget(self.lines.change(shown_pieces(shown)))

    @property
    def mark_y(self) -> int:
        """Where the mark stands, from the top of the rectangle, before any mirroring."""
        return round(self.rect.height() * MARK)

    def line_at_mark(self, at: float) -> str:
        """The words that stand at the mark; "" for an empty text."""
        line = self.lines.at(at)
        return self.text[line.start : line.end].strip("\n") if line is not None else ""

    def placed(self, at: float, *, ahead: int = 0) -> Iterator[tuple[VisualLine, float]]:
        """The lines in sight and the y of each one's top, and `ahead` more below."""
        here = self.lines.at(at)
        if here is None:
            return
        share = (at - here.start) / max(1, here.end - here.start)
        # Notes below a line are shown but take no time: they pass while the line above is read.
        passing = self.lines.height * (1 + self._unread_after(here))
        top = self.mark_y - min(1.0, max(0.0, share)) * passing
        yield here, top
        yield from self._above(here, top)
        line, y = self.lines.after(here), top + self.lines.height
        limit = self.rect.height() + ahead * self.lines.height
        while line is not None and y < limit:
            yield line, y
            line, y = self.lines.after(line), y + self.lines.height

    def _above(self, here: VisualLine, top: float) -> Iterator[tuple[VisualLine, float]]:
        line, y = self.lines.before(here), top - self.lines.height
        while line is not None and y > -self.lines.height:
            yield line, y
            line, y = self.lines.before(line), y - self.lines.height

    def _unread_after(self, line: VisualLine) -> int:
        count, below = 0, self.lines.after(line)
        while below is not None and below.start == below.end and count < _MOST_UNREAD:
            count, below = count + 1, self.lines.after(below)
        return count

    def seen_at(self, at: float) -> tuple[tuple[int, int], float] | None:
        """What of a place shows: two places that give the same answer give the same picture."""
        line, y = next(self.placed(at), (None, 0.0))
        return (line.key, self._snapped(y)) if line is not None else None

    def prepare(self, at: float) -> None:
        """Makes at most one picture of a line that comes into sight soon, outside of painting."""
        for line, _y in self.placed(at, ahead=_AHEAD):
            if not self._tiles.has(line):
                self._tiles.tile(line)
                return

    def paint(self, painter: QPainter, at: float, *, within_s: float | None = None) -> bool:
        """Paints the whole rectangle with character `at` at the mark, the line there first. False: lines
        were left out as they would have taken longer than `within_s`; paint again."""
        started, whole = time.perf_counter(), True
        area, height = self.rect, self.lines.height
        painter.setClipRect(area)
        top, bottom = area.height(), 0
        for line, y in self.placed(at):
            place = self._snapped(area.height() - y - height if self.look.mirror[1] else y)
            late = within_s is not None and time.perf_counter() - started > within_s
            if late and not self._tiles.has(line):
                self._fill(painter, floor(place), height)
                whole = False
            else:
                painter.drawPixmap(QPointF(area.x(), area.y() + place), self._tiles.tile(line))
            top, bottom = min(top, floor(place)), max(bottom, floor(place) + height)
        self._fill(painter, 0, max(0, top) if bottom else area.height())
        self._fill(painter, bottom, area.height() - bottom)
        self._paint_mark(painter)
        return whole

    def _snapped(self, y: float) -> float:
        """Whole device pixels: a picture copied between two would be blurred, and slow."""
        # floor, as round() goes to the even pixel and would leave a gap between lines of odd height.
        return floor(y * self.ratio + 0.5) / self.ratio

    def _fill(self, painter: QPainter, y: int, height: int) -> None:
        if height > 0:
            painter.fillRect(
                self.rect.x(), self.rect.y() + y, self.rect.width(), height, self.look.ink.ground
            )

    def _paint_mark(self, painter: QPainter) -> None:
        across, down = self.look.mirror
        size = self._margin * 0.34
        y = self.rect.y() + (self.rect.height() - self.mark_y if down else self.mark_y)
        x, way = (self.rect.right() + 1, -1) if across else (self.rect.x(), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.ink.amber)
        points = [QPointF(x, y - size), QPointF(x + way * size * 1.5, y), QPointF(x, y + size)]
        painter.drawPolygon(QPolygonF(points))
