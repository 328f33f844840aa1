"""Backup copies of the log: one file each, the newest ten are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

FOLDER = "backups"
KEEP = 10
_PAGES_A_STEP = 512


def make_backup(
    source: sqlite3.Connection, log_path: Path, *, now: datetime, between: Callable[[], None]
) -> Path:
    """Copies the log to `backups/log-<date>.sqlite3` beside it; returns that file.

    `between` is called after every step of 2 MB: the owner of `source` may commit there, and what it
    commits is in the copy. A copy that fails leaves no file. `now` is local time. Raises OSError and
    sqlite3.Error."""
    folder = log_path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"log-{now:%Y%m%d-%H%M%S}.sqlite3"
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        _copy(source, part, between)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    for old in sorted(folder.glob("log-*.sqlite3"))[:-KEEP]:
        old.unlink()
    return path


def _copy(source: sqlite3.Connection, to: Path, between: Callable[[], None]) -> None:
    target = sqlite3.connect(to, isolation_level=None)
    try:
        source.backup(target, pages=_PAGES_A_STEP, progress=lambda *_: between())
    finally:
        target.close()
