"""What the next person at the desk must know, in ten lines: computed, and kept in the log as it was said."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hostconsole.show.alerts import alerts
from hostconsole.show.money import as_read
from hostconsole.show.nowdo import todo, waiting
from hostconsole.show.rules import Rules
from hostconsole.show.state import ItemState, State

NONE = "–"
MOST = 6
"""Names on one line; the rest is counted."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Windows translate by `code` and `fields`; `text` is plain English and goes into the log."""

    code: str
    text: str
    fields: Mapping[str, str] = msgspec.field(default_factory=dict)


def handover(state: State, now_ms: int, rules: Rules) -> tuple[Line, ...]:
    """Always the same ten lines in the same order; "–" where there is nothing to say."""
    steps = waiting(todo(state, now_ms, rules))
    standing = [alert for alert in alerts(state, now_ms, rules) if not alert.acknowledged]
    on_air = state.items.get(state.on_air.item.id) if state.on_air is not None else None
    batches = [
        f"+{step.fields['qty']} {_time(step.left_ms(now_ms))}".rstrip()
        for step in steps
        if step.code == "release"
    ]
    promises = [f"{step.text} {_time(step.left_ms(now_ms))}" for step in steps if step.code == "timer"]
    must = [cue.text for cue in state.cues if cue.kind == "must" and cue.waits]
    return (
        _line("on_air", "On air", [_row(on_air)] if on_air is not None else []),
        _line("next", "Next", [_row(row) for row in [state.items.get(state.next or "")] if row is not None]),
        _line("links_up", "Links up", [_name(row) for row in _rows(state) if row.link.status == "up"]),
        _line("by_hand", "Counted by hand", _counts(state)),
        _line("off_plan", "Prices off plan", _prices(state)),
        _line("batches", "Batches to come", batches),
        _line("promises", "Promised", promises),
        _line("alerts", "Alerts open", [alert.text for alert in standing]),
        _line("cues", "Cues not seen", must),
        _line("obs", "OBS", _obs(state), most=None),
    )


def _line(code: str, head: str, parts: list[str], *, most: int | None = MOST) -> Line:
    parts = list(dict.fromkeys(parts))  # an encore and its product say the same
    more = 0 if most is None else len(parts) - most
    shown = ", ".join(parts[:most]) + (f" +{more}" if more > 0 else "")
    return Line(code=code, text=f"{head}: {shown or NONE}", fields={"what": shown or NONE})


def _rows(state: State) -> list[ItemState]:
    return [state.items[key] for key in state.order]


def _name(row: ItemState) -> str:
    return row.item.link_no or row.item.title


def _row(row: ItemState) -> str:
    price = as_read(row.price, row.item.currency) if row.price is not None and row.item.sku else ""
    return " ".join(part for part in (row.item.link_no, row.item.title, price) if part)


def _counts(state: State) -> list[str]:
    names = {row.item.sku: _name(row) for row in reversed(_rows(state)) if row.item.sku}
    return [
        f"{names.get(sku, sku)}={ledger.sellable} ({ledger.by})"
        for sku, ledger in state.stock.items()
        if ledger.source == "hand" and ledger.counted_ms > 0
    ]


def _prices(state: State) -> list[str]:
    return [
        f"{_name(row)} {as_read(row.item.price, row.item.currency)}→{as_read(row.price, row.item.currency)}"
        for row in _rows(state)
        if row.price is not None and row.item.price is not None and row.price != row.item.price
    ]


def _obs(state: State) -> list[str]:
    obs = state.obs
    outputs = {"stream": obs.streaming, "recording": obs.recording, "camera": obs.virtual_camera}
    running = [name for name, on in outputs.items() if on]
    troubles = [text for _code, text in state.troubles]
    past = [
        f"{what.replace('_', ' ')} ×{times} {_clock(seconds)}" for what, times, seconds in incidents(state)
    ]
    return [obs.link, *running, *(["safe picture"] if obs.safe is not None else []), *past, *troubles]


def incidents(state: State) -> tuple[tuple[str, int, float], ...]:
    """What went wrong with the picture so far: kind, times, seconds in all. The longest first; the safe
    picture, which a person showed, last."""
    found = ((what, times, seconds) for what, (times, seconds) in state.incidents.items())
    return tuple(sorted(found, key=lambda one: (one[0] == "safe_picture", -one[2])))


def _clock(seconds: float) -> str:
    """ "1:05", or "1:02:05" from an hour on."""
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


def _time(left_ms: int | None) -> str:
    if left_ms is None:
        return ""
    seconds = abs(left_ms) // 1000
    return f"({'-' if left_ms < 0 else ''}{seconds // 60}:{seconds % 60:02d})"
