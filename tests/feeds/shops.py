"""Whole shops of our own, each awkward in the way its kind is, to be read through `kind = "http"` alone."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.feeds.shop_server import Asked, Says, ShopServer

STALE = "2026-01-05T09:00:00Z"
"""When the variants were last edited: a sale does not move it."""


@dataclass
class Stall:
    """What a shop has and sells, whatever API stands before it: more than there is, as buyers race."""

    on_hand: dict[str, Any]
    allocated: dict[str, int | None] = field(default_factory=dict)
    orders: list[dict[str, Any]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    ids: Any = field(default_factory=lambda: count(1))

    def sells(self, sku: str, qty: int = 1, *, at: str, state: str = "PaymentSettled") -> None:
        with self.lock:
            self.allocated[sku] = (self.allocated.get(sku) or 0) + qty
            line = {"sku": sku, "quantity": qty}
            self.orders.append({"code": f"T{next(self.ids)}", "at": at, "state": state, "lines": [line]})

    def opens_cart(self, sku: str, qty: int) -> None:
        with self.lock:
            line = {"sku": sku, "quantity": qty}
            self.orders.append(
                {"code": f"T{next(self.ids)}", "at": None, "state": "AddingItems", "lines": [line]}
            )

    def left(self, sku: str) -> int:
        return int(self.on_hand[sku]) - (self.allocated.get(sku) or 0)


class GraphShop:
    """GraphQL by POST: a token in a header, errors inside 200, lists with `totalItems`, and a stock that is
    null until the first order."""

    TOML = r"""
[[feed]]
name = "graph"
kind = "http"
url = "<url>/admin-api"
method = "POST"
headers = { Authorization = "Bearer {token}" }
body = '{"query": "query { productVariants(options: {take: {size}, skip: {offset}}) { totalItems items { sku trackInventory updatedAt stockLevels { stockOnHand stockAllocated } } } }"}'
every_s = 0.1
rows = "data.productVariants.items"
sku = "sku"
on_hand = "stockLevels[0].stockOnHand"
reserved = "stockLevels[0].stockAllocated"
untracked = "trackInventory == 'FALSE'"
as_of = "updatedAt"
error = "errors[0].message"

[feed.login]
url = "<url>/admin-api"
method = "POST"
body = '{"query": "mutation { login(username: \"live\", password: \"{env:SHOP_PASSWORD}\") { __typename } }"}'
token = "header:shop-auth-token"

[feed.page]
size = 2
total = "data.productVariants.totalItems"

[feed.orders]
url = "<url>/admin-api"
method = "POST"
body = '{"query": "query { orders(options: {filter: {updatedAt: {after: \"{since}\"}}, take: {size}, skip: {offset}}) { totalItems items { code state orderPlacedAt lines { quantity productVariant {sku} } } } }"}'
rows = "data.orders.items"
id = "code"
at = "orderPlacedAt"
state = "state"
paid = ["PaymentSettled", "Shipped"]
lines = "lines"
sku = "productVariant.sku"
qty = "quantity"
"""  # noqa: E501

    def __init__(self, server: ShopServer, stall: Stall) -> None:
        self.stall = stall
        self.token = ""
        self.logins = 0
        self.broken: Says | None = None
        server.routes["/admin-api"] = self._answer

    def _answer(self, asked: Asked) -> Says:
        query = asked.json["query"]
        if self.broken is not None:
            return self.broken
        if "login" in query:
            self.logins += 1
            self.token = f"session-{self.logins:08}"
            return Says(
                {"data": {"login": {"__typename": "CurrentUser"}}},
                headers={"Shop-Auth-Token": self.token},
            )
        if not self.token or asked.headers.get("authorization") != f"Bearer {self.token}":
            return Says({"errors": [{"message": "You are not authorized", "code": "FORBIDDEN"}]})
        with self.stall.lock:
            return self._orders(query) if "orders(" in query else self._variants(query)

    def _variants(self, query: str) -> Says:
        skus = sorted(self.stall.on_hand)
        items = [self._variant(sku) for sku in _cut(skus, query)]
        return Says({"data": {"productVariants": {"totalItems": len(skus), "items": items}}})

    def _variant(self, sku: str) -> dict[str, Any]:
        level = {"stockOnHand": self.stall.on_hand[sku], "stockAllocated": self.stall.allocated.get(sku)}
        return {"sku": sku, "trackInventory": "INHERIT", "updatedAt": STALE, "stockLevels": [level]}

    def _orders(self, query: str) -> Says:
        items = [
            {
                "code": order["code"],
                "state": order["state"],
                "orderPlacedAt": order["at"],
                "lines": [
                    {"quantity": line["quantity"], "productVariant": {"sku": line["sku"]}}
                    for line in order["lines"]
                ],
            }
            for order in _cut(self.stall.orders, query)
        ]
        return Says({"data": {"orders": {"totalItems": len(self.stall.orders), "items": items}}})


def _cut(things: list[Any], query: str) -> list[Any]:
    take, skip = (int(query.split(f"{word}: ")[1].split(",")[0].split("}")[0]) for word in ("take", "skip"))
    return things[skip : skip + take]


class SkuShop:
    """One call a SKU; a token by JSON login, lost with the server; 406 for what is sold out."""

    TOML = """
