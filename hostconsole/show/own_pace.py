"""The host's own pace: what was read aloud from the prompter in a rehearsal, against the time it took.

The prompter runs at a set pace, and the host corrects it: a line back, a line on, faster, slower, pause. What
was read with all corrections is how fast this host speaks. Jumps (to the top, a mark, a page) are not read.
"""

from __future__ import annotations

from hostconsole.show.clocks import prompted_item, prompter_at, reading_line
from hostconsole.show.events import PaceRecalled
from hostconsole.show.rules import Rules
from hostconsole.show.state import Read, State

STEP_UNITS = 60.0
"""A correction of so many characters at most is a step of a reader; more is a jump."""

LEAST_MS = 60_000
LEAST_UNITS = 100.0
"""Less than this says nothing about a pace."""


def own_pace(state: State) -> int | None:
    """Characters a minute of this show's host, from this rehearsal or the one before; None while nobody has
    read enough."""
    read = state.read
    if state.kind == "rehearsal" and read.ms >= LEAST_MS and read.units >= LEAST_UNITS:
        return round(read.units * 60_000 / read.ms)
    return state.own_pace


def pace_of(state: State) -> int:
    """The pace that reading times are told at: the host's own, else the prompter's."""
    return own_pace(state) or state.prompter.pace


def recalled(state: State, own: int, rules: Rules) -> tuple[PaceRecalled, ...]:
    """An earlier run's `own` pace becomes this session's, unless it has one. The prompter is set to it while
    nobody has read from it nor chosen another pace."""
    if not state.session or own_pace(state) is not None:
        return ()
    untouched = state.prompter.item is None and state.prompter.pace == rules.pace
    return (PaceRecalled(own_pace=own, pace=own if untouched else state.prompter.pace),)


def read_on(before: State, after: State, *, now_ms: int) -> Read:
    """What was read when `before` became `after`, if the prompter ran; measured in rehearsals only."""
    was, now = before.prompter, after.prompter
    if was is now or not was.running or was.item is None or was.item not in before.items:
        return before.read
    if before.kind != "rehearsal":
        return before.read
    item = prompted_item(before, was.item)
    line = reading_line(before, item)
    ms = min(max(0, now_ms - was.since_ms), line.left_ms(was.at, pace=was.pace))
    here = prompter_at(before, now_ms)
    units = line.units(here) - line.units(was.at)
    if now.item == was.item:
        step = line.units(now.at) - line.units(here)
        units += step if abs(step) <= STEP_UNITS else 0.0
    return Read(units=before.read.units + units, ms=before.read.ms + ms)
