"""One key for a whole evening: what `desk.step` will do next, said before it is done.

take → link up → release (when it is due, or the batch is gone) → gone → … → link down once nothing is
left → take the next.
"""

from __future__ import annotations

from hostconsole.show.nowdo import Step, todo, waiting
from hostconsole.show.rules import Rules
from hostconsole.show.state import State

ACTS = frozenset({"show.take", "link.up", "link.down", "stock.release"})


def next_act(state: State, now_ms: int, rules: Rules) -> Step | None:
    """The act of one step; None while a countdown opens the link by itself, and when nothing is left."""
    if state.countdown is not None and state.countdown.item is not None:
        return None
    acts = [s for s in waiting(todo(state, now_ms, rules)) if s.command in ACTS and not s.coming]
    by_code = {step.code: step for step in reversed(acts)}
    take = by_code.get("take")
    for code in ("link_down", "link_up"):
        if code in by_code:
            return by_code[code]
    release = next((step for step in acts if step.code == "release"), None)
    if release is not None and release.asks:
        return release
    if take is not None and (take.asks or release is None or not _selling(state)):
        return take
    return release if release is None or not _selling(state) else _gone(state)


def _selling(state: State) -> bool:
    """Something of the batch on sale is left, as far as anyone knows."""
    ledger = state.stock.get(state.on_air.item.sku) if state.on_air is not None else None
    return ledger is not None and (ledger.sellable or 0) > 0


def _gone(state: State) -> Step:
    item = state.on_air.item.id if state.on_air is not None else None
    return Step(id="gone", code="gone", text="Batch gone", item=item, command="batch.gone", key="desk.gone")


def last_act_ms(state: State) -> int | None:
    """When the last act of a person was that a step could have been; None if there was none."""
    times = [state.last_take_ms, state.undo[-1].mono_ms if state.undo else None]
    times.append(state.countdown.started_ms if state.countdown is not None else None)
    return max((ms for ms in times if ms is not None), default=None)
