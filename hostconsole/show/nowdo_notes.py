"""The sheet's notes, and the batches of the release plan, as steps of the now-do line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hostconsole.show.cue_times import CueNote
from hostconsole.show.cue_words import Meant, meaning
from hostconsole.show.ledger import is_gone
from hostconsole.show.money import plain, to_minor
from hostconsole.show.nowdo_slot import Slot, sold_out
from hostconsole.show.plan import ReleasePart
from hostconsole.show.state import State
from hostconsole.show.step import LAST, Step

LAPSE_MS = 120_000
"""A note that nobody ticked, and no act can prove, is dropped when it is so late."""

EARLY_MS = 60_000
"""An act done so long before its time still counts as this step's."""

PASSED_MS = 15_000
"""A note of what comes before T is dropped so long after T."""


def release_step(
    state: State, slot: Slot, *, place: int, due_ms: int | None, order_ms: int, words: str = ""
) -> Step:
    """Batch number `place` (0 is the opening one); a batch seen to be gone calls for the next at once."""
    ledger, qty = state.stock[slot.item.sku], slot.parts[place].qty
    waiting = [other for other in slot.parts if other >= ledger.batch]
    gone = is_gone(ledger) and waiting[:1] == [place]
    return Step(
        id=f"{slot.ticks}.b{place}", code="release", text=f"Release +{qty}", item=slot.item.id, words=words,
        due_ms=None if gone else due_ms, order_ms=1 if gone else due_ms if due_ms is not None else order_ms,
        rank=3, fields={"qty": qty, "gone": gone}, command="stock.release", key="stock.release",
        args=(("sku", slot.item.sku), ("qty", str(max(1, min(qty, ledger.pool))))),
        done=place < ledger.batch,
    )  # fmt: skip


def _matching(meant: Meant, note: CueNote, parts: Mapping[int, ReleasePart]) -> int | None:
    """The batch a note of adding stock speaks of: by quantity and time, by quantity, else by its time."""

    def fits(part: ReleasePart) -> tuple[bool, bool]:
        by_hand = part.when == "manual" and note.base == "manual"
        at_its_time = part.when == "after" and note.timed and part.after_s == note.at_s
        return meant.number == part.qty, by_hand or at_its_time

    best = max(parts, key=lambda place: (*fits(parts[place]), -place), default=None)
    if best is None:
        return None
    same_qty, same_time = fits(parts[best])
    return best if same_qty or (meant.number is None and same_time) else None


def note_step(
    state: State, slot: Slot, note: CueNote, *, number: int, parts: dict[int, ReleasePart]
) -> Step | None:
    """One note of the item on air; None for "sold out" notes while there is something to sell, and for
    a batch that is out already."""
    if note.base == "sold_out" and not sold_out(state, slot.item):
        return None
    meant = meaning(note.words)
    if meant.what == "link_up" and not slot.item.sku:
        meant = Meant()
    base_ms = slot.base_ms(note.base)
    due_ms = base_ms + note.at_s * 1000 if base_ms is not None else None
    order_ms = due_ms if due_ms is not None else _order(slot, note)
    if meant.what == "release" and slot.item.release:
        place = _matching(meant, note, parts)
        if place is None:
            return None
        del parts[place]
        return release_step(state, slot, place=place, due_ms=due_ms, order_ms=order_ms, words=note.words)
    step = Step(
        id=f"{slot.ticks}.n{number}", code="note", text=note.words, item=slot.item.id, words=note.words,
        due_ms=due_ms, order_ms=order_ms, rank=1,
    )  # fmt: skip
    step = _ticked(state, slot, _with_act(state, slot, step, meant), meant)
    passed = base_ms is not None and note.at_s < 0 and slot.now_ms > base_ms + PASSED_MS
    missed = slot.missed(note.base, due_ms) if note.at_s < 0 else ""
    if passed and (step.code == "note" or missed) and not step.done:
        return replace(step, done=True, lapsed=True)
    return replace(step, due_ms=None, order_ms=slot.now_ms, missed=missed) if missed else step


def _order(slot: Slot, note: CueNote) -> int:
    """Where a note stands whose time is not known yet."""
    if note.base == "sold_out":
        return 2
    if note.base in ("manual", "end"):
        return LAST - 1
    if note.base == "start":
        return slot.take_ms
    return slot.now_ms + note.at_s * 1000


def _with_act(state: State, slot: Slot, step: Step, meant: Meant) -> Step:
    """`step` with the command that does it, if the console has one."""
    early = step.due_ms is None and slot.link_ms is None
    match meant.what:
        case "link_up" if slot.row.link.status != "none" or not sold_out(state, slot.item):
            return replace(step, code="link_up", command="link.up", key="link.up")
        case "link_down":
            return replace(step, code="link_down", command="link.down", key="desk.gone")
        case "take" if state.next is not None:
            return replace(step, code="take", command="show.take", key="show.take")
        case "price" if slot.item.sku:
            args = (("item", slot.item.id), ("price", meant.price))
            return replace(step, code="price", command="price.set", args=args)
        case "mark":
            return replace(step, code="mark", command="marker.add", args=(("label", step.words),),
                           key="marker.add")  # fmt: skip
        case "cue" if not early:
            key = f"cue.send preset={meant.preset}"
            return replace(step, code="cue", command="cue.send", args=(("preset", str(meant.preset)),),
                           key=key)  # fmt: skip
    return step


def _ticked(state: State, slot: Slot, step: Step, meant: Meant) -> Step:
    """`step` as done, if its act is seen in the state, a person ticked it, or it has lapsed."""
    if step.id in state.ticked or _seen(state, slot, step, meant):
        return replace(step, done=True)
    over = slot.item.sku != "" and slot.row.link.status == "down" and slot.row.link.at > slot.seen_since
    timed_by_link = step.due_ms is None and step.code in ("note", "cue") and step.order_ms < LAST - 1
    if over and timed_by_link:
        return replace(step, done=True, lapsed=True)
    late = slot.now_ms - step.due_ms if step.due_ms is not None else 0
    if late > LAPSE_MS and step.code in ("note", "cue", "mark"):
        return replace(step, done=True, lapsed=True)
    return step


def _seen(state: State, slot: Slot, step: Step, meant: Meant) -> bool:
    """The act of this step was done in this airing."""
    link = slot.row.link
    since = max(slot.take_ms, (step.due_ms or 0) - EARLY_MS)
    match step.code:
        case "link_up":
            return link.status in ("up", "countdown") or (link.status == "down" and link.at > slot.seen_since)
        case "link_down":
            return link.status == "down" and link.at > slot.seen_since
        case "price":
            return slot.row.price is not None and plain(slot.row.price, slot.item.currency) == _typed(
                meant.price, slot.item.currency
            )
        case "mark":
            return state.marked_ms is not None and state.marked_ms >= since
        case "cue":
            return any(cue.preset == meant.preset and cue.sent_ms >= since for cue in state.cues)
    return False


def _typed(price: str, currency: str) -> str:
    try:
        return plain(to_minor(price, currency), currency)
    except ValueError:
        return ""
