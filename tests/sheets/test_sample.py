"""The sample show is read right, cell for cell."""

from __future__ import annotations

import csv

import pytest

from hostconsole.sheets import Reading, read_show
from hostconsole.show.plan import Component, Item, ReleasePart, Variant

from .making import SAMPLE, codes


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_show(SAMPLE)


@pytest.fixture(scope="module")
def items(reading) -> dict[str, Item]:
    return {item.id: item for item in reading.plan.items}


def test_all_rows_are_read_without_error_or_warning(reading):
    assert len(reading.plan.items) == 26
    assert codes(reading) == ["readable"]
    assert (reading.encoding, reading.separator) == ("utf-8-sig", ",")
    assert reading.plan.name == "sample_show"
    assert reading.plan.sheet == str(SAMPLE)
    assert reading.plan.currency == "CNY"


def test_rows_keep_order_number_and_kind(reading):
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {"return": "encore"}
    assert [(i.id, i.kind, i.row) for i in reading.plan.items] == [
        (row["row_id"], kinds.get(row["row_type"], row["row_type"]), number)
        for number, row in enumerate(rows, 2)
    ]
    for item, row in zip(reading.plan.items, rows, strict=True):
        assert item.title == row["name_zh"]
        assert item.title_en == row["name_en"]
        assert item.notes == row["compliance_notes"]
        assert item.scene == row["obs_scene"]
        assert item.cues == row["cues"]
        assert item.owner == row["owner"]
        assert item.extra == ()


def test_the_show_lasts_three_hours_without_gaps(reading):
    assert sum(item.planned_s or 0 for item in reading.plan.items) == 180 * 60
    start = 0
    for item in reading.plan.items:
        assert item.planned_start_s == start
        start += item.planned_s or 0


def test_prices_stock_variants_and_batches_hold_together(reading):
    for item in reading.plan.items:
        if item.kind != "product":
            continue
        assert item.price is not None
        assert item.stock_total is not None
        assert item.price >= (item.floor_price or 0)
        assert item.ref_price is None or item.price <= item.ref_price
        assert sum(v.qty for v in item.variants) == item.stock_total
        assert sum(p.qty for p in item.release if not p.presale) == item.stock_total - item.buffer
        assert sum(p.qty for p in item.release if p.presale) == item.presale
        assert all(p.after_s < (item.planned_s or 0) for p in item.release)


def test_a_product_with_everything(items):
    cup = items["P03"]
    assert (cup.link_no, cup.sku, cup.price, cup.ref_price, cup.floor_price) == (
        "3", "QH-CUP-480", 8900, 12900, 8500,
    )  # fmt: skip
    assert (cup.stock_total, cup.buffer, cup.warn_qty, cup.critical_qty) == (900, 90, 90, 30)
    assert cup.release == (
        ReleasePart(qty=200, when="open"),
        ReleasePart(qty=250, when="after", after_s=240),
        ReleasePart(qty=160, when="after", after_s=480),
        ReleasePart(qty=200, when="return"),
    )
    assert cup.variants[1] == Variant(name="奶油白", qty=350)
    assert cup.key_points == ("现场测温,读数为准", "316内胆+报告编号", "三色分开报库存", "赠品标单价")
    assert cup.countdown_s == 15
    assert cup.script.startswith("三号,保温杯。")
    assert cup.script_en.startswith("Number three")
    assert items["P16"].bundle[0] == Component(sku="SOAP-LAV", qty=1)
    assert items["P10"].release[-1] == ReleasePart(qty=200, when="manual", presale=True)


def test_an_encore_has_its_products_sku_price_and_points_and_its_own_words(items):
    encore, cup = items["R03"], items["P03"]
    assert (encore.product, encore.sku, encore.price, encore.own_price) == ("P03", cup.sku, cup.price, False)
    assert encore.key_points == cup.key_points
    assert encore.script.startswith("三号返场")
    assert encore.stock_total is None
    returned = [part.qty for part in cup.release if part.when == "return"]
    assert returned == [part.qty for part in encore.release]


def test_segments_have_no_sku(items):
    assert items["S01"].sku == ""
    assert items["S02"].draw.startswith("prize=桂花乌龙茶100g")
