"""Where everything stands in a scene the console makes: a lower third for any canvas. Pure.

Two designs, one lying (drawn for 1920×1080) and one standing (1080×1920); other canvases get the one of
their shape, scaled to fit. Boxes are in pixels of the canvas.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hostconsole.show.obs_state import SceneStyle

Align = Literal["left", "centre", "right"]
Rise = Literal["top", "middle", "bottom"]

MARGIN = 0.05
"""The share of the canvas that stays free at its edges."""

PHONE_TOP, PHONE_BOTTOM = 250 / 1920, 400 / 1920
"""What a phone's shop app lays over a standing picture (DOMAIN §3.5)."""


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, width and height in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def holds(self, other: Box) -> bool:
        """Whether `other` lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The place of one input. `size` is the font's in pixels, 0 for what is no text; `wraps`: the text goes
    on in a second line."""

    box: Box
    size: int = 0
    align: Align = "left"
    rise: Rise = "middle"
    wraps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A scene's furniture. `blocks` are coloured rectangles by name, `slots` the `hc:` inputs by name without
    the prefix, both in the order they are drawn. No block and no slot meets `product`, where the product is
    held to the camera, or leaves `safe`."""

    canvas: Box
    safe: Box
    product: Box
    blocks: Mapping[str, Box]
    slots: Mapping[str, Slot]


STYLES: tuple[SceneStyle, ...] = ("goods", "mixed", "words")
"""A plate for the link number, where every row has one; room for everything; words before prices."""

_Part = tuple[int, int, int, int]
"""Left and top in the bar, width and height."""

_Spot = tuple[int, int, int, int, Align]
"""The same, and where the text stands in its box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Design:
    """Drawn in pixels of a bar of `size`, on a canvas whose safe area is at least `room` high. An input has
    one font size wherever it stands: where its box is small, OBS draws it smaller."""

    size: tuple[int, int]
    room: int
    fonts: Mapping[str, int]
    blocks: Mapping[str, _Part]
    spots: Mapping[str, _Spot]


_LYING_FONTS = {
    "link": 80, "link_label": 26, "title": 42, "notice": 24,
    "ref_price": 30, "price": 80, "stock_label": 30, "stock": 70,
}  # fmt: skip
_STANDING_FONTS = {
    "link": 100, "link_label": 32, "title": 42, "notice": 26,
    "ref_price": 34, "price": 84, "stock_label": 30, "stock": 64,
}  # fmt: skip

# A line of text is higher than its figures, and they stand low in it: boxes of figures begin higher.
_LYING_PRICES: dict[str, _Spot] = {
    "ref_price": (1096, 13, 350, 40, "right"),
    "price": (1096, 53, 350, 104, "right"),
    "stock_label": (1494, 13, 210, 42, "centre"),
    "stock": (1494, 61, 210, 98, "centre"),
}
_LYING_PLAIN = _Design(
    size=(1728, 168),
    room=972,
    fonts=_LYING_FONTS,
    blocks={"accent": (0, 0, 8, 168)},
    spots={
        "title": (40, 12, 850, 108, "left"),
        "notice": (40, 122, 850, 34, "left"),
        "link": (916, 4, 150, 104, "centre"),
        "link_label": (916, 116, 150, 36, "centre"),
        **_LYING_PRICES,
    },
)
_LYING_GOODS = _Design(
    size=(1728, 168),
    room=972,
    fonts=_LYING_FONTS,
    blocks={"plate": (0, 0, 160, 122), "foot": (0, 122, 160, 46), "divider": (1470, 28, 2, 112)},
    spots={
        "link": (8, 0, 144, 104, "centre"),
        "link_label": (8, 123, 144, 40, "centre"),
        "title": (192, 12, 850, 108, "left"),
        "notice": (192, 122, 850, 34, "left"),
        **_LYING_PRICES,
    },
)
_STANDING_GOODS = _Design(
    size=(972, 332),
    room=1270,
    fonts=_STANDING_FONTS,
    blocks={"plate": (0, 0, 152, 262), "foot": (0, 262, 152, 70), "divider": (756, 186, 2, 122)},
    spots={
        "link": (8, 54, 136, 128, "centre"),
        "link_label": (8, 270, 136, 46, "centre"),
        "title": (180, 10, 768, 110, "left"),
        "notice": (180, 120, 768, 36, "left"),
        "ref_price": (180, 168, 540, 44, "left"),
        "price": (180, 212, 540, 108, "left"),
        "stock_label": (784, 176, 164, 42, "centre"),
        "stock": (784, 232, 164, 88, "centre"),
    },
)
_STANDING_MIXED = _Design(
    size=(972, 332),
    room=1270,
    fonts=_STANDING_FONTS,
    blocks={"accent": (0, 0, 8, 332)},
    spots={
        "title": (36, 10, 768, 110, "left"),
        "notice": (36, 120, 768, 36, "left"),
        "ref_price": (36, 168, 684, 44, "left"),
        "price": (36, 212, 684, 108, "left"),
        "link": (812, 6, 140, 110, "centre"),
        "link_label": (812, 122, 140, 36, "centre"),
        "stock_label": (800, 176, 164, 42, "centre"),
        "stock": (800, 232, 164, 88, "centre"),
    },
)
_STANDING_WORDS = _Design(
    size=(972, 168),
    room=1270,
    fonts=_STANDING_FONTS,
    blocks={"accent": (0, 0, 8, 168)},
    spots={
        "title": (36, 12, 768, 108, "left"),
        "notice": (36, 122, 768, 34, "left"),
        "link": (816, 4, 68, 56, "right"),
        "link_label": (888, 14, 72, 36, "left"),
        "ref_price": (816, 60, 144, 24, "right"),
        "price": (816, 84, 144, 44, "right"),
        "stock_label": (816, 130, 62, 30, "right"),
        "stock": (882, 128, 78, 34, "right"),
    },
)

