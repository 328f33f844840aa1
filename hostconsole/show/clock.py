"""Time as an argument: the show asks a `Clock` only at its edge (`Show`), never inside a rule."""

from __future__ import annotations

from typing import Protocol

import msgspec


class Moment(msgspec.Struct, frozen=True):
    """One reading of both clocks. `at`: UTC ISO 8601 with milliseconds, "2026-11-23T20:43:10.123Z";
    `monotonic_ms`: milliseconds since some fixed time of this boot; `boot`: this boot's id."""

    at: str
    monotonic_ms: int
    boot: str


class Clock(Protocol):
    """Anything that can be asked for the time."""

    def now(self) -> Moment: ...
