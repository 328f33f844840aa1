"""XLSX, XLS and ODS to rows, by python-calamine. What only a workbook needs is imported for the first one."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hostconsole.tables.separated import Knows
from hostconsole.tables.table import LONGEST_CELL, Cell, Issue, Merge, Table, Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER_ROWS = 20
"""Headers are looked for in the first this many rows."""

_LEAST_KNOWN = 2
"""A sheet with one known word is not like another."""


def is_workbook(content: bytes) -> bool:
    """By its first bytes, whatever it is called."""
    return content.startswith((ZIP, OLE))


def read(content: bytes, knows: Knows | None = None) -> Table:
    """The sheet whose first rows hold most known headers, else the first that has cells. Others that hold
    (nearly) as many are named in an issue.

    A cell that is an error is its text (`#N/A`) in XLSX; XLS and ODS do not tell it from an empty one.
    Raises Unreadable for what is damaged, protected, unsafe or without cells.
    """
    if not content.startswith(ZIP):
        return _guarded(lambda: _best_sheet(content, knows))
    from hostconsole.tables import archive
    from hostconsole.tables.error_cells import with_errors

    suspects = archive.check(content)
    table = _guarded(lambda: _best_sheet(content, knows))
    at = table.sheets.index(table.sheet)
    return replace(table, rows=with_errors(table.rows, content, at, suspects)) if suspects else table


def _guarded(reading: Callable[[], Table]) -> Table:
    from python_calamine import CalamineError, PasswordError

    try:
        return reading()
    except PasswordError as why:
        raise Unreadable("protected", "The workbook is protected by a password.") from why
    except (CalamineError, OSError, ValueError, OverflowError, TypeError) as why:
        raise Unreadable("not_a_workbook", f"The workbook cannot be read: {why}.") from why
    except BaseException as why:
        # The reader is written in Rust; its panics are BaseExceptions of a class that cannot be imported.
        if type(why).__name__ == "PanicException":
            raise Unreadable("not_a_workbook", "The workbook is damaged.") from why
        raise


def _best_sheet(content: bytes, knows: Knows | None) -> Table:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    best: Table | None = None
    most = -1
    like: dict[str, int] = {}
    for name in book.sheet_names:
        table = _sheet(book, name)
        known, filled = _known(table, knows)
        if filled:
            like[name] = known
        if table.rows and known > most:
            best, most = table, known
    if best is None:
        raise Unreadable("empty", "The workbook has no cells with anything in them.")
    least = max(most - 1, _LEAST_KNOWN)
    others = [name for name, known in like.items() if known >= least and name != best.sheet]
    return _with_others(best, book, others) if others else best


def _known(table: Table, knows: Knows | None) -> tuple[int, bool]:
    """How many headers the row knows that knows most, and whether anything stands below it."""
    counts = [knows(row) for row in table.rows[:_HEADER_ROWS]] if knows else []
    most = max(counts, default=0)
    filled = most > 0 and any(cell != "" for row in table.rows[counts.index(most) + 1 :] for cell in row)
    return most, filled


def _with_others(table: Table, book: CalamineWorkbook, others: Sequence[str]) -> Table:
    """Says of sheets with (nearly) as many known headers that they were not read; not of hidden ones."""
    hidden = _hidden(book)
    if not (names := [name for name in others if name not in hidden]):
        return table
    message = f"Other sheets of the workbook look like {table.sheet!r} and were not read: {', '.join(names)}."
    issue = Issue(code="other_sheets", message=message)
    return replace(table, issues=(*table.issues, issue))


def _hidden(book: CalamineWorkbook) -> frozenset[str]:
    from python_calamine import SheetVisibleEnum

    return frozenset(one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible)


def _sheet(book: CalamineWorkbook, name: str) -> Table:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    issues: list[Issue] = []
    clean = tuple(_row(row, at, issues) for at, row in enumerate(rows))
    return Table(
        rows=clean, sheet=name, sheets=tuple(book.sheet_names), merges=_merges(sheet), issues=tuple(issues)
    )


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple(Merge(top=a[0], left=a[1], bottom=b[0], right=b[1]) for a, b in ranges)


_PLAIN = frozenset({str, float, int})


def _row(row: Sequence[Any], at: int, issues: list[Issue]) -> tuple[Cell, ...]:
    cells = tuple(row) if _PLAIN.issuperset(map(type, row)) else tuple(map(_cell, row))
    if len("".join([cell for cell in cells if type(cell) is str])) <= LONGEST_CELL:
        return cells  # the whole row together is no longer than one cell may be
    for column, cell in enumerate(cells):
        if isinstance(cell, str) and len(cell) > LONGEST_CELL:
            message = f"The cell has {len(cell):,} characters; {LONGEST_CELL:,} is the most. It was left out."
            issues.append(Issue(code="huge_cell", message=message, row=at, column=column))
    return tuple("" if isinstance(cell, str) and len(cell) > LONGEST_CELL else cell for cell in cells)


def _cell(value: Any) -> Cell:
    """Numbers and texts stay; times become what a person would have typed."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M:%S")
    if isinstance(value, datetime.datetime) and value.year < 1901:
        return value.strftime("%H:%M:%S")
    return str(value)
