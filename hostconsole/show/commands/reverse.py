"""Undo and redo: new events that take back, or do again, a step of the state's own list.

Undo of a take is `show.back` by another name, offered for a minute. What came in between from feeds is
kept: stock is moved by the difference, not set to an old number, and not at all once it was counted anew.
"""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.codec import json_value
from hostconsole.show.command import SETUP, Context, Events, Given, Registry, positive
from hostconsole.show.commands.rows import stands_before
from hostconsole.show.commands.sheet_back import can_go_back, sheet_back
from hostconsole.show.commands.take import back, former, waiting_after
from hostconsole.show.counting import superseded
from hostconsole.show.errors import Refused
from hostconsole.show.ledger import Ledger, moved
from hostconsole.show.rules import Rules
from hostconsole.show.state import Act, Change, LinkState, State

commands = Registry()


@commands.command("undo", title="Undo", args=(positive("seq"),), modes=SETUP)
def undo(state: State, ctx: Context, given: Given) -> Events:
    """The newest step, or with seq= the one that began there, if nothing came on top of it since."""
    if "seq" in given:
        act = next((act for act in state.undo if act.seq == given["seq"]), None)
        if act is None or not can_undo(state, act, now_ms=ctx.now_ms, rules=ctx.rules):
            raise Refused("nothing_to_undo")
        return _undone(state, ctx, act)
    act = undoable(state, now_ms=ctx.now_ms, rules=ctx.rules)
    counting = state.countdown
    if counting is not None and counting.item and (act is None or act.mono_ms <= counting.started_ms):
        return (e.CountdownCancelled(item=counting.item, reason="undo"),)
    if act is None:
        raise Refused("nothing_to_undo")
    return _undone(state, ctx, act)


def _undone(state: State, ctx: Context, act: Act) -> Events:
    undone = e.Undone(seq=act.seq)
    if act.changes[0].what == "take":
        return (undone, *back(state, ctx, pointing=_next_before_back(state, act)))
    if act.changes[0].what == "sheet":
        return (undone, *sheet_back(state, act))
    return (undone, *_moves(state, _back(act)))


def _next_before_back(state: State, act: Act) -> Events | None:
    """When it is a back that is taken back: NEXT as it was before, unless somebody has moved it since. None
    where the item left is to be NEXT."""
    change = next((change for change in act.changes if change.what == "next"), None)
    if change is None or (change.before is not None and change.before not in state.items):
        return None
    if state.next != change.after or change.before == change.after:
        return ()
    return (e.NextSet(was=state.next, now=change.before),)


@commands.command("redo", title="Redo", modes=SETUP)
def redo(state: State, ctx: Context, given: Given) -> Events:
    act = redoable(state)
    if act is None:
        raise Refused("nothing_to_redo")
    return (e.Redone(seq=act.seq), *_moves(state, act.changes))


def undoable(state: State, *, now_ms: int, rules: Rules) -> Act | None:
    """The newest step that can be taken back now: a take only while it is on air and young enough."""
    for act in reversed(state.undo):
        if _reversible(state, act, now_ms=now_ms, rules=rules):
            return act
    return None


def redoable(state: State) -> Act | None:
    """The newest step taken back that can be done again: a sheet read since may have lost its row, a count
    made since stands."""
    return next((act for act in reversed(state.redo) if _can_move(state, act.changes)), None)


def can_undo(state: State, act: Act, *, now_ms: int, rules: Rules) -> bool:
    """Whether this step, newest or not, can be taken back: what it led to still stands."""
    if act is not state.undo[-1] and not all(_stands(state, change) for change in act.changes):
        return False
    return _reversible(state, act, now_ms=now_ms, rules=rules)


def _reversible(state: State, act: Act, *, now_ms: int, rules: Rules) -> bool:
    change = act.changes[0]
    if change.what == "take":
        airing = state.on_air
        age_ms = now_ms - act.mono_ms
        # The very first take has nothing to go back to, except as a misfire.
        within = rules.misfire_ms if former(state) is None else rules.undo_take_ms
        fresh = age_ms <= within
        if airing is None or airing.seq != change.after or not fresh:
            return False
        return change.key in state.items
    if change.what == "sheet":
        return can_go_back(state, change)
    return _can_move(state, _back(act))


def _stands(state: State, change: Change) -> bool:
    """Stock is moved by the difference (`_still_there` asks for counts made since), places in the queue are
    only places; all else must be as left (of a sheet's rows `can_go_back` asks)."""
    row = state.items.get(change.key)
    if change.what in ("stock", "order", "added", "next", "take", "sheet"):
        return True
    if row is None:
        return False
    if change.what == "edit":
        field, value = change.after
        return bool(json_value(getattr(row.item, field)) == value)
    now = {"price": row.price, "link": row.link, "skip": row.skipped}.get(change.what)
    return bool(now == change.after)


def _can_move(state: State, changes: tuple[Change, ...]) -> bool:
    """Whether all that these changes move from its `before` to its `after` is still there."""
    return all(_still_there(state, change) for change in changes)


