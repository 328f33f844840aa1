"""Corrections made on air without a reason: remembered, so that it can be asked for after the show."""

from __future__ import annotations

from typing import TypedDict

from hostconsole.show import events as e
from hostconsole.show.frozen import replace
from hostconsole.show.state import Correction, State

KEPT = 100


class Noted(TypedDict, total=False):
    """The field of the state that changes."""

    corrections: tuple[Correction, ...]


def noted(state: State, entry: e.Entry) -> Noted:
    """What this entry leaves: its correction, if a person made one on air and gave no reason."""
    if entry.act is None or not state.running:
        return {}
    match entry.event:
        case e.PriceChanged(reason="") as event:
            made = _correction(entry, "price", event.item, event.was, event.now)
        case e.StockCounted(source="hand", reason="") | e.StockAdjusted(source="hand", reason="") as event:
            made = _correction(entry, "stock", event.sku, event.was, event.now)
        case e.Undone() as event:
            return {"corrections": tuple(made for made in state.corrections if made.act != event.seq)}
        case _:
            return {}
    if made.was == made.now or made.was is None:
        return {}
    return {"corrections": (*state.corrections[1 - KEPT :], made)}


def _correction(entry: e.Entry, what: str, key: str, was: int | None, now: int | None, /) -> Correction:
    return Correction(
        seq=entry.seq, act=entry.act or entry.seq, what=what,  # type: ignore[arg-type]
        key=key, was=was, now=now, at=entry.at, by=entry.actor,
    )  # fmt: skip


def explained(state: State, event: e.ReasonGiven) -> State:
    return replace(state, corrections=tuple(made for made in state.corrections if made.seq != event.seq))
