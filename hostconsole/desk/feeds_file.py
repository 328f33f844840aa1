"""The feeds file while the show runs: read at the start, once it was saved, and when somebody asks.

A file with a fault in it changes nothing: the feeds of before go on, and the trouble says where it is wrong.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hostconsole.show.errors import Refused, Trouble
from hostconsole.show.show import Outcome

if TYPE_CHECKING:  # loaded only where there is a file
    from hostconsole.feeds.feed import Feed

LOOK_S = 1.0
"""How often it is looked whether the file was saved. It must have held still for two looks: some programs
write in steps."""

_Look = tuple[int, int, int] | None
"""Time, size and inode of a file; None if it is not there."""


class FeedsFile:
    """`use` is given the feeds of a file without a fault, `ails` the code and reason of what is wrong with
    it, or "" for the reason once nothing is. Everything on the loop's thread but reading."""

    def __init__(
        self, path: Path, *, use: Callable[[tuple[Feed, ...]], Outcome], ails: Callable[[str, str], None]
    ) -> None:
        self.path = path.absolute()
        self._use = use
        self._ails = ails
        self._read: _Look = None
        self._watch: asyncio.Task[None] | None = None

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Reads the file if it is there, and watches it from now on."""
        self._read = _look_at(self.path)
        if self._read is not None:
            try:
                self._take(_load(self.path))
            except Trouble as trouble:
                self._ails(trouble.code, trouble.reason)
        self._watch = loop.create_task(self._watched(), name="feeds file")

    def stop(self) -> None:
        """Looks no more."""
        if self._watch is not None:
            self._watch.cancel()

    async def read_again(self) -> Outcome:
        """Reads the file now. Raises Refused with what is wrong with it, which is shown too."""
        try:
            return await self._load()
        except Trouble as trouble:
            self._ails(trouble.code, trouble.reason)
            raise Refused("feeds_unreadable", why=trouble.reason.rstrip(".")) from None

    async def _load(self) -> Outcome:
        self._read = await asyncio.to_thread(_look_at, self.path)
        return self._take(await asyncio.to_thread(_load, self.path))

    def _take(self, feeds: tuple[Feed, ...]) -> Outcome:
        self._ails("feeds_file", "")
        return self._use(feeds)

    async def _watched(self) -> None:
        """A file that is away is being saved, or was taken away: what was read from it goes on."""
        before: _Look = self._read
        while True:
            await asyncio.sleep(LOOK_S)
            now = await asyncio.to_thread(_look_at, self.path)
            still, before = now == before, now
            if now is None or now == self._read or not still:
                continue
            try:
                await self._load()
            except Trouble as trouble:
                self._ails(trouble.code, trouble.reason)


def _look_at(path: Path) -> _Look:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def _load(path: Path) -> tuple[Feed, ...]:
    from hostconsole.feeds import load_feeds

    return load_feeds(path)
