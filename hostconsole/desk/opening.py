"""Opening a show: which session to go on with, or a new one (DESIGN §4 rule 11, §5.1)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from hostconsole.log.reader import LogReader, SessionRow
from hostconsole.show.clock import Moment
from hostconsole.show.codec import entry_of
from hostconsole.show.events import SessionStarted
from hostconsole.show.fold import replay
from hostconsole.show.plan import Plan
from hostconsole.show.state import State

FRESH_S = 30 * 60
"""A session whose last event is older is offered, not resumed."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """`resume`: to go on with by itself. `offer`: unfinished, but too old for that."""

    resume: SessionRow | None = None
    offer: SessionRow | None = None


def unfinished(sessions: Iterable[SessionRow], *, sheet: str, kind: str | None, now: str) -> Found:
    """The newest unfinished session of `sheet` (absolute path), of `kind` only if one is given.

    `sessions` are newest first, `now` is UTC ISO 8601. A session that says its last event lies in the
    future (the system clock was set back) counts as fresh."""
    for row in sessions:
        if row.sheet != sheet or (kind is not None and row.kind != kind):
            continue
        if row.ended is not None:
            return Found()
        age = datetime.fromisoformat(now) - datetime.fromisoformat(row.last_at)
        return Found(resume=row) if age.total_seconds() < FRESH_S else Found(offer=row)
    return Found()


def state_of(reader: LogReader, session: str) -> State:
    """The state a session was left in, from its log. Raises ValueError if a row cannot be read."""
    return replay(map(entry_of, reader.texts(session)))


def preparation(
    plan: Plan, moment: Moment, *, session: str, operator: str, simulated: bool, pace: int
) -> SessionStarted:
    """The first event of the session that opening a show makes; it holds the whole plan."""
    return SessionStarted(
        id=session,
        session_kind="preparation",
        plan=plan,
        simulated=simulated,
        operator=operator,
        boot=moment.boot,
        boot_ms=moment.monotonic_ms,
        pace=pace,
    )


def new_session_id() -> str:
    """Sortable by eye, unique by its tail: "20261123-204310-4f3a"."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
