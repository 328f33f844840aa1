"""A sheet that was read again, taken back: the rows it touched as they were, in the order they had."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.command import Events
from hostconsole.show.commands.session import is_kept, next_after_reload
from hostconsole.show.fold.queue import reloaded
from hostconsole.show.plan import Item
from hostconsole.show.state import Act, Change, Followed, State


def can_go_back(state: State, change: Change) -> bool:
    """Whether every row the sheet touched stands as it left it: none edited since, aired or on sale, none
    put where it took one out."""
    was: Followed = change.before
    now: Followed = change.after
    gone = was.rows.keys() - now.rows.keys()
    return not any(key in state.items for key in gone) and all(
        _stands(state, key, row.item) for key, row in now.rows.items()
    )


def _stands(state: State, key: str, item: Item) -> bool:
    row = state.items.get(key)
    # Asked at every look at the bottom line: a row nobody has edited holds the very same item.
    same = row is not None and (row.item is item or row.item == item)
    return same and not _is_out(state, key)


def _is_out(state: State, key: str) -> bool:
    """An encore made here is no row of the sheet, but follows its product's price."""
    return is_kept(state, key) and not state.items[key].added


def sheet_back(state: State, act: Act) -> Events:
    """Prices set here and skips come back with the rows, and NEXT unless somebody has moved it since."""
    change = act.changes[0]
    back = _reload(state, change)
    after = reloaded(state, back)
    rows = change.before.rows
    prices = (
        e.PriceChanged(item=key, was=after.items[key].price, now=row.price, reason="undo", confirmed=True)
        for key, row in rows.items()
        if after.items[key].price != row.price
    )
    skips = (
        e.ItemSkipped(item=key) for key, row in rows.items() if row.skipped and not after.items[key].skipped
    )
    return (back, *prices, *skips, *_next(state, act, back, after))


def _reload(state: State, change: Change) -> e.SheetReloaded:
    """Rows made since stay, behind the row they followed."""
    was: Followed = change.before
    now: Followed = change.after
    removed = tuple(key for key in now.rows if key not in was.rows)
    order = [key for key in was.order if key in was.rows or key in state.items]
    before: str | None = None
    for key in state.order:
        if key not in order and key not in removed:
            order.insert(order.index(before) + 1 if before in order else 0, key)
        before = key if key in order else before
    return e.SheetReloaded(
        digest=was.digest if state.digest == now.digest else state.digest,
        rows=tuple(row.item for row in was.rows.values()),
        order=tuple(order),
        removed=removed,
    )


def _next(state: State, act: Act, back: e.SheetReloaded, after: State) -> Events:
    moved = next((change for change in act.changes if change.what == "next"), None)
    on_air = state.on_air.item.id if state.on_air else None
    if moved is not None and state.next == moved.after and moved.before in after.items:
        return (e.NextSet(was=state.next, now=moved.before),) if moved.before != on_air else ()
    if state.next in back.removed:
        return (e.NextSet(was=state.next, now=next_after_reload(state, back)),)
    return ()
