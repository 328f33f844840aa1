"""The cells of a run-sheet for the items of a plan: what `reading` makes items of, the other way round."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hostconsole.sheets.encores import INHERITED, PAIRS
from hostconsole.sheets.headers import known_as
from hostconsole.show.money import plain
from hostconsole.show.plan import Item, Plan, ReleasePart

Value = str | int | Decimal

_ALWAYS = ("row_id", "row_type", "planned_minutes", "link_no", "merchant_sku", "title", "currency",
           "ref_price", "live_price", "stock_total", "obs_scene", "script", "key_points")  # fmt: skip
_KINDS = {"product": "product", "segment": "segment", "encore": "return"}


def _release(parts: Sequence[ReleasePart]) -> str:
    return ";".join(f"{'presale:' if part.presale else ''}{part.qty}@{_moment(part)}" for part in parts)


def _moment(part: ReleasePart) -> str:
    if part.when != "after":
        return part.when
    minutes, seconds = divmod(part.after_s, 60)
    return "t+" + (f"{minutes}m" if minutes else "") + (f"{seconds}s" if seconds or not minutes else "")


def _bars(parts: Sequence[str]) -> str:
    """Parts by bars; a single one keeps a bar, so that nothing inside it is taken for a joint."""
    return "|".join(parts) + ("|" if len(parts) == 1 else "")


def _minutes(seconds: int | None) -> Value:
    if seconds is None:
        return ""
    if seconds % 60 == 0:
        return seconds // 60
    return Decimal(seconds) / 60 if seconds % 6 == 0 else f"{seconds} s"


def _clock(seconds: int | None) -> str:
    return "" if seconds is None else f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _money(item: Item, minor: int | None) -> Value:
    return "" if minor is None else Decimal(plain(minor, item.currency))


def _count(count: int | None) -> Value:
    return "" if count is None else count


def _price(item: Item) -> Value:
    return _money(item, item.price if item.kind != "encore" or item.own_price else None)


_COLUMNS: Mapping[str, Callable[[Item], Value]] = {
    "row_id": lambda i: i.id,
    "row_type": lambda i: _KINDS[i.kind],
    "planned_start": lambda i: _clock(i.planned_start_s),
    "planned_minutes": lambda i: _minutes(i.planned_s),
    "link_no": lambda i: i.link_no,
    "product_id": lambda i: i.product if i.kind == "encore" else i.product_id,
    "merchant_sku": lambda i: "" if i.kind != "product" or i.sku == i.id else i.sku,
    "title": lambda i: i.title,
    "name_en": lambda i: i.title_en,
    "role": lambda i: i.role,
    "category": lambda i: i.category,
    "spec": lambda i: i.spec,
    "variants": lambda i: _bars([f"{v.name}={v.qty}" for v in i.variants]),
    "variant_skus": lambda i: _bars([f"{v.name}={v.sku}" for v in i.variants if v.sku]),
    "bundle_of": lambda i: _bars([f"{part.sku}×{part.qty}" for part in i.bundle]),
    "currency": lambda i: i.currency if i.sku else "",
    "ref_price": lambda i: _money(i, i.ref_price),
    "ref_price_basis": lambda i: i.ref_price_basis,
    "low_7d": lambda i: _money(i, i.low_7d),
    "low_30d": lambda i: _money(i, i.low_30d),
    "live_price": _price,
    "floor_price": lambda i: _money(i, i.floor_price),
    "offer": lambda i: i.offer,
    "offer_en": lambda i: i.offer_en,
    "gift": lambda i: i.gift,
    "gift_stock": lambda i: i.gift_stock if i.gift_stock is not None else "",
    "limit_per_buyer": lambda i: i.limit,
    "stock_total": lambda i: _count(i.stock_total),
    "buffer_qty": lambda i: i.buffer or "",
    "release_plan": lambda i: _release(i.release),
    "warn_qty": lambda i: _count(i.warn_qty),
    "critical_qty": lambda i: _count(i.critical_qty),
    "presale_qty": lambda i: i.presale or "",
    "ship_promise": lambda i: i.ship_promise,
    "obs_scene": lambda i: i.scene,
    "overlay": lambda i: i.overlay,
    "countdown_sec": lambda i: _count(i.countdown_s),
    "cues": lambda i: i.cues,
    "default_lang": lambda i: i.lang,
    "script": lambda i: i.script,
    "script_en": lambda i: i.script_en,
    "key_points": lambda i: _bars(i.key_points),
    "must_say": lambda i: _bars(i.must_say),
    "must_not_say": lambda i: _bars(i.must_not_say),
    "faq": lambda i: i.faq,
    "evidence_ref": lambda i: i.evidence,
    "disclosure": lambda i: i.disclosure,
    "draw_spec": lambda i: i.draw,
    "compliance_notes": lambda i: i.notes,
    "owner": lambda i: i.owner,
    "picture": lambda i: i.picture,
    "props": lambda i: i.props,
}  # fmt: skip
"""A run-sheet's columns in the order they are written, and the cell of an item."""

