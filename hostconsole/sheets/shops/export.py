"""A shop's export: a header, rows under it, and the refusal of rows that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hostconsole.sheets.findings import Finding, Level
from hostconsole.sheets.headers import normal
from hostconsole.sheets.numerals import plain
from hostconsole.sheets.prices import price_of
from hostconsole.tables import Cell, Table, rounded, text_of

Columns = Mapping[str, int]
"""Our word for a column → its index."""

_EXPONENT = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{2}")
_WHOLE = re.compile(r"(-?\d{1,9})(?:[.,]0+)?")
_NOT_STOCKED = frozenset(("", "not stocked", "-", "n/a", "untracked"))


class RefusedRow(Exception):
    """The row cannot be right: `code`, the column it shows in, and one sentence why."""

    def __init__(self, code: str, column: str | None, reason: str) -> None:
        self.code, self.column, self.reason = code, column, reason
        super().__init__(reason)


@dataclass(slots=True, kw_only=True)
class Line:
    """One row of the export. `number` is the spreadsheet's; `texts` are trimmed."""

    number: int
    texts: list[str]
    columns: Columns
    headers: Sequence[str]

    def text(self, name: str) -> str:
        at = self.columns.get(name)
        return self.texts[at] if at is not None and at < len(self.texts) else ""

    def header(self, name: str) -> str | None:
        at = self.columns.get(name)
        return self.headers[at] if at is not None else None

    def has(self, name: str) -> bool:
        return name in self.columns


@dataclass(slots=True, kw_only=True)
class Export:
    """What a reader of one format works with. `separator` is "" for workbooks."""

    columns: Columns
    headers: list[str]
    separator: str
    lines: list[Line]
    findings: list[Finding] = field(default_factory=list)
    _skus: dict[str, int] = field(default_factory=dict)

    def say(self, level: Level, code: str, line: Line | None, column: str | None, message: str) -> None:
        row = line.number if line is not None else None
        header = None if column is None else line.header(column) if line is not None else self._header(column)
        self.findings.append(Finding(level, code, row, header or column, message))

    def _header(self, column: str) -> str | None:
        at = self.columns.get(column)
        return self.headers[at] if at is not None else None

    def sound(self) -> Iterator[Line]:
        """The lines, but for those that cannot be right; each of these is named with its reason."""
        for line in self.lines:
            try:
                self._check(line)
            except RefusedRow as refused:
                words = f"{refused.reason} The row was left out."
                self.findings.append(Finding("error", refused.code, line.number, refused.column, words))
            else:
                yield line

    def _check(self, line: Line) -> None:
        for name in ("price", "ref", "sale"):
            if (text := line.text(name)) and not is_price(text, comma_is_usual=self.separator == ";"):
                raise misfit(line, name, text, "a price")
        if (text := line.text("stock")) and whole(text) is None and text.casefold() not in _NOT_STOCKED:
            raise misfit(line, "stock", text, "a number of units")
        for name in ("product_id", "sku_id", "sku"):
            if _EXPONENT.fullmatch(line.text(name)):
                reason = f"{line.text(name)} is a long number whose last digits are lost; store it as text."
                raise RefusedRow("rounded_number", line.header(name), reason)

    def once(self, line: Line, sku: str) -> bool:
        """Whether the SKU is new; a second row of it is refused, as nobody can say which one is right."""
        if not sku:
            return True
        first = self._skus.setdefault(sku, line.number)
        if first == line.number:
            return True
        message = f"SKU {sku[:60]!r} is that of row {first} already. The row was left out."
        self.say("error", "sku_twice", line, "sku", message)
        return False


def export_of(table: Table, top: int, columns: Columns, *, first: int | None = None) -> Export:
    """The rows below header row `top` (from index `first`), shifted ones refused already."""
    headers = [" ".join(_text(cell).split()) for cell in table.rows[top]]
    export = Export(columns=columns, headers=headers, separator=table.separator, lines=[])
    _tell_issues(table, export)
    width = _width(table, top)
    start = top + 1 if first is None else first
    for at, row in enumerate(table.rows[start:], start):
        if not any(_text(cell) for cell in row):
            continue
        if len(row) > width and table.separator:
            message = (
                f"The row has {len(row)} cells under {width} headers, so they stand under the wrong ones. "
                "The row was left out."
            )
            export.findings.append(Finding("error", "too_many_cells", at + 1, None, message))
            continue
        if (lost := _rounded_id(row, columns)) is not None:
            message = (
                f"{text_of(row[lost])} was stored as a number and its last digits are lost; store it as text."
            )
            finding = Finding(
                "error", "rounded_number", at + 1, headers[lost], f"{message} The row was left out."
            )
            export.findings.append(finding)
            continue
        export.lines.append(
            Line(number=at + 1, texts=[_text(c) for c in row], columns=columns, headers=headers)
        )
    return export


def _width(table: Table, top: int) -> int:
    """Cells of a row that is not shifted: the header's, or more where every row ends in blank cells."""
    width = len(table.rows[top])
    longer = [row for row in table.rows[top + 1 :] if any(_text(cell) for cell in row)]
    if longer and all(len(row) > width and not any(map(_text, row[width:])) for row in longer):
        return max(map(len, longer))
    return width


def _rounded_id(row: Sequence[Cell], columns: Columns) -> int | None:
    for name in ("product_id", "sku_id", "sku", "parent"):
        at = columns.get(name)
        if at is not None and at < len(row) and not isinstance(row[at], str) and rounded(row[at]):
            return at
    return None


def _tell_issues(table: Table, export: Export) -> None:
    for issue in table.issues:
        if issue.code == "other_sheets":
            continue  # a shop's template explains its own headers on sheets beside the products
        level: Level = "error" if issue.code in ("huge_cell", "unclosed_quote") else "warning"
        row = None if issue.row is None else issue.row + 1
        known = issue.column is not None and issue.column < len(export.headers)
        column = export.headers[issue.column] if known and issue.column is not None else None
        export.findings.append(Finding(level, issue.code, row, column, issue.message))


def found_columns(row: Sequence[Cell], names: Mapping[str, str]) -> dict[str, int]:
    """Our word → index, for headers that `names` (normal header → our word) knows; the first one counts."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        if isinstance(cell, str) and (name := names.get(normal(cell))) is not None:
            found.setdefault(name, at)
    return found


def by_normal(names: Mapping[str, str]) -> dict[str, str]:
    """Our word → "Header, Other header" turned into normal header → our word."""
    return {normal(header): word for word, listed in names.items() for header in listed.split(",")}


def misfit(line: Line, name: str, text: str, expected: str) -> RefusedRow:
    header = line.header(name)
    reason = f"{header} says {text[:40]!r}, which is not {expected}: the cells seem to be shifted."
    return RefusedRow("misfit", header, reason)


def is_price(text: str, *, comma_is_usual: bool) -> bool:
    return bool(re.search(r"\d", text)) and not price_of(text, comma_is_usual=comma_is_usual).error


def amount(text: str) -> Decimal | None:
    """The value of a price cell, None if it has none."""
    return price_of(text, comma_is_usual=True).value if text else None


def whole(text: str) -> int | None:
    """Units as a shop writes them: 12, -3, 12.0, 1,000; None for what is no number."""
    found = _WHOLE.fullmatch(re.sub(r"(?<=\d),(?=\d{3}(?:\D|$))", "", plain(text)))
    return int(found[1]) if found else None


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else text_of(cell)
