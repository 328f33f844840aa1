"""Numbers of a report as people read them, and the names of items."""

from __future__ import annotations

import re
import unicodedata
from statistics import median

from hostconsole.report.look import Look
from hostconsole.show.money import as_read

LONGEST_NAME = 24
"""Half-width cells of a title in a sentence: two for a Chinese character."""

_WHOLE_PART = re.compile(r"\d+")


def clock(ms: int) -> str:
    """Hours, minutes and seconds: 0:04:12."""
    seconds = ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def span(ms: int) -> str:
    """A length as it is said: 14:20, or 1:04:12 from an hour on."""
    seconds = max(0, round(ms / 1000))
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{seconds // 60}:{seconds % 60:02d}"


def number(value: float, *, places: int = 0) -> str:
    """1,234 or 12.5."""
    return f"{value:,.{places}f}"


def total(minor: int, currency: str) -> str:
    """A sum of money: ¥417,883.05."""
    return _WHOLE_PART.sub(lambda found: f"{int(found[0]):,}", as_read(minor, currency), count=1)


def percent(a: float, b: float) -> str:
    """ "38": the share of `a` in `b`, which is not 0."""
    return f"{100 * a / b:.0f}"


def middle(values: list[float]) -> float | None:
    """The median, None of nothing."""
    return median(values) if values else None


def name_of(link_no: str, title: str, look: Look, *, longest: int = LONGEST_NAME) -> str:
    """ "Link 3 Thermos", "3 号 保温杯"; the title alone where there is no link number."""
    short = fitted(title, longest)
    return look.word("link_title", link=fitted(link_no, 8), title=short) if link_no else short


def fitted(text: str, cells: int) -> str:
    """`text` in so many half-width cells, with … where it had to be cut; line ends become spaces."""
    text = " ".join(text.split())
    if width(text) <= cells:
        return text
    kept, used = [], 1
    for letter in text:
        used += width(letter)
        if used > cells:
            break
        kept.append(letter)
    return "".join(kept) + "…"


def width(text: str) -> int:
    """Half-width cells of `text`."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
