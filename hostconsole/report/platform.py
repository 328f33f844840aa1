"""What the platform says of a night, apart from our own counts: metrics with numerator, denominator and
source (DOMAIN §3.6), a row for each product beside our own count, returns, and what changed between two
imports. Nothing here enters our own figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from hostconsole.report import figures as f
from hostconsole.report.look import Look, moment
from hostconsole.report.product_pages import counted
from hostconsole.report.reading import name_of, number, total
from hostconsole.show.after_events import FiguresImported, ItemFigures, MinuteFigures
from hostconsole.show.bands import MetricKey
from hostconsole.show.money import places

MANY_RETURNS = 0.30
"""Products with more returned than this stand first."""

OF_A_MINUTE = ("viewers", "clicks", "orders", "gmv")
"""The figures a minute may have."""

MONEY = frozenset({"gmv", "net_gmv", "refunds", "ad_spend"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """`formula` names numerator and denominator with their figures; `value` None: one is not known. `band`:
    how it stands to what is held for good, "" if nothing is."""

    key: MetricKey
    title: str
    text: str
    formula: str
    source: str
    value: float | None
    band: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One product by our own count and by the platform."""

    name: str
    sku: str
    own: int | None
    figures: ItemFigures
    returned: int | None
    many: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure in two imports of the same platform."""

    name: str
    was: int
    now: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformView:
    """One platform: `source` says whose figures they are, of when, provisional or final, brought in by whom.
    `returns` are lines for D+7, D+15, D+30; `minutes` in the order of time."""

    platform: str
    source: str
    totals: tuple[tuple[str, str], ...]
    metrics: tuple[Metric, ...]
    items: tuple[ItemRow, ...]
    returns: tuple[str, ...]
    changes: tuple[Change, ...]
    minutes: tuple[MinuteFigures, ...]
    currency: str


@dataclass(slots=True)
class _Known:
    """The newest of each figure, and what the import before said. `rows` are the SKUs of the tables that
    have a column of that name."""

    totals: dict[str, int] = field(default_factory=dict)
    items: dict[str, ItemFigures] = field(default_factory=dict)
    rows: dict[str, set[str]] = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)
    returns: dict[int, f.ImportFacts] = field(default_factory=dict)
    newest: f.ImportFacts | None = None
    minutes: dict[str, MinuteFigures] = field(default_factory=dict)


def platform_views(night: f.Night, look: Look) -> tuple[PlatformView, ...]:
    """One for each platform figures came from, in the order they first came."""
    known: dict[str, _Known] = {}
    for one in night.imports:
        _take(known.setdefault(one.told.platform, _Known()), one)
    return tuple(_view(night, name, found, look) for name, found in known.items())


def _take(known: _Known, one: f.ImportFacts) -> None:
    told = one.told
    if told.after_days is not None:
        known.returns[told.after_days] = one
        return
    flat = flat_figures(told)
    before = {**known.totals, **{f"{sku} {name}": v for sku, i in known.items.items() for name, v in _of(i)}}
    known.before.update({name: before[name] for name in flat if name in before})
    known.totals.update(told.totals)
    for item in told.items:
        known.items[item.sku] = _over(known.items.get(item.sku), item)
    for name in {name for item in told.items for name, _value in _of(item)}:
        known.rows.setdefault(name, set()).update(item.sku for item in told.items)
    for minute in told.minutes:
        known.minutes[minute.at] = _over(known.minutes.get(minute.at), minute)
    known.newest = one


_Row = TypeVar("_Row", ItemFigures, MinuteFigures)


def _over(was: _Row | None, now: _Row) -> _Row:
    """What a newer import says of a product or a minute; what it does not say stays as it was."""
    if was is None:
        return now
    said = {part.name: getattr(now, part.name) for part in fields(now)}
    return replace(was, **{name: value for name, value in said.items() if value not in (None, "")})


def flat_figures(told: FiguresImported) -> dict[str, int]:
    """Every figure by name: "gmv", "SKU-1 sold"."""
    return {**dict(told.totals), **{f"{i.sku} {name}": value for i in told.items for name, value in _of(i)}}


def _of(item: ItemFigures) -> Iterable[tuple[str, int]]:
    names = ("sold", "clicks", "orders", "buyers", "gmv", "returned", "refunds")
    return [(name, getattr(item, name)) for name in names if getattr(item, name) is not None]


def _view(night: f.Night, platform: str, known: _Known, look: Look) -> PlatformView:
    newest = known.newest or next(iter(known.returns.values()))
    currency = newest.told.currency
    totals = _with_sums(known)
    source = source_line(newest, look)
    return PlatformView(
        platform=platform,
        source=source,
        totals=tuple(
            (look.word(f"p_{name}"), shown(name, value, currency)) for name, value in totals.items()
        ),
        metrics=tuple(
            _held(metric, currency, look)
            for metric in _metrics(night, totals, currency, look, source=f"{platform} · {newest.told.taken}")
        ),
        items=_items(night, known, look),
        returns=tuple(_return(days, one, totals, look) for days, one in sorted(known.returns.items())),
        changes=_changes(night, known, currency, look),
        minutes=tuple(known.minutes[at] for at in sorted(known.minutes)),
        currency=currency,
    )


def _with_sums(known: _Known) -> dict[str, int]:
    """Totals as told; what was only told by product is summed up, where every row of its tables tells it:
    a product that stands in a table of clicks alone takes no total of units away."""
    totals = dict(known.totals)
    for name in ("sold", "orders", "gmv", "refunds", "returned"):
        values = [getattr(known.items[sku], name) for sku in known.rows.get(name, ())]
        if name not in totals and values and all(value is not None for value in values):
            totals[name] = sum(values)
    returns = list(known.returns.values())
    if returns:
        latest = flat_figures(returns[-1].told)
        for name in ("refunds", "returned"):
            parts = [value for key, value in latest.items() if key == name or key.endswith(f" {name}")]
            if parts:
                totals[name] = latest.get(name, sum(parts))
    if "gmv" in totals and "refunds" in totals:
        totals["net_gmv"] = totals["gmv"] - totals["refunds"]
    return totals


def source_line(one: f.ImportFacts, look: Look) -> str:
    """ "Douyin, provisional, of 2026-11-24, from figures.xlsx, brought in 2026-11-24 10:12 by 甲"."""
    at = f"{moment(one.at).astimezone(look.zone):%Y-%m-%d %H:%M}"
    told = one.told
    return look.word(
        "p_source", platform=told.platform, basis=look.word(f"p_{told.basis}"), taken=told.taken,
        file=told.source, at=at, by=look.who(one.by),
    )  # fmt: skip


def shown(name: str, value: float, currency: str, *, places: int = 0) -> str:
    return total(round(value), currency) if name in MONEY else number(value, places=places)


# -- metrics ------------------------------------------------------------------------------------------

_SHARES: tuple[tuple[MetricKey, str, str], ...] = (
    ("enter", "viewers", "exposed"), ("click", "clicks", "viewers"), ("order", "created", "clicks"),
    ("pay", "orders", "created"), ("convert", "buyers", "viewers"), ("click_buy", "buyers", "clicks"),
    ("returns", "returned", "orders"), ("refund", "refunds", "gmv"), ("engage", "interactors", "viewers"),
    ("follow", "followers", "viewers"),
)  # fmt: skip
_EACH: tuple[tuple[MetricKey, str, str], ...] = (
    ("uv", "gmv", "viewers"), ("uv_net", "net_gmv", "viewers"), ("aov", "gmv", "buyers"),
    ("unit", "gmv", "sold"),
)  # fmt: skip


_SHARE_KEYS = frozenset(key for key, _a, _b in _SHARES)
_MONEY_KEYS = frozenset({*(key for key, _a, _b in _EACH), "gpm", "gmv_min"})


def _metrics(
    night: f.Night, totals: dict[str, int], currency: str, look: Look, *, source: str
) -> Iterable[Metric]:
    def metric(key: MetricKey, a: str, b: str, value: float | None, text: Callable[[float], str]) -> Metric:
        parts = [_part(name, totals.get(name), currency, look) for name in (a, b)]
        unknown = look.word("p_unknown")
        return Metric(
            key=key, title=look.word(f"m_{key}"), text=unknown if value is None else text(value),
            formula=" ÷ ".join(parts), source=source, value=value,
        )  # fmt: skip

    for key, a, b in _SHARES:
        yield metric(key, a, b, _ratio(totals, a, b), lambda share: f"{share * 100:.1f} %")
    for key, a, b in _EACH:
        yield metric(key, a, b, _ratio(totals, a, b), lambda each: total(round(each), currency))
    thousand = _ratio(totals, "gmv", "views")
    value = None if thousand is None else thousand * 1000
    yield metric("gpm", "gmv", "views", value, lambda each: total(round(each), currency))
    yield metric("roas", "net_gmv", "ad_spend", _ratio(totals, "net_gmv", "ad_spend"), lambda n: f"{n:.2f}")
    yield _a_minute(night, totals, currency, look, source)
    stay = totals.get("stay_s")
    value = float(stay) if stay is not None else _ratio(totals, "watch_s", "viewers")
    yield metric("stay", "watch_s", "viewers", value, lambda s: look.word("seconds_n", n=number(s)))


def _held(metric: Metric, currency: str, look: Look) -> Metric:
    """The metric with the words for its band, if a person has set one."""
    band = look.bands.get(metric.key)
    if band is None or metric.value is None:
        return metric
    shown_value = metric.value
    if metric.key in _SHARE_KEYS:
        shown_value *= 100
    elif metric.key in _MONEY_KEYS:
        shown_value /= 10 ** places(currency)
    verdict = band.verdict(shown_value)
    bound = band.at_least if verdict == "below" else band.at_most
    words = look.word(f"m_{verdict}", n=f"{bound:g}" if bound is not None else "")
    return replace(metric, band=words)


def _a_minute(night: f.Night, totals: dict[str, int], currency: str, look: Look, source: str) -> Metric:
    """Its minutes are our own log's."""
    minutes = sum(airing.aired_ms for airing in night.aired) / 60_000
    gmv = totals.get("gmv")
    value = gmv / minutes if gmv is not None and minutes else None
    return Metric(
        key="gmv_min", title=look.word("m_gmv_min"), value=value,
        source=f"{source} · {look.word('p_own_log')}",
        text=look.word("p_unknown") if value is None else total(round(value), currency),
        formula=f"{_part('gmv', gmv, currency, look)} ÷ {look.word('min_n', n=number(minutes, places=1))}",
    )  # fmt: skip


