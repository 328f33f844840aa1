"""What shops' orders say was sold, beside what people have said of the same units: nothing is counted twice.

The rule of counting.py for "sold": a number that was typed is the truth as of its time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from hostconsole.show.ledger import Ledger, cap_after_sale
from hostconsole.show.shop_count import SoldByHand

Times = tuple[tuple[int, int], ...]
"""Units by the session ms at which they were sold; below 0 for what was not, after all."""


class OrderChange(msgspec.Struct, frozen=True, kw_only=True):
    """An order has `units` more of a SKU than it was told to have, below 0: fewer. It was made at `ms` of the
    session, at the latest at `until_ms` (shops write whole seconds). `first_after_ms`: when the shop was
    asked the time before this was told, None if it never was."""

    ms: int
    until_ms: int
    units: int
    first_after_ms: int | None = None


def told_by_orders(
    ledger: Ledger, qty: int, changes: Iterable[OrderChange], *, now_ms: int
) -> tuple[Ledger, Times]:
    """The ledger after the shops' orders of this session say `qty` units in all, which is `changes` away from
    what they said before; and what was sold when, by them.

    They stand in place of what the falling stock said. What can be sold is the stock's own word, but for a
    planned batch, of which they are taken."""
    changes = tuple(changes)
    hand = ledger.by_hand or SoldByHand()
    typed, later = _in_typed(hand, changes)
    ahead = _in_gone(ledger, hand, later)
    more = sum(change.units for change in changes if change.units > 0)
    fewer = max(0, more - (qty - (ledger.ordered or 0)))
    beyond = hand.beyond + typed
    back = min(fewer, max(0, beyond))
    counted = max(0, sum(c.units for c in later if c.units > 0 and c.ms <= _own_ms(ledger)) - ahead)
    step = qty - (ledger.ordered or 0) - ledger.fallen - typed - ahead + back
    after = replace(
        _sold(ledger, step, counted=counted),
        ordered=qty,
        fallen=0,
        by_hand=ledger.by_hand and replace(hand, beyond=beyond - back, ahead=hand.ahead - ahead),
    )
    times = (
        *((change.ms, change.units) for change in changes),
        (now_ms, -ledger.fallen),  # booked when it fell, now by its orders
        (hand.ms or 0, -typed),
        (hand.ahead_ms, -ahead),
        (hand.beyond_ms, back),
    )
    return after, tuple((ms, units) for ms, units in times if units)


def typed_sold(ledger: Ledger, qty: int, *, ms: int) -> Ledger:
    """`qty` units were sold so far, a person says as of `ms`. Where the orders say more, as many of them have
    been taken back and will say so."""
    hand = SoldByHand(ms=ms, beyond=(ledger.ordered or 0) - qty, beyond_ms=ms)
    cap = cap_after_sale(ledger, qty - (ledger.sold or 0))
    return replace(ledger, sold=qty, cap=cap, fallen=0, by_hand=hand)


def taken_back(ledger: Ledger, units: int, *, ms: int) -> Ledger:
    """`ledger`, of whose "sold" a person has taken `units` off: their orders may still say that they are."""
    hand = ledger.by_hand or SoldByHand()
    return replace(ledger, by_hand=replace(hand, beyond=max(0, hand.beyond) + units, beyond_ms=ms))


def seen_gone(ledger: Ledger, units: int, *, ms: int) -> Ledger:
    """`ledger`, of whose batch a person has seen the last `units` go: their orders are still to come."""
    hand = ledger.by_hand or SoldByHand()
    return replace(ledger, by_hand=replace(hand, ahead=hand.ahead + units, ahead_ms=ms))


def _in_typed(hand: SoldByHand, changes: tuple[OrderChange, ...]) -> tuple[int, tuple[OrderChange, ...]]:
    """Units of orders that were made before a number was typed and that the shop had no time to tell: they
    are in it. And the other changes."""
    if hand.ms is None:
        return 0, changes
    typed = [
        change
        for change in changes
        if change.units > 0
        and change.until_ms <= hand.ms
        and (change.first_after_ms is None or change.first_after_ms < hand.ms)
    ]
    return sum(change.units for change in typed), tuple(one for one in changes if one not in typed)


def _in_gone(ledger: Ledger, hand: SoldByHand, changes: tuple[OrderChange, ...]) -> int:
    """Units of orders of the batch that was seen to be gone: all until the next batch, as there was nothing
    else to be bought."""
    opened_ms = ledger.batch_ms if ledger.batch_ms is not None and ledger.batch_ms > hand.ahead_ms else None
    of_it = (c.units for c in changes if c.units > 0 and (opened_ms is None or c.ms < opened_ms))
    return min(hand.ahead, sum(of_it))


def _own_ms(ledger: Ledger) -> int:
    return -1 if ledger.own_ms is None else ledger.own_ms


def _sold(ledger: Ledger, step: int, *, counted: int) -> Ledger:
    """`step` more are sold; `counted` of them are in the last count of our own units, made after them."""
    sold = max(0, (ledger.sold or 0) + step)
    gained = sold - (ledger.sold or 0)
    total = ledger.total
    if total is not None:
        total += min(counted, max(0, gained)) if ledger.batches else gained
    return replace(ledger, sold=sold, total=total)
