"""What the shops' orders say was sold in the running session, by the orders' own times.

An answer holds all orders since a time, and again those that changed: what counts is the sum, never the
telling. The ledger remembers the sum (`ordered`), so that orders are not booked twice after a restart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from hostconsole.feeds.orders import OrderLine
from hostconsole.show.events import StockSold
from hostconsole.show.ledger import Ledger
from hostconsole.show.order_news import OrderChange, told_by_orders
from hostconsole.show.state import State

_WHOLE_MS = 999
"""A shop that writes whole seconds may mean the end of one."""

_SAME_MS = 2_000
"""Two times of one order are no further apart, however they were reckoned."""

_SKEW_MS = 120_000
"""A new order whose time lies so shortly before the session belongs to it: clocks differ."""


@dataclass(slots=True, kw_only=True)
class _Line:
    """Units of one SKU in one order. `booked` of them are in the ledger; `late`: first told when the shop
    had been heard before, so it was made since; `unsaid_ms`: how much later it may have been made than it
    says; `before_ms`: when the shop had been asked before it told this, None if never."""

    late: bool
    ms: int | None = None
    unsaid_ms: int = 0
    before_ms: int | None = None
    units: int = 0
    booked: int = 0


class ShopOrders:
    """The orders of all feeds, line by line. Times are monotonic milliseconds unless said otherwise."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[tuple[str, str], _Line]] = {}
        self._skus: dict[tuple[str, str], frozenset[str]] = {}
        self._asked_ms: dict[str, int] = {}
        self._ended: list[str] = []
        self._session = ""

    @property
    def heard(self) -> frozenset[str]:
        """The feeds that have told of orders so far."""
        return frozenset(self._asked_ms)

    def tell(self, feed: str, lines: Iterable[OrderLine], *, asked_ms: int, now_ms: int, at: str) -> None:
        """An answer with orders came that was asked for at `asked_ms`; `now_ms` and `at` (UTC) are the same
        moment. An order that was told before stands in place of what was told of it."""
        orders: dict[str, list[OrderLine]] = {}
        for line in lines:
            orders.setdefault(line.id, []).append(line)
        for id_, of_it in orders.items():
            self._tell_one((feed, id_), of_it, now_ms=now_ms, at=at)
        self._asked_ms[feed] = asked_ms

    def end(self, feeds: Iterable[str]) -> None:
        """These feeds are not read any more, or in another way: what they told was sold all the same. The
        same orders told by a feed in their place are not sold again."""
        for feed in feeds:
            if self._asked_ms.pop(feed, None) is None:
                continue
            aside = f"{feed} #{len(self._ended)}"  # no other feed's name: those have no room for it
            for order in [order for order in self._skus if order[0] == feed]:
                self._rename(order, (aside, order[1]))
            self._ended.append(aside)

    def _rename(self, order: tuple[str, str], now: tuple[str, str]) -> None:
        self._skus[now] = self._skus.pop(order)
        for sku in self._skus[now]:
            self._lines[sku][now] = self._lines[sku].pop(order)

    def _recognise(self, order: tuple[str, str], lines: list[OrderLine], ms: int | None) -> None:
        """An order that an ended feed told: the same id, SKUs and time."""
        skus = frozenset(line.sku for line in lines)
        for feed in self._ended if order not in self._skus else ():
            told = (feed, order[1])
            if self._skus.get(told) != skus:
                continue
            known = self._lines[lines[0].sku][told].ms
            if ms is None or known is None or abs(known - ms) <= _SAME_MS:
                self._rename(told, order)
                return

    def _tell_one(self, order: tuple[str, str], lines: list[OrderLine], *, now_ms: int, at: str) -> None:
        before_ms = self._asked_ms.get(order[0])
        late = before_ms is not None
        ms = now_ms - max(0, _ms_between(lines[0].at, at)) if lines[0].at else None
        self._recognise(order, lines, ms)
        units: dict[str, int] = dict.fromkeys(self._skus.get(order, ()), 0)
        for line in lines:
            units[line.sku] = units.get(line.sku, 0) + (line.qty if line.paid else 0)
        self._skus[order] = frozenset(units)
        for sku, qty in units.items():
            line_of_it = self._lines.setdefault(sku, {}).setdefault(order, _Line(late=late))
            if line_of_it.units != qty:
                line_of_it.units, line_of_it.before_ms = qty, before_ms
            line_of_it.unsaid_ms = _WHOLE_MS if lines[0].at.endswith(".000Z") else 0
            line_of_it.ms = ms if ms is not None else line_of_it.ms or (now_ms if late else None)

    def news(self, state: State, *, fed: Mapping[str, str]) -> tuple[StockSold, ...]:
        """What is to be logged so that the ledgers say what the orders say. `fed` names the feed of each SKU
        whose orders are read."""
        if not state.running:
            return ()
        if state.session != self._session:
            self._session = state.session
            self._remember(state)
        events = (
            self._sold(state, state.stock[sku], feed) for sku, feed in fed.items() if sku in state.stock
        )
        return tuple(event for event in events if event is not None)

    def _sold(self, state: State, was: Ledger, feed: str) -> StockSold | None:
        lines = self._of(state, was.sku)
        units = sum(line.units for _ms, line in lines)
        if was.ordered == units and not was.fallen:
            return None
        changes = [_change(ms, line, state) for ms, line in lines if line.units != line.booked]
        ledger, times = told_by_orders(was, units, changes, now_ms=state.mono_ms)
        for _ms, line in lines:
            line.booked = line.units
        return StockSold(
            sku=was.sku,
            was=was.sellable,
            now=ledger.sellable,
            source=f"feed:{feed}",
            ledger=ledger,
            orders=_by_second(times),
        )

    def _remember(self, state: State) -> None:
        """A session began, or goes on after a restart: its oldest orders are in the ledgers already."""
        for lines in self._lines.values():
            for line in lines.values():
                line.booked = 0
        for sku, ledger in state.stock.items():
            left = ledger.ordered or 0
            for _ms, line in sorted(self._of(state, sku), key=lambda one: one[0]):
                line.booked = min(line.units, left)
                left -= line.booked

    def _of(self, state: State, sku: str) -> list[tuple[int, _Line]]:
        """The lines of `sku` made in the running session, with their times on its clock."""
        found = []
        for line in self._lines.get(sku, {}).values():
            if line.ms is not None:
                ms = line.ms - state.boot_ms
                if ms > -1_000 or (line.late and ms > -_SKEW_MS):
                    found.append((max(0, ms), line))
        return found


def _change(ms: int, line: _Line, state: State) -> OrderChange:
    before_ms = None if line.before_ms is None else line.before_ms - state.boot_ms
    return OrderChange(
        ms=ms, until_ms=ms + line.unsaid_ms, units=line.units - line.booked, first_after_ms=before_ms
    )


def _by_second(times: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Units by the second: a rush of orders is one row of the log, not a thousand."""
    seconds: dict[int, int] = {}
    for ms, units in times:
        seconds[ms // 1000 * 1000] = seconds.get(ms // 1000 * 1000, 0) + units
    return tuple((ms, units) for ms, units in sorted(seconds.items()) if units)


def _ms_between(earlier: str, later: str) -> int:
    return round((datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds() * 1000)
