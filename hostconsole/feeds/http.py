"""Any JSON API as a feed: paging, one call a SKU or one for all, orders since a time (DESIGN §5.7)."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hostconsole.feeds.asking import Asker, Got
from hostconsole.feeds.feed import Expression, Feed, Page, Request
from hostconsole.feeds.orders import Order, read_orders
from hostconsole.feeds.paging import Turn, Turning
from hostconsole.feeds.reading import Figure, count_in, read_rows
from hostconsole.feeds.source import Part, Tell
from hostconsole.show.errors import Trouble

_AT_ONCE = 4
"""Calls for single SKUs that may be under way together."""

_EACH_MS = 60_000
"""Single SKUs are asked for, one after the other, for no longer than that in one round."""

_SEARCHED_MS = 15_000
"""A SKU that the shop does not know is looked for in its whole list no oftener than that."""

_NOT_THERE = frozenset({404, 410})

_SOLD_OUT = 406
"""What some shops answer for a SKU that is sold out. It is believed of one they had a number for before."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read(Generic[T]):
    """One page: what was read, how many rows it had, and what tells its rows from those of others."""

    items: tuple[T, ...]
    count: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk(Generic[T]):
    """A list to be walked through page by page."""

    name: str
    request: Request
    error: Expression | None
    next_page: Expression | None
    page: Page | None
    values: dict[str, str | None]
    reader: Callable[[Any], _Read[T]]
    wanted: frozenset[str] = frozenset()


class _Absent:
    """SKUs that the shop did not know when its whole list was read, and when that was (monotonic)."""

    def __init__(self) -> None:
        self._since: dict[str, int] = {}

    def lately(self, skus: Collection[str], *, now_ms: int) -> set[str]:
        """Those that need not be looked for again yet."""
        return {sku for sku in skus if now_ms - self._since.get(sku, -_SEARCHED_MS) < _SEARCHED_MS}

    def note(self, looked_for: Collection[str], missing: Collection[str], *, now_ms: int) -> None:
        for sku in looked_for:
            if sku in missing:
                self._since[sku] = now_ms
            else:
                self._since.pop(sku, None)


