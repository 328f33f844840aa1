"""Separated text changed in single cells: every byte outside them stays as it was."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hostconsole.tables import encoding, separated
from hostconsole.tables.separated import Knows

_MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16-le": b"", "utf-16-be": b""}


class Unsplicable(Exception):
    """The text cannot be changed without changing more than what is meant; `reason` says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Kept:
    """A record of the file, by its index, with the cells that change (index of column → new text)."""

    row: int
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Fresh:
    """A record that is new: its cells from the first column on."""

    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Record:
    """Where a record's fields stand in the text, each with its quotes; `end` is before the line end."""

    fields: tuple[tuple[int, int], ...]
    start: int
    end: int
    after: int


def spliced(content: bytes, lines: Sequence[Kept | Fresh], *, knows: Knows | None = None) -> bytes:
    """The file's bytes with `lines` as its records, in their order. Records that keep all their cells are
    copied as they are. Raises Unsplicable."""
    decoded = encoding.decode(content, lambda text: separated.known_in(text, knows))
    if decoded is None:
        raise Unsplicable("the file is no text")
    mark, name = _codec(content, decoded.encoding, decoded.text)
    text = decoded.text
    separator = separated.separator_of(text, knows)
    records = _records(text, separator)
    end = _line_end(text)
    parts: list[str] = []
    for line in lines:
        if isinstance(line, Kept):
            record = records[line.row]
            closing = text[record.end : record.after] or end
            parts.append(_changed(text, record, line.cells, separator) + closing)
        else:
            parts.append(separator.join(_quoted(cell, separator) for cell in line.cells) + end)
    whole = "".join(parts)
    if records and records[-1].end == records[-1].after:  # the file's last line has no line end
        whole = whole.removesuffix(end)
    try:
        return mark + whole.encode(name)
    except UnicodeEncodeError as why:
        bad = whole[why.start : why.start + 1]
        raise Unsplicable(f"{bad!r} cannot be written in {decoded.encoding}") from None


def _codec(content: bytes, named: str, text: str) -> tuple[bytes, str]:
    """The mark and codec that give back exactly these bytes."""
    tries = [(b"", named), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
             (codecs.BOM_UTF16_BE, "utf-16-be")]  # fmt: skip
    for mark, name in tries:
        try:
            if mark + text.encode(name) == content:
                return mark, name
        except (UnicodeEncodeError, LookupError):
            continue
    raise Unsplicable("its characters could not all be read, so they cannot be written back")


def _records(text: str, separator: str) -> list[_Record]:
    """Every record with the spans of its fields, as the csv module reads them; checked against it."""
    found: list[_Record] = []
    at = 0
    while at < len(text):
        record = _record(text, at, separator)
        found.append(record)
        at = record.after
    csv.field_size_limit(2**31 - 1)
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    ours = [[_plain(text[a:b]) for a, b in record.fields] for record in found]
    if ours != [row or [""] for row in read]:
        raise Unsplicable("its quotation marks can be read in more than one way")
    return found


def _record(text: str, start: int, separator: str) -> _Record:
    fields: list[tuple[int, int]] = []
    at = start
    while True:
        end = _field_end(text, at, separator)
        fields.append((at, end))
        if end < len(text) and text[end] == separator:
            at = end + 1
            continue
        after = end
        if text[after : after + 2] == "\r\n":
            after += 2
        elif after < len(text):
            after += 1
        return _Record(fields=tuple(fields), start=start, end=end, after=after)


def _field_end(text: str, at: int, separator: str) -> int:
    if text[at : at + 1] == '"':
        at += 1
        while True:
            quote = text.find('"', at)
            if quote < 0:
                return len(text)
            at = quote + 1
            if text[at : at + 1] != '"':
                break
            at += 1
    while at < len(text) and text[at] != separator and text[at] not in "\r\n":
        at += 1
    return at


def _plain(field: str) -> str:
    if not field.startswith('"'):
        return field
    inside, _, rest = field[1:].replace('""', "\0").partition('"')
    return inside.replace("\0", '"') + rest.replace("\0", '""')


def _changed(text: str, record: _Record, cells: Mapping[int, str], separator: str) -> str:
    """The record's text with its changed cells; missing ones up to the last are added."""
    if not cells:
        return text[record.start : record.end]
    parts = [text[a:b] for a, b in record.fields]
    parts += [""] * (max(cells) + 1 - len(parts))
    for column, cell in cells.items():
        parts[column] = _quoted(cell, separator, always=parts[column].startswith('"'))
    return separator.join(parts)


def _quoted(cell: str, separator: str, *, always: bool = False) -> str:
    if always or any(mark in cell for mark in (separator, '"', "\n", "\r")) or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _line_end(text: str) -> str:
    """The first line end that is not inside quotes is what the file uses."""
    record = _record(text, 0, "\0")
    return text[record.end : record.after] or "\r\n"
