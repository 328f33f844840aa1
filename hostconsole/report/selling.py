"""What was sold when, and in which batches, as it was counted while the log is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hostconsole.report.figures import BatchFacts, SoldFacts
from hostconsole.show import events as e
from hostconsole.show.events import Entry, StockEvent
from hostconsole.show.ledger import Ledger
from hostconsole.show.plan import Item
from hostconsole.show.state import State

MINUTE_MS = 60_000


@dataclass(slots=True, kw_only=True)
class _Batch:
    sku: str
    n: int
    of: int
    qty: int
    at: str
    opened_ms: int
    sold_before: int
    gone_ms: int | None = None
    until_ms: int | None = None
    sold: int | None = None


@dataclass(slots=True, kw_only=True)
class _Sold:
    units: int = 0
    value: int = 0
    priced: bool = True
    currency: str = ""


@dataclass(slots=True)
class _Counted:
    """Units, and what one cost when they were counted."""

    units: int
    price: int | None


@dataclass(slots=True)
class SellingNotes:
    """Feed it every entry with the states around it."""

    _batches: list[_Batch] = field(default_factory=list)
    _open: dict[str, _Batch] = field(default_factory=dict)
    _sold: dict[tuple[str, int], _Sold] = field(default_factory=dict)
    _counted: dict[str, list[_Counted]] = field(default_factory=dict)
    """By SKU, the newest last: what a correction takes back."""

    def hear(self, before: State, entry: Entry, after: State) -> None:
        match entry.event:
            case StockEvent() as event:
                was = before.stock.get(event.sku) or Ledger(sku=event.sku, total=None)
                self._count(was, event.ledger, entry, after)
                self._follow(was, event.ledger, entry)
            case e.LinkOpened() as event:
                self._opened_at_once(after.items[event.item].item, entry, after)

    def _count(self, was: Ledger, now: Ledger, entry: Entry, state: State) -> None:
        units = (now.sold or 0) - (was.sold or 0)
        if units == 0:
            return
        sold = self._sold.setdefault((now.sku, entry.mono_ms // MINUTE_MS), _Sold())
        price, sold.currency = _price(state, now.sku)
        for part in self._at_their_prices(now.sku, units, price):
            sold.units += part.units
            sold.value += part.units * (part.price or 0)
            sold.priced = sold.priced and part.price is not None

    def _at_their_prices(self, sku: str, units: int, price: int | None) -> Iterator[_Counted]:
        """What is counted costs what it costs now; what a correction takes back, what it cost when it was
        counted: the newest first."""
        counted = self._counted.setdefault(sku, [])
        if units > 0:
            counted.append(_Counted(units, price))
        while units < 0 and counted:
            back = min(-units, counted[-1].units)
            yield _Counted(-back, counted[-1].price)
            units += back
            counted[-1].units -= back
            if not counted[-1].units:
                counted.pop()
        if units:
            yield _Counted(units, price)

    def _follow(self, was: Ledger, now: Ledger, entry: Entry) -> None:
        if now.batch > was.batch:
            self._begin(now, entry, n=now.batch, of=max(now.batches, now.batch), qty=now.batch_qty)
        elif now.batch < was.batch:
            self._taken_back(now.sku)
        batch = self._open.get(now.sku)
        if batch is None:
            return
        if now.sold is not None:
            batch.sold = now.sold - batch.sold_before
        empty = now.sellable is not None and now.sellable <= 0
        if empty and batch.gone_ms is None:
            batch.gone_ms = entry.mono_ms
        elif not empty:
            batch.gone_ms = None  # counted up again: it was not gone

    def _opened_at_once(self, item: Item, entry: Entry, state: State) -> None:
        """Where nothing is held back everything is one batch, from the first time its link goes up. What a
        release plan holds back has batches of its own."""
        ledger = state.stock.get(item.sku)
        if ledger is None or ledger.batch or ledger.pool or item.sku in self._open:
            return
        if ledger.sellable is not None and ledger.sellable > 0:
            self._begin(ledger, entry, n=1, of=1, qty=ledger.sellable)

    def _begin(self, ledger: Ledger, entry: Entry, *, n: int, of: int, qty: int) -> None:
        earlier = self._open.get(ledger.sku)
        if earlier is not None:
            earlier.until_ms = entry.mono_ms
        batch = _Batch(
            sku=ledger.sku, n=n, of=of, qty=qty, at=entry.at, opened_ms=entry.mono_ms,
            sold_before=ledger.sold or 0,
        )  # fmt: skip
        self._batches.append(batch)
        self._open[ledger.sku] = batch

    def _taken_back(self, sku: str) -> None:
        """A release was undone: its batch never was, and the one before goes on."""
        batch = self._open.pop(sku, None)
        if batch is None:
            return
        self._batches.remove(batch)
        earlier = next((b for b in reversed(self._batches) if b.sku == sku), None)
        if earlier is not None:
            earlier.until_ms = None
            self._open[sku] = earlier

    def batches(self, state: State) -> tuple[BatchFacts, ...]:
        """In the order in which they were opened."""
        return tuple(_facts(batch, _item(state, batch.sku)) for batch in self._batches)

    def sales(self) -> tuple[SoldFacts, ...]:
        """By minute and SKU; minutes whose counts cancel each other are left out."""
        return tuple(
            SoldFacts(
                sku=sku, minute=minute, units=sold.units, value=sold.value if sold.priced else None,
                currency=sold.currency,
            )
            for (sku, minute), sold in sorted(self._sold.items(), key=lambda one: (one[0][1], one[0][0]))
            if sold.units or sold.value
        )  # fmt: skip


def _facts(batch: _Batch, item: Item | None) -> BatchFacts:
    return BatchFacts(
        sku=batch.sku,
        item=item.id if item else "",
        link_no=item.link_no if item else "",
        title=item.title if item else batch.sku,
        n=batch.n,
        of=batch.of,
        qty=batch.qty,
        opened_at=batch.at,
        opened_ms=batch.opened_ms,
        gone_ms=batch.gone_ms,
        until_ms=batch.until_ms,
        sold=batch.sold,
    )


def _item(state: State, sku: str) -> Item | None:
    """The product row of a SKU, else any row of it."""
    rows = [row.item for row in state.items.values() if row.item.sku == sku]
    return next((item for item in rows if item.kind == "product"), rows[0] if rows else None)


def _price(state: State, sku: str) -> tuple[int | None, str]:
    """What a unit of `sku` costs now, and the currency: of the item on air if it is that, else of its row."""
    here = state.on_air
    item = here.item if here is not None and here.item.sku == sku else _item(state, sku)
    if item is None:
        return None, state.plan.currency
    row = state.items.get(item.id)
    return (row.price if row is not None else item.price), item.currency
