"""Shopify: products (old and new columns) and inventory (a column, or a row, a location)."""

from __future__ import annotations

from collections.abc import Sequence

from hostconsole.sheets.shops.export import Export, Line, by_normal, export_of, found_columns, whole
from hostconsole.sheets.shops.goods import Good, Sold
from hostconsole.tables import Cell, Table

_PRODUCTS = by_normal(
    {
        "handle": "Handle,URL handle",
        "title": "Title",
        "description": "Body (HTML),Body HTML,Description",
        "vendor": "Vendor",
        "category": "Product category,Type,Custom product type",
        "tags": "Tags",
        "status": "Status",
        "published": "Published,Published on online store",
        "sku": "Variant SKU,SKU",
        "barcode": "Variant Barcode,Barcode",
        "option1": "Option1 Value",
        "option2": "Option2 Value",
        "option3": "Option3 Value",
        "price": "Variant Price,Price",
        "ref": "Variant Compare At Price,Compare-at Price,Variant Compare-at Price,Compare-at price",
        "tracker": "Variant Inventory Tracker,Inventory tracker",
        "stock": "Variant Inventory Qty,Inventory quantity,Variant Inventory Quantity",
        "policy": "Variant Inventory Policy,Continue selling when out of stock",
        "image": "Image Src,Product image URL",
    }
)
_INVENTORY = by_normal(
    {
        "handle": "Handle,URL handle",
        "title": "Title",
        "option1": "Option1 Value",
        "option2": "Option2 Value",
        "option3": "Option3 Value",
        "sku": "SKU",
        "hs": "HS Code",
        "coo": "COO",
        "location": "Location",
        "bin": "Bin name",
        "incoming": "Incoming (not editable),Incoming",
        "unavailable": "Unavailable (not editable),Unavailable",
        "committed": "Committed (not editable),Committed",
        "available": "Available (not editable),Available",
        "on_hand": "On hand (current),On hand",
        "on_hand_new": "On hand (new)",
    }
)
_OPTION_NAMES = frozenset(by_normal({"name": "Option1 Name,Option2 Name,Option3 Name"}))
_DEFAULT = "default title"
_NOT_SOLD = ("draft", "archived", "unlisted")


def products_columns(row: Sequence[Cell]) -> dict[str, int] | None:
    """The columns of a products export, None if the row is no header of one."""
    found = found_columns(row, _PRODUCTS)
    shopify = {"option1", "tracker", "policy", "image", "published", "status"} & found.keys()
    return found if {"handle", "title", "price"} <= found.keys() and len(shopify) >= 2 else None


def inventory_columns(row: Sequence[Cell]) -> dict[str, int] | None:
    """The columns of an inventory export, None if the row is no header of one."""
    found = found_columns(row, _INVENTORY)
    named = {"handle", "title", "sku"} <= found.keys()
    return found if named and ({"hs", "coo", "location"} & found.keys()) and "option1" in found else None


def products(table: Table, top: int, columns: dict[str, int]) -> tuple[Export, list[Good]]:
    """One good a handle. Rows after the first add variants or only pictures. A good of which every variant
    was left out is left out with them."""
    export = export_of(table, top, columns)
    goods: dict[str, Good] = {}
    refused: set[str] = set()
    last = ""
    for line in export.sound():
        handle = line.text("handle") or (line.text("title") if line.text("title") else last)
        last = handle
        is_variant = bool(line.text("price") or line.text("sku") or line.text("option1"))
        good = goods.get(handle)
        if good is None:
            if not (line.text("title") or (handle and is_variant)):
                continue
            good = goods[handle] = _good(export, line, handle)
        _add_picture(good, line)
        if is_variant and export.once(line, line.text("sku")):
            good.sold.append(_sold(line))
        elif is_variant:
            refused.add(handle)
    return export, [good for handle, good in goods.items() if good.sold or handle not in refused]


