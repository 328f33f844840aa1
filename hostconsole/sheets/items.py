"""The rows of a grid to items: everything that concerns a row by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hostconsole.sheets import beside, columns, identity, timing
from hostconsole.sheets.grid import Grid
from hostconsole.sheets.lists import bundle_of, points_of, release_of, variants_of
from hostconsole.sheets.making import Columns, items_from
from hostconsole.sheets.prices import Price
from hostconsole.sheets.quantities import count_of, minutes_of, seconds_of
from hostconsole.show.plan import Item, Variant
from hostconsole.tables import text_of

_TEXTS = {
    "role": "role", "category": "category", "spec": "spec", "ref_price_basis": "ref_price_basis",
    "gift": "gift", "limit": "limit_per_buyer", "ship_promise": "ship_promise", "scene": "obs_scene",
    "overlay": "overlay", "cues": "cues", "lang": "default_lang", "faq": "faq", "evidence": "evidence_ref",
    "disclosure": "disclosure", "draw": "draw_spec", "notes": "compliance_notes", "owner": "owner",
    "props": "props",
}  # fmt: skip


def items_of(grid: Grid, folder: Path, currency: str) -> list[Item]:
    """One item a row, in the sheet's order; encores do not know their products yet."""
    rows = _identity(grid) | _texts(grid) | _money(grid, currency) | _stock(grid) | _times(grid)
    rows["extra"] = _extras(grid)
    rows["picture"] = beside.pictures(grid, folder)
    rows["script"] = beside.scripts(grid, folder, rows["id"], rows["script"])
    return items_from(rows)


def _identity(grid: Grid) -> Columns:
    ids = identity.ids(grid)
    kinds = identity.kinds(grid)
    return {
        "id": ids,
        "kind": kinds,
        "row": grid.numbers,
        "link_no": identity.link_numbers(grid),
        "sku": identity.skus(grid, ids, kinds),
        "product_id": [
            text if kind == "product" else ""
            for kind, text in zip(kinds, grid.texts("product_id"), strict=True)
        ],
        "product": [
            text if kind == "encore" else ""
            for kind, text in zip(kinds, grid.texts("product_id"), strict=True)
        ],
    }


def _texts(grid: Grid) -> Columns:
    rows: Columns = {field: grid.texts(column) for field, column in _TEXTS.items() if column in grid.columns}
    for field, names in (("title", "name"), ("script", "script"), ("offer", "offer")):
        own, zh, en = grid.texts(field), grid.texts(f"{names}_zh"), grid.texts(f"{names}_en")
        rows[field] = [a or b or c for a, b, c in zip(own, zh, en, strict=True)]
        rows[f"{field}_en"] = en
    rows["title"] = [" ".join(title.split()) for title in rows["title"]]
    for column in ("key_points", "must_say", "must_not_say"):
        if column in grid.columns:
            texts = grid.texts(column)
            known = {text: points_of(text) for text in set(texts)}
            rows[column] = [known[text] for text in texts]
    return rows


def _money(grid: Grid, default: str) -> Columns:
    """Prices in each row's own currency; a compared price found in the price cell fills its empty one."""
    live, ref = columns.prices(grid, "live_price"), columns.prices(grid, "ref_price")
    codes = columns.currencies(grid, live, ref, default)
    compared = [r.value if r.value is not None else p.ref for p, r in zip(live, ref, strict=True)]
    rows: Columns = {
        "currency": codes,
        "price": columns.minors(grid, "live_price", _values(live), codes),
        "ref_price": columns.minors(grid, "ref_price", compared, codes),
    }
    for column in ("low_7d", "low_30d", "floor_price"):
        if column in grid.columns:
            rows[column] = columns.minors(grid, column, _values(columns.prices(grid, column)), codes)
    return rows


def _values(prices: list[Price]) -> list[Any]:
    return [price.value for price in prices]


def _stock(grid: Grid) -> Columns:
    rows: Columns = {"stock_total": columns.wholes(grid, "stock_total", count_of)}
    for field, column in (("buffer", "buffer_qty"), ("presale", "presale_qty")):
        if column in grid.columns:
            rows[field] = [value or 0 for value in columns.wholes(grid, column, count_of)]
    for column in ("warn_qty", "critical_qty", "gift_stock"):
        if column in grid.columns:
            rows[column] = columns.wholes(grid, column, count_of)
    if "release_plan" in grid.columns:
        rows["release"] = columns.lists(grid, "release_plan", release_of)
    if "variants" in grid.columns:
        rows["variants"] = columns.lists(grid, "variants", variants_of)
        if "variant_skus" in grid.columns:
            rows["variants"] = _with_skus(rows["variants"], grid.texts("variant_skus"))
    if "bundle_of" in grid.columns:
        rows["bundle"] = columns.lists(grid, "bundle_of", bundle_of)
    return rows


def _with_skus(variants: list[tuple[Variant, ...]], texts: list[str]) -> list[tuple[Variant, ...]]:
    """The variants with the SKUs that `blue=SKU-1|white=SKU-2` gives them."""
    found: list[tuple[Variant, ...]] = []
    for own, text in zip(variants, texts, strict=True):
        skus = dict(part.rpartition("=")[::2] for part in text.split("|") if "=" in part)
        found.append(tuple(replace(one, sku=skus.get(one.name, "")) for one in own) if skus else own)
    return found


def _times(grid: Grid) -> Columns:
    rows: Columns = {"planned_s": columns.wholes(grid, "planned_minutes", minutes_of)}
    if "planned_start" in grid.columns:
        rows["planned_start_s"] = timing.starts(grid)
    if "countdown_sec" in grid.columns:
        rows["countdown_s"] = columns.wholes(grid, "countdown_sec", seconds_of)
    return rows


def _extras(grid: Grid) -> list[tuple[tuple[str, str], ...]]:
    """The filled cells of unknown columns, with their headers as written."""
    if not grid.unknown:
        return [()] * len(grid.rows)
    named = [(at, grid.headers[at]) for at in grid.unknown]
    return [
        tuple((name, text_of(row[at]).strip()) for at, name in named if at < len(row) and row[at] != "")
        for row in grid.rows
    ]
