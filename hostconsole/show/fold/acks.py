"""An acknowledged alert whose cause is over is forgotten, so that it speaks up when it comes back.

Where an alert's `episode` tells one occurrence from the next (a cue, an airing, a request) nothing need
be done; here are the alerts that come and go by themselves. A stock must rise a fifth above its mark
before it counts as mended, or a count that wavers would ring each time (DOMAIN §3.8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hostconsole.show.frozen import replace
from hostconsole.show.gifts import gone
from hostconsole.show.ledger import Ledger, batch_mark, is_gone, low_mark
from hostconsole.show.obs_alerts import disk_wanted_min
from hostconsole.show.plan import Item
from hostconsole.show.state import State

_MENDED = 1.2


def _disk_is_short(state: State) -> bool:
    left = state.obs.health.disk_min if state.obs.health is not None else None
    return left is not None and left < disk_wanted_min(state, state.mono_ms) * _MENDED


_OF_OBS: Mapping[str, Callable[[State], bool]] = {
    "mic_muted": lambda state: bool(state.obs.mic_muted),
    "texts_failed": lambda state: bool(state.obs.texts_failed),
    "mic_silent": lambda state: state.obs.mic_silent,
    "obs_differs": lambda state: state.obs.differs,
    "network": lambda state: state.obs.health is not None and state.obs.health.network != "ok",
    "computer": lambda state: state.obs.health is not None and state.obs.health.computer != "ok",
    "stream_stuck": lambda state: state.obs.health is not None and state.obs.health.stuck,
    "disk_full_soon": _disk_is_short,
}


def _all_left(ledger: Ledger) -> int:
    return (ledger.sellable or 0) + ledger.pool


_OF_STOCK: Mapping[str, Callable[[Item, Ledger], bool]] = {
    "oversold": lambda item, ledger: (ledger.sellable or 0) < 0,
    "sold_out": lambda item, ledger: _all_left(ledger) <= 0,
    "batch_gone": lambda item, ledger: is_gone(ledger),
    "item_low": lambda item, ledger: _all_left(ledger) <= low_mark(item, ledger) * _MENDED,
    "batch_low": lambda item, ledger: (ledger.sellable or 0) <= batch_mark(ledger) * _MENDED,
}


def _gift_is_gone(state: State, item: str | None) -> bool:
    row = state.items.get(item or "")
    return row is not None and bool(gone(state.stock, row.item, (r.item for r in state.items.values())))


def forgotten(state: State, troubles_before: tuple[tuple[str, str], ...]) -> State:
    """`state` without the acknowledgements whose alert does not stand any more."""
    if not state.acknowledged:
        return state
    over = {code for code, _text in troubles_before} - {code for code, _text in state.troubles}
    kept = tuple(
        mark for mark in state.acknowledged if mark[0] not in over and _stands(state, mark[0], mark[1])
    )
    return state if len(kept) == len(state.acknowledged) else replace(state, acknowledged=kept)


def _stands(state: State, code: str, item: str | None) -> bool:
    if code in _OF_OBS:
        return _OF_OBS[code](state)
    if code == "gift_gone":
        return _gift_is_gone(state, item)
    row = state.items.get(item or "")
    ledger = state.stock.get(row.item.sku) if row is not None else None
    if code in _OF_STOCK and row is not None and ledger is not None:
        return _OF_STOCK[code](row.item, ledger)
    return True
