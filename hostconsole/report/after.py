"""What became known after the end of a session: actions for the next show, figures of the platform, its
orders beside our own counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from msgspec import structs

from hostconsole.report.figures import ActionFacts, ImportFacts, ReconciledFacts
from hostconsole.show.after_events import ActionClosed, ActionNoted, FiguresImported, SalesReconciled
from hostconsole.show.events import Entry

Told = TypeVar("Told", FiguresImported, SalesReconciled)
Parts = dict[str, list[tuple[Entry, Told]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterFacts:
    """Each in the order in which it was told."""

    actions: tuple[ActionFacts, ...]
    imports: tuple[ImportFacts, ...]
    reconciled: tuple[ReconciledFacts, ...]


def after_facts(entries: Iterable[Entry]) -> AfterFacts:
    """What was told in several events together; one of which a part is missing is left out."""
    actions: dict[int, ActionFacts] = {}
    imports: Parts[FiguresImported] = {}
    reconciled: Parts[SalesReconciled] = {}
    for entry in entries:
        match entry.event:
            case ActionNoted() as event:
                actions[entry.seq] = ActionFacts(seq=entry.seq, at=entry.at, text=event.text, by=entry.actor)
            case ActionClosed() as event if event.seq in actions:
                actions[event.seq] = replace(actions[event.seq], done=event.done)
            case FiguresImported() as event:
                imports.setdefault(event.batch, []).append((entry, event))
            case SalesReconciled() as event:
                reconciled.setdefault(event.batch, []).append((entry, event))
    return AfterFacts(
        actions=tuple(actions.values()),
        imports=tuple(_imported(parts) for parts in _whole(imports)),
        reconciled=tuple(_compared(parts) for parts in _whole(reconciled)),
    )


def _whole(told: Parts[Told]) -> list[list[tuple[Entry, Told]]]:
    return [parts for parts in told.values() if len(parts) == parts[0][1].parts]


def _imported(parts: list[tuple[Entry, FiguresImported]]) -> ImportFacts:
    (entry, first), *_ = parts
    told = structs.replace(
        first,
        items=tuple(item for _, part in parts for item in part.items),
        minutes=tuple(minute for _, part in parts for minute in part.minutes),
        part=1,
        parts=1,
    )
    return ImportFacts(at=entry.at, by=entry.actor, told=told)


def _compared(parts: list[tuple[Entry, SalesReconciled]]) -> ReconciledFacts:
    (entry, first), *_ = parts
    told = structs.replace(first, rows=tuple(row for _, part in parts for row in part.rows), part=1, parts=1)
    return ReconciledFacts(at=entry.at, by=entry.actor, told=told)
