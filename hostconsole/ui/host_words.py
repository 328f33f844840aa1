"""The words of a card: points with their ticks, what must and must not be said. They share one size, the
largest at which all fit; when even the smallest is too large, they turn over pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from hostconsole.ui.host_canvas import Canvas, wrapped
from hostconsole.ui.host_card import Card, Point
from hostconsole.ui.host_texts import say
from hostconsole.ui.host_theme import Palette

Sign = Literal["open", "said", "must", "must_not", "note"]

_LINE = 1.32
_BETWEEN = 0.42
_INDENT = 1.55
_NOTE_SHARE = 0.8
"""Notes are for looking up, not for saying: smaller."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph with the sign before it."""

    sign: Sign
    text: str
    part: str
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a paragraph; `first` carries the sign."""

    of: Said
    text: str
    first: bool


def paragraphs(card: Card) -> tuple[Said, ...]:
    """All the card's words in the order the host wants them: what must (not) be said, then the points."""
    points, must = "points" in card.flagged, "must" in card.flagged
    language = card.language
    found = [Said("must", f"{say(language, 'must_say')} {text}", "must", must) for text in card.must_say]
    if card.must_not_say:
        words = " · ".join(card.must_not_say)
        found.append(Said("must_not", f"{say(language, 'must_not_say')} {words}", "must", must))
    found += [_point(point, flagged=points) for point in card.points]
    if card.disclosure:
        found.append(Said("note", card.disclosure, "disclosure", must))
    if card.note:
        found.append(Said("note", f"{say(language, 'note')} {card.note}", "note", must))
    return tuple(found)


def _point(point: Point, *, flagged: bool) -> Said:
    """A point that is not true any more says what was said, until it is said anew."""
    text = f"{point.text} · {point.was}" if point.was else point.text
    return Said("said" if point.said else "open", text, f"point {point.n}", flagged or bool(point.was))


def paint_words(canvas: Canvas, card: Card, box: QRectF, *, largest: int, smallest: int) -> None:
    """Paints the words into `box`, on the page of the moment if they need several."""
    said = paragraphs(card)
    room, family = (int(box.width()), int(box.height())), canvas.family
    px = _fitting(said, room, largest=largest, smallest=smallest, family=family)
    pages = list(_pages(said, px, box, family))
    if not pages:
        return
    number = card.turn % len(pages)
    y = box.top()
    for row in pages[number]:
        own = _px(row.of, px)
        if row.first and y > box.top():
            y += px * _BETWEEN
        line = QRectF(box.left() + px * _INDENT, y, box.width() - px * _INDENT, own * _LINE)
        if row.first:
            _sign(canvas, row.of, QRectF(box.left(), y, px, own * _LINE))
        canvas.text(line, row.text, px=own, colour=_colour(row.of, canvas.ink), part=row.of.part)
        y += own * _LINE
    if len(pages) > 1:
        note = say(card.language, "page", n=number + 1, of=len(pages))
        spot = QRectF(box.right() - 4 * px, box.bottom() - px * _LINE, 4 * px, px * _LINE)
        canvas.text(spot, note, px=int(px * 0.8), colour=canvas.ink.quiet, part="page", side="right")


@lru_cache(maxsize=64)
def _fitting(
    said: tuple[Said, ...], room: tuple[int, int], *, largest: int, smallest: int, family: str
) -> int:
    width, height = room
    low, high = smallest, max(smallest, largest)
    while low < high:
        middle = (low + high + 1) // 2
        if _height(said, middle, width, family) <= height:
            low = middle
        else:
            high = middle - 1
    return low


def _height(said: tuple[Said, ...], px: int, width: int, family: str) -> float:
    rows = sum(len(_lines(one, px, width, family)) * _px(one, px) for one in said)
    return rows * _LINE + max(0, len(said) - 1) * px * _BETWEEN


def _px(one: Said, px: int) -> int:
    return int(px * _NOTE_SHARE) if one.sign == "note" else px


def _lines(one: Said, px: int, width: int, family: str) -> tuple[str, ...]:
    return wrapped(one.text, _px(one, px), int(width - px * _INDENT), family=family)


def _pages(said: tuple[Said, ...], px: int, box: QRectF, family: str) -> Iterator[list[_Row]]:
    """The rows of each page. A paragraph stands on one page if one can hold it."""
    if _height(said, px, int(box.width()), family) <= box.height():
        if said:
            yield [row for one in said for row in _rows(one, px, box, family)]
        return
    # The last row of a page is kept for its number.
    room = max(1, int(box.height() / (px * (_LINE + _BETWEEN / 2))) - 1)
    page: list[_Row] = []
    for one in said:
        rows = _rows(one, px, box, family)
        if page and len(page) + len(rows) > room:
            yield page
            page = []
        while len(rows) > room:
            yield rows[:room]
            rows = rows[room:]
        page += rows
    if page:
        yield page


def _rows(one: Said, px: int, box: QRectF, family: str) -> list[_Row]:
    lines = _lines(one, px, int(box.width()), family)
    return [_Row(one, text, number == 0) for number, text in enumerate(lines)]


def _colour(one: Said, ink: Palette) -> QColor:
    if one.flagged:
        return ink.amber
    return {"said": ink.faint, "must_not": ink.red, "must": ink.green, "note": ink.quiet}.get(
        one.sign, ink.text
    )


def _sign(canvas: Canvas, one: Said, box: QRectF) -> None:
    """A shape for each kind, so that colour alone tells nothing."""
    ink = canvas.ink
    size, colour = box.width() * 0.66, _colour(one, ink)
    x, y = box.left() + box.width() * 0.1, box.center().y() - size / 2
    pen = max(1.5, size * 0.13)
    square = QRectF(x, y, size, size)
    if one.sign in ("open", "said"):
        canvas.frame(square, ink.quiet if one.sign == "open" else colour, width=pen * 0.8, radius=size * 0.18)
    if one.sign == "said":
        points = [(0.2, 0.5), (0.42, 0.74), (0.82, 0.24)]
        canvas.shape([(x + a * size, y + b * size) for a, b in points], ink.green, width=pen * 1.2)
    elif one.sign == "must_not":
        canvas.shape([(x, y), (x + size, y + size)], colour, width=pen)
        canvas.shape([(x + size, y), (x, y + size)], colour, width=pen)
    elif one.sign == "must":
        corners = [(0.15, 0.05), (0.75, 0.5), (0.15, 0.95)]
        canvas.shape([(x + a * size, y + b * size) for a, b in corners], colour, width=pen * 1.2)
    elif one.sign == "note":
        canvas.fill(QRectF(x + size * 0.3, y + size * 0.3, size * 0.4, size * 0.4), colour, radius=size * 0.2)
