"""What is noted of each airing while the log is read: prices, stock and the scene at its edges.

Which stays on air there were, how long they lasted and which were misfires is the show's own fold; an
airing is known by the seq of its take.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hostconsole.report.figures import AiringFacts, StockSeen
from hostconsole.show import events as e
from hostconsole.show.clocks import airing_ms
from hostconsole.show.events import Entry, StockEvent
from hostconsole.show.ledger import Ledger
from hostconsole.show.plan import Item
from hostconsole.show.sales import ORDER_MS, longest_gap_ms
from hostconsole.show.state import Airing, State


@dataclass(slots=True, kw_only=True)
class _Edge:
    """Price and stock at the take or at the end."""

    price: int | None
    stock: StockSeen | None


@dataclass(slots=True, kw_only=True)
class _Count:
    """What an act counted as sold of `sku`, as a difference; None: what was sold before is not known.
    `holds` False: undone since."""

    sku: str
    at_ms: int
    sold: int | None
    holds: bool = True


@dataclass(slots=True, kw_only=True)
class _Notes:
    """`counts` are what acts (by seq) counted as sold while on air, of any SKU."""

    take: _Edge
    sku: str
    end: _Edge | None = None
    said: tuple[int, ...] = ()
    gap_ms: int | None = None
    counts: dict[int, _Count] = field(default_factory=dict)
    safe: bool = False
    scene: str | None = None
    accepted_ms: float | None = None
    on_air_ms: float | None = None
    failed: str = ""


_Ordered = tuple[tuple[int, int], ...]
"""Units by the session ms of their orders."""


class AiringNotes:
    """Feed it every entry with the states around it; `facts` gives the airings in order of their takes."""

    def __init__(self) -> None:
        self._notes: dict[int, _Notes] = {}
        self._orders: dict[int, _Notes] = {}
        self._touched: set[str] = set()  # SKUs that aired before, or whose link was ever up
        self._ordered: dict[
            str, list[tuple[int, int]]
        ] = {}  # by SKU: units at the session ms of their orders
        self._fresh: dict[str, bool] = {}  # whether a SKU was untouched when it was last taken

    def hear(self, before: State, entry: Entry, after: State) -> None:
        left, here = before.on_air, after.on_air
        if left is not None and (here is None or here.seq != left.seq):
            self._close(before, left, entry, after)
        if here is not None and here.seq not in self._notes:
            self._notes[here.seq] = _Notes(take=_edge(after, here), sku=here.item.sku)
            self._fresh[here.item.sku] = here.item.sku not in self._touched
        notes = self._notes[here.seq] if here is not None else None
        if isinstance(entry.event, StockEvent):
            self._hear_stock(before, entry, entry.event, notes)
        elif isinstance(entry.event, e.Undone | e.Redone):
            self._turn(entry.event.seq, holds=isinstance(entry.event, e.Redone))
        elif isinstance(entry.event, e.LinkOpened):
            self._touched.add(after.items[entry.event.item].item.sku)
        else:
            self._hear_scene(entry, notes)

    def _close(self, state: State, airing: Airing, entry: Entry, after: State) -> None:
        """The airing ended. After a misfire the former goes on, and what was counted of it meanwhile is
        its own."""
        notes = self._notes[airing.seq]
        notes.end = _edge(state, airing)
        notes.said = _said(state, airing)
        notes.gap_ms = _longest_gap(state, airing, entry.mono_ms)
        if not isinstance(entry.event, e.ItemMisfired):
            self._touched.add(airing.item.sku)
        elif after.on_air is not None:
            former = self._notes[after.on_air.seq]
            if former.sku != notes.sku:
                former.counts |= {act: c for act, c in notes.counts.items() if c.sku == former.sku}

    def _hear_stock(self, before: State, entry: Entry, event: StockEvent, here: _Notes | None) -> None:
        if _is_ordered(event, before):
            assert isinstance(event, e.StockSold)
            self._ordered.setdefault(event.sku, []).extend(event.orders)
            return
        was = before.stock[event.sku].sold
        if here is None or not _counts(event) or was is event.ledger.sold is None:
            return
        sold = None if event.ledger.sold is None else event.ledger.sold - (was or 0)
        if was is None and isinstance(event, e.StockSold) and not self._fresh.get(event.sku):
            sold = None
        act = entry.act or entry.seq
        count = here.counts.setdefault(act, _Count(sku=event.sku, at_ms=entry.mono_ms, sold=0))
        count.sold = None if sold is None or count.sold is None else count.sold + sold

    def _hear_scene(self, entry: Entry, here: _Notes | None) -> None:
        match entry.event:
            case e.SafeEntered() if here is not None:
                here.safe = True
            case e.SessionResumed():
                self._orders.clear()
            case e.SceneAsked() as event if here is not None and here.scene is None and not here.safe:
                here.scene = event.scene
                self._orders[event.order] = here
            case e.SceneAccepted() as event if event.order in self._orders:
                self._orders[event.order].accepted_ms = event.ms
            case e.SceneShown(order=int() as order) as event if order in self._orders:
                self._orders.pop(order).on_air_ms = event.ms
            case e.SceneFailed() as event if event.order in self._orders:
                self._orders.pop(event.order).failed = event.code

    def _turn(self, act: int, *, holds: bool) -> None:
        for notes in self._notes.values():
            if act in notes.counts:
                notes.counts[act].holds = holds

    def facts(self, state: State) -> tuple[AiringFacts, ...]:
        """All airings up to `state`, the one that is still on air among them."""
        airings = (*state.airings, state.on_air) if state.on_air is not None else state.airings
        ordered = sorted(airings, key=lambda airing: airing.seq)
        before: dict[str, int] = {}  # when the SKU's airing before ended
        found: list[AiringFacts] = []
        for airing in ordered:
            sku = airing.item.sku
            by_orders = _ordered_in(airing, self._ordered.get(sku), after_ms=before.get(sku, 0))
            found.append(_facts(state, airing, self._notes[airing.seq], by_orders))
            if not airing.misfire:
                before[sku] = airing.ended_ms or 0
        return tuple(found)


def is_planned(state: State, item: Item) -> bool:
    """Whether its planned times are its own: an encore made on the spot has copied its product's."""
    row = state.items.get(item.id)
    return item.kind != "encore" or row is None or not row.added


