"""Live stock through the whole console: a shop on loopback, the real desk, its real log and door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hostconsole.desk import stock_feeds
from hostconsole.desk.afterwards import LOG_NAME
from hostconsole.desk.desk import Desk
from hostconsole.desk.stock_feeds import StockFeeds
from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.told import FeedTold, Stock
from hostconsole.log.reader import LogReader
from hostconsole.show.fold import queue
from tests.desk.test_desk import asked, opened
from tests.desk.test_rush import LAMP, HandLoop, rush_on
from tests.desk.test_schemas import fits
from tests.feeds.shop_server import Asked, Says, ShopServer, shop_server
from tests.show.stage import Stage, on_air, product
from tests.waiting import until

SKU = "QH-TIS-80x6"
FEED = """
[[feed]]
name = "shop"
kind = "http"
url = "<url>/stock"
every_s = 0.1
rows = "items"
sku = "sku"
available = "left"
"""


class Shelf:
    """What the shop has. A value may be anything a shop says."""

    def __init__(self, server: ShopServer) -> None:
        self.server = server
        self.left: dict[str, Any] = {SKU: 400}
        server.says("/stock", self._says)

    def _says(self, _asked: Asked) -> Says:
        return Says({"items": [{"sku": sku, "left": left} for sku, left in self.left.items()]})

    def one(self, sku: str) -> dict[str, Any]:
        """What it says of one SKU: nobody counts QH-SIL-3."""
        return {"sku": sku, "left": self.left.get(sku, 50), "free": sku == "QH-SIL-3"}


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with shop_server() as server:
        yield Shelf(server)


async def fed(folder: Path, shelf: Shelf) -> Desk:
    """A rehearsal with P01 on air, all its stock on sale, its SKU fed."""
    desk = await opened(folder)
    desk.run("show.take_item", {"item": "P01"})
    desk.feeds.use(feeds_of(FEED.replace("<url>", shelf.server.url), beside=folder))
    return desk


def row(desk: Desk) -> dict[str, Any]:
    return next(item for item in desk.snapshot()["items"] if item["id"] == "P01")


def lamp(desk: Desk) -> dict[str, Any]:
    (feed,) = desk.snapshot()["feeds"]
    return feed


def alerts(desk: Desk) -> set[str]:
    return {alert["code"] for alert in desk.snapshot()["alerts"]}


async def test_the_shops_number_reaches_the_state_and_a_fall_counts_as_sold(
    tmp_path: Path, shelf: Shelf
) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        desk.run("link.up", {"now": "yes"})
        await until(lambda: row(desk)["stock_source"] == "feed:shop")
        assert (row(desk)["sellable"], row(desk)["sold"]) == (150, None)
        shelf.left[SKU] = 141
        await until(lambda: row(desk)["sellable"] == 141)
        state = await asked(desk, {"state": True})
        assert row(desk)["sold"] == 9
        assert state["feeds"][0]["ok"]
        fits("state", state)
        assert await desk.saved(state["session"], desk.show.state.seq)
        with LogReader(tmp_path / LOG_NAME) as log:
            told = [json.loads(r.text) for r in log.rows(state["session"])]
        assert [r["actor"] for r in told if r["kind"] == "stock.counted"][-1] == "feed:shop"
    finally:
        await desk.close()


async def test_a_shop_that_dies_turns_its_lamp_its_number_gets_old_and_it_comes_back(
    tmp_path: Path, shelf: Shelf
) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        desk.run("link.up", {"now": "yes"})
        shelf.left[SKU] = 120
        await until(lambda: row(desk)["sellable"] == 120)
        shelf.server.close()
        await until(lambda: not lamp(desk)["ok"])
        assert lamp(desk)["error"]
        assert "feed_down" in alerts(desk)
        as_of, age = row(desk)["stock_as_of"], lamp(desk)["age_s"]
        await until(lambda: lamp(desk)["age_s"] > age)
        assert (row(desk)["sellable"], row(desk)["stock_as_of"]) == (120, as_of)
        desk.run("stock.count", {"qty": "118"})
        assert row(desk)["stock_source"] == "hand"
        shelf.left[SKU] = 110
        shelf.server.open()
        await until(lambda: row(desk)["sellable"] == 110)
        assert lamp(desk)["ok"]
        assert "feed_down" not in alerts(desk)
    finally:
        await desk.close()


async def test_a_number_that_cannot_be_believed_leaves_the_one_before_and_is_shown(
    tmp_path: Path, shelf: Shelf
) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        desk.run("link.up", {"now": "yes"})
        shelf.left[SKU] = 140
        await until(lambda: row(desk)["sellable"] == 140)
        for odd in (None, "many", 99_999_999):
            shelf.left[SKU] = odd
            await until(lambda: lamp(desk)["odd"])
            assert row(desk)["sellable"] == 140
            await until(lambda: desk.show.state.unread == (("shop", SKU),))
            shelf.left[SKU] = 140
            await until(lambda: not lamp(desk)["odd"])
            await until(lambda: desk.show.state.unread == ())
        shelf.left[SKU] = -4
        await until(lambda: row(desk)["sellable"] == -4)
        assert "oversold" in alerts(desk)
    finally:
        await desk.close()


async def test_a_figure_that_stays_the_same_is_logged_once_and_its_age_stays_young(
    tmp_path: Path, shelf: Shelf
) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        await until(lambda: row(desk)["stock_source"] == "feed:shop")
        seq, as_of, calls = desk.show.state.seq, row(desk)["stock_as_of"], len(shelf.server.asked)
        await until(lambda: len(shelf.server.asked) > calls + 15)
        assert desk.show.state.seq == seq
        assert row(desk)["stock_as_of"] > as_of
    finally:
        await desk.close()


async def test_a_shop_in_another_zone_is_heard_after_a_count_by_hand(tmp_path: Path, shelf: Shelf) -> None:
    """It writes its local time without a zone: hours ago, by its own account."""
    desk = await opened(tmp_path)
    desk.run("show.take_item", {"item": "P01"})
    desk.run("link.up", {"now": "yes"})
    at = ["2026-01-01 09:00:00"]
    shelf.server.says(
        "/stock", lambda _: Says({"items": [{"sku": SKU, "left": shelf.left[SKU], "at": at[0]}]})
    )
    text = FEED.replace("<url>", shelf.server.url) + 'as_of = "at"\n'
    desk.feeds.use(feeds_of(text, beside=tmp_path))
    try:
        shelf.left[SKU] = 130
        await until(lambda: row(desk)["sellable"] == 130)
        desk.run("stock.count", {"qty": "128"})
        at[0], shelf.left[SKU] = "2026-01-01 09:00:20", 125
        await until(lambda: row(desk)["sellable"] == 125)
    finally:
        await desk.close()


async def test_a_batch_that_opens_is_capped_by_a_shop_whose_time_never_moves(
    tmp_path: Path, shelf: Shelf
) -> None:
    desk = await opened(tmp_path)
    desk.run("show.take_item", {"item": "P01"})
    shelf.left[SKU] = 40
    stale = "2026-01-05T09:00:00Z"
    shelf.server.says(
        "/stock", lambda _: Says({"items": [{"sku": SKU, "left": shelf.left[SKU], "at": stale}]})
    )
    text = FEED.replace("<url>", shelf.server.url) + 'as_of = "at"\n'
    desk.feeds.use(feeds_of(text, beside=tmp_path))
    try:
        await until(lambda: row(desk)["stock_source"] == "feed:shop")
        desk.run("link.up", {"now": "yes"})
        await until(lambda: row(desk)["sellable"] == 40)
        ledger = desk.show.state.stock[SKU]
        calls = len(shelf.server.asked)
        await until(lambda: len(shelf.server.asked) > calls + 12)
        assert desk.show.state.stock[SKU] is ledger
    finally:
        await desk.close()


async def test_a_new_session_hears_the_shop_anew(tmp_path: Path, shelf: Shelf) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        await until(lambda: row(desk)["stock_source"] == "feed:shop")
        desk.run("show.end", {"sure": "yes"})
        desk.run("show.go_live")
        await until(lambda: row(desk)["stock_source"] == "feed:shop")
    finally:
        await desk.close()


async def test_a_new_session_goes_on_counting_beside_a_sku_whose_figure_cannot_be_used(
    tmp_path: Path, shelf: Shelf
) -> None:
    """The others of the queue are asked seldom: nothing newer takes its place before it is to be logged."""
    shelf.left[SKU] = 140
    shelf.server.says("/stock", lambda asked: Says({"items": [shelf.one(asked.query["sku"])]}))
    desk = await opened(tmp_path)
    text = FEED.replace("<url>/stock", f"{shelf.server.url}/stock?sku={{sku}}") + 'untracked = "free"\n'
    desk.feeds.use(feeds_of(text, beside=tmp_path))
    try:
        await until(lambda: row(desk)["stock_source"] == "feed:shop" and not lamp(desk)["missing"])
        desk.run("show.go_live")
        desk.run("show.take_item", {"item": "P01"})
        desk.run("link.up", {"now": "yes"})
        for left in (130, 120):
            shelf.left[SKU] = left
            await until(lambda left=left: row(desk)["sellable"] == left, 5.0)
    finally:
        await desk.close()


def heard(stage: Stage, feeds: StockFeeds, loop: HandLoop, **left: int) -> None:
    """One answer of a shop with all of `left`, and then two seconds."""
    moment = stage.clock.now()
    stock = (
        Stock(figure=Figure(sku=f"SKU-{item}", available=qty), at=moment.at, asked_ms=moment.monotonic_ms)
        for item, qty in left.items()
    )
    feeds.told(FeedTold(lamp=LAMP, stock=tuple(stock)))
    for _ in range(20):
        stage.wait(100)
        loop.turn()


def breaks(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, sku: str) -> None:
    """A bug of ours: `name` raises whenever it is about `sku`."""
    whole = getattr(owner, name)

    def broken(*args: Any, **given: Any) -> Any:
        if any(sku in (arg, getattr(arg, "sku", "")) for arg in args if not isinstance(arg, dict)):
            raise ArithmeticError("a bug")
        return whole(*args, **given)

    monkeypatch.setattr(owner, name, broken)


@pytest.mark.parametrize(
    ("owner", "name"), [(stock_feeds, "told_by_feed"), (stock_feeds, "along"), (queue, "stocked")]
)
@pytest.mark.parametrize("few", [60, 3], ids=["in_its_second", "urgent"])
def test_a_bug_about_one_sku_is_loud_and_the_others_are_counted_all_the_same(
    owner: object, name: str, few: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stage = on_air(product("P2"), product("P1"), product("P3"), kind="live")
    loop = HandLoop(stage)
    feeds = rush_on(stage, loop)
    heard(stage, feeds, loop, P2=90, P1=90, P3=90)
    breaks(monkeypatch, owner, name, "SKU-P2")
    for left in (few, few - 1):
        heard(stage, feeds, loop, P2=left, P1=left, P3=left)
        assert (stage.left("P1"), stage.left("P3")) == (left, left)
    assert "feed shop, SKU-P2: our bug" in caplog.text
    assert caplog.text.count("Traceback") == 1
    monkeypatch.undo()
    heard(stage, feeds, loop, P2=1, P1=1, P3=1)
    assert [stage.left(item) for item in ("P1", "P2", "P3")] == [1, 1, 1]
    assert stage.replayed() == stage.state


async def test_a_number_that_turns_low_is_logged_at_once(tmp_path: Path, shelf: Shelf) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        desk.run("link.up", {"now": "yes"})
        await until(lambda: row(desk)["stock_source"] == "feed:shop")
        shelf.left[SKU] = 0
        await until(lambda: row(desk)["sellable"] == 0, 0.8)
        assert "batch_gone" in alerts(desk)
    finally:
        await desk.close()


async def test_windows_see_how_old_a_number_is_and_what_a_try_brings(tmp_path: Path, shelf: Shelf) -> None:
    desk = await fed(tmp_path, shelf)
    try:
        await until(lambda: desk.feeds.views()[0].found == 1 and desk.feeds.views()[0].missing)
        (view,) = desk.feeds.views()
        assert (view.name, view.kind, view.status, view.error) == ("shop", "http", "ok", "")
        assert view.wanted > 10
        assert view.ages[SKU] < 5
        before = len(shelf.server.asked)
        desk.feeds.try_now()
        await until(lambda: len(shelf.server.asked) >= before + 2)
    finally:
        await desk.close()
