"""Shops as they really are, read by the whole console through `kind = "http"` alone: what it shows in the
end is what the shop has."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from hostconsole.desk.afterwards import LOG_NAME
from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import state_of
from hostconsole.feeds.config import feeds_of
from hostconsole.log.clock import SystemClock
from hostconsole.log.reader import LogReader, Row
from hostconsole.report.facts import night
from hostconsole.show.codec import entry_of
from tests.desk.test_desk import desk_in, opened
from tests.feeds.desk import SECRETS
from tests.feeds.shop_server import Says, ShopServer, shop_server
from tests.feeds.shops import CursorShop, GraphShop, SkuShop, Stall
from tests.waiting import until

SKU, OTHER = "QH-TIS-80x6", "MT-CUP-316"
HTML = Says("<html><h1>Internal Server Error</h1></html>", status=500)


@asynccontextmanager
async def fed(folder: Path, toml: str, server: ShopServer) -> AsyncIterator[Desk]:
    """A rehearsal with P01 on air, its link up, its SKU fed."""
    desk = await opened(folder)
    desk.run("show.take_item", {"item": "P01"})
    desk.run("link.up", {"now": "yes"})
    desk.feeds.use(feeds_of(toml.replace("<url>", server.url), beside=folder))
    try:
        yield desk
    finally:
        await desk.close()


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)


def row(desk: Desk) -> dict[str, Any]:
    return next(item for item in desk.snapshot()["items"] if item["id"] == "P01")


def lamp(desk: Desk) -> dict[str, Any]:
    (feed,) = desk.snapshot()["feeds"]
    return feed


def now() -> str:
    """As shops write times: in whole seconds."""
    return f"{SystemClock().now().at[:19]}Z"


async def test_graphql_with_a_login_pages_and_a_stock_that_is_null_until_the_first_order(
    tmp_path: Path,
) -> None:
    with shop_server() as server:
        stall = Stall({"A": 1, "B": 2, "C": 3, SKU: 100})
        graph = GraphShop(server, stall)
        async with fed(tmp_path, graph.TOML, server) as desk:
            await until(lambda: row(desk)["sellable"] == 100)
            stall.sells(SKU, 4, at=now())
            await until(lambda: row(desk)["sellable"] == 96)
            assert (lamp(desk)["ok"], lamp(desk)["odd"]) == (True, [])
            assert row(desk)["stock_as_of"] > desk.show.state.started_at


async def test_a_login_that_the_shop_forgot_is_done_again_without_a_word(tmp_path: Path) -> None:
    with shop_server() as server:
        stall = Stall({SKU: 100})
        graph = GraphShop(server, stall)
        async with fed(tmp_path, graph.TOML, server) as desk:
            await until(lambda: row(desk)["sellable"] == 100)
            graph.token = "another server's"
            stall.sells(SKU, at=now())
            await until(lambda: row(desk)["sellable"] == 99)
            assert lamp(desk)["ok"]
            assert graph.logins == 2


async def test_a_web_page_with_500_under_load_turns_the_lamp_and_the_number_gets_older(
    tmp_path: Path,
) -> None:
    with shop_server() as server:
        stall = Stall({SKU: 100})
        graph = GraphShop(server, stall)
        async with fed(tmp_path, graph.TOML, server) as desk:
            await until(lambda: row(desk)["sellable"] == 100)
            graph.broken = HTML
            stall.sells(SKU, 2, at=now())
            await until(lambda: not lamp(desk)["ok"])
            assert "HTTP 500" in lamp(desk)["error"]
            assert row(desk)["sellable"] == 100
            graph.broken = None
            await until(lambda: lamp(desk)["ok"] and row(desk)["sellable"] == 98)
            assert lamp(desk)["error"] is None


async def test_buyers_racing_for_the_last_pieces_end_at_the_shops_own_number(tmp_path: Path) -> None:
    with shop_server() as server:
        stall = Stall({SKU: 20, OTHER: 5})
        graph = GraphShop(server, stall)
        async with fed(tmp_path, graph.TOML, server) as desk:
            await until(lambda: row(desk)["sellable"] == 20)
            at = now()
            buyers = [
                threading.Thread(target=lambda: [stall.sells(SKU, at=at) for _ in range(6)]) for _ in range(4)
            ]
            for buyer in buyers:
                buyer.start()
            await until(lambda: row(desk)["sellable"] == -4)
            assert "oversold" in {alert["code"] for alert in desk.snapshot()["alerts"]}


async def test_one_call_a_sku_with_406_for_sold_out_and_a_token_lost_with_the_server(tmp_path: Path) -> None:
    with shop_server() as server:
        stall = Stall({SKU: 3})
        single = SkuShop(server, stall)
        async with fed(tmp_path, single.TOML, server) as desk:
            await until(lambda: row(desk)["sellable"] == 3)
            server.close()
            await until(lambda: not lamp(desk)["ok"])
            single.forgets()
            stall.sells(SKU, at=now())
            server.open()
            await until(lambda: row(desk)["sellable"] == 2 and lamp(desk)["ok"])
            stall.sells(SKU, 2, at=now())
            await until(lambda: row(desk)["sellable"] == 0)
            assert lamp(desk)["odd"] == [f"{SKU}: sold_out HTTP 406"]
            assert single.passwords == [SECRETS["SHOP_PASSWORD"]] * 2


async def test_a_cursor_written_into_the_query_and_texts_for_numbers(tmp_path: Path) -> None:
    with shop_server() as server:
        stall = Stall({"A": 1, "B": 2, SKU: 40})
        shop = CursorShop(server, stall)
        async with fed(tmp_path, shop.TOML, server) as desk:
            await until(lambda: row(desk)["sellable"] == 40)
            assert {"null", '"c:A"', '"c:B"'} <= set(shop.after)
            stall.sells(SKU, 7, at=now())
            await until(lambda: row(desk)["sellable"] == 33)


def report(desk: Desk) -> dict[str, int | None]:
    """Units sold by airing, as the report says."""
    entries = (entry_of(row.text) for row in rows_of(desk))
    return {f"{one.item} {one.n}": one.sold for one in night(entries).airings}


def rows_of(desk: Desk) -> list[Row]:
    desk.journal.wait_saved(5)
    with LogReader(desk.directory / LOG_NAME) as log:
        return list(log.rows(desk.show.state.session))


async def test_sold_is_what_the_orders_say_by_their_own_times_and_carts_are_none(tmp_path: Path) -> None:
    with shop_server() as server:
        stall = Stall({SKU: 100})
        graph = GraphShop(server, stall)
        async with fed(tmp_path, graph.TOML, server) as desk:
            await until(lambda: row(desk)["sold"] == 0)
            stall.opens_cart(SKU, 30)
            stall.sells(SKU, 9, at=now(), state="ArrangingPayment")
            stall.sells(SKU, 4, at=now())
            await until(lambda: row(desk)["sellable"] == 87)
            assert row(desk)["sold"] in (0, 4)
            await until(lambda: row(desk)["sold"] == 4)
            assert (row(desk)["sellable"], row(desk)["per_min"]) == (87, 4)
            in_p01 = now()
            desk.run("show.take_item", {"item": "P02"})
            stall.sells(SKU, 2, at=in_p01)
            await until(lambda: row(desk)["sold"] == 6)
            assert report(desk) == {"P01 1": 6, "P02 1": None}


async def test_orders_are_not_booked_twice_when_the_console_comes_back(tmp_path: Path) -> None:
    with shop_server() as server:
        stall = Stall({SKU: 100})
        graph = GraphShop(server, stall)
        async with fed(tmp_path, graph.TOML, server) as desk:
            stall.sells(SKU, 4, at=now())
            await until(lambda: row(desk)["sold"] == 4)
            desk.journal.wait_saved(5)
        stall.sells(SKU, 3, at=now())
        again = desk_in(tmp_path)
        with LogReader(tmp_path / LOG_NAME) as log:
            again.go_on(state_of(log, desk.show.state.session), simulated=True)
        again.feeds.use(feeds_of(graph.TOML.replace("<url>", server.url), beside=tmp_path))
        try:
            await until(lambda: row(again)["sold"] == 7)
            await until(lambda: row(again)["sellable"] == 93)
        finally:
            await again.close()
