"""What people tick before a show, and the hours it may last."""

from __future__ import annotations

import msgspec

TICKS = ("links", "cover", "hotspot")
"""Links prepared in the shop's back-office, title and cover set, a second way to the network tried."""


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """Ticked by whom, and when (UTC ISO 8601)."""

    what: str
    by: str
    at: str


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """Times of day such as "19:30"; the end may be on the next day."""

    start: str
    end: str

    @property
    def seconds(self) -> int:
        """How long that is; a day for twice the same time."""
        return (_minutes(self.end) - _minutes(self.start) - 1) % (24 * 60) * 60 + 60


def time_of_day(text: str) -> str:
    """A time such as "9:05" or "2130" as "09:05"; raises ValueError."""
    digits = text.strip().replace("：", ":").replace(".", ":")
    hours, colon, minutes = digits.partition(":")
    if not colon:
        hours, minutes = digits[:-2] or digits, digits[-2:] if len(digits) > 2 else "0"
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
        raise ValueError("not a time of day such as 21:30")
    return f"{int(hours):02d}:{int(minutes):02d}"


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
