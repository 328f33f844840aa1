"""How much of a core this machine gives at the moment, told by a thread that only sleeps and wakes.

A shared machine may for a second or two give a program a fifth of a core: the main thread of the console then
comes late with all it does, and so does the witness. What the console holds up itself does not slow it.
"""

from __future__ import annotations

import threading
import time
from collections import deque

BEAT_S = 0.005
_IN_A_ROW = 25
"""Beats of which the mean is taken: about 130 ms, so that one late beat is not a slow machine."""


class Witness:
    """Watches from its making to `stop`."""

    def __init__(self) -> None:
        self._slowest_s = 0.0
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="witness", daemon=True)
        self._thread.start()

    def slowness(self) -> float:
        """The slowest 130 ms since the last call: how many times longer than its sleep a beat took, ≥ 1."""
        slowest, self._slowest_s = self._slowest_s, 0.0
        return max(1.0, slowest / BEAT_S)

    def stop(self) -> None:
        self._ending.set()
        self._thread.join(1.0)

    def _watch(self) -> None:
        last: deque[float] = deque(maxlen=_IN_A_ROW)
        while not self._ending.is_set():
            before = time.monotonic()
            time.sleep(BEAT_S)
            last.append(time.monotonic() - before)
            if len(last) == _IN_A_ROW:
                self._slowest_s = max(self._slowest_s, sum(last) / _IN_A_ROW)
