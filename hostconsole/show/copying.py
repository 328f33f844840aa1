"""What is due to be copied into the platform's back-office: the product's id, the new price or stock.

The console does not press the platform's buttons; it puts on the clipboard what the controller must type
there next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from hostconsole.show.errors import Refused
from hostconsole.show.money import plain
from hostconsole.show.state import State

What = Literal["id", "stock", "price"]


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is what goes to the clipboard; `item` is the item it is of."""

    item: str
    what: What
    text: str


def due(state: State, copied: Sequence[Copy]) -> Copy:
    """What changed last of the item on air (without one: of NEXT) and was not copied since: its id from the
    take on, then each new stock or price. When all was copied, the next of them in turn.

    Raises Refused: "nothing_on_air", "no_product"."""
    item = state.on_air.item.id if state.on_air is not None else state.next
    if item is None:
        raise Refused("nothing_on_air")
    if not state.items[item].item.sku:
        raise Refused("no_product", item=item)
    newest = [copy for _ms, copy in sorted(_changes(state, item), key=lambda one: -one[0])]
    fresh = [copy for copy in newest if copy not in copied]
    if fresh:
        return fresh[0]
    last = copied[-1] if copied and copied[-1] in newest else newest[-1]
    return newest[(newest.index(last) + 1) % len(newest)]


def _changes(state: State, item: str) -> list[tuple[float, Copy]]:
    """Since when each thing is as it is. What is as planned changed before the take."""
    row = state.items[item]
    ledger = state.stock[row.item.sku]
    flagged = dict(state.on_air.flagged) if state.on_air is not None else {}
    taken_ms = state.on_air.since_ms if state.on_air is not None else 0
    found: list[tuple[float, Copy]] = [
        (taken_ms, Copy(item=item, what="id", text=row.item.product_id or row.item.sku))
    ]
    if ledger.sellable is not None:
        text = f"{max(0, ledger.sellable)}"
        changed_ms = max(flagged.get("stock", -2), ledger.batch_ms if ledger.batch_ms is not None else -2)
        found.append((changed_ms, Copy(item=item, what="stock", text=text)))
    if row.price is not None:
        text = plain(row.price, row.item.currency)
        found.append((flagged.get("price", -1), Copy(item=item, what="price", text=text)))
    return found
