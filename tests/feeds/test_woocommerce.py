"""WooCommerce's REST API, served by a shop of our own."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hostconsole.feeds.asking import Asker
from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.source import Part
from hostconsole.feeds.wire import Wire
from hostconsole.feeds.woocommerce import WooSource
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock
from tests.feeds.shop_server import Asked, Says, ShopServer

KEY, SECRET = "ck_0123456789", "cs_9876543210"
API = "/wp-json/wc/v3"


def product(number: int, sku: str, left: object, **more: object) -> dict[str, Any]:
    managed = {"manage_stock": left is not None, "stock_quantity": left, "stock_status": "instock"}
    return {"id": number, "sku": sku, "type": "simple", **managed, **more}


class Woo:
    """Products, variations by their product, orders. `finds_variations`: newer shops find them by SKU."""

    def __init__(self, server: ShopServer) -> None:
        self.server = server
        self.products: list[dict[str, Any]] = []
        self.variations: dict[int, list[dict[str, Any]]] = {}
        self.orders: list[dict[str, Any]] = []
        self.finds_variations = True
        self.counts_pages = True
        server.routes[f"{API}/products"] = self._products
        server.routes[f"{API}/orders"] = self._orders

    def vary(self, number: int, *variations: dict[str, Any]) -> None:
        self.products.append({"id": number, "sku": "", "type": "variable"})
        self.variations[number] = list(variations)
        self.server.routes[f"{API}/products/{number}/variations"] = lambda asked: self._page(
            asked, self.variations[number]
        )

    def _products(self, asked: Asked) -> Says:
        if asked.query.get("type") == "variable":
            return self._page(asked, [one for one in self.products if one["type"] == "variable"])
        skus = [*asked.query["sku"].split(","), asked.query["sku"]]
        every = list(self.products)
        if self.finds_variations:
            every += [one for some in self.variations.values() for one in some]
        return self._page(asked, [one for one in every if one["sku"] in skus])

    def _orders(self, asked: Asked) -> Says:
        assert asked.query["dates_are_gmt"] == "true"
        since = asked.query["modified_after"].removesuffix("Z")
        return self._page(asked, [one for one in self.orders if one["date_modified_gmt"] > since])

    def _page(self, asked: Asked, rows: list[dict[str, Any]]) -> Says:
        login = base64.b64decode(asked.headers["authorization"].removeprefix("Basic ")).decode()
        assert login == f"{KEY}:{SECRET}"
        size, page = int(asked.query["per_page"]), int(asked.query["page"])
        headers = {"X-WP-TotalPages": str(-(-len(rows) // size))} if self.counts_pages else {}
        return Says(rows[(page - 1) * size : page * size], headers=headers)


class Reader:
    def __init__(self, woo: Woo, clock: HandClock) -> None:
        text = f'[[feed]]\nname = "w"\nkind = "woocommerce"\nurl = "{woo.server.url}"\n'
        text += 'key = "env:K"\nsecret = "env:S"\n'
        vault = Vault(environ={"K": KEY, "S": SECRET})
        (feed,) = feeds_of(text, beside=Path())
        asker = Asker(clock=clock, vault=vault, wire=Wire(vault))
        self.source = WooSource(feed, asker, clock=clock, vault=vault)
        self.missing: frozenset[str] = frozenset()

    async def read(self, *skus: str) -> dict[str, Figure]:
        parts: list[Part] = []
        self.missing = await self.source.read(skus, parts.append)
        return {figure.sku: figure for part in parts for figure in part.figures}

    async def __aenter__(self) -> Reader:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.source.close()


@pytest.fixture
def woo(shop: ShopServer) -> Iterator[Woo]:
    yield Woo(shop)


async def test_products_and_variations_by_sku_in_one_call(woo: Woo, clock: HandClock) -> None:
    woo.products = [
        product(1, "A", 5),
        product(2, "B", None),
        product(3, "C", None, stock_status="outofstock"),
    ]
    woo.vary(4, product(41, "D-red", "7"), product(42, "D-blue", -1, manage_stock="parent"))
    async with Reader(woo, clock) as reader:
        figures = await reader.read("A", "B", "C", "D-red", "D-blue")
        assert {sku: figure.available for sku, figure in figures.items()} == {
            "A": 5,
            "B": None,
            "C": 0,
            "D-red": 7,
            "D-blue": -1,
        }
        assert (figures["B"].untracked, figures["D-blue"].warning, reader.missing) == (
            True,
            "oversold",
            frozenset(),
        )
    assert len(woo.server.asked) == 1


async def test_a_sku_with_a_comma_is_asked_for_alone(woo: Woo, clock: HandClock) -> None:
    woo.products = [product(1, "A,1", 5), product(2, "B", 6)]
    async with Reader(woo, clock) as reader:
        assert set(await reader.read("A,1", "B")) == {"A,1", "B"}


async def test_a_shop_that_does_not_find_variations_is_walked_through_once(
    woo: Woo, clock: HandClock
) -> None:
    woo.finds_variations = False
    woo.vary(4, *(product(100 + n, f"V{n}", n) for n in range(150)))
    woo.vary(5, product(51, "W", 3))
    async with Reader(woo, clock) as reader:
        figures = await reader.read("V149", "W", "NONE")
        assert {sku: figure.available for sku, figure in figures.items()} == {"V149": 149, "W": 3}
        assert reader.missing == {"NONE"}
        before = len(woo.server.asked)
        await reader.read("W")
        assert [asked.path for asked in woo.server.asked[before:]] == [f"{API}/products/5/variations"]


@pytest.mark.parametrize("counts_pages", [True, False])
async def test_orders_since_a_time(woo: Woo, clock: HandClock, counts_pages: bool) -> None:
    woo.counts_pages = counts_pages
    statuses = ["processing", "pending", "checkout-draft", "cancelled"]
    woo.orders = [
        {
            "id": n,
            "status": statuses[n % 4],
            "date_created_gmt": "2026-11-23T19:59:00",
            "date_modified_gmt": f"2026-11-23T20:{n // 60:02}:{n % 60:02}",
            "line_items": [{"sku": "A", "quantity": 1}, {"sku": "", "quantity": 1}, None],
        }
        for n in range(250)
    ]
    async with Reader(woo, clock) as reader:
        orders = await reader.source.orders("2026-11-23T20:00:09Z")
    assert {order.id for order in orders} == {str(n) for n in range(10, 250) if n % 4 != 2}
    paid = {line.state: line.paid for order in orders for line in order.lines}
    assert paid == {"processing": True, "pending": False, "cancelled": False}
    assert (orders[0].at, orders[0].unread) == ("2026-11-23T19:59:00.000Z", 2)


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (Says({"code": "woocommerce_rest_cannot_view"}, status=401), "HTTP 401"),
        (Says("<html>Fatal error", status=500), "with a web page"),
        (Says({"code": "x", "message": "y"}), "not a list"),
        (Says("<p>maintenance"), "web page"),
    ],
)
async def test_what_goes_wrong_is_said(woo: Woo, clock: HandClock, says: Says, words: str) -> None:
    woo.server.says(f"{API}/products", says)
    async with Reader(woo, clock) as reader:
        with pytest.raises(Trouble, match=words) as met:
            await reader.read("A")
    assert KEY not in met.value.reason
