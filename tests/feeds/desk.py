"""The desk's side of a feed in tests: its clock, its pauses, what it was told."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hostconsole.feeds.asking import Asker
from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.feed import Feed
from hostconsole.feeds.http import HttpSource
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.source import Part, Source
from hostconsole.feeds.wire import Limits, Wire
from hostconsole.show.clock import Moment

BEGINNING = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
SECRETS = {"SHOP_TOKEN": "Bearer tok-Zx81-secret", "SHOP_PASSWORD": 'pa"ss wörd&1'}


class HandClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.ms = 0

    def now(self) -> Moment:
        wall = BEGINNING + timedelta(milliseconds=self.ms)
        at = wall.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Moment(at=at, monotonic_ms=self.ms, boot="test")

    async def pause(self, seconds: float) -> None:
        """Time goes by at once; the loop turns meanwhile."""
        self.ms += int(seconds * 1000)
        await asyncio.sleep(0)


def feed_of(text: str, **places: str) -> Feed:
    """The one feed of a TOML text, in which `<url>` and the like are filled in."""
    for name, value in places.items():
        text = text.replace(f"<{name}>", value)
    (feed,) = feeds_of(text, beside=Path("/nowhere"))
    return feed


class Reader:
    """One feed of kind http, read by hand."""

    def __init__(self, feed: Feed, clock: HandClock, limits: Limits | None = None) -> None:
        self.vault = Vault(environ=SECRETS)
        wire = Wire(self.vault, limits)
        self.source: Source = HttpSource(
            feed,
            Asker(clock=clock, vault=self.vault, wire=wire, login=feed.login, login_error=feed.error),
        )
        self.parts: list[Part] = []
        self.missing: frozenset[str] = frozenset()

    async def read(self, *skus: str, also: Collection[str] = ()) -> dict[str, Figure]:
        """The figures of this reading alone."""
        self.parts.clear()
        self.missing = await self.source.read(skus, self.parts.append, also=also)
        return {figure.sku: figure for part in self.parts for figure in part.figures}

    async def __aenter__(self) -> Reader:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.source.close()


class HandTime(HandClock):
    """A clock moved by hand whose pauses end when it gets there, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._count = 0

    async def pause(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._count += 1
        self._waiting.append((self.ms + int(seconds * 1000), self._count, future))
        await future

    async def go(self, seconds: float) -> None:
        """Lets the time go by; everything that is due happens at its time."""
        end = self.ms + int(seconds * 1000)
        await settled()
        while due := sorted(one for one in self._waiting if one[0] <= end and not one[2].done()):
            self.ms = max(self.ms, due[0][0])
            due[0][2].set_result(None)
            self._waiting = [one for one in self._waiting if not one[2].done()]
            await settled()
        self.ms = end


async def settled() -> None:
    """Until the loop has nothing more to do at once."""
    for _ in range(25):
        await asyncio.sleep(0)
