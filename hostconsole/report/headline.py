"""The headline figures of a night, each with the formula it was made by. What cannot be known is None."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from hostconsole.report import figures as f
from hostconsole.report.look import Look
from hostconsole.report.reading import middle, number, percent, span, total
from hostconsole.report.sentences import incident_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`text` is the value as read, "not counted" where `value` is None; `value` is in the unit its key says:
    units, minor units of `currency`, ms, or a share of 1."""

    key: str
    title: str
    text: str
    formula: str
    value: float | None
    currency: str = ""


def headline(night: f.Night, look: Look) -> tuple[Figure, ...]:
    """In the order in which they are read."""
    return (
        _sold(night, look), *_values(night, look), _on_air(night, look), _plan(night, look),
        _rate(night, look), _through(night, look), _batches(night, look), _cues(night, look),
        _points(night, look), _scenes(night, look), _incidents(night, look), _misfires(night, look),
    )  # fmt: skip


def _figure(look: Look, key: str, value: float | None, text: str, **fields: object) -> Figure:
    return Figure(
        key=key,
        title=look.word(f"fig_{key}"),
        text=text if value is not None else look.word("not_counted"),
        formula=look.word(f"fig_{key}_of", **fields),
        value=value,
    )


def _counted(night: f.Night) -> list[f.ProductFacts]:
    return [p for p in night.products if p.sold is not None]


def _sold(night: f.Night, look: Look) -> Figure:
    counted = _counted(night)
    units = sum(p.sold or 0 for p in counted)
    return _figure(
        look, "sold", units if counted else None, number(units), n=len(counted), all=len(night.products)
    )


def _values(night: f.Night, look: Look) -> list[Figure]:
    """One a currency; none where a unit had no price."""
    sums: dict[str, int] = defaultdict(int)
    unpriced = {sold.currency for sold in night.sales if sold.value is None}
    for sold in night.sales:
        sums[sold.currency] += sold.value or 0
    known = [currency for currency in sums if currency not in unpriced]
    if not known:
        return [_figure(look, "value", None, "")]
    return [replace(_figure(look, "value", sums[c], total(sums[c], c)), currency=c) for c in known]


def _on_air(night: f.Night, look: Look) -> Figure:
    lasted = sum(a.aired_ms for a in night.aired)
    held = sum(a.held_ms for a in night.aired)
    return _figure(look, "on_air", lasted, span(lasted), n=len(night.aired), held=span(held))


def _plan(night: f.Night, look: Look) -> Figure:
    planned_items = {item.id for item in night.plan.items if item.planned_s}
    planned = sum(item.planned_s or 0 for item in night.plan.items) * 1000
    aired = sum(a.aired_ms for a in night.aired if a.item in planned_items)
    value = aired / planned if planned else None
    text = f"{percent(aired, planned)} %" if planned else ""
    return _figure(look, "plan", value, text, a=span(aired), b=span(planned))


def _rate(night: f.Night, look: Look) -> Figure:
    """Of products that had time on air: what was only taken by mistake has no minutes to divide by."""
    counted = [p for p in _counted(night) if p.aired_ms]
    units, lasted = sum(p.sold or 0 for p in counted), sum(p.aired_ms for p in counted)
    value = units / (lasted / 60_000) if lasted else None
    text = look.word("per_min", n=number(value, places=1)) if value is not None else ""
    return _figure(look, "rate", value, text, a=number(units), b=number(lasted / 60_000, places=1))


def _through(night: f.Night, look: Look) -> Figure:
    known = [p for p in _counted(night) if p.released]
    sold, released = sum(p.sold or 0 for p in known), sum(p.released or 0 for p in known)
    value = sold / released if released else None
    text = f"{percent(sold, released)} %" if released else ""
    return _figure(look, "through", value, text, a=number(sold), b=number(released))


def _batches(night: f.Night, look: Look) -> Figure:
    gone = [batch.seconds for batch in night.batches if batch.seconds is not None]
    value = middle(gone)
    text = span(round(value * 1000)) if value is not None else ""
    return _figure(look, "batch", value, text, n=len(gone), all=len(night.batches))


def _cues(night: f.Night, look: Look) -> Figure:
    seen = [cue.seen_ms / 1000 for cue in night.cues if cue.seen_ms is not None]
    value = middle(seen)
    text = look.word("seconds_n", n=number(value, places=1)) if value is not None else ""
    return _figure(look, "cue", value, text, n=len(seen), all=len(night.cues))


def _points(night: f.Night, look: Look) -> Figure:
    said, all_of_them = sum(a.points_said for a in night.aired), sum(a.points for a in night.aired)
    value = said / all_of_them if all_of_them else None
    return _figure(look, "points", value, f"{said}/{all_of_them}", a=said, b=all_of_them)


def _scenes(night: f.Night, look: Look) -> Figure:
    shown = [a.on_air_ms for a in night.aired if a.on_air_ms is not None]
    value = middle(shown)
    text = look.word("ms_n", n=number(value)) if value is not None else ""
    return _figure(look, "scene", value, text, n=len(shown))


def _incidents(night: f.Night, look: Look) -> Figure:
    counted = [i for i in night.incidents if i.kind not in ("safe_picture", "trouble")]
    lasted = sum(incident_ms(night, i) for i in counted)
    safe = sum(incident_ms(night, i) for i in night.incidents if i.kind == "safe_picture")
    return _figure(look, "incidents", lasted, span(lasted), n=len(counted), safe=span(safe))


def _misfires(night: f.Night, look: Look) -> Figure:
    n = len(night.misfires)
    return _figure(look, "misfires", n, str(n), a=n, b=len(night.airings))
