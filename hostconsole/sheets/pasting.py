"""A table that was pasted or dropped: what each of its columns was read as, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from hostconsole.sheets.cells import cell_of, used_columns
from hostconsole.sheets.grid import Said
from hostconsole.sheets.headers import HEADER_ROWS, columns_of, header_row, known_as, normal, untitled_header
from hostconsole.sheets.prices import price_of
from hostconsole.sheets.reading import Reading, knows, read_rows
from hostconsole.sheets.shops import shop_grid
from hostconsole.show.plan import Item
from hostconsole.tables import Cell, Table, read_table, text_of
from hostconsole.tables.pasted import pasted_table

MOST_QUESTIONS = 4

_ASKED = ("title", "live_price", "stock_total")
"""Columns worth a question if the table seems to have none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was made of a cell: `guess` as it was read, "" if it could not be; `why` in words."""

    guess: str
    bad: bool
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """`ask` "which": no column is known as `column`; "two": several are, one of `places` was taken."""

    ask: Literal["which", "two"]
    column: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A table with what it was read as. `meant` has a column of the run-sheet (or "") for each of `headers`;
    `rows` are those below the header, `numbers` their numbers in the table, `marks` by (number, place);
    `taken` are the numbers of the rows that are items; `lettered` says that the columns had no names and are
    called A, B, C."""

    table: Table
    reading: Reading
    top: int
    headers: tuple[str, ...]
    meant: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    marks: Mapping[tuple[int, int], Mark]
    taken: frozenset[int]
    questions: tuple[Question, ...]
    lettered: bool = False


def clipboard_table(text: str, html: str) -> Table:
    """Raises Unreadable."""
    return pasted_table(text, html, knows=knows)


def file_table(path: Path) -> Table:
    """Raises Unreadable."""
    return read_table(path, knows=knows)


class _Said:
    """What is chosen now, before it is remembered: for one set of headers."""

    def __init__(self, meant: Mapping[str, str], otherwise: Said | None) -> None:
        self._meant, self._otherwise = meant, otherwise

    def recall(self, header: Sequence[Cell]) -> Mapping[str, str] | None:
        known = self._otherwise.recall(header) if self._otherwise is not None else None
        here = {normal(text_of(cell)) for cell in header}
        return {**(known or {}), **self._meant} if set(self._meant) <= here else known


def looked_at(
    table: Table,
    path: Path,
    *,
    currency: str,
    columns: Said | None = None,
    said: Mapping[str, str] | None = None,
) -> Pasted:
    """The table read as `columns` remembers and `said` (normal header → column) has it. `path` names the show
    and is where its scripts and pictures are looked for."""
    choice = _Said(said or {}, columns) if said else columns
    lettered = _has_no_header(table, columns)
    if lettered:
        width = max(len(row) for row in table.rows)
        table = replace(table, rows=(tuple(map(_letter, range(width))), *table.rows))
    reading = read_rows(table, path, default_currency=currency, columns=choice)
    top = _top(table, reading, choice)
    headers = tuple(" ".join(text_of(cell).split()) for cell in table.rows[top])
    width = max(map(_filled, table.rows), default=0)
    headers = (*headers, *[""] * (width - len(headers)))[:width]
    columns_read = reading.columns or _columns_known(table.rows[top], choice)
    meant = tuple(columns_read.get(header, "") for header in headers)
    below = [
        (at + 1, row) for at, row in enumerate(table.rows) if at > top and any(cell != "" for cell in row)
    ]
    return Pasted(
        table=table,
        reading=reading,
        top=top,
        headers=headers,
        meant=meant,
        rows=tuple(tuple(text_of(cell) for cell in row[:width]) for _, row in below),
        numbers=tuple(number for number, _ in below),
        marks=_marks(reading, headers),
        taken=frozenset(item.row for item in reading.plan.items if item.row is not None),
        questions=_questions(reading, headers, meant),
        lettered=lettered,
    )


def _has_no_header(table: Table, columns: Said | None) -> bool:
    """Whether the first row holds goods already: a number stands in it, and no row names columns."""
    if header_row(table.rows) is not None or shop_grid(table) is not None:
        return False
    if untitled_header(table.rows) is not None:
        return False
    if columns is not None and any(columns.recall(row) for row in table.rows[:HEADER_ROWS]):
        return False
    first = next((row for row in table.rows if any(cell != "" for cell in row)), ())
    return any(price_of(text_of(cell)).value is not None for cell in first if cell != "")


def _columns_known(header: Sequence[Cell], choice: Said | None) -> dict[str, str]:
    """What the columns will be read as once somebody has said which one is the title."""
    columns, _ = columns_of(header, choice.recall(header) if choice is not None else None)
    return {" ".join(text_of(header[at]).split()): column for column, at in columns.items()}


def _filled(row: Sequence[Cell]) -> int:
    """How many cells up to the last one with anything in it: who copies whole rows copies 16,384."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1] != ""), 0)


def _letter(place: int) -> str:
    """A, B … Z, AA: how a spreadsheet calls the column."""
    before, letter = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(65 + letter)


def _top(table: Table, reading: Reading, choice: Said | None) -> int:
    """The header's row: the reader's; if it found none, the one that names columns, or the first that has
    several words."""
    if reading.headers:
        wanted = set(reading.headers.values())
        for at, row in enumerate(table.rows[:HEADER_ROWS]):
            if wanted <= {" ".join(text_of(cell).split()) for cell in row} | set(used_columns()):
                return at
    for find in (header_row, untitled_header):
        if (found := find(table.rows)) is not None:
            return found
    filled = [sum(1 for cell in row if cell != "") for row in table.rows[:HEADER_ROWS]]
    return next((at for at, count in enumerate(filled) if count > 1), 0)


def _marks(reading: Reading, headers: tuple[str, ...]) -> dict[tuple[int, int], Mark]:
    by_row: dict[int | None, Item] = {item.row: item for item in reading.plan.items}
    places = {header: at for at, header in reversed(list(enumerate(headers)))}
    found: dict[tuple[int, int], Mark] = {}
    for finding in reading.findings:
        place = places.get(finding.column or "")
        if finding.row is None or place is None or finding.level == "ok" or finding.code.startswith("no_"):
            continue
        item = by_row.get(finding.row)
        bad = finding.level == "error"
        found[finding.row, place] = Mark(
            guess="" if bad else _guess(item, reading.columns.get(finding.column or "", "")),
            bad=bad,
            why=finding.message,
        )
    return found


def _guess(item: Item | None, column: str) -> str:
    if item is None or not column:
        return ""
    try:
        return str(cell_of(item, column))
    except KeyError:
        return ""


def _questions(reading: Reading, headers: tuple[str, ...], meant: tuple[str, ...]) -> tuple[Question, ...]:
    if reading.format != "run-sheet":
        return ()
    found: list[Question] = []
    free = tuple(at for at, header in enumerate(headers) if header and not meant[at])
    for column in _ASKED:
        if column not in meant:
            if free and not (column == "title" and {"name_zh", "name_en"} & set(meant)):
                found.append(Question("which", column, free))
            continue
        same = [at for at in free if (known := known_as(headers[at])) is not None and known[0] == column]
        if same:
            found.append(Question("two", column, tuple(sorted((meant.index(column), *same)))))
    return tuple(found[:MOST_QUESTIONS])
