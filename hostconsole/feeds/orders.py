"""Orders of a shop: an answer to lines (pure), and a book that tells each order once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hostconsole.feeds.feed import Expression, Orders, Unfit
from hostconsole.feeds.reading import rows_of
from hostconsole.feeds.values import moment_of, text_of, whole

OVERLAP = timedelta(seconds=120)
"""Shops stamp in whole seconds and list late: each call asks again for that much before the newest."""

PATIENCE = timedelta(minutes=30)
"""How long an unpaid order is watched for its payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One SKU of one order. `at` is the order's time (UTC, "…Z"), "" if the shop gives none. `paid` by the
    feed's list of states. An order that changed is told again as a whole under the same `id`."""

    id: str
    at: str
    state: str
    sku: str
    qty: int
    paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as the shop tells it now. `changed` moves the `since` of the next call, if the shop gives
    it; `unread` counts lines that could not be read."""

    id: str
    at: str
    state: str
    lines: tuple[OrderLine, ...]
    changed: str = ""
    unread: int = 0


def read_orders(payload: Any, orders: Orders) -> tuple[Order, ...]:
    """The orders of one page; those without an id are left out, as they could not be told apart.
    Raises Trouble "feed_rows"."""
    found = (_order(row, orders) for row in rows_of(payload, orders.rows))
    return tuple(order for order in found if order is not None)


def _order(row: Any, orders: Orders) -> Order | None:
    key = text_of(_found(orders.id, row))
    if not key:
        return None
    state = _state_of(_found(orders.state, row)) if orders.state else ""
    at = moment_of(_found(orders.at, row)) or ""
    paid = orders.paid is None or state in orders.paid
    lines: list[OrderLine] = []
    unread = 0
    found = _found(orders.lines, row)
    for line in found if isinstance(found, list) else []:
        sku, qty = text_of(_found(orders.sku, line)), whole(_found(orders.qty, line)).value
        if sku and qty is not None and qty >= 0:
            lines.append(OrderLine(id=key, at=at, state=state, sku=sku, qty=qty, paid=paid))
        else:
            unread += 1
    return Order(id=key, at=at, state=state, lines=tuple(lines), unread=unread)


def _state_of(value: Any) -> str:
    """A state as `paid` names it: a truth value is "true" or "false"."""
    return str(value).lower() if isinstance(value, bool) else text_of(value)


def _found(expression: Expression, value: Any) -> Any:
    try:
        return expression.find(value)
    except Unfit:
        return None


class OrderBook:
    """What has been told of a feed's orders. `start` is the UTC time ("…Z") from which orders count."""

    def __init__(self, start: str) -> None:
        self._told: dict[str, bytes] = {}
        self._unpaid: dict[str, str] = {}
        self._newest = start

    @property
    def since(self) -> str:
        """For the next call: whole seconds, UTC, "2026-11-23T20:43:10Z". It stays before the oldest order
        that may still be paid, for half an hour: some shops list by the time of ordering only."""
        newest = datetime.fromisoformat(self._newest)
        recent = (at for at in map(datetime.fromisoformat, self._unpaid.values()) if at > newest - PATIENCE)
        return (min(recent, default=newest) - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")

    def news(self, orders: Iterable[Order], skus: Collection[str]) -> tuple[OrderLine, ...]:
        """The lines of orders that are new or have changed, those of `skus` only. Orders from before the
        start are told too if the shop lists them: their time says where they belong."""
        lines: list[OrderLine] = []
        for order in orders:
            mine = tuple(line for line in order.lines if line.sku in skus)
            mark = hashlib.blake2b(repr((order.state, mine)).encode(), digest_size=8).digest()
            if self._told.get(order.id) != mark and (mine or order.id in self._told):
                self._told[order.id] = mark
                lines += mine
        return tuple(lines)

    def reached(self, orders: Iterable[Order], now: str) -> None:
        """All pages have been read: the next call begins at the newest of them. A time beyond `now` is a
        wrong clock and would hide all that follows."""
        for order in orders:
            changed = order.changed or order.at
            if changed and changed <= now:
                self._newest = max(self._newest, changed)
            if order.at and not order.changed and not all(line.paid for line in order.lines):
                self._unpaid[order.id] = order.at
            else:
                self._unpaid.pop(order.id, None)
