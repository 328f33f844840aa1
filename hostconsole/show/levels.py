"""Which of a script's blocks is meant: plenty, low or sold out."""

from __future__ import annotations

from hostconsole.show.ledger import low_mark
from hostconsole.show.plan import Item
from hostconsole.show.script import Level
from hostconsole.show.state import State


def stock_level(state: State, item: Item) -> Level:
    """By all that can still be sold, what is held back included. What nobody counts is plenty."""
    ledger = state.stock.get(item.sku) if item.sku else None
    sellable = ledger.sellable if ledger is not None else None
    if ledger is None or sellable is None:
        return "plenty"
    left = sellable + ledger.pool
    if left <= 0:
        return "sold_out"
    return "low" if left <= low_mark(item, ledger) else "plenty"
