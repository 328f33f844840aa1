"""TikTok Shop's batch-edit templates: machine names on top, four rows of explanations, then a row a SKU."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hostconsole.sheets.shops.export import Export, Line, by_normal, export_of, found_columns, whole
from hostconsole.sheets.shops.goods import Good, Sold
from hostconsole.tables import Cell, Table, text_of

_NAMES = by_normal(
    {
        "product_id": "product_id",
        "sku_id": "sku_id",
        "title": "product_name",
        "category": "category",
        "brand": "brand",
        "status": "product_status",
        "variation": "variation_value",
        "description": "product_description",
        "price": "price",
        "stock": "quantity",
        "sku": "seller_sku",
        "image": "main_image",
    }
)
_MACHINE = frozenset(("sku_id", "seller_sku", "product_status", "product_description", "main_image"))
_HEADER_ROWS = 5
_ID = re.compile(r"\d{10,20}|\d(?:[.,]\d+)?[eE]\+\d{2}")
_NAMED_ID = re.compile(r"\s*\(\d+\)\s*$")


def columns(row: Sequence[Cell]) -> dict[str, int] | None:
    """The columns of a template, None if the row does not have its machine names, spelt as they are."""
    if not ({"product_id", "product_name"} <= set(row) and _MACHINE & set(row)):
        return None
    return found_columns(row, _NAMES)


def goods(table: Table, top: int, columns: dict[str, int]) -> tuple[Export, list[Good]]:
    """One good a product id. Without a quantity column nothing is known of the stock: it is not 0."""
    export = export_of(table, top, columns, first=_first_row(table, top, columns["product_id"]))
    if "stock" not in columns:
        message = "This template has no quantity: the stock stays as it is."
        export.say("warning", "stock_kept", None, "stock", message)
    found: dict[str, Good] = {}
    for line in export.sound():
        key = line.text("product_id") or line.text("title")
        if not key or not export.once(line, line.text("sku") or line.text("sku_id")):
            continue
        if key not in found and not line.text("title"):
            export.say("error", "no_title", line, "title", "The row has no title. The row was left out.")
            continue
        if key not in found:
            found[key] = _good(line)
        found[key].sold.append(_sold(line))
    return export, list(found.values())


def _first_row(table: Table, top: int, at: int) -> int:
    """Where the goods begin: after the explanations, or where the first product id stands above that."""
    for place in range(top + 1, min(top + _HEADER_ROWS, len(table.rows))):
        row = table.rows[place]
        if len(row) > at and _ID.fullmatch(text_of(row[at]).strip()):
            return place
    return top + _HEADER_ROWS


def _good(line: Line) -> Good:
    extra = [("image_url", line.text("image"))] if line.text("image") else []
    if brand := _NAMED_ID.sub("", line.text("brand")):
        extra.append((line.header("brand") or "brand", brand))
    return Good(
        line=line,
        title=line.text("title"),
        code=line.text("product_id"),
        category=_NAMED_ID.sub("", line.text("category")),
        description=line.text("description"),
        extra=extra,
    )


def _sold(line: Line) -> Sold:
    return Sold(
        line=line,
        sku=line.text("sku") or line.text("sku_id"),
        name=line.text("variation"),
        price=line.text("price"),
        stock=whole(line.text("stock")),
    )
