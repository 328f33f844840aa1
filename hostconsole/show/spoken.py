"""The words that are read aloud, and how they are cut into lines.

A line is the spoken text cut at line ends and after 。！？；.!?; and at 40 characters, the same in every
window (DESIGN §5.3), so that "line 14" means one place whatever the font.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Literal

import msgspec

from hostconsole.show.plan import Item
from hostconsole.show.script import parsed

LONGEST_LINE = 40
"""Characters a line has at most."""

_STOPS = "。！？；.!?;"


class Line(msgspec.Struct, frozen=True):
    """Characters `start` to `end` (exclusive) of the spoken text."""

    start: int
    end: int


Layout = Literal["card", "scroll"]


def layout_of(item: Item) -> Layout:
    """Cards are for what is sold by points; segments and rows without points are read."""
    return "card" if item.key_points and item.kind != "segment" else "scroll"


def script_text(item: Item) -> str:
    """The script as it was written: the item's language first."""
    first, second = item.script, item.script_en
    if item.lang.lower().startswith("en"):
        first, second = second, first
    return first or second


def spoken_text(item: Item) -> str:
    """The script as it is read: markup, marks, notes and block lines left out, tokens as written."""
    return parsed(script_text(item)).spoken


@lru_cache(maxsize=256)
def lines(text: str) -> tuple[Line, ...]:
    """The lines of a spoken text, in order, covering every character."""
    found: list[Line] = []
    start = 0
    for place, char in enumerate(text):
        full = place + 1 - start >= LONGEST_LINE
        if char == "\n" or full or _stops_at(text, place):
            found.append(Line(start, place + 1))
            start = place + 1
    if start < len(text):
        found.append(Line(start, len(text)))
    return tuple(found)


def line_at(text: str, at: float) -> int:
    """Index (from 0) of the line that holds character `at`; the last line at the text's end."""
    cut = lines(text)
    starts = [line.start for line in cut]
    return max(0, min(bisect_right(starts, at) - 1, len(cut) - 1))


def _stops_at(text: str, place: int) -> bool:
    """A stop ends a line unless it is the point of a number (19.9) or more stops follow."""
    if text[place] not in _STOPS:
        return False
    following = text[place + 1 : place + 2]
    if text[place] == "." and following.isdigit():
        return False
    return following not in _STOPS or following == ""
