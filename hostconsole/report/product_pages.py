"""A section per product: its airings (misfires apart), prices, batches, points said and counts by minute."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.report import figures as f
from hostconsole.report.airing_chart import airing_chart
from hostconsole.report.drawing import hue
from hostconsole.report.look import Look
from hostconsole.report.reading import clock, number, span
from hostconsole.show.money import as_read


@dataclass(frozen=True, slots=True, kw_only=True)
class AiringLine:
    """An airing as its product's section shows it; `chart` is SVG, "" where nothing was counted."""

    title: str
    cells: tuple[tuple[str, str], ...]
    chart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPage:
    """`facts` are (name, value); `points` are (text, in which airings it was said)."""

    link_no: str
    title: str
    sku: str
    ground: str
    ink: str
    facts: tuple[tuple[str, str], ...]
    airings: tuple[AiringLine, ...]
    misfires: tuple[str, ...]
    prices: tuple[str, ...]
    batches: tuple[tuple[str, ...], ...]
    points: tuple[tuple[str, str], ...]


def product_pages(night: f.Night, look: Look) -> tuple[ProductPage, ...]:
    """Of every product that was on air, in the order of the queue."""
    return tuple(
        _page(night, product, place, look)
        for place, product in enumerate(night.products)
        if product.airings or product.misfires
    )


def _page(night: f.Night, product: f.ProductFacts, place: int, look: Look) -> ProductPage:
    ours = [airing for airing in night.airings if airing.sku == product.sku]
    aired = [airing for airing in ours if not airing.misfire]
    ground, ink = hue(place)
    return ProductPage(
        link_no=product.link_no,
        title=product.title,
        sku=product.sku,
        ground=ground,
        ink=ink,
        facts=_facts(product, look),
        airings=tuple(_airing(airing, n, night, look, ink=ink) for n, airing in enumerate(aired, start=1)),
        misfires=tuple(f"{clock(a.started_ms)} · {span(a.aired_ms)}" for a in ours if a.misfire),
        prices=tuple(_price(c, look) for c in night.price_changes if c.item in product.items),
        batches=tuple(batch_cells(b, look) for b in night.batches if b.sku == product.sku),
        points=_points(aired, look),
    )


def _price(change: f.PriceChangeFacts, look: Look) -> str:
    was, now = money(change.was, change.currency), money(change.now, change.currency)
    parts = (clock(change.mono_ms), f"{was} → {now}", look.who(change.actor), change.reason)
    return "  ".join(part for part in parts if part)


def batch_cells(batch: f.BatchFacts, look: Look) -> tuple[str, ...]:
    """Batch, when it opened, units, counted, seconds until it was gone."""
    sold = look.word("not_counted") if batch.sold is None else number(batch.sold)
    seconds = look.word("not_gone") if batch.seconds is None else number(batch.seconds, places=1)
    return f"{batch.n}/{batch.of}", clock(batch.opened_ms), number(batch.qty), sold, seconds


def money(minor: int | None, currency: str) -> str:
    return "–" if minor is None else as_read(minor, currency)


def counted(units: int | None, look: Look) -> str:
    return look.word("not_counted") if units is None else number(units)


def _facts(product: f.ProductFacts, look: Look) -> tuple[tuple[str, str], ...]:
    w = look.word
    first, last = money(product.price_first, product.currency), money(product.price_last, product.currency)
    planned = "–" if product.planned_ms is None else span(product.planned_ms)
    rate = w("not_counted")
    if product.sold is not None and product.aired_ms:
        rate = w("per_min", n=number(product.sold / (product.aired_ms / 60_000), places=1))
    return (
        (w("sold"), counted(product.sold, look)),
        (w("fig_rate"), rate),
        (w("lane_aired"), f"{span(product.aired_ms)}"),
        (w("lane_planned"), planned),
        (w("price_last"), last if first == last else f"{first} → {last}"),
        (w("stock_left"), counted(product.stock_left.left, look)),
    )


def _airing(airing: f.AiringFacts, n: int, night: f.Night, look: Look, *, ink: str) -> AiringLine:
    """`n` counts the airings of the product, its encores among them."""
    w = look.word
    end = night.head.length_ms if airing.ended_ms is None else airing.ended_ms
    before, after = airing.stock_before, airing.stock_after
    cells = [
        (w("clock"), f"{clock(airing.started_ms)} – {clock(end)}"),
        (w("lane_aired"), span(airing.aired_ms)),
        (w("lane_planned"), "–" if airing.planned_ms is None else span(airing.planned_ms)),
        (w("price_at_take"), money(airing.price_at_take, airing.currency)),
        (w("price_at_end"), money(airing.price_at_end, airing.currency)),
        (w("stock_before"), counted(before.left if before else None, look)),
        (w("stock_after"), counted(after.left if after else None, look)),
        (w("sold"), counted(airing.sold, look)),
        (w("points"), f"{airing.points_said}/{airing.points}" if airing.points else "–"),
        (w("on_air_ms"), "–" if airing.on_air_ms is None else number(airing.on_air_ms)),
    ]
    if airing.held_ms:
        cells.append((w("safe_apart"), span(airing.held_ms)))
    if airing.scene_failed:
        cells.append((w("scene_failed"), airing.scene_failed))
    title = w("airing_encore" if airing.kind == "encore" else "airing_n", n=n)
    return AiringLine(title=title, cells=tuple(cells), chart=airing_chart(airing, look, ink=ink))


def _points(aired: list[f.AiringFacts], look: Look) -> tuple[tuple[str, str], ...]:
    """Each key point, and the airings it was said in ("" for none)."""
    texts: dict[tuple[int, str], list[int]] = {}
    for place, airing in enumerate(aired, start=1):
        for n, text in enumerate(airing.key_points, start=1):
            said = texts.setdefault((n, text), [])
            if n in airing.said:
                said.append(place)
    return tuple((text, ", ".join(map(str, said))) for (_, text), said in texts.items())
