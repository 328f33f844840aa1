"""Everything that moves by itself, computed at the time of looking.

`now_ms` is the session's own clock. Three clocks, three names (DESIGN §2): since take, since link up,
the show.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from hostconsole.show.levels import stock_level
from hostconsole.show.obs_state import Obs
from hostconsole.show.plan import Item
from hostconsole.show.reading import Timeline, timeline
from hostconsole.show.script import parsed
from hostconsole.show.spoken import script_text
from hostconsole.show.state import State


def wall_at(state: State, now_ms: int) -> datetime | None:
    """The time of day at `now_ms`, with its zone (UTC): that of the log's last entry, and what the session's
    own clock went on since. None before the first entry."""
    if not state.at:
        return None
    return datetime.fromisoformat(state.at) + timedelta(milliseconds=now_ms - state.mono_ms)


def airing_ms(state: State, now_ms: int) -> int | None:
    """How long the item on air has been on air, without time under the safe picture."""
    airing = state.on_air
    if airing is None:
        return None
    held = airing.held_ms
    if state.obs.safe is not None:
        held += max(0, now_ms - max(state.obs.safe.since_ms, airing.since_ms))
    return max(0, now_ms - airing.since_ms - held)


def sale_ms(state: State, item: str, now_ms: int) -> int | None:
    """How long `item`'s link has been up; None if it is not."""
    link = state.items[item].link
    if link.status != "up" or link.since_ms is None:
        return None
    return max(0, now_ms - link.since_ms)


def countdown_left_ms(state: State, now_ms: int) -> int | None:
    """Milliseconds of the running countdown that are left, never below 0; None if none runs."""
    if state.countdown is None:
        return None
    return max(0, state.countdown.ends_ms - now_ms)


def prompter_at(state: State, now_ms: int) -> float:
    """The character of the spoken text at the reading mark, as a function of time (never of pixels)."""
    prompter = state.prompter
    if prompter.item is None or prompter.item not in state.items:
        return 0.0
    line = reading_line(state, prompted_item(state, prompter.item))
    if not prompter.running:
        return min(prompter.at, float(line.length))
    return line.place(prompter.at, units=prompter.pace * max(0, now_ms - prompter.since_ms) / 60_000)


def reading_line(state: State, item: Item) -> Timeline:
    """The timeline of `item`'s script as it is read now."""
    text = script_text(item)
    return timeline(text, stock_level(state, item) if parsed(text).has_blocks else "plenty")


def prompted_item(state: State, item: str) -> Item:
    """What the prompter shows for id `item`: the frozen copy if it is on air."""
    if state.on_air is not None and state.on_air.item.id == item:
        return state.on_air.item
    return state.items[item].item


def aired_ms(state: State, item: str, now_ms: int) -> int:
    """All the time `item` has been on air in this session, misfires left out."""
    total = state.items[item].aired_ms
    if state.on_air is not None and state.on_air.item.id == item:
        total += airing_ms(state, now_ms) or 0
    return total


def planned_left_ms(state: State, now_ms: int) -> int:
    """Planned time of everything still to come: the rest of the item on air, and the waiting items."""
    return _planned(state, now_ms)[1]


class Schedule(NamedTuple):
    """`late_ms` is how far the show is behind its plan (negative: ahead), `left_ms` the planned time of what
    is still to come."""

    late_ms: int
    left_ms: int


def schedule(state: State, now_ms: int) -> Schedule | None:
    """Behind the plan is the time since the first take, plus what is left, less the whole plan. None while
    nothing has been on air, or nothing was planned."""
    if state.on_air is None and not state.airings:
        return None
    whole_ms, left_ms = _planned(state, now_ms)
    if whole_ms == 0:
        return None  # nobody planned any minutes
    first = state.airings[0] if state.airings else state.on_air
    began_ms = first.since_ms if first is not None else 0
    return Schedule(late_ms=now_ms - began_ms + left_ms - whole_ms, left_ms=left_ms)


def _planned(state: State, now_ms: int) -> tuple[int, int]:
    """Milliseconds of the whole plan, and of what is still to come. Asked by every window of every change,
    of hundreds of rows: one walk."""
    whole_s = waiting_s = 0
    items = state.items
    for key in state.order:
        row = items[key]
        planned_s = row.item.planned_s
        if planned_s:
            whole_s += planned_s
            if row.airings == 0 and not row.skipped:
                waiting_s += planned_s
    on_air = items.get(state.on_air.item.id) if state.on_air is not None else None
    rest_ms = 0
    if on_air is not None:
        rest_ms = max(0, (on_air.item.planned_s or 0) * 1000 - (airing_ms(state, now_ms) or 0))
    return whole_s * 1000, waiting_s * 1000 + rest_ms


def recording_ms(state: State, now_ms: int) -> int | None:
    """The recording's own time at `now_ms`: the session's clock since it started, less pauses. None while
    nothing is recorded, or OBS is away and nobody can know."""
    obs = state.obs
    if not obs.recording or _away(obs):
        return None
    running = now_ms - obs.rec_since_ms if obs.rec_since_ms is not None else 0
    return obs.rec_before_ms + max(0, running)


def streaming_ms(state: State, now_ms: int) -> int | None:
    """The stream's own time at `now_ms`; None as for the recording."""
    obs = state.obs
    if obs.stream_since_ms is None or _away(obs):
        return None
    return max(0, now_ms - obs.stream_since_ms)


def _away(obs: Obs) -> bool:
    """OBS was lost, or this program was away, and OBS has not been read since."""
    return bool(obs.before_loss) and obs.link not in ("ready", "loading", "simulated")
