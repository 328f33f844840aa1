"""The desk's live stock: none, or the feeds of a file that may change while the show runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hostconsole.desk.feeds_file import FeedsFile
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Refused
from hostconsole.show.show import Outcome, Show

if TYPE_CHECKING:  # loaded only where there are feeds
    from hostconsole.desk.stock_feeds import StockFeeds
    from hostconsole.feeds.feed import Feed
    from hostconsole.show.feed_view import FeedView


class Feeding:
    """`ails` is given the code and reason of what is wrong with the feeds file, or "" for the reason once
    nothing is. Everything on the loop's thread but `hide`."""

    def __init__(
        self,
        *,
        show: Show,
        clock: Clock,
        loop: asyncio.AbstractEventLoop,
        ails: Callable[[str, str], None],
    ) -> None:
        self._show, self._clock, self._loop, self._ails = show, clock, loop, ails
        self._stock: StockFeeds | None = None
        self._file: FeedsFile | None = None

    def use(self, feeds: tuple[Feed, ...]) -> Outcome:
        """From now on these feeds tell the stock, once a show is open. Those that were there and have not
        changed go on."""
        if self._stock is not None:
            return self._stock.replace(feeds)
        if not feeds and not self._show.state.feeds:
            return Outcome(seq=None, session=self._show.state.session, entries=())
        from hostconsole.desk.stock_feeds import StockFeeds

        self._stock = StockFeeds(feeds, show=self._show, clock=self._clock, loop=self._loop)
        return self._stock.start()

    def follow(self, path: Path) -> None:
        """The feeds of a file, now and whenever it is saved; it need not be there yet."""
        self._file = FeedsFile(path, use=self.use, ails=self._ails)
        self._file.start(self._loop)

    async def read_again(self) -> Outcome:
        """Reads the file now, and asks all its feeds: who does that wants to know. Raises Refused."""
        if self._file is None:
            raise Refused("feeds_unreadable", why="no show is open")
        outcome = await self._file.read_again()
        self.try_now()
        return outcome

    def try_now(self) -> None:
        """Asks every feed at once."""
        if self._stock is not None:
            self._stock.try_now()

    def views(self) -> tuple[FeedView, ...]:
        """How the feeds are doing, for windows."""
        return self._stock.views() if self._stock is not None else ()

    def snapshot(self) -> tuple[dict[str, Any], ...]:
        """How the feeds are doing, for `state`."""
        return tuple(self._stock.snapshot()) if self._stock is not None else ()

    def confirmed(self) -> Mapping[tuple[str, str], str]:
        """As of when each feed last said each SKU's figure, (name, SKU) to UTC."""
        return self._stock.confirmed() if self._stock is not None else {}

    def hide(self, text: str) -> str:
        """`text` without any secret that a feed has used; may be called on any thread."""
        return self._stock.hide(text) if self._stock is not None else text

    async def stop(self) -> None:
        """Ends the feeds; what waits is still logged."""
        if self._file is not None:
            self._file.stop()
        if self._stock is not None:
            await self._stock.stop()
