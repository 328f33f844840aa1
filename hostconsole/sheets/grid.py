"""A table once its header is found: which rows are items, and the cells of each known column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol, cast

import msgspec

from hostconsole.sheets.findings import Finding, Level
from hostconsole.sheets.headers import HEADER_ROWS, TITLES, columns_of, header_row, known_headers
from hostconsole.tables import Cell, Table, rounded, text_of

Row = Sequence[Cell]

ID_COLUMNS = frozenset({"row_id", "product_id", "merchant_sku", "link_no", "evidence_ref"})
_COUNTED = frozenset({"row_id", "merchant_sku", "stock_total", "buffer_qty", "release_plan", "presale_qty",
                      "variants", "planned_minutes"})  # fmt: skip
"""Not repeated down a merged area: the area holds one for all its rows."""

_WIDEST = 500
_EXPONENT = re.compile(r"\d(?:[.,]\d+)?E\+\d{2}")
_TOTALS = re.compile(
    r"^\s*(?:合\s*计|总\s*计|小\s*计|汇\s*总|totals?|sum|subtotal|grand total)\s*[:\uff1a]?\s*$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\s*[-—–=*#【\[《<★☆▼▶●■~]|[:\uff1a】\]》>]\s*$"
    r"|第\s*[一二三四五六七八九十\d]+\s*(?:部分|轮|场|波|段|阶段|环节|时段|组|批)"
    r"|(?:环节|阶段|时段|专场|专区|部分)\s*$"
    r"|^\s*(?:part|section|round|block|phase)\b"
    r"|\d{1,2}[:\uff1a]\d\d\s*[-~–—至到]",
    re.IGNORECASE,
)
"""How a heading looks that stands in the title column: decorated, numbered, or a stretch of time."""


class Said(Protocol):
    """Knows what the columns of a sheet were said to mean (chosen.py)."""

    def recall(self, header: Sequence[Cell]) -> Mapping[str, str] | None:
        """Normal header → column, "" for one that is not used; None if nobody has said."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop says of one SKU: `at` is the index of its item, `stock` None where nobody counts."""

    at: int
    price: Decimal | None
    ref: Decimal | None
    stock: int | None


class Grid(msgspec.Struct, frozen=True):
    """`rows` are the rows that are items, `numbers` their row numbers in the spreadsheet (from 1).
    `columns` maps known columns to their index, `headers` any index to the header as written; `skus` are
    the single SKUs of a shop's export, `top` is the index of the header's row."""

    rows: list[Row]
    numbers: list[int]
    columns: dict[str, int]
    unknown: list[int]
    headers: dict[int, str]
    separator: str
    findings: list[Finding] = msgspec.field(default_factory=list)
    skus: Mapping[str, Counted] = msgspec.field(default_factory=dict)
    top: int = 0
    _across: list[tuple[Cell, ...]] = msgspec.field(default_factory=list)

    def say(self, level: Level, code: str, at: int | None, column: str | None, message: str) -> None:
        """Adds a finding about the item at index `at` (None: the sheet) and a column by its own name."""
        row = None if at is None else self.numbers[at]
        self.findings.append(Finding(level, code, row, self.header(column), message))

    def header(self, column: str | None) -> str | None:
        """How the sheet itself calls a column; its own name where the sheet has none."""
        if column is None or column not in self.columns:
            return column
        return self.headers[self.columns[column]]

    def texts(self, column: str, *, numeric: bool = False) -> list[str]:
        """The trimmed texts of a column, one an item; all empty if the sheet has no such column.

        `numeric` writes a stored 1.299 as 1.2990, as its point cannot be one between thousands.
        """
        at = self.columns.get(column)
        if at is None:
            return [""] * len(self.rows)
        cells = self._cells(at)
        types = set(map(type, cells))
        if types <= {str}:
            return list(map(str.strip, cast("list[str]", cells)))
        numbers = {cell: text_of(cell) for cell in {cell for cell in cells if type(cell) is not str}}
        if numeric:
            numbers = {cell: f"{text}0" if text[-4:-3] == "." else text for cell, text in numbers.items()}
        return [cell.strip() if type(cell) is str else numbers[cell] for cell in cells]

    def _cells(self, at: int) -> Sequence[Cell]:
        """The cells of a column. Rows of one length are turned over once, which is quick."""
        if not self._across and len(set(map(len, self.rows))) == 1 and len(self.rows[0]) <= _WIDEST:
            self._across.extend(zip(*self.rows, strict=True))
        if self._across:
            return self._across[at] if at < len(self._across) else [""] * len(self.rows)
        return [row[at] if len(row) > at else "" for row in self.rows]


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else text_of(cell)


