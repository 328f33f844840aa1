"""Price and left: the two numbers the host says all night, painted large."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from hostconsole.ui.host_canvas import Canvas
from hostconsole.ui.host_card import Card
from hostconsole.ui.host_frames import Frames
from hostconsole.ui.host_goods import VariantLine
from hostconsole.ui.host_texts import say

_SMALL = 0.55
"""Size of the compared price beside the price."""


def paint_price(canvas: Canvas, card: Card, at: Frames, *, short: bool = False) -> None:
    """`¥129 → ¥89`, then gift and limit below. `short`: the price alone."""
    box = at.price
    _panel(canvas, box, at, flagged=card.price.flagged)
    inner = _inner(box, at)
    below = not short and bool(card.price.terms or card.price.basis)
    row = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * (0.68 if below else 1.0))
    was = "" if short else card.price.was
    px = _number_px(
        canvas, card.price.now, was, _beside_tab(canvas, card, row, at, flagged=card.price.flagged), at
    )
    x = row.left()
    if was:
        small = int(px * _SMALL)
        stands = canvas.text(QRectF(x, row.top() + px * 0.1, row.width(), row.height()), was, px=small,
                             colour=canvas.ink.quiet, part="was", struck=True)  # fmt: skip
        x = _arrow(canvas, stands.right() + small * 0.4, row.center().y() + px * 0.1, small)
    canvas.text(
        QRectF(x, row.top(), row.right() - x, row.height()),
        card.price.now,
        px=px,
        smallest=max(8, px // 3),
        colour=canvas.ink.amber if card.price.flagged else canvas.ink.text,
        bold=True,
        part="price",
    )
    if below:
        terms = "  ·  ".join((*card.price.terms, card.price.basis) if card.price.basis else card.price.terms)
        foot = QRectF(inner.left(), row.bottom(), inner.width(), inner.bottom() - row.bottom())
        canvas.text(foot, terms, px=int(min(at.unit * 3.6, foot.height() * 0.8)), smallest=int(at.unit * 1.9),
                    colour=canvas.ink.text, part="terms")  # fmt: skip
    _changed(canvas, card, box, at, flagged=card.price.flagged)


def paint_left(canvas: Canvas, card: Card, at: Frames, *, short: bool = False) -> None:
    """How many can be sold, the batch, and the variants, scarce first."""
    left, box = card.left, at.left
    _panel(canvas, box, at, flagged=left.flagged)
    inner = _inner(box, at)
    below = not short and bool(card.variants)
    row = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * (0.66 if below else 1.0))
    px = _number_px(canvas, left.text, "", _beside_tab(canvas, card, row, at, flagged=left.flagged), at)
    if left.tone == "dim":
        # A word for "no number" must not shout as loud as a number.
        px = int(px * 0.6)
    colour = canvas.ink.amber if left.flagged else canvas.ink.tone(left.tone)
    x, label = row.left(), say(card.language, "left")
    label_px = int(min(at.unit * 4.4, row.height() * 0.34))
    if left.is_number and card.language == "zh":
        x = (
            canvas.text(row, label, px=label_px, colour=canvas.ink.quiet, part="label").right()
            + label_px * 0.5
        )
    room = row.width() * (0.62 if left.batch and not short else 1.0) - (x - row.left())
    x = canvas.text(QRectF(x, row.top(), room, row.height()), left.text, px=px, smallest=max(8, px // 4),
                    colour=colour, bold=True, part="left").right() + label_px * 0.5  # fmt: skip
    if left.is_number and card.language == "en":
        x = canvas.text(QRectF(x, row.top(), row.right() - x, row.height()), label, px=label_px,
                        colour=canvas.ink.quiet, part="label").right() + label_px  # fmt: skip
    if left.batch and not short:
        canvas.text(
            QRectF(x, row.top(), row.right() - x, row.height()),
            left.batch,
            px=label_px,
            smallest=int(at.unit * 2),
            colour=canvas.ink.quiet,
            part="batch",
            side="right",
        )
    if below:
        foot = QRectF(inner.left(), row.bottom(), inner.width(), inner.bottom() - row.bottom())
        _variants(canvas, card.variants, foot, at)
    _changed(canvas, card, box, at, flagged=left.flagged)


def _number_px(canvas: Canvas, text: str, was: str, row: QRectF, at: Frames) -> int:
    """As large as the row allows; never larger than the link number needs to stay the largest."""
    px = int(max(at.big_px, min(row.height() * 0.86, at.unit * 14.5 * at.type_size)))
    px = min(px, int(row.height() * 0.98))
    while px > 8:
        wide = canvas.width_of(text, px, bold=True)
        if was:
            wide += canvas.width_of(was, int(px * _SMALL)) + px * _SMALL * 1.9
        if wide <= row.width():
            return px
        px = min(px - 1, int(px * row.width() / wide))
    return px


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


def _inner(box: QRectF, at: Frames) -> QRectF:
    return box.adjusted(at.unit * 2, at.unit * 0.8, -at.unit * 2, -at.unit * 0.8)


def _tab(canvas: Canvas, card: Card, at: Frames) -> tuple[int, float]:
    """Type and width of the label on what has just changed."""
    px = int(at.unit * 2.4)
    return px, canvas.width_of(say(card.language, "changed"), px, bold=True) + px * 1.4


def _beside_tab(canvas: Canvas, card: Card, row: QRectF, at: Frames, *, flagged: bool) -> QRectF:
    """The room of a number, which the label may not cover."""
    return row.adjusted(0, 0, -_tab(canvas, card, at)[1], 0) if flagged else row


def _changed(canvas: Canvas, card: Card, box: QRectF, at: Frames, *, flagged: bool) -> None:
    """A label on the frame of what has just changed."""
    if not flagged:
        return
    px, wide = _tab(canvas, card, at)
    tab = QRectF(box.right() - wide, box.top(), wide, px * 1.6)
    canvas.fill(tab, canvas.ink.amber, radius=at.unit * 0.6)
    canvas.text(
        tab,
        say(card.language, "changed"),
        px=px,
        colour=canvas.ink.on_fill,
        part="changed",
        bold=True,
        side="middle",
    )
