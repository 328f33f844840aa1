"""A listener for tests: what the link told, and how long the loop's thread was held up meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import pytest

from hostconsole.obs.link import Obs, open_obs
from hostconsole.show.events import Event, ObsLinkChanged
from tests.served import ServedClock

E = TypeVar("E", bound=Event)


class Watch:
    """Collects events in the order told. `now` is the clock that bounds and stalls are held against."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self.told: list[Event] = []
        self.at: list[float] = []
        self.longest_stall_s = 0.0
        self._news = asyncio.Event()

    def tell(self, event: Event) -> None:
        self.told.append(event)
        self.at.append(time.monotonic())
        self._news.set()

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.told if isinstance(event, kind)]

    @property
    def mark(self) -> int:
        """A place in what was told, for `until(..., since=...)`."""
        return len(self.told)

    @property
    def link(self) -> str:
        changes = self.all(ObsLinkChanged)
        return changes[-1].now if changes else "off"

    async def until(
        self,
        kind: type[E],
        true: Callable[[E], bool] = lambda _: True,
        *,
        since: int = 0,
        within_s: float = 8.0,
    ) -> E:
        """The first such event told after place `since`."""
        end = self.now() + within_s
        while True:
            for event in self.told[since:]:
                if isinstance(event, kind) and true(event):
                    return event
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), max(0.0, end - self.now()))
            if not self._news.is_set() and self.now() >= end:
                pytest.fail(f"no such {kind.__name__} within {within_s} s; told: {self.told[since:]}")

    async def until_link(self, word: str, *, since: int = 0, within_s: float = 8.0) -> ObsLinkChanged:
        return await self.until(
            ObsLinkChanged, lambda event: event.now == word, since=since, within_s=within_s
        )

    async def count_stalls(self) -> None:
        """Runs beside the test: how late a 5 ms timer came at worst."""
        while True:
            before = self.now()
            await asyncio.sleep(0.005)
            self.longest_stall_s = max(self.longest_stall_s, self.now() - before - 0.005)


@asynccontextmanager
async def linked(
    *, port: int, password: str | None, host: str = "127.0.0.1", now: Callable[[], float] | None = None
) -> AsyncIterator[tuple[Obs, Watch]]:
    """A started link and its watch; stopped at the end. Time is that in which the machine served us, unless
    `now` is given."""
    clock = ServedClock()
    watch = Watch(now or clock.now)
    link = open_obs(
        f"ws://{host}:{port}",
        password=lambda: password,
        tell=watch.tell,
        loop=asyncio.get_running_loop(),
    )
    stalls = asyncio.ensure_future(watch.count_stalls())
    link.start()
    try:
        yield link, watch
    finally:
        stalls.cancel()
        link.stop()
        clock.stop()


def awaited(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Runs an async test to its end on a loop of its own."""

    @functools.wraps(test)
    def run(*args: object, **named: object) -> None:
        asyncio.run(test(*args, **named))

    return run


async def until(
    true: Callable[[], object],
    *,
    within_s: float = 5.0,
    what: str = "it",
    now: Callable[[], float] = time.monotonic,
) -> None:
    """Waits without holding up the loop; fails the test if it does not become true."""
    end = now() + within_s
    while not true():
        if now() > end:
            pytest.fail(f"waited {within_s} s in vain for {what}")
        await asyncio.sleep(0.01)