def grid_of(table: Table, said: Said | None = None) -> Grid:
    """Finds the header and the rows that are items. Without a header the grid is empty and says why. `said`
    knows what people have said that the columns mean."""
    findings: list[Finding] = []
    top, meant = _header(table, said)
    if top is None:
        message = f"No title column was found in the first {HEADER_ROWS} rows, so nothing can be read."
        findings.append(Finding("error", "no_header", None, None, message))
        _tell_issues(table, {}, findings)
        return Grid([], [], {}, [], {}, table.separator, findings)
    columns, unknown = columns_of(table.rows[top], meant)
    headers = {at: " ".join(_text(cell).split()) for at, cell in enumerate(table.rows[top])}
    _tell_columns(columns, unknown, headers, findings)
    _tell_issues(table, headers, findings)
    body = filled_down(table, top, columns)
    sorting = _Sorting(table, top, columns, findings)
    kept = [(at + 1, row) for at, row in body if sorting.is_item(at, row)]
    return Grid(
        rows=[row for _, row in kept],
        numbers=[number for number, _ in kept],
        columns=columns,
        unknown=unknown,
        headers=headers,
        separator=table.separator,
        findings=findings,
        top=top,
    )


def _header(table: Table, said: Said | None) -> tuple[int | None, Mapping[str, str]]:
    """The header's row, and what people have said of it. Somebody who has said which column is the title has
    said which row is the header."""
    for at, row in enumerate(table.rows[:HEADER_ROWS] if said is not None else ()):
        meant = said.recall(row) if said is not None else None
        if meant is not None and (set(TITLES) & set(meant.values()) or known_headers(row)):
            return at, meant
    return header_row(table.rows), {}


def _tell_columns(
    columns: dict[str, int], unknown: list[int], headers: dict[int, str], findings: list[Finding]
) -> None:
    """What each column was read as, where its header is another word, and which ones are not known."""
    read = [f"{headers[at]} → {name}" for name, at in columns.items() if headers[at].lower() != name]
    if read:
        findings.append(Finding("ok", "columns", None, None, f"Read as: {', '.join(read)}."))
    left = [headers[at] for at in unknown if headers[at]]
    if left:
        message = f"Kept, but not used: {', '.join(left)}."
        findings.append(Finding("ok", "unknown_columns", None, None, message))


def _tell_issues(table: Table, headers: dict[int, str], findings: list[Finding]) -> None:
    """What went wrong with single cells, in the reader's words."""
    for issue in table.issues:
        level: Level = "error" if issue.code in ("huge_cell", "unclosed_quote") else "warning"
        row = None if issue.row is None else issue.row + 1
        column = None if issue.column is None else headers.get(issue.column)
        findings.append(Finding(level, issue.code, row, column, issue.message))