def _is_ordered(event: StockEvent, before: State) -> bool:
    """Whether a shop's orders say so: with their own times, or, the first time, that there are none."""
    if not isinstance(event, e.StockSold) or event.ledger.ordered is None:
        return False
    return bool(event.orders) or before.stock[event.sku].ordered is None


def _counts(event: StockEvent) -> bool:
    """Whether the event says how many were sold: by hand, by a feed, by an empty batch, or taken back."""
    if isinstance(event, e.StockCounted):
        return event.source.startswith("feed:")
    return isinstance(event, e.StockSold | e.BatchGone | e.OversoldSettled)


def _edge(state: State, airing: Airing) -> _Edge:
    row = state.items.get(airing.item.id)
    ledger: Ledger | None = state.stock.get(airing.item.sku)
    stock = None
    if ledger is not None:
        stock = StockSeen(left=ledger.sellable, source=ledger.source, by=ledger.by, as_of=ledger.as_of)
    return _Edge(
        price=row.price if row is not None else airing.item.price,
        stock=stock,
    )


def _said(state: State, airing: Airing) -> tuple[int, ...]:
    row = state.items.get(airing.item.id)
    return row.said if row is not None else ()


def _longest_gap(state: State, airing: Airing, now_ms: int) -> int | None:
    """The longest time without a sale, the last one included; None where no sale was counted."""
    sales = state.sales.get(airing.item.sku)
    if sales is None or sales.airing != airing.seq:
        return None
    return longest_gap_ms(sales, airing.seq, since_ms=airing.since_ms, now_ms=now_ms)


def _facts(state: State, airing: Airing, notes: _Notes, ordered: _Ordered | None) -> AiringFacts:
    running = airing.ended_ms is None
    end = _edge(state, airing) if running or notes.end is None else notes.end
    item = airing.item
    aired = airing_ms(state, state.mono_ms) if running else None
    length = (airing.ended_ms or 0) - airing.since_ms
    said = _said(state, airing) if running else notes.said
    held = (state.mono_ms - airing.since_ms - (aired or 0)) if running else airing.held_ms
    return AiringFacts(
        seq=airing.seq,
        item=item.id,
        kind=item.kind,
        link_no=item.link_no,
        title=item.title,
        sku=item.sku,
        n=airing.n,
        misfire=airing.misfire,
        planned_start_ms=_ms(item.planned_start_s) if is_planned(state, item) else None,
        planned_ms=_ms(item.planned_s) if is_planned(state, item) else None,
        started_at=airing.at,
        started_ms=airing.since_ms,
        ended_ms=airing.ended_ms,
        aired_ms=(aired or 0) if running else length - held,
        held_ms=held,
        currency=item.currency,
        price_at_take=notes.take.price,
        price_at_end=end.price,
        stock_before=notes.take.stock,
        stock_after=end.stock,
        sold=_sold(notes, ordered),
        scene_asked=notes.scene,
        accepted_ms=notes.accepted_ms,
        on_air_ms=notes.on_air_ms,
        scene_failed=notes.failed,
        points_said=len(said),
        points=len(item.key_points),
        longest_gap_ms=_longest_gap(state, airing, state.mono_ms) if running else notes.gap_ms,
        said=said,
        key_points=item.key_points,
        counts=(
            *(
                (count.at_ms, count.sold)
                for count in notes.counts.values()
                if count.holds and count.sku == notes.sku and count.sold
            ),
            *(ordered or ()),
        ),
    )


def _ordered_in(airing: Airing, ordered: list[tuple[int, int]] | None, *, after_ms: int) -> _Ordered | None:
    """Units whose orders were made in the airing, by their times; None where no orders are read. Shops write
    whole seconds: the second of the take belongs to it, but for what was made before `after_ms`. A misfire
    has none: the airing it interrupted went on."""
    if ordered is None:
        return None
    if airing.misfire:
        return ()
    begin, end = max(airing.since_ms - ORDER_MS + 1, after_ms), airing.ended_ms
    return tuple((ms, units) for ms, units in ordered if ms >= begin and (end is None or ms < end))


def _sold(notes: _Notes, ordered: _Ordered | None) -> int | None:
    """What the orders say, and what was counted of the airing's own SKU beside them; None if nobody counted,
    or one count's beginning is not known."""
    counted = [count.sold for count in notes.counts.values() if count.holds and count.sku == notes.sku]
    known = [sold for sold in counted if sold is not None]
    units = None if ordered is None else sum(units for _ms, units in ordered)
    if not counted:
        return units
    return sum(known) + (units or 0) if len(known) == len(counted) else None


def _ms(seconds: int | None) -> int | None:
    return None if seconds is None else seconds * 1000
