"""What became known after the end of a session: actions for the next show, figures of the platform."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from msgspec import structs

from hostconsole.report.figures import ActionFacts, ImportFacts
from hostconsole.show.after_events import ActionClosed, ActionNoted, FiguresImported
from hostconsole.show.events import Entry


def after_facts(entries: Iterable[Entry]) -> tuple[tuple[ActionFacts, ...], tuple[ImportFacts, ...]]:
    """Actions and imports in the order in which they were told; an import of which a part is missing is left
    out."""
    actions: dict[int, ActionFacts] = {}
    parts: dict[str, list[tuple[Entry, FiguresImported]]] = {}
    for entry in entries:
        match entry.event:
            case ActionNoted() as event:
                actions[entry.seq] = ActionFacts(seq=entry.seq, at=entry.at, text=event.text, by=entry.actor)
            case ActionClosed() as event if event.seq in actions:
                actions[event.seq] = replace(actions[event.seq], done=event.done)
            case FiguresImported() as event:
                parts.setdefault(event.batch, []).append((entry, event))
    whole = [_together(found) for found in parts.values() if len(found) == found[0][1].parts]
    return tuple(actions.values()), tuple(whole)


def _together(parts: list[tuple[Entry, FiguresImported]]) -> ImportFacts:
    (entry, first), *_ = parts
    told = structs.replace(
        first,
        items=tuple(item for _, part in parts for item in part.items),
        minutes=tuple(minute for _, part in parts for minute in part.minutes),
        part=1,
        parts=1,
    )
    return ImportFacts(at=entry.at, by=entry.actor, told=told)