def filled_down(table: Table, top: int, columns: dict[str, int]) -> list[tuple[int, Row]]:
    """The filled rows below the header, a merged cell's value repeated in each of its rows."""
    body: dict[int, Row] = {at: row for at, row in enumerate(table.rows) if at > top and any(row)}
    single = {at for name, at in columns.items() if name in _COUNTED}
    for merge in table.merges:
        if merge.top <= top or merge.left != merge.right or merge.left in single or merge.top not in body:
            continue
        source = body[merge.top]
        value = source[merge.left] if len(source) > merge.left else ""
        for at in range(merge.top + 1, min(merge.bottom, len(table.rows) - 1) + 1):
            if at in body and len(body[at]) > merge.left and body[at][merge.left] == "":
                body[at] = (*body[at][: merge.left], value, *body[at][merge.left + 1 :])
    return list(body.items())


class _Sorting:
    """Tells items from headings, totals, repeated headers and rows that cannot be taken."""

    def __init__(self, table: Table, top: int, columns: dict[str, int], findings: list[Finding]) -> None:
        self._header = table.rows[top]
        self._text_file = bool(table.separator)
        self._titles = [columns[name] for name in TITLES if name in columns]
        self._first_title = min(self._titles)
        self._findings = findings
        self._wide = {m.top for m in table.merges if m.right > m.left}
        self._width = len([cell for cell in self._header if cell != ""])

    def is_item(self, at: int, row: Row) -> bool:
        if self._width > 1 and len(row) - row.count("") == 1 and self._is_heading(at, row):
            return False
        if len(row) > len(self._header) and self._text_file and self._is_shifted(at, row):
            return False
        for title in self._titles:
            text = _text(row[title]) if len(row) > title and row[title] != "" else ""
            if text:
                return row != self._header and not self._is_totals(at, text)
        return self._say_untitled(at, row)

    def _is_totals(self, at: int, *texts: str) -> bool:
        if not any(_TOTALS.match(text) for text in texts):
            return False
        self._findings.append(Finding("warning", "totals", at + 1, None, "The row of totals was left out."))
        return True

    def _is_heading(self, at: int, row: Row) -> bool:
        """A row with nothing but its first cell is a heading; where the title comes first, it must look
        like one too, as a title alone is an item."""
        place = next(c for c, cell in enumerate(row) if cell != "")
        text = _text(row[place])
        merged = at in self._wide
        if not text or (place in self._titles and not merged and not _HEADING.search(text)):
            return False
        if place > self._first_title and not merged:
            return False
        message = f"{text[:60]!r} was taken as a heading, not as an item."
        self._findings.append(Finding("warning", "heading", at + 1, None, message))
        return True

    def _is_shifted(self, at: int, row: Row) -> bool:
        extra = [cell for cell in row[len(self._header) :] if _text(cell)]
        if not extra:
            return False
        message = (
            f"The row has {len(row)} cells under {len(self._header)} headers, so its values may stand "
            "under the wrong ones; it was left out."
        )
        self._findings.append(Finding("error", "too_many_cells", at + 1, None, message))
        return True

    def _say_untitled(self, at: int, row: Row) -> bool:
        texts = [text for cell in row if (text := _text(cell))]
        if not texts:
            return False
        if not self._is_totals(at, *texts):
            column = _text(self._header[self._titles[0]])
            message = "The row has no title; it was left out."
            self._findings.append(Finding("error", "no_title", at + 1, column, message))
        return False


def refuse_rounded(grid: Grid) -> None:
    """Empties id cells whose number has lost its last digits, and says so by row."""
    for column, at in grid.columns.items():
        if column not in ID_COLUMNS:
            continue
        for n, row in enumerate(grid.rows):
            if len(row) > at and _has_lost_digits(row[at]):
                message = (
                    f"{text_of(row[at])} was stored as a number and its last digits are lost; "
                    "store it as text. It was left out."
                )
                grid.say("error", "rounded_number", n, column, message)
                grid.rows[n] = (*row[:at], "", *row[at + 1 :])


def _has_lost_digits(cell: Cell) -> bool:
    """A number of too many digits, or the text that a spreadsheet makes of one: 6.93E+18."""
    if isinstance(cell, str):
        return "E+" in cell and _EXPONENT.fullmatch(cell.strip()) is not None
    return rounded(cell)
