"""When feeds are asked, what the desk is told, and that no feed can hurt the show."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from hostconsole.feeds.feed import Feed
from hostconsole.feeds.orders import Order, OrderLine
from hostconsole.feeds.pacing import Pacing
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.runner import FeedRunner
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.source import Part, Tell
from hostconsole.feeds.told import FeedLamp, FeedTold, Wanted
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandTime, settled

OTHERS = frozenset({"B", "C"})


class StockRoom:
    """A source that says what a test wants, and notes when it was asked for what."""

    whole = False
    has_orders = False

    def __init__(self, time: HandTime) -> None:
        self.time = time
        self.left = 100
        self.asked: list[tuple[int, frozenset[str]]] = []
        self.fault: Exception | None = None
        self.gates: dict[str, asyncio.Future[None]] = {}
        self.listed: tuple[Order, ...] = ()
        self.since: list[str] = []
        self.closed = False

    async def read(self, skus: Collection[str], tell: Tell, *, also: Collection[str] = ()) -> frozenset[str]:
        now = self.time.now()
        left = self.left
        self.asked.append((self.time.ms, frozenset(skus)))
        for sku in skus:
            if sku in self.gates:
                await self.gates.pop(sku)
        if self.fault is not None:
            raise self.fault
        figures = tuple(Figure(sku=sku, available=left) for sku in sorted(skus) if sku != "NONE")
        tell(Part(figures=figures, asked_ms=now.monotonic_ms, at=now.at))
        return frozenset(skus) & {"NONE"}

    async def orders(self, since: str) -> tuple[Order, ...]:
        self.since.append(since)
        return self.listed

    async def close(self) -> None:
        self.closed = True

    def times(self, sku: str) -> list[float]:
        return [ms / 1000 for ms, skus in self.asked if sku in skus]


class Desk:
    """What the desk gives and what it was told."""

    def __init__(self, time: HandTime) -> None:
        self.time = time
        self.wanted = Wanted(on_air=frozenset({"A"}), others=OTHERS)
        self.told: list[FeedTold] = []

    @property
    def left(self) -> dict[str, int | None]:
        return {one.figure.sku: one.figure.available for told in self.told for one in told.stock}

    @property
    def lamps(self) -> list[tuple[str, str]]:
        """The states of the lamp that were told, each once."""
        states = [(told.lamp.status, told.lamp.error) for told in self.told]
        return [state for at, state in enumerate(states) if at == 0 or state != states[at - 1]]


def feed_named(name: str = "shop") -> Feed:
    return Feed(name=name, kind="http", every_s=3)


@asynccontextmanager
async def running(
    desk: Desk, *shops: StockRoom, told: Callable[[FeedTold], None] | None = None
) -> AsyncIterator[FeedRunner]:
    left = list(shops)

    def source_of(feed: Feed, clock: Clock, vault: Vault) -> StockRoom:
        return left.pop(0)

    runner = FeedRunner(
        [feed_named(f"shop{number}") for number in range(len(shops))],
        wanted=lambda: desk.wanted,
        told=told or desk.told.append,
        loop=asyncio.get_running_loop(),
        clock=desk.time,
        pacing=Pacing(pause=desk.time.pause, dice=random.Random(7)),
        source_of=source_of,
    )
    runner.start()
    try:
        yield runner
    finally:
        await runner.stop()


def gaps(times: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]


async def test_the_sku_on_air_often_the_rest_seldom_and_never_in_step() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    async with running(desk, shop):
        await time.go(300)
    on_air, others = gaps(shop.times("A")), gaps(shop.times("B"))
    assert min(on_air) >= 2.7 and max(on_air) <= 3.31
    assert min(others) >= 15 and max(others) <= 60
    assert len(set(on_air)) > 10 and len(set(others)) > 5
    assert desk.left == {"A": 100, "B": 100, "C": 100}


async def test_another_item_on_air_is_asked_for_at_once() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    async with running(desk, shop) as runner:
        await time.go(1)
        desk.wanted = Wanted(on_air=frozenset({"B"}), others=frozenset({"A", "C"}))
        runner.wanted_changed()
        await settled()
        assert shop.asked[-1] == (1000, {"B"})


async def test_a_call_that_hangs_does_not_keep_the_next_item_waiting_and_its_late_answer_is_dropped() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    gate = shop.gates["A"] = asyncio.get_running_loop().create_future()
    async with running(desk, shop) as runner:
        await time.go(1)
        shop.left = 40
        runner.wanted_changed()
        await settled()
        assert desk.left["A"] == 40
        gate.set_result(None)
        await settled()
        assert desk.left["A"] == 40


async def test_a_slow_answer_holds_up_none_of_the_quick_ones_and_changes_nothing_when_it_comes() -> None:
    time = HandTime()
    desk, shop = Desk(time), StockRoom(time)
    slow: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    async with running(desk, shop) as runner:
        await time.go(1)
        shop.gates["A"] = slow
        await time.go(4)
        before = len(shop.times("A"))
        shop.left = 90
        await time.go(7)
        assert len(shop.times("A")) >= before + 2
        assert desk.left["A"] == 90
        slow.set_result(None)
        await time.go(1)
        assert desk.left["A"] == 90
        assert runner.lamps[0].status == "ok"


async def test_a_shop_that_hangs_is_asked_by_a_few_calls_at_once_and_no_more() -> None:
    time = HandTime()
    desk, shop = Desk(time), StockRoom(time)
    never: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    class Hanging(dict[str, asyncio.Future[None]]):
        def pop(self, key: str, *default: object) -> asyncio.Future[None]:  # type: ignore[override]
            return never

    shop.gates = Hanging({"A": never})
    async with running(desk, shop):
        await time.go(60)
        assert len(shop.times("A")) == 3
        never.cancel()


async def test_the_first_of_the_hanging_calls_that_ends_makes_room_for_the_next() -> None:
    time = HandTime()
    desk, shop = Desk(time), StockRoom(time)
    hanging = [asyncio.get_running_loop().create_future() for _ in range(3)]
    left = list(hanging)

    class Hanging(dict[str, asyncio.Future[None]]):
        def __contains__(self, key: object) -> bool:
            return key == "A" and bool(left)

        def pop(self, key: str, *default: object) -> asyncio.Future[None]:  # type: ignore[override]
            return left.pop(0)

    shop.gates = Hanging()
    async with running(desk, shop):
        await time.go(15)
        assert len(shop.times("A")) == 3
        hanging[0].set_exception(Trouble("feed_slow", "It did not answer in time."))
        await time.go(4)
        assert len(shop.times("A")) == 4
        assert desk.left["A"] == 100
        for call in hanging[1:]:
            call.cancel()


async def test_nothing_on_air_asks_for_the_rest_only() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    desk.wanted = Wanted(others=OTHERS)
    async with running(desk, shop):
        await time.go(60)
    assert {skus for _, skus in shop.asked} == {OTHERS}


async def test_a_shop_that_is_gone_is_tried_ever_more_seldom_and_seen_as_soon_as_it_is_back() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    async with running(desk, shop):
        await time.go(10)
        good_ms = desk.told[-1].lamp.good_ms
        shop.fault = Trouble("feed_status", "the shop answered HTTP 500.", status=500)
        await time.go(600)
        tries = gaps([at for at in shop.times("A") if at > 13])
        assert tries[0] < 8 < 29 < tries[-1] <= 36.1
        lamp = desk.told[-1].lamp
        assert (lamp.status, lamp.error, lamp.good_ms) == ("failed", "the shop answered HTTP 500.", good_ms)
        assert lamp.age_s(time.ms) == pytest.approx(600, abs=4)
        shop.fault = Trouble("feed_unreachable", "the shop cannot be reached.")
        await time.go(200)
        assert max(gaps([at for at in shop.times("A") if at > 690])) <= 6.1
        shop.fault = None
        await time.go(90)
        assert desk.told[-1].lamp.status == "ok"


async def test_a_shop_that_one_round_finds_back_is_asked_by_the_others_at_once() -> None:
    time = HandTime()
    desk, shop = Desk(time), StockRoom(time)
    async with running(desk, shop) as runner:
        await time.go(1)
        shop.fault = Trouble("feed_status", "HTTP 500.", status=500)
        await time.go(100)
        assert runner.lamps[0].status == "failed"
        shop.fault = None
        before = len(shop.times("A"))
        while len(shop.times("A")) == before:
            await time.go(0.5)
        assert runner.lamps[0].status == "ok"


async def test_a_lamp_is_told_when_it_changes_and_once() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    desk.wanted = Wanted(on_air=frozenset({"A"}))
    async with running(desk, shop):
        await time.go(10)
        shop.fault = Trouble("feed_slow", "no answer.")
        await time.go(20)
        shop.fault = None
        await time.go(60)
    assert desk.lamps == [("ok", ""), ("failed", "no answer."), ("ok", "")]


async def test_a_pause_the_shop_asks_for_holds_every_round_whatever_happens() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    async with running(desk, shop) as runner:
        await time.go(10)
        shop.fault = Trouble("feed_busy", "busy", wait_s=60)
        await time.go(4)
        asked_at = shop.asked[-1][0] / 1000
        shop.fault = None
        for _ in range(5):
            runner.wanted_changed()
            await time.go(10)
        assert shop.asked[-1][0] / 1000 == asked_at
        await time.go(12)
        assert shop.asked[-1][0] / 1000 >= asked_at + 60


async def test_a_fault_of_ours_in_one_feed_is_seen_and_the_other_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    time = HandTime()
    ill, well, desk = StockRoom(time), StockRoom(time), Desk(time)
    ill.fault = ZeroDivisionError("of ours")
    async with running(desk, ill, well) as runner:
        await time.go(30)
        assert [lamp.status for lamp in runner.lamps] == ["failed", "ok"]
    assert runner.lamps[0].code == "feed_bug"
    assert len(well.times("A")) >= 9
    assert "feed shop0: our bug" in caplog.text and "of ours" in caplog.text


async def test_a_listener_that_fails_does_not_end_a_feed(caplog: pytest.LogCaptureFixture) -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)

    def told(_: FeedTold) -> None:
        raise ZeroDivisionError

    async with running(desk, shop, told=told):
        await time.go(30)
    assert len(shop.times("A")) >= 9
    assert "a listener failed" in caplog.text


async def test_after_stop_nothing_is_told_and_all_is_closed() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    gate = shop.gates["A"] = asyncio.get_running_loop().create_future()
    async with running(desk, shop) as runner:
        await settled()
        runner.wanted_changed()
        await settled()
    before = len(desk.told)
    if not gate.done():
        gate.set_result(None)
    await settled()
    assert (shop.closed, len(desk.told)) == (True, before)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_sku_the_shop_does_not_know_is_named_by_the_lamp() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    desk.wanted = Wanted(on_air=frozenset({"A", "NONE"}))
    async with running(desk, shop):
        await time.go(4)
        assert desk.told[-1].lamp.missing == {"NONE"}
        desk.wanted = Wanted(on_air=frozenset({"A"}))
        await time.go(4)
        assert desk.told[-1].lamp.missing == frozenset()


async def test_orders_are_told_once_and_only_those_of_the_show() -> None:
    time = HandTime()
    shop, desk = StockRoom(time), Desk(time)
    shop.has_orders = True
    at = "2026-11-23T20:00:01.000Z"
    lines = tuple(OrderLine(id="1", at=at, state="", sku=sku, qty=1, paid=True) for sku in ("A", "ELSE"))
    shop.listed = (Order(id="1", at=at, state="", lines=lines),)
    async with running(desk, shop):
        await time.go(60)
    assert [line.sku for told in desk.told for line in told.orders or ()] == ["A"]
    assert shop.since[0] == "2026-11-23T19:58:00Z" and shop.since[-1] == "2026-11-23T19:58:01Z"


def test_a_lamp_has_no_age_before_its_first_numbers() -> None:
    assert FeedLamp(name="shop", kind="http").age_s(1000) is None
