"""A rush: 50 SKUs, 1,000 changes a second for ten minutes, with drops, duplicates and late answers.

The minutes go by on a clock moved by hand; the show, its ledgers and the buffer are the real ones.
"""

from __future__ import annotations

import heapq
import random
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hostconsole.desk.stock_feeds import MOST_ROWS, StockFeeds
from hostconsole.feeds.newest import Newest
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.told import FeedLamp, FeedTold, Stock
from hostconsole.show.events import Entry
from hostconsole.show.state import State
from tests.show.stage import Stage, on_air, product

SKUS = [f"SKU-P{n}" for n in range(1, 51)]
TICKS_A_SECOND = 20
CHANGES_A_TICK = 50
MINUTES = 10
LAMP = FeedLamp(name="shop", kind="http", status="ok")


class HandLoop:
    """The part of a loop that the buffer uses, on the stage's clock."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._count = 0

    def time(self) -> float:
        return self._stage.clock.monotonic_ms / 1000

    def call_later(self, seconds: float, act: Callable[[], None]) -> object:
        self._count += 1
        heapq.heappush(self._due, (self.time() + seconds, self._count, act))
        return self._due

    def turn(self) -> None:
        while self._due and self._due[0][0] <= self.time():
            heapq.heappop(self._due)[2]()


class Rows:
    """Counts the log's rows in every window of a second."""

    def __init__(self, loop: HandLoop) -> None:
        self._loop = loop
        self._recent: deque[float] = deque()
        self.most = 0
        self.all = 0

    def heard(self, _state: State, entries: tuple[Entry, ...]) -> None:
        now = self._loop.time()
        self._recent.extend([now] * len(entries))
        while self._recent[0] <= now - 1.0:
            self._recent.popleft()
        self.most = max(self.most, len(self._recent))
        self.all += len(entries)


class Shop:
    """What the shop has, and its answers on their way: some lost, some twice, some late."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._way: list[tuple[int, int, Stock]] = []
        self._count = 0
        self.left = dict.fromkeys(SKUS, 5_000)

    def sells(self, now_ms: int, at: str) -> None:
        for _ in range(CHANGES_A_TICK):
            sku = self._dice.choice(SKUS)
            self.left[sku] = max(0, self.left[sku] + self._dice.choice((-3, -2, -1, -1, 0, 1)))
            if self._dice.random() < 0.1:
                continue
            for _ in range(2 if self._dice.random() < 0.1 else 1):
                self.tells(sku, now_ms, at, late_ms=self._dice.choice((0, 0, 0, 80, 400, 2_500)))

    def tells(self, sku: str, now_ms: int, at: str, *, late_ms: int) -> None:
        self._count += 1
        figure = Figure(sku=sku, available=self.left[sku])
        heapq.heappush(
            self._way, (now_ms + late_ms, self._count, Stock(figure=figure, at=at, asked_ms=now_ms))
        )

    def arrived(self, now_ms: int) -> list[Stock]:
        found = []
        while self._way and self._way[0][0] <= now_ms:
            found.append(heapq.heappop(self._way)[2])
        return found


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def rush_on(stage: Stage, loop: Any) -> StockFeeds:
    return StockFeeds((), show=stage.show, clock=stage.clock, loop=loop)


def test_a_rush_ends_with_the_right_counts_few_rows_and_flat_memory() -> None:
    stage = on_air(*(product(f"P{n}", stock=5_000) for n in range(1, 51)))
    loop = HandLoop(stage)
    rows, shop, newest = Rows(loop), Shop(random.Random(5)), Newest()
    stage.log = deque(maxlen=100)  # type: ignore[assignment]
    stage.show.subscribe(rows.heard)
    feeds = rush_on(stage, loop)
    memory: list[int] = []

    def second(selling: bool) -> None:
        for _ in range(TICKS_A_SECOND):
            stage.wait(1_000 // TICKS_A_SECOND)
            moment = stage.clock.now()
            if selling:
                shop.sells(moment.monotonic_ms, moment.at)
            came = tuple(
                stock
                for stock in shop.arrived(moment.monotonic_ms)
                if newest.takes(stock.figure, asked_ms=stock.asked_ms, now=moment.at)
            )
            if came:
                feeds.told(FeedTold(lamp=LAMP, stock=came))
            loop.turn()

    for minute in range(MINUTES):
        for _ in range(60):
            second(selling=True)
        if minute >= 2:
            memory.append(resident_bytes())
    moment = stage.clock.now()
    for sku in SKUS:  # the next poll, whatever was lost before
        shop.tells(sku, moment.monotonic_ms, moment.at, late_ms=0)
    for _ in range(4):
        second(selling=False)

    assert {sku: stage.state.stock[sku].sellable for sku in SKUS} == shop.left
    assert rows.most <= MOST_ROWS
    assert rows.all > 60 * MINUTES
    assert max(memory) - memory[0] < 4_000_000
    assert stage.bugs == []
    ledgers = stage.state.stock.values()
    assert all(led.total == led.buffer + led.pool + (led.released or 0) for led in ledgers)
