"""What was edited here, written back into its sheet: a CSV byte for byte outside the changed cells, a
workbook with every column and value beside the original."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from hostconsole.sheets.cells import Value, own_cells, used_columns
from hostconsole.sheets.grid import Grid, Said, filled_down, grid_of
from hostconsole.sheets.reading import Reading, knows, read_show
from hostconsole.sheets.writing import workbook, write_show, write_whole
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Item, Plan
from hostconsole.tables import Cell, Table, Unreadable, read_table
from hostconsole.tables.splicing import Fresh, Kept, Unsplicable, spliced

EDITED = "{stem} (edited).xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where it was written, the SHA-256 of the run-sheet now, and how many cells and rows are others. `why`
    says why a text file was not written in place, "" if it was or is a workbook."""

    path: Path
    digest: str
    changed: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the new sheet: `row` is its index in the old one, None for a new row."""

    row: int | None
    cells: Mapping[int, Value]


def save_show(plan: Plan, *, currency: str, columns: Said | None = None) -> Saved:
    """Writes the plan's rows back to the sheet, read with the same `columns`. Raises Trouble."""
    path = Path(plan.sheet)
    reading = read_show(path, default_currency=currency, columns=columns)
    if reading.plan.digest != plan.digest:
        raise Trouble("sheet_moved", f"{path.name} was changed elsewhere; read it again first.")
    if reading.format != "run-sheet":
        return _beside(path, reading.plan.digest, plan)
    try:
        table = read_table(path, knows=knows)
    except Unreadable as gone:
        raise Trouble(gone.code, gone.reason, path=str(path)) from gone
    lines, header, changed = _lines(table, grid_of(table, columns), reading, plan.items)
    if not changed:
        return Saved(path=path, digest=table.digest, changed=0)
    if not table.separator:
        target = path.with_name(EDITED.format(stem=path.stem))
        write_whole(target, workbook(_rows(table, lines, header), sheet=_sheet_name(table)))
        return Saved(path=target, digest=table.digest, changed=changed)
    try:
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != table.digest:
            raise Trouble("sheet_moved", f"{path.name} was changed while it was being saved; save again.")
        content = spliced(content, _spliced_lines(lines, header), knows=knows)
    except Unsplicable as why:
        return replace(_beside(path, table.digest, plan), changed=changed, why=why.reason)
    except OSError as why:
        raise Trouble("not_written", f"{path} cannot be read: {why.strerror}.", path=str(path)) from why
    write_whole(path, content)
    return Saved(path=path, digest=hashlib.sha256(content).hexdigest(), changed=changed)


def _beside(path: Path, digest: str, plan: Plan) -> Saved:
    target = path.with_name(EDITED.format(stem=path.stem))
    write_show(plan, target)
    return Saved(path=target, digest=digest, changed=len(plan.items))


def _sheet_name(table: Table) -> str:
    return "".join(char for char in table.sheet if char not in "[]:*?/\\'")[:31].strip() or "Show"


@dataclass(slots=True)
class _Header:
    """The header's row, and columns that had to be added behind it."""

    row: int
    width: int
    columns: dict[str, int]
    added: dict[int, str]

    def place(self, column: str) -> int:
        if column not in self.columns:
            self.columns[column] = self.width + len(self.added)
            self.added[self.columns[column]] = column
        return self.columns[column]


def _lines(
    table: Table, grid: Grid, reading: Reading, after: Sequence[Item]
) -> tuple[list[_Line], _Header, int]:
    """The rows of the new sheet, and how many cells or places are others. Rows that are no items stay where
    they are; moved items take each other's places; new ones follow the row they come after."""
    before = reading.plan.items
    top = grid.top
    header = _Header(top, len(table.rows[top]), dict(grid.columns), {})
    old = {item.id: item for item in before}
    slots = [(item.row or 0) - 1 for item in before]
    rows = {item.id: slot for item, slot in zip(before, slots, strict=True)}
    cells = _cells_now(before, after, grid, header, Path(reading.plan.sheet).parent)
    kept = [item for item in after if item.id in old]
    there = {item.id for item in kept}
    left = [item.id for item in before if item.id not in there]
    order = [*(item.id for item in kept), *left]
    changed = sum(map(len, cells.values()))
    changed += sum(1 for a, b in zip(order, (item.id for item in before), strict=True) if a != b)
    at_slot = dict(zip(slots, order, strict=True))
    following: dict[str | None, list[Item]] = {}
    last: str | None = None
    for item in after:
        if item.id in old:
            last = item.id
        else:
            following.setdefault(last, []).append(item)
            changed += 1
    lines: list[_Line] = []
    for place in range(len(table.rows)):
        key = at_slot.get(place)
        if key is None:
            lines.append(_Line(place, {}))
        else:
            lines.append(_Line(rows[key], cells.get(key, {})))
        if place == top:
            lines += [_Line(None, cells[item.id]) for item in following.get(None, ())]
        if key is not None:
            lines += [_Line(None, cells[item.id]) for item in following.get(key, ())]
    return lines, header, changed


