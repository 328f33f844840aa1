"""What is planned: the rows of a run-sheet, read once and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

ItemKind = Literal["product", "segment", "encore"]
ReleaseWhen = Literal["open", "after", "return", "manual"]


class ReleasePart(msgspec.Struct, frozen=True, kw_only=True):
    """One batch of a release plan: `250@t+4m` is 250 units, `after` link up by 240 s."""

    qty: int
    when: ReleaseWhen
    after_s: int = 0
    presale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A colour or size, how many of the item's stock it is, and its own SKU in the shop ("" if not known)."""

    name: str
    qty: int
    sku: str = ""


class Component(msgspec.Struct, frozen=True, kw_only=True):
    """A SKU inside a bundle, and how many of it one bundle holds."""

    sku: str
    qty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row of the run-sheet. Prices are minor units of `currency`; lists keep the sheet's order.

    `sku` is never empty for products and encores (an encore carries its product's); a segment's is "".
    `product_id` is what the platform calls it; `product` is the id of the product row an encore repeats.
    `own_price` says that an encore's price is its own rather than its product's; `gift_stock` is how many of
    its gift there are. `extra` keeps unknown columns as (header, text).
    """

    id: str
    kind: ItemKind
    title: str
    row: int | None = None
    title_en: str = ""
    link_no: str = ""
    sku: str = ""
    product_id: str = ""
    product: str = ""
    role: str = ""
    category: str = ""
    spec: str = ""
    currency: str = "CNY"
    price: int | None = None
    own_price: bool = True
    ref_price: int | None = None
    ref_price_basis: str = ""
    low_7d: int | None = None
    low_30d: int | None = None
    floor_price: int | None = None
    offer: str = ""
    offer_en: str = ""
    gift: str = ""
    gift_stock: int | None = None
    limit: str = ""
    stock_total: int | None = None
    buffer: int = 0
    presale: int = 0
    release: tuple[ReleasePart, ...] = ()
    variants: tuple[Variant, ...] = ()
    bundle: tuple[Component, ...] = ()
    warn_qty: int | None = None
    critical_qty: int | None = None
    ship_promise: str = ""
    planned_s: int | None = None
    planned_start_s: int | None = None
    scene: str = ""
    overlay: str = ""
    countdown_s: int | None = None
    cues: str = ""
    lang: str = ""
    script: str = ""
    script_en: str = ""
    key_points: tuple[str, ...] = ()
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()
    faq: str = ""
    evidence: str = ""
    disclosure: str = ""
    draw: str = ""
    notes: str = ""
    owner: str = ""
    picture: str = ""
    props: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def variant_skus(self) -> tuple[str, ...]:
        """What the shop calls its colours and sizes in orders and figures, as far as is known."""
        return tuple(variant.sku for variant in self.variants if variant.sku)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole show. `sheet` is the absolute path it was read from ("" if none), `digest` the SHA-256
    of the sheet's bytes."""

    name: str
    items: tuple[Item, ...]
    sheet: str = ""
    digest: str = ""
    currency: str = "CNY"

    def variant_skus(self) -> Mapping[str, tuple[str, ...]]:
        """By SKU, what the shop calls its colours and sizes; SKUs without any are left out."""
        return {item.sku: item.variant_skus for item in self.items if item.variants}
