"""How what people say before a show changes the state."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.frozen import replace
from hostconsole.show.state import State
from hostconsole.show.ticks import Hours, Tick


def ticked(state: State, event: e.PreflightTicked, entry: e.Entry) -> State:
    others = tuple(tick for tick in state.ticks if tick.what != event.what)
    if not event.done:
        return replace(state, ticks=others)
    return replace(state, ticks=(*others, Tick(what=event.what, by=entry.actor, at=entry.at)))


def hours_set(state: State, event: e.HoursSet) -> State:
    return replace(state, hours=Hours(start=event.start, end=event.end) if event.start else None)