def _part(name: str, value: int | None, currency: str, look: Look) -> str:
    text = look.word("p_unknown") if value is None else shown(name, value, currency)
    return f"{look.word(f'p_{name}')} {text}"


def _ratio(totals: dict[str, int], a: str, b: str) -> float | None:
    over, under = totals.get(a), totals.get(b)
    return None if over is None or not under else over / under


# -- products, returns, changes -------------------------------------------------------------------------


def _items(night: f.Night, known: _Known, look: Look) -> tuple[ItemRow, ...]:
    """Products with many returns first, then in the order of the queue."""
    products = {p.sku: p for p in night.products}
    late = [flat_figures(one.told) for _, one in sorted(known.returns.items())]
    skus = list(dict.fromkeys([*known.items, *(key.rsplit(" ", 1)[0] for flat in late for key in flat)]))
    order = [sku for sku in products if sku in skus]
    rows = []
    for sku in order:
        item = known.items.get(sku) or ItemFigures(sku=sku)
        returned = next((flat[f"{sku} returned"] for flat in reversed(late) if f"{sku} returned" in flat),
                        item.returned)  # fmt: skip
        base = item.orders or item.sold
        many = returned is not None and bool(base) and returned / (base or 1) > MANY_RETURNS
        product = products[sku]
        name = name_of(product.link_no, product.title, look, longest=40)
        rows.append(ItemRow(name=name, sku=sku, own=product.sold, figures=item, returned=returned, many=many))
    return tuple(sorted(rows, key=lambda row: not row.many))


