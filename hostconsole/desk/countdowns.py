"""Countdowns end by themselves: the link opens at 0, in the name of who started it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hostconsole.show.events import CountdownEnded, CountdownStarted, Entry
from hostconsole.show.state import Countdown, State

_LONGEST_STEP_S = 0.2
_SHORTEST_STEP_S = 0.005


class Countdowns:
    """Watches the state's countdown. Steps shorter than what is left, since the loop's timers are coarse
    (up to 5 % late), and so that the countdown's text in OBS moves each second."""

    def __init__(
        self,
        *,
        loop: asyncio.AbstractEventLoop,
        now_ms: Callable[[], int],
        step: Callable[[], None],
        ended: Callable[[str | None, str], None],
    ) -> None:
        self._loop = loop
        self._now_ms = now_ms
        self._step = step
        self._ended = ended
        self._running: Countdown | None = None
        self._actor = ""
        self._timer: asyncio.TimerHandle | None = None

    def changed(self, state: State, entries: tuple[Entry, ...]) -> None:
        """The show changed; a new countdown is followed, one that is over is forgotten."""
        if state.countdown == self._running:
            return
        started = (entry.actor for entry in entries if isinstance(entry.event, CountdownStarted))
        self._actor = next(started, self._actor)
        self._running = state.countdown
        self._wait()

    def stop(self) -> None:
        self._running = None
        if self._timer is not None:
            self._timer.cancel()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._running is None:
            return
        left_s = (self._running.ends_ms - self._now_ms()) / 1000
        if left_s <= 0:
            countdown, self._running = self._running, None
            self._ended(countdown.item, self._actor)
            return
        pause = max(_SHORTEST_STEP_S, min(_LONGEST_STEP_S, left_s * 0.8))
        self._timer = self._loop.call_later(pause, self._tick)

    def _tick(self) -> None:
        self._step()
        self._wait()


FREE_ENDED = (CountdownEnded(),)
"""What is recorded when a countdown without a link is over."""
