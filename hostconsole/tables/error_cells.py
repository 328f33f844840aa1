"""The texts of the cells of an XLSX sheet that are errors: `#N/A`, `#REF!`. The reader leaves them empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from posixpath import join, normpath

from hostconsole.tables import archive
from hostconsole.tables.table import Cell

_BOOK = "xl/workbook.xml"
_LONGEST_TAG = 1_000
_LONGEST_CELL = 100_000
_LONGEST_ERROR = 60
"""In bytes: a formula has at most 8,192 characters, and each may be written as an entity."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ERROR = re.compile(b"|".join(archive.ERROR_MARKS))
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*[^<>/])>")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>\s*(#[^<>]*?)\s*</")
_END = re.compile(rb"</(?:\w+:)?c\s*>")
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def with_errors(
    rows: Sequence[tuple[Cell, ...]], content: bytes, at: int, suspects: frozenset[str]
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the workbook's sheet number `at` (from 0), its error cells as Excel shows them.

    `suspects` are the members with error cells (archive.check). What is not as the format says is passed
    over. A cell that does not say its place is passed over too: no spreadsheet program writes such."""
    part = _part(content, at) if suspects else ""
    found = _errors(archive.unpacked(content, part)) if part in suspects else ()
    clean: dict[int, list[Cell]] = {}
    for row, column, text in found:
        cells = clean.get(row) or list(rows[row] if row < len(rows) else ())
        if column < len(cells) and cells[column] == "":
            cells[column] = text
            clean[row] = cells
    return tuple(tuple(clean[at]) if at in clean else row for at, row in enumerate(rows))


def _part(content: bytes, at: int) -> str:
    """The member that holds the sheet, "" if the workbook does not say."""
    sheets = _tags(_SHEET, archive.unpacked(content, _BOOK))
    relation = sheets[at].get("id", "") if at < len(sheets) else ""
    for tag in _tags(_RELATION, archive.unpacked(content, "xl/_rels/workbook.xml.rels")):
        if relation and tag.get("Id") == relation:
            # A target is from the workbook's folder, or from the root with a stroke before it.
            return normpath(join("/xl", tag.get("Target", ""))).lstrip("/")
    return ""


def _tags(tag: re.Pattern[bytes], xml: bytes) -> list[Mapping[str, str]]:
    """The attributes of each such tag by their names, `r:id` as `id`."""
    return [_attributes(found[1]) for found in tag.finditer(xml)]


def _attributes(written: bytes) -> dict[str, str]:
    return {
        _text(name).rpartition(":")[2]: _text(double or single)
        for name, double, single in _ATTRIBUTE.findall(written)
    }


def _text(written: bytes) -> str:
    return unescape(written.decode(errors="replace"))


def _errors(xml: bytes) -> Iterator[tuple[int, int, str]]:
    """(row, column, text) of each, from 0. Looks from mark to mark: sheets are long, errors are few."""
    for mark in _ERROR.finditer(xml):
        start = xml.rfind(b"<", max(0, mark.start() - _LONGEST_TAG), mark.start())
        cell = _CELL.match(xml, start) if start >= 0 else None
        end = _END.search(xml, cell.end(), cell.end() + _LONGEST_CELL) if cell else None
        if cell is None or end is None:
            continue
        place = _PLACE.fullmatch(_attributes(cell[1]).get("r", ""))
        value = _VALUE.search(xml, cell.end(), end.end())
        if place and value and len(value[1]) <= _LONGEST_ERROR:
            text = _text(value[1])
            yield int(place[2]) - 1, archive.column_number(place[1].encode()) - 1, text
