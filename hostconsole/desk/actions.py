"""Actions for the next show: noted after one, listed before the next, ticked when done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hostconsole.desk.afterwards import LOG_NAME, keep_after
from hostconsole.desk.night import named
from hostconsole.log.afterwards import told_after
from hostconsole.log.reader import LogReader
from hostconsole.report.after import after_facts
from hostconsole.show.after_events import ActionClosed, ActionNoted
from hostconsole.show.errors import Trouble

LONGEST = 300
MOST_SESSIONS = 50
"""Actions of older sessions are in their reports only."""


def note(directory: Path, session: str, words: str, *, actor: str) -> None:
    """Keeps an action after `session`. Raises Trouble."""
    text = " ".join(words.split())
    if not 0 < len(text) <= LONGEST:
        raise Trouble("bad_action", f"An action has 1 to {LONGEST} characters.")
    with named(directory, session) as (_, id_):
        pass
    keep_after(directory, id_, [ActionNoted(text=text)], actor=actor)


def close(directory: Path, session: str, seq: int, *, done: bool, actor: str) -> None:
    """Ticks the action with `seq`, or takes the tick back. Raises Trouble if there is none."""
    with named(directory, session) as (reader, id_):
        actions = after_facts(told_after(reader, id_)).actions
    if seq not in {action.seq for action in actions}:
        raise Trouble("bad_action", f"There is no action {seq} after {id_}.")
    keep_after(directory, id_, [ActionClosed(seq=seq, done=done)], actor=actor)


def still_open(directory: Path) -> list[dict[str, Any]]:
    """Actions that are not done, newest session first: {"session", "show", "seq", "text", "by", "at"}."""
    if not (directory / LOG_NAME).exists():
        return []
    with LogReader(directory / LOG_NAME) as reader:
        rows = [row for row in reader.sessions() if row.kind != "preparation"][:MOST_SESSIONS]
        return [
            {"session": row.id, "show": row.show, "seq": a.seq, "text": a.text, "by": a.by, "at": a.at}
            for row in rows
            for a in after_facts(told_after(reader, row.id)).actions
            if not a.done
        ]
