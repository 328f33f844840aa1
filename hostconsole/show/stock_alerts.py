"""Alerts of stock that need more than one number: sources that differ, and stock about to run out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypedDict

from hostconsole.show.alert import Alert
from hostconsole.show.counting import difference
from hostconsole.show.ledger import Ledger
from hostconsole.show.rules import Rules
from hostconsole.show.sales import Sales, a_minute, empty_in_s
from hostconsole.show.state import ItemState, State

SOON_S = 45

COUNT = "desk.quick_bar"
"""Where a number is counted by hand in a second: the quick bar, `k148`."""


class Act(TypedDict, total=False):
    """The act of an alert."""

    command: str
    given: Mapping[str, str]


SAY_STOCK: Act = {"command": "cue.send", "given": {"preset": "2"}}
"""The host says how many are left."""


def more_of(ledger: Ledger) -> Act:
    """What helps when a batch runs out: the next one, or, if there is none, that it is said."""
    return {"command": "stock.release"} if ledger.pool > 0 else SAY_STOCK


_LARGE_BATCH = 50
_SELLS = 5


def of_numbers(state: State, row: ItemState, ledger: Ledger, now_ms: int, rules: Rules) -> Iterator[Alert]:
    """Those of one tracked SKU, named by `row`."""
    found = difference(ledger, after_ms=now_ms - rules.recount_ms)
    if found is not None:
        yield Alert(code="counts_differ", severity="amber", rank=30, item=row.item.id,
                    episode=str(ledger.truth_ms),
                    text=f"{found.name} says {found.theirs}, we say {found.ours}.",
                    fields={"feed": found.name, "theirs": found.theirs, "ours": found.ours},
                    command=COUNT)  # fmt: skip
    sales = state.sales.get(ledger.sku)
    seconds = None if sales is None else running_out_s(sales, row, ledger, now_ms)
    if seconds is not None:
        yield Alert(code="running_out", severity="amber", rank=22, item=row.item.id,
                    episode=str(ledger.batch), text=f"Gone in about {seconds} s.",
                    fields={"about": seconds}, **more_of(ledger))  # fmt: skip


def running_out_s(sales: Sales, row: ItemState, ledger: Ledger, now_ms: int) -> int | None:
    """Seconds until a large batch is empty, if that is soon; a flash item is meant to be (DOMAIN §3.8)."""
    batch = ledger.batch_qty if ledger.batch else ledger.released or 0
    if row.item.role == "welfare" or batch <= _LARGE_BATCH or a_minute(sales, now_ms) < _SELLS:
        return None
    seconds = empty_in_s(sales, max(0, ledger.sellable or 0), now_ms)
    return int(seconds) if seconds and seconds < SOON_S else None
