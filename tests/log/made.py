"""Rows, journals and listeners for the tests of the log."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hostconsole.log.chain import Pending
from hostconsole.log.journal import Journal

AT = "2026-11-23T20:43:10.123Z"
WAIT_S = 10.0


def row(session: str, seq: int, kind: str = "marker.added", /, **data: object) -> Pending:
    """A row as the codec writes it."""
    event = {
        "seq": seq, "at": AT, "mono_ms": seq * 10, "session": session,
        "actor": "甲", "kind": kind, "item": None, "data": data,
    }  # fmt: skip
    return Pending(session, seq, kind, json.dumps(event, separators=(",", ":"), ensure_ascii=False))


def started(session: str, *, kind: str = "live", show: str = "双十一", sheet: str = "/s.csv") -> Pending:
    plan = {"name": show, "sheet": sheet}
    return row(session, 1, "session.started", id=session, kind=kind, plan=plan, simulated=False)


def rows_of(session: str, *, first: int = 1, last: int) -> list[Pending]:
    return [
        started(session) if seq == 1 else row(session, seq, label=f"第 {seq} 条")
        for seq in range(first, last + 1)
    ]


class Heard:
    """What a journal told its listeners."""

    def __init__(self) -> None:
        self.committed: list[tuple[str, int]] = []
        self.states: list[tuple[bool, str]] = []
        self._changed = threading.Condition()

    def on_committed(self, session: str, seq: int) -> None:
        with self._changed:
            self.committed.append((session, seq))
            self._changed.notify_all()

    def on_state(self, ok: bool, reason: str) -> None:
        with self._changed:
            self.states.append((ok, reason))
            self._changed.notify_all()

    def wait_state(self, ok: bool) -> str:
        """Waits until the newest state is `ok`; returns its reason."""
        with self._changed:
            assert self._changed.wait_for(lambda: bool(self.states) and self.states[-1][0] is ok, WAIT_S)
            return self.states[-1][1]

    def wait_committed(self, session: str, seq: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: (session, seq) in self.committed, WAIT_S)


@contextmanager
def journal_at(path: Path) -> Iterator[tuple[Journal, Heard]]:
    heard = Heard()
    journal = Journal(path, committed=heard.on_committed, state=heard.on_state)
    try:
        yield journal, heard
    finally:
        journal.close()


def write_log(path: Path, *sessions: list[Pending]) -> None:
    """A log with these rows, closed again."""
    with journal_at(path) as (journal, _):
        for rows in sessions:
            journal.append(rows)
        assert journal.wait_saved(WAIT_S)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection past all guards of ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def drop_triggers(connection: sqlite3.Connection) -> None:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f"DROP TRIGGER {name}")
