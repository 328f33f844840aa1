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
from traceback import StackSummary, extract_stack
from types import FrameType

from hostconsole.desk.stalls import LONG_MS, StallWords

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
        self._before = signal.signal(_SIGNAL, self._seen) if self._on_main else None
        self._ending = threading.Event()
        self._asked = 0.0
        self._pending = False
        self._longest = 0.0
        self._stood: StackSummary | None = None
        self._said_ms = 0.0
        self._words = StallWords()
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
        ask_at_ms = LOGGED_MS
        while not self._ending.wait(BEAT_S):
            if not self._pending:
                ask_at_ms = LOGGED_MS
                self._asked = time.monotonic()
                self._pending = True
                try:
                    self._loop.call_soon_threadsafe(self._beat)
                except RuntimeError:
                    return  # the loop has closed: there is nothing left to watch
            elif self._waited_ms() > ask_at_ms:
                # Asked again when it lasts: of a thread that never comes back the log must say where it is.
                ask_at_ms = LONG_MS if ask_at_ms < LONG_MS else float("inf")
                if self._on_main:
                    with contextlib.suppress(ValueError):
                        _thread.interrupt_main(_SIGNAL)

    def _waited_ms(self) -> float:
        return (time.monotonic() - self._asked) * 1000

    def _beat(self) -> None:
        waited = self._waited_ms()
        self._longest = max(self._longest, waited / 1000)
        if self._stood is not None:
            self._say(waited, self._stood)
        elif self._said_ms and waited > self._said_ms + LOGGED_MS:
            _log.info("main thread came back after %.0f ms", waited)
        self._said_ms = 0.0
        self._pending = False

    def _seen(self, _number: int, frame: FrameType | None) -> None:
        """In the main thread, as soon as it runs Python again: where the time went, or where it came back.
        A stall that is long already is said at once, any other when it is over."""
        waited = self._waited_ms()
        if not self._pending or waited < LOGGED_MS:
            return  # the beat came in the meantime
        self._stood = extract_stack(frame, limit=12)
        if waited >= LONG_MS:
            self._say(waited, self._stood)

    def _say(self, waited_ms: float, stack: StackSummary) -> None:
        self._stood, self._said_ms = None, waited_ms
        _log.info("%s", self._words.of(waited_ms, stack, time.monotonic()))
