"""Numbers as people type them: full-width digits too, as an input method leaves them unnoticed."""

from __future__ import annotations

import re
import unicodedata

LARGEST_QTY = 1_000_000_000

LONGEST_MINUTES = 1_440

_WHOLE = re.compile(r"[+-]?[0-9]{1,40}")
_DECIMAL = re.compile(r"([+-]?)([0-9]{0,40})(?:\.([0-9]{0,40}))?")


def typed(text: str) -> str:
    """`text` with full-width characters made plain and spaces around it taken off."""
    return unicodedata.normalize("NFKC", text).strip()


def whole(text: str) -> int:
    """A whole number; raises ValueError."""
    plain = typed(text)
    if not _WHOLE.fullmatch(plain):
        raise ValueError("not a whole number")
    number = int(plain)
    if abs(number) > LARGEST_QTY:
        raise ValueError("too large")
    return number


def decimal_parts(text: str) -> tuple[bool, str, str]:
    """Sign (True: below 0), digits before and after the point of a plain decimal text; raises
    ValueError for anything else, exponents included."""
    found = _DECIMAL.fullmatch(typed(text))
    if found is None or not (found[2] or found[3]):
        raise ValueError("not a number")
    return found[1] == "-", found[2] or "0", found[3] or ""


def seconds_of_minutes(text: str) -> int:
    """Seconds of a text of minutes such as "1.5"; raises ValueError."""
    negative, before, after = decimal_parts(text)
    minutes = float(f"{before}.{after or 0}")
    if negative or minutes > LONGEST_MINUTES:
        raise ValueError(f"not between 0 and {LONGEST_MINUTES} minutes")
    return round(minutes * 60)
