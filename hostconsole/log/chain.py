"""The hash chain of the log: what makes accidents and careless edits visible (docs/log.md).

hash = SHA-256(prev_hash + text), both as UTF-8, written as 64 lower-case hex digits. A row's prev_hash is
the hash of the row before it in its session; a session's first row names the last hash of the log as it
was then; the very first row of a log names `ZERO`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

import msgspec

ZERO = "0" * 64


class Pending(msgspec.Struct, frozen=True):
    """One event on its way to the disk: its row's JSON text (codec.entry_text) and the columns that find
    it again. `seq` counts from 1 in each session."""

    session: str
    seq: int
    kind: str
    text: str


class Linked(msgspec.Struct, frozen=True):
    """A row with its place in the chain: the columns of table `events`, in their order."""

    row: Pending
    prev_hash: str
    hash: str

    @property
    def columns(self) -> tuple[str, int, str, str, str, str]:
        row = self.row
        return (row.session, row.seq, row.kind, row.text, self.prev_hash, self.hash)


class Tips(msgspec.Struct, frozen=True):
    """The ends of the chain: the log's last hash, and the last hash of each session seen so far."""

    last: str = ZERO
    sessions: tuple[tuple[str, str], ...] = ()


def link_hash(prev_hash: str, text: str) -> str:
    """The hash of a row that follows the one with `prev_hash`."""
    return sha256((prev_hash + text).encode()).hexdigest()


def linked(
    rows: Iterable[Pending], tips: Tips, *, tip_of: Callable[[str], str | None]
) -> tuple[list[Linked], Tips]:
    """`rows` chained on to `tips`, in order, and the tips after them.

    `tip_of` is asked once for each session that `tips` does not know: its last hash, None if it is new."""
    last, sessions = tips.last, dict(tips.sessions)
    chained: list[Linked] = []
    for row in rows:
        prev_hash = sessions.get(row.session) or tip_of(row.session) or last
        last = link_hash(prev_hash, row.text)
        sessions[row.session] = last
        chained.append(Linked(row, prev_hash, last))
    return chained, Tips(last, tuple(sessions.items()))
