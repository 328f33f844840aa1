"""The lines a reader sees: a text laid out for a font and a width, piece by piece, when needed.

Nothing here knows a position in pixels from the start of the text. A line is found by its characters, and
its neighbours from there: so a text of any length opens at once, and the line at the mark stays when width
or font change.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from hostconsole.ui.host_theme import DARK, Palette
from hostconsole.ui.prompter_text import Piece, Stretch, piece_at

_LINE_HEIGHT = 1.42
"""Of the font's pixel size. Room for scripts that stand higher than Chinese and Latin."""

_KEPT_PIECES = 24

FLASH = "flash"
"""The look of words that have just been changed."""

COLOURS = ("amber", "red", "green", "blue", "note")
"""Names of looks that are a colour alone."""


@dataclass(frozen=True, slots=True)
class VisualLine:
    """Characters `start` to `end` (exclusive) of the text; `key` is (piece, line in it)."""

    key: tuple[int, int]
    start: int
    end: int
    drawn: QTextLine
    layout: QTextLayout


class VisualLines:
    """The lines of a text's pieces in `font`, `width` pixels wide, in the colours `ink`."""

    def __init__(self, found: tuple[Piece, ...], *, font: QFont, width: float, ink: Palette = DARK) -> None:
        self.font, self.width, self.ink = font, max(1.0, width), ink
        metrics = QFontMetricsF(font)
        self.height = round(font.pixelSize() * _LINE_HEIGHT)
        self._baseline = (self.height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._pieces = found
        self._laid: OrderedDict[int, list[VisualLine]] = OrderedDict()

    def change(self, found: tuple[Piece, ...]) -> frozenset[int]:
        """Other pieces in their place; what is the same is kept. The numbers of those laid out that are
        not."""
        old, self._pieces = self._pieces, found
        kept = {n for n in range(min(len(old), len(found))) if old[n] == found[n]}
        gone = frozenset(range(max(len(old), len(found)))) - kept
        for number in gone & self._laid.keys():
            del self._laid[number]
        return gone

    def at(self, place: float) -> VisualLine | None:
        """The line that holds character `place`; None for an empty text."""
        if not self._pieces:
            return None
        found = self._lines(piece_at(self._pieces, place))
        return next((line for line in found if place < line.end), found[-1])

    def after(self, line: VisualLine) -> VisualLine | None:
        piece, number = line.key
        found = self._lines(piece)
        if number + 1 < len(found):
            return found[number + 1]
        return self._lines(piece + 1)[0] if piece + 1 < len(self._pieces) else None

    def before(self, line: VisualLine) -> VisualLine | None:
        piece, number = line.key
        if number > 0:
            return self._lines(piece)[number - 1]
        return self._lines(piece - 1)[-1] if piece > 0 else None

    def draw(self, painter: QPainter, line: VisualLine, *, x: float) -> None:
        """Paints the line with its top at y 0."""
        top = self._baseline - line.drawn.ascent() - line.drawn.y()
        line.drawn.draw(painter, QPointF(x, top))

    def _lines(self, number: int) -> list[VisualLine]:
        if number in self._laid:
            self._laid.move_to_end(number)
            return self._laid[number]
        found = self._laid[number] = self._lay_out(self._pieces[number], number)
        if len(self._laid) > _KEPT_PIECES:
            self._laid.popitem(last=False)
        return found

    def _lay_out(self, piece: Piece, number: int) -> list[VisualLine]:
        layout = QTextLayout(piece.shown, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(_formats(piece, self.font, self.ink))
        drawn: list[QTextLine] = []
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, y))
            y += line.height()
            drawn.append(line)
        layout.endLayout()
        ends = _places(piece, [line.textStart() + line.textLength() for line in drawn])
        ends[-1] = piece.end
        starts = [piece.start, *ends[:-1]]
        return [
            VisualLine((number, n), start, end, line, layout)
            for n, (start, end, line) in enumerate(zip(starts, ends, drawn, strict=True))
        ]


def _places(piece: Piece, units: list[int]) -> list[int]:
    """Qt counts in UTF-16, the show in characters: they differ after an emoji."""
    if max(piece.shown, default="") <= "\uffff":
        return [piece.place(unit) for unit in units]
    text = piece.shown.encode("utf-16-le")
    return [piece.place(len(text[: 2 * unit].decode("utf-16-le", "ignore"))) for unit in units]


def _formats(piece: Piece, font: QFont, ink: Palette) -> list[QTextLayout.FormatRange]:
    """The looks of the parts that are not plain."""
    found: list[QTextLayout.FormatRange] = []
    at = 0
    for part in piece.parts:
        length = len(part.text.encode("utf-16-le", "surrogatepass")) // 2
        if part.bold or part.colour:
            look = QTextLayout.FormatRange()
            look.start, look.length = at, length
            look.format = _format(part, font, ink)
            found.append(look)
        at += length
    return found


def _format(part: Stretch, font: QFont, ink: Palette) -> QTextCharFormat:
    made = QTextCharFormat()
    if part.bold:
        heavy = QFont(font)
        heavy.setWeight(QFont.Weight.Black)
        made.setFont(heavy)
    if part.colour == FLASH:
        made.setBackground(ink.amber)
        made.setForeground(ink.on_fill)
    elif part.colour:
        made.setForeground(_colour(part.colour, ink))
    return made


def _colour(name: str, ink: Palette) -> QColor:
    """The colour of one of `COLOURS`."""
    return {"amber": ink.amber, "red": ink.red, "green": ink.green, "blue": ink.blue, "note": ink.quiet}[name]
