"""Finding an item by what a hurried person types: link number, title, pinyin or its initials.

`bwb` finds 保温杯, `baowen` too. The order is fixed: better kinds of match first, what is sold
before segments, then the queue's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from hostconsole.show.command import item_of_link
from hostconsole.show.errors import Refused
from hostconsole.show.plan import Item
from hostconsole.show.state import State

MOST = 8
"""So many choices are offered."""

_BY_NUMBER = 3
"""Ranks up to here are matches by link number or of the whole title."""

_SAID = re.compile(r"(?:link\s*|no\.?\s*|第)?(?P<number>\d+)\s*号?(?:链接)?", re.IGNORECASE)

_DASHES = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "×": "*", "。": "."})


def plain(text: str) -> str:
    """What was meant by what was typed: full-width forms, dashes and signs of an input method made plain."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def learn(titles: Iterable[str]) -> None:
    """Loads the pinyin library (some 180 ms) and these titles, so that the first key does not wait."""
    for title in titles:
        sounds(title)


@lru_cache(maxsize=4096)
def sounds(title: str) -> tuple[str, str]:
    """Initials and whole pinyin of a title, in lower case without spaces: ("316bwb", "316baowenbei").
    What is not Chinese stands in both as it is."""
    folded = _folded(title)
    if folded.isascii():
        return folded, folded
    from pypinyin import Style, lazy_pinyin

    initials = "".join(lazy_pinyin(folded, style=Style.FIRST_LETTER))
    return initials, "".join(lazy_pinyin(folded))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def numbered(state: State, number: str) -> str | None:
    """The item that a link number means, as everywhere in the console; also as it is said ("12号",
    "link 12")."""
    said = _SAID.fullmatch(number.strip())
    for text in (number, said["number"] if said else ""):
        try:
            return item_of_link(state, text) if text else None
        except Refused:
            continue
    return None


def titled(state: State, words: str) -> bool:
    """Whether some item is called that, or is called something with that in it."""
    wanted = _folded(words)
    return any(
        wanted in _folded(row.item.title) or wanted in _folded(row.item.title_en)
        for row in state.items.values()
    )


def find(state: State, words: str) -> tuple[str, ...]:
    """Ids of the items that `words` may mean, best first, MOST at most. Digits that begin a link number
    are not looked for in titles (120g)."""
    wanted = _folded(words)
    if not wanted:
        return ()
    exact = numbered(state, words)
    ranked: list[tuple[int, bool, bool, int, str]] = []
    for place, key in enumerate(state.order):
        row = state.items[key]
        rank = 0 if key == exact else _rank(row.item, wanted)
        if rank is not None:
            ranked.append((rank, row.skipped, row.item.kind == "segment", place, key))
    ranked.sort()
    if wanted.isdecimal() and ranked and ranked[0][0] <= _BY_NUMBER:
        ranked = [found for found in ranked if found[0] <= _BY_NUMBER]
    return tuple(key for *_, key in ranked[:MOST])


def _rank(item: Item, wanted: str) -> int | None:
    """How well an item matches (lower is better), None if it does not. Digits are looked for in link
    numbers and titles only."""
    number, title, english = _folded(item.link_no), _folded(item.title), _folded(item.title_en)
    if number and number == wanted:
        return 1
    if title == wanted or item.id.casefold() == wanted:
        return 2
    if number and number.startswith(wanted):
        return 3
    if title.startswith(wanted) or english.startswith(wanted):
        return 4
    if wanted in title or wanted in english:
        return 5 if not wanted.isdecimal() else 8
    return None if wanted.isdecimal() or not wanted.isascii() else _sound_rank(item.title, wanted)


def _sound_rank(title: str, wanted: str) -> int | None:
    initials, whole = sounds(title)
    if initials.startswith(wanted):
        return 5
    if wanted in initials:
        return 6
    if whole.startswith(wanted) or (len(wanted) > 2 and wanted in whole):
        return 7
    return None
