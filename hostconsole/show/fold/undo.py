"""What undo and redo offer, kept as part of the state so that it survives a restart.

Each reversible event of a person's act leaves a `Change`; the changes of one act are one step. Events of
an undo or redo carry the seq of its `undone`/`redone` as their act and leave none.
"""

from __future__ import annotations

from dataclasses import replace

from hostconsole.show import events as e
from hostconsole.show.state import Act, Change, State

STEPS_KEPT = 200
"""Steps that can be taken back at most; a show rarely has more acts that matter than this."""


def recorded(before: State, state: State, entry: e.Entry) -> State:
    """`state` with what `entry` left to undo or redo; `before` is the state it was applied to."""
    match entry.event:
        case e.SessionStarted():
            return state
        case e.Undone():
            return _undone(state, entry.event, entry.seq)
        case e.Redone():
            return _redone(state, entry.event, entry.seq)
        case e.ItemMisfired() if entry.act != state.reversal:
            return replace(state, undo=_without_take(state.undo, entry.event.item))
    if entry.act is None or entry.act == state.reversal:
        return state
    change = _change(before, state, entry)
    return state if change is None else _with(state, entry, change)


def _with(state: State, entry: e.Entry, change: Change) -> State:
    redoable = change.what not in ("take", "link")
    last = state.undo[-1] if state.undo else None
    if last is not None and last.seq == entry.act:
        grown = replace(last, changes=(*last.changes, change), redoable=last.redoable and redoable)
        return replace(state, undo=(*state.undo[:-1], grown))
    act = Act(
        seq=entry.act or entry.seq, at=entry.at, mono_ms=entry.mono_ms, actor=entry.actor,
        changes=(change,), redoable=redoable,
    )  # fmt: skip
    return replace(state, undo=(*state.undo, act)[-STEPS_KEPT:], redo=())


def _change(before: State, after: State, entry: e.Entry) -> Change | None:
    match entry.event:
        case e.PriceChanged() as event:
            return Change(what="price", key=event.item, before=event.was, after=event.now)
        case e.StockEvent() as event:
            was = before.stock[event.sku]
            return Change(what="stock", key=event.sku, before=was, after=event.ledger)
        case e.LinkOpened() | e.LinkClosed() as event:
            links = before.items[event.item].link, after.items[event.item].link
            return Change(what="link", key=event.item, before=links[0], after=links[1])
        case e.ItemMoved() as event:
            return Change(what="order", key=event.item, before=event.was, after=event.before)
        case e.ItemAdded() as event:
            return Change(what="added", key=event.item, before=None, after=(event.row, event.before))
        case e.ItemEdited() as event:
            was_, now = (event.field, event.was), (event.field, event.now)
            return Change(what="edit", key=event.item, before=was_, after=now)
        case e.ItemSkipped() | e.ItemUnskipped() as event:
            skipped = isinstance(event, e.ItemSkipped)
            return Change(what="skip", key=event.item, before=not skipped, after=skipped)
        case e.NextSet() as event if _is_part_of_an_edit(before, entry):
            return Change(what="next", key="", before=event.was, after=event.now)
        case e.ItemTaken() as event:
            return Change(what="take", key=event.item, before=event.came_from, after=entry.seq)
        case _:
            return None


def _is_part_of_an_edit(state: State, entry: e.Entry) -> bool:
    """NEXT set by itself is no step of undo, nor is NEXT after a take: back puts that right."""
    last = state.undo[-1] if state.undo else None
    return last is not None and last.seq == entry.act and last.changes[-1].what != "take"


def _undone(state: State, event: e.Undone, seq: int) -> State:
    act = next((act for act in state.undo if act.seq == event.seq), None)
    left = tuple(other for other in state.undo if other is not act)
    redo = (*state.redo, act) if act is not None and act.redoable else ()
    return replace(state, undo=left, redo=redo, reversal=seq)


def _redone(state: State, event: e.Redone, seq: int) -> State:
    act = next((act for act in state.redo if act.seq == event.seq), None)
    left = tuple(other for other in state.redo if other is not act)
    undo = (*state.undo, act) if act is not None else state.undo
    return replace(state, undo=undo, redo=left, reversal=seq)


def _without_take(undo: tuple[Act, ...], item: str) -> tuple[Act, ...]:
    """A take that became a misfire is no longer there to undo."""
    for place in range(len(undo) - 1, -1, -1):
        if any(change.what == "take" and change.key == item for change in undo[place].changes):
            return (*undo[:place], *undo[place + 1 :])
    return undo