_OF_FIELD = {
    "id": "row_id", "kind": "row_type", "title_en": "name_en", "sku": "merchant_sku", "product": "product_id",
    "planned_s": "planned_minutes", "planned_start_s": "planned_start", "bundle": "bundle_of",
    "price": "live_price", "limit": "limit_per_buyer", "buffer": "buffer_qty", "presale": "presale_qty",
    "release": "release_plan", "scene": "obs_scene", "countdown_s": "countdown_sec", "lang": "default_lang",
    "evidence": "evidence_ref", "draw": "draw_spec", "notes": "compliance_notes",
}  # fmt: skip
"""Fields of Item whose column has another name."""


def column_of(field: str) -> str:
    """The run-sheet's column for a field of Item."""
    return _OF_FIELD.get(field, field)


def cell_of(item: Item, column: str) -> Value:
    """The cell of an item in a column of the run-sheet. Raises KeyError for a column it does not have."""
    return _COLUMNS[column](item)


def used_columns() -> tuple[str, ...]:
    """Every column that is written, in its order."""
    return tuple(_COLUMNS)


def own_cells(item: Item, items: Sequence[Item]) -> dict[str, Value]:
    """All cells of an item among `items`, by column; an encore's own only."""
    product = next((one for one in items if one.id == item.product), None) if item.kind == "encore" else None
    own = _own([product, item])[1] if product is not None else item
    return {column: cell(own) for column, cell in _COLUMNS.items()}


def rows_of(plan: Plan) -> list[list[Value]]:
    """The whole sheet: its header, then a row an item. The usual columns are always there."""
    items = _own(plan.items)
    extras = list(dict.fromkeys(name for item in items for name, _ in item.extra))
    shadowed = {found[0] for name in extras if (found := known_as(name)) is not None}
    cells = {column: [cell(item) for item in items] for column, cell in _COLUMNS.items()}
    used = [c for c in _COLUMNS if c in _ALWAYS or c in shadowed or any(value != "" for value in cells[c])]
    rows: list[list[Value]] = [[*used, *extras]]
    for at, item in enumerate(items):
        own = dict(item.extra)
        rows.append([*(cells[column][at] for column in used), *(own.get(name, "") for name in extras)])
    return rows


def _own(items: Sequence[Item]) -> list[Item]:
    """The items as their own cells say it: an encore without what it only takes over from its product."""
    by_id = {item.id: item for item in items}
    found: list[Item] = []
    for item in items:
        product = by_id.get(item.product) if item.kind == "encore" else None
        if product is None:
            found.append(item)
            continue
        fields = [name for name in (*INHERITED, "ref_price") if getattr(item, name) == getattr(product, name)]
        for first, second in PAIRS:
            if (getattr(item, first), getattr(item, second)) == (
                getattr(product, first),
                getattr(product, second),
            ):
                fields += [first, second]
        found.append(replace(item, **{name: _EMPTY.get(name, "") for name in fields}))
    return found


_EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(("variants", "bundle", "key_points", "must_say", "must_not_say"), ()),
    **dict.fromkeys(("low_7d", "low_30d", "floor_price", "warn_qty", "critical_qty", "ref_price"), None),
}
