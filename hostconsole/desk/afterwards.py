"""Keeping what becomes known of a session after its end, whether a console runs or not.

The running console owns the log: it is asked through the door. Without one the log is written here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from hostconsole.desk.saving import LOG_NAME as LOG_NAME
from hostconsole.door.client import NoConsole, ask
from hostconsole.log.afterwards import after_rows, last_seq, write_after
from hostconsole.log.clock import SystemClock
from hostconsole.log.journal import Journal
from hostconsole.log.reader import LogReader
from hostconsole.show.after_events import AfterEvent, chain_after
from hostconsole.show.codec import event_of
from hostconsole.show.errors import Trouble

Saved = Callable[[str, int], Awaitable[bool]]
"""Whether the event with this session and seq is on disk, once that is known."""


def keep_after(directory: Path, session: str, events: Iterable[AfterEvent], *, actor: str) -> None:
    """Keeps `events` in the chain after `session` (an id that is in the log). Returns once they are on disk.

    Raises Trouble if they are not."""
    told = tuple(events)
    try:
        for event in told:
            answer = ask(directory, {"after": session, "event": _as_json(event), "actor": actor})
            if not answer.get("ok"):
                raise Trouble(str(answer.get("code")), str(answer.get("reason")))
            if not answer.get("saved"):
                raise Trouble("not_saved", "The console has it, but its disk takes nothing now.")
    except NoConsole:
        write_after(directory / LOG_NAME, session, told, at=SystemClock().now().at, actor=actor)


def _as_json(event: AfterEvent) -> dict[str, Any]:
    return {"kind": event.kind, "data": msgspec.to_builtins(event)}


class Afterwards:
    """The running console's side: takes what is told through the door into the log, in order."""

    def __init__(self, directory: Path, journal: Journal) -> None:
        self._path = directory / LOG_NAME
        self._journal = journal
        self._one_at_a_time = asyncio.Lock()

    async def answer(self, request: Mapping[str, Any], *, saved: Saved) -> dict[str, Any]:
        """The door's answer to {"after": session, "event": {kind, data}, "actor"}."""
        try:
            chain, seq = await self.take(request)
        except Trouble as trouble:
            return {"ok": False, "code": trouble.code, "reason": trouble.reason}
        return {"ok": True, "seq": seq, "saved": await saved(chain, seq)}

    async def take(self, request: Mapping[str, Any]) -> tuple[str, int]:
        """Appends the request's event; returns the chain and the seq it has there.

        Raises Trouble for what is no event, and for a session that is not in the log."""
        session, told, actor = request.get("after"), request.get("event"), request.get("actor")
        if not isinstance(session, str) or not isinstance(told, dict):
            raise Trouble("bad_event", "That is no event of a session.")
        try:
            event = event_of(str(told.get("kind")), None, dict(told.get("data") or {}))
        except (ValueError, TypeError) as fault:
            raise Trouble("bad_event", f"That is no event of a session: {fault}.") from fault
        if not isinstance(event, AfterEvent):
            raise Trouble("bad_event", f"{event.kind} does not happen after a session.")
        async with self._one_at_a_time:
            last = await asyncio.to_thread(self._last_on_disk, session)
            waiting = self._journal.waiting(chain_after(session))
            last = max([last, *(row.seq for row in waiting)])
            at = SystemClock().now().at
            rows = after_rows(session, (event,), last=last, at=at, actor=str(actor or "console"))
            self._journal.append(rows)
        return rows[-1].session, rows[-1].seq

    def _last_on_disk(self, session: str) -> int:
        with LogReader(self._path) as reader:
            if not reader.has(session):
                raise Trouble("no_session", f"There is no session {session!r} in the log.")
            return last_seq(reader, session)
