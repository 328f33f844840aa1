"""What a plan lacks or contradicts, told before the show. Nothing here changes the plan."""

from __future__ import annotations

from hostconsole.sheets.grid import Grid
from hostconsole.show.plan import Item

_NEEDED = (
    ("price", "live_price", "no_price", "price"),
    ("stock_total", "stock_total", "no_stock", "stock"),
    ("scene", "obs_scene", "no_scene", "scene"),
)
"""Field, column, code and word of what a product is expected to have."""


def check(grid: Grid, items: list[Item]) -> None:
    """Adds a finding for everything missing, doubled or at odds."""
    products = [(at, item) for at, item in enumerate(items) if item.kind == "product"]
    _missing(grid, products)
    _doubled(grid, products)
    for at, item in products:
        _check_prices(grid, at, item)
        if item.stock_total is not None:
            _check_stock(grid, at, item, item.stock_total)


def _missing(grid: Grid, products: list[tuple[int, Item]]) -> None:
    """A column the sheet lacks altogether is told once, an empty cell by its row."""
    if not products:
        return
    for field, column, code, word in _NEEDED:
        if column not in grid.columns and all(getattr(item, field) in (None, "") for _, item in products):
            grid.say("warning", code, None, column, f"The sheet has no {word} column.")
            continue
        refused = {f.row for f in grid.findings if f.level == "error" and f.column == grid.header(column)}
        for at, item in products:
            if getattr(item, field) in (None, "") and grid.numbers[at] not in refused:
                grid.say("warning", code, at, column, f"{item.title[:60]!r} has no {word}.")
    wordless = [(at, item) for at, item in products if not (item.script or item.key_points)]
    if len(wordless) == len(products) and not {"script", "script_zh", "script_en"} & grid.columns.keys():
        grid.say("warning", "no_script", None, "script", "The sheet has no script column.")
        return
    for at, item in wordless:
        column = next((c for c in ("script", "script_zh", "script_en") if c in grid.columns), "script")
        grid.say("warning", "no_script", at, column, f"{item.title[:60]!r} has no script and no key points.")


def _doubled(grid: Grid, products: list[tuple[int, Item]]) -> None:
    """A SKU on two product rows shares its stock, a link number on two would confuse viewers."""
    first_by_sku: dict[str, int] = {}
    first_by_link: dict[str, int] = {}
    for at, item in products:
        first = first_by_sku.setdefault(item.sku, at)
        if first != at:
            message = f"SKU {item.sku!r} is that of row {grid.numbers[first]} too: both share one stock."
            grid.say("warning", "duplicate_sku", at, "merchant_sku", message)
        if item.link_no and (first := first_by_link.setdefault(item.link_no, at)) != at:
            message = f"Link {item.link_no!r} is that of row {grid.numbers[first]} too."
            grid.say("warning", "duplicate_link", at, "link_no", message)


def _check_prices(grid: Grid, at: int, item: Item) -> None:
    price = item.price
    if price is None:
        return
    if item.floor_price is not None and price < item.floor_price:
        grid.say("warning", "below_floor", at, "live_price", "The price is below the floor price.")
    if item.ref_price is not None and price > item.ref_price:
        grid.say("warning", "above_reference", at, "live_price", "The price is above the compared price.")


def _check_stock(grid: Grid, at: int, item: Item, total: int) -> None:
    if not (item.buffer or item.variants or item.release):
        return
    if item.buffer > total:
        message = f"{item.buffer} are kept back of a stock of {total}."
        grid.say("warning", "buffer_too_large", at, "buffer_qty", message)
    counted = sum(variant.qty for variant in item.variants)
    if item.variants and counted != total:
        message = f"The variants add up to {counted}, the stock is {total}."
        grid.say("warning", "variants_differ", at, "variants", message)
    batches = [part.qty for part in item.release if not part.presale]
    if batches and sum(batches) != total - item.buffer:
        message = f"The batches add up to {sum(batches)}; stock without reserve is {total - item.buffer}."
        grid.say("warning", "release_differs", at, "release_plan", message)
    presale = [part.qty for part in item.release if part.presale]
    if presale and sum(presale) != item.presale:
        message = f"The presale batches add up to {sum(presale)}, the presale quantity is {item.presale}."
        grid.say("warning", "presale_differs", at, "presale_qty", message)
