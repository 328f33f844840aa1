"""Price and left: the two numbers the host says all night, painted large.

The number comes first: what stands beside it goes below as soon as it would cost the number the size that
its angle asks for.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from hostconsole.ui.host_canvas import Canvas
from hostconsole.ui.host_card import Card
from hostconsole.ui.host_frames import EDGE_UNITS, NUMBER_ROW, Frames
from hostconsole.ui.host_goods import Price, VariantLine
from hostconsole.ui.host_texts import say

_SMALL = 0.55
"""Size of the compared price beside the price."""

_NUMBER_SHARE = 0.68
_LEAST_FOOT = 3.0
"""The small line below a number keeps so many units, whatever the number asks for."""


@dataclass(frozen=True, slots=True)
class _Rooms:
    """`row` is the number's, `foot` that of the small line below (empty without one)."""

    row: QRectF
    foot: QRectF


def paint_price(canvas: Canvas, card: Card, at: Frames, *, short: bool = False) -> None:
    """`¥129 → ¥89`, then gift and limit below. `short`: the price alone."""
    price, box = card.price, at.price
    _panel(canvas, box, at, flagged=price.flagged)
    tab = _tab_width(canvas, card, at) if price.flagged else 0.0
    terms = "" if short else "  ·  ".join(filter(None, (*price.terms, price.basis)))
    was = "" if short else price.was
    rooms = _rooms(box, at, below=bool(terms), tab=tab)
    px = _number_px(canvas, price.now, rooms.row, at, was=was)
    below = ""
    if was and px < _needed(rooms.row, at):
        was, below, rooms = "", was, _rooms(box, at, below=True, tab=tab)
        px = _number_px(canvas, price.now, rooms.row, at)
    _paint_price(canvas, price, rooms.row, px=px, was=was)
    _terms(canvas, below, terms, rooms.foot, at)
    _changed(canvas, card, box, at, tab=tab, low=not rooms.foot.isEmpty())


