"""Shopify's Admin GraphQL API as a feed: the stock of the queue's SKUs only, orders since a time.

A SKU is looked up once; its stock is then asked for by id, as the search lags behind. Calls cost points
from a leaky bucket: the shop says how full it is with each answer, and the next call waits for what it
needs.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from hostconsole.feeds.asking import Asker, Got
from hostconsole.feeds.feed import Feed, Request
from hostconsole.feeds.orders import Order, OrderLine
from hostconsole.feeds.reading import Figure, Raw, figure_of, once_each
from hostconsole.feeds.source import Part, Tell
from hostconsole.feeds.texts import Text
from hostconsole.feeds.values import moment_of, shown, text_of, whole
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Trouble

FIND = """
query Find($search: String!, $after: String) {
  productVariants(first: 100, after: $after, query: $search) {
    nodes { id sku }
    pageInfo { hasNextPage endCursor }
  }
}
"""
"""SKUs to variants. A SKU may be on several."""

STOCK = """
query Stock($ids: [ID!]!, $location: ID!, $atLocation: Boolean!) {
  nodes(ids: $ids) {
    ... on ProductVariant {
      id
      sku
      inventoryQuantity
      inventoryItem {
        tracked
        inventoryLevel(locationId: $location) @include(if: $atLocation) {
          quantities(names: ["available"]) { name quantity updatedAt }
        }
      }
    }
  }
}
"""
"""What can be sold: over all places (`inventoryQuantity`), or at one."""

ORDERS = """
query Orders($search: String!, $after: String) {
  orders(first: 10, after: $after, query: $search, sortKey: UPDATED_AT) {
    nodes {
      id
      createdAt
      updatedAt
      cancelledAt
      displayFinancialStatus
      lineItems(first: 50) {
        nodes { sku currentQuantity }
        pageInfo { hasNextPage }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""

PAID = frozenset({"PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "AUTHORIZED"})

_AT_ONCE = 100
_SEARCHED_AT_ONCE = 40
_MOST_PAGES = 100
_LOOK_AGAIN_MS = 60_000
"""A SKU that the shop did not know is looked up again after that."""


class ShopifySource:
    """A feed of kind "shopify"; `feed.shop` must be there."""

    def __init__(
        self,
        feed: Feed,
        asker: Asker,
        *,
        clock: Clock,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        assert feed.shop is not None
        self._shop = feed.shop
        self._asker = asker
        self._clock = clock
        self._pause = pause
        self._request = Request(
            url=Text(f"{feed.shop.url}/admin/api/{feed.shop.version}/graphql.json", "url"),
            method="POST",
            headers=(
                ("X-Shopify-Access-Token", feed.shop.key),
                ("Content-Type", Text("application/json", "header")),
            ),
        )
        self._ids: dict[str, tuple[str, ...]] = {}
        self._looked_ms: dict[str, int] = {}
        self._bucket = Bucket()

    @property
    def has_orders(self) -> bool:
        return self._shop.orders

    @property
    def whole(self) -> bool:
        return False

    async def read(self, skus: Collection[str], tell: Tell, *, also: Collection[str] = ()) -> frozenset[str]:
        """See `Source`."""
        await self._find(skus)
        ids = [one for sku in skus for one in self._ids.get(sku, ())]
        seen: set[str] = set()
        for some in _by(ids, _AT_ONCE):
            location = self._location
            variables = {
                "ids": some,
                "location": location or "gid://shopify/Location/0",
                "atLocation": bool(location),
            }
            got = await self._ask(STOCK, variables)
            figures = stock_in(got.payload, at_location=bool(location))
            seen |= {figure.sku for figure in figures}
            wanted = tuple(figure for figure in figures if figure.sku in skus)
            tell(Part(figures=wanted, asked_ms=got.asked_ms, at=got.at))
        for sku in set(skus) - seen:
            self._ids.pop(sku, None)  # deleted or renamed: looked up anew
        return frozenset(skus) - seen

    async def orders(self, since: str) -> tuple[Order, ...]:
        """See `Source`."""
        found: list[Order] = []
        async for page in self._pages(ORDERS, f"updated_at:>='{since}'", "orders"):
            found += [order for node in page if (order := order_of(node))]
        return tuple(found)

    async def close(self) -> None:
        """See `Source`."""
        await self._asker.close()

    @property
    def _location(self) -> str:
        location = self._shop.location
        return f"gid://shopify/Location/{location}" if location.isdecimal() else location

    async def _find(self, skus: Collection[str]) -> None:
        now_ms = self._clock.now().monotonic_ms
        new = [
            sku
            for sku in skus
            if sku not in self._ids and now_ms - self._looked_ms.get(sku, -_LOOK_AGAIN_MS) >= _LOOK_AGAIN_MS
        ]
        for some in _by(new, _SEARCHED_AT_ONCE):
            found: dict[str, list[str]] = {}
            async for page in self._pages(FIND, " OR ".join(map(_searched, some)), "productVariants"):
                for node in page:
                    found.setdefault(text_of(node.get("sku")), []).append(text_of(node.get("id")))
            self._ids |= {sku: tuple(ids) for sku, ids in found.items() if sku in some}
            self._looked_ms |= dict.fromkeys(some, now_ms)

    async def _pages(self, document: str, search: str, name: str) -> Any:
        after: str | None = None
        for _ in range(_MOST_PAGES):
            got = await self._ask(document, {"search": search, "after": after})
            page = _at(got.payload, "data", name)
            yield [node for node in _at(page, "nodes") or () if isinstance(node, Mapping)]
            after = text_of(_at(page, "pageInfo", "endCursor"))
            if _at(page, "pageInfo", "hasNextPage") is not True or not after:
                return
        raise Trouble("feed_pages", f"The shop gave more than {_MOST_PAGES} pages of {name}.")

    async def _ask(self, document: str, variables: Mapping[str, Any]) -> Got:
        wait_s = self._bucket.wait_s(document, self._clock.now().monotonic_ms)
        if wait_s > 0:
            await self._pause(wait_s)
        body = json.dumps({"query": document, "variables": variables}).encode()
        got = await self._asker.ask(self._request, {}, body=body)
        self._bucket.learn(document, _at(got.payload, "extensions", "cost"), self._clock.now().monotonic_ms)
        errors = _at(got.payload, "errors")
        if errors:
            raise self._trouble(errors, document)
        return got

    def _trouble(self, errors: Any, document: str) -> Trouble:
        first = errors[0] if isinstance(errors, list) else errors
        if _at(first, "extensions", "code") == "THROTTLED":
            wait_s = max(1.0, self._bucket.wait_s(document, self._clock.now().monotonic_ms))
            return Trouble("feed_busy", f"Shopify's limit is reached, {wait_s:.0f} s to wait.", wait_s=wait_s)
        message = _at(first, "message") if isinstance(first, Mapping) else first
        return Trouble("feed_error", f"Shopify answered with an error: {shown(message)}.")


class Bucket:
    """Shopify's leaky bucket of points, as its last answer described it."""

    def __init__(self) -> None:
        self._points = 1000.0
        self._restored = 100.0
        self._at_ms: int | None = None
        self._costs: dict[str, float] = {}

    def learn(self, document: str, cost: Any, now_ms: int) -> None:
        """Takes note of `extensions.cost` of an answer."""
        requested = _at(cost, "requestedQueryCost")
        points = _at(cost, "throttleStatus", "currentlyAvailable")
        restored = _at(cost, "throttleStatus", "restoreRate")
        if isinstance(requested, int | float):
            self._costs[document] = float(requested)
        if isinstance(points, int | float) and isinstance(restored, int | float) and restored > 0:
            self._points, self._restored, self._at_ms = float(points), float(restored), now_ms

    def wait_s(self, document: str, now_ms: int) -> float:
        """How long until there are points enough for a document; bounded to a minute."""
        if self._at_ms is None:
            return 0.0
        points = self._points + self._restored * (now_ms - self._at_ms) / 1000
        return min(max(0.0, (self._costs.get(document, 0.0) - points) / self._restored), 60.0)


def stock_in(payload: Any, *, at_location: bool) -> tuple[Figure, ...]:
    """The figures in the answer to `STOCK`. Never raises."""
    figures: list[Figure] = []
    nodes = _at(payload, "data", "nodes")
    for node in nodes if isinstance(nodes, list) else ():
        sku = text_of(_at(node, "sku"))
        if not sku:
            continue
        available, as_of = _at(node, "inventoryQuantity"), None
        if at_location:
            levels = _at(node, "inventoryItem", "inventoryLevel", "quantities")
            level = levels[0] if isinstance(levels, list) and levels else None
            available, as_of = _at(level, "quantity"), _at(level, "updatedAt")
        untracked = _at(node, "inventoryItem", "tracked") is False
        raw = Raw(available=available, untracked=untracked, as_of=as_of)
        figures.append(figure_of(sku, raw, by_available=True))
    return once_each(figures)


def order_of(node: Mapping[str, Any]) -> Order | None:
    """One order of the answer to `ORDERS`; a cancelled one has the state "CANCELLED" and no pieces."""
    key = text_of(node.get("id"))
    if not key:
        return None
    cancelled = node.get("cancelledAt") is not None
    state = "CANCELLED" if cancelled else text_of(node.get("displayFinancialStatus"))
    at = moment_of(node.get("createdAt")) or ""
    lines: list[OrderLine] = []
    unread = int(_at(node, "lineItems", "pageInfo", "hasNextPage") is True)
    found = _at(node, "lineItems", "nodes")
    for line in found if isinstance(found, list) else ():
        sku, qty = text_of(_at(line, "sku")), whole(_at(line, "currentQuantity")).value
        if not sku or qty is None:
            unread += 1
            continue
        lines.append(OrderLine(id=key, at=at, state=state, sku=sku, qty=qty, paid=state in PAID))
    changed = moment_of(node.get("updatedAt")) or ""
    return Order(id=key, at=at, state=state, lines=tuple(lines), changed=changed, unread=unread)


def _searched(sku: str) -> str:
    escaped = sku.replace("\\", "\\\\").replace('"', '\\"')
    return f'sku:"{escaped}"'


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def _by(items: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
