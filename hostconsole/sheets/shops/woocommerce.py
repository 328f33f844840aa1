"""WooCommerce's product export: headers in any language, variations that name their parent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from hostconsole.sheets.shops.export import Export, Line, by_normal, export_of, found_columns, whole
from hostconsole.sheets.shops.goods import Good, Sold
from hostconsole.sheets.shops.woo_words import ATTRIBUTES, HEADERS
from hostconsole.tables import Cell, Table, text_of

_NAMES = by_normal(HEADERS)
_TYPES = frozenset(
    ("simple", "variable", "variation", "grouped", "external", "downloadable", "virtual", "subscription",
     "variable-subscription", "subscription_variation", "bundle", "composite")
)  # fmt: skip
_SAMPLE = 200
_AFTER_PRICE = {"sale": -1, "price": 0, "category": 1, "image": 4, "parent": 7}
"""Where columns stand from the regular price, in every language."""


def columns(table: Table, top: int) -> dict[str, int] | None:
    """The columns of an export whose header is row `top`, None if it is none."""
    row = table.rows[top]
    found = found_columns(row, _NAMES)
    at = _type_column(table, top)
    if at is None:
        return None
    if not {"title", "price"} <= found.keys():
        found = {**_by_order(table, top, at), **found}
    found["type"] = at
    return found if {"title", "price"} <= found.keys() and found["title"] > at else None


def _type_column(table: Table, top: int) -> int | None:
    """The column that holds nothing but WooCommerce's own words for kinds of products."""
    rows = [row for row in table.rows[top + 1 : top + 1 + _SAMPLE] if any(cell != "" for cell in row)]
    for at in range(min(6, len(table.rows[top]))):
        cells = [text_of(row[at]) for row in rows if at < len(row)]
        filled = [cell for cell in cells if cell]
        sure = [cell for cell in filled if set(re.split(r",\s*", cell)) <= _TYPES]
        if filled and len(sure) * 10 >= len(rows) * 8:
            return at
    return None


def _by_order(table: Table, top: int, at: int) -> dict[str, int]:
    """Columns of an export in a language nobody has listed, by the order the exporter keeps.

    Before the type stands the id, after it the SKU, an optional GTIN, and the name. Some versions have a
    column more or less behind the stock: the regular price is where the numbers are.
    """
    width = len(table.rows[top])
    rows = [row for row in table.rows[top + 1 : top + 1 + _SAMPLE] if len(row) >= min(width, 30)]
    published = next((c for c in range(at + 2, min(at + 6, width)) if _all(rows, c, r"-?[01]")), None)
    if published is None or at == 0:
        return {}
    names = {"product_id": at - 1, "sku": at + 1, "title": published - 1, "published": published}
    names |= {"short": published + 3, "description": published + 4}
    names |= {"in_stock": published + 9, "stock": published + 10}
    for shift in (0, -1, 1):
        price = published + 21 + shift
        if (
            price + 7 < width
            and _most(rows, price, r"\d[\d.,]*")
            and not _most(rows, price + 1, r"\d[\d.,]*")
        ):
            names |= {name: price + place for name, place in _AFTER_PRICE.items()}
            return names
    return {}


def _all(rows: Sequence[Sequence[Cell]], at: int, pattern: str) -> bool:
    cells = [text_of(row[at]) for row in rows if at < len(row)]
    return bool(cells) and all(re.fullmatch(pattern, cell) for cell in cells)


