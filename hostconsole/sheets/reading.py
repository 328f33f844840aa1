"""A run-sheet to a plan, with everything that was missing, guessed or refused on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from hostconsole.sheets import checks, encores, items
from hostconsole.sheets.findings import Finding
from hostconsole.sheets.grid import Counted, Grid, Said, grid_of, refuse_rounded
from hostconsole.sheets.headers import known_headers
from hostconsole.sheets.prices import minor_of
from hostconsole.sheets.shops import Format, shop_grid, shop_headers
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Item, Plan
from hostconsole.tables import Cell, Table, Unreadable, read_table


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """Price (minor units of `currency`) and stock of one SKU; None where the file does not say."""

    currency: str
    price: int | None
    ref_price: int | None
    stock: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A plan and what was found while reading it. `encoding` and `separator` are "" for workbooks;
    `headers` says how the sheet itself calls each column it has; `offers` are the single SKUs of a shop's
    export, for shows that have a row for one of them."""

    plan: Plan
    findings: tuple[Finding, ...]
    encoding: str
    separator: str
    headers: Mapping[str, str] = field(default_factory=dict)
    format: Format = "run-sheet"
    offers: Mapping[str, Offer] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, str]:
        """The sheet's own headers → what they were read as."""
        return {header: column for column, header in self.headers.items()}

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What could not be taken as written."""
        return tuple(finding for finding in self.findings if finding.level == "error")


def read_show(path: Path, *, default_currency: str = "CNY", columns: Said | None = None) -> Reading:
    """Reads a run-sheet (CSV, XLSX, XLS, ODS) or a shop's export. Scripts and pictures are looked for beside
    it; `columns` knows what people have said that its columns mean.

    Raises Trouble if the file cannot be read as a table at all; whatever is wrong inside it is a
    finding, and a sheet in which nothing can be found gives a plan without items.
    """
    with _no_garbage():
        try:
            table = read_table(path, knows=knows)
        except Unreadable as why:
            raise Trouble(why.code, why.reason, path=str(path)) from why
        return _read(table, path, default_currency, columns)


def read_rows(table: Table, path: Path, *, default_currency: str, columns: Said | None = None) -> Reading:
    """As `read_show`, of a table that is there already; `path` names the show and where it belongs."""
    with _no_garbage():
        return _read(table, path, default_currency, columns)


def _read(table: Table, path: Path, default_currency: str, columns: Said | None) -> Reading:
    format, grid = _grid(table, columns)
    found = _items(grid, path, default_currency)
    plan = Plan(
        name=path.stem,
        items=tuple(found),
        sheet=str(path.absolute()),
        digest=table.digest,
        currency=_currency(found, default_currency),
    )
    findings = _in_order(grid, table, found)
    return Reading(
        plan=plan,
        findings=findings,
        encoding=table.encoding,
        separator=table.separator,
        headers={name: grid.headers[at] for name, at in grid.columns.items()},
        format=format,
        offers=_offers(grid, found),
    )


def knows(row: Sequence[Cell]) -> int:
    """How many cells of a row are headers, of a run-sheet or of a shop's export."""
    return max(known_headers(row), shop_headers(row))


def _grid(table: Table, columns: Said | None) -> tuple[Format, Grid]:
    if (found := shop_grid(table)) is not None:
        return found
    grid = grid_of(table, columns)
    refuse_rounded(grid)
    return "run-sheet", grid


@contextmanager
def _no_garbage() -> Iterator[None]:
    """A long sheet makes a million objects that all stay: looking for garbage among them takes a fifth of
    the time, and holds up the main thread while another one reads."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _items(grid: Grid, path: Path, currency: str) -> list[Item]:
    if not grid.rows:
        return []
    found = encores.joined(grid, items.items_of(grid, path.absolute().parent, currency))
    checks.check(grid, found)
    return found


def _offers(grid: Grid, found: list[Item]) -> dict[str, Offer]:
    return {sku: _offer(counted, found[counted.at].currency) for sku, counted in grid.skus.items()}


def _offer(counted: Counted, currency: str) -> Offer:
    price, ref = (
        None if value is None else minor_of(value, currency)[0] for value in (counted.price, counted.ref)
    )
    dearer = ref is not None and price is not None and ref > price
    stock = None if counted.stock is None else max(0, counted.stock)
    return Offer(currency=currency, price=price, ref_price=ref if dearer else None, stock=stock)


def _currency(found: list[Item], default: str) -> str:
    """The first price's currency stands for the show."""
    return next((item.currency for item in found if item.price is not None), default)


def _in_order(grid: Grid, table: Table, found: list[Item]) -> tuple[Finding, ...]:
    """Findings by row, those of the whole sheet first, and at last that it is readable."""
    if not found and grid.columns:
        message = "There is no item below the header."
        grid.findings.append(Finding("error", "no_items", None, None, message))
    ordered = sorted(grid.findings, key=lambda finding: finding.row or 0)
    if all(finding.level != "error" for finding in ordered):
        sheet = f" on sheet {table.sheet!r}" if len(table.sheets) > 1 else ""
        said = "1 item was" if len(found) == 1 else f"{len(found)} items were"
        ordered.append(Finding("ok", "readable", None, None, f"{said} read{sheet}."))
    return tuple(ordered)
