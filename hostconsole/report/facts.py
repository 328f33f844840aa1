"""`night`: the facts of a session from its events, read once and in order.

The fold of the show does the rules (what is an airing, what is left, what a misfire puts back); what is
kept beside it grows with airings, cues and incidents, never with the number of events.
"""

from __future__ import annotations

from collections.abc import Iterable

from hostconsole.report.airings import AiringNotes, is_planned
from hostconsole.report.figures import (
    AiringFacts,
    CueFacts,
    Head,
    MarkFacts,
    Night,
    PriceChangeFacts,
    ProductFacts,
    StockSeen,
)
from hostconsole.report.incidents import IncidentNotes
from hostconsole.report.selling import SellingNotes
from hostconsole.report.spans import SpanNotes
from hostconsole.show import events as e
from hostconsole.show.events import Entry
from hostconsole.show.fold import apply
from hostconsole.show.ledger import Ledger
from hostconsole.show.state import State


def night(entries: Iterable[Entry]) -> Night:
    """The facts of one session. Raises ValueError if there is no entry, or the first is no start."""
    gathering = Gathering()
    for entry in entries:
        gathering.hear(entry)
    return gathering.night()


def seen(ledger: Ledger) -> StockSeen:
    """What a ledger says can be sold, and who says so."""
    return StockSeen(left=ledger.sellable, source=ledger.source, by=ledger.by, as_of=ledger.as_of)


class Gathering:
    """The facts so far. Feed it every entry of a session in order, then ask for `night`."""

    def __init__(self) -> None:
        self._state = State()
        self._first: Entry | None = None
        self._heard = 0
        self._opening: State | None = None
        self._ended_at: str | None = None
        self._simulated = False
        self._operators: dict[str, None] = {}
        self._airings = AiringNotes()
        self._incidents = IncidentNotes()
        self._selling = SellingNotes()
        self._spans = SpanNotes()
        self._prices: list[PriceChangeFacts] = []
        self._marks: list[MarkFacts] = []
        self._cues: dict[int, CueFacts] = {}
        self._seen_ms: dict[int, int] = {}

    def hear(self, entry: Entry) -> None:
        """Takes in the next entry. Raises ValueError if a session does not begin with its start."""
        self._heard += 1
        before = self._state
        after = self._state = apply(before, entry)
        if self._first is None:
            if not isinstance(entry.event, e.SessionStarted):
                raise ValueError(f"a session begins with session.started, not {entry.event.kind}")
            self._first, self._opening = entry, after
        if after.operator:
            self._operators[after.operator] = None
        self._simulated = self._simulated or after.simulated
        self._airings.hear(before, entry, after)
        self._incidents.hear(before, entry, after)
        self._selling.hear(before, entry, after)
        self._spans.hear(before, entry, after)
        self._note(before, entry)

    def _note(self, before: State, entry: Entry) -> None:
        match entry.event:
            case e.SessionEnded():
                self._ended_at = entry.at
            case e.SessionReopened():
                self._ended_at = None
            case e.PriceChanged() as event:
                self._prices.append(_price_change(before, event, entry))
            case e.MarkerAdded() as event:
                self._marks.append(
                    MarkFacts(
                        seq=entry.seq, at=entry.at, mono_ms=entry.mono_ms, label=event.label,
                        item=event.item, rec_s=event.rec_s, actor=entry.actor,
                    )
                )  # fmt: skip
            case e.CueSent() as event:
                self._cues[entry.seq] = CueFacts(
                    seq=entry.seq, at=entry.at, mono_ms=entry.mono_ms, text=event.text, kind=event.cue_kind,
                    preset=event.preset, by=entry.actor, seen_ms=None, item=_on_air(before),
                )  # fmt: skip
            case e.CueSeen() as event:
                self._seen_ms.setdefault(event.cue, event.ms)

    def night(self) -> Night:
        """The facts as they stand. Raises ValueError if nothing was heard."""
        if self._first is None or self._opening is None:
            raise ValueError("a session without events has no report")
        airings = self._airings.facts(self._state)
        return Night(
            head=self._head(self._first),
            plan=self._opening.plan,
            airings=airings,
            products=_products(self._opening, self._state, airings),
            price_changes=tuple(self._prices),
            marks=tuple(self._marks),
            incidents=self._incidents.facts(),
            cues=tuple(_answered(cue, self._seen_ms.get(cue.seq)) for cue in self._cues.values()),
            batches=self._selling.batches(self._state),
            links=self._spans.links(),
            scenes=self._spans.scenes(self._state.mono_ms),
            recordings=self._spans.recordings(self._state.mono_ms),
            sales=self._selling.sales(),
            stream_since_ms=self._spans.stream_since_ms,
        )

    def _head(self, first: Entry) -> Head:
        state = self._state
        return Head(
            session=state.session,
            show=state.plan.name,
            kind=state.kind,
            simulated=self._simulated,
            started_at=first.at,
            ended_at=self._ended_at,
            last_at=state.at,
            length_ms=state.mono_ms,
            operators=tuple(self._operators),
            events=self._heard,
            sheet=state.plan.sheet,
        )


