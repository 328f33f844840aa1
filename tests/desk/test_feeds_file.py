"""The feeds file read again while the show runs: by a command, and when it is saved."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hostconsole.desk.desk import LOG_NAME, Desk
from hostconsole.log.reader import LogReader
from hostconsole.show.codec import entry_of
from hostconsole.show.errors import Refused
from hostconsole.show.fold import replay
from tests.desk.test_desk import asked, opened
from tests.desk.test_schemas import fits
from tests.feeds.shop_server import Asked, Says, ShopServer, shop_server
from tests.waiting import until

SKU = "QH-TIS-80x6"
FEED = """
[[feed]]
name = "<name>"
kind = "http"
url = "<url>/<name>"
every_s = 0.1
rows = "items"
sku = "sku"
available = "left"
"""
ORDERS = """
[feed.orders]
url = "<url>/orders"
rows = "orders"
id = "id"
at = "at"
lines = "lines"
sku = "sku"
qty = "qty"
"""


class Shops:
    """Some shops on one server: `left` of the SKU by the feed's name, and what was ordered."""

    def __init__(self, server: ShopServer, folder: Path) -> None:
        self.server, self.path = server, folder / "feeds.toml"
        self.left: dict[str, Any] = {}
        self.orders: list[dict[str, Any]] = []
        server.says("/orders", lambda _: Says({"orders": self.orders}))

    def feed(self, name: str, *, left: int | None = None, orders: bool = False) -> str:
        if left is not None:
            self.left[name] = left
        self.server.says(f"/{name}", self._stock)
        text = FEED + (ORDERS if orders else "")
        return text.replace("<name>", name).replace("<url>", self.server.url)

    def writes(self, *feeds: str) -> None:
        self.path.write_text("".join(feeds), "utf-8")

    def calls(self, name: str) -> int:
        return len(self.server.calls(f"/{name}"))

    def _stock(self, asked: Asked) -> Says:
        return Says({"items": [{"sku": SKU, "left": self.left[asked.path[1:]]}]})


@pytest.fixture
def shops(tmp_path: Path) -> Iterator[Shops]:
    with shop_server() as server:
        yield Shops(server, tmp_path)


async def running(shops: Shops) -> Desk:
    """A rehearsal with P01 on sale, and the feeds file read."""
    desk = await opened(shops.path.parent)
    desk.run("show.take_item", {"item": "P01"})
    desk.run("link.up", {"now": "yes"})
    desk.feeds.follow(shops.path)
    return desk


async def again(desk: Desk) -> dict[str, Any]:
    return await asked(desk, {"do": "feeds.reload", "args": {}})


def row(desk: Desk) -> dict[str, Any]:
    return next(item for item in desk.snapshot()["items"] if item["id"] == "P01")


def names(desk: Desk) -> list[str]:
    return [feed["name"] for feed in desk.snapshot()["feeds"]]


def trouble(desk: Desk) -> str:
    return next((a["text"] for a in desk.snapshot()["alerts"] if a["code"] == "feeds_file"), "")


def kinds(desk: Desk) -> list[str]:
    desk.journal.wait_saved(5)
    with LogReader(desk.directory / LOG_NAME) as log:
        entries = [entry_of(row.text) for row in log.rows(desk.show.state.session)]
    assert replay(entries).stock == desk.show.state.stock
    return [entry.event.kind for entry in entries]


async def test_a_feed_that_was_written_meanwhile_is_read_by_the_command(shops: Shops) -> None:
    shops.writes(shops.feed("one", left=140))
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sellable"] == 140)
        shops.writes(shops.feed("one"), shops.feed("two", left=139))
        answer = await again(desk)
        assert answer["ok"] and answer["saved"]
        assert names(desk) == ["one", "two"]
        await until(lambda: row(desk)["stock_source"] == "feed:two")
        fits("state", desk.snapshot())
        assert kinds(desk).count("feeds.changed") == 2
    finally:
        await desk.close()


async def test_a_file_that_did_not_change_changes_nothing_and_asks_at_once(shops: Shops) -> None:
    shops.writes(shops.feed("one", left=140).replace("every_s = 0.1", "every_s = 600"))
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sellable"] == 140)
        calls = shops.calls("one")
        assert (await again(desk))["seq"] is None
        await until(lambda: shops.calls("one") > calls)
        assert kinds(desk).count("feeds.changed") == 1
    finally:
        await desk.close()


