"""A day with its time as exports write them: 2026-11-23 20:43:10 +0800, 2026/11/3 8:05, 2026年11月3日,
11/20/2026 8:03:11 PM, 20/11/2026 20:03:11.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timezone
from typing import Literal

First = Literal["day", "month"]
"""What stands first in days such as 20/11/2026."""

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?:\s*(?P<half>[AP])\.?M\.?)?"
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-](?:0\d|1[0-4]):?(?:00|15|30|45))"
_REST = rf"(?:[ T,]*{_CLOCK})?\s*{_ZONE}?"
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})[-/.年](?P<month>\d{{1,2}})[-/.月](?P<day>\d{{1,2}})日?{_REST}", re.IGNORECASE
)
_YEAR_LAST = re.compile(
    rf"(?P<one>\d{{1,2}})([-/.])(?P<two>\d{{1,2}})\2(?P<year>\d{{4}}){_REST}", re.IGNORECASE
)


def first_in(texts: Iterable[str]) -> First | None:
    """What stands first in the days of a column, as its numbers over 12 say; if there are none, the month
    where a time has AM or PM. None: nothing says it, or some say the one and some the other."""
    found = [day for text in texts if (day := _YEAR_LAST.fullmatch(text.strip()))]
    told: set[First] = {"day" for day in found if int(day["one"]) > 12}
    told |= {"month" for day in found if int(day["two"]) > 12}
    if not told and any(day["half"] for day in found):
        return "month"
    return told.pop() if len(told) == 1 else None


def stamp(text: str, zone: timezone | None, first: First | None = None) -> datetime | None:
    """The time a text means, in UTC; None if it means none. Without a zone of its own it is of `zone`,
    None: of this PC's. `first` is `first_in` of its column: without it no day with its year last is read."""
    found = _YEAR_FIRST.fullmatch(text.strip()) or (_YEAR_LAST.fullmatch(text.strip()) if first else None)
    if found is None:
        return None
    try:
        local = datetime(*_day(found, first), *_clock(found))  # noqa: DTZ001
        if found["zone"]:
            aware = datetime.fromisoformat(f"{local.isoformat()}{_offset(found['zone'].upper())}")
        else:
            aware = local if zone is None else local.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(found: re.Match[str], first: First | None) -> tuple[int, int, int]:
    if found.re is _YEAR_FIRST:
        return int(found["year"]), int(found["month"]), int(found["day"])
    one, two = int(found["one"]), int(found["two"])
    return (int(found["year"]), two, one) if first == "day" else (int(found["year"]), one, two)


def _clock(found: re.Match[str]) -> tuple[int, int, int]:
    """Raises ValueError for 13 PM. Noon is 12 PM, midnight 12 AM."""
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if found["half"].upper() == "P" else 0)
    return hour, minute, second


def _offset(zone: str) -> str:
    return "+00:00" if zone in ("Z", "UTC", "GMT") else zone
