"""Files brought together: what was made here stays, prices and stock follow the newest file."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from hostconsole.sheets.encores import INHERITED, PAIRS
from hostconsole.sheets.reading import Offer, Reading
from hostconsole.show.plan import Item, Plan, Variant

_FOLLOWS = ("price", "ref_price", "currency", "stock_total", "variants", "low_7d", "low_30d")
"""What a newer file knows better. Everything else stays as it was made here, or is filled where empty."""
_NEVER = frozenset(("id", "kind", "row", "product", "own_price", "sku", "extra", *_FOLLOWS))
_EMPTY: tuple[object, ...] = ("", (), None, 0)


@dataclass(slots=True, kw_only=True)
class Merged:
    """The plan, and how many products of the file were found here, were added, or are not in the show."""

    plan: Plan
    found: int = 0
    added: int = 0
    outside: int = 0
    names: list[str] = field(default_factory=list)


def merged(here: Plan, came: Reading, *, gathers: bool = False) -> Merged:
    """`here` with what `came` knows. Rows are added from a run-sheet, or from a shop's export most of whose
    products are here already: the export of a whole shop does not flood a show of twenty. With `gathers`
    products are added in any case, as no run-sheet says what the show is."""
    index = _Index(came)
    items: list[Item] = []
    met: dict[str, str] = {}
    for item in here.items:
        other = index.of(item)
        if isinstance(other, Item):
            met[other.id] = item.id
            items.append(_followed(item, other))
        elif item.kind == "product":
            items.append(_offered(item, other, index.offers))
        else:
            items.append(item)
    new = [item for item in came.plan.items if item.id not in met and not index.is_part(item, here)]
    products = came.format != "shopify-inventory"
    adds = came.format == "run-sheet" or (products and (gathers or len(met) >= len(new) > 0))
    result = Merged(plan=here, found=len(met))
    if adds:
        items = _with_new(items, new, met)
        result.added = len(new)
    else:
        result.outside = len(new)
    result.names = [item.title for item in new]
    result.plan = replace(here, items=tuple(_encores(here.items, items)))
    return result


class _Index:
    """The rows of a file by everything they may be known by."""

    def __init__(self, came: Reading) -> None:
        self.offers = came.offers
        self._by_sku = {item.sku: item for item in reversed(came.plan.items) if _has_sku(item)}
        # The rows of a shop's export have no ids of their own.
        named = came.plan.items if came.format == "run-sheet" else ()
        self._by_id = {(item.id, _name(item.title)): item for item in named}
        titles: dict[tuple[str, str], list[Item]] = {}
        for item in came.plan.items:
            titles.setdefault((item.kind, _name(item.title)), []).append(item)
        self._by_title = {key: found[0] for key, found in titles.items() if len(found) == 1}

    def of(self, item: Item) -> Item | Offer | None:
        """The row that means the same: by SKU; by id and title; by title, if neither has another SKU."""
        if item.kind == "product" and _has_sku(item):
            if (found := self._by_sku.get(item.sku)) is not None:
                return found
            if (offer := self.offers.get(item.sku)) is not None:
                return offer
        if (found := self._by_id.get((item.id, _name(item.title)))) is not None and found.kind == item.kind:
            return found
        found = self._by_title.get((item.kind, _name(item.title)))
        if found is None or (_has_sku(item) and _has_sku(found)):
            return None
        return found

    def is_part(self, item: Item, here: Plan) -> bool:
        """Whether the row is there already as a row of one of its variants."""
        skus = {variant.sku for variant in item.variants if variant.sku}
        return any(own.sku in skus for own in here.items)


def _has_sku(item: Item) -> bool:
    return bool(item.sku) and item.sku != item.id


def _name(title: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split())


def _followed(item: Item, other: Item) -> Item:
    """Prices and stock of the other row, where it has any; its words only where there are none here."""
    if item.kind != "product":
        return _filled(item, other)
    changes: dict[str, Any] = {}
    if other.price is not None:
        changes |= {"price": other.price, "currency": other.currency, "ref_price": other.ref_price}
        changes |= {
            name: getattr(other, name) for name in ("low_7d", "low_30d") if getattr(other, name) is not None
        }
    elif other.ref_price is not None:
        changes["ref_price"] = other.ref_price
    if other.stock_total is not None:
        changes["stock_total"] = other.stock_total
        changes["variants"] = _variants(item, other)
    return _filled(replace(item, **changes), other)


def _variants(item: Item, other: Item) -> tuple[Variant, ...]:
    """The other row's counts under the names used here, where SKUs or names agree."""
    if not other.variants:
        return item.variants if sum(v.qty for v in item.variants) == other.stock_total else ()
    ours = {variant.sku: variant.name for variant in item.variants if variant.sku}
    return tuple(replace(variant, name=ours.get(variant.sku, variant.name)) for variant in other.variants)


