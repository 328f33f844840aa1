"""A clock of the time in which this machine served us.

A shared machine may give nobody a turn for a second or two. A bound on how soon something is seen speaks of
the program, so it is held against this clock, which stands still meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_BEAT_S = 0.005
_ALLOWED_S = 0.010
"""A beat may come so late: Python's threads take turns of 5 ms. One that waits or computes holds up no
other's beats, so that a stall of our own is none of the machine's."""


class ServedClock:
    """Goes from its making to `stop`, in a thread that only sleeps and wakes."""

    def __init__(self) -> None:
        self._seen = (time.monotonic(), 0.0)
        """When the thread woke last, and what was lost until then."""
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="served", daemon=True)
        self._thread.start()

    def now(self) -> float:
        """Seconds as of `time.monotonic()`, less those in which not even a thread that wakes was served."""
        now, lost = self._look()
        return now - lost

    def lost(self) -> float:
        """Seconds lost since its making."""
        return self._look()[1]

    def stop(self) -> None:
        self._ending.set()
        self._thread.join(1.0)

    def _look(self) -> tuple[float, float]:
        woke, lost = self._seen  # before the time: what the thread notes in between is then not counted twice
        now = time.monotonic()
        return now, lost + max(0.0, now - woke - _BEAT_S - _ALLOWED_S)

    def _beat(self) -> None:
        while not self._ending.is_set():
            time.sleep(_BEAT_S)
            self._seen = self._look()


@contextmanager
def served() -> Iterator[ServedClock]:
    clock = ServedClock()
    try:
        yield clock
    finally:
        clock.stop()
