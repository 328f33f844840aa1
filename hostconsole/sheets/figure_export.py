"""Figures of a platform from a table: one column of units, rows by product, rows by minute, or totals.

What a row or a cell could not be read as is a note, never a guess and never silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Literal

from hostconsole.sheets.figure_cells import LARGEST, amount_of
from hostconsole.sheets.figure_columns import (
    MEASURES,
    MONEY,
    OF_ITEMS,
    OF_MINUTES,
    columns_of,
    field_of,
    header_row,
)
from hostconsole.sheets.headers import normal
from hostconsole.sheets.numerals import is_nothing, plain
from hostconsole.sheets.stamps import stamp
from hostconsole.show.after_events import ItemFigures, MinuteFigures
from hostconsole.show.errors import Trouble
from hostconsole.show.money import places
from hostconsole.tables import Cell, Unreadable, read_table, rounded, text_of

Kind = Literal["column", "items", "minutes", "totals"]

Numbered = tuple[int, Sequence[Cell]]
"""A row and its number as a spreadsheet program counts, from 1, header and blank rows included."""

MOST_NOTES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Aired:
    """A product of the night, as a platform may name it; `on_air`: it was taken at least once."""

    sku: str
    link_no: str
    title: str
    ids: tuple[str, ...]
    on_air: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureExport:
    """What was read. `notes` say in English what was left out; `headers` are the table's own."""

    kind: Kind
    items: tuple[ItemFigures, ...] = ()
    minutes: tuple[MinuteFigures, ...] = ()
    totals: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """Whose figures they are: its products in the order of the report, its currency, its day and zone."""

    products: Sequence[Aired]
    currency: str
    began: datetime
    zone: timezone


def read_figures(path: Path, night: Night, *, said: Mapping[str, str]) -> FigureExport:
    """`said` is header → field, as a person named them. Raises Trouble: "figures_unreadable" for no table,
    "figures_unknown" where no column is known (its fields: `headers`), "figures_count" for a column whose
    length is not that of the show."""
    try:
        table = read_table(path)
    except Unreadable as fault:
        raise Trouble("figures_unreadable", fault.reason) from fault
    numbered = [(n, row) for n, row in enumerate(table.rows, start=1) if any(text_of(c).strip() for c in row)]
    rows = [row for _n, row in numbered]
    named = {normal(header): field for header, field in said.items()}
    at = header_row(rows, named)
    if at is None:
        column = _only_column(rows)
        if column is not None:
            return _column(column, night)
        listed = _listed(numbered, named, night)
        if listed.totals:
            return listed
        raise _unknown(rows[0] if rows else ())
    columns = columns_of(rows[at], named)
    body, headers = numbered[at + 1 :], tuple(text_of(cell).strip() for cell in rows[at])
    return replace(_by_columns(columns, body, night, headers), headers=headers)


def _unknown(header: Sequence[Cell]) -> Trouble:
    names = [text_of(cell).strip()[:40] for cell in header if text_of(cell).strip()][:40]
    told = ", ".join(repr(name) for name in names)
    return Trouble(
        "figures_unknown",
        "No column of figures is known here. Name one, such as --map sold="
        f"{names[0] if names else 'COLUMN'!r}; the columns are {told}.",
        headers=tuple(names),
    )


# -- one column ---------------------------------------------------------------------------------------


def _only_column(rows: Sequence[Sequence[Cell]]) -> list[Cell] | None:
    """The cells of a table that is one column of numbers."""
    cells = [[cell for cell in row if text_of(cell).strip()] for row in rows]
    if not cells or any(len(row) > 1 for row in cells):
        return None
    column = [row[0] for row in cells if row]
    return column if all(_is_figure(cell) for cell in column) else None


def _is_figure(cell: Cell) -> bool:
    return is_nothing(text_of(cell)) or amount_of(cell) is not None


def _column(column: Sequence[Cell], night: Night) -> FigureExport:
    """Units sold, in the order of the report's products: of all, or of those that were on air."""
    aired = [product for product in night.products if product.on_air]
    products = night.products if len(column) == len(night.products) else aired
    if len(column) != len(products):
        raise Trouble(
            "figures_count",
            f"The column has {len(column)} figures; the show has {len(night.products)} products, "
            f"{len(aired)} of them aired. Copy one figure for each, with a dash where there is none.",
        )
    items = [
        ItemFigures(sku=product.sku, key=product.link_no or product.title[:40], sold=_count(cell))
        for product, cell in zip(products, column, strict=True)
    ]
    return FigureExport(kind="column", items=tuple(item for item in items if item.sold is not None))


# -- tables -------------------------------------------------------------------------------------------


def _by_columns(
    columns: Mapping[str, int], body: Sequence[Numbered], night: Night, headers: tuple[str, ...]
) -> FigureExport:
    measures = [field for field in columns if field in MEASURES]
    if {"name", "value"} <= set(columns):
        at, value = columns["name"], columns["value"]
        return _listed([(n, (_cell(row, at), _cell(row, value))) for n, row in body], {}, night)
    if not measures:
        raise _unknown(headers)
    if "at" in columns:
        return _minutes(columns, body, night)
    if {"sku", "link_no", "title"} & set(columns):
        return _items(columns, body, night)
    if len(body) == 1:
        notes: list[str] = []
        return _totals(_read(body[0], columns, measures, night, notes), notes)
    raise Trouble(
        "figures_unknown",
        "Nothing says whose these figures are: a column of SKUs, link numbers or titles is missing.",
        headers=headers,
    )


