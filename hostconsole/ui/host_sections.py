"""The parts of the host's screen: where each stands, what it says, how it is painted.

A part is painted anew only when what it says has changed: a clock that moves each second must not cost a
whole picture, least of all beside a running prompter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from hostconsole.ui.host_canvas import Canvas
from hostconsole.ui.host_card import Card, Layout
from hostconsole.ui.host_frames import Frames
from hostconsole.ui.host_numbers import paint_left, paint_price
from hostconsole.ui.host_paint import paint_idle, paint_name, paint_next, paint_times, paint_top
from hostconsole.ui.host_words import paint_words

Says = Callable[[Card], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`box` is the name of its place in `Frames`; it is painted anew when `says` gives something else."""

    box: str
    says: Says
    paint: Callable[[Canvas, Card, Frames], None]

    def area(self, at: Frames) -> QRectF:
        found = getattr(at, self.box)
        assert isinstance(found, QRectF)
        return found


_STILL_READ = 0.62
"""Of the size at which words are read with ease: smaller ones are not read while holding a product."""


def sections_of(layout: Layout) -> tuple[Section, ...]:
    """The parts of a layout, in the order they are painted; together they hold every standing text."""
    return {"idle": _IDLE, "card": _CARD, "scroll": _SCROLL}[layout]


def _says_words(card: Card) -> object:
    words = (card.points, card.must_say, card.must_not_say, card.note, card.disclosure)
    return (*words, card.flagged & {"points", "must"}, card.turn, card.language)


def _paint_words(canvas: Canvas, card: Card, at: Frames) -> None:
    canvas.fill(at.words, canvas.ink.panel, radius=at.unit)
    inner = at.words.adjusted(at.unit * 2.4, at.unit * 1.8, -at.unit * 2, -at.unit * 1.8)
    # From afar words grow as the box allows, and turn over pages sooner than they become too small.
    largest = max(at.unit * 6.6, at.read_px)
    smallest = max(at.unit * 2.9, min(at.read_px * _STILL_READ, at.unit * 5.4))
    size = at.type_size
    paint_words(canvas, card, inner, largest=int(size * largest), smallest=max(10, int(size * smallest)))


def _price_alone(canvas: Canvas, card: Card, at: Frames) -> None:
    if card.price.now:
        paint_price(canvas, card, at, short=True)


def _left_alone(canvas: Canvas, card: Card, at: Frames) -> None:
    if card.left.text:
        paint_left(canvas, card, at, short=True)


_TOP = Section(
    box="top", paint=paint_top, says=lambda c: (c.rehearsal, c.show, c.notice, c.late, c.wall)
)  # fmt: skip
_NAME = Section(
    box="name", paint=paint_name, says=lambda c: (c.link, c.tag, c.title, c.countdown, "title" in c.flagged)
)
_TIMES = Section(
    box="times", paint=paint_times, says=lambda c: (c.airing, c.sale, c.ship, c.reading, "ship" in c.flagged)
)
_NEXT = Section(box="next", paint=paint_next, says=lambda c: c.next)
_CARD = (
    _TOP,
    _NAME,
    Section(box="price", paint=paint_price, says=lambda c: (c.price, c.language)),
    Section(box="left", paint=paint_left, says=lambda c: (c.left, c.variants, c.language)),
    Section(box="words", paint=_paint_words, says=_says_words),
    _TIMES,
    _NEXT,
)
_SCROLL = (
    _TOP,
    _NAME,
    Section(box="price", paint=_price_alone, says=lambda c: (c.price, c.language)),
    Section(box="left", paint=_left_alone, says=lambda c: (c.left, c.language)),
    _TIMES,
    _NEXT,
)
_IDLE = (
    Section(box="whole", paint=paint_idle, says=lambda c: (c.show, c.title, c.next)),
    Section(box="top", paint=paint_top, says=lambda c: (c.rehearsal, c.notice, c.late, c.wall)),
)
