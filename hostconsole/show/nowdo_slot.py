"""The item on air as the now-do line sees it: its times, and the batches of its release plan."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hostconsole.show.clocks import airing_ms, sale_ms
from hostconsole.show.ledger import batches_of
from hostconsole.show.plan import Item, ReleasePart
from hostconsole.show.state import ItemState, State
from hostconsole.show.step import Missed


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """The item on air and its times, on the session's clock. `link_ms`: since when its link is up, or when
    its countdown ends, None while nobody knows; `link_known_ms`: since when that is known. `seen_since`: UTC
    of the take. `ticks` begins the ids of its steps. `parts`: batches by their place in the release plan,
    those that are out too."""

    row: ItemState
    item: Item
    take_ms: int
    link_ms: int | None
    link_known_ms: int | None
    end_ms: int | None
    now_ms: int
    seen_since: str
    ticks: str
    parts: Mapping[int, ReleasePart]

    def base_of(self, base: str) -> str:
        """What T is for this item: link up for what is sold, the take for segments."""
        if base == "t":
            return "link" if self.item.sku else "take"
        return base

    def base_ms(self, base: str) -> int | None:
        return {"take": self.take_ms, "link": self.link_ms, "end": self.end_ms}.get(self.base_of(base))

    def missed(self, base: str, due_ms: int | None) -> Missed:
        """What a time is told from that was over before it could be known, "" for any other."""
        own = self.base_of(base)
        since, base_ms = self.link_known_ms if own == "link" else self.take_ms, self.base_ms(base)
        if due_ms is None or since is None or due_ms >= since:
            return ""
        if base_ms is not None and base_ms > self.now_ms:
            return "soon"
        return "link" if own == "link" else "take"


def slot_of(state: State, now_ms: int) -> Slot | None:
    airing = state.on_air
    if airing is None or airing.item.id not in state.items:
        return None
    row = state.items[airing.item.id]
    on_sale = sale_ms(state, airing.item.id, now_ms)
    countdown = state.countdown
    counting = countdown is not None and countdown.item == airing.item.id
    link_ms = known_ms = now_ms - on_sale if on_sale is not None else None
    if counting and countdown is not None:
        link_ms = countdown.ends_ms
        known_ms = countdown.started_ms
    return Slot(
        row=row, item=airing.item, now_ms=now_ms, take_ms=now_ms - (airing_ms(state, now_ms) or 0),
        link_ms=link_ms, link_known_ms=known_ms, end_ms=expected_take_ms(state, now_ms), seen_since=airing.at,
        ticks=f"{airing.item.id}.{airing.n}", parts=later_parts(state, row, airing.item),
    )  # fmt: skip


def expected_take_ms(state: State, now_ms: int) -> int | None:
    """When NEXT is to go on air by plan: at the end of the slot of what is on air; None if unknown."""
    airing = state.on_air
    if airing is None or not airing.item.planned_s:
        return None
    return now_ms - (airing_ms(state, now_ms) or 0) + airing.item.planned_s * 1000


def sold_out(state: State, item: Item) -> bool:
    """Nothing is left of it, held back or not; what is oversold is sold out too."""
    ledger = state.stock.get(item.sku)
    if ledger is None or ledger.sellable is None:
        return False
    return ledger.sellable + ledger.pool <= 0


def later_parts(state: State, row: ItemState, item: Item) -> dict[int, ReleasePart]:
    """Batches of the plan after the opening one, which comes with the link, by their place in it.
    `@return` parts belong to an encore of the product; what is not held back any more, or may not be
    released while the SKU is oversold, has no step."""
    ledger = state.stock.get(item.sku)
    product = state.items.get(item.product) if item.kind == "encore" and not item.release else None
    plan = product.item if product is not None else item
    if ledger is None or not plan.release:
        return {}
    later = [part for part in plan.release if not part.presale and part.when != "open"]
    first = len(batches_of(plan)) - len(later)
    waits = ledger.pool > 0 and not ledger.is_frozen
    return {
        place: part
        for place, part in enumerate(later, first)
        if (place < ledger.batch or waits) and (part.when == "return") == (product is not None)
    }
