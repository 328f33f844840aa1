"""Measures how long the main thread ever kept its loop waiting, and says in the log where it stood."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import time
import traceback

BEAT_S = 0.02
LOGGED_MS = 50.0

_log = logging.getLogger(__name__)


class Watchdog:
    """A thread that asks the loop for a beat every 20 ms and looks when it does not come."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._main = threading.get_ident()
        self._ending = threading.Event()
        self._asked = 0.0
        self._pending = False
        self._longest = 0.0
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()

    def longest_ms(self) -> float:
        """The longest stall since the last call, in milliseconds."""
        longest, self._longest = self._longest, 0.0
        return longest * 1000

    def stop(self) -> None:
        self._ending.set()
        self._thread.join(1.0)

    def _watch(self) -> None:
        reported = False
        while not self._ending.wait(BEAT_S):
            if not self._pending:
                reported = False
                self._asked = time.monotonic()
                self._pending = True
                try:
                    self._loop.call_soon_threadsafe(self._beat)
                except RuntimeError:
                    return  # the loop has closed: there is nothing left to watch
            elif not reported and (time.monotonic() - self._asked) * 1000 > LOGGED_MS:
                reported = True
                _log.warning("main thread stalled\n%s", self._stack())

    def _beat(self) -> None:
        self._longest = max(self._longest, time.monotonic() - self._asked)
        self._pending = False

    def _stack(self) -> str:
        frame = sys._current_frames().get(self._main)
        return "".join(traceback.format_stack(frame, limit=12)) if frame else ""
