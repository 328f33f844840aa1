"""Prices: what can be told without the shop (DOMAIN §2.3, rules 1, 2, 4, 5 and 6)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.preflight.remark import Remark

Basis = Literal["store_7d_low", "last_deal", "msrp", "bundle_sum", "market", "none", "other"]

_BASES: Mapping[Basis, tuple[str, ...]] = {
    "store_7d_low": ("store_7d_low", "7d", "7 day", "7-day", "7日", "7天", "七日", "七天"),
    "last_deal": ("last_deal", "last deal", "上次成交", "最近成交", "最近一次"),
    "msrp": ("msrp", "rrp", "list", "零售价", "吊牌", "官方指导", "建议价"),
    "bundle_sum": ("bundle", "sum", "组合", "合计", "单买", "之和"),
    "market": ("market", "市场", "专柜"),
}
_NONE = ("", "none", "无", "没有", "-")


def basis_of(text: str) -> Basis:
    """What a cell names as the compared price's basis; "none" if it names nothing."""
    word = unicodedata.normalize("NFKC", text).strip().casefold()
    if word in _NONE:
        return "none"
    return next((basis for basis, names in _BASES.items() if any(name in word for name in names)), "other")


def prices(items: Sequence[Item]) -> Iterator[Remark]:
    by_id = {item.id: item for item in items}
    by_sku = {item.sku: item for item in reversed(items) if item.kind == "product"}
    for item in items:
        if item.kind == "product":
            yield from price(item)
            yield from _compared(item)
            yield from _bundle(item, by_sku)
        elif item.kind == "encore" and item.own_price:
            yield from _encore(item, by_id.get(item.product))


def price(item: Item) -> Iterator[Remark]:
    """What one product's price says against its floor and its compared price."""
    now = item.price
    if now is None:
        yield Remark(box="prices", code="no_price", item=item.id, column="live_price")
        return
    if item.floor_price is not None and now < item.floor_price:
        fields = {"price": _read(item, now), "floor": _read(item, item.floor_price)}
        yield Remark(box="prices", code="below_floor", item=item.id, column="live_price", fields=fields)
    if item.ref_price is not None and now > item.ref_price:
        fields = {"price": _read(item, now), "ref": _read(item, item.ref_price)}
        yield Remark(box="prices", code="above_reference", item=item.id, column="live_price", fields=fields)


def _compared(item: Item) -> Iterator[Remark]:
    ref, now, low = item.ref_price, item.price, item.low_7d
    if now is not None and item.low_30d is not None and ref is not None and ref > now >= item.low_30d:
        yield _about(item, "above_low_30d", "low_30d", low=item.low_30d)
    if ref is None or (now is not None and ref <= now):
        return
    basis = basis_of(item.ref_price_basis)
    if basis == "none":
        yield _about(item, "no_basis", "ref_price_basis", ref=ref)
    elif basis == "store_7d_low" and low is None:
        yield _about(item, "low_unknown", "low_7d")
    elif basis in ("store_7d_low", "last_deal") and low is not None and ref > low:
        yield _about(item, "above_low_7d", "ref_price", ref=ref, low=low)
    elif basis == "msrp" and now is not None and low is not None and low < ref:
        yield _about(item, "list_price", "ref_price_basis", saving=max(0, low - now))


def _bundle(item: Item, by_sku: Mapping[str, Item]) -> Iterator[Remark]:
    if basis_of(item.ref_price_basis) != "bundle_sum" or item.ref_price is None or not item.bundle:
        return
    parts = [(by_sku.get(part.sku), part.qty) for part in item.bundle]
    prices = [part.price * qty for part, qty in parts if part is not None and part.price is not None]
    if len(prices) == len(parts) and sum(prices) != item.ref_price:
        yield _about(item, "bundle_sum", "ref_price", sum=sum(prices), ref=item.ref_price)


def _encore(item: Item, product: Item | None) -> Iterator[Remark]:
    first = product.price if product is not None and product.currency == item.currency else None
    if first is None or item.price is None or item.price == first:
        return
    code = "encore_cheaper" if item.price < first else "encore_dearer"
    yield _about(item, code, "live_price", price=item.price, first=first)


def _about(item: Item, code: str, column: str, **amounts: int) -> Remark:
    fields = {name: _read(item, minor) for name, minor in amounts.items()}
    return Remark(box="prices", code=code, item=item.id, column=column, fields=fields)


def _read(item: Item, minor: int) -> str:
    return as_read(minor, item.currency)
