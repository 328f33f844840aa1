"""Single values as shops send them: numbers as text, null, absurd ones, times of many shapes. Pure."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal

LARGEST = 1_000_000
"""Pieces. More than that in a show is a shop's word for "unlimited", or a mistake; it is not believed."""

Warned = Literal[
    "", "null", "text", "absurd", "fraction", "oversold", "reserved", "twice", "unfit", "sold_out"
]
"""What is odd about a figure; see docs/feeds.md."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.0*)?")
_PLAIN = re.compile(r"[+-]?\d{1,15}(\.\d{0,15})?")
_TRUE = frozenset({"true", "yes", "y", "1", "on", "是", "真"})


@dataclass(frozen=True, slots=True)
class Whole:
    """A number of pieces, or None with the reason. "fraction" comes with a number, rounded down."""

    value: int | None
    warned: Warned = ""


def whole(value: Any) -> Whole:
    """Pieces from whatever a shop sends: 12, 12.0, "12", "1,200", "１２". Never raises."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return Whole(None, "null")
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Whole(None, "text")
    if not abs(value) <= LARGEST:  # so for NaN too
        return Whole(None, "absurd")
    rounded = math.floor(value)
    return Whole(rounded, "" if rounded == value else "fraction")


def _from_text(value: str) -> Whole:
    text = unicodedata.normalize("NFKC", value[:64]).replace(" ", "").replace("\u2212", "-")
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    return whole(float(text)) if _PLAIN.fullmatch(text) else Whole(None, "text")


def truth(value: Any) -> bool:
    """Whether a shop says yes: true, 1, "true", "yes", "是"."""
    if isinstance(value, str):
        return unicodedata.normalize("NFKC", value[:64]).strip().casefold() in _TRUE
    return value is True or (isinstance(value, int | float) and value == 1)


def text_of(value: Any) -> str:
    """A SKU, an id or a state as text: 12 is "12", what is no plain value is ""."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    try:
        return str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)
    except ValueError:  # an integer of thousands of digits cannot be printed
        return ""


WHOLE = 2000
"""Characters kept of an odd value or a fault until secrets are taken out: half of one would be missed."""


def shown(value: Any, *, most: int = 40) -> str:
    """A value as a person may be shown it: on one line, of `most` characters."""
    try:
        text = value if isinstance(value, str) else repr(value)
    except (ValueError, RecursionError):  # an integer of thousands of digits cannot be printed
        text = "…"
    text = " ".join(text[: 5 * most].split())
    return text if len(text) <= most else text[: most - 1] + "…"


def moment_of(value: Any) -> str | None:
    """A time as UTC ISO 8601 with milliseconds and "Z", so that texts compare as times do. None if it is
    none. A time without a zone is taken as UTC; numbers are seconds or milliseconds since 1970."""
    try:
        moment = _moment(value)
        if moment is None:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None


def _moment(value: Any) -> datetime | None:
    if isinstance(value, str):
        text = value.strip()[:64]
        if text.isdecimal() and text.isascii() and 9 <= len(text) <= 13:
            return _moment(int(text))
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return parsedate_to_datetime(text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return datetime.fromtimestamp(value / 1000 if abs(value) > 1e11 else value, UTC)


def label(name: str) -> str:
    """A column's name for comparing: width, case and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
