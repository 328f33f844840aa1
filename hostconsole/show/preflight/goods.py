"""Goods: stock, batches, variants, link numbers, encores."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from hostconsole.show.plan import Item
from hostconsole.show.preflight.remark import Remark

_WORTH_AN_ENCORE = 3
"""So many products, and viewers who come late miss the first ones."""


def goods(items: Sequence[Item], speeds: Mapping[str, float]) -> Iterator[Remark]:
    """`speeds` are units sold a minute on air in past shows, by SKU."""
    first_by_link: dict[str, Item] = {}
    skus = {item.sku for item in items}
    for item in items:
        if item.kind != "product":
            continue
        yield from stock(item)
        yield from _demand(item, speeds.get(item.sku))
        yield from _late_batches(item)
        missing = [part.sku for part in item.bundle if part.sku not in skus]
        if missing:
            fields = {"part": ", ".join(missing)}
            yield Remark(box="goods", code="no_part", item=item.id, column="bundle_of", fields=fields)
        if not item.link_no:
            yield Remark(box="goods", code="no_link", item=item.id, column="link_no")
        elif (first := first_by_link.setdefault(item.link_no, item)) is not item:
            fields = {"link": item.link_no, "other": first.title}
            yield Remark(box="goods", code="duplicate_link", item=item.id, column="link_no", fields=fields)
    yield from _encores(items)


def stock(item: Item) -> Iterator[Remark]:
    """What the stock of one product says against itself."""
    total = item.stock_total
    if total is None:
        yield Remark(box="goods", code="no_stock", item=item.id, column="stock_total")
        return
    if not (item.buffer or item.variants or item.release):
        return

    def remark(code: str, column: str, **fields: object) -> Remark:
        return Remark(box="goods", code=code, item=item.id, column=column, fields=fields)

    if item.buffer > total:
        yield remark("buffer_too_large", "buffer_qty", buffer=item.buffer, stock=total)
    counted = sum(variant.qty for variant in item.variants)
    if item.variants and counted != total:
        yield remark("variants_differ", "variants", variants=counted, stock=total)
    batches = [part.qty for part in item.release if not part.presale]
    if batches and sum(batches) != total - item.buffer:
        yield remark("release_differs", "release_plan", batches=sum(batches), stock=total - item.buffer)
    presale = [part.qty for part in item.release if part.presale]
    if presale and sum(presale) != item.presale:
        yield remark("presale_differs", "presale_qty", batches=sum(presale), presale=item.presale)


def _demand(item: Item, speed: float | None) -> Iterator[Remark]:
    if item.stock_total is None or not item.planned_s or not speed:
        return
    demand = math.ceil(speed * item.planned_s / 60)
    if demand > item.stock_total:
        yield Remark(
            box="goods", code="stock_short", item=item.id, column="stock_total",
            fields={"stock": item.stock_total, "speed": f"{speed:.3g}", "minutes": minutes(item.planned_s),
                    "demand": demand},
        )  # fmt: skip


def _late_batches(item: Item) -> Iterator[Remark]:
    latest = max((part.after_s for part in item.release if part.when == "after"), default=0)
    if item.planned_s and latest > item.planned_s:
        fields = {"after": minutes(latest), "minutes": minutes(item.planned_s)}
        yield Remark(box="goods", code="release_late", item=item.id, column="release_plan", fields=fields)


def _encores(items: Sequence[Item]) -> Iterator[Remark]:
    products = sum(1 for item in items if item.kind == "product")
    if products >= _WORTH_AN_ENCORE and all(item.kind != "encore" for item in items):
        yield Remark(box="goods", code="no_encore", fields={"count": products})


def minutes(seconds: int) -> str:
    """11, or 1.5."""
    return f"{seconds / 60:.3g}"