def _cells_now(
    before: Sequence[Item], after: Sequence[Item], grid: Grid, header: _Header, folder: Path
) -> dict[str, dict[int, Value]]:
    """By item, the cells that say something else than they did; all filled ones of a new item."""
    was = {item.id: own_cells(_beside_sheet(item, folder), before) for item in before}
    found: dict[str, dict[int, Value]] = {}
    for item in after:
        now = own_cells(_beside_sheet(item, folder), after)
        old = was.get(item.id)
        if old is None:
            now["product_id"] = _named(item, after, grid)
            names = [name for name in used_columns() if now[name] != "" and _is_said(name, now[name], grid)]
            found[item.id] = {header.place(_known(name, grid)): now[name] for name in names}
        elif differing := [name for name in used_columns() if now[name] != old[name] and name != "row_id"]:
            found[item.id] = {header.place(_known(name, grid)): now[name] for name in differing}
    return found


def _beside_sheet(item: Item, folder: Path) -> Item:
    """A picture that lies beside the sheet is named from there, so that both can move together."""
    path = Path(item.picture)
    if not item.picture or not path.is_relative_to(folder):
        return item
    return replace(item, picture=path.relative_to(folder).as_posix())


def _is_said(name: str, value: Value, grid: Grid) -> bool:
    """Whether a cell of a new row is worth a column of its own where the sheet has none."""
    said_anyway = name in ("row_id", "currency") or (name, value) == ("row_type", "product")
    return name in grid.columns or not said_anyway


def _named(item: Item, items: Sequence[Item], grid: Grid) -> Value:
    """How a new encore names its product in a sheet whose rows have no ids of their own."""
    product = next((one for one in items if one.id == item.product), None)
    if item.kind != "encore" or product is None or "row_id" in grid.columns:
        return item.product
    return product.sku if product.sku != product.id else product.link_no or product.id


_OTHERS = {"title": ("name_zh",), "script": ("script_zh",), "offer": ("offer_zh",)}
"""Where a sheet has these words under another column of ours."""


def _known(name: str, grid: Grid) -> str:
    return next(
        (other for other in _OTHERS.get(name, ()) if name not in grid.columns and other in grid.columns), name
    )


def _spliced_lines(lines: Sequence[_Line], header: _Header) -> list[Kept | Fresh]:
    found: list[Kept | Fresh] = []
    for line in lines:
        cells = {at: _text(value) for at, value in line.cells.items()}
        if line.row is None:
            width = max(header.width + len(header.added), *(at + 1 for at in cells))
            found.append(Fresh([cells.get(at, "") for at in range(width)]))
        else:
            found.append(Kept(line.row, {**header.added, **cells} if line.row == header.row else cells))
    return found


def _rows(table: Table, lines: Sequence[_Line], header: _Header) -> list[list[Value]]:
    """Every value of the sheet; what stood in merged cells is in each of them, as nothing is merged now."""
    full: dict[int, Sequence[Cell]] = dict(filled_down(table, header.row, header.columns))
    rows: list[list[Value]] = []
    for line in lines:
        old = [] if line.row is None else full.get(line.row, table.rows[line.row])
        cells: list[Value] = [Decimal(repr(cell)) if isinstance(cell, float) else cell for cell in old]
        changes: Mapping[int, Value] = header.added if line.row == header.row else line.cells
        cells += [""] * (max(changes, default=-1) + 1 - len(cells))
        for at, value in changes.items():
            cells[at] = value
        rows.append(cells)
    return rows


def _text(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
