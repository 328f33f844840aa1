"""`FeedRunner`: every feed apart on the loop, none able to stall or end the show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from hostconsole.feeds.course import Course, Open
from hostconsole.feeds.feed import Feed
from hostconsole.feeds.opening import source_of
from hostconsole.feeds.pacing import Pacing
from hostconsole.feeds.told import FeedLamp, FeedTold, Wanted
from hostconsole.show.clock import Clock


class FeedRunner:
    """Runs feeds. `wanted` is asked before each call; `told` is called on the loop's thread, and must be
    quick. `start` and `stop` belong to the loop's thread too. `since`: see `Course`."""

    def __init__(
        self,
        feeds: Iterable[Feed],
        *,
        wanted: Callable[[], Wanted],
        told: Callable[[FeedTold], None],
        loop: asyncio.AbstractEventLoop,
        clock: Clock,
        pacing: Pacing | None = None,
        source_of: Open = source_of,
        since: str = "",
    ) -> None:
        self._loop = loop
        self._tasks: set[asyncio.Task[None]] = set()
        self._courses = tuple(
            Course(
                feed,
                wanted=wanted,
                told=told,
                clock=clock,
                pacing=pacing or Pacing(),
                open_=source_of,
                since=since,
            )
            for feed in feeds
        )

    @property
    def lamps(self) -> tuple[FeedLamp, ...]:
        """The lamp of each feed, in the file's order."""
        return tuple(course.lamp for course in self._courses)

    def start(self) -> None:
        """Starts all feeds; nothing is asked before the loop turns."""
        for course in self._courses:
            task = self._loop.create_task(course.run(), name=f"feed {course.lamp.name}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def wanted_changed(self) -> None:
        """Another item is on air: its SKUs are asked for at once."""
        for course in self._courses:
            course.wake()

    def try_now(self) -> None:
        """Everything is asked for at once, but for a pause that a shop has asked for."""
        for course in self._courses:
            course.try_now()

    def hide(self, text: str) -> str:
        """`text` without any secret of a feed; may be called on any thread."""
        for course in self._courses:
            text = course.hide(text)
        return text

    async def stop(self) -> None:
        """Ends all feeds and closes their connections; nothing is told afterwards."""
        tasks = tuple(self._tasks)
        for course in self._courses:
            course.hush()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
