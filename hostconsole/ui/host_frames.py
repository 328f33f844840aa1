"""Where the parts of the host's screen stand: boxes from the window's size alone.

Every part has its own place that nothing else takes, so nothing jumps when a cue comes or a number changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

_GAP = 0.022


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """`unit` is a hundredth of the shorter side that sizes are told in; `big_px` is the least size of price
    and left, `read_px` that of words read with ease, `type_size` the host's own factor of all type. `screen`
    is everything, `whole` what is left of it within the margins."""

    unit: float
    big_px: int
    whole: QRectF
    top: QRectF
    name: QRectF
    price: QRectF
    left: QRectF
    words: QRectF
    times: QRectF
    next: QRectF
    screen: QRectF = field(default_factory=QRectF)
    type_size: float = 1.0
    read_px: int = 0

    def within(self, margin: float, *, type_size: float, read_px: int) -> Frames:
        """Moved in by `margin` pixels on each side."""
        moved = {name: getattr(self, name).translated(margin, margin) for name in _BOXES}
        screen = self.whole.adjusted(0, 0, 2 * margin, 2 * margin)
        return replace(self, screen=screen, type_size=type_size, read_px=read_px, **moved)


_BOXES = ("whole", "top", "name", "price", "left", "words", "times", "next")


def frames(width: float, height: float, *, big_px: int) -> Frames:
    """The card's boxes. Wide: numbers left, words right; tall: numbers above, words below."""
    return (_wide if width >= height else _tall)(width, height, big_px)


def scroll_frames(width: float, height: float, *, big_px: int) -> Frames:
    """The scroll's boxes: one row of numbers, then the words; `words` is the prompter's."""
    unit = min(width, height) / 100
    gap = _GAP * min(width, height)
    inner = width - 2 * gap
    tall = height > width
    top_h, foot_h = height * (0.07 if tall else 0.105), height * (0.06 if tall else 0.085)
    row_h = height * (0.075 if tall else 0.13)
    top = QRectF(gap, gap * 0.6, inner, top_h - gap * 0.6)
    y = top_h + gap * 0.4
    name = QRectF(gap, y, inner * 0.5, row_h)
    price = QRectF(gap + inner * 0.51, y, inner * 0.25, row_h)
    left = QRectF(gap + inner * 0.77, y, inner * 0.23, row_h)
    foot = height - foot_h
    words = QRectF(0, y + row_h + gap * 0.5, width, foot - foot_h - (y + row_h + gap * 0.5))
    return Frames(
        unit=unit, big_px=min(big_px, int(row_h * 0.62)), whole=QRectF(0, 0, width, height), top=top,
        name=name, price=price, left=left, words=words,
        times=QRectF(gap, foot - foot_h, inner, foot_h), next=QRectF(gap, foot, inner, foot_h - gap * 0.3),
    )  # fmt: skip


def _wide(width: float, height: float, big_px: int) -> Frames:
    gap = _GAP * height
    top_h, next_h, times_h = height * 0.105, height * 0.1, height * 0.1
    top = QRectF(gap, gap * 0.6, width - 2 * gap, top_h - gap * 0.6)
    body_y = top_h + gap * 0.5
    body_h = height - body_y - next_h - times_h - gap
    left_w = (width - 3 * gap) * 0.46
    # Price and left come first: they get what their angle asks, up to a third of the column each.
    number_h = min(max(body_h * 0.33, big_px * 1.9), body_h * 0.36)
    name_h = body_h - 2 * number_h - 2 * gap
    words_x = gap + left_w + gap
    times_y = body_y + body_h + gap
    return Frames(
        unit=height / 100, big_px=big_px, whole=QRectF(0, 0, width, height), top=top,
        name=QRectF(gap, body_y, left_w, name_h),
        price=QRectF(gap, body_y + name_h + gap, left_w, number_h),
        left=QRectF(gap, body_y + name_h + number_h + 2 * gap, left_w, number_h),
        words=QRectF(words_x, body_y, width - words_x - gap, body_h),
        times=QRectF(gap, times_y, width - 2 * gap, times_h - gap * 0.5),
        next=QRectF(gap, height - next_h, width - 2 * gap, next_h - gap * 0.6),
    )  # fmt: skip


def _tall(width: float, height: float, big_px: int) -> Frames:
    gap = _GAP * width
    inner = width - 2 * gap
    top_h, next_h, times_h = height * 0.085, height * 0.085, height * 0.07
    top = QRectF(gap, gap, inner, top_h - gap)
    y = top_h + gap * 0.5
    name_h = height * 0.125
    number_h = min(max(height * 0.125, big_px * 1.9), height * 0.16)
    name = QRectF(gap, y, inner, name_h)
    price = QRectF(gap, name.bottom() + gap, inner, number_h)
    left = QRectF(gap, price.bottom() + gap, inner, number_h)
    words_y = left.bottom() + gap
    times_y = height - next_h - times_h
    return Frames(
        unit=width / 100 * 1.1, big_px=big_px, whole=QRectF(0, 0, width, height), top=top,
        name=name, price=price, left=left,
        words=QRectF(gap, words_y, inner, times_y - gap - words_y),
        times=QRectF(gap, times_y, inner, times_h - gap * 0.5),
        next=QRectF(gap, height - next_h, inner, next_h - gap),
    )  # fmt: skip
