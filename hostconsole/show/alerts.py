"""What the controller must know now, worst first, each with the act that mends it (DOMAIN §3.8).

Computed from the state and the time, never stored: an alert stands as long as its cause does. `episode`
tells one occurrence from the next, so that an acknowledged alert speaks up again when it comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from hostconsole.show.alert import Alert as Alert
from hostconsole.show.alert import Severity as Severity
from hostconsole.show.clocks import airing_ms
from hostconsole.show.feed_view import is_fed
from hostconsole.show.gifts import gone
from hostconsole.show.ledger import Ledger, batch_mark, low_mark
from hostconsole.show.obs_alerts import of_obs
from hostconsole.show.rules import Rules
from hostconsole.show.sales import MINUTE_MS
from hostconsole.show.state import ItemState, State
from hostconsole.show.stock_alerts import COUNT, SAY_STOCK, more_of, of_numbers


def alerts(state: State, now_ms: int, rules: Rules) -> tuple[Alert, ...]:
    """Every standing alert, worst first, acknowledged ones last."""
    return AlertBook().standing(state, now_ms, rules)


class AlertBook:
    """The same for who asks ten times a second. What a row and its ledger say is kept: a long show has
    hundreds of SKUs on sale, and an act changes two or three. Both are frozen, so the same object says the
    same."""

    def __init__(self) -> None:
        self._kept: dict[str, _Said] = {}

    def standing(self, state: State, now_ms: int, rules: Rules) -> tuple[Alert, ...]:
        """As `alerts`."""
        if state.mode in ("none", "ended"):
            return ()
        found = [*of_obs(state, now_ms, rules), *_of_cues(state, now_ms, rules)]
        if state.running:
            found += _of_timers(state, now_ms)
            found += [*_of_item(state, now_ms), *self._of_stock(state, now_ms, rules)]
        found += [_trouble(code, text) for code, text in state.troubles]
        if state.acknowledged:
            found = [_marked(alert, state) for alert in found]
        return tuple(sorted(found, key=attrgetter("acknowledged", "rank")))

    def _of_stock(self, state: State, now_ms: int, rules: Rules) -> Iterator[Alert]:
        go_on = "show.take" if state.next is not None else ""
        recounted_ms = now_ms - rules.recount_ms
        for row, ledger in _concerned(state):
            alert = self._said_of(row, ledger, go_on)
            if alert is not None:
                yield alert
            if ledger.told or ledger.differed is not None or ledger.sku in state.sales:
                yield from of_numbers(state, row, ledger, now_ms, rules)
            if ledger.counted_ms < recounted_ms and _is_uncounted(state, row, ledger, since_ms=recounted_ms):
                yield _recount(row.item.id, ledger.counted_ms, minutes=rules.recount_ms // MINUTE_MS)
            if row.item.gift:
                yield from _gift(state, row)

    def _said_of(self, row: ItemState, ledger: Ledger, go_on: str) -> Alert | None:
        said = self._kept.get(ledger.sku)
        if said is None or said.row is not row or said.ledger is not ledger or said.go_on != go_on:
            said = _Said(row, ledger, go_on, _of_ledger(row, ledger, go_on=go_on))
            self._kept[ledger.sku] = said
        return said.alert


class _Said(NamedTuple):
    """What was last said of a SKU, and of what it follows."""

    row: ItemState
    ledger: Ledger
    go_on: str
    alert: Alert | None


def _marked(alert: Alert, state: State) -> Alert:
    known = (alert.code, alert.item, alert.episode) in state.acknowledged
    return replace(alert, acknowledged=True) if known else alert


def _trouble(code: str, text: str) -> Alert:
    if code == "not_saved":
        return Alert(code=code, severity="red", rank=9, text=text, fields={"text": text})
    command = {"feed_down": COUNT, "feeds_file": "feeds.reload", "sheet_changed": "desk.sheet"}.get(code, "")
    return Alert(code=code, severity="amber", rank=60, text=text, fields={"text": text}, command=command)


def _of_cues(state: State, now_ms: int, rules: Rules) -> Iterator[Alert]:
    for cue in state.cues:
        if cue.kind == "must" and cue.waits and now_ms - cue.sent_ms > rules.must_cue_ms:
            yield Alert(code="cue_unseen", severity="red", rank=3, episode=str(cue.seq),
                        text=f"The host has not seen: {cue.text}. Say it.",
                        fields={"text": cue.text})  # fmt: skip


def _of_timers(state: State, now_ms: int) -> Iterator[Alert]:
    for timer in state.timers:
        if now_ms >= timer.ends_ms:
            yield Alert(code="timer_due", severity="amber", rank=19, episode=str(timer.seq),
                        command="timer.stop", text=f"Now: {timer.label}.",
                        fields={"label": timer.label})  # fmt: skip


def _of_item(state: State, now_ms: int) -> Iterator[Alert]:
    airing = state.on_air
    if airing is None:
        return
    row = state.items[airing.item.id]
    aired = airing_ms(state, now_ms) or 0
    planned = (airing.item.planned_s or 0) * 1000
    key, episode = airing.item.id, str(airing.n)
    if planned and aired > planned:
        severity: Severity = "red" if aired > planned * 1.2 else "amber"
        over = (aired - planned) // 1000
        yield Alert(code="item_long", severity=severity, rank=40, item=key, episode=f"{episode}{severity}",
                    text=f"Over by {over // 60}:{over % 60:02d}.", fields={"seconds": over},
                    command="show.take")  # fmt: skip
    if planned and aired > planned / 2 and row.link.status == "none" and row.price is not None:
        yield Alert(code="link_forgotten", severity="amber", rank=25, item=key, episode=episode,
                    command="link.up", text=f"{aired // 60000} min on air, the link is not up.",
                    fields={"minutes": aired // 60000})  # fmt: skip


def _concerned(state: State) -> Iterator[tuple[ItemState, Ledger]]:
    """Alerts speak of what is on air or on sale, and of anything oversold; in the order of the stock. Each
    SKU by the row to name when it is in trouble: on air, else one with its link up, else the first."""
    oversold = {sku for sku, ledger in state.stock.items() if ledger.is_oversold}
    rows: dict[str, ItemState] = {}
    for row in state.items.values():
        up = row.link.status == "up"
        if up or row.item.sku in oversold:
            first = rows.setdefault(row.item.sku, row)
            if up and first.link.status != "up":
                rows[row.item.sku] = row
    if state.on_air is not None:
        rows[state.on_air.item.sku] = state.items[state.on_air.item.id]
    for sku in rows if len(rows) < 2 else filter(rows.__contains__, state.stock):
        ledger = state.stock.get(sku)
        if ledger is not None and ledger.total is not None:
            yield rows[sku], ledger


def _of_ledger(row: ItemState, ledger: Ledger, *, go_on: str) -> Alert | None:
    left = ledger.sellable or 0
    all_left = left + ledger.pool
    low, batch_low = low_mark(row.item, ledger), ledger.batch > 0 and left <= batch_mark(ledger)
    if all_left > low and left > 0 and not batch_low:
        return None
    key, episode = row.item.id, str(ledger.batch)
    if left < 0:
        return _oversold(row, ledger, ledger.beyond or -left)
    if all_left == 0:
        return _sold_out(row, ledger, go_on=go_on)
    if left == 0 and ledger.batch == 0:
        return None
    if left == 0:
        took, fields = _took(ledger)
        return Alert(code="batch_gone", severity="red", rank=8, item=key, episode=episode,
                     command="stock.release", text=f"This batch is gone{took}.",
                     words="batch_gone_in" if took else "",
                     fields={"pool": ledger.pool, **fields})  # fmt: skip
    if all_left <= low:
        return Alert(code="item_low", severity="amber", rank=20, item=key, text=f"{all_left} left in all.",
                     fields={"qty": all_left}, **SAY_STOCK)  # fmt: skip
    if batch_low:
        return Alert(code="batch_low", severity="amber", rank=21, item=key, episode=episode,
                     text=f"{left} left in this batch.", fields={"qty": left}, **more_of(ledger))  # fmt: skip
    return None


def _sold_out(row: ItemState, ledger: Ledger, *, go_on: str) -> Alert:
    up, (took, fields) = row.link.status == "up", _took(ledger)
    words = "sold_out_in" if up and took else "" if up else "sold_out_next"
    text = f"Sold out{took}: take the link down." if up else f"Sold out{took}: go on."
    return Alert(code="sold_out", severity="red", rank=7, item=row.item.id, episode=str(ledger.batch),
                 command="link.down" if up else go_on, text=text, words=words, fields=fields)  # fmt: skip


def _took(ledger: Ledger) -> tuple[str, dict[str, object]]:
    """In how many seconds the batch was gone, where a person saw it go."""
    if ledger.gone_s is None:
        return "", {}
    took = f"{ledger.gone_s:.1f}" if ledger.gone_s < 60 else f"{ledger.gone_s:.0f}"
    return f", {ledger.batch_qty} in {took} s", {"qty": ledger.batch_qty, "took": took}


def _oversold(row: ItemState, ledger: Ledger, units: int) -> Alert:
    """Frozen when there is no more in any corner; else the batch was too small, and more of it mends that."""
    text, words, command = f"Oversold by {units}, frozen: swap, pre-order or refund.", "", "oversold.settle"
    given: dict[str, str] = {}
    if not ledger.is_frozen and ledger.pool > 0:
        text, words, command = (
            f"Oversold by {units}: release the next batch.",
            "oversold_batch",
            "stock.release",
        )
    elif not ledger.is_frozen:
        text, words = f"Oversold by {units}: the reserve covers it.", "oversold_reserve"
        given = {"how": "reserve"}
    return Alert(code="oversold", severity="red", rank=6, item=row.item.id, episode=str(ledger.batch),
                 text=text, fields={"qty": units}, command=command, given=given, words=words)  # fmt: skip


def _is_uncounted(state: State, row: ItemState, ledger: Ledger, *, since_ms: int) -> bool:
    """On sale since before that, and no shop counts it."""
    link = row.link
    on_sale = link.status == "up" and link.since_ms is not None and link.since_ms < since_ms
    return on_sale and not is_fed(state, ledger)


@lru_cache(maxsize=1024)
def _recount(item: str, counted_ms: int, *, minutes: int) -> Alert:
    """Kept, for it stands unchanged for long, and on many SKUs at once."""
    return Alert(code="recount", severity="amber", rank=50, item=item, episode=str(counted_ms),
                 text=f"No recount for {minutes} min.", fields={"minutes": minutes},
                 command=COUNT)  # fmt: skip


def _gift(state: State, row: ItemState) -> Iterator[Alert]:
    name = gone(state.stock, row.item, (other.item for other in state.items.values()))
    if name:
        yield Alert(code="gift_gone", severity="red", rank=7, item=row.item.id, episode=name,
                    command="gift.end", text=f"The gift {name} is gone: change the offer.",
                    fields={"gift": name})  # fmt: skip
