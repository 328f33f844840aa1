"""`FeedRunner`: every feed apart on the loop, none able to stall or end the show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial

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
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._ended: list[Course] = []
        self._new = partial(
            Course, wanted=wanted, told=told, clock=clock, pacing=pacing or Pacing(), open_=source_of
        )
        self._courses = tuple(self._new(feed, since=since) for feed in feeds)

    @property
    def lamps(self) -> tuple[FeedLamp, ...]:
        """The lamp of each feed, in the file's order."""
        return tuple(course.lamp for course in self._courses)

    def start(self) -> None:
        """Starts all feeds; nothing is asked before the loop turns."""
        for course in self._courses:
            self._start(course)

    def replace(self, feeds: Iterable[Feed], *, since: str) -> tuple[frozenset[str], frozenset[str]]:
        """From now on these feeds. One that says the same as before goes on as it is; the others end, without
        being waited for. The names of those that ended and are not there any more, and of those that begin,
        some in the place of another of their name."""
        running = {course.feed.name: course for course in self._courses}
        kept = {
            feed.name: course for feed in feeds if (course := running.get(feed.name)) and course.feed == feed
        }
        for name, course in running.items():
            if name not in kept:
                self._end(course)
        self._courses = tuple(
            kept[feed.name] if feed.name in kept else self._new(feed, since=since) for feed in feeds
        )
        names = frozenset(course.feed.name for course in self._courses)
        for name in names - kept.keys():
            self._start(next(course for course in self._courses if course.feed.name == name))
        return frozenset(running) - names, names - kept.keys()

    def _start(self, course: Course) -> None:
        name = course.feed.name
        self._tasks[name] = self._loop.create_task(course.run(), name=f"feed {name}")

    def _end(self, course: Course) -> None:
        course.hush()
        self._ended.append(course)  # its secrets are still to be hidden
        task = self._tasks.pop(course.feed.name)
        task.cancel()
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

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
        for course in (*self._courses, *self._ended):
            text = course.hide(text)
        return text

    async def stop(self) -> None:
        """Ends all feeds and closes their connections; nothing is told afterwards."""
        for course in self._courses:
            if course.feed.name in self._tasks:
                self._end(course)
        await asyncio.gather(*self._ending, return_exceptions=True)
