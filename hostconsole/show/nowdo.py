"""The now-do line: what the controller must do next, and when, as one ordered list.

It joins the sheet's cue notes, the release plan, the countdown and what the show itself asks for (link
up, link down, the next take). A step ticks itself when its act is seen in the state; what only people
can do is ticked by hand (`step.tick`), or lapses some time after it was due. Computed, never stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hostconsole.show.cue_times import cue_notes
from hostconsole.show.nowdo_notes import note_step, release_step
from hostconsole.show.nowdo_slot import Slot, expected_take_ms, slot_of, sold_out
from hostconsole.show.plan import ReleasePart
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.show.step import LAST
from hostconsole.show.step import Step as Step


def todo(state: State, now_ms: int, rules: Rules) -> tuple[Step, ...]:
    """Everything to do now and next, in order, done steps included; () while no session runs."""
    if not state.running:
        return ()
    steps = [*_of_countdown(state), *_of_timers(state), *_of_item(state, now_ms), *_of_next(state, now_ms)]
    steps.sort(key=lambda step: (step.order_ms, step.rank))
    return tuple(_asking(step, now_ms, rules.ask_ms) for step in steps)


def _asking(step: Step, now_ms: int, ask_ms: int) -> Step:
    left = step.left_ms(now_ms)
    soon = left <= ask_ms if left is not None else bool(step.fields.get("gone")) or step.missed == "soon"
    return replace(step, asks=True) if soon and not step.done else step


def waiting(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps still to be done."""
    return tuple(step for step in steps if not step.done)


# -- the countdown, and the item on air -----------------------------------------------------------------


def _of_countdown(state: State) -> Iterator[Step]:
    """A running countdown stands first; its link opens by itself."""
    countdown = state.countdown
    if countdown is None:
        return
    code = "link_opens" if countdown.item is not None else "countdown"
    yield Step(id="countdown", code=code, text="The link opens" if countdown.item else "Countdown",
               item=countdown.item, due_ms=countdown.ends_ms, order_ms=-1)  # fmt: skip


def _of_timers(state: State) -> Iterator[Step]:
    """What was promised beside the items; it stands, late, until somebody says it is done."""
    for timer in state.timers:
        yield Step(id=f"timer.{timer.seq}", code="timer", text=timer.label, words=timer.label, rank=0,
                   item=timer.item, due_ms=timer.ends_ms, order_ms=timer.ends_ms, command="timer.stop",
                   args=(("timer", str(timer.seq)),), key="timer.stop")  # fmt: skip


def _of_item(state: State, now_ms: int) -> Iterator[Step]:
    slot = slot_of(state, now_ms)
    if slot is None:
        if state.on_air is None and state.next is not None:
            yield _take_step(state, due_ms=None, order_ms=now_ms)
        return
    meant: set[str] = set()
    parts = dict(slot.parts)
    for number, note in enumerate(cue_notes(slot.item.cues)):
        step = note_step(state, slot, note, number=number, parts=parts)
        if step is not None:
            meant.add(step.code)
            yield step
    yield from _of_oversell(state, slot)
    yield from _releases(state, slot, parts)
    yield from _of_link(state, slot, meant)
    if "take" not in meant and state.next is not None:
        yield _take_step(state, due_ms=slot.end_ms, order_ms=slot.end_ms or LAST)


def _take_step(state: State, *, due_ms: int | None, order_ms: int) -> Step:
    return Step(id="take", code="take", text="Take the next item", item=state.next, due_ms=due_ms,
                order_ms=order_ms, rank=9, command="show.take", key="show.take")  # fmt: skip


def _of_link(state: State, slot: Slot, meant: set[str]) -> Iterator[Step]:
    """What the show asks for by itself: the link up while it is not, and down once nothing is left."""
    if not slot.item.sku:
        return
    status, item, gone = slot.row.link.status, slot.item.id, sold_out(state, slot.item)
    if status == "none" and "link_up" not in meant and slot.row.price is not None and not gone:
        yield Step(id=f"{slot.ticks}.link", code="link_up", text="Link up", item=item, order_ms=slot.now_ms,
                   rank=2, command="link.up", key="link.up")  # fmt: skip
    if status == "up" and gone and "link_down" not in meant:
        yield Step(id=f"{slot.ticks}.down", code="link_down", text="Sold out: link down", item=item,
                   order_ms=0, command="link.down", key="desk.gone")  # fmt: skip


# -- the release plan, and what keeps it back ------------------------------------------------------------


def _of_oversell(state: State, slot: Slot) -> Iterator[Step]:
    """Nothing is released of what was sold more often than there is: what mends that comes first."""
    ledger = state.stock.get(slot.item.sku)
    if ledger is not None and ledger.is_frozen:
        text = f"Oversold by {ledger.beyond}: settle that before anything is released"
        yield Step(id=f"{slot.ticks}.oversold", code="oversold", text=text, item=slot.item.id, order_ms=0,
                   rank=1, fields={"qty": ledger.beyond}, command="oversold.settle", asks=True)  # fmt: skip


def _releases(state: State, slot: Slot, parts: dict[int, ReleasePart]) -> Iterator[Step]:
    for place, part in parts.items():
        due_ms = None
        if part.when != "manual" and slot.link_ms is not None:
            due_ms = slot.link_ms + part.after_s * 1000
        yield release_step(
            state,
            slot,
            place=place,
            due_ms=due_ms,
            order_ms=slot.now_ms + part.after_s * 1000 if part.when != "manual" else LAST - 2,
        )


# -- what NEXT wants before it is taken -----------------------------------------------------------------


def _of_next(state: State, now_ms: int) -> Iterator[Step]:
    """NEXT's notes from before its T: for what is sold that is its link, soon after the take."""
    row = state.items.get(state.next or "")
    if row is None:
        return
    take_ms, slot = expected_take_ms(state, now_ms), slot_of(state, now_ms)
    for number, note in enumerate(cue_notes(row.item.cues)):
        if not note.timed or note.base == "end" or note.at_s >= 0:
            continue
        step_id = f"{row.item.id}.{row.airings + 1}.n{number}"
        due_ms = None if take_ms is None else take_ms + note.at_s * 1000
        # A slot shorter than that leaves no time for it: it is to be done now, and nobody is late.
        too_soon = slot is not None and due_ms is not None and due_ms < slot.take_ms
        due_ms = None if too_soon else due_ms
        yield Step(
            id=step_id, code="note", text=note.words, item=row.item.id, words=note.words, due_ms=due_ms,
            order_ms=due_ms if due_ms is not None else now_ms + (0 if too_soon else note.at_s * 1000),
            coming=True, rank=4, done=step_id in state.ticked, missed="soon" if too_soon else "",
        )  # fmt: skip