_GAP = 20
_PICTURE, _COUNT = 240, (260, 200, 150)

_STRIKE_UP, _STRIKE_LEFT = 0.43, 0.04
"""How far the line through the compared price is moved from where an underscore stands, in font sizes."""


def lower_third(width: int, height: int, *, style: SceneStyle) -> Layout:
    """The furniture of a scene on a canvas of `width` by `height` pixels."""
    canvas = Box(0, 0, width, height)
    standing = height > width
    safe = _safe(canvas, standing=standing)
    design = _design(style, standing=standing)
    unit = min(safe.width / design.size[0], safe.height / design.room)
    wide, high = (int(side * unit) for side in design.size)
    bar = Box(safe.x + (safe.width - wide) // 2, safe.bottom - high, wide, high)
    slots = {name: _slot(name, design, bar, unit) for name in design.spots}
    slots["ref_strike"] = _struck(slots["ref_price"], bar)
    return Layout(
        canvas=canvas,
        safe=safe,
        product=_product(safe, bar, unit, standing=standing),
        blocks={"bar": bar} | {name: _inside(part, bar, unit) for name, part in design.blocks.items()},
        slots=slots | _above(bar, safe, unit, standing=standing),
    )


def _design(style: SceneStyle, *, standing: bool) -> _Design:
    if not standing:
        return _LYING_GOODS if style == "goods" else _LYING_PLAIN
    return {"goods": _STANDING_GOODS, "mixed": _STANDING_MIXED, "words": _STANDING_WORDS}[style]


def _safe(canvas: Box, *, standing: bool) -> Box:
    side, edge = _up(canvas.width * MARGIN), _up(canvas.height * MARGIN)
    top = _up(canvas.height * PHONE_TOP) if standing else edge
    bottom = _up(canvas.height * PHONE_BOTTOM) if standing else edge
    return Box(side, top, canvas.width - 2 * side, canvas.height - top - bottom)


def _up(pixels: float) -> int:
    return -int(-pixels // 1)


def _inside(part: _Part, bar: Box, unit: float) -> Box:
    """Both edges are rounded, not the width: what touches in the design touches on every canvas."""
    x, y, width, height = part
    left, top, right, bottom = (int(edge * unit) for edge in (x, y, x + width, y + height))
    return Box(bar.x + left, bar.y + top, max(1, right - left), max(1, bottom - top))


def _slot(name: str, design: _Design, bar: Box, unit: float) -> Slot:
    x, y, width, height, align = design.spots[name]
    box = _inside((x, y, width, height), bar, unit)
    return Slot(box=box, size=max(1, int(design.fonts[name] * unit)), align=align, wraps=name == "title")


def _struck(price: Slot, bar: Box) -> Slot:
    """An underscore stands at the foot of its line: its box is raised, but not out of the bar."""
    up = min(int(price.size * _STRIKE_UP), price.box.y - bar.y)
    left = int(price.size * _STRIKE_LEFT)
    box = Box(price.box.x - left, price.box.y - up, price.box.width + 2 * left, price.box.height)
    return Slot(box=box, size=price.size, align=price.align, rise=price.rise)


def _above(bar: Box, safe: Box, unit: float, *, standing: bool) -> dict[str, Slot]:
    """The picture in the upper right corner, and the countdown: over the bar, or in the other corner."""
    side = max(1, int(_PICTURE * unit))
    width, height, size = (max(1, int(part * unit)) for part in _COUNT)
    picture = Box(bar.right - side, safe.y, side, side)
    if standing:
        count = Slot(box=Box(bar.x, safe.y, width, height), size=size, align="left", rise="top")
    else:
        box = Box(bar.right - width, bar.y - int(_GAP * unit) - height, width, height)
        count = Slot(box=box, size=size, align="right", rise="bottom")
    return {"picture": Slot(box=picture, align="right", rise="top"), "countdown": count}


def _product(safe: Box, bar: Box, unit: float, *, standing: bool) -> Box:
    """Between what stands above, and the bar."""
    gap = int(_GAP * unit)
    if standing:
        top = safe.y + int(max(_PICTURE, _COUNT[1]) * unit) + gap
        return Box(bar.x, top, bar.width, bar.y - gap - top)
    taken = int(max(_PICTURE, _COUNT[0]) * unit) + gap
    return Box(safe.x, safe.y, bar.right - taken - safe.x, bar.y - gap - safe.y)
