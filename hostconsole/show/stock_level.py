"""How near its end the stock of a SKU is: what may not wait to be told (DESIGN §6)."""

from __future__ import annotations

from hostconsole.show.ledger import Ledger, batch_mark, low_mark
from hostconsole.show.plan import Item


def level(item: Item, ledger: Ledger) -> int:
    """0 plenty or not counted, 1 low (the batch or all), 2 critical, 3 gone, 4 oversold."""
    left = ledger.sellable
    if left is None:
        return 0
    if left <= 0:
        return 3 if left == 0 else 4
    if left + ledger.pool <= critical_mark(item, ledger):
        return 2
    is_low = left + ledger.pool <= low_mark(item, ledger)
    return 1 if is_low or (ledger.batch > 0 and left <= batch_mark(ledger)) else 0


def critical_mark(item: Item, ledger: Ledger) -> int:
    """At so many left in all the item is nearly gone: the sheet's own figure, else 3 % of the total, and 3
    at least."""
    if item.critical_qty is not None:
        return item.critical_qty
    return max(3, (ledger.total or 0) * 3 // 100)


def highest_mark(item: Item, ledger: Ledger) -> int:
    """With more than so many left for sale the level cannot be worse than 0."""
    return max(low_mark(item, ledger), critical_mark(item, ledger), batch_mark(ledger))
