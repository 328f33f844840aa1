"""Gifts: what goes along with a product, with a stock of its own (DOMAIN §4.5). A gift that is gone must
leave the offer, as what was promised must be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from hostconsole.show.ledger import Ledger
from hostconsole.show.numbers import typed
from hostconsole.show.plan import Component, Item

PREFIX = "gift:"
"""The SKU of a gift that is no row of the sheet: this, and its name."""

_TIMES = re.compile(r"^(.+?)\s*[×✕*xX]\s*(\d{1,4})$")
_BETWEEN = re.compile(r"[+|;\n]")


@lru_cache(maxsize=512)
def gifts_of(text: str) -> tuple[Component, ...]:
    """`杯刷×1 + 清洁片×2`: names and how many of each go with one product; 1 where none is said."""
    found: list[Component] = []
    for piece in _BETWEEN.split(typed(text)):
        times = _TIMES.match(piece.strip())
        name = (times[1] if times else piece).strip()
        if name:
            found.append(Component(sku=name[:60], qty=max(1, int(times[2])) if times else 1))
    return tuple(found)


def with_gifts(stock: Mapping[str, Ledger], items: Iterable[Item]) -> dict[str, Ledger]:
    """`stock` with a ledger for every gift that has none: of the sheet's `gift_stock`, else not counted."""
    items = tuple(items)
    after = dict(stock)
    for item in items:
        for gift in gifts_of(item.gift) if item.gift else ():
            sku = _sku_of(gift.sku, items)
            if sku not in after:
                after[sku] = Ledger(sku=sku, total=item.gift_stock)
    return after


def gift_ledgers(
    stock: Mapping[str, Ledger], item: Item, items: Iterable[Item]
) -> Iterator[tuple[Component, Ledger]]:
    """Each gift of `item` that has a ledger, with it."""
    for gift in gifts_of(item.gift) if item.gift else ():
        ledger = stock.get(PREFIX + gift.sku) or stock.get(_sku_of(gift.sku, items))
        if ledger is not None:
            yield gift, ledger


def gifts_sold(
    stock: Mapping[str, Ledger], item: Item, items: Iterable[Item], units: int
) -> tuple[Ledger, ...]:
    """The ledgers of its gifts after so many units more were sold. One that nobody has counted stays so, and
    one that a feed counts is left to the feed."""
    return tuple(
        replace(ledger, sold=max(0, (ledger.sold or 0) + units * gift.qty), cap=None)
        for gift, ledger in gift_ledgers(stock, item, tuple(items))
        if units and ledger.total is not None and not ledger.told
    )


def gone(stock: Mapping[str, Ledger], item: Item, items: Iterable[Item]) -> str:
    """The name of a gift of `item` of which not enough is left for one more, "" if there is none."""
    for gift, ledger in gift_ledgers(stock, item, tuple(items)):
        left = ledger.sellable
        if left is not None and left < gift.qty:
            return gift.sku
    return ""


def _sku_of(name: str, items: Iterable[Item]) -> str:
    """A gift that is a product of the sheet, by SKU or title, has that product's stock."""
    for item in items:
        if item.sku and name in (item.sku, item.title):
            return item.sku
    return PREFIX + name
