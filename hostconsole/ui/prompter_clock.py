"""Where the prompter stands at the very moment of painting.

The show's clock counts whole milliseconds, which is too coarse for movement without a judder; this one
fills in between them from the system's own clock and follows the show's, whatever that does.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from hostconsole.show.reading import Timeline
from hostconsole.show.state import Prompter

_TRUSTED_MS = 2.0
"""How far the two clocks may part before the show's is believed anew."""


class SmoothClock:
    """The show's clock with fractions of a millisecond. Never more than 2 ms from `now_ms()`."""

    def __init__(
        self, now_ms: Callable[[], int], monotonic_ns: Callable[[], int] = time.monotonic_ns
    ) -> None:
        self._now_ms = now_ms
        self._monotonic_ns = monotonic_ns
        self._ahead = 0.0

    def now(self) -> float:
        """Milliseconds of the session's own clock."""
        show, system = float(self._now_ms()), self._monotonic_ns() / 1e6
        smooth = system + self._ahead
        if abs(smooth - show) > _TRUSTED_MS:
            self._ahead = show - system
            return show
        return smooth


def place(prompter: Prompter, *, item: str, line: Timeline, now_ms: float) -> float:
    """The character of `item`'s spoken text at the mark: the same function of time as the show's
    `prompter_at`, for a time between two milliseconds. 0 for another item's prompter."""
    if prompter.item != item:
        return 0.0
    if not prompter.running:
        return min(prompter.at, float(line.length))
    return line.place(prompter.at, units=prompter.pace * max(0.0, now_ms - prompter.since_ms) / 60_000)
