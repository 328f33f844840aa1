"""Reading the log, from any thread and any process, also while a console writes it.

A `LogReader` has a read-only connection of its own and streams: memory stays flat however long the log
is. Use one per thread and close it (it is a context manager).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import msgspec

from hostconsole.log.chain import ZERO, link_hash
from hostconsole.log.schema import open_to_read, reading_trouble


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One session as a list shows it. Times are UTC ISO 8601 with milliseconds; `ended` None: not ended;
    `last_at` is the time of its last event; `sheet` "" if it was not opened from one."""

    id: str
    show: str
    kind: str
    simulated: bool
    started: str
    ended: str | None
    last_at: str
    events: int
    last_hash: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Row:
    """One stored event: its JSON text and its place in the chain."""

    seq: int
    text: str
    prev_hash: str
    hash: str


class _Head(msgspec.Struct):
    seq: int
    at: str
    session: str
    kind: str


_head = msgspec.json.Decoder(_Head)

_SESSIONS = """
SELECT s.id, s.show, s.kind, s.simulated, s.started, s.sheet, l.seq, l.hash, l.text,
    (SELECT e.text FROM events e WHERE e.session = s.id AND e.kind = 'session.ended'
     AND NOT EXISTS (SELECT 1 FROM events r
         WHERE r.session = s.id AND r.seq > e.seq AND r.kind = 'session.reopened')
     ORDER BY e.seq DESC LIMIT 1)
FROM sessions s JOIN events l
    ON l.session = s.id AND l.seq = (SELECT max(seq) FROM events WHERE session = s.id)
ORDER BY s.n DESC"""


class LogReader:
    """The log at `path` as it is on disk; a missing file is an empty log.

    All methods raise Trouble ("log_damaged", "log_unreadable"), the constructor also "log_newer"."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = open_to_read(path)

    def __enter__(self) -> LogReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def sessions(self) -> tuple[SessionRow, ...]:
        """All sessions, newest first."""
        with self._reading():
            return tuple(_session_row(found) for found in self._db.execute(_SESSIONS))

    def newest(self, kinds: Collection[str]) -> SessionRow | None:
        """The newest session of one of `kinds` ("preparation", "rehearsal", "live")."""
        return next((row for row in self.sessions() if row.kind in kinds), None)

    def has(self, session: str) -> bool:
        """Whether any event of `session` is on disk."""
        with self._reading():
            found = self._db.execute("SELECT 1 FROM events WHERE session = ? LIMIT 1", (session,))
            return found.fetchone() is not None

    def rows(self, session: str, *, after: int = 0) -> Iterator[Row]:
        """The events of `session` with seq > `after`, in order, one at a time."""
        return (Row(*found) for found in self._stored(session, after=after))

    def texts(self, session: str) -> Iterator[str]:
        """The events of `session` as their JSON texts, in order, one at a time."""
        sql = "SELECT text FROM events WHERE session = ? ORDER BY seq"
        with self._reading():
            for (text,) in self._db.execute(sql, (session,)):
                yield text

    def exported_lines(self, session: str) -> Iterator[str]:
        """The lines of the exported .jsonl, without line ends: the stored text with its hashes put before
        its last brace."""
        for _, text, prev_hash, digest in self._stored(session):
            yield f'{text[:-1]},"prev_hash":"{prev_hash}","hash":"{digest}"}}'

    def last_hash(self) -> str:
        """The hash of the last event of the whole log; 64 zeros if there is none."""
        with self._reading():
            return self._hash_where("1 ORDER BY n DESC LIMIT 1", ()) or ZERO

    def verify(self, session: str) -> int | None:
        """The first bad seq of `session`, or None if its chain holds.

        Bad is a row that is missing, altered, moved, or not chained to the one before. The end is checked
        as far as it can be: against the session that came next. Raises LookupError for an unknown one."""
        if not self.has(session):
            raise LookupError(session)
        expected, prev_hash = 1, self._hash_before(session)
        for row in self.rows(session):
            if row.seq != expected or row.prev_hash != prev_hash or not _intact(row, session):
                return expected
            expected, prev_hash = expected + 1, row.hash
        return expected if self._cut_short(session, prev_hash) else None

    def backup(self, to: Path) -> None:
        """A copy of the whole log at `to`, which must not exist. Raises OSError too."""
        to.touch(exist_ok=False)
        target = sqlite3.connect(to, isolation_level=None)
        try:
            with self._reading():
                self._db.backup(target)
        finally:
            target.close()

    def _stored(self, session: str, *, after: int = 0) -> Iterator[tuple[int, str, str, str]]:
        sql = "SELECT seq, text, prev_hash, hash FROM events WHERE session = ? AND seq > ? ORDER BY seq"
        with self._reading():
            yield from self._db.execute(sql, (session, after))

    def _hash_where(self, where: str, values: tuple[str, ...]) -> str | None:
        found = self._db.execute(f"SELECT hash FROM events WHERE {where}", values).fetchone()
        return None if found is None else str(found[0])

    def _hash_before(self, session: str) -> str:
        """What the session's first row must name: the last hash of the log when it began."""
        first = "(SELECT n FROM events WHERE session = ? ORDER BY seq LIMIT 1)"
        with self._reading():
            return self._hash_where(f"n < {first} ORDER BY n DESC LIMIT 1", (session,)) or ZERO

    def _cut_short(self, session: str, last: str) -> bool:
        """Whether the session that began right after this one names another last hash."""
        end = "(SELECT n FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1)"
        sql = f"SELECT seq, prev_hash FROM events WHERE n > {end} ORDER BY n LIMIT 1"
        with self._reading():
            after = self._db.execute(sql, (session,)).fetchone()
        return after is not None and after[0] == 1 and after[1] != last

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as fault:
            raise reading_trouble(self._path, fault) from fault


def _session_row(found: tuple[str, str, str, int, str, str, int, str, str, str | None]) -> SessionRow:
    session, show, kind, simulated, started, sheet, events, last_hash, last, ended = found
    return SessionRow(
        id=session,
        show=show or "",
        kind=kind or "",
        simulated=bool(simulated),
        started=started or "",
        ended=None if ended is None else _at(ended),
        last_at=_at(last),
        events=events,
        last_hash=last_hash,
        sheet=sheet or "",
    )


def _at(text: str) -> str:
    try:
        return _head.decode(text).at
    except msgspec.DecodeError:
        return ""  # an altered row: `verify` names it, the list goes on


def _intact(row: Row, session: str) -> bool:
    """Whether the row's hash is right and its text is of the place where it stands."""
    if link_hash(row.prev_hash, row.text) != row.hash:
        return False
    try:
        head = _head.decode(row.text)
    except msgspec.DecodeError:
        return False
    return head.seq == row.seq and head.session == session
