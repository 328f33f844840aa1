"""Words: the prompter, key points, cues, alerts and marks."""

from __future__ import annotations

from bisect import bisect_right

from hostconsole.show.alerts import alerts
from hostconsole.show.cells import cells
from hostconsole.show.clocks import prompter_at, reading_line
from hostconsole.show.command import (
    ANY,
    ITEM,
    RUNNING,
    Context,
    Events,
    Given,
    Registry,
    positive,
    qty,
    text,
)
from hostconsole.show.commands.timers import started
from hostconsole.show.cues import MOST_CELLS, MOST_LINES, STOP_PRESET, preset, visible
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    AlertAcknowledged,
    CueSeen,
    CueSent,
    MarkerAdded,
    PointTicked,
    PrompterMoved,
)
from hostconsole.show.plan import Item
from hostconsole.show.script import parsed
from hostconsole.show.spoken import lines, script_text, spoken_text
from hostconsole.show.state import State

commands = Registry()

SLOWEST, FASTEST = 40, 1_200
"""Characters a minute the prompter can run at."""


@commands.command("prompter.toggle", title="Prompter: run or pause")
def toggle(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, running=not state.prompter.running)


@commands.command("prompter.faster", title="Prompter: faster")
def faster(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, pace=state.prompter.pace + ctx.rules.pace_step)


@commands.command("prompter.slower", title="Prompter: slower")
def slower(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, pace=state.prompter.pace - ctx.rules.pace_step)


@commands.command("prompter.pace", title="Prompter: pace", args=(positive("at", required=True),))
def pace(state: State, ctx: Context, given: Given) -> Events:
    """To `at` characters a minute."""
    return _moved(state, ctx, pace=given["at"])


@commands.command("prompter.top", title="Prompter: to the top")
def top(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=0.0)


@commands.command("prompter.line_back", title="Prompter: a line back")
def line_back(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=_line_start(state, ctx, -1))


@commands.command("prompter.line_forward", title="Prompter: a line forward")
def line_forward(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=_line_start(state, ctx, 1))


@commands.command("prompter.paragraph_back", title="Prompter: a paragraph back")
def paragraph_back(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=_paragraph_start(state, ctx, -1))


@commands.command("prompter.paragraph_forward", title="Prompter: a paragraph forward")
def paragraph_forward(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=_paragraph_start(state, ctx, 1))


@commands.command("prompter.to", title="Prompter: to a place", args=(qty("at", required=True),))
def to(state: State, ctx: Context, given: Given) -> Events:
    """To character `at` of the spoken text, at most its end."""
    return _moved(state, ctx, at=float(min(given["at"], len(spoken_text(prompted(state))))))


@commands.command("prompter.mark", title="Prompter: to a named mark", args=(text("name"),))
def mark(state: State, ctx: Context, given: Given) -> Events:
    """To the mark of that name; without one, to the next mark, after the last to the first."""
    marks = parsed(script_text(prompted(state))).marks
    name = given.get("name", "").casefold()
    if name:
        found = [at for known, at in marks if known.casefold() == name]
    else:
        here = prompter_at(state, ctx.now_ms)
        found = [at for _known, at in marks if at > here] or [at for _known, at in marks]
    if not marks:
        raise Refused("no_marks")
    if not found:
        raise Refused("no_mark", name=given["name"])
    return _moved(state, ctx, at=float(found[0]))


def prompted(state: State) -> Item:
    """The item whose words the prompter shows: on air, else the one it was put on, else NEXT."""
    if state.on_air is not None:
        return state.on_air.item
    key = state.prompter.item if state.prompter.item in state.items else state.next
    if key is None:
        raise Refused("nothing_on_air")
    return state.items[key].item


def _moved(
    state: State,
    ctx: Context,
    *,
    at: float | None = None,
    running: bool | None = None,
    pace: int | None = None,
) -> Events:
    now = state.prompter
    item = prompted(state).id
    here = prompter_at(state, ctx.now_ms) if now.item == item else 0.0
    moved = PrompterMoved(
        item=item,
        at=round(here if at is None else at, 2),
        running=now.running if running is None else running,
        pace=max(SLOWEST, min(FASTEST, now.pace if pace is None else pace)),
    )
    return (moved,)


def _line_start(state: State, ctx: Context, by: int) -> float:
    """Start of the line before or after the one at the mark, of those that are read now."""
    item = prompted(state)
    spoken, read = spoken_text(item), reading_line(state, item)
    starts = [line.start for line in lines(spoken) if read.units(line.end) > read.units(line.start)]
    return _step(starts, prompter_at(state, ctx.now_ms), by)