[[feed]]
name = "single"
kind = "http"
url = "<url>/stock/{sku}"
headers = { Authorization = "Bearer {token}" }
every_s = 0.1
rows = "data"
available = "left"

[feed.login]
url = "<url>/login"
method = "POST"
body = '{"user": "live", "password": {env:SHOP_PASSWORD}}'
token = "data.access_token"
"""

    def __init__(self, server: ShopServer, stall: Stall) -> None:
        self.server, self.stall = server, stall
        self.tokens: set[str] = set()
        self.passwords: list[str] = []
        server.routes["/login"] = self._login
        for sku in stall.on_hand:
            server.routes[f"/stock/{sku}"] = self._stock

    def forgets(self) -> None:
        """The server was started anew: its sessions are gone."""
        self.tokens.clear()

    def _login(self, asked: Asked) -> Says:
        self.passwords.append(asked.json["password"])
        token = f"access-{len(self.passwords):06}"
        self.tokens.add(token)
        return Says({"data": {"access_token": token}})

    def _stock(self, asked: Asked) -> Says:
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return Says({"message": "Unauthenticated."}, status=401)
        sku = asked.path.rpartition("/")[2]
        with self.stall.lock:
            left = self.stall.left(sku)
        if left <= 0:
            return Says({"message": "Not available"}, status=406)
        return Says({"data": {"left": left}})


class CursorShop:
    """GraphQL with a cursor written into the query itself, and texts for numbers."""

    TOML = r"""
[[feed]]
name = "cursor"
kind = "http"
url = "<url>/graphql"
body = '{"query": "{ products(first: {size}, after: {cursor}) { edges { node { sku: code stock } } pageInfo { endCursor hasNextPage } } }"}'
every_s = 0.1
rows = "data.products.edges[].node"
sku = "sku"
available = "stock"

[feed.page]
size = 1
cursor = "data.products.pageInfo.hasNextPage && data.products.pageInfo.endCursor"
"""  # noqa: E501

    def __init__(self, server: ShopServer, stall: Stall) -> None:
        self.stall = stall
        self.after: list[str] = []
        server.routes["/graphql"] = self._answer

    def _answer(self, asked: Asked) -> Says:
        after = asked.json["query"].split("after: ")[1].split(")")[0]
        self.after.append(after)
        skus = sorted(self.stall.on_hand)
        start = 0 if after == "null" else skus.index(after.strip('"').removeprefix("c:")) + 1
        sku = skus[start]
        with self.stall.lock:
            node = {"sku": sku, "stock": f"{self.stall.left(sku)}"}
        info = {"endCursor": f"c:{sku}", "hasNextPage": start + 1 < len(skus)}
        return Says({"data": {"products": {"edges": [{"node": node}], "pageInfo": info}}})
