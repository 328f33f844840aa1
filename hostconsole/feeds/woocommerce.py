"""WooCommerce's REST API v3 as a feed: stock by SKU, products and variations; orders since a time.

Many of its hosts are slow: one call brings the stock of up to fifty SKUs. Newer shops find variations by
SKU too; where one does not, its variable products are walked through once to learn where a SKU is.
"""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from hostconsole.feeds.asking import Asker, Got
from hostconsole.feeds.feed import Feed, Request
from hostconsole.feeds.orders import Order, OrderLine
from hostconsole.feeds.reading import Figure, Raw, figure_of, once_each
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.source import Part, Tell
from hostconsole.feeds.texts import Text
from hostconsole.feeds.values import moment_of, text_of, whole
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Trouble

PAID = frozenset({"processing", "completed"})
OPEN_CARTS = frozenset({"checkout-draft", "auto-draft"})

_AT_ONCE = 50
_PER_PAGE = 100
_MOST_PAGES = 100
_LOOK_AGAIN_MS = 300_000
"""The variable products are walked through again after that, if a SKU is still missing."""

_STOCK_FIELDS = "id,sku,type,parent_id,manage_stock,stock_quantity,stock_status"
_ORDER_FIELDS = "id,status,date_created_gmt,date_modified_gmt,line_items"


class WooSource:
    """A feed of kind "woocommerce"; `feed.shop` must be there."""

    def __init__(self, feed: Feed, asker: Asker, *, clock: Clock, vault: Vault) -> None:
        assert feed.shop is not None
        self._shop = feed.shop
        self._asker = asker
        self._clock = clock
        self._vault = vault
        self._parents: dict[str, str] = {}
        self._walked_ms: int | None = None

    @property
    def has_orders(self) -> bool:
        return self._shop.orders

    @property
    def whole(self) -> bool:
        return False

    async def read(self, skus: Collection[str], tell: Tell, *, also: Collection[str] = ()) -> frozenset[str]:
        """See `Source`."""
        missing = set(skus)
        direct = [sku for sku in skus if sku not in self._parents]
        for some in _by([sku for sku in direct if "," not in sku], _AT_ONCE):
            await self._read_skus(some, missing, tell)
        for sku in direct:
            if "," in sku:  # a comma separates SKUs in a call; such a one is asked for alone
                await self._read_skus([sku], missing, tell)
        if missing - self._parents.keys() and self._may_walk():
            await self._walk()
        for parent in sorted({self._parents[sku] for sku in missing if sku in self._parents}):
            await self._read_variations(parent, missing, tell)
        return frozenset(missing)

    async def orders(self, since: str) -> tuple[Order, ...]:
        """See `Source`."""
        asked = {
            "modified_after": since,
            "dates_are_gmt": "true",
            "orderby": "modified",
            "order": "asc",
            "_fields": _ORDER_FIELDS,
        }
        found: list[Order] = []
        async for got in self._pages("orders", asked):
            found += [order for row in _rows(got) if (order := order_of(row))]
        return tuple(found)

    async def close(self) -> None:
        """See `Source`."""
        await self._asker.close()

    async def _read_skus(self, skus: list[str], missing: set[str], tell: Tell) -> None:
        async for got in self._pages("products", {"sku": ",".join(skus), "_fields": _STOCK_FIELDS}):
            self._tell(got, missing, tell)

    async def _read_variations(self, parent: str, missing: set[str], tell: Tell) -> None:
        async for got in self._pages(f"products/{parent}/variations", {"_fields": _STOCK_FIELDS}):
            self._tell(got, missing, tell)

    def _tell(self, got: Got, missing: set[str], tell: Tell) -> None:
        found = once_each(figure for row in _rows(got) if (figure := stock_of(row)))
        wanted = tuple(figure for figure in found if figure.sku in missing)
        tell(Part(figures=wanted, asked_ms=got.asked_ms, at=got.at))
        missing -= {figure.sku for figure in wanted}

    def _may_walk(self) -> bool:
        now_ms = self._clock.now().monotonic_ms
        return self._walked_ms is None or now_ms - self._walked_ms >= _LOOK_AGAIN_MS

    async def _walk(self) -> None:
        self._walked_ms = self._clock.now().monotonic_ms
        parents: list[str] = []
        async for got in self._pages("products", {"type": "variable", "_fields": "id"}):
            parents += [text_of(row.get("id")) for row in _rows(got)]
        for parent in filter(str.isdecimal, parents):
            async for got in self._pages(f"products/{parent}/variations", {"_fields": "id,sku"}):
                self._parents |= {sku: parent for row in _rows(got) if (sku := text_of(row.get("sku")))}

    async def _pages(self, path: str, asked: Mapping[str, str]) -> Any:
        """The pages of a list: as many as the answer's header says, else until one is not full."""
        for number in range(1, _MOST_PAGES + 1):
            query = urlencode({**asked, "per_page": _PER_PAGE, "page": number})
            url = f"{self._shop.url}/wp-json/wc/v3/{path}?{query}"
            got = await self._asker.ask(await self._request(url), {})
            yield got
            pages = whole(got.headers.get("x-wp-totalpages")).value
            if number >= pages if pages is not None else len(_rows(got)) < _PER_PAGE:
                return
        raise Trouble("feed_pages", f"The shop gave more than {_MOST_PAGES} pages.")

    async def _request(self, url: str) -> Request:
        assert self._shop.secret is not None
        references = self._shop.key.references | self._shop.secret.references
        secrets = await self._vault.found(references)
        known = {name: secret.reveal() for name, secret in secrets.items()}
        pair = f"{self._shop.key.filled(known)}:{self._shop.secret.filled(known)}"
        login = base64.b64encode(pair.encode()).decode()
        self._vault.keep(login)
        return Request(url=Text(url, "url"), headers=(("Authorization", Text(f"Basic {login}", "header")),))


def stock_of(row: Mapping[str, Any]) -> Figure | None:
    """A product or variation. Not managed, or a quantity of null: the shop does not count it; but what it
    marks as out of stock by hand cannot be sold."""
    sku = text_of(row.get("sku"))
    if not sku:
        return None
    quantity = row.get("stock_quantity")
    untracked = row.get("manage_stock") is False or quantity is None
    if untracked and row.get("stock_status") == "outofstock":
        return Figure(sku=sku, available=0)
    return figure_of(sku, Raw(available=quantity, untracked=untracked), by_available=True)


def order_of(row: Mapping[str, Any]) -> Order | None:
    """One order; None for an open cart, or without an id."""
    key, state = text_of(row.get("id")), text_of(row.get("status"))
    if not key or state in OPEN_CARTS:
        return None
    at = moment_of(row.get("date_created_gmt")) or ""
    lines: list[OrderLine] = []
    unread = 0
    found = row.get("line_items")
    for line in found if isinstance(found, list) else ():
        sku = text_of(line.get("sku")) if isinstance(line, Mapping) else ""
        qty = whole(line.get("quantity")).value if isinstance(line, Mapping) else None
        if sku and qty is not None:
            lines.append(OrderLine(id=key, at=at, state=state, sku=sku, qty=qty, paid=state in PAID))
        else:
            unread += 1
    changed = moment_of(row.get("date_modified_gmt")) or ""
    return Order(id=key, at=at, state=state, lines=tuple(lines), changed=changed, unread=unread)


def _rows(got: Got) -> list[Mapping[str, Any]]:
    if not isinstance(got.payload, list):
        raise Trouble("feed_rows", "The shop's answer is not a list.")
    return [row for row in got.payload if isinstance(row, Mapping)]


def _by(items: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