def _filled(item: Item, other: Item) -> Item:
    own = dict(item.extra)
    extra = (*item.extra, *((name, text) for name, text in other.extra if name not in own))
    blank = {
        name: getattr(other, name)
        for name in (field.name for field in fields(Item))
        if name not in _NEVER and getattr(item, name) in _EMPTY and getattr(other, name) not in _EMPTY
    }
    if not _has_sku(item) and _has_sku(other):
        blank["sku"] = other.sku
    return replace(item, extra=extra, **blank)


def _offered(item: Item, offer: Offer | None, offers: Mapping[str, Offer]) -> Item:
    """A row for one variant, or one whose variants have SKUs of their own."""
    if offer is not None:
        changes: dict[str, Any] = {}
        if offer.price is not None:
            changes |= {"price": offer.price, "currency": offer.currency, "ref_price": offer.ref_price}
        if offer.stock is not None:
            changes["stock_total"] = offer.stock
        return replace(item, **changes)
    known = [offers.get(variant.sku) for variant in item.variants if variant.sku]
    if (
        not known
        or len(known) != len(item.variants)
        or any(one is None or one.stock is None for one in known)
    ):
        return item
    counts = [one.stock or 0 for one in known if one is not None]
    variants = tuple(replace(v, qty=qty) for v, qty in zip(item.variants, counts, strict=True))
    return replace(item, variants=variants, stock_total=sum(counts))


def _with_new(items: list[Item], new: Sequence[Item], called: Mapping[str, str]) -> list[Item]:
    """New rows come before the closing words, under ids nobody has; `called` says what rows of the file are
    called here, for encores that name them."""
    used = {item.id for item in items}
    names = dict(called)
    fresh: list[Item] = []
    for item in new:
        identity, number = item.id, 1
        while identity in used:
            number += 1
            identity = f"{item.id}-{number}"
        used.add(identity)
        names[item.id] = identity
        sku = identity if item.sku == item.id else item.sku
        fresh.append(replace(item, id=identity, sku=sku, row=None))
    closing = len(items) - 1 if items and items[-1].kind == "segment" else len(items)
    fresh = [
        replace(item, product=names.get(item.product, item.product)) if item.product else item
        for item in fresh
    ]
    return [*items[:closing], *fresh, *items[closing:]]


def _encores(before: Sequence[Item], after: Sequence[Item]) -> list[Item]:
    """Encores go on taking from their products what they took before."""
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    found: list[Item] = []
    for item in after:
        was, now = old.get(item.product), new.get(item.product)
        if item.kind != "encore" or was is None or now is None:
            found.append(item)
            continue
        names = (*INHERITED, "ref_price", *(name for pair in PAIRS for name in pair))
        changes = {name: getattr(now, name) for name in names if getattr(item, name) == getattr(was, name)}
        if not item.own_price:
            changes |= {"price": now.price, "currency": now.currency}
        found.append(replace(item, sku=now.sku, **changes))
    return found