def _items(columns: Mapping[str, int], body: Sequence[Numbered], night: Night) -> FigureExport:
    found: dict[str, ItemFigures] = {}
    notes: list[str] = []
    for n, row in body:
        product, key = _product(columns, row, night)
        if product is None:
            notes.append(f"Row {n}: {key[:60]!r} is no product of this show.")
            continue
        read = _read((n, row), columns, OF_ITEMS, night, notes)
        if product.sku in found:
            notes.append(f"Row {n}: {key[:60]!r} stands here twice; its rows were added up.")
            read = {f: _sum(getattr(found[product.sku], f), value) for f, value in read.items()}
        found[product.sku] = ItemFigures(sku=product.sku, key=key[:80], **read)
    if not found:
        raise Trouble("figures_count", "None of these rows is a product of this show.")
    return FigureExport(kind="items", items=tuple(found.values()), notes=_few(notes))


def _product(columns: Mapping[str, int], row: Sequence[Cell], night: Night) -> tuple[Aired | None, str]:
    """The product a row names, by SKU, then link number, then title; and the name it goes by."""
    names = {f: text_of(_cell(row, columns[f])).strip() for f in ("sku", "link_no", "title") if f in columns}
    key = next((name for name in names.values() if name), "")
    if "sku" in columns and rounded(_cell(row, columns["sku"])):
        return None, f"{key} (its last digits are lost)"
    for field, name in names.items():
        same = [p for p in night.products if name and normal(name) in _called(p, field)]
        if len(same) == 1:
            return same[0], key
    return None, key


def _called(product: Aired, field: str) -> set[str]:
    named = {"sku": (product.sku, *product.ids), "link_no": (product.link_no, f"{product.link_no}号")}
    return {normal(name) for name in named.get(field, (product.title,)) if name}


def _minutes(columns: Mapping[str, int], body: Sequence[Numbered], night: Night) -> FigureExport:
    found: list[MinuteFigures] = []
    notes: list[str] = []
    for n, row in body:
        at = _moment(text_of(_cell(row, columns["at"])), night)
        if at is None:
            notes.append(f"Row {n}: {text_of(_cell(row, columns['at']))[:40]!r} is no time.")
            continue
        read = _read((n, row), columns, OF_MINUTES, night, notes)
        found.append(MinuteFigures(at=at, **read))
    if not found:
        raise Trouble("figures_count", "None of these rows has a time that can be read.")
    return FigureExport(kind="minutes", minutes=tuple(found), notes=_few(notes))


def _moment(told: str, night: Night) -> str | None:
    """UTC of "20:05", "2026-11-23 20:05:00", "2026/11/3 8:05" or ISO; a time alone is the night's, or the
    morning after's."""
    words = plain(told)
    try:
        at = datetime.fromisoformat(words.replace("/", "-"))
        utc: datetime | None = (at if at.tzinfo else at.replace(tzinfo=night.zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        utc = stamp(words, night.zone)
    return f"{utc:%Y-%m-%dT%H:%M:%SZ}" if utc else _clock(words, night)


def _clock(words: str, night: Night) -> str | None:
    found = re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", words)
    if found is None:
        return None
    try:
        clock = time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
    began = night.began.astimezone(night.zone)
    day: date = began.date()
    at = datetime.combine(day, clock, tzinfo=night.zone)
    if at < began - timedelta(hours=6):
        at += timedelta(days=1)
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _listed(lines: Iterable[Numbered], said: Mapping[str, str], night: Night) -> FigureExport:
    """A list of names and values, one figure a line."""
    notes: list[str] = []
    read: dict[str, int | None] = {}
    for n, row in lines:
        field = field_of(row[0], said) if len(row) >= 2 else ""
        if field in MEASURES:
            read |= _read((n, row), {field: 1}, (field,), night, notes)
        else:
            words = " ".join(text_of(cell).strip() for cell in row).strip()
            notes.append(f"Row {n}: {words[:60]!r} is no figure that is known here.")
    return _totals(read, notes)


def _totals(read: Mapping[str, int | None], notes: list[str]) -> FigureExport:
    known = {field: value for field, value in read.items() if value is not None}
    return FigureExport(kind="totals", totals=tuple(known.items()), notes=_few(notes))


def _few(notes: list[str]) -> tuple[str, ...]:
    more = [f"… and {len(notes) - MOST_NOTES} rows more."] if len(notes) > MOST_NOTES else []
    return (*notes[:MOST_NOTES], *more)


# -- cells --------------------------------------------------------------------------------------------


def _cell(row: Sequence[Cell], at: int) -> Cell:
    return row[at] if at < len(row) else ""


def _read(
    line: Numbered, columns: Mapping[str, int], fields: Iterable[str], night: Night, notes: list[str]
) -> dict[str, int | None]:
    """The figures of a row. A cell that says something and is no figure goes into `notes`."""
    n, row = line
    read: dict[str, int | None] = {}
    for field in fields:
        if field in columns:
            cell = _cell(row, columns[field])
            read[field] = _figure(field, cell, night.currency)
            if read[field] is None and not is_nothing(text_of(cell)):
                notes.append(f"Row {n}: {text_of(cell).strip()[:40]!r} is no number.")
    return read


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


def _figure(field: str, cell: Cell, currency: str) -> int | None:
    """A count, or minor units of money; None where there is none or it cannot be read."""
    amount = amount_of(cell)
    if amount is None:
        return None
    if field in MONEY:
        amount = amount.scaleb(places(currency))
    value = int(amount.to_integral_value())
    return value if abs(value) <= LARGEST else None


def _count(cell: Cell) -> int | None:
    return _figure("sold", cell, "")
