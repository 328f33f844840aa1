"""A file to a table, whatever it is: the one door into this package."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from hostconsole.tables import encoding, separated, workbook
from hostconsole.tables.separated import Knows
from hostconsole.tables.table import Table, Unreadable

LARGEST_FILE = 512 * 1024 * 1024

_WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods"})


def read_table(path: Path, *, knows: Knows | None = None) -> Table:
    """Reads CSV, TSV, XLSX, XLS or ODS, judged by content rather than by name.

    `knows` counts the cells of a row that the caller knows as headers; it decides between separators
    and between the sheets of a workbook. Raises Unreadable, and nothing else.
    """
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if workbook.is_workbook(content):
        return replace(workbook.read(content, knows), digest=digest)
    if path.suffix.lower() in _WORKBOOK_ENDINGS:
        raise Unreadable("not_a_workbook", f"{path.name} is not a workbook, although its name says so.")
    return replace(_text_table(content, path.name, knows), digest=digest)


def _content(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise Unreadable("folder", f"{path} is a folder, not a table.")
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("not_a_file", f"{path} is not an ordinary file.")
        if about.st_size > LARGEST_FILE:
            raise Unreadable("too_large", f"{path.name} is larger than {LARGEST_FILE // 2**20} MB.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("missing", f"There is no file {path}.") from None
    except (OSError, ValueError) as why:
        reason = why.strerror if isinstance(why, OSError) and why.strerror else str(why)
        raise Unreadable("no_access", f"{path} cannot be read: {reason}.") from why
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty", f"{path.name} is empty.")
    return content


def _text_table(content: bytes, name: str, knows: Knows | None) -> Table:
    decoded = encoding.decode(content, lambda text: separated.known_in(text, knows))
    if decoded is None:
        raise Unreadable("not_a_table", f"{name} is not a table: it holds no text.")
    start = decoded.text[:1000].lstrip().lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "%pdf", "{\\rtf")):
        raise Unreadable("not_a_table", f"{name} is not a table: it is a document of another kind.")
    separator = separated.separator_of(decoded.text, knows)
    rows, issues = separated.rows_of(decoded.text, separator)
    if not any(any(map(str.strip, row)) for row in rows):
        raise Unreadable("empty", f"{name} is empty.")
    return Table(
        rows=tuple(rows),
        encoding=decoded.encoding,
        separator=separator,
        issues=(*decoded.issues, *issues),
    )
