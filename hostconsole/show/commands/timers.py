"""Timers beside items: lucky bags, draws, whatever was promised for later. Several at once."""

from __future__ import annotations

from hostconsole.show.command import RUNNING, Context, Events, Given, Registry, positive, text
from hostconsole.show.errors import Refused
from hostconsole.show.events import TimerStarted, TimerStopped
from hostconsole.show.state import State, Timer

commands = Registry()

LONGEST_S = 12 * 3600
MOST = 20
"""Timers that can run at once: more than anyone can look after."""


@commands.command(
    "timer.start",
    title="Start a timer",
    args=(text("label", required=True), positive("seconds", required=True)),
    modes=RUNNING,
)
def timer_start(state: State, ctx: Context, given: Given) -> Events:
    """`label` is due in `seconds`; it stands on the now-do line and says so until it is stopped."""
    return (started(state, label=given["label"], seconds=given["seconds"]),)


def started(state: State, *, label: str, seconds: int) -> TimerStarted:
    """Raises Refused for a timer of no name, of half a day, or one too many."""
    if not label:
        raise Refused("bad_value", name="label", value=label, why="a timer needs words")
    if seconds > LONGEST_S:
        raise Refused("bad_value", name="seconds", value=seconds, why="longer than 12 hours")
    if len(state.timers) >= MOST:
        raise Refused("too_many_timers", most=MOST)
    item = state.on_air.item.id if state.on_air is not None else None
    return TimerStarted(label=label, seconds=seconds, item=item)


@commands.command("timer.stop", title="Timer is done", args=(positive("timer"), text("label")), modes=RUNNING)
def timer_stop(state: State, ctx: Context, given: Given) -> Events:
    """The timer named by its number or label; without one, the one that is due first."""
    timer = _named(state, given)
    late_ms = max(0, ctx.now_ms - timer.ends_ms)
    return (TimerStopped(timer=timer.seq, label=timer.label, late_ms=late_ms),)


def _named(state: State, given: Given) -> Timer:
    timers = sorted(state.timers, key=lambda timer: timer.ends_ms)
    if "timer" in given:
        timers = [timer for timer in timers if timer.seq == given["timer"]]
    if "label" in given:
        timers = [timer for timer in timers if timer.label == given["label"]]
    if not timers:
        raise Refused("no_timer")
    return timers[0]
