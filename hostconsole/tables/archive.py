"""Looks into a spreadsheet's zip before a reader unpacks it: no bombs, no cell in the far corner.

The reader lays a sheet out as a full rectangle, and a cell at XFD1048576 would end the whole program
for want of memory; so the rectangle is measured here first.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from hostconsole.tables.table import Unreadable

LARGEST_UNPACKED = 512 * 1024 * 1024
LARGEST_AREA = 20_000_000
MOST_MEMBERS = 10_000

_CHUNK = 8 * 1024 * 1024
_OVERLAP = 256
_MOST_RATIO = 1032
"""Deflate packs no tighter than this, so a small file needs no closer look."""

ERROR_MARKS = (b't="e"', b"t='e'")
"""What a cell of a sheet that holds an error (`#N/A`) has among its attributes."""

_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Z]{0,3})(\d{1,9})["']""")
_FAR = re.compile(rb"""r\s*=\s*["'](?:[D-Z][A-Z]\d|[A-Z]{3}|[A-Z]{0,2}\d{6})""")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d{1,9})["']""")
_ODS_PART = re.compile(rb"<table:(?:covered-)?(table|table-row|table-cell)(?=[\s/>])([^>]*?)(/?)>")


def check(content: bytes) -> frozenset[str]:
    """The members that are sheets with error cells, as their bytes pass by here anyway.

    Raises Unreadable (`bomb`, `not_a_workbook`) for a zip that is not safe to read as a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as why:
        raise Unreadable("not_a_workbook", f"The file is not a workbook: {why}.") from why
    if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST_UNPACKED:
        raise _bomb()
    parts = [member for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    return frozenset(member.filename for member in parts if _check_member(content, member))


def unpacked(content: bytes, name: str) -> bytes:
    """A member of a zip that was checked; b"" if there is none. Raises Unreadable."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = archive.NameToInfo.get(name)
    return b"" if member is None else b"".join(_unpacked(content, member))


def _check_member(content: bytes, member: zipfile.ZipInfo) -> bool:
    """Whether it is a sheet with error cells."""
    name = member.filename.lower()
    if "sheet" in name and name.endswith(".xml"):
        return _check_sheet(_unpacked(content, member))
    if name == "content.xml":
        _check_repeats(b"".join(_unpacked(content, member)))
    elif member.compress_size * _MOST_RATIO > LARGEST_UNPACKED // 8:
        for _ in _unpacked(content, member):
            pass
    return False


def _unpacked(content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member's bytes, by pieces; more than the directory promises is a bomb."""
    header = content[member.header_offset : member.header_offset + 30]
    start = member.header_offset + 30 + int.from_bytes(header[26:28], "little")
    start += int.from_bytes(header[28:30], "little")
    packed = content[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise Unreadable("not_a_workbook", "The workbook is packed in a way no spreadsheet program uses.")
    inflater, size = zlib.decompressobj(-15), 0
    while packed and not inflater.eof:
        try:
            piece = inflater.decompress(packed, _CHUNK)
        except zlib.error as why:
            raise Unreadable("not_a_workbook", f"The workbook is damaged: {why}.") from why
        packed = inflater.unconsumed_tail
        size += len(piece)
        if size > member.file_size:
            raise _bomb()
        yield piece


def _check_sheet(pieces: Iterator[bytes]) -> bool:
    """The farthest row and column any cell or row names, as a rectangle from A1. Whether a cell is an error.

    Names beyond CZ99999 are rare, and the sheets without any are small enough: they need no measuring.
    """
    rows = columns = 0
    tail, errors = b"", False
    for piece in pieces:
        text = tail + piece
        tail = piece[-_OVERLAP:]
        errors = errors or any(mark in text for mark in ERROR_MARKS)
        if not _FAR.search(text):
            continue
        for letters, digits in set(_CELL.findall(text)):
            rows = max(rows, int(digits))
            columns = max(columns, column_number(letters))
        if max(rows, 1) * max(columns, 1) > LARGEST_AREA:
            raise Unreadable("too_large", f"The sheet reaches to row {rows:,} and column {columns:,}.")
    return errors


def _check_repeats(content: bytes) -> None:
    """OpenDocument says "this row a million times": fine for blank rows, too much for full ones."""
    row = column = farthest = widest = 0
    for found in _ODS_PART.finditer(content):
        tag, attributes, blank = found.groups()
        repeated = _REPEATED.search(attributes)
        times = int(repeated[1]) if repeated else 1
        if tag == b"table":
            row = farthest = widest = 0
        elif tag == b"table-row":
            row, column = row + times, 0
        else:
            column += times
            if not blank or b"office:value" in attributes:
                farthest, widest = row, max(widest, column)
        if farthest * widest > LARGEST_AREA:
            raise Unreadable("too_large", f"A sheet reaches to row {farthest:,} and column {widest:,}.")


def column_number(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _bomb() -> Unreadable:
    return Unreadable("bomb", "The workbook would unpack to far more than it says or than fits in memory.")