def _on_air(state: State) -> str | None:
    return state.on_air.item.id if state.on_air is not None else None


def _answered(cue: CueFacts, seen_ms: int | None) -> CueFacts:
    return CueFacts(
        seq=cue.seq, at=cue.at, mono_ms=cue.mono_ms, text=cue.text, kind=cue.kind, preset=cue.preset,
        by=cue.by, seen_ms=seen_ms, item=cue.item,
    )  # fmt: skip


def _price_change(state: State, event: e.PriceChanged, entry: Entry) -> PriceChangeFacts:
    item = state.items[event.item].item
    return PriceChangeFacts(
        seq=entry.seq, at=entry.at, mono_ms=entry.mono_ms, item=event.item, link_no=item.link_no,
        title=item.title, currency=item.currency, was=event.was, now=event.now, actor=entry.actor,
        reason=event.reason, on_air=_on_air(state) == event.item,
    )  # fmt: skip


def _products(opening: State, state: State, airings: tuple[AiringFacts, ...]) -> tuple[ProductFacts, ...]:
    """One row per SKU, in the order of the queue at the end; SKUs whose rows are gone come last."""
    rows: dict[str, list[str]] = {}
    for key in state.order:
        rows.setdefault(state.items[key].item.sku, []).append(key)
    for airing in airings:
        rows.setdefault(airing.sku, [])
    rows.pop("", None)
    return tuple(_product(opening, state, sku, keys, airings) for sku, keys in rows.items())


def _product(
    opening: State, state: State, sku: str, keys: list[str], airings: tuple[AiringFacts, ...]
) -> ProductFacts:
    ours = [airing for airing in airings if airing.sku == sku]
    aired = [airing for airing in ours if not airing.misfire]
    names = {key: state.items[key].item for key in keys}
    lead = next((row for row in names.values() if row.kind == "product"), None)
    lead = lead or next(iter(names.values()), None)
    counted = [row for key, row in names.items() if not state.items[key].skipped or state.items[key].airings]
    planned = [row.planned_s * 1000 for row in counted if row.planned_s and is_planned(state, row)]
    ledger = state.stock.get(sku) or Ledger(sku=sku, total=None)
    first = opening.items.get(lead.id) if lead else None
    last = state.items.get(lead.id) if lead else None
    return ProductFacts(
        sku=sku,
        items=tuple(keys) or tuple(dict.fromkeys(airing.item for airing in ours)),
        link_no=lead.link_no if lead else ours[0].link_no,
        title=lead.title if lead else ours[0].title,
        airings=len(aired),
        misfires=len(ours) - len(aired),
        planned_ms=sum(planned) if planned else None,
        aired_ms=sum(airing.aired_ms for airing in aired),
        currency=lead.currency if lead else ours[0].currency,
        price_first=first.price if first else (lead.price if lead else ours[0].price_at_take),
        price_last=last.price if last else ours[-1].price_at_end,
        sold=ledger.sold,
        stock_first=seen(opening.stock.get(sku) or Ledger(sku=sku, total=None)),
        stock_left=seen(ledger),
        released=ledger.released,
    )
