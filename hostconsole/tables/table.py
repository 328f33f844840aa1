"""What a table is once read: rows of cells as a spreadsheet program would number them."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

Number = int | float
Cell = str | Number
"""A text or a number. Times and dates are ISO texts, truth values "TRUE" and "FALSE", no value is ""."""

LONGEST_CELL = 1_000_000
"""Characters. A longer cell is a file pasted into a cell; it is left out and said."""

ROUNDED_FROM = 10**15
"""Spreadsheets keep 15 digits of a number: an id of 16 digits or more is another id by now."""


class Unreadable(Exception):
    """The file cannot be read as a table. Codes: `missing`, `folder`, `not_a_file`, `no_access`, `empty`,
    `too_large`, `not_a_table`, `not_a_workbook`, `protected`, `bomb`."""

    def __init__(self, code: str, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(reason)


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """A merged area, 0-based and inclusive; its value stands in the top left cell."""

    top: int
    left: int
    bottom: int
    right: int


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """Something that went wrong with one cell. `row` and `column` are 0-based, None for the whole file.

    Codes: `huge_cell`, `unclosed_quote`, `bad_characters`, `guessed_encoding`, `other_sheets`.
    """

    code: str
    message: str
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet. `rows[0]` is row 1 of a spreadsheet program, blank rows included; rows may differ in
    length. `encoding` and `separator` are "" for workbooks; `sheet` and `sheets` are empty for text.
    `digest` is the SHA-256 of the file."""

    rows: tuple[tuple[Cell, ...], ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    issues: tuple[Issue, ...] = ()
    digest: str = ""


def rounded(cell: Cell) -> bool:
    """Whether a number has more digits than a spreadsheet keeps, so that its last ones are lost."""
    return not isinstance(cell, str) and abs(cell) >= ROUNDED_FROM


def text_of(cell: Cell) -> str:
    """The cell as a person would type it: 19.0 is "19", 0.1 + 0.2 is "0.3"."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int) or (cell.is_integer() and abs(cell) < ROUNDED_FROM):
        return str(int(cell))
    return f"{cell:.15g}" if 1e-4 <= abs(cell) < ROUNDED_FROM else repr(cell)