def item_cells(row: ItemRow, currency: str, look: Look) -> tuple[str, ...]:
    """Product, our own count, the platform's, the difference, orders, clicks, GMV, returned, return rate."""
    item = row.figures
    delta = "–" if row.own is None or item.sold is None else f"{item.sold - row.own:+,}"
    base = item.orders or item.sold
    rate = "–" if row.returned is None or not base else f"{100 * row.returned / base:.0f} %"
    told = [number(value) if value is not None else "–" for value in (item.orders, item.clicks)]
    gmv = "–" if item.gmv is None else total(item.gmv, currency)
    returned = "–" if row.returned is None else number(row.returned)
    platform = "–" if item.sold is None else number(item.sold)
    return (row.name, counted(row.own, look), platform, delta, *told, gmv, returned, rate)


def _return(days: int, one: f.ImportFacts, totals: dict[str, int], look: Look) -> str:
    flat = flat_figures(one.told)
    parts = []
    for name in ("returned", "refunds"):
        values = [value for key, value in flat.items() if key == name or key.endswith(f" {name}")]
        if values:
            value = flat.get(name, sum(values))
            under = totals.get("orders" if name == "returned" else "gmv")
            share = f" ({100 * value / under:.1f} %)" if under else ""
            parts.append(f"{look.word(f'p_{name}')} {shown(name, value, one.told.currency)}{share}")
    return f"D+{days}: {', '.join(parts) or look.word('p_unknown')} · {source_line(one, look)}"


def _changes(night: f.Night, known: _Known, currency: str, look: Look) -> tuple[Change, ...]:
    """What differs between the last import and the one before, of the figures both have."""
    now = dict(known.totals)
    now.update({f"{sku} {name}": v for sku, item in known.items.items() for name, v in _of(item)})
    names = {p.sku: name_of(p.link_no, p.title, look) for p in night.products}
    found = []
    for key, was in known.before.items():
        if key not in now or now[key] == was:
            continue
        sku, _, name = key.rpartition(" ")
        title = f"{names.get(sku, sku)} · {look.word(f'p_{name}')}" if sku else look.word(f"p_{name}")
        step = shown(name, abs(now[key] - was), currency)
        sign = "+" if now[key] > was else "−"
        text = f"{shown(name, was, currency)} → {shown(name, now[key], currency)} ({sign}{step})"
        found.append(Change(name=title, was=was, now=now[key], text=text))
    return tuple(found)
