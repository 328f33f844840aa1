"""What a scene the console makes consists of: inputs with their settings, and where each stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hostconsole.obs.known import PREFIX
from hostconsole.obs.lower_third import Align, Box, Layout, Rise, Slot
from hostconsole.show.rules import Language

OURS = "Host Console "
"""Begins the names of inputs that hold no text of the show."""

_TEXT_KINDS = ("text_gdiplus", "text_ft2_source")
_COLOUR_KINDS = ("color_source",)
_PICTURE_KINDS = ("image_source",)

_FACES = {"windows": "Microsoft YaHei", "macos": "PingFang SC"}
_FACE = "Noto Sans CJK SC"
"""Fonts that have Chinese, by OBS's word for its system."""

_BOLD, _STRIKEOUT = 1, 8

_WHITE, _SOFT, _GREY, _AMBER = 0xFFFFFF, 0xC3CAD4, 0xA9B2BE, 0xFFD166
_TEXT_COLOURS = {
    "notice": _SOFT,
    "stock_label": _SOFT,
    "price": _AMBER,
    "ref_price": _GREY,
    "ref_strike": _GREY,
}
_BLOCK_COLOURS = {
    "bar": (0x10141B, 0xEB),
    "plate": (0xE23B43, 0xFF),
    "foot": (0xB4262E, 0xFF),
    "accent": (0xE23B43, 0xFF),
    "divider": (0x414A57, 0xFF),
}

_BOUNDS: dict[Align | Rise, int] = {"left": 1, "right": 2, "top": 4, "bottom": 8, "centre": 0, "middle": 0}
_TOP_LEFT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An input in a scene. It is made with `settings` if OBS has none of its name; what is there is used as
    it is."""

    name: str
    kind: str
    settings: Mapping[str, Any]
    placed: Mapping[str, Any]

    @property
    def ours(self) -> bool:
        """It is an `hc:` input."""
        return self.name.startswith(PREFIX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The OBS in which scenes are made: its kinds of inputs, its system, the canvas, the names that are
    taken, and the font of an `hc:ref_price` that is there already."""

    width: int
    height: int
    kinds: Sequence[str]
    platform: str
    inputs: frozenset[str]
    scenes: frozenset[str]
    ref_font: Mapping[str, Any] = field(default_factory=dict)


def pieces(layout: Layout, shop: Workshop, language: Language) -> tuple[Piece, ...]:
    """What stands in a scene, in the order it is drawn. Empty where this OBS has no colours or texts."""
    colour, text = newest(shop.kinds, _COLOUR_KINDS), newest(shop.kinds, _TEXT_KINDS)
    if colour is None or text is None:
        return ()
    found = [_block(name, box, colour) for name, box in layout.blocks.items()]
    picture = newest(shop.kinds, _PICTURE_KINDS)
    for name, slot in layout.slots.items():
        if name != "picture":
            if name != "ref_strike" or _needs_line(text, shop):
                found.append(_text(name, slot, text, shop, language))
        elif picture is not None:
            found.append(_picture(slot, picture))
    return tuple(found)


def newest(kinds: Iterable[str], wanted: Sequence[str]) -> str | None:
    """The newest version of the first wanted kind there is: "text_gdiplus_v3" of "text_gdiplus"."""
    there = tuple(kinds)
    for name in wanted:
        versions = [kind for kind in there if kind == name or kind.startswith(f"{name}_v")]
        if versions:
            return max(versions, key=_version)
    return None


def _version(kind: str) -> int:
    _name, _v, number = kind.rpartition("_v")
    return int(number) if number.isdigit() else 1


def _needs_line(kind: str, shop: Workshop) -> bool:
    """Texts on Windows can be struck out; where one that cannot, or an older one, stands, a line is laid
    over it."""
    return not kind.startswith("text_gdiplus") or f"{PREFIX}ref_price" in shop.inputs


def _block(name: str, box: Box, kind: str) -> Piece:
    rgb, alpha = _BLOCK_COLOURS[name]
    return Piece(
        name=f"{OURS}{name} {box.width}x{box.height}",
        kind=kind,
        settings={"color": _abgr(rgb, alpha), "width": box.width, "height": box.height},
        placed={"positionX": float(box.x), "positionY": float(box.y), "alignment": _TOP_LEFT},
    )


def _picture(slot: Slot, kind: str) -> Piece:
    placed = _placed(slot) | {"boundsType": "OBS_BOUNDS_SCALE_INNER"}
    return Piece(name=f"{PREFIX}picture", kind=kind, settings={"file": ""}, placed=placed)


def _text(name: str, slot: Slot, kind: str, shop: Workshop, language: Language) -> Piece:
    font = {
        "face": _FACES.get(shop.platform, _FACE),
        "size": slot.size,
        "style": "Bold",
        "flags": _BOLD | (_STRIKEOUT if name == "ref_price" and kind.startswith("text_gdiplus") else 0),
    }
    if name == "ref_strike":
        font |= shop.ref_font
    made = _gdiplus if kind.startswith("text_gdiplus") else _freetype
    rgb = _TEXT_COLOURS.get(name, _WHITE)
    settings = made(slot, rgb, stands_alone=name == "countdown", by_words=language == "en")
    return Piece(
        name=PREFIX + name,
        kind=kind,
        settings={"text": "", "font": font, **settings},
        placed=_placed(slot) | {"boundsType": "OBS_BOUNDS_MAX_ONLY"},
    )


def _freetype(slot: Slot, rgb: int, *, stands_alone: bool, by_words: bool) -> dict[str, Any]:
    look: dict[str, Any] = {"color1": _abgr(rgb), "color2": _abgr(rgb)}
    if slot.wraps:
        look |= {"custom_width": slot.box.width, "word_wrap": by_words}
    if stands_alone:
        look |= {"outline": True, "drop_shadow": True}
    return look


def _gdiplus(slot: Slot, rgb: int, *, stands_alone: bool, by_words: bool) -> dict[str, Any]:
    look: dict[str, Any] = {"color": _abgr(rgb, 0), "opacity": 100}
    if slot.wraps:
        size = {"extents_cx": slot.box.width, "extents_cy": slot.box.height}
        look |= {"extents": True, "extents_wrap": True, "align": slot.align, "valign": "center", **size}
    if stands_alone:
        look |= {"outline": True, "outline_size": max(2, slot.size // 20), "outline_color": 0}
    return look


def _placed(slot: Slot) -> dict[str, Any]:
    """Texts stand at their own size, and are made smaller where they would not fit."""
    box = slot.box
    return {
        "positionX": float(box.x),
        "positionY": float(box.y),
        "alignment": _TOP_LEFT,
        "boundsWidth": float(box.width),
        "boundsHeight": float(box.height),
        "boundsAlignment": _BOUNDS[slot.align] | _BOUNDS[slot.rise],
    }


def _abgr(rgb: int, alpha: int = 0xFF) -> int:
    """OBS writes colours as alpha, blue, green, red."""
    red, green, blue = rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF
    return alpha << 24 | blue << 16 | green << 8 | red