async def test_a_faulty_file_leaves_the_feeds_running_and_says_where_it_is_wrong(shops: Shops) -> None:
    shops.writes(shops.feed("one", left=140))
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sellable"] == 140)
        shops.writes(shops.feed("one").replace('available = "left"', 'avialable = "left"'))
        answer = await again(desk)
        assert (answer["ok"], answer["code"]) == (False, "feeds_unreadable")
        for said in (answer["reason"], trouble(desk)):
            assert "feeds.toml: line 9: feed 1" in said
            assert "avialable" in said
        shops.left["one"] = 131
        await until(lambda: row(desk)["sellable"] == 131)
        shops.writes(shops.feed("one"))
        assert (await again(desk))["ok"]
        assert trouble(desk) == ""
        assert row(desk)["sold"] == 9
    finally:
        await desk.close()


async def test_a_file_that_is_saved_is_noticed_and_one_that_comes_later_too(shops: Shops) -> None:
    desk = await running(shops)
    try:
        assert names(desk) == []
        shops.writes(shops.feed("one", left=140))
        await until(lambda: row(desk)["sellable"] == 140)
        shops.writes("[[feed]]\nname = shop\n")
        await until(lambda: "line 2" in trouble(desk))
        assert names(desk) == ["one"]
        shops.writes(shops.feed("one"), shops.feed("two", left=140))
        await until(lambda: names(desk) == ["one", "two"])
        assert trouble(desk) == ""
    finally:
        await desk.close()


async def test_a_file_that_is_away_leaves_the_feeds_as_they_are(shops: Shops) -> None:
    shops.writes(shops.feed("one", left=140))
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sellable"] == 140)
        shops.path.unlink()
        answer = await again(desk)
        assert (answer["ok"], answer["code"]) == (False, "feeds_unreadable")
        shops.left["one"] = 137
        await until(lambda: row(desk)["sellable"] == 137)
    finally:
        await desk.close()


async def test_what_a_mended_feed_says_first_is_no_sale(shops: Shops) -> None:
    """It read the wrong number of the shop until now."""
    shops.writes(shops.feed("one", left=140).replace("/one", "/wrong"))
    shops.feed("wrong", left=149)
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sellable"] == 149)
        shops.writes(shops.feed("one"))
        assert (await again(desk))["ok"]
        await until(lambda: row(desk)["sellable"] == 140)
        assert row(desk)["sold"] is None
        shops.left["one"] = 138
        await until(lambda: row(desk)["sold"] == 2)
        assert kinds(desk).count("feeds.changed") == 2
    finally:
        await desk.close()


async def test_a_feed_that_was_taken_out_keeps_its_number_which_gets_old_and_disagrees_no_more(
    shops: Shops,
) -> None:
    shops.writes(shops.feed("one", left=140))
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sellable"] == 140)
        shops.writes("")
        assert (await again(desk))["ok"]
        assert (names(desk), row(desk)["sellable"], row(desk)["stock_source"]) == ([], 140, "feed:one")
        desk.run("stock.count", {"qty": "90"})
        assert "counts_differ" not in {alert["code"] for alert in desk.snapshot()["alerts"]}
    finally:
        await desk.close()


async def test_orders_are_not_booked_again_by_a_feed_that_was_renamed_or_changed(shops: Shops) -> None:
    shops.writes(shops.feed("one", left=140, orders=True))
    desk = await running(shops)
    try:
        await until(lambda: row(desk)["sold"] == 0)
        line = {"sku": SKU, "qty": 4}
        shops.orders.append({"id": "T1", "at": desk.show.state.at, "lines": [line]})
        await until(lambda: row(desk)["sold"] == 4)
        shops.writes(shops.feed("two", left=140, orders=True))
        assert (await again(desk))["ok"]
        shops.orders.append({"id": "T2", "at": desk.show.state.at, "lines": [line]})
        await until(lambda: row(desk)["sold"] == 8)
        shops.writes(shops.feed("two", orders=True).replace("every_s = 0.1", "every_s = 0.2"))
        assert (await again(desk))["ok"]
        shops.orders.append({"id": "T3", "at": desk.show.state.at, "lines": [line]})
        await until(lambda: row(desk)["sold"] == 12)
    finally:
        await desk.close()


async def test_a_feed_that_hangs_does_not_keep_the_file_from_being_read(shops: Shops) -> None:
    shops.writes(shops.feed("one", left=140))
    held = threading.Event()
    desk = await running(shops)
    try:
        shops.server.says("/one", Says({"items": []}, hold=held))
        calls = shops.calls("one")
        await until(lambda: shops.calls("one") > calls)
        shops.writes(shops.feed("two", left=77))
        async with asyncio.timeout(2):
            assert (await again(desk))["ok"]
        await until(lambda: row(desk)["sellable"] == 77)
        desk.watchdog.longest_ms()
    finally:
        held.set()
        await desk.close()


async def test_without_a_show_the_command_says_why(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    try:
        with pytest.raises(Refused) as met:
            await desk.run_slowly("feeds.reload")
        assert met.value.code == "feeds_unreadable"
    finally:
        await desk.close()