def _good(export: Export, line: Line, handle: str) -> Good:
    title = line.text("title")
    if not title:
        title = handle
        message = f"The row that names {handle[:60]!r} is missing; its handle was taken as the title."
        export.say("warning", "guessed", line, "title", message)
    if (status := line.text("status").casefold()) in _NOT_SOLD:
        export.say("warning", "not_for_sale", line, "status", f"The shop has {title[:60]!r} as {status}.")
    extra = [(line.header(name) or name, line.text(name)) for name in ("vendor", "tags") if line.text(name)]
    return Good(
        line=line,
        title=title,
        code=handle,
        category=line.text("category"),
        description=line.text("description"),
        extra=extra,
    )


def _add_picture(good: Good, line: Line) -> None:
    if (address := line.text("image")) and all(name != "image_url" for name, _ in good.extra):
        good.extra.append(("image_url", address))


def _sold(line: Line) -> Sold:
    tracked = not line.has("tracker") or bool(line.text("tracker"))
    return Sold(
        line=line,
        sku=line.text("sku"),
        name=_options(line),
        price=line.text("price"),
        ref=line.text("ref"),
        stock=whole(line.text("stock")) if tracked else None,
    )


def _options(line: Line) -> str:
    values = (line.text(name) for name in ("option1", "option2", "option3"))
    return " / ".join(value for value in values if value and value.casefold() != _DEFAULT)


def inventory(table: Table, top: int, columns: dict[str, int]) -> tuple[Export, list[Good]]:
    """What the shop has of each SKU, over all its locations."""
    by_row = "location" in columns
    if by_row:
        counted = "available" if "available" in columns else "on_hand"
        columns = {**columns, **({"stock": columns[counted]} if counted in columns else {})}
        places = [columns["stock"]] if "stock" in columns else []
    else:
        places = _location_columns(table, top, columns)
        columns = {**columns, **({"stock": places[0]} if places else {})}
    export = export_of(table, top, columns)
    goods: dict[str, Good] = {}
    seen: dict[tuple[str, str, str], Sold] = {}
    for line in export.sound():
        if not by_row and not _all_counts(export, line, places):
            continue
        handle = line.text("handle") or line.text("title") or line.text("sku")
        sku = "" if line.text("sku") == "-" else line.text("sku")
        if not handle:
            export.say("error", "no_title", line, "title", "The row has no title. The row was left out.")
            continue
        key = (handle, sku, _options(line))
        here = _sum([whole(line.texts[at]) if at < len(line.texts) else None for at in places])
        if by_row and key in seen:
            seen[key].stock = _sum([seen[key].stock, here])
            continue
        if not export.once(line, sku):
            continue
        good = goods.setdefault(handle, Good(line=line, title=line.text("title") or handle, code=handle))
        seen[key] = Sold(line=line, sku=sku, name=_options(line), stock=here)
        good.sold.append(seen[key])
    return export, list(goods.values())


def _location_columns(table: Table, top: int, columns: dict[str, int]) -> list[int]:
    """Every column the shop has named itself: those after the known ones."""
    known = set(columns.values())
    after = max((columns[name] for name in ("coo", "hs", "sku") if name in columns), default=0)
    from hostconsole.sheets.headers import normal

    return [
        at
        for at, cell in enumerate(table.rows[top])
        if at > after and at not in known and isinstance(cell, str) and cell.strip()
        and normal(cell) not in _OPTION_NAMES
    ]  # fmt: skip


def _all_counts(export: Export, line: Line, places: list[int]) -> bool:
    """Whether every location's cell is a number or says that it has none; the row is refused otherwise."""
    for at in places:
        text = line.texts[at] if at < len(line.texts) else ""
        if text and whole(text) is None and text.casefold() not in ("not stocked", "-"):
            message = (
                f"{export.headers[at]} says {text[:40]!r}, which is not a number of units: the cells seem "
                "to be shifted. The row was left out."
            )
            export.say("error", "misfit", line, None, message)
            return False
    return True


def _sum(counts: list[int | None]) -> int | None:
    """None where nothing is counted at all: that is not 0."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
