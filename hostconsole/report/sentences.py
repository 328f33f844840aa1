"""The three sentences on top of a report: what is worth knowing of a night, dearest first, with evidence.

Each candidate has a price: roughly the milliseconds of airtime it cost, so that they can be compared. The
best seller is always told when there was a count; whoever reads three lines wants that one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hostconsole.report import figures as f
from hostconsole.report.look import Look
from hostconsole.report.reading import clock, name_of, number, percent, span

MOST = 3
OVER_MS = 60_000
OVER_SHARE = 1.2
"""An airing is told as too long when it was a fifth and a minute over its plan."""
TAIL_MS = 5 * 60_000
LATE_LINK_SHARE = 0.5
UNSEEN_CUE_MS = 30_000
MISFIRE_MS = 15_000
_MATTERS_TWICE = ("obs_lost", "stream_reconnecting", "stream_stuck", "network", "mic_silent", "computer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of evidence: the show clock (ms), what happened, the seq of the log's event (None: many)."""

    ms: int | None
    text: str
    seq: int | None = None

    @property
    def clock(self) -> str:
        return "" if self.ms is None else clock(self.ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`kind` names what it is about, `cost` is what it is compared by."""

    kind: str
    text: str
    cost: float
    evidence: tuple[Row, ...] = ()


def sentences(night: f.Night, look: Look) -> tuple[Sentence, ...]:
    """Three at most, one of each kind: the best seller (or that nobody counted), then the dearest."""
    first = _best(night, look)
    found: dict[str, Sentence] = {}
    for find in _CANDIDATES:
        for one in find(night, look):
            if one.kind not in found or one.cost > found[one.kind].cost:
                found[one.kind] = one
    rest = sorted(found.values(), key=lambda one: -one.cost)
    told = [*([first] if first else []), *rest, *_plain(night, look)]
    return tuple(told[:MOST])


def _best(night: f.Night, look: Look) -> Sentence | None:
    counted = [p for p in night.products if p.sold is not None]
    if not any(a.sku for a in night.aired):
        return None
    if not counted:
        row = Row(ms=None, text=look.word("row_uncounted", n=0, all=len(night.products)))
        return Sentence(kind="best", text=look.word("said_uncounted"), cost=0, evidence=(row,))
    ranked = sorted(counted, key=lambda p: -(p.sold or 0))
    best, total = ranked[0], sum(p.sold or 0 for p in counted)
    if not best.sold or total <= 0:
        return None
    text = look.word(
        "said_best" if best.airings else "said_best_unaired", item=name_of(best.link_no, best.title, look),
        units=number(best.sold), all=number(total), share=percent(best.sold, total), time=span(best.aired_ms),
    )  # fmt: skip
    rows = [
        Row(ms=None, text=look.word(
            "row_product", item=name_of(p.link_no, p.title, look), units=number(p.sold or 0)))
        for p in ranked[:MOST]
    ]  # fmt: skip
    return Sentence(kind="best", text=text, cost=0, evidence=tuple(rows))


def _over(night: f.Night, look: Look) -> Iterator[Sentence]:
    for airing in night.aired:
        planned = airing.planned_ms
        if not planned or airing.aired_ms < max(planned * OVER_SHARE, planned + OVER_MS):
            continue
        item = name_of(airing.link_no, airing.title, look)
        end = _end(night, airing)
        times = {"item": item, "time": span(airing.aired_ms), "planned": span(planned)}
        rows = [_airing_row(night, airing, look)]
        text = look.word("said_over", **times)
        if airing.sold is not None:
            tail = [count for count in airing.counts if count[0] > end - TAIL_MS]
            text = look.word("said_over_sold", **times, units=number(sum(units for _, units in tail)))
            rows += [Row(ms=ms, text=look.word("row_count", units=number(units))) for ms, units in tail[-6:]]
        yield Sentence(kind="over", text=text, cost=airing.aired_ms - planned, evidence=tuple(rows))


def _incidents(night: f.Night, look: Look) -> Iterator[Sentence]:
    for kind in dict.fromkeys(i.kind for i in night.incidents):
        spans = [i for i in night.incidents if i.kind == kind]
        lasted = sum(incident_ms(night, i) for i in spans)
        if kind == "trouble" or lasted < 1_000:
            continue
        what, first = look.word(kind), spans[0]
        text = (
            look.word("said_incident_one", what=what, time=span(lasted), at=clock(first.since_ms))
            if len(spans) == 1
            else look.word("said_incident", what=what, n=len(spans), time=span(lasted))
        )
        rows = [
            Row(ms=i.since_ms, seq=i.seq, text=look.word(
                "row_incident", what=what, time=span(incident_ms(night, i))))
            for i in sorted(spans, key=lambda i: -incident_ms(night, i))[:MOST]
        ]  # fmt: skip
        weight = 3 if kind in _MATTERS_TWICE else 1
        yield Sentence(kind=f"incident {kind}", text=text, cost=lasted * weight, evidence=tuple(rows))


def _empty(night: f.Night, look: Look) -> Iterator[Sentence]:
    """Time on air with nothing to buy: until the next batch, or until the end of the airing."""
    for place, batch in enumerate(night.batches):
        if batch.gone_ms is None:
            continue
        following = next((b for b in night.batches[place + 1 :] if b.sku == batch.sku), None)
        until = following.opened_ms if following else night.head.length_ms
        lost = sum(
            max(0, min(until, _end(night, a)) - max(batch.gone_ms, a.started_ms))
            for a in night.aired
            if a.sku == batch.sku
        )
        if lost < 30_000:
            continue
        item = name_of(batch.link_no, batch.title, look)
        gone = Row(
            ms=batch.gone_ms, text=look.word("row_gone", n=batch.n, of=batch.of, qty=number(batch.qty))
        )
        if following:
            text = look.word("said_waiting", item=item, time=span(lost), qty=number(following.qty))
            then = look.word("row_opened", n=following.n, of=following.of, qty=number(following.qty))
            rows = (gone, Row(ms=following.opened_ms, text=then))
        else:
            last = max((_end(night, a) for a in night.aired if a.sku == batch.sku), default=until)
            text = look.word("said_empty", item=item, time=span(lost))
            rows = (gone, Row(ms=last, text=look.word("row_left")))
        yield Sentence(kind="waiting" if following else "empty", text=text, cost=lost * 2, evidence=rows)


def _late_links(night: f.Night, look: Look) -> Iterator[Sentence]:
    for airing in night.aired:
        up = [link for link in night.links if link.item == airing.item]
        first = min(up, key=lambda link: link.since_ms, default=None)
        if first is None or not airing.planned_ms or airing.n != 1:
            continue
        late = first.since_ms - airing.started_ms
        if late < airing.planned_ms * LATE_LINK_SHARE or first.since_ms > _end(night, airing):
            continue
        rows = (
            Row(ms=airing.started_ms, seq=airing.seq, text=look.word("row_taken")),
            Row(ms=first.since_ms, text=look.word("row_link_up", by=look.who(first.by))),
        )
        text = look.word("said_late_link", item=name_of(airing.link_no, airing.title, look), time=span(late))
        yield Sentence(kind="late link", text=text, cost=late, evidence=rows)


def _never(night: f.Night, look: Look) -> Iterator[Sentence]:
    left = [p for p in night.products if p.airings == 0]
    if left and night.aired:
        planned = sum(p.planned_ms or 0 for p in left)
        text = look.word("said_never", n=len(left), time=span(planned))
        rows = tuple(
            Row(ms=None, text=look.word(
                "row_never", item=name_of(p.link_no, p.title, look), time=span(p.planned_ms or 0)))
            for p in left[:MOST]
        )  # fmt: skip
        yield Sentence(kind="never", text=text, cost=planned, evidence=rows)


def _unseen(night: f.Night, look: Look) -> Iterator[Sentence]:
    unseen = [cue for cue in night.cues if cue.seen_ms is None]
    if unseen:
        text = look.word("said_unseen", n=len(unseen), all=len(night.cues))
        rows = tuple(
            Row(ms=c.mono_ms, seq=c.seq, text=look.word("row_cue", text=c.text[:40], by=look.who(c.by)))
            for c in unseen[:MOST]
        )
        yield Sentence(kind="unseen", text=text, cost=len(unseen) * UNSEEN_CUE_MS, evidence=rows)


def _misfires(night: f.Night, look: Look) -> Iterator[Sentence]:
    if night.misfires:
        rows = tuple(
            Row(ms=a.started_ms, seq=a.seq, text=look.word(
                "row_misfire", item=name_of(a.link_no, a.title, look), time=span(a.aired_ms)))
            for a in night.misfires[:MOST]
        )  # fmt: skip
        text = look.word("said_misfires", n=len(night.misfires), all=len(night.airings))
        yield Sentence(kind="misfires", text=text, cost=len(night.misfires) * MISFIRE_MS, evidence=rows)


_CANDIDATES: tuple[Callable[[f.Night, Look], Iterator[Sentence]], ...] = (
    _over, _incidents, _empty, _late_links, _never, _unseen, _misfires,
)  # fmt: skip


def _plain(night: f.Night, look: Look) -> list[Sentence]:
    """What can be said of any night."""
    if not night.aired:
        return [Sentence(kind="nothing", text=look.word("said_nothing"), cost=0)]
    on_air = sum(a.aired_ms for a in night.aired)
    aired = look.word("said_aired", n=len(night.aired), time=span(on_air))
    rows = tuple(_airing_row(night, a, look) for a in night.aired[:MOST])
    plain = [Sentence(kind="aired", text=aired, cost=0, evidence=rows)]
    if not night.incidents:
        calm = look.word("said_calm", time=span(night.head.length_ms))
        plain.append(Sentence(kind="calm", text=calm, cost=0))
    return plain


def _airing_row(night: f.Night, airing: f.AiringFacts, look: Look) -> Row:
    since, until = clock(airing.started_ms), clock(_end(night, airing))
    parts = [
        name_of(airing.link_no, airing.title, look),
        look.word("row_airing", n=airing.n, since=since, until=until),
    ]
    if airing.sold is not None:
        parts.append(look.word("row_count", units=number(airing.sold)))
    elif airing.sku:
        parts.append(look.word("not_counted"))
    return Row(ms=airing.started_ms, seq=airing.seq, text=" · ".join(parts))


def _end(night: f.Night, airing: f.AiringFacts) -> int:
    return night.head.length_ms if airing.ended_ms is None else airing.ended_ms


def incident_ms(night: f.Night, incident: f.IncidentFacts) -> int:
    """How long it lasted, so far if it is not over."""
    until = night.head.length_ms if incident.until_ms is None else incident.until_ms
    return until - incident.since_ms
