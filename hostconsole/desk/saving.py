"""The show's way to disk: events to the journal, and who waits for them.

What the journal's thread says is handed to the loop's thread; nothing here ever waits for a disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from hostconsole.log.chain import Pending
from hostconsole.log.journal import Journal
from hostconsole.show.codec import entry_text
from hostconsole.show.events import Entry, SessionEnded

LOG_NAME = "log.sqlite3"
"""The log, in the data directory."""

_SAVED_S = 2.0
"""`do` waits so long for a disk that worked until now before it answers "saved": false."""
_FAILING_S = 0.3
"""And so long for one that does not."""
_SLOW_S = 0.25
"""A disk that has not answered for so long counts as failing: the effects went out without it."""

Committed = Callable[[str, int], None]
"""Session and seq up to which everything is on disk."""

Told = Callable[[bool, str], None]
"""Whether the log takes events, and if not why, in English."""


class Saving:
    """Opens the log at `path`. `committed` and `told` are called on the loop's thread.
    `held` as in Journal. Raises Trouble "log_newer" if the log is of a newer program."""

    def __init__(
        self,
        path: Path,
        *,
        loop: asyncio.AbstractEventLoop,
        committed: Committed,
        told: Told,
        held: bool = False,
    ) -> None:
        self._loop = loop
        self._told_committed = committed
        self._told = told
        self._waiters: list[tuple[str, int, asyncio.Future[bool]]] = []
        self.why = ""
        self.journal = Journal(path, committed=self._from_journal, state=self._journal_told, held=held)

    @property
    def ok(self) -> bool:
        """Whether the log takes events, and in good time."""
        since = self.journal.unsaved_since
        return self.journal.ok and (since is None or time.monotonic() - since <= _SLOW_S)

    def append(self, entries: Iterable[Entry]) -> None:
        """Takes entries for the log, in order; returns at once."""
        rows = [Pending(session=e.session, seq=e.seq, kind=e.event.kind, text=entry_text(e)) for e in entries]
        self.journal.append(rows)
        if any(isinstance(entry.event, SessionEnded) for entry in entries):
            self.journal.backup_soon()

    async def saved(self, session: str, seq: int) -> bool:
        """Whether the event is on disk, once that is known (at the latest after two seconds)."""
        if not self._is_waiting(session, seq):
            return True
        waiter: asyncio.Future[bool] = self._loop.create_future()
        self._waiters.append((session, seq, waiter))
        if not self._is_waiting(session, seq) and not waiter.done():
            waiter.set_result(True)
        with contextlib.suppress(TimeoutError):
            return await asyncio.wait_for(waiter, _SAVED_S if self.journal.ok else _FAILING_S)
        return False

    def _is_waiting(self, session: str, seq: int) -> bool:
        return any(row.seq == seq for row in self.journal.waiting(session))

    # -- from the journal's thread ----------------------------------------------------------------------

    def _from_journal(self, session: str, seq: int) -> None:
        self._on_loop(self._committed, session, seq)

    def _journal_told(self, ok: bool, reason: str) -> None:
        self.why = "" if ok else reason
        self._on_loop(self._told, ok, reason)

    def _on_loop(self, act: Callable[..., None], *args: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has closed: there is nobody to tell
            self._loop.call_soon_threadsafe(act, *args)

    def _committed(self, session: str, seq: int) -> None:
        self._told_committed(session, seq)
        for waiter in tuple(self._waiters):
            of, number, future = waiter
            if future.done() or not self._is_waiting(of, number):
                self._waiters.remove(waiter)
                if not future.done():
                    future.set_result(True)
