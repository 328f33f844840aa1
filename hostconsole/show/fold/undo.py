"""What undo and redo offer, kept as part of the state so that it survives a restart.

Each reversible event of a person's act leaves a `Change`; the changes of one act are one step. Events of
an undo or redo carry the seq of its `undone`/`redone` as their act and leave none.
"""

from __future__ import annotations

from typing import TypedDict

from hostconsole.show import events as e
from hostconsole.show.frozen import replace
from hostconsole.show.state import Act, Change, Followed, State, settled_link

STEPS_KEPT = 200
"""Steps that can be taken back at most; a show rarely has more acts that matter than this."""


class Left(TypedDict, total=False):
    """The fields of the state that change."""

    undo: tuple[Act, ...]
    redo: tuple[Act, ...]
    reversal: int | None


def left_by(entry: e.Entry, *, before: State, after: State) -> Left:
    """What `entry`, which made `after` of `before`, leaves to undo or redo."""
    match entry.event:
        case e.SessionStarted():
            return {}
        case e.Undone():
            return _undone(after, entry.event, entry.seq)
        case e.Redone():
            return _redone(after, entry.event, entry.seq)
        case e.ItemMisfired() if entry.act != after.reversal:
            return {"undo": _without_take(after.undo, entry.event.item)}
    if entry.act is None or entry.act == after.reversal:
        return {}
    change = _change(before, after, entry)
    return {} if change is None else _with(after, entry, change)


def _with(state: State, entry: e.Entry, change: Change) -> Left:
    redoable = change.what not in ("take", "link", "sheet")
    last = state.undo[-1] if state.undo else None
    if last is not None and last.seq == entry.act:
        grown = replace(last, changes=(*last.changes, change), redoable=last.redoable and redoable)
        return {"undo": (*state.undo[:-1], grown)}
    act = Act(
        seq=entry.act or entry.seq, at=entry.at, mono_ms=entry.mono_ms, actor=entry.actor,
        changes=(change,), redoable=redoable,
    )  # fmt: skip
    redo = state.redo if change.what == "sheet" else ()  # those its rows still allow
    return {"undo": (*state.undo[1 - STEPS_KEPT :], act), "redo": redo}


def _change(before: State, after: State, entry: e.Entry) -> Change | None:
    match entry.event:
        case e.PriceChanged() as event:
            return Change(what="price", key=event.item, before=event.was, after=event.now)
        case e.StockEvent() as event:
            was = before.stock[event.sku]
            return Change(what="stock", key=event.sku, before=was, after=event.ledger)
        case e.LinkOpened() | e.LinkClosed() as event:
            links = settled_link(before, event.item), after.items[event.item].link
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
        case e.NextSet() as event if _is_part_of_an_edit(before, entry) or _goes_back(before, entry, event):
            return Change(what="next", key="", before=event.was, after=event.now)
        case e.SheetReloaded():
            return Change(what="sheet", key="", before=_side(before, after), after=_side(after, before))
        case e.ItemTaken() as event:
            return Change(what="take", key=event.item, before=event.came_from, after=entry.seq)
        case _:
            return None


def _side(state: State, other: State) -> Followed:
    there = other.items
    rows = {
        key: row for key, row in state.items.items() if there.get(key) is not row and there.get(key) != row
    }
    return Followed(rows=rows, order=state.order, digest=state.digest)


def _goes_back(state: State, entry: e.Entry, event: e.NextSet) -> bool:
    """A take that makes the item left NEXT went back to what was on air before: what NEXT was before that
    cannot be told from what is on air."""
    last = state.undo[-1] if state.undo else None
    if last is None or last.seq != entry.act or last.changes[-1].what != "take":
        return False
    return last.changes[-1].before is not None and last.changes[-1].before == event.now


def _is_part_of_an_edit(state: State, entry: e.Entry) -> bool:
    """NEXT set by itself is no step of undo, nor is NEXT after a take: back puts that right."""
    last = state.undo[-1] if state.undo else None
    return last is not None and last.seq == entry.act and last.changes[-1].what != "take"


def _undone(state: State, event: e.Undone, seq: int) -> Left:
    act = next((act for act in reversed(state.undo) if act.seq == event.seq), None)
    left = tuple([other for other in state.undo if other is not act])
    redo = (*state.redo, act) if act is not None and act.redoable else ()
    return {"undo": left, "redo": redo, "reversal": seq}


def _redone(state: State, event: e.Redone, seq: int) -> Left:
    act = next((act for act in state.redo if act.seq == event.seq), None)
    left = tuple(other for other in state.redo if other is not act)
    undo = (*state.undo, act) if act is not None else state.undo
    return {"undo": undo, "redo": left, "reversal": seq}


def _without_take(undo: tuple[Act, ...], item: str) -> tuple[Act, ...]:
    """A take that became a misfire is no longer there to undo."""
    for place in range(len(undo) - 1, -1, -1):
        if any(change.what == "take" and change.key == item for change in undo[place].changes):
            return (*undo[:place], *undo[place + 1 :])
    return undo