class HttpSource:
    """A feed of kind "http"; `feed.request` must be there."""

    def __init__(self, feed: Feed, asker: Asker) -> None:
        self._feed = feed
        self._asker = asker
        self._full: dict[str, int] = {}
        self._counted: set[str] = set()
        self._places: dict[str, Turn] = {}
        self._absent = _Absent()
        self._unknown: set[str] = set()

    @property
    def has_orders(self) -> bool:
        return self._feed.orders is not None

    @property
    def whole(self) -> bool:
        return False

    async def read(self, skus: Collection[str], tell: Tell, *, also: Collection[str] = ()) -> frozenset[str]:
        """See `Source`."""
        if self._feed.per_sku:
            return await self._read_each(skus, tell)
        walk = self._stock(frozenset(skus) | frozenset(also))
        lost = self._absent.lately(skus, now_ms=self._asker.now().monotonic_ms)
        if lost == set(skus):  # whether the shop is well is asked all the same, by its first page
            first = Turning(page=walk.page, next_page=walk.next_page).first()
            return frozenset(lost - await self._read_page(walk, first, tell))
        missing = await self._read_where_they_were(walk, set(skus) - lost, tell)
        if missing:
            missing = await self._search(walk, missing, tell)
            self._absent.note(set(skus) - lost, missing, now_ms=self._asker.now().monotonic_ms)
        return frozenset(missing | lost)

    async def _read_where_they_were(self, walk: _Walk[Figure], skus: set[str], tell: Tell) -> set[str]:
        """The pages on which the SKUs stood the last time, and no others: in a list of fifty pages that is
        one call instead of fifty. Gives those that stand there no more."""
        turns = {self._places[sku].key: self._places[sku] for sku in skus if sku in self._places}
        if not skus <= self._places.keys():
            return skus
        missing = set(skus)
        for turn in turns.values():
            try:
                missing -= await self._read_page(walk, turn, tell)
            except Trouble as fault:
                if not _of_one_sku(fault):
                    raise
                self._places.clear()  # a cursor that has run out, or pages that have gone
                return missing
        return missing

    async def _read_page(self, walk: _Walk[Figure], turn: Turn, tell: Tell) -> frozenset[str]:
        got = await self._asker.ask(walk.request, turn.values, error=walk.error, url=turn.url)
        read = await got.read(walk.reader)
        tell(Part(figures=read.items, asked_ms=got.asked_ms, at=got.at))
        return read.names

    async def _search(self, walk: _Walk[Figure], skus: set[str], tell: Tell) -> set[str]:
        """Page by page until all are found; remembers where everything stood."""
        missing = set(skus)
        pages = self._pages(walk)
        async with aclosing(pages):
            async for turn, got, read in pages:
                tell(Part(figures=read.items, asked_ms=got.asked_ms, at=got.at))
                self._places |= dict.fromkeys(read.names & walk.wanted, turn)
                missing -= read.names
                if not missing:
                    break
        return missing

    async def orders(self, since: str) -> tuple[Order, ...]:
        """See `Source`."""
        found: list[Order] = []
        pages = self._pages(self._orders(since))
        async with aclosing(pages):
            async for _turn, _got, read in pages:
                found += read.items
        return tuple(found)

    async def close(self) -> None:
        """See `Source`."""
        await self._asker.close()

    # -- lists ----------------------------------------------------------------------------------------

    def _stock(self, skus: frozenset[str]) -> _Walk[Figure]:
        feed = self._feed
        assert feed.request is not None

        def reader(payload: Any) -> _Read[Figure]:
            rows = read_rows(payload, feed, skus)
            return _Read(items=rows.figures, count=rows.count, names=rows.skus)

        return _Walk(
            name="stock",
            request=feed.request,
            error=feed.error,
            next_page=feed.next_page,
            page=feed.page,
            values={},
            reader=reader,
            wanted=skus,
        )

    def _orders(self, since: str) -> _Walk[Order]:
        orders = self._feed.orders
        assert orders is not None

        def reader(payload: Any) -> _Read[Order]:
            found = read_orders(payload, orders)
            count = count_in(payload, orders.rows, len(found))
            return _Read(items=found, count=count, names=frozenset(order.id for order in found))

        return _Walk(
            name="orders",
            request=orders.request,
            error=orders.error,
            next_page=orders.next_page,
            page=orders.page,
            values={"since": since},
            reader=reader,
        )

    async def _pages(self, walk: _Walk[T]) -> AsyncGenerator[tuple[Turn, Got, _Read[T]], None]:
        turning = Turning(page=walk.page, next_page=walk.next_page, full=self._full.get(walk.name, 0))
        seen: set[str] = set()
        turn: Turn | None = turning.first()
        while turn is not None:
            values = {**walk.values, **turn.values}
            got = await self._asker.ask(walk.request, values, error=walk.error, url=turn.url)
            read = await got.read(walk.reader)
            yield turn, got, read
            repeated = bool(read.names) and read.names <= seen
            seen |= read.names
            turn = turning.after(got.payload, count=read.count, repeated=repeated, url=got.url)
        self._full[walk.name] = turning.full

    # -- one call a SKU -------------------------------------------------------------------------------

    async def _read_each(self, skus: Collection[str], tell: Tell) -> frozenset[str]:
        """Each SKU by a call of its own, some at once, in the order given. A fault with one SKU does not keep
        the others from being asked, unless the shop is busy or gone; the first fault is raised at the end.
        Those that a slow shop left no time for are asked for the next time."""
        faults: list[Trouble] = []
        waiting = deque(skus)
        until_ms = self._asker.now().monotonic_ms + _EACH_MS

        async def worker() -> None:
            while waiting and self._asker.now().monotonic_ms < until_ms:
                sku = waiting.popleft()
                try:
                    if await self._read_one(sku, tell):
                        self._unknown.discard(sku)
                    else:
                        self._unknown.add(sku)
                except Trouble as fault:
                    faults.append(fault)
                    if not _of_one_sku(fault):
                        waiting.clear()

        async with asyncio.TaskGroup() as group:
            for _ in range(min(_AT_ONCE, len(waiting))):
                group.create_task(worker())
        if faults:
            raise faults[0]
        return frozenset(self._unknown & set(skus))

    async def _read_one(self, sku: str, tell: Tell) -> bool:
        """Whether the shop knows the SKU."""
        feed = self._feed
        assert feed.request is not None
        now = self._asker.now()
        try:
            got = await self._asker.ask(feed.request, {"sku": sku}, error=feed.error)
        except Trouble as fault:
            if fault.fields.get("status") in _NOT_THERE:
                return False
            if fault.fields.get("status") == _SOLD_OUT and sku in self._counted:
                tell(Part(figures=(_sold_out(sku),), asked_ms=now.monotonic_ms, at=now.at))
                return True
            raise
        rows = read_rows(got.payload, feed, {sku}, asked=sku)
        self._counted |= {figure.sku for figure in rows.figures if figure.available is not None}
        tell(Part(figures=rows.figures, asked_ms=got.asked_ms, at=got.at))
        return bool(rows.figures)


def _sold_out(sku: str) -> Figure:
    return Figure(sku=sku, available=0, warning="sold_out", seen=f"HTTP {_SOLD_OUT}")


def _of_one_sku(fault: Trouble) -> bool:
    status = fault.fields.get("status")
    if isinstance(status, int):
        return 400 <= status < 500 and status not in {401, 403, 429}
    return fault.code in {"feed_error", "feed_rows"}
