"""A show written over the file it was read from, which is kept beside it if something in it would be lost:
other sheets, notes, headings, formulas, formatting."""

from __future__ import annotations

import io
import zipfile
from itertools import count
from pathlib import Path

from hostconsole.sheets.writing import content_of, write_whole
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Plan

KEPT = "{stem} (before import{number}){suffix}"

_WHEN = "docProps/core.xml"
"""Where a workbook says when it was written, which is all that differs between two of the same rows."""


def replace_show(old: Plan | None, new: Plan, path: Path) -> Path | None:
    """Writes `new` to `path`; `old` is what was read there. Where the file is kept as it was, None if it is
    all in `old` or was not there. Raises Trouble, and leaves the file as it was then."""
    content = content_of(new, path)
    kept = _keep(old, path)
    write_whole(path, content)
    return kept


def _keep(old: Plan | None, path: Path) -> Path | None:
    try:
        was = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as why:
        raise Trouble("not_written", f"{path} cannot be read: {why.strerror}.", path=str(path)) from why
    if old is not None and _is_the_same(was, content_of(old, path)):
        return None
    kept = _free(path)
    write_whole(kept, was)
    return kept


def _is_the_same(one: bytes, other: bytes) -> bool:
    return one == other or ((parts := _parts(one)) is not None and parts == _parts(other))


def _parts(content: bytes) -> dict[str, tuple[int, int]] | None:
    """The size and checksum of each part of a workbook but the time it was written; None if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {m.filename: (m.file_size, m.CRC) for m in archive.infolist() if m.filename != _WHEN}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        return None


def _free(path: Path) -> Path:
    """The first such name that no file has."""
    names = (
        path.with_name(KEPT.format(stem=path.stem, number=f" {n}" if n > 1 else "", suffix=path.suffix))
        for n in count(1)
    )
    return next(name for name in names if not name.exists() and not name.is_symlink())
