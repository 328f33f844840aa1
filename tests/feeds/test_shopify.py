"""Shopify's Admin API, served by a shop of our own that executes the documents under the same types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import graphql_sync

from hostconsole.feeds.asking import Asker
from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.shopify import PAID, ShopifySource
from hostconsole.feeds.source import Part
from hostconsole.feeds.wire import Wire
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock
from tests.feeds.shop_server import Asked, Says, ShopServer
from tests.feeds.shopify_schema import excerpt, faults

TOKEN = "shpat_0123456789"
COST = {"requestedQueryCost": 30, "throttleStatus": {"currentlyAvailable": 970.0, "restoreRate": 100.0}}


class Shopify:
    """Variants by id, each (sku, left, tracked, left at the place); orders as their nodes."""

    def __init__(self, server: ShopServer) -> None:
        self.server = server
        self.variants: dict[str, tuple[str, int | None, bool, int]] = {}
        self.orders: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        self.instead: list[Says] = []
        self.cost: dict[str, Any] = COST
        self._schema = excerpt()
        self._schema.type_map["Node"].resolve_type = lambda value, *_: value["__typename"]  # type: ignore[attr-defined]
        server.routes["/admin/api/2026-07/graphql.json"] = self.answer

    def answer(self, asked: Asked) -> Says:
        assert asked.headers["x-shopify-access-token"] == TOKEN
        self.asked.append(asked.json["variables"])
        if self.instead:
            return self.instead.pop(0)
        result = graphql_sync(
            self._schema,
            asked.json["query"],
            root_value={"nodes": self._nodes, "productVariants": self._found, "orders": self._orders},
            variable_values=asked.json["variables"],
        )
        assert result.errors is None, result.errors
        return Says({"data": result.data, "extensions": {"cost": self.cost}})

    def _variant(self, key: str) -> dict[str, Any] | None:
        if key not in self.variants:
            return None
        sku, left, tracked, here = self.variants[key]
        quantity = {"name": "available", "quantity": here, "updatedAt": "2026-11-23T19:59:00Z"}
        level = {"quantities": lambda _info, names: [quantity] if names == ["available"] else []}
        at = lambda _info, locationId: level if locationId == "gid://shopify/Location/5" else None  # noqa: E731
        item = {"tracked": tracked, "inventoryLevel": at}
        return {
            "__typename": "ProductVariant",
            "id": key,
            "sku": sku,
            "inventoryQuantity": left,
            "inventoryItem": item,
        }

    def _nodes(self, _info: Any, ids: list[str]) -> list[Any]:
        return [self._variant(key) for key in ids]

    def _found(self, _info: Any, first: int, query: str, after: str | None = None) -> dict[str, Any]:
        keys = [key for key, variant in self.variants.items() if f'sku:"{variant[0]}"' in query.split(" OR ")]
        start = int(after or 0)
        return self._page([self._variant(key) for key in keys], start, 1)

    def _orders(
        self, _info: Any, first: int, query: str, sortKey: str, after: str | None = None
    ) -> dict[str, Any]:
        since = query.removeprefix("updated_at:>='").removesuffix("'")
        return self._page(
            [order for order in self.orders if order["updatedAt"] >= since], int(after or 0), first
        )

    def _page(self, nodes: list[Any], start: int, first: int) -> dict[str, Any]:
        end = start + first
        return {
            "nodes": nodes[start:end],
            "pageInfo": {"hasNextPage": end < len(nodes), "endCursor": str(end)},
        }


class Reader:
    def __init__(self, shop: Shopify, clock: HandClock, more: str = "") -> None:
        text = f'[[feed]]\nname = "s"\nkind = "shopify"\nurl = "{shop.server.url}"\ntoken = "env:T"\n{more}\n'
        vault = Vault(environ={"T": TOKEN})
        self.slept: list[float] = []
        self.clock = clock
        asker = Asker(clock=clock, vault=vault, wire=Wire(vault))
        (feed,) = feeds_of(text, beside=Path())
        self.source = ShopifySource(feed, asker, clock=clock, pause=self._pause)
        self.missing: frozenset[str] = frozenset()

    async def _pause(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.clock.pause(seconds)

    async def read(self, *skus: str) -> dict[str, Figure]:
        parts: list[Part] = []
        self.missing = await self.source.read(skus, parts.append)
        return {figure.sku: figure for part in parts for figure in part.figures}

    async def __aenter__(self) -> Reader:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.source.close()


@pytest.fixture
def shopify(shop: ShopServer) -> Iterator[Shopify]:
    yield Shopify(shop)


def test_the_documents_fit_the_types() -> None:
    assert faults(excerpt()) == []
    assert set(excerpt().type_map["OrderDisplayFinancialStatus"].values) >= PAID  # type: ignore[attr-defined]


async def test_the_stock_of_the_queue_only_looked_up_once(shopify: Shopify, clock: HandClock) -> None:
    shopify.variants = {
        "gid://v/1": ("A", 7, True, 3),
        "gid://v/2": ("B", None, True, 0),
        "gid://v/3": ("C", 5, False, 0),
        "gid://v/4": ("D", -2, True, 0),
        "gid://v/5": ("ELSE", 9, True, 0),
    }
    async with Reader(shopify, clock) as reader:
        figures = await reader.read("A", "B", "C", "D", "NONE")
        assert (figures["A"].available, figures["B"].warning, figures["C"].untracked) == (7, "null", True)
        assert (figures["D"].available, figures["D"].warning, reader.missing) == (-2, "oversold", {"NONE"})
        assert "ELSE" not in figures
        before = len(shopify.asked)
        await reader.read("A", "NONE")
        assert shopify.asked[before:] == [
            {"ids": ["gid://v/1"], "location": "gid://shopify/Location/0", "atLocation": False}
        ]


async def test_the_stock_at_one_place(shopify: Shopify, clock: HandClock) -> None:
    shopify.variants = {"gid://v/1": ("A", 7, True, 3)}
    async with Reader(shopify, clock, 'location = "5"') as reader:
        figure = (await reader.read("A"))["A"]
    assert (figure.available, figure.as_of) == (3, "2026-11-23T19:59:00.000Z")


async def test_a_sku_on_two_variants_is_said(shopify: Shopify, clock: HandClock) -> None:
    shopify.variants = {"gid://v/1": ("A", 7, True, 0), "gid://v/2": ("A", 4, True, 0)}
    async with Reader(shopify, clock) as reader:
        figure = (await reader.read("A"))["A"]
    assert (figure.available, figure.warning) == (4, "twice")


async def test_a_variant_that_was_deleted_is_looked_up_anew(shopify: Shopify, clock: HandClock) -> None:
    shopify.variants = {"gid://v/1": ("A", 7, True, 0)}
    async with Reader(shopify, clock) as reader:
        await reader.read("A")
        shopify.variants = {"gid://v/9": ("A", 6, True, 0)}
        assert await reader.read("A") == {}
        assert reader.missing == {"A"}
        clock.ms += 60_000
        assert (await reader.read("A"))["A"].available == 6


async def test_calls_wait_for_the_points_they_cost(shopify: Shopify, clock: HandClock) -> None:
    shopify.variants = {"gid://v/1": ("A", 7, True, 0)}
    low = {"currentlyAvailable": 10.0, "restoreRate": 20.0}
    shopify.cost = {"requestedQueryCost": 50, "throttleStatus": low}
    async with Reader(shopify, clock) as reader:
        await reader.read("A")
        await reader.read("A")
        assert reader.slept == [2.0]


async def test_throttled_in_a_200_is_a_busy_shop(shopify: Shopify, clock: HandClock) -> None:
    cost = {"requestedQueryCost": 300, "throttleStatus": {"currentlyAvailable": 100, "restoreRate": 50}}
    error = {"message": "Throttled", "extensions": {"code": "THROTTLED"}}
    shopify.instead = [Says({"errors": [error], "extensions": {"cost": cost}})]
    async with Reader(shopify, clock) as reader:
        with pytest.raises(Trouble) as met:
            await reader.read("A")
    assert (met.value.code, met.value.fields["wait_s"]) == ("feed_busy", 4.0)


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (Says({"errors": "[API] Invalid API key or access token"}, status=401), "HTTP 401"),
        (Says({"errors": [{"message": "Field 'x' doesn't exist"}]}), "doesn't exist"),
        (Says({"data": {"nodes": "?", "productVariants": 5}}), ""),
    ],
)
async def test_what_goes_wrong_is_said(shopify: Shopify, clock: HandClock, says: Says, words: str) -> None:
    shopify.instead = [says] * 3
    async with Reader(shopify, clock) as reader:
        if words:
            with pytest.raises(Trouble, match=words):
                await reader.read("A")
        else:
            await reader.read("A")
            assert reader.missing == {"A"}


async def test_orders_since_a_time_with_all_pages(shopify: Shopify, clock: HandClock) -> None:
    def order(number: int, **more: Any) -> dict[str, Any]:
        lines = {"nodes": [{"sku": "A", "currentQuantity": number}], "pageInfo": {"hasNextPage": False}}
        return {
            "id": f"gid://o/{number}",
            "createdAt": "2026-11-23T20:00:00Z",
            "updatedAt": f"2026-11-23T20:00:{number:02}Z",
            "cancelledAt": None,
            "displayFinancialStatus": "PAID",
            "lineItems": lambda _info, first: lines,
            **more,
        }

    shopify.orders = [order(number) for number in range(23)]
    shopify.orders += [
        order(30, displayFinancialStatus="PENDING"),
        order(31, cancelledAt="2026-11-23T20:00:31Z"),
    ]
    async with Reader(shopify, clock) as reader:
        orders = await reader.source.orders("2026-11-23T20:00:02Z")
    assert [line.qty for found in orders for line in found.lines] == [*range(2, 23), 30, 31]
    assert [line.paid for found in orders for line in found.lines][-3:] == [True, False, False]
    assert orders[-1].state == "CANCELLED"
    assert orders[-1].changed == "2026-11-23T20:00:31.000Z"
