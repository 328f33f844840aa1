"""What a plan lacks or contradicts, told before the show. Nothing here changes the plan."""

from __future__ import annotations

from collections.abc import Iterable

from hostconsole.sheets.grid import Grid
from hostconsole.show.plan import Item
from hostconsole.show.preflight.goods import stock
from hostconsole.show.preflight.prices import price
from hostconsole.show.preflight.remark import Remark

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
        if item.price is not None:
            _tell(grid, at, price(item))
        if item.stock_total is not None:
            _tell(grid, at, stock(item))


def _tell(grid: Grid, at: int, remarks: Iterable[Remark]) -> None:
    """What the pre-flight says of the row, in the sheet's own findings."""
    for remark in remarks:
        grid.say("warning", remark.code, at, remark.column, remark.text)


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