def _most(rows: Sequence[Sequence[Cell]], at: int, pattern: str) -> bool:
    cells = [text_of(row[at]) for row in rows if at < len(row) and row[at] != ""]
    return sum(1 for cell in cells if re.fullmatch(pattern, cell)) * 10 > max(len(cells), len(rows) // 2) * 7


def goods(table: Table, top: int, columns: dict[str, int]) -> tuple[Export, list[Good]]:
    """One good a product; its variations come from their own rows, found by SKU or `id:NN`."""
    export = export_of(table, top, columns)
    values = _value_columns(export.headers)
    found: dict[str, Good] = {}
    names: dict[str, Good] = {}
    variations: list[Line] = []
    for line in export.sound():
        kinds = set(re.split(r",\s*", line.text("type")))
        if not kinds <= _TYPES:
            export.say("error", "misfit", line, "type", _no_type(line))
            continue
        if kinds & {"variation", "subscription_variation"}:
            variations.append(line)
            continue
        if not line.text("title"):
            export.say("error", "no_title", line, "title", "The row has no title. The row was left out.")
            continue
        if not export.once(line, line.text("sku")):
            continue
        good = _good(export, line)
        found[str(line.number)] = good
        for name in (line.text("sku"), f"id:{line.text('product_id')}"):
            names.setdefault(name, good)
        if not kinds & {"variable", "variable-subscription"}:
            good.sold.append(_sold(line, ""))
    _join(export, variations, names, found, values)
    return export, list(found.values())


def _no_type(line: Line) -> str:
    said = line.text("type")[:40]
    return f"{line.header('type')} says {said!r}: the cells seem to be shifted. The row was left out."


def _join(
    export: Export, variations: list[Line], names: dict[str, Good], found: dict[str, Good], values: list[int]
) -> None:
    """Each variation goes to its parent; one without a parent in the file is a product of its own."""
    for line in variations:
        if not export.once(line, line.text("sku")):
            continue
        wanted = line.text("parent").strip()
        parent = names.get(wanted) if wanted else None
        options = [line.texts[at] for at in values if at < len(line.texts) and line.texts[at]]
        if parent is None and not line.text("title"):
            export.say("error", "no_title", line, "title", "The row has no title. The row was left out.")
            continue
        if parent is None:
            message = f"Its parent {wanted[:60]!r} is not in the file; the variation stands by itself."
            export.say("warning", "unknown_parent", line, "parent", message)
            parent = _good(export, line)
            found[str(line.number)] = parent
        parent.sold.append(_sold(line, " / ".join(options) or line.text("title")))


def _good(export: Export, line: Line) -> Good:
    if line.text("published") in ("0", "-1"):
        message = f"{line.text('title')[:60]!r} is not published in the shop."
        export.say("warning", "not_for_sale", line, "published", message)
    shared = whole(line.text("stock")) if line.text("type").startswith("variable") else None
    images = line.text("image").split(",")[0].strip()
    return Good(
        line=line,
        title=line.text("title"),
        code=line.text("sku") or f"id:{line.text('product_id')}",
        category=line.text("category"),
        description=line.text("description") or line.text("short"),
        shared=shared,
        extra=[("image_url", images)] if images else [],
    )


def _sold(line: Line, name: str) -> Sold:
    sale, regular = line.text("sale"), line.text("price")
    return Sold(
        line=line,
        sku=line.text("sku"),
        name=name,
        price=sale or regular,
        ref=regular if sale else "",
        stock=_stock(line),
    )


def _stock(line: Line) -> int | None:
    """Empty and in stock means that nobody counts; empty and not in stock is none."""
    counted = whole(line.text("stock"))
    if counted is None and line.text("in_stock") == "0":
        return 0
    return counted


def _value_columns(headers: Sequence[str]) -> list[int]:
    """The columns with the values of attributes, in the order of the attributes.

    In a language that is not listed: of the columns that share a number, the second of each four.
    """
    plain = [unicodedata.normalize("NFKC", header).casefold() for header in headers]
    named: dict[int, int] = {}
    numbered: dict[int, list[int]] = {}
    for at, header in enumerate(plain):
        for _, value in ATTRIBUTES:
            if found := re.fullmatch(value, header):
                named.setdefault(int(found[1]), at)
        numbers = re.findall(r"\d+", header)
        if len(numbers) == 1 and len(header) < 60:
            numbered.setdefault(int(numbers[0]), []).append(at)
    if not named:
        named = {number: places[1] for number, places in numbered.items() if len(places) in (4, 5)}
    return [named[number] for number in sorted(named)]