def _still_there(state: State, change: Change) -> bool:
    """What is moved exists; a row comes back where there is none, and goes while it has not aired. Stock that
    was counted since is as it was counted."""
    if change.what == "stock":
        ledger = state.stock.get(change.key)
        return ledger is not None and not superseded(ledger, before=change.before, after=change.after)
    if change.what == "next":
        return True
    if change.what != "added":
        return change.key in state.items
    row = state.items.get(change.key)
    if change.after is not None:
        return row is None
    on_air = state.on_air is not None and state.on_air.item.id == change.key
    return row is not None and row.airings == 0 and not on_air


def _back(act: Act) -> tuple[Change, ...]:
    """What takes the act back: its changes turned round, the last one first."""
    return tuple(_turned(change) for change in reversed(act.changes))


def _turned(change: Change) -> Change:
    return Change(what=change.what, key=change.key, before=change.after, after=change.before)


def _moves(state: State, changes: tuple[Change, ...]) -> Events:
    """The events that move each changed thing from its `before` to its `after`, on top of what is."""
    events: list[e.Event] = []
    stock: dict[str, Ledger] = dict(state.stock)
    for change in _with_products_price(state, changes):
        if change.what == "stock":
            events.append(_stock_move(stock, change))
        elif change.what != "next":
            events.append(_row_move(state, change))
    return (*events, *_next_moves(state, changes))


def _with_products_price(state: State, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """An encore that gives up its own price gets its product's before, which may have changed since."""
    shared = next((c for c in changes if c.what == "edit" and c.after == ("own_price", False)), None)
    row = state.items.get(shared.key) if shared is not None else None
    product = state.items.get(row.item.product) if row is not None else None
    if shared is None or row is None or product is None:
        return changes
    key, was, now = shared.key, row.item.price, product.item.price
    prices: list[Change] = []
    if row.price != product.price:
        prices.append(Change(what="price", key=key, before=row.price, after=product.price))
    if was != now:
        prices.append(Change(what="edit", key=key, before=("price", was), after=("price", now)))
    return (*prices, *(change for change in changes if not _is_price(change, key)))


def _is_price(change: Change, item: str) -> bool:
    """The price now or the planned one of this row."""
    planned = change.what == "edit" and change.after[0] == "price"
    return change.key == item and (change.what == "price" or planned)


def _stock_move(stock: dict[str, Ledger], change: Change) -> e.Event:
    was = stock[change.key]
    ledger = moved(was, before=change.before, after=change.after)
    stock[change.key] = ledger
    return e.StockAdjusted(
        sku=change.key, was=was.sellable, now=ledger.sellable, source="undo", ledger=ledger
    )


def _row_move(state: State, change: Change) -> e.Event:
    key, after = change.key, change.after
    row = state.items.get(key)
    match change.what:
        case "price" if row is not None:
            return e.PriceChanged(item=key, was=row.price, now=after, reason="undo", confirmed=True)
        case "link" if row is not None:
            return _link_move(key, row.link, after)
        case "skip":
            return e.ItemSkipped(item=key) if after else e.ItemUnskipped(item=key)
        case "order":
            before = after if after in state.items else None
            return e.ItemMoved(item=key, was=stands_before(state, key), before=before)
        case "edit" if row is not None:
            field, value = after
            was = json_value(getattr(row.item, field))
            on_air = state.on_air is not None and state.on_air.item.id == key
            return e.ItemEdited(item=key, field=field, was=was, now=value, on_air=on_air)
        case "added" if after is None:
            return e.ItemRemoved(item=key, before=stands_before(state, key))
        case "added":
            before = after[1] if after[1] in state.items else None
            return e.ItemAdded(item=key, row=after[0], before=before)
        case _:
            raise Refused("nothing_to_undo")


def _link_move(item: str, was: LinkState, now: LinkState) -> e.Event:
    return e.LinkRestored(
        item=item, was=was.status, now=now.status, since_ms=now.since_ms, by=now.by, at=now.at
    )


def _next_moves(state: State, changes: tuple[Change, ...]) -> Events:
    """NEXT goes where the act has it, unless somebody has moved it since or that cannot be NEXT any more. It
    does not stay on a row that goes."""
    item = state.next
    change = next((change for change in changes if change.what == "next" and change.before == item), None)
    if change is not None and _can_be_next(state, changes, change.after):
        return (e.NextSet(was=item, now=change.after),)
    goes = _was_put(changes, "added", item) is False or (
        change is not None and _was_put(changes, "skip", item) is True
    )
    return (e.NextSet(was=item, now=waiting_after(state, item)),) if item is not None and goes else ()


def _can_be_next(state: State, changes: tuple[Change, ...], item: str | None) -> bool:
    """After these changes: neither gone nor skipped, and not on air, where the take key would be dead."""
    if item is None:
        return True
    if state.on_air is not None and state.on_air.item.id == item:
        return False
    row = state.items.get(item)
    skipped = row is not None and row.skipped
    here, left_out = _was_put(changes, "added", item), _was_put(changes, "skip", item)
    return (row is not None if here is None else here) and not (skipped if left_out is None else left_out)


def _was_put(changes: tuple[Change, ...], what: str, item: str | None) -> bool | None:
    """Whether these changes add (or skip) the item, or take that back; None if they do neither."""
    put = (bool(change.after) for change in changes if change.what == what and change.key == item)
    return next(put, None)
