"""The writing connection: chains rows on to the log and commits them, all or none.

After any failure it is not known what reached the disk: the rows of the next attempt that are in the log
already are left out, so that nothing is written twice and nothing is lost.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from hostconsole.log import unsaved
from hostconsole.log.backups import make_backup
from hostconsole.log.chain import ZERO, Pending, Tips, linked
from hostconsole.log.schema import is_damage, open_or_begin_anew
from hostconsole.show.errors import Trouble

_INSERT = "INSERT INTO events (session, seq, kind, text, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?)"
_CONNECTION_IS_FINE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL)
_NEARLY_FULL_BYTES = 256 * 1024
_log = logging.getLogger(__name__)


class LogWriter:
    """Owns the one connection that writes the log at `path`. Used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._broken = False
        self._check = path.with_name(path.name + "-wal").exists()  # the last run did not end cleanly
        self._doubt = True
        self._tips = Tips()
        self._notes: tuple[Trouble, ...] = ()

    @property
    def notes(self) -> tuple[Trouble, ...]:
        return self._notes

    def open(self) -> sqlite3.Connection:
        """The open log; opened, made, or begun anew first if need be (`schema.open_or_begin_anew`)."""
        if self._broken:
            self.close()
        if self._db is not None:
            return self._db
        db, note = open_or_begin_anew(self._path, check=self._check)
        if note is not None:
            self._notes += (note,)
        self._check, self._doubt, self._tips = False, True, Tips(_last_hash(db))
        self._db = db
        return db

    def write(self, rows: Sequence[Pending]) -> None:
        """Commits `rows` in one transaction. Raises sqlite3.Error, OSError or Trouble; then none of them is
        known to be on disk."""
        db = self.open()
        try:
            if self._doubt:
                rows = self._not_yet_in(db, rows)
            chained, tips = linked(rows, self._tips, tip_of=lambda session: _tip(db, session))
            with _transaction(db):
                db.executemany(_INSERT, (link.columns for link in chained))
        except BaseException as fault:
            self._distrust(fault)
            raise
        self._tips, self._doubt = tips, False

    def backup(self, *, between: Callable[[], None]) -> Path:
        """A backup copy (`backups.make_backup`)."""
        now = datetime.now().astimezone()
        return make_backup(self.open(), self._path, now=now, between=between)

    def close(self) -> None:
        """Gives the connection up; the last one to do so folds the -wal into the file."""
        db, self._db, self._broken = self._db, None, False
        if db is None:
            return
        try:
            db.close()
        except sqlite3.Error as fault:
            _log.warning("the log could not be closed cleanly: %s", fault)

    def reason(self, fault: Exception) -> str:
        """Why the log cannot be written, in plain English."""
        if isinstance(fault, Trouble):
            return fault.reason
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return "Another program has locked the log."
        if code == sqlite3.SQLITE_FULL or self._disk_is_full():
            return "The disk is full."
        if code == sqlite3.SQLITE_READONLY or self._disk_is_read_only():
            return "The disk is read-only."
        return f"The log cannot be written: {fault}."

    def _distrust(self, fault: BaseException) -> None:
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        self._doubt = True
        self._broken = code not in _CONNECTION_IS_FINE
        self._check = is_damage(fault)

    def _not_yet_in(self, db: sqlite3.Connection, rows: Sequence[Pending]) -> list[Pending]:
        missing: dict[tuple[str, int], Pending] = {}  # two files of an earlier run may hold the same row
        clashing: list[Pending] = []
        for row in rows:
            place = (row.session, row.seq)
            waiting = missing.get(place)
            there = _text_at(db, place) if waiting is None else waiting.text
            if there is None:
                missing[place] = row
            elif there != row.text:
                clashing.append(row)
        if clashing:
            self._keep_clashing(clashing)
        return list(missing.values())

    def _keep_clashing(self, rows: Sequence[Pending]) -> None:
        file = unsaved.write_conflict(self._path, rows)
        reason = f"{len(rows)} events whose places in the log are taken were kept in {file.name}."
        _log.error("%d events of session %s clash with the log; kept in %s", len(rows), rows[0].session, file)
        self._notes += (Trouble("log_conflict", reason, path=str(file)),)

    def _disk_is_full(self) -> bool:
        try:
            return shutil.disk_usage(self._path.parent).free < _NEARLY_FULL_BYTES
        except OSError:
            return False

    def _disk_is_read_only(self) -> bool:
        """SQLite says "unable to open" and "I/O error" of a read-only disk; people need the reason."""
        if sys.platform == "win32":
            return False
        try:
            return bool(os.statvfs(self._path.parent).f_flag & os.ST_RDONLY)
        except OSError:
            return False


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; an error that undid it already is told as it is."""
    db.execute("BEGIN")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _last_hash(db: sqlite3.Connection) -> str:
    found = db.execute("SELECT hash FROM events ORDER BY n DESC LIMIT 1").fetchone()
    return ZERO if found is None else str(found[0])


def _text_at(db: sqlite3.Connection, place: tuple[str, int]) -> str | None:
    found = db.execute("SELECT text FROM events WHERE session = ? AND seq = ?", place).fetchone()
    return None if found is None else str(found[0])


def _tip(db: sqlite3.Connection, session: str) -> str | None:
    sql = "SELECT hash FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1"
    found = db.execute(sql, (session,)).fetchone()
    return None if found is None else str(found[0])