def _paragraph_start(state: State, ctx: Context, by: int) -> float:
    item = prompted(state)
    read = reading_line(state, item)
    starts, start = [], 0
    for paragraph in spoken_text(item).split("\n"):
        end = start + len(paragraph)
        if paragraph.strip() and read.units(end) > read.units(start):
            starts.append(start)
        start = end + 1
    return _step(starts, prompter_at(state, ctx.now_ms), by)


def _step(starts: list[int], here: float, by: int) -> float:
    """From the stretch that holds `here` to the one before or after it."""
    if not starts:
        return 0.0
    number = bisect_right(starts, here) - 1 + by
    return float(starts[max(0, min(len(starts) - 1, number))])


@commands.command("point.tick", title="Point said", args=(ITEM, positive("n")), modes=RUNNING)
def point_tick(state: State, ctx: Context, given: Given) -> Events:
    """Ticks key point n (again: not said after all); without n, the first not yet said."""
    if state.on_air is None:
        raise Refused("nothing_on_air")
    item = given.get("item", state.on_air.item.id)
    row = state.items[item]
    points = len(row.item.key_points)
    unsaid = [n for n in range(1, points + 1) if n not in row.said]
    n = given.get("n", unsaid[0] if unsaid else points + 1)
    if n > points:
        raise Refused("no_points", item=item, n=n)
    return (PointTicked(item=item, n=n, said=n not in row.said),)


@commands.command("cue.send", title="Cue to the host", args=(text("text"), positive("preset")))
def cue_send(state: State, ctx: Context, given: Given) -> Events:
    number = given.get("preset")
    if number is None:
        if not given.get("text"):
            raise Refused("no_text")
        return (CueSent(text=_readable(given["text"]), cue_kind="routine"),)
    try:
        words, kind = preset(state, number, rules=ctx.rules, now_ms=ctx.now_ms)
    except KeyError:
        raise Refused("bad_value", name="preset", value=number, why="no such cue") from None
    return (CueSent(text=_readable(words + given.get("text", "")), cue_kind=kind, preset=number),)


def _readable(words: str) -> str:
    """`words` if the host can take them in at a glance."""
    most = MOST_CELLS * MOST_LINES
    words = " ".join(words.split())
    if cells(words) > most:
        raise Refused("cue_too_long", width=cells(words), most=most)
    return words


@commands.command("cue.ack", title="Cue seen")
def cue_ack(state: State, ctx: Context, given: Given) -> Events:
    waiting = visible(state, ctx.now_ms, ctx.rules)
    if not waiting:
        raise Refused("nothing_waiting")
    # STOP covers all others: they are not seen while it stands, and twice sent it is seen at once.
    stops = [cue for cue in state.cues if cue.waits and cue.preset == STOP_PRESET]
    seen = stops or [next((c for c in waiting if c.kind == "must"), waiting[-1])]
    return tuple(CueSeen(cue=cue.seq, ms=ctx.now_ms - cue.sent_ms) for cue in seen)


@commands.command("desk.host_step", title="Cue seen, else prompter")
def host_step(state: State, ctx: Context, given: Given) -> Events:
    """The host's one pedal: a waiting cue is seen; without one the prompter runs or pauses."""
    if visible(state, ctx.now_ms, ctx.rules):
        return cue_ack(state, ctx, {})
    return toggle(state, ctx, {})


@commands.command("alert.ack", title="Acknowledge the alert", modes=ANY)
def alert_ack(state: State, ctx: Context, given: Given) -> Events:
    standing = [alert for alert in alerts(state, ctx.now_ms, ctx.rules) if not alert.acknowledged]
    if not standing:
        raise Refused("nothing_waiting")
    worst = standing[0]
    return (AlertAcknowledged(code=worst.code, item=worst.item, episode=worst.episode),)


@commands.command(
    "marker.add", title="Mark this moment", args=(text("label"), positive("seconds")), modes=RUNNING
)
def marker_add(state: State, ctx: Context, given: Given) -> Events:
    """With seconds= it is a promise: the mark, and a timer that says when it is due."""
    item = state.on_air.item.id if state.on_air else None
    mark = MarkerAdded(label=given.get("label", ""), item=item)
    if "seconds" not in given:
        return (mark,)
    return (mark, started(state, label=mark.label, seconds=given["seconds"]))
