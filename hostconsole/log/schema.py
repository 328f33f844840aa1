"""The database file: its tables, opening it, and what is done when it cannot be trusted.

`events` is append-only by triggers. `sessions` is filled by a trigger in the same commit, so that listing
sessions never reads events. A file that is damaged or not ours is set aside under a dated name, never
deleted; a newer program's file is refused and left alone.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from hostconsole.show.errors import Trouble

FILE_NAME = "log.sqlite3"
VERSION = 1
"""Written as PRAGMA user_version; raised by each migration."""

APPLICATION_ID = 0x48434C47
"""PRAGMA application_id of our files ("HCLG")."""

_MIGRATIONS_TABLE = "_sqlite_migrations"
"""Where sqlite-utils notes what it applied: a log that holds nothing else was left while being made."""

_BUSY_S = 0.2
_log = logging.getLogger(__name__)


def open_log(path: Path, *, check: bool = False) -> sqlite3.Connection:
    """The log at `path`, made or brought up to date, for its one writer; `check` reads all of it first.

    Raises Trouble "log_newer" for a newer program's log, Trouble "log_damaged" for a file that is no log
    of ours or cannot be read as one, sqlite3.Error or OSError when the disk fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        version = check_readable(db, path)
        if check:
            _quick_check(db, path)
        if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            db.execute("PRAGMA journal_mode = wal")
        db.execute("PRAGMA synchronous = FULL")
        if version < VERSION:
            _bring_up_to_date(db)
    except sqlite3.DatabaseError as fault:
        db.close()
        if is_damage(fault):
            raise _damaged(path, str(fault)) from fault
        raise
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """The log at `path` on a read-only connection; an empty log if there is no file.

    Raises as `open_log`, and Trouble "log_unreadable" when the disk fails."""
    if not path.exists():
        return empty_log()
    try:
        db = sqlite3.connect(_read_only_uri(path), uri=True, timeout=2.0, isolation_level=None)
    except sqlite3.Error as fault:
        raise reading_trouble(path, fault) from fault
    try:
        check_readable(db, path)
        if "events" not in _table_names(db):
            db.close()
            return empty_log()
    except sqlite3.DatabaseError as fault:
        db.close()
        raise reading_trouble(path, fault) from fault
    except BaseException:
        db.close()
        raise
    return db


def empty_log() -> sqlite3.Connection:
    """A log with nothing in it, in memory."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _bring_up_to_date(db)
    return db


def check_readable(db: sqlite3.Connection, path: Path) -> int:
    """The version of its layout, 0 if it has none yet.

    Raises Trouble if the file is a newer program's or not ours, sqlite3.DatabaseError if damaged."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    application = db.execute("PRAGMA application_id").fetchone()[0]
    tables_of_it = _table_names(db)
    if application != APPLICATION_ID and tables_of_it and tables_of_it != [_MIGRATIONS_TABLE]:
        raise _damaged(path, "it is another program's database")
    if version > VERSION:
        raise Trouble(
            "log_newer",
            f"The log {path} was written by a newer Host Console (layout {version}, this one knows "
            f"{VERSION}). Update Host Console, or choose another --data-dir; the log is left as it is.",
            path=str(path),
            version=version,
        )
    if "events" in tables_of_it:
        db.execute("SELECT n, hash FROM events ORDER BY n DESC LIMIT 1").fetchone()
    return version


def set_aside(path: Path, *, now: datetime) -> Path:
    """Renames the database and what belongs to it (-wal, -shm) to a dated name; returns the new name.

    `now` is local time. Raises OSError if the file cannot be renamed."""
    stem = f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}"
    names = [stem, *(f"{stem}-{n}" for n in range(2, 1000))]
    aside = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    for suffix in ("-wal", "-shm"):
        side = path.with_name(path.name + suffix)
        if side.exists():
            side.rename(aside.with_name(aside.name + suffix))
    path.rename(aside)
    return aside


def open_or_begin_anew(path: Path, *, check: bool) -> tuple[sqlite3.Connection, Trouble | None]:
    """`open_log`, with a damaged file set aside and a new log begun; the Trouble "log_set_aside" says so."""
    try:
        return open_log(path, check=check), None
    except Trouble as trouble:
        if trouble.code != "log_damaged":
            raise
        aside = set_aside(path, now=datetime.now().astimezone())
        note = Trouble(
            "log_set_aside",
            f"The log could not be read ({trouble.fields['why']}); "
            f"it was kept as {aside.name} and a new one begun.",
            path=str(aside),
        )
        _log.error("log set aside as %s: %s", aside, trouble.fields["why"])
        return open_log(path), note


def is_damage(fault: BaseException) -> bool:
    """Whether SQLite says that the file itself is broken (not the disk, not a lock)."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def reading_trouble(path: Path, fault: sqlite3.Error) -> Trouble:
    """`fault`, met while reading, as a Trouble."""
    if is_damage(fault):
        return _damaged(path, str(fault))
    return Trouble(
        "log_unreadable", f"The log {path} cannot be read now: {fault}.", path=str(path), why=str(fault)
    )


def _bring_up_to_date(db: sqlite3.Connection) -> None:
    from hostconsole.log.migrations import bring_up_to_date

    bring_up_to_date(db)


def _table_names(db: sqlite3.Connection) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def _read_only_uri(path: Path) -> str:
    uri = path.absolute().as_uri() + "?mode=ro"
    wal = path.with_name(path.name + "-wal")
    if not wal.exists() and not _writable(path.parent):
        # Without a -wal and with no right to make one SQLite cannot open a WAL file, unless told that
        # nobody writes it; and nobody can.
        uri += "&immutable=1"
    return uri


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _quick_check(db: sqlite3.Connection, path: Path) -> None:
    found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise _damaged(path, found)


def _damaged(path: Path, why: str) -> Trouble:
    return Trouble("log_damaged", f"The log {path} is damaged: {why}.", path=str(path), why=why)
