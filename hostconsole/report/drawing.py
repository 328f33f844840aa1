"""Shapes of SVG as text: the small common ground of browsers and of Qt's painter (SVG Tiny: no style sheets,
no clipping), so that a page and a printed picture show the same drawing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from hostconsole.report.reading import fitted, width

FONT = "Inter, Segoe UI, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"

INK, SOFT, FAINT, LINE, BAND = "#1b2330", "#5b6675", "#8a94a3", "#dfe4ea", "#f4f6f9"
BAD, GOOD = "#b42318", "#116149"

HUES: Sequence[tuple[str, str]] = (
    ("#cfe3fa", "#1f5f9e"), ("#fde3c6", "#95540a"), ("#d3edd9", "#1c6b3a"), ("#f6d3dc", "#9c2749"),
    ("#e2daf6", "#5b3ca0"), ("#cdeceb", "#12696a"), ("#f3e8b8", "#775e04"), ("#dde2ea", "#44506a"),
    ("#f9d9c9", "#9a3f16"), ("#d9e8c3", "#47681a"),
)  # fmt: skip
"""Pairs of a light ground and a dark ink that can be read on it."""

SEGMENT = ("#eceff3", "#5b6675")


_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(words: str) -> str:
    """`words` as XML can hold them."""
    return html.escape(_NO_XML.sub("\ufffd", words))


def hue(place: int) -> tuple[str, str]:
    """The ground and ink of the product at `place`."""
    return HUES[place % len(HUES)]


def rect(
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    fill: str,
    round_: float = 0,
    title: str = "",
    opacity: float = 1,
) -> str:
    """A filled rectangle; `title` is shown by browsers under the pointer."""
    shape = f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(w, 0.5):.1f}" height="{h:.1f}" fill="{fill}"'
    shape += f' rx="{round_}"' if round_ else ""
    shape += f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return f"{shape}><title>{escape(title)}</title></rect>" if title else f"{shape}/>"


def line(x1: float, y1: float, x2: float, y2: float, *, ink: str = LINE, wide: float = 1) -> str:
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{ink}" stroke-width="{wide}"/>'


def path(points: Iterable[tuple[float, float]], *, ink: str, wide: float = 1.5) -> str:
    """A line through `points`."""
    steps = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M{steps}" fill="none" stroke="{ink}" stroke-width="{wide}" stroke-linejoin="round"/>'


def polygon(points: Iterable[tuple[float, float]], *, fill: str, opacity: float = 1) -> str:
    steps = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{steps}" fill="{fill}" fill-opacity="{opacity}"/>'


def dot(x: float, y: float, *, ink: str, filled: bool, title: str = "", r: float = 3.5) -> str:
    """A point: full for what was answered, a ring for what was not."""
    ground = ink if filled else "#ffffff"
    shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="{ground}" stroke="{ink}" stroke-width="1.5"'
    return f"{shape}><title>{escape(title)}</title></circle>" if title else f"{shape}/>"


def text(
    x: float,
    y: float,
    words: str,
    *,
    ink: str = INK,
    size: float = 11,
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """One line; `y` is its base line."""
    weight = ' font-weight="600"' if bold else ""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{size}" fill="{ink}"{weight}{where}>'
        f"{escape(words)}</text>"
    )


def room_for(words: str, pixels: float, *, size: float = 11) -> str:
    """`words` as far as they fit into so many pixels, "" if nothing sensible does."""
    cells = int(pixels / (size * 0.58))
    if cells < min(width(words), 3):
        return ""
    return fitted(words, cells)


def picture(width_: int, height: float, parts: Iterable[str], *, label: str) -> str:
    """The whole drawing."""
    inside = "\n".join(part for part in parts if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width_} {height:.0f}" width="{width_}" '
        f'height="{height:.0f}" role="img" aria-label="{escape(label)}">\n{inside}\n</svg>'
    )
