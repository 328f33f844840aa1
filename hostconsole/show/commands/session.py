"""Sessions begin and end; who sits at the desk; the sheet read again."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.show.command import (
    ANY,
    RUNNING,
    Context,
    Events,
    Given,
    Registry,
    text,
    yes,
)
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    Event,
    OperatorSet,
    SessionEnded,
    SessionKind,
    SessionStarted,
    SheetReloaded,
)
from hostconsole.show.plan import Item, Plan
from hostconsole.show.state import State

commands = Registry()

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


@commands.command("sheet.reload", title="Read the sheet again")
def sheet_reload(state: State, ctx: Context, given: Given) -> Events:
    """Applied to what has not aired; rows made here stay. The desk hands the sheet in with the context."""
    if ctx.sheet is None:
        raise Refused("no_sheet")
    if ctx.sheet.digest == state.digest:
        return ()
    return (reloaded(state, ctx.sheet),)


def reloaded(state: State, sheet: Plan) -> SheetReloaded:
    """What changes when `sheet` is applied to the items that have not aired."""
    frozen = {key for key in state.order if _is_kept(state, key)}
    new = {row.id: row for row in sheet.items}
    rows = tuple(row for row in sheet.items if row.id not in frozen and _differs(state, row))
    removed = tuple(key for key in state.order if key not in new and key not in frozen)
    return SheetReloaded(digest=sheet.digest, rows=rows, order=_order(state, sheet, frozen), removed=removed)


def _is_kept(state: State, key: str) -> bool:
    row = state.items[key]
    return row.added or row.airings > 0 or (state.on_air is not None and state.on_air.item.id == key)


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
    kept, dropped = _FROM_PREPARATION if prepared else _FROM_REHEARSAL
    stock = tuple(state.stock.values()) if prepared else state.opening_stock
    return SessionStarted(
        id=ctx.new_session,
        session_kind=kind,
        plan=replace(plan, digest=state.digest),
        simulated=state.simulated,
        operator=state.operator,
        boot=ctx.boot,
        boot_ms=ctx.boot_ms,
        after=state.session or None,
        stock=stock,
        prices=prices,
        skipped=tuple(key for key, row in state.items.items() if row.skipped),
        kept=kept,
        dropped=dropped,
    )
