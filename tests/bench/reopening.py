"""Reopening a session after a crash: its log read back to the state it was left in."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from hostconsole.desk.opening import state_of
from hostconsole.log.reader import LogReader
from tests.bench.figures import Figure, pairs, s, times
from tests.bench.nights import log_of_a_night, run_folder

_NIGHTS = ((50_000, 2.0), (200_000, 6.0))


def run() -> Iterator[Figure]:
    gc.disable()  # as in the program, which collects between two events of its loop only (app/garbage.py)
    for events, bar in _NIGHTS:
        path, session = log_of_a_night(run_folder(), events=events)
        bare, ours = pairs(partial(_read, path), partial(_reopen, path, session), 3)
        yield Figure(
            name=f"reopening a session of {events:,} events",
            median=s(ours),
            floor=f"{s(bare)} bare sqlite3 read",
            compared=times(ours / bare),
            bar=f"≤ {bar:.0f} s",
            met=ours <= bar,
        )


def _reopen(path: Path, session: str) -> None:
    """What opening a show does: which session, then its state."""
    with LogReader(path) as log:
        assert any(row.id == session for row in log.sessions())
        assert state_of(log, session).session == session


def _read(path: Path) -> None:
    connection = sqlite3.connect(path)
    for _ in connection.execute("SELECT seq, text, prev_hash, hash FROM events ORDER BY n"):
        pass
    connection.close()