def _paint_price(canvas: Canvas, price: Price, row: QRectF, *, px: int, was: str) -> None:
    x = row.left()
    if was:
        small = int(px * _SMALL)
        spot = QRectF(x, row.top() + px * 0.1, row.width(), row.height())
        stands = canvas.text(spot, was, px=small, colour=canvas.ink.quiet, part="was", struck=True)
        x = _arrow(canvas, stands.right() + small * 0.4, row.center().y() + px * 0.1, small)
    spot = QRectF(x, row.top(), row.right() - x, row.height())
    colour = canvas.ink.amber if price.flagged else canvas.ink.text
    canvas.figure(spot, price.now, px=px, smallest=max(8, px // 3), colour=colour, part="price")


def _terms(canvas: Canvas, was: str, terms: str, box: QRectF, at: Frames) -> None:
    """The small line under the price; it begins with the compared price where that has no room above."""
    px = int(min(at.unit * 3.6, box.height() * 0.8))
    x = box.left()
    if was:
        stands = canvas.text(box, was, px=px, colour=canvas.ink.quiet, part="was", struck=True)
        x = stands.right() + px
    room = QRectF(x, box.top(), box.right() - x, box.height())
    canvas.text(room, terms, px=px, smallest=int(at.unit * 1.9), colour=canvas.ink.text, part="terms")


def paint_left(canvas: Canvas, card: Card, at: Frames, *, short: bool = False) -> None:
    """How many can be sold, the batch, and the variants, scarce first. `short`: the number alone."""
    left, box = card.left, at.left
    _panel(canvas, box, at, flagged=left.flagged)
    tab = _tab_width(canvas, card, at) if left.flagged else 0.0
    variants, batch = (card.variants, left.batch) if not short else ((), "")
    rooms = _rooms(box, at, below=bool(variants), tab=tab)
    label = say(card.language, "left") if left.is_number else ""
    label_px, below = int(min(at.unit * 4.4, rooms.row.height() * 0.34)), ""
    beside = _width_beside(canvas, label_px, label, batch)
    px = _number_px(canvas, left.text, rooms.row, at, beside=beside)
    if batch and px < _needed(rooms.row, at):
        batch, below, rooms = "", batch, _rooms(box, at, below=True, tab=tab)
    for share in (1.0, 0.9, 0.8, 0.7, 0.6):
        small = int(label_px * share)
        beside = _width_beside(canvas, small, label, batch)
        px = _number_px(canvas, left.text, rooms.row, at, beside=beside)
        if px >= _needed(rooms.row, at):
            break
    number = rooms.row.adjusted(0, 0, -_width_beside(canvas, label_px, batch), 0)
    _paint_left(canvas, card, number, px=px, label=label, label_px=small)
    if batch:
        canvas.text(rooms.row, batch, px=label_px, colour=canvas.ink.quiet, part="batch", side="right")
    _below_left(canvas, variants, below, rooms.foot, at)
    _changed(canvas, card, box, at, tab=tab, low=not rooms.foot.isEmpty())


def _width_beside(canvas: Canvas, px: int, *texts: str) -> float:
    """What small texts take beside a number, whatever its size."""
    return sum(canvas.width_of(text, px) + px for text in texts if text)


def _paint_left(canvas: Canvas, card: Card, row: QRectF, *, px: int, label: str, label_px: int) -> None:
    """The number with its label: before it in Chinese, behind it in English."""
    left, room, quiet = card.left, row, canvas.ink.quiet
    # A word for "no number" must not shout as loud as a number.
    px = int(px * 0.6) if left.tone == "dim" else px
    if label and card.language == "zh":
        x = canvas.text(row, label, px=label_px, colour=quiet, part="label").right() + label_px * 0.5
        room = QRectF(x, row.top(), row.right() - x, row.height())
    elif label:
        room = row.adjusted(0, 0, -_width_beside(canvas, label_px, label), 0)
    colour = canvas.ink.amber if left.flagged else canvas.ink.tone(left.tone)
    stands = canvas.figure(room, left.text, px=px, smallest=max(8, px // 4), colour=colour, part="left")
    if label and card.language == "en":
        x = stands.right() + label_px * 0.5
        spot = QRectF(x, row.top(), row.right() - x, row.height())
        canvas.text(spot, label, px=label_px, colour=quiet, part="label")


def _below_left(
    canvas: Canvas, variants: tuple[VariantLine, ...], batch: str, box: QRectF, at: Frames
) -> None:
    if batch:
        px = int(min(at.unit * 3.6, box.height() * 0.8))
        stands = canvas.text(box, batch, px=px, colour=canvas.ink.quiet, part="batch")
        box = box.adjusted(stands.width() + px * 1.1, 0, 0, 0)
    _variants(canvas, variants, box, at)


def _rooms(box: QRectF, at: Frames, *, below: bool, tab: float) -> _Rooms:
    """The rooms in a panel, beside the label of a change: that stands on the small line if there is one."""
    inner = box.adjusted(at.unit * 2, at.unit * EDGE_UNITS, -at.unit * 2, -at.unit * EDGE_UNITS)
    if not below:
        return _Rooms(inner.adjusted(0, 0, -tab, 0), QRectF())
    wanted = min(at.big_px * NUMBER_ROW, inner.height() - at.unit * _LEAST_FOOT)
    row = QRectF(inner.left(), inner.top(), inner.width(), max(inner.height() * _NUMBER_SHARE, wanted))
    foot = QRectF(inner.left(), row.bottom(), inner.width() - tab, inner.bottom() - row.bottom())
    return _Rooms(row, foot)


def _needed(row: QRectF, at: Frames) -> int:
    """The size that the angle asks for, as far as the row is high enough."""
    return min(at.big_px, int(row.height() / NUMBER_ROW))


def _number_px(
    canvas: Canvas, text: str, row: QRectF, at: Frames, *, beside: float = 0.0, was: str = ""
) -> int:
    """As large as the row allows, with `beside` pixels taken and the compared price before it."""
    px = int(max(_needed(row, at), min(row.height() * 0.86, at.unit * 14.5 * at.type_size)))
    px = min(px, int(row.height() * 0.98))
    while px > 8:
        wide = canvas.figure_width(text, px) + beside
        if was:
            wide += canvas.width_of(was, int(px * _SMALL)) + px * _SMALL * 1.9
        if wide <= row.width():
            return px
        px = min(px - 1, int(px * row.width() / wide))
    return max(8, px)


def _variants(canvas: Canvas, variants: tuple[VariantLine, ...], box: QRectF, at: Frames) -> None:
    """As many as fit on one line, scarce first; then how many more there are."""
    px = int(min(at.unit * 3.6, box.height() * 0.8))
    texts = [f"{v.name} {v.left}".strip() for v in variants]
    gap = px * 1.1
    smallest = max(8, int(at.unit * 2.0))
    while px > smallest and sum(canvas.width_of(t, px) + gap for t in texts) - gap > box.width():
        px -= 1
    x = box.left()
    for number, (variant, text) in enumerate(zip(variants, texts, strict=True)):
        more = f"+{len(texts) - number}"
        last = number + 1 == len(texts)
        room = box.right() - x - (0 if last else canvas.width_of(more, px) + gap)
        if canvas.width_of(text, px) > room and number > 0:
            canvas.text(
                QRectF(x, box.top(), box.right() - x, box.height()),
                more,
                px=px,
                colour=canvas.ink.quiet,
                part="variant",
            )
            return
        spot = QRectF(x, box.top(), room, box.height())
        x = canvas.text(spot, text, px=px, colour=canvas.ink.tone(variant.tone), part="variant").right() + gap


def _arrow(canvas: Canvas, x: float, y: float, px: int) -> float:
    """An arrow of its own, as not every font has a good one. Returns where the price begins."""
    long, head = px * 0.75, px * 0.2
    width = max(1.5, px / 14)
    canvas.shape([(x, y), (x + long, y)], canvas.ink.quiet, width=width)
    tip = x + long
    canvas.shape([(tip - head, y - head), (tip, y), (tip - head, y + head)], canvas.ink.quiet, width=width)
    return tip + px * 0.5


def _panel(canvas: Canvas, box: QRectF, at: Frames, *, flagged: bool) -> None:
    canvas.fill(box, canvas.ink.panel, radius=at.unit)
    if flagged:
        canvas.frame(box, canvas.ink.amber, width=at.unit * 0.5, radius=at.unit)


def _tab_px(at: Frames) -> int:
    return int(at.unit * 2.4)


def _tab_width(canvas: Canvas, card: Card, at: Frames) -> float:
    """How wide the label on what has just changed is."""
    return canvas.width_of(say(card.language, "changed"), _tab_px(at), bold=True) + _tab_px(at) * 1.4


def _changed(canvas: Canvas, card: Card, box: QRectF, at: Frames, *, tab: float, low: bool) -> None:
    """A label on the frame of what has just changed: in the lower corner, or the upper one."""
    if not tab:
        return
    high = _tab_px(at) * 1.6
    spot = QRectF(box.right() - tab, box.bottom() - high if low else box.top(), tab, high)
    canvas.fill(spot, canvas.ink.amber, radius=at.unit * 0.6)
    word, px, ink = say(card.language, "changed"), _tab_px(at), canvas.ink.on_fill
    canvas.text(spot, word, px=px, colour=ink, part="changed", bold=True, side="middle")
