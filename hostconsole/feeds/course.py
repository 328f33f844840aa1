"""One feed's course through the evening: the SKU on air, the rest of the queue, orders; its lamp.

Whatever happens in a feed ends here, as a state of its lamp.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace

from hostconsole.feeds.feed import Feed
from hostconsole.feeds.newest import Newest
from hostconsole.feeds.orders import OrderBook
from hostconsole.feeds.pacing import OTHERS_S, Pacing
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.source import Part, Source
from hostconsole.feeds.told import FeedLamp, FeedTold, Stock, Wanted
from hostconsole.feeds.values import shown
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Trouble

LONGEST_TURN_S = 120.0
"""A whole list with all its pages must be through by then."""

_OVERTAKEN = 3
"""Slow calls that may still be under way when another item goes on air, or when the next is due: one answer
of 5 s must not hold up those of 30 ms."""

_log = logging.getLogger(__name__)

Open = Callable[[Feed, Clock, Vault], Source]
Work = Callable[[], Awaitable[frozenset[str]]]


class Course:
    """One feed. Everything runs on the loop's thread; `told` is called from it. `since` is the UTC time from
    which orders are wanted, "" for now."""

    def __init__(
        self,
        feed: Feed,
        *,
        wanted: Callable[[], Wanted],
        told: Callable[[FeedTold], None],
        clock: Clock,
        pacing: Pacing,
        open_: Open,
        since: str = "",
    ) -> None:
        self.lamp = FeedLamp(name=feed.name, kind=feed.kind, notes=feed.warnings)
        self.feed = feed
        self._wanted = wanted
        self._told = told
        self._clock = clock
        self._pacing = pacing
        self._vault = Vault()
        self._source = open_(feed, clock, self._vault)
        self._newest = Newest()
        self._book = OrderBook(since or clock.now().at)
        self._faults: dict[str, tuple[Trouble, int]] = {}
        self._missing: dict[str, frozenset[str]] = {}
        self._not_before_ms = 0
        self._begun = 0
        self._ended: dict[str, int] = {}
        self._woken = asyncio.Event()
        self._back = asyncio.Event()
        self._asked_again = asyncio.Event()
        self._overtaken: set[asyncio.Task[None]] = set()
        self._hushed = False

    async def run(self) -> None:
        """Runs until it is cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._on_air())
                if not self._source.whole:
                    group.create_task(self._others())
                if self._source.has_orders:
                    group.create_task(self._orders())
        finally:
            for task in self._overtaken:
                task.cancel()
            await asyncio.gather(*self._overtaken, return_exceptions=True)
            await self._source.close()

    def wake(self) -> None:
        """Another SKU may be on air: asked for at once."""
        self._woken.set()

    def try_now(self) -> None:
        """All rounds end their pauses."""
        self._asked_again.set()
        self._asked_again.clear()

    def hide(self, text: str) -> str:
        """`text` without any secret this feed has used; may be called on any thread."""
        return self._vault.hide(text)

    def hush(self) -> None:
        """Nothing is told from now on."""
        self._hushed = True

    # -- the three rounds -----------------------------------------------------------------------------

    async def _on_air(self) -> None:
        while True:
            began_ms = self._now_ms()
            call = asyncio.create_task(self._turn("on_air", self._read_on_air))
            woken = asyncio.create_task(self._woken.wait())
            late = asyncio.ensure_future(self._pacing.pause(self._pacing.on_air_s(self.feed.every_s)))
            try:
                await asyncio.wait({call, woken, late}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                woken.cancel()
                late.cancel()
                self._overtaken.add(call)
                call.add_done_callback(self._overtaken.discard)
            under_way = {one for one in self._overtaken if not one.done()}
            if full := len(under_way) >= _OVERTAKEN:
                await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            if full or call.done():
                await self._rest("on_air", began_ms, self._pacing.on_air_s(self.feed.every_s), wakes=True)
            self._woken.clear()

    async def _others(self) -> None:
        while True:
            began_ms = self._now_ms()
            await self._turn("others", self._read_others)
            await self._rest("others", began_ms, self._pacing.others_s(self.feed.every_s))

    async def _orders(self) -> None:
        while True:
            began_ms = self._now_ms()
            await self._turn("orders", self._read_orders)
            await self._rest("orders", began_ms, self._pacing.orders_s(self.feed.every_s))

    async def _read_on_air(self) -> frozenset[str]:
        wanted = self._wanted()
        skus = wanted.all if self._source.whole else wanted.on_air
        if not skus:
            return frozenset()
        return await self._source.read(skus, self._part, also=wanted.all)

    async def _read_others(self) -> frozenset[str]:
        wanted = self._wanted()
        fresh_ms = self._now_ms() - int(OTHERS_S[0] * 1000)
        asked = {sku: self._newest.asked_ms(sku) for sku in wanted.others - wanted.on_air}
        due = [sku for sku, ms in asked.items() if ms is None or ms <= fresh_ms]
        if not due:
            return self._missing.get("others", frozenset()) & wanted.others
        longest_first = sorted(due, key=lambda sku: (asked[sku] or -1, sku))
        return await self._source.read(longest_first, self._part, also=wanted.all)

    async def _read_orders(self) -> frozenset[str]:
        asked_ms = self._now_ms()
        orders = await self._source.orders(self._book.since)
        lines = self._book.news(orders, self._wanted().all)
        self._book.reached(orders, self._clock.now().at)
        self.lamp = replace(self.lamp, orders_ok=True)
        self._tell(FeedTold(lamp=self.lamp, orders=lines, orders_asked_ms=asked_ms))
        return frozenset()

    # -- what comes of it -----------------------------------------------------------------------------

    def _part(self, part: Part) -> None:
        now = self._clock.now().at
        stock = tuple(
            Stock(figure=self._without_secrets(figure), at=part.at, asked_ms=part.asked_ms)
            for figure in part.figures
            if self._newest.takes(figure, asked_ms=part.asked_ms, now=now)
        )
        if stock:
            good_ms = part.asked_ms if self.lamp.good_ms is None else max(self.lamp.good_ms, part.asked_ms)
            status = self.lamp.status if self._faults else "ok"
            self.lamp = replace(self.lamp, good_ms=good_ms, status=status)
            self._tell(FeedTold(lamp=self.lamp, stock=stock))

    def _without_secrets(self, figure: Figure) -> Figure:
        """A shop may say its token where a figure should be."""
        return replace(figure, seen=shown(self._vault.hide(figure.seen))) if figure.seen else figure

    async def _turn(self, name: str, work: Work) -> None:
        while (held_ms := self._not_before_ms - self._now_ms()) > 0:
            await self._pacing.pause(held_ms / 1000)  # the shop asked for it, in whatever round
        self._begun += 1
        turn = self._begun
        try:
            async with asyncio.timeout(LONGEST_TURN_S):
                missing = await work()
        except Trouble as fault:
            if self._is_newest(name, turn):
                self._failed(name, fault)
        except TimeoutError:
            if self._is_newest(name, turn):
                self._failed(name, Trouble("feed_slow", f"It was not through in {LONGEST_TURN_S:.0f} s."))
        except Exception as bug:  # a fault of ours: the show goes on, and it is seen
            trace = self._vault.hide("".join(traceback.format_exception(bug)))
            _log.error("feed %s: our bug\n%s", self.lamp.name, trace)
            self._failed(name, Trouble("feed_bug", f"A fault of the console: {type(bug).__name__}."))
        else:
            if not self._is_newest(name, turn):
                return
            self._missing[name] = missing
            if self._faults.pop(name, None) is not None and self._faults:
                self._back.set()  # the shop is there again: what failed with it is tried at once
                self._back.clear()
            self._show_lamp(worked=True)

    def _is_newest(self, name: str, turn: int) -> bool:
        """Whether this turn says how the round is doing: no later one has ended before it."""
        if turn < self._ended.get(name, 0):
            return False
        self._ended[name] = turn
        return True

    def _failed(self, name: str, fault: Trouble) -> None:
        fault = Trouble(fault.code, shown(self._vault.hide(fault.reason), most=300), **fault.fields)
        _, before = self._faults.get(name, (fault, 0))
        self._faults[name] = (fault, before + 1)
        if name == "orders":
            self.lamp = replace(self.lamp, orders_ok=False)
        wait_s = fault.fields.get("wait_s")
        if isinstance(wait_s, int | float):
            self._not_before_ms = max(self._not_before_ms, self._now_ms() + int(wait_s * 1000))
        self._show_lamp(worked=False)

    def _show_lamp(self, *, worked: bool) -> None:
        old = self.lamp
        fault = next((fault for fault, _ in self._faults.values()), None)
        missing = frozenset().union(*self._missing.values())
        self.lamp = replace(
            old,
            status="failed" if fault else "ok" if worked and self._said_anything else old.status,
            code=fault.code if fault else "",
            error=fault.reason if fault else "",
            missing=missing,
        )
        if self.lamp == old:
            return
        if (self.lamp.status, self.lamp.error) != (old.status, old.error):
            _log.info("feed %s: %s %s", old.name, self.lamp.status, self.lamp.error)
        self._tell(FeedTold(lamp=self.lamp))

    @property
    def _said_anything(self) -> bool:
        return self.lamp.good_ms is not None or any(self._missing.values())

    def _tell(self, told: FeedTold) -> None:
        if self._hushed:
            return
        try:
            self._told(told)
        except Exception:  # a fault of the listener's must not end the feed
            _log.exception("feed %s: a listener failed", self.lamp.name)

    async def _rest(self, name: str, began_ms: int, every_s: float, *, wakes: bool = False) -> None:
        """Waits for the next round: after a fault longer, but not when another round finds the shop back."""
        ends = [self._asked_again, self._woken] if wakes else [self._asked_again]
        if name in self._faults:
            fault, faults = self._faults[name]
            pause_s = self._pacing.after_fault_s(fault, every_s=self.feed.every_s, faults=faults)
            ends.append(self._back)
        else:
            pause_s = max(every_s - (self._now_ms() - began_ms) / 1000, self.feed.every_s / 3)
        await self._nap(pause_s, ends)

    async def _nap(self, seconds: float, ends: list[asyncio.Event]) -> None:
        """A pause that ends early with any of the events."""
        pause = asyncio.ensure_future(self._pacing.pause(seconds))
        early = [asyncio.create_task(event.wait()) for event in ends]
        try:
            await asyncio.wait({pause, *early}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (pause, *early):
                task.cancel()

    def _now_ms(self) -> int:
        return self._clock.now().monotonic_ms
