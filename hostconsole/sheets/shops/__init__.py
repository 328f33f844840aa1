"""Shop exports: which format a table is, and the grid of what it sells.

A reader gives goods; everything behind it (prices, stock, findings, the plan) is that of a run-sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hostconsole.sheets.grid import Grid
from hostconsole.sheets.shops import shopify, taobao, tiktok, woocommerce
from hostconsole.sheets.shops.goods import grid_of_goods
from hostconsole.tables import Cell, Table

Format = Literal["run-sheet", "shopify-products", "shopify-inventory", "woocommerce", "tiktok", "taobao"]

_HEADER_ROWS = 8
"""A shop's header stands in one of the first this many rows."""


def shop_grid(table: Table) -> tuple[Format, Grid] | None:
    """The table as a grid if it is a shop's export, None if it is not."""
    for top in range(min(_HEADER_ROWS, len(table.rows))):
        if (found := _at(table, top)) is not None:
            return found
    return None


def _at(table: Table, top: int) -> tuple[Format, Grid] | None:
    row = table.rows[top]
    if (columns := tiktok.columns(row)) is not None:
        return "tiktok", grid_of_goods(*tiktok.goods(table, top, columns))
    if (columns := taobao.columns(row)) is not None:
        return "taobao", grid_of_goods(*taobao.goods(table, top, columns))
    if (columns := shopify.products_columns(row)) is not None:
        return "shopify-products", grid_of_goods(*shopify.products(table, top, columns))
    if (columns := shopify.inventory_columns(row)) is not None:
        return "shopify-inventory", grid_of_goods(*shopify.inventory(table, top, columns))
    if (columns := woocommerce.columns(table, top)) is not None:
        return "woocommerce", grid_of_goods(*woocommerce.goods(table, top, columns))
    return None


def shop_headers(row: Sequence[Cell]) -> int:
    """How many headers of a shop's export a row has; 0 if it is none. WooCommerce's are judged by the
    run-sheet's names and by how evenly a separator cuts."""
    readers = (tiktok.columns, taobao.columns, shopify.products_columns, shopify.inventory_columns)
    return max((len(found) for read in readers if (found := read(row)) is not None), default=0)
