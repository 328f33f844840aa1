"""Sessions begin and end; who sits at the desk; the sheet read again."""

from __future__ import annotations

from hostconsole.show import counting
from hostconsole.show.command import (
    ANY,
    RUNNING,
    Context,
    Events,
    Given,
    Registry,
    positive,
    text,
    yes,
)
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    Event,
    NextSet,
    OperatorSet,
    ReasonGiven,
    SessionEnded,
    SessionHandedOver,
    SessionKind,
    SessionReopened,
    SessionStarted,
    SheetReloaded,
)
from hostconsole.show.fold.desk import opening_stock
from hostconsole.show.frozen import replace
from hostconsole.show.handover import handover
from hostconsole.show.obs_state import Obs
from hostconsole.show.own_pace import own_pace
from hostconsole.show.plan import Item, Plan
from hostconsole.show.state import State

commands = Registry()

REOPEN_MS = 10 * 60_000
"""So long a session that was ended can go on."""

_FROM_REHEARSAL = (
    ("words", "order", "prices", "scenes"),
    ("airings", "stock", "cues", "timers"),
)
_FROM_PREPARATION = (("words", "order", "prices", "scenes", "stock"), ())


@commands.command("show.start_rehearsal", title="Start a rehearsal", modes=ANY)
def start_rehearsal(state: State, ctx: Context, given: Given) -> Events:
    return _begin(state, ctx, "rehearsal")


@commands.command("show.go_live", title="Go live", modes=ANY)
def go_live(state: State, ctx: Context, given: Given) -> Events:
    return _begin(state, ctx, "live")


@commands.command("show.end", title="End the show", args=(yes("sure"),), modes=RUNNING)
def end(state: State, ctx: Context, given: Given) -> Events:
    if not given.get("sure"):
        raise Refused("needs_confirm", what="Ending the show")
    return (SessionEnded(),)


@commands.command(
    "operator.set", title="Who sits at the desk", args=(text("name", required=True),), modes=ANY
)
def operator_set(state: State, ctx: Context, given: Given) -> Events:
    if given["name"] == state.operator:
        return ()
    return (OperatorSet(was=state.operator, now=given["name"]),)


