"""Encores: each finds the product row it repeats and takes from it what its own cells leave empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hostconsole.sheets.grid import Grid
from hostconsole.show.plan import Item

INHERITED = (
    "link_no", "product_id", "category", "spec", "ref_price_basis", "low_7d", "low_30d", "floor_price",
    "gift", "gift_stock", "limit", "variants", "bundle", "warn_qty", "critical_qty", "ship_promise", "lang",
    "key_points", "must_say", "must_not_say", "faq", "evidence", "disclosure", "picture", "props",
)  # fmt: skip
PAIRS = (("script", "script_en"), ("offer", "offer_en"))
"""Two languages of the same words: an encore has both of its own or both of its product's."""


def joined(grid: Grid, items: list[Item]) -> list[Item]:
    """The items, encores joined to their products; one without a product is said and becomes one."""
    if all(item.kind != "encore" for item in items):
        return items
    products = _index(grid, items)
    return [
        _joined(grid, at, item, products) if item.kind == "encore" else item for at, item in enumerate(items)
    ]


def _index(grid: Grid, items: list[Item]) -> dict[tuple[str, str], Item]:
    """Products by every name an encore may call them; the first of a name wins."""
    index: dict[tuple[str, str], Item] = {}
    for item, product_id in zip(items, grid.texts("product_id"), strict=True):
        if item.kind != "product":
            continue
        for name in _names(item.id, product_id, item.sku, item.link_no):
            index.setdefault(name, item)
    return index


def _names(identity: str, product_id: str, sku: str, link_no: str) -> Iterable[tuple[str, str]]:
    pairs = (("id", identity), ("id", product_id), ("sku", sku), ("link", link_no))
    return (pair for pair in pairs if pair[1])


def _joined(grid: Grid, at: int, item: Item, products: dict[tuple[str, str], Item]) -> Item:
    called = (("id", item.product), ("sku", item.product), ("sku", item.sku), ("link", item.link_no))
    product = next((products[name] for name in called if name[1] and name in products), None)
    if product is None:
        named = f" called {item.product!r}" if item.product else ""
        message = f"This encore's product{named} is not in the sheet; the row was taken as a product."
        grid.say("error", "unknown_product", at, "product_id", message)
        return replace(item, kind="product", sku=item.sku or item.id, product="")
    if not item.product:
        message = f"The row names no product; it was joined to {product.id!r}."
        grid.say("warning", "guessed", at, "product_id", message)
    return replace(item, **_own_or(grid, at, item, product))


def _own_or(grid: Grid, at: int, item: Item, product: Item) -> dict[str, Any]:
    """What of the product the encore takes over. Stock stays with the SKU, so its own number is left out."""
    taken: dict[str, Any] = {"product": product.id, "sku": product.sku}
    for field in INHERITED:
        if getattr(item, field) in ("", (), None):
            taken[field] = getattr(product, field)
    for first, second in PAIRS:
        if not getattr(item, first) and not getattr(item, second):
            taken |= {first: getattr(product, first), second: getattr(product, second)}
    own = item.price is not None
    taken |= (
        {"own_price": own}
        if own
        else {"own_price": False, "price": product.price, "currency": product.currency}
    )
    if item.ref_price is None and (not own or item.currency == product.currency):
        taken["ref_price"] = product.ref_price
    if item.stock_total is not None:
        message = f"Stock belongs to {product.sku!r}, whose row counts it; this number was left out."
        grid.say("warning", "encore_stock", at, "stock_total", message)
        taken["stock_total"] = None
    return taken
