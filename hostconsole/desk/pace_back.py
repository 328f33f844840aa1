"""The host's own pace as an earlier run measured it, read from the log (never on the main thread)."""

from __future__ import annotations

from pathlib import Path

from hostconsole.desk.opening import state_of
from hostconsole.log.reader import LogReader
from hostconsole.show.own_pace import own_pace

MOST_EVENTS = 50_000
"""A longer rehearsal is not read for its pace."""


def pace_before(path: Path, sheet: str, *, without: str) -> int | None:
    """Characters a minute in the newest rehearsal of `sheet` (absolute path) in the log at `path`, but for
    the session `without`; None if nobody read enough in it. Raises Trouble if the log cannot be read."""
    if not sheet or not path.exists():
        return None
    with LogReader(path) as log:
        rehearsals = (r for r in log.sessions() if r.kind == "rehearsal" and r.sheet == sheet)
        row = next((row for row in rehearsals if row.id != without), None)
        if row is None or row.events > MOST_EVENTS:
            return None
        try:
            return own_pace(state_of(log, row.id))
        except (ValueError, KeyError):
            return None  # a row that cannot be read: `verify` names it
