"""Garbage is collected on the main thread only.

Python collects on whichever thread happens to make the object too many; a Qt object that is thrown away
there, while the main thread paints, can take the program down. So collecting by itself stays off (it is
turned off at the start), and the loop does it between two events: the young often, all of them rarely.
"""

from __future__ import annotations

import asyncio
import gc

SETTLED_S = 2.0
"""So long after the start everything that stays has been made; it is never looked at again."""
EVERY_S = 1.0
ALL_EVERY = 120
"""Every so many times the old are looked at too."""


class Garbage:
    """Begins by itself once the start is over; `stop` ends it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._times = 0
        gc.disable()
        self._next = loop.call_later(SETTLED_S, self._begin)

    def stop(self) -> None:
        self._next.cancel()

    def _begin(self) -> None:
        gc.freeze()
        self._collect()

    def _collect(self) -> None:
        self._times += 1
        gc.collect(2 if self._times % ALL_EVERY == 0 else 1)
        self._next = self._loop.call_later(EVERY_S, self._collect)
