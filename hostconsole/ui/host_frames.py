"""Where the parts of the host's screen stand: boxes from the window's size alone.

Every part has its own place that nothing else takes, so nothing jumps when a cue comes or a number changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

_GAP = 0.022

NUMBER_ROW = 1.06
"""Height of a row as a share of the type in it."""

_LINK_ROW = 1.1
"""The link number is never smaller than price and left, however large those have to be."""

FOOT_UNITS = 4.2
"""Height of the small line under a number: gift and limit, variants."""

EDGE_UNITS = 0.8
"""What a number's panel keeps free above and below."""


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


def _number_row(big_px: int, unit: float) -> float:
    """How high the panel of a number is that is as large as it has to be."""
    return big_px * NUMBER_ROW + 2 * EDGE_UNITS * unit


def scroll_frames(width: float, height: float, *, big_px: int) -> Frames:
    """The scroll's boxes: the numbers, then the words; `words` is the prompter's."""
    unit = min(width, height) / 100
    gap = _GAP * min(width, height)
    inner = width - 2 * gap
    tall = height > width
    top_h, foot_h = height * (0.07 if tall else 0.105), height * (0.06 if tall else 0.085)
    row_h = min(max(height * (0.075 if tall else 0.13), _number_row(big_px, unit)), height * 0.22)
    top = QRectF(gap, gap * 0.6, inner, top_h - gap * 0.6)
    y = top_h + gap * 0.4
    name, price, left = _scroll_row(QRectF(gap, y, inner, row_h), gap=gap, big_px=big_px, tall=tall)
    foot = height - foot_h
    words_y = left.bottom() + gap * 0.5
    return Frames(
        unit=unit, big_px=min(big_px, int(row_h)), whole=QRectF(0, 0, width, height), top=top,
        name=name, price=price, left=left, words=QRectF(0, words_y, width, foot - foot_h - words_y),
        times=QRectF(gap, foot - foot_h, inner, foot_h), next=QRectF(gap, foot, inner, foot_h - gap * 0.3),
    )  # fmt: skip


def _scroll_row(row: QRectF, *, gap: float, big_px: int, tall: bool) -> tuple[QRectF, QRectF, QRectF]:
    """Name, price and left beside each other; from afar on a tall screen one above the other."""
    wide, most = row.width(), (row.width() - 2 * gap) * 0.71
    price_w, left_w = max(wide * 0.25, big_px * 3.45), max(wide * 0.23, big_px * 3.35)
    if tall and price_w + left_w > most:
        down = row.height() + gap * 0.5
        return row, row.translated(0, down), row.translated(0, 2 * down)
    shrink = min(1.0, most / (price_w + left_w))
    price_w, left_w = price_w * shrink, left_w * shrink
    left = QRectF(row.right() - left_w, row.top(), left_w, row.height())
    price = QRectF(left.left() - gap - price_w, row.top(), price_w, row.height())
    return row.adjusted(0, 0, price.left() - gap - row.right(), 0), price, left


def _wide(width: float, height: float, big_px: int) -> Frames:
    unit, gap = height / 100, _GAP * height
    top_h = height * 0.105
    body_y = top_h + gap * 0.5
    number_least = _number_row(big_px, unit) + FOOT_UNITS * unit
    body_least = 2 * (number_least + gap) + big_px * _LINK_ROW
    # From afar the numbers take room from the rows below, which nobody reads from there.
    rows_h = min(max(height - body_y - gap - body_least, height * 0.136), height * 0.2)
    times_h = next_h = rows_h / 2
    body_h = height - body_y - rows_h - gap
    left_w = (width - 3 * gap) * 0.46
    number_h = min(max(body_h * 0.33, number_least), body_h * 0.34)
    name_h = body_h - 2 * number_h - 2 * gap
    words_x = gap + left_w + gap
    times_y = body_y + body_h + gap
    top = QRectF(gap, gap * 0.6, width - 2 * gap, top_h - gap * 0.6)
    return Frames(
        unit=unit, big_px=big_px, whole=QRectF(0, 0, width, height), top=top,
        name=QRectF(gap, body_y, left_w, name_h),
        price=QRectF(gap, body_y + name_h + gap, left_w, number_h),
        left=QRectF(gap, body_y + name_h + number_h + 2 * gap, left_w, number_h),
        words=QRectF(words_x, body_y, width - words_x - gap, body_h),
        times=QRectF(gap, times_y, width - 2 * gap, times_h - gap * 0.5),
        next=QRectF(gap, height - next_h, width - 2 * gap, next_h - gap * 0.6),
    )  # fmt: skip


def _tall(width: float, height: float, big_px: int) -> Frames:
    unit, gap = width / 100 * 1.1, _GAP * width
    inner = width - 2 * gap
    top_h, next_h, times_h = height * 0.085, height * 0.085, height * 0.07
    top = QRectF(gap, gap, inner, top_h - gap)
    y = top_h + gap * 0.5
    number_least = _number_row(big_px, unit) + FOOT_UNITS * unit
    number_h = min(max(height * 0.125, number_least), height * 0.16)
    name_h = min(max(height * 0.125, big_px * _LINK_ROW), height * 0.14)
    name = QRectF(gap, y, inner, name_h)
    price = QRectF(gap, name.bottom() + gap, inner, number_h)
    left = QRectF(gap, price.bottom() + gap, inner, number_h)
    words_y = left.bottom() + gap
    times_y = height - next_h - times_h
    return Frames(
        unit=unit, big_px=big_px, whole=QRectF(0, 0, width, height), top=top,
        name=name, price=price, left=left,
        words=QRectF(gap, words_y, inner, times_y - gap - words_y),
        times=QRectF(gap, times_y, inner, times_h - gap * 0.5),
        next=QRectF(gap, height - next_h, inner, next_h - gap),
    )  # fmt: skip
