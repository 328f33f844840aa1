"""Sessions side by side: their headline figures, and each product in all of them; a product's own history."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostconsole.report import figures as f
from hostconsole.report.headline import headline
from hostconsole.report.lines import harmless
from hostconsole.report.look import Look, moment, session_kind
from hostconsole.report.product_pages import counted, money
from hostconsole.report.reading import fitted, middle, number, span, width
from hostconsole.report.templates import template

_CELLS = ("lane_aired", "price_last", "sold", "fig_rate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`name`, and a text for each session; "" where it has nothing of it."""

    name: str
    cells: tuple[str, ...]
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`columns` name the sessions (show, kind, start); the figures come first, then four rows a product.
    `values` are the figures as numbers: session id → key → value."""

    sessions: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    values: dict[str, dict[str, float | None]]
    language: str


def compare(nights: Sequence[f.Night], look: Look) -> Compared:
    """In the order given."""
    figures = [headline(night, look) for night in nights]
    keys = list(dict.fromkeys(one.key for found in figures for one in found))
    rows = []
    for key in keys:
        found = [[one for one in of if one.key == key] for of in figures]
        title = next(one.title for of in found for one in of)
        rows.append(Row(name=title, cells=tuple(" · ".join(one.text for one in of) for of in found)))
    for sku in dict.fromkeys(p.sku for night in nights for p in night.products):
        rows += _product_rows(sku, nights, look)
    return Compared(
        sessions=tuple(night.head.session for night in nights),
        columns=tuple(_column(night, look) for night in nights),
        rows=tuple(rows),
        values={
            night.head.session: {one.key: one.value for one in of}
            for night, of in zip(nights, figures, strict=True)
        },
        language="zh-CN" if look.language == "zh" else "en",
    )


def _column(night: f.Night, look: Look) -> str:
    at = moment(night.head.started_at).astimezone(look.zone)
    return f"{fitted(night.head.show, 40)} · {session_kind(night.head, look)} · {at:%Y-%m-%d %H:%M}"


def _product_rows(sku: str, nights: Sequence[f.Night], look: Look) -> list[Row]:
    there = [next((p for p in night.products if p.sku == sku and p.airings), None) for night in nights]
    known = next((p for p in there if p is not None), None)
    if known is None:
        return []
    rows = [Row(name=fitted(known.title, 60), cells=(fitted(sku, 40), *[""] * (len(nights) - 1)), head=True)]
    texts = [_product_cells(product, look) for product in there]
    for place, word in enumerate(_CELLS):
        rows.append(Row(name=look.word(word), cells=tuple(text[place] for text in texts)))
    return rows


def _product_cells(product: f.ProductFacts | None, look: Look) -> tuple[str, ...]:
    if product is None:
        return ("",) * len(_CELLS)
    rate = ""
    if product.sold is not None and product.aired_ms:
        rate = look.word("per_min", n=number(product.sold / (product.aired_ms / 60_000), places=1))
    price = money(product.price_last, product.currency)
    return span(product.aired_ms), price, counted(product.sold, look), rate or look.word("not_counted")


def as_text(found: Compared) -> str:
    """A table for a terminal."""
    columns = [f"[{n}]" for n in range(1, len(found.columns) + 1)]
    lines = [f"[{n}] {column}" for n, column in enumerate(found.columns, start=1)]
    wide = max((width(row.name) for row in found.rows), default=0) + 2
    lines += ["", _padded("", wide) + "".join(column.rjust(18) for column in columns)]
    for row in found.rows:
        if row.head:
            lines += ["", f"{row.name}  {row.cells[0]}"]
        else:
            cells = "".join(" " * max(1, 18 - width(cell)) + cell for cell in row.cells)
            lines.append(_padded(row.name, wide) + cells)
    return "\n".join(lines) + "\n"


def _padded(text: str, cells: int) -> str:
    return text + " " * max(0, cells - width(text))


def as_json(found: Compared) -> dict[str, Any]:
    """Sessions, the figures as numbers, and the table as texts."""
    return {
        "sessions": list(found.sessions),
        "columns": list(found.columns),
        "figures": found.values,
        "rows": [{"name": row.name, "cells": list(row.cells)} for row in found.rows],
    }


def write_csv(found: Compared, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["", *(harmless(column) for column in found.columns)])
        writer.writerows([harmless(row.name), *map(harmless, row.cells)] for row in found.rows)


def write_html(found: Compared, path: Path) -> None:
    path.write_text(template("compare.html.j2").render(found=found), encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAiring:
    """One airing of a product in some session: `batch_s` is the median of its batches that were gone."""

    session: str
    kind: str
    at: str
    n: int
    aired_ms: int
    price: str
    sold: int | None
    batch_s: float | None


def history(nights: Sequence[f.Night], key: str) -> tuple[PastAiring, ...]:
    """Every airing of the product with this SKU, or with this link number or title, misfires left out."""
    found = []
    for night in nights:
        skus = {p.sku for p in night.products if key in (p.sku, p.link_no, p.title)}
        for airing in night.aired:
            if airing.sku not in skus or not airing.sku:
                continue
            gone = [b.seconds for b in night.batches if b.sku == airing.sku and b.seconds is not None]
            found.append(
                PastAiring(
                    session=night.head.session, kind=night.head.kind, at=airing.started_at, n=airing.n,
                    aired_ms=airing.aired_ms, price=money(airing.price_at_end, airing.currency),
                    sold=airing.sold, batch_s=middle(gone),
                )
            )  # fmt: skip
    return tuple(found)