@commands.command("session.reopen", title="Go on with the session", modes=RUNNING | {"ended"})
def session_reopen(state: State, ctx: Context, given: Given) -> Events:
    """For a session ended by mistake, for ten minutes. Nothing is put on air by it."""
    if state.running:
        raise Refused("already_running", mode=state.mode)
    since = ctx.now_ms - (state.ended_ms if state.ended_ms is not None else state.mono_ms)
    if since > REOPEN_MS:
        raise Refused("too_late", minutes=REOPEN_MS // 60_000)
    return (SessionReopened(ms=since),)


@commands.command(
    "event.reason",
    title="Why it was corrected",
    args=(positive("seq", required=True), text("reason", required=True)),
    modes=RUNNING | {"ended"},
)
def event_reason(state: State, ctx: Context, given: Given) -> Events:
    """The reason of a correction made on air, told when there is time for it."""
    if given["seq"] not in {made.seq for made in state.corrections}:
        raise Refused("bad_value", name="seq", value=given["seq"], why="no correction without a reason")
    if not given["reason"]:
        raise Refused("bad_value", name="reason", value="", why="a reason needs words")
    return (ReasonGiven(seq=given["seq"], reason=given["reason"]),)


@commands.command(
    "session.handover", title="Hand over the desk", args=(text("to", required=True),), modes=RUNNING
)
def session_handover(state: State, ctx: Context, given: Given) -> Events:
    """What stands goes into the log with both names; from now on `to` signs."""
    if not given["to"]:
        raise Refused("bad_value", name="to", value="", why="a name is needed")
    if given["to"] == state.operator:
        raise Refused("same_operator", name=given["to"])
    said = tuple(line.text for line in handover(state, ctx.now_ms, ctx.rules))
    return (SessionHandedOver(was=state.operator, now=given["to"], lines=said),)


@commands.command("sheet.reload", title="Read the sheet again")
def sheet_reload(state: State, ctx: Context, given: Given) -> Events:
    """Applied to what has not aired and is not on sale; rows made here stay. The desk hands the sheet in
    with the context."""
    if ctx.sheet is None:
        raise Refused("no_sheet")
    if ctx.sheet.digest == state.digest:
        return ()
    again = reloaded(state, ctx.sheet)
    if state.next is None or state.next not in again.removed:
        return (again,)
    return (again, NextSet(was=state.next, now=next_after_reload(state, again)))


def next_after_reload(state: State, again: SheetReloaded) -> str | None:
    """NEXT when the sheet has lost it: the first row left that stood after it, else the first one."""
    place = state.order.index(state.next) if state.next is not None else 0
    on_air = state.on_air.item.id if state.on_air else None
    rows = [*state.order[place:], *again.order]
    left = [key for key in rows if key in again.order and key != on_air]
    fresh = [key for key in left if key not in state.items]
    waiting = [key for key in left if key in state.items and state.items[key].airings == 0]
    ready = [key for key in waiting if not state.items[key].skipped]
    return next(iter((*ready, *fresh, *waiting)), None)


def reloaded(state: State, sheet: Plan) -> SheetReloaded:
    """What changes when `sheet` is applied to the items that have not aired."""
    frozen = {key for key in state.order if is_kept(state, key)}
    new = {row.id: row for row in sheet.items}
    rows = tuple(row for row in sheet.items if row.id not in frozen and _differs(state, row))
    removed = tuple(key for key in state.order if key not in new and key not in frozen)
    return SheetReloaded(digest=sheet.digest, rows=rows, order=_order(state, sheet, frozen), removed=removed)


def is_kept(state: State, key: str) -> bool:
    """Whether no sheet changes this row any more: made here, aired, on air or on sale."""
    row = state.items[key]
    on_air = state.on_air is not None and state.on_air.item.id == key
    return row.added or row.airings > 0 or on_air or row.link.status != "none"


def _differs(state: State, row: Item) -> bool:
    return row.id not in state.items or state.items[row.id].item != row


def _order(state: State, sheet: Plan, frozen: set[str]) -> tuple[str, ...]:
    """The sheet's order; rows it does not have stay behind the row they followed."""
    order = [row.id for row in sheet.items]
    known = set(order)
    before: str | None = None
    for key in state.order:
        if key in frozen and key not in known:
            place = order.index(before) + 1 if before in order else 0
            order.insert(place, key)
        before = key if key in order else before
    return tuple(order)


def _begin(state: State, ctx: Context, kind: SessionKind) -> Events:
    if state.mode == "live" or state.mode == kind:
        raise Refused("already_running", mode=state.mode)
    started = started_from(state, ctx, kind=kind)
    if state.mode == "ended":
        return (started,)
    over: Event = SessionEnded(reason=kind)
    return (over, started)


def started_from(state: State, ctx: Context, *, kind: SessionKind) -> SessionStarted:
    """The first event of the session after `state`'s (DESIGN §4 rule 12)."""
    plan = replace(state.plan, items=tuple(state.items[key].item for key in state.order))
    prices = tuple((key, row.price) for key, row in state.items.items() if row.price != row.item.price)
    prepared = state.kind == "preparation"
    planned = opening_stock(plan)
    kept, dropped = _FROM_PREPARATION if prepared else _FROM_REHEARSAL
    if own_pace(state) is not None:
        kept = (*kept, "pace")
    counted = state.stock.values() if prepared else state.opening_stock
    return SessionStarted(
        id=ctx.new_session,
        session_kind=kind,
        plan=replace(plan, digest=state.digest),
        simulated=state.simulated,
        operator=state.operator,
        boot=ctx.boot,
        boot_ms=ctx.boot_ms,
        after=state.session or None,
        stock=tuple(counting.carried(own) for own in counted if own != planned.get(own.sku)),
        prices=prices,
        skipped=tuple(key for key, row in state.items.items() if row.skipped),
        added=tuple(key for key, row in state.items.items() if row.added),
        kept=kept,
        dropped=dropped,
        obs=_carried(state.obs, ctx.now_ms),
        host_shown=state.host_shown,
        host_why=state.host_why,
        troubles=state.troubles,
        pace=_pace(state, ctx),
        own_pace=own_pace(state),
        ticks=state.ticks,
        hours=state.hours,
        feeds=state.feeds,
    )


def _pace(state: State, ctx: Context) -> int:
    """The host's own pace once a rehearsal has measured it."""
    if not state.session:
        return ctx.rules.pace
    measured = own_pace(state) if state.kind == "rehearsal" else None
    return measured or state.prompter.pace


def _carried(obs: Obs, now_ms: int) -> Obs:
    """What is known of OBS, its times moved to the clock of a session that begins now."""
    return replace(
        obs,
        asked=None,
        safe=None,
        differs=False,
        since_ms=obs.since_ms - now_ms,
        outputs_ms=obs.outputs_ms - now_ms,
        rec_since_ms=_moved(obs.rec_since_ms, now_ms),
        stream_since_ms=_moved(obs.stream_since_ms, now_ms),
        reconnecting_since_ms=_moved(obs.reconnecting_since_ms, now_ms),
    )


def _moved(since_ms: int | None, now_ms: int) -> int | None:
    return None if since_ms is None else since_ms - now_ms
