"""A day with its time as exports write them: 2026-11-23 20:43:10 +0800, 2026/11/3 8:05, 2026年11月3日."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timezone

_DAY = r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-](?:0\d|1[0-4]):?(?:00|15|30|45))"
_STAMP = re.compile(rf"{_DAY}(?:[ T]*{_CLOCK})?\s*{_ZONE}?", re.IGNORECASE)
_WRITTEN = ("year", "month", "day", "hour", "minute", "second")


def stamp(text: str, zone: timezone | None) -> datetime | None:
    """The time a text means, in UTC; None if it means none. Without a zone of its own it is of `zone`,
    None: of this PC's."""
    found = _STAMP.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(found[name] or 0) for name in _WRITTEN)
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
        if found["zone"]:
            aware = datetime.fromisoformat(f"{local.isoformat()}{_offset(found['zone'].upper())}")
        else:
            aware = local if zone is None else local.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _offset(zone: str) -> str:
    return "+00:00" if zone in ("Z", "UTC", "GMT") else zone
