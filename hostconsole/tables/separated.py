"""Comma, semicolon or tab separated text to rows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from hostconsole.tables.table import LONGEST_CELL, Cell, Issue

SEPARATORS = (",", ";", "\t")
SAMPLE_ROWS = 60
SAMPLE_CHARS = 256 * 1024

Knows = Callable[[Sequence[Cell]], int]
"""How many cells of a row its reader knows as headers: the best judge of a separator."""


def separator_of(text: str, knows: Knows | None = None) -> str:
    """The separator under which most headers are known, then the one that cuts most evenly."""
    sample = text[:SAMPLE_CHARS]
    return max(SEPARATORS, key=lambda separator: _fitness(_sample(sample, separator), knows))


def _sample(text: str, separator: str) -> list[list[str]]:
    return list(islice(_records(text, separator), SAMPLE_ROWS))


def known_in(text: str, knows: Knows | None) -> int:
    """The most headers that any separator shows in the first rows."""
    return max(_fitness(_sample(text[:SAMPLE_CHARS], separator), knows)[0] for separator in SEPARATORS)


def rows_of(text: str, separator: str) -> tuple[list[tuple[str, ...]], tuple[Issue, ...]]:
    """All records, blank ones included; overlong cells are emptied and reported."""
    rows = list(map(tuple, _records(text, separator)))
    issues: list[Issue] = []
    if len(text) > LONGEST_CELL and max(map(len, chain.from_iterable(rows)), default=0) > LONGEST_CELL:
        rows = [_without_huge(row, at, issues) for at, row in enumerate(rows)]
    if rows and text.count('"') % 2 and '"' not in text[-2:]:
        message = "A quotation mark is never closed: what follows it was read as one cell."
        issues.append(Issue(code="unclosed_quote", message=message, row=len(rows) - 1))
    return rows, tuple(issues)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    # A field may be as long as the file: the longest are left out later, with their row's number.
    csv.field_size_limit(2**31 - 1)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _without_huge(row: tuple[str, ...], at: int, issues: list[Issue]) -> tuple[str, ...]:
    for column, cell in enumerate(row):
        if len(cell) > LONGEST_CELL:
            message = f"The cell has {len(cell):,} characters; {LONGEST_CELL:,} is the most. It was left out."
            issues.append(Issue(code="huge_cell", message=message, row=at, column=column))
    return tuple("" if len(cell) > LONGEST_CELL else cell for cell in row)


def _fitness(rows: list[list[str]], knows: Knows | None) -> tuple[int, float, int]:
    """Known headers; then the share of rows that have the commonest width; then that width."""
    known = max((knows(row) for row in rows[:20]), default=0) if knows else 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return known, 0.0, 0
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    return known, times / len(rows), width
