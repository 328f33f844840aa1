"""Taobao assistant: a version, English names, Chinese names, then a row an item with its SKUs in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hostconsole.sheets.shops.export import Export, Line, by_normal, export_of, found_columns, is_price, whole
from hostconsole.sheets.shops.goods import Good, Sold
from hostconsole.tables import Cell, Table, text_of

_NAMES = by_normal(
    {
        "title": "title,宝贝名称",
        "category": "cid,宝贝类目",
        "price": "price,宝贝价格",
        "stock": "num,宝贝数量",
        "description": "description,宝贝描述",
        "sku_props": "skuProps,销售属性组合",
        "sku": "outer_id,商家编码",
        "alias": "propAlias,销售属性别名",
        "product_id": "num_id,数字ID",
        "image": "picture,新图片",
    }
)
_PRICED = re.compile(r"(\d+(?:\.\d+)?):(-?\d+):([^:;]*):(-?\d+:-?\d+)")
_PROPERTY = re.compile(r"-?\d+:-?\d+")


def columns(row: Sequence[Cell]) -> dict[str, int] | None:
    """The columns of an item file, None if the row is no header of one."""
    found = found_columns(row, _NAMES)
    sure = {"sku_props", "alias", "product_id", "category"} & found.keys()
    return found if {"title", "price", "stock"} <= found.keys() and len(sure) >= 2 else None


def goods(table: Table, top: int, columns: dict[str, int]) -> tuple[Export, list[Good]]:
    """One good a row; its variants come out of skuProps: `price:quantity:outer_id:property;…`"""
    first = top + 1
    while first < min(top + 3, len(table.rows)) and _is_names(table.rows[first], columns):
        first += 1
    export = export_of(table, top, columns, first=first)
    found: list[Good] = []
    for line in export.sound():
        title = line.text("title")
        if not title:
            export.say("error", "no_title", line, "title", "The row has no title. The row was left out.")
            continue
        good = Good(
            line=line,
            title=title,
            code=line.text("sku") or line.text("product_id"),
            description=line.text("description"),
        )
        if address := _address(line.text("image")):
            good.extra.append(("image_url", address))
        good.sold = _variants(export, line) or [_single(line)]
        good.sold = [sold for sold in good.sold if export.once(line, sold.sku)]
        if good.sold:
            found.append(good)
    return export, found


def _is_names(row: Sequence[Cell], columns: dict[str, int]) -> bool:
    """Whether a row below the header is one more header: words where numbers should stand."""
    cells = [text_of(row[columns[name]]) for name in ("price", "stock") if columns[name] < len(row)]
    return bool(cells) and all(cell and not is_price(cell, comma_is_usual=False) for cell in cells)


def _single(line: Line) -> Sold:
    return Sold(line=line, sku=line.text("sku"), price=line.text("price"), stock=whole(line.text("stock")))


def _variants(export: Export, line: Line) -> list[Sold]:
    """Each price begins a SKU; properties that follow it without a price belong to it too."""
    names = dict(_aliases(line.text("alias")))
    found: list[Sold] = []
    parts: list[list[str]] = []
    for piece in filter(None, map(str.strip, line.text("sku_props").split(";"))):
        if priced := _PRICED.fullmatch(piece):
            price, stock, sku, named = priced.groups()
            found.append(Sold(line=line, sku=sku.strip(), price=price, stock=int(stock)))
            parts.append([named])
        elif found and _PROPERTY.fullmatch(piece):
            parts[-1].append(piece)
        else:
            message = f"{piece[:40]!r} is no variant such as 89.00:300:SKU:1627207:28338; it was left out."
            export.say("error", "bad_value", line, "sku_props", message)
    for sold, named in zip(found, parts, strict=True):
        sold.name = " / ".join(names.get(one, "") for one in named if names.get(one)) or sold.sku or named[0]
    return found


def _aliases(text: str) -> list[tuple[str, str]]:
    """`1627207:28338:雾霾蓝;…`"""
    found = (re.fullmatch(r"(-?\d+:-?\d+):(.+)", piece.strip()) for piece in text.split(";"))
    return [(one[1], one[2].strip()) for one in found if one]


def _address(text: str) -> str:
    found = re.search(r"https?://[^\s;|]+", text)
    return found[0] if found else ""
