"""What every shop's export comes to: goods, each with what can be bought of it, and a grid of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hostconsole.sheets.grid import Counted, Grid, Row
from hostconsole.sheets.readable import readable
from hostconsole.sheets.shops.export import Export, Line, amount

_COLUMNS = ("title", "merchant_sku", "category", "spec", "live_price", "ref_price",
            "stock_total", "variants", "variant_skus", "script")  # fmt: skip
_SOURCES = {
    "title": "title", "merchant_sku": "sku", "category": "category",
    "live_price": "price", "ref_price": "ref", "stock_total": "stock", "script": "description",
}  # fmt: skip
"""Our column → the word a reader has for where it came from, so that findings name the shop's header."""


@dataclass(slots=True, kw_only=True)
class Sold:
    """One thing that can be bought: `price` and `ref` as written, `stock` None where it is not counted."""

    line: Line
    sku: str = ""
    name: str = ""
    price: str = ""
    ref: str = ""
    stock: int | None = None


@dataclass(slots=True, kw_only=True)
class Good:
    """One product. `code` is its SKU where its variants have SKUs of their own; `shared` a stock that all
    variants share. `description` may be HTML; `extra` are (header, text) kept as they are."""

    line: Line
    title: str
    code: str = ""
    category: str = ""
    description: str = ""
    shared: int | None = None
    sold: list[Sold] = field(default_factory=list)
    extra: list[tuple[str, str]] = field(default_factory=list)


def grid_of_goods(export: Export, goods: Sequence[Good]) -> Grid:
    """One row a product, in the export's order, under the columns of a run-sheet."""
    extras = list(dict.fromkeys(name for good in goods for name, _ in good.extra))
    rows: list[Row] = [_row(export, good, extras) for good in goods]
    headers = dict(enumerate((*(_header(export, name) for name in _COLUMNS), *extras)))
    kept = [at for at, name in enumerate(_COLUMNS) if _is_given(export, name, rows, at)]
    return Grid(
        rows=rows,
        numbers=[good.line.number for good in goods],
        columns={_COLUMNS[at]: at for at in kept},
        unknown=[len(_COLUMNS) + n for n in range(len(extras))],
        headers=headers,
        separator=export.separator,
        findings=export.findings,
        skus={
            sold.sku: Counted(at=at, price=amount(sold.price), ref=amount(sold.ref), stock=sold.stock)
            for at, good in enumerate(goods)
            for sold in good.sold
            if sold.sku
        },
    )


def _is_given(export: Export, name: str, rows: list[Row], at: int) -> bool:
    """A column the shop has, or one that is filled here: what it lacks altogether is told once."""
    source = _SOURCES.get(name)
    return name == "title" or (source or "") in export.columns or any(row[at] for row in rows)


def _header(export: Export, name: str) -> str:
    at = export.columns.get(_SOURCES.get(name, ""))
    return export.headers[at] if at is not None else name


def _row(export: Export, good: Good, extras: list[str]) -> tuple[str, ...]:
    single = good.sold[0] if len(good.sold) == 1 else None
    cheapest = _cheapest(export, good)
    stock, variants = _stock(export, good)
    named = [sold for sold in good.sold if sold.name] if single is None else []
    cells = {
        "title": good.title,
        "merchant_sku": single.sku or good.code if single else good.code,
        "category": good.category,
        "spec": " / ".join(sold.name for sold in good.sold if sold.name) if not variants else "",
        "live_price": cheapest.price if cheapest else "",
        "ref_price": cheapest.ref if cheapest and _is_more(cheapest.ref, cheapest.price) else "",
        "stock_total": "" if stock is None else str(stock),
        "variants": variants,
        "variant_skus": _listed((sold.name, sold.sku) for sold in named if sold.sku) if variants else "",
        "script": readable(good.description),
    }
    own = dict(good.extra)
    return (*(cells[name] for name in _COLUMNS), *(own.get(name, "") for name in extras))


def _cheapest(export: Export, good: Good) -> Sold | None:
    """The variant with the lowest price, which is the one that is shown; a range is told."""
    priced = [(value, sold) for sold in good.sold if (value := amount(sold.price)) is not None]
    if not priced:
        return None
    low, high = min(value for value, _ in priced), max(value for value, _ in priced)
    if low != high:
        message = f"The variants cost {low:f} to {high:f}; the lowest, {low:f}, was taken."
        export.say("warning", "guessed", good.line, "price", message)
    return next(sold for value, sold in priced if value == low)


def _is_more(ref: str, price: str) -> bool:
    compared, now = amount(ref), amount(price)
    return compared is not None and now is not None and compared > max(now, Decimal(0))


def _stock(export: Export, good: Good) -> tuple[int | None, str]:
    """What can be sold, and how it is spread over the variants; None, "" where nobody counts."""
    for sold in good.sold:
        if sold.stock is not None and sold.stock < 0:
            message = f"The shop has sold {-sold.stock} more than it has; the stock was taken as 0."
            export.say("warning", "oversold", sold.line, "stock", message)
    if good.shared is not None:
        return max(0, good.shared), ""
    if not good.sold or any(sold.stock is None for sold in good.sold):
        _tell_uncounted(export, good)
        return None, ""
    counts = [max(0, sold.stock or 0) for sold in good.sold]
    if len(good.sold) == 1:
        return counts[0], ""
    names = [sold.name or sold.sku or str(n) for n, sold in enumerate(good.sold, 1)]
    return sum(counts), _listed(zip(names, map(str, counts), strict=True))


def _tell_uncounted(export: Export, good: Good) -> None:
    """A plan knows variants by their counts: where only some are counted, what was left out is said."""
    uncounted = [sold for sold in good.sold if sold.stock is None]
    if len(uncounted) == len(good.sold):
        return
    names = ", ".join(_called(sold) for sold in uncounted)
    known = "; ".join(f"{_called(sold)}: {_known(sold)}" for sold in good.sold if _known(sold))
    message = (
        f"{names[:60]} {'is' if len(uncounted) == 1 else 'are'} not counted, so nobody knows how many there "
        f"are of {good.title[:60]!r}: its variants were left out ({known[:400]})."
    )
    export.say("warning", "variants_uncounted", uncounted[0].line, "stock", message)


def _called(sold: Sold) -> str:
    return sold.name or sold.sku or f"row {sold.line.number}"


def _known(sold: Sold) -> str:
    """What is known of one variant beside its name: its count and its SKU."""
    count = "" if sold.stock is None else str(max(0, sold.stock))
    return ", ".join(text for text in (count, sold.sku) if text)


def _listed(pairs: object) -> str:
    """`blue=31|white=92|`: the last bar says that it is a list, whatever the names hold."""
    return "".join(f"{_plain(name)}={value}|" for name, value in pairs)  # type: ignore[attr-defined]


def _plain(name: str) -> str:
    return re.sub(r"[|｜=\s]+", " ", name).strip()
