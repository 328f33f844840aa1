"""Bundles: as many can be sold as their scarcest part allows, and selling one sells its parts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from hostconsole.show.ledger import Ledger, cap_after_sale
from hostconsole.show.plan import Component, Item


def bounded(stock: Mapping[str, Ledger], items: Iterable[Item], *, changed: str = "") -> dict[str, Ledger]:
    """`stock` with the bound of every bundle that holds the SKU `changed`, or of all; then what is no bundle
    any more has none."""
    after = dict(stock)
    bundles = [item for item in items if item.bundle]  # few are; every change of stock asks
    if not changed:
        _unbind(after, {item.sku for item in bundles})
    for item in bundles:
        ledger = after.get(item.sku)
        if ledger is None:
            continue
        if changed and changed != item.sku and all(part.sku != changed for part in item.bundle):
            continue
        bound = _bound(after, item.bundle)
        if bound != ledger.bound:
            after[item.sku] = replace(ledger, bound=bound)
    return after


def _unbind(stock: dict[str, Ledger], bundles: Container[str]) -> None:
    for sku in [sku for sku, ledger in stock.items() if ledger.bound is not None and sku not in bundles]:
        stock[sku] = replace(stock[sku], bound=None)


def _bound(stock: Mapping[str, Ledger], parts: tuple[Component, ...]) -> int | None:
    """Bundles that can be made of what is left; None if no part is counted."""
    lefts = [
        left // max(1, part.qty)
        for part in parts
        if (ledger := stock.get(part.sku)) is not None and (left := ledger.own) is not None
    ]
    return min(lefts, default=None)


def parts_sold(stock: Mapping[str, Ledger], item: Item, bundles: int) -> tuple[Ledger, ...]:
    """The ledgers of the parts after so many bundles more were sold. A part that a feed counts is left to
    the feed, which sees the sale itself; one that nobody counts stays uncounted."""
    after = []
    for part in item.bundle:
        ledger = stock.get(part.sku)
        if ledger is None or ledger.total is None or ledger.told or not bundles:
            continue
        units = bundles * part.qty
        cap = cap_after_sale(ledger, units)
        after.append(replace(ledger, sold=max(0, (ledger.sold or 0) + units), cap=cap))
    return tuple(after)
