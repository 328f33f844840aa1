"""`hostconsole state`: what the console knows, as JSON (DESIGN §5.3, docs/schema/state.json)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from hostconsole.desk.obs_snapshot import obs_json
from hostconsole.show.alerts import alerts
from hostconsole.show.clocks import aired_ms, airing_ms, countdown_left_ms, prompter_at
from hostconsole.show.cues import visible
from hostconsole.show.lamps import lamps
from hostconsole.show.ledger import Ledger
from hostconsole.show.money import plain
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from hostconsole.show.sales import a_minute
from hostconsole.show.spoken import layout_of, line_at, spoken_text
from hostconsole.show.state import ItemState, State

Json = dict[str, Any]


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What is not in the log: how the log itself, the loop and the feeds are doing. `confirmed` says when a
    feed last gave a SKU's figure, by (feed, SKU), as a figure that stays the same is not logged again."""

    unsaved: int = 0
    log_ok: bool = True
    longest_stall_ms: float = 0.0
    feeds: tuple[Json, ...] = ()
    confirmed: Mapping[tuple[str, str], str] = msgspec.field(default_factory=dict)


def snapshot(state: State, now_ms: int, rules: Rules, around: Surroundings) -> Json:
    """The whole of §5.3 at `now_ms` of the session's clock."""
    airing = state.on_air
    lamp = lamps(state, now_ms, rules)
    return {
        "session": state.session or None,
        "mode": state.mode,
        "operator": state.operator,
        "on_air": airing.item.id if airing else None,
        "next": state.next,
        "elapsed_s": now_ms / 1000 if state.running else state.mono_ms / 1000,
        "airing_s": _seconds(airing_ms(state, now_ms)),
        "countdown_s": _seconds(countdown_left_ms(state, now_ms)),
        "items": [item_json(state, key, now_ms, around.confirmed) for key in state.order],
        "obs": obs_json(state, now_ms, rules),
        "lamps": {
            "scene": lamp.scene,
            "texts": lamp.texts,
            "host": lamp.host,
            "log": "ok" if around.log_ok or around.unsaved == 0 else "not_saved",
        },
        "prompter": _prompter(state, now_ms),
        "cue": _cue(state, now_ms, rules),
        "feeds": list(around.feeds),
        "log": {"seq": state.seq, "unsaved": around.unsaved},
        "loop": {"longest_stall_ms": round(around.longest_stall_ms, 1)},
        "alerts": [
            {"code": a.code, "item": a.item, "text": a.text, "acknowledged": a.acknowledged}
            for a in alerts(state, now_ms, rules)
        ],
    }


def item_json(
    state: State, key: str, now_ms: int, confirmed: Mapping[tuple[str, str], str] | None = None
) -> Json:
    """One item of §5.3; `state` may be a show that was only read and never run (`check`)."""
    row = state.items[key]
    item = row.item
    ledger = state.stock.get(item.sku) if item.sku else None
    return {
        "id": item.id,
        "row": item.row,
        "kind": item.kind,
        "link_no": item.link_no or None,
        "title": item.title,
        "sku": item.sku or None,
        **_prices(row),
        "scene": item.scene or None,
        "sellable": ledger.sellable if ledger else None,
        "sold": ledger.sold if ledger else None,
        "stock_source": ledger.source if ledger and ledger.total is not None else None,
        "stock_as_of": _as_of(ledger, confirmed or {}) if ledger else None,
        "variants": [{"name": v.name, "left": v.left} for v in ledger.variants] if ledger else [],
        "unassigned": ledger.unassigned if ledger and ledger.variants else None,
        "frozen": ledger.is_frozen if ledger else False,
        "per_min": _a_minute(state, item.sku, now_ms),
        "presale": _presale(ledger),
        "link": row.link.status,
        "batch": _batch(state, item),
        "status": status(state, key),
        "airings": row.airings,
        "aired_s": aired_ms(state, key, now_ms) / 1000,
        "planned_s": item.planned_s,
    }


def _a_minute(state: State, sku: str, now_ms: int) -> int | None:
    """Units sold in the last minute, None while nobody has counted any."""
    sales = state.sales.get(sku)
    return None if sales is None else a_minute(sales, now_ms)


def _presale(ledger: Ledger | None) -> Json | None:
    if ledger is None or not (ledger.presale or ledger.presale_sold):
        return None
    left = ledger.presale - ledger.presale_sold
    return {"total": ledger.presale, "sold": ledger.presale_sold, "left": left}


def _as_of(ledger: Ledger, confirmed: Mapping[tuple[str, str], str]) -> str | None:
    """When the number was true last. A feed that says the same again makes it so anew."""
    name = ledger.source.removeprefix("feed:")
    again = confirmed.get((name, ledger.sku), "") if name != ledger.source else ""
    return max(again, ledger.as_of) or None


def _prices(row: ItemState) -> Json:
    def text(minor: int | None) -> str | None:
        return None if minor is None else plain(minor, row.item.currency)

    return {
        "price": text(row.price),
        "planned_price": text(row.item.price),
        "ref_price": text(row.item.ref_price),
        "currency": row.item.currency,
    }


def status(state: State, key: str) -> str:
    """on_air, next, skipped, aired or waiting: the first that is true."""
    row = state.items[key]
    if state.on_air is not None and state.on_air.item.id == key:
        return "on_air"
    if state.next == key:
        return "next"
    if row.skipped:
        return "skipped"
    return "aired" if row.airings else "waiting"


def _batch(state: State, item: Item) -> Json | None:
    ledger = state.stock.get(item.sku) if item.sku else None
    if ledger is None or ledger.batches == 0:
        return None
    return {"n": ledger.batch, "of": ledger.batches, "left": ledger.sellable}


def _prompter(state: State, now_ms: int) -> Json:
    prompter = state.prompter
    key = prompter.item if prompter.item in state.items else None
    item = state.items[key].item if key else None
    if state.on_air is not None and state.on_air.item.id == key:
        item = state.on_air.item
    at = prompter_at(state, now_ms)
    spoken = spoken_text(item) if item else ""
    return {
        "item": key,
        "layout": layout_of(item) if item else "scroll",
        "running": prompter.running,
        "pace": prompter.pace,
        "at": round(at, 2),
        "line": line_at(spoken, at) if spoken else 0,
        "points": list(state.items[key].said) if key else [],
    }


def _cue(state: State, now_ms: int, rules: Rules) -> Json | None:
    if not state.cues:
        return None
    cue = state.cues[-1]
    return {
        "text": cue.text,
        "kind": cue.kind,
        "sent_s": (now_ms - cue.sent_ms) / 1000,
        "seen_s": _seconds(cue.seen_ms),
        "visible": cue in visible(state, now_ms, rules),
    }


def _seconds(ms: int | float | None) -> float | None:
    return None if ms is None else ms / 1000
