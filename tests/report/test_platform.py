"""The platform's figures in a report: metrics by hand, returns, what changed, and nothing mixed with ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from xml.etree import ElementTree

import pytest
from msgspec import structs

from hostconsole.report.after import after_facts
from hostconsole.report.facts import night
from hostconsole.report.figures import ImportFacts, Night
from hostconsole.report.headline import headline
from hostconsole.report.look import Look
from hostconsole.report.platform import PlatformView, item_cells, platform_views
from hostconsole.report.platform_chart import minutes_chart, minutes_of
from hostconsole.report.platform_tables import platform_tables
from hostconsole.show.after_events import FiguresImported, ItemFigures, MinuteFigures
from hostconsole.show.bands import Band
from hostconsole.show.events import Entry

from .golden import golden

EN = Look(language="en", zone=timezone(timedelta(hours=8)))
TOTALS = (
    ("gmv", 1_000_000), ("viewers", 2_000), ("views", 5_000), ("exposed", 20_000), ("clicks", 400),
    ("created", 200), ("orders", 160), ("buyers", 100), ("refunds", 100_000), ("followers", 50),
    ("watch_s", 120_000), ("ad_spend", 300_000),
)  # fmt: skip


def told(**fields: object) -> ImportFacts:
    whole = FiguresImported(
        batch="b",
        source="night.xlsx",
        platform="Douyin",
        basis="provisional",
        taken="2026-11-24",
        currency="CNY",
    )
    return ImportFacts(at="2026-11-24T02:12:00.000Z", by="甲", told=structs.replace(whole, **fields))


def view(*imports: ImportFacts) -> PlatformView:
    (only,) = platform_views(with_imports(*imports), EN)
    return only


def with_imports(*imports: ImportFacts) -> Night:
    return replace(night(golden().log), imports=imports)


def test_metrics_have_their_numerator_denominator_and_source() -> None:
    """The golden night was 17.5 minutes on air."""
    found = {m.key: m for m in view(told(totals=TOTALS)).metrics}
    values = {key: metric.value for key, metric in found.items() if metric.value is not None}
    assert values == pytest.approx({
        "enter": 0.1, "click": 0.2, "order": 0.5, "pay": 0.8, "convert": 0.05, "click_buy": 0.25,
        "refund": 0.1, "follow": 0.025, "uv": 500, "uv_net": 450, "aov": 10_000, "gpm": 200_000, "roas": 3.0,
        "gmv_min": 1_000_000 / 17.5, "stay": 60.0,
    })  # fmt: skip
    assert (found["gpm"].text, found["gpm"].formula) == ("¥2,000", "GMV ¥10,000 ÷ views 5,000")
    assert found["roas"].formula == "net GMV ¥9,000 ÷ ad spend ¥3,000"
    assert found["gmv_min"].source == "Douyin · 2026-11-24 · minutes by our log"
    assert (found["unit"].value, found["unit"].text) == (None, "not given")


def test_the_source_says_whose_of_when_and_how_sure() -> None:
    expected = "Douyin, provisional, of 2026-11-24; from night.xlsx, brought in 2026-11-24 10:12 by 甲"
    assert view(told(totals=TOTALS)).source == expected


def test_the_platforms_units_stand_beside_ours_and_enter_none_of_our_figures() -> None:
    items = (ItemFigures(sku="SKU-P1", sold=97, orders=90, gmv=184_000), ItemFigures(sku="SKU-P2", sold=5))
    shown = view(told(items=items))
    assert [item_cells(row, "CNY", EN)[:4] for row in shown.items] == [
        ("Link 1 加厚棉柔巾", "100", "97", "-3"), ("Link 2 Thermos 480 ml", "not counted", "5", "–")
    ]  # fmt: skip
    ours = {one.key: one.value for one in headline(with_imports(told(items=items)), EN)}
    assert ours == {one.key: one.value for one in headline(night(golden().log), EN)}


def test_returns_are_dated_and_more_than_thirty_per_cent_stand_first() -> None:
    sales = told(
        items=(ItemFigures(sku="SKU-P1", orders=90, gmv=180_000), ItemFigures(sku="SKU-P2", orders=10))
    )
    week = told(after_days=7, items=(ItemFigures(sku="SKU-P1", returned=9, refunds=18_000),))
    month = told(
        after_days=30, basis="final", taken="2026-12-23",
        items=(ItemFigures(sku="SKU-P1", returned=18, refunds=36_000), ItemFigures(sku="SKU-P2", returned=4)),
    )  # fmt: skip
    shown = view(sales, week, month)
    assert [(row.sku, row.returned, row.many) for row in shown.items] == [
        ("SKU-P2", 4, True), ("SKU-P1", 18, False)
    ]  # fmt: skip
    assert shown.returns[0].startswith("D+7: returned orders 9 (9.0 %), refunds ¥180")
    assert shown.returns[1].startswith("D+30: returned orders 22 (22.0 %), refunds ¥360")
    assert "final, of 2026-12-23" in shown.returns[1]


def test_two_imports_of_one_night_show_what_changed() -> None:
    first = told(totals=(("gmv", 1_000_000), ("viewers", 2_000)), items=(ItemFigures(sku="SKU-P1", sold=97),))
    second = told(
        basis="final",
        totals=(("gmv", 950_000), ("viewers", 2_000)),
        items=(ItemFigures(sku="SKU-P1", sold=99),),
    )
    shown = view(first, second)
    assert [(change.name, change.text) for change in shown.changes] == [
        ("GMV", "¥10,000 → ¥9,500 (−¥500)"), ("Link 1 加厚棉柔巾 · units", "97 → 99 (+2)")
    ]  # fmt: skip
    assert shown.source.startswith("Douyin, final")


def test_a_second_table_of_products_says_its_own_columns_anew_and_leaves_the_others() -> None:
    units = told(
        items=(
            ItemFigures(sku="SKU-P1", key="加厚", sold=98, gmv=190_000),
            ItemFigures(sku="SKU-P3", sold=1, gmv=990),
        )
    )
    clicks = told(items=(ItemFigures(sku="SKU-P1", clicks=500), ItemFigures(sku="SKU-P2", clicks=20)))
    shown = view(units, clicks)
    assert {row.sku: row.figures for row in shown.items} == {
        "SKU-P1": ItemFigures(sku="SKU-P1", key="加厚", sold=98, gmv=190_000, clicks=500),
        "SKU-P2": ItemFigures(sku="SKU-P2", clicks=20),
        "SKU-P3": ItemFigures(sku="SKU-P3", sold=1, gmv=990),
    }
    assert {"GMV": "¥1,909.9", "units": "99"}.items() <= dict(shown.totals).items()
    assert shown.changes == ()
    anew = view(units, clicks, told(basis="final", items=(ItemFigures(sku="SKU-P1", sold=99),)))
    assert [change.text for change in anew.changes] == ["98 → 99 (+1)"]
    assert dict(anew.totals)["units"] == "100"


def test_a_table_with_a_gap_in_a_column_has_no_total_of_it() -> None:
    units = told(items=(ItemFigures(sku="SKU-P1", sold=98), ItemFigures(sku="SKU-P2", gmv=5)))
    assert not {"units", "GMV"} & set(dict(view(units).totals))


def test_platforms_are_kept_apart() -> None:
    views = platform_views(
        with_imports(told(totals=TOTALS), told(platform="Kuaishou", totals=(("gmv", 5),))), EN
    )
    assert [(v.platform, dict(v.totals)["GMV"]) for v in views] == [
        ("Douyin", "¥10,000"),
        ("Kuaishou", "¥0.05"),
    ]


def test_the_parts_of_a_long_import_are_read_as_one_and_a_part_that_is_missing_leaves_it_out() -> None:
    parts = [told(part=n, parts=2, items=(ItemFigures(sku=f"SKU-{n}", sold=n),)).told for n in (1, 2)]
    entries = [
        Entry(n, "2026-11-24T02:12:00.000Z", 0, "s1+after", "甲", None, p) for n, p in enumerate(parts, 1)
    ]
    (whole,) = after_facts(entries).imports
    assert [item.sku for item in whole.told.items] == ["SKU-1", "SKU-2"]
    assert after_facts(entries[:1]).imports == ()


def at(minute: int) -> str:
    """A minute of the golden night, which began at 12:00 UTC."""
    return f"2026-11-23T12:{minute:02d}:00.000Z"


def test_a_newer_import_says_a_minute_anew_and_leaves_what_it_does_not_say() -> None:
    first = told(minutes=(MinuteFigures(at=at(3), viewers=10, gmv=500), MinuteFigures(at=at(2), viewers=9)))
    second = told(minutes=(MinuteFigures(at=at(3), viewers=12),))
    assert view(first, second).minutes == (
        MinuteFigures(at=at(2), viewers=9),
        MinuteFigures(at=at(3), viewers=12, gmv=500),
    )


def test_minutes_are_drawn_under_what_was_on_air_a_lane_for_each_figure() -> None:
    minutes = tuple(MinuteFigures(at=at(n), viewers=100 + n, orders=n) for n in range(1, 18))
    drawing = ElementTree.fromstring(minutes_chart(view(told(minutes=minutes)), with_imports(), EN))
    words = [part.text for part in drawing.iter() if part.tag.endswith("text")]
    assert {"Aired", "Viewers", "Orders", "117", "17"} <= set(words)
    assert not {"Clicks", "GMV"} & set(words)
    titles = [part.text for part in drawing.iter() if part.tag.endswith("title")]
    assert "0:05:00 · 5" in titles


def test_minutes_outside_the_show_are_left_out_and_said() -> None:
    minutes = (MinuteFigures(at="2026-11-23T09:00:00.000Z", viewers=5), MinuteFigures(at=at(4), viewers=7))
    evening = with_imports(told(minutes=minutes))
    (section,) = platform_tables(evening, EN)
    assert "Minutes outside the show, not drawn: 1" in section.lines
    assert [m.viewers for _ms, m in minutes_of(view(told(minutes=minutes)), evening)] == [7]
    (other,) = platform_tables(with_imports(told(minutes=minutes[:1])), EN)
    assert other.chart == ""


def test_a_metric_says_how_it_stands_to_the_band_that_was_set_and_nothing_where_none_was() -> None:
    bands = {
        "click": Band(at_least=25),
        "pay": Band(at_least=3),
        "refund": Band(at_most=5),
        "aov": Band(at_most=90),
    }
    evening = with_imports(told(totals=TOTALS))
    (found,) = platform_views(evening, replace(EN, bands=bands))
    held = {metric.key: metric.band for metric in found.metrics if metric.band}
    assert held == {"click": "below 25", "pay": "within", "refund": "above 5", "aov": "above 90"}
    assert {metric.band for metric in view(told(totals=TOTALS)).metrics} == {""}
    (section,) = platform_tables(evening, replace(EN, bands=bands))
    assert ("20.0 % · below 25") in [row[1] for table in section.tables for row in table.rows]
