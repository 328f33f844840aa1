"""Measures how long the main thread ever kept its loop waiting, and says in the log where it stood.

The stack is taken by the main thread itself, in a signal handler: another thread that reads the frames of
a running one crashes Python 3.11 (seen here as segmentation faults while Qt painted).
"""

from __future__ import annotations

import _thread
import asyncio
import contextlib
import logging
import signal
import sys
import threading
import time
import traceback
from types import FrameType

BEAT_S = 0.02
LOGGED_MS = 50.0

_log = logging.getLogger(__name__)

_SIGNAL = signal.Signals["SIGBREAK" if sys.platform == "win32" else "SIGUSR1"]


class Watchdog:
    """A thread that asks the loop for a beat every 20 ms and looks when it does not come.

    Made on the main thread. Elsewhere (a loop in a test's thread) it measures without stacks."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._on_main = threading.current_thread() is threading.main_thread()
        self._before = signal.signal(_SIGNAL, self._say_where) if self._on_main else None
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
        if self._on_main:
            signal.signal(_SIGNAL, self._before or signal.SIG_DFL)

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
                if self._on_main:
                    with contextlib.suppress(ValueError):
                        _thread.interrupt_main(_SIGNAL)

    def _beat(self) -> None:
        self._longest = max(self._longest, time.monotonic() - self._asked)
        self._pending = False

    def _say_where(self, _number: int, frame: FrameType | None) -> None:
        """In the main thread, as soon as it runs Python again: where the time went, or where it came back."""
        waited = (time.monotonic() - self._asked) * 1000
        stack = "".join(traceback.format_stack(frame, limit=12))
        _log.info("main thread stalled for %.0f ms at\n%s", waited, stack)
