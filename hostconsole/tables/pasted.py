"""What a spreadsheet puts on the clipboard, as a table: HTML where there is a table in it, else tabs."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from hostconsole.tables import separated
from hostconsole.tables.separated import Knows
from hostconsole.tables.table import LONGEST_CELL, Table, Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 32 * 1024 * 1024
"""Characters of a clipboard that are looked at."""

_MOST_SPANNED = 500


def pasted_table(text: str, html: str = "", *, knows: Knows | None = None) -> Table:
    """The table of a paste. Raises Unreadable (`empty`, `too_large`)."""
    if max(len(text), len(html)) > LARGEST:
        raise Unreadable("too_large", "The clipboard holds more than a run-sheet can be.")
    digest = hashlib.sha256((text + html).encode("utf-8", "replace")).hexdigest()
    if (rows := _html_rows(html)) and any(len(row) > 1 for row in rows):
        return Table(rows=tuple(rows), separator="\t", encoding="clipboard", digest=digest)
    clean = text.replace("\x00", "").strip("\r\n")
    if not clean.strip():
        raise Unreadable("empty", "There is no table on the clipboard.")
    separator = "\t" if "\t" in clean else separated.separator_of(clean, knows)
    records, issues = separated.rows_of(clean, separator)
    table = Table(rows=tuple(records), separator=separator, encoding="clipboard", issues=issues)
    return replace(table, digest=digest)


def _html_rows(html: str) -> list[tuple[str, ...]]:
    """The rows of the first table; a cell that spans rows stands in each of them, as it counts there."""
    if "<table" not in html.lower():
        return []
    from lxml.html import document_fromstring

    try:
        document = document_fromstring(html.replace("\x00", ""))
    except (ValueError, SyntaxError):
        return []
    table = document.find(".//table")
    if table is None:
        return []
    rows: list[tuple[str, ...]] = []
    below: dict[int, tuple[int, str]] = {}
    for line in table.iter("tr"):
        cells: list[str] = []
        for cell in (one for one in line if one.tag in ("td", "th")):
            _fill_down(cells, below)
            words = _text(cell)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for n in range(across):
                if down > 1:
                    below[len(cells)] = (down - 1, words if n == 0 else "")
                cells.append(words if n == 0 else "")
        _fill_down(cells, below)
        rows.append(tuple(cells))
    return rows


def _fill_down(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    while (found := below.get(len(cells))) is not None:
        left, words = found
        if left > 1:
            below[len(cells)] = (left - 1, words)
        else:
            del below[len(cells)]
        cells.append(words)


def _text(cell: HtmlElement) -> str:
    """The cell's words, its line breaks kept."""
    parts: list[str] = []
    for part in cell.iter():
        if part.tag in ("br", "p", "div") and parts:
            parts.append("\n")
        if isinstance(part.tag, str) and part.tag not in ("style", "script") and part.text:
            parts.append(" ".join(part.text.split()) or " ")
        if part is not cell and part.tail:
            parts.append(" ".join(part.tail.split()) or " ")
    return "".join(parts).replace("\xa0", " ").strip()[:LONGEST_CELL]


def _span(cell: HtmlElement, name: str) -> int:
    text = str(cell.get(name) or "1")
    return max(1, min(_MOST_SPANNED, int(text))) if text.isdecimal() else 1
