"""The journal: the log's one writer, on a thread of its own.

`append` never blocks. The thread chains and writes all that waits in one FULL commit, then says so. Its
queue *is* the NOT SAVED list: a row leaves it only when it is on disk. When the disk fails nothing is
lost: rows wait in memory, in order, and are written as soon as the disk takes them; a clean quit keeps
them beside the log for the next start.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from hostconsole.log.chain import Pending
from hostconsole.log.unsaved import Kept, discard, read_back, write_beside
from hostconsole.log.writer import LogWriter
from hostconsole.show.errors import Trouble

_FIRST_WAIT_S = 0.1
_LONGEST_WAIT_S = 1.0
_log = logging.getLogger(__name__)

Committed = Callable[[str, int], None]
"""Session and seq of the last row that went to disk."""

StateTold = Callable[[bool, str], None]
"""Whether the log takes events, and if not one plain English reason."""


class _Waiting(msgspec.Struct, frozen=True):
    row: Pending
    since: float


class Journal:
    """Opens the log at `path` and starts its thread; rows an earlier run could not save go first.

    `committed` and `state` are called from the journal's thread: hand them to your loop. `state` is told
    at each change only; a journal begins as well. `notes` holds what was found at opening, such as Trouble
    "log_set_aside". Raises Trouble "log_newer"; a disk that fails is a state, not an error. `held`: a log
    that does not exist yet is made only after `let_go`, so that nobody waits for it at the start."""

    def __init__(self, path: Path, *, committed: Committed, state: StateTold, held: bool = False) -> None:
        self._path = path
        self._committed = committed
        self._state = state
        self._changed = threading.Condition()
        self._queue: deque[_Waiting] = deque()
        self._ok = True
        self._reason = ""
        self._closing = False
        self._backup_wanted = False
        self._writer = LogWriter(path)
        self._kept = self._read_back()
        self._held = held and not path.exists() and not self._queue
        if not self._held:
            self._open_first()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def notes(self) -> tuple[Trouble, ...]:
        """What had to be done with the files: set aside, kept as a conflict. Grows, never shrinks."""
        return self._writer.notes

    @property
    def ok(self) -> bool:
        """Whether the last attempt to write went well."""
        return self._ok

    @property
    def unsaved(self) -> int:
        """How many rows are not on disk yet."""
        return len(self._queue)

    @property
    def unsaved_since(self) -> float | None:
        """time.monotonic() of when the oldest unsaved row was appended; None if all is saved."""
        with self._changed:
            return self._queue[0].since if self._queue and not self._held else None

    def waiting(self, session: str) -> tuple[Pending, ...]:
        """The rows of `session` that are not on disk yet, in order."""
        with self._changed:
            return tuple(waiting.row for waiting in self._queue if waiting.row.session == session)

    def append(self, rows: Sequence[Pending]) -> None:
        """Takes `rows` for the log, in order; returns at once."""
        now = time.monotonic()
        with self._changed:
            self._queue.extend(_Waiting(row, now) for row in rows)
            self._changed.notify_all()

    def let_go(self) -> None:
        """A journal that was held makes its new log now, and writes what waits."""
        now = time.monotonic()
        with self._changed:
            if self._held:  # what waited until now waited for nobody's disk
                self._queue = deque(_Waiting(waiting.row, now) for waiting in self._queue)
            self._held = False
            self._changed.notify_all()

    def backup_soon(self) -> None:
        """Asks for a backup copy once all that waits is on disk (a session has ended)."""
        with self._changed:
            self._backup_wanted = True
            self._changed.notify_all()

    def wait_saved(self, timeout: float) -> bool:
        """Waits until everything is on disk, at most `timeout` seconds; for the start and for tests."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._queue, timeout)

    def close(self, timeout: float = 2.0) -> tuple[Path, ...]:
        """Ends the thread after one last attempt to write. What could not be written within `timeout`
        seconds is kept in the files returned; the next start reads them back.

        Raises Trouble "not_saved" if even that failed."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        rows = [waiting.row for waiting in list(self._queue)]
        if not rows:
            return ()
        try:
            files = write_beside(self._path, rows)
        except OSError as fault:
            _log.error("%d unsaved events could not be kept anywhere: %s", len(rows), fault)
            raise Trouble("not_saved", f"{len(rows)} events could not be saved anywhere: {fault}.") from fault
        _log.warning("%d unsaved events kept for the next start: %s", len(rows), ", ".join(map(str, files)))
        return files

    # -- opening, in the caller's thread --------------------------------------------------------------

    def _read_back(self) -> tuple[Kept, ...]:
        try:
            kept = read_back(self._path)
        except OSError as fault:
            _log.error("unsaved events of an earlier run cannot be read: %s", fault)
            return ()
        now = time.monotonic()
        self._queue.extend(_Waiting(row, now) for file in kept for row in file.rows)
        return kept

    def _open_first(self) -> None:
        try:
            self._writer.open()
        except Trouble as trouble:
            if trouble.code == "log_newer":
                raise
            self._fail(trouble)
        except Exception as fault:  # the show opens without a log; the thread tries again
            self._fail(fault)

    # -- the journal's thread -------------------------------------------------------------------------

    def _run(self) -> None:
        wait = _FIRST_WAIT_S
        while self._wait_for_work():
            last_attempt = self._closing
            if self._attempt():
                wait = _FIRST_WAIT_S
                self._backup_if_wanted()
            elif last_attempt:
                break
            else:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing, wait)
                wait = min(wait * 2, _LONGEST_WAIT_S)
        self._writer.close()

    def _wait_for_work(self) -> bool:
        """Waits for rows, a backup, the end, or (while the disk fails) nothing; False: nothing left to do."""
        with self._changed:
            self._changed.wait_for(self._has_work)
            return bool(self._queue or self._backup_wanted or not self._closing)

    def _has_work(self) -> bool:
        if self._held and not self._closing:
            return False
        return bool(self._queue or self._backup_wanted or self._closing or not self._ok)

    def _attempt(self) -> bool:
        """Writes all that waits; whether that went well."""
        with self._changed:
            batch = [waiting.row for waiting in self._queue]
        try:
            self._writer.write(batch)
        except Exception as fault:  # whatever it is, the rows stay and are tried again
            self._fail(fault)
            return False
        self._done(batch)
        return True

    def _done(self, batch: Sequence[Pending]) -> None:
        with self._changed:
            for _ in batch:
                self._queue.popleft()
            self._changed.notify_all()
        if batch:
            self._tell(self._committed, batch[-1].session, batch[-1].seq)
        self._turn(True, "")
        self._discard_kept()

    def _fail(self, fault: Exception) -> None:
        self._turn(False, self._writer.reason(fault))

    def _turn(self, ok: bool, reason: str) -> None:
        if (ok, reason) == (self._ok, self._reason):
            return
        self._ok, self._reason = ok, reason
        if ok:
            _log.info("the log is written again")
        else:
            _log.error("the log cannot be written, %d events unsaved: %s", self.unsaved, reason)
        self._tell(self._state, ok, reason)

    def _discard_kept(self) -> None:
        kept, self._kept = self._kept, ()
        try:
            discard(kept)
        except OSError as fault:  # they are read again at the next start, and found to be in the log
            _log.warning("files of unsaved events cannot be removed: %s", fault)

    def _backup_if_wanted(self) -> None:
        with self._changed:
            if not self._backup_wanted or self._queue:
                return
            self._backup_wanted = False
        try:
            path = self._writer.backup(between=self._write_in_between)
        except Exception as fault:  # a copy that fails must not end the journal
            _log.error("no backup copy of the log could be made: %s", fault)
        else:
            _log.info("backup copy of the log made: %s", path)

    def _write_in_between(self) -> None:
        """Acts do not wait for a long copy. A disk that fails ends the copy."""
        if self._queue and not self._attempt():
            raise Trouble("log_unreadable", self._reason)

    def _tell(self, callback: Callable[..., None], *facts: object) -> None:
        try:
            callback(*facts)
        except Exception:  # the rows are on disk, whatever the listener does
            _log.exception("a listener of the journal failed")
