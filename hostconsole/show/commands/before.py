"""Before the show: ticks of what no program can see, and how long there is."""

from __future__ import annotations

from hostconsole.show.command import ANY, Context, Events, Given, Registry, text, yes
from hostconsole.show.errors import Refused
from hostconsole.show.events import HoursSet, PreflightTicked
from hostconsole.show.state import State
from hostconsole.show.ticks import TICKS, time_of_day

commands = Registry()


@commands.command(
    "preflight.tick", title="Ready before the show", args=(text("what", required=True), yes("done"))
)
def tick(state: State, ctx: Context, given: Given) -> Events:
    """`what` is links, cover or hotspot. Without `done`: ticked if it was not, not ticked if it was."""
    what = given["what"]
    if what not in TICKS:
        raise Refused("bad_value", name="what", value=what[:60], why=f"one of {', '.join(TICKS)}")
    was = any(known.what == what for known in state.ticks)
    done = given.get("done", not was)
    return () if done == was else (PreflightTicked(what=what, done=done),)


@commands.command("show.hours", title="From when to when the show lasts", args=(text("start"), text("end")))
def hours(state: State, ctx: Context, given: Given) -> Events:
    """Times of day: the pre-flight compares the planned minutes with them. Without both: not known."""
    start, end = (_time(name, given.get(name, "")) for name in ("start", "end"))
    if bool(start) != bool(end):
        raise Refused("missing_argument", command="show.hours", name="end" if start else "start")
    if (start, end) == ((state.hours.start, state.hours.end) if state.hours else ("", "")):
        return ()
    return (HoursSet(start=start, end=end),)


@commands.command("sheet.save", title="Save the sheet", modes=ANY)
def sheet_save(state: State, ctx: Context, given: Given) -> Events:
    """The desk writes the file, off the main thread, and records that it did; here is no file."""
    raise Refused("no_sheet")


@commands.command("feeds.reload", title="Read the feeds file again", modes=ANY)
def feeds_reload(state: State, ctx: Context, given: Given) -> Events:
    """The desk reads the file, off the main thread, and records what changed; here is no file."""
    raise Refused("feeds_unreadable", why="no show is open")


def _time(name: str, given: str) -> str:
    if not given:
        return ""
    try:
        return time_of_day(given)
    except ValueError as fault:
        raise Refused("bad_value", name=name, value=given[:60], why=str(fault)) from None
