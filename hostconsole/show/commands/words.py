"""Words: the prompter, key points, cues, alerts and marks."""

from __future__ import annotations

from hostconsole.show.alerts import alerts
from hostconsole.show.clocks import prompter_at
from hostconsole.show.command import (
    ANY,
    ITEM,
    RUNNING,
    Context,
    Events,
    Given,
    Registry,
    positive,
    text,
)
from hostconsole.show.cues import preset, visible
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
from hostconsole.show.spoken import line_at, lines, spoken_text
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


@commands.command("prompter.top", title="Prompter: to the top")
def top(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=0.0)


@commands.command("prompter.line_back", title="Prompter: a line back")
def line_back(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=_line_start(state, ctx, -1))


@commands.command("prompter.line_forward", title="Prompter: a line forward")
def line_forward(state: State, ctx: Context, given: Given) -> Events:
    return _moved(state, ctx, at=_line_start(state, ctx, 1))


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
    """Start of the line before or after the one at the mark."""
    spoken = spoken_text(prompted(state))
    cut = lines(spoken)
    if not cut:
        return 0.0
    here = line_at(spoken, prompter_at(state, ctx.now_ms))
    return float(cut[max(0, min(len(cut) - 1, here + by))].start)


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
        return (CueSent(text=given["text"], cue_kind="routine"),)
    try:
        words, kind = preset(state, number, rules=ctx.rules, now_ms=ctx.now_ms)
    except KeyError:
        raise Refused("bad_value", name="preset", value=number, why="no such cue") from None
    return (CueSent(text=words + given.get("text", ""), cue_kind=kind, preset=number),)


@commands.command("cue.ack", title="Cue seen")
def cue_ack(state: State, ctx: Context, given: Given) -> Events:
    waiting = visible(state, ctx.now_ms, ctx.rules)
    if not waiting:
        raise Refused("nothing_waiting")
    cue = next((c for c in waiting if c.kind == "must"), waiting[-1])
    return (CueSeen(cue=cue.seq, ms=ctx.now_ms - cue.sent_ms),)


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


@commands.command("marker.add", title="Mark this moment", args=(text("label"),), modes=RUNNING)
def marker_add(state: State, ctx: Context, given: Given) -> Events:
    item = state.on_air.item.id if state.on_air else None
    return (MarkerAdded(label=given.get("label", ""), item=item),)
