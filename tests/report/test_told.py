"""What a report says on top: sentences with evidence and figures with formulas, worked out by hand."""

from __future__ import annotations

from datetime import timedelta, timezone
from xml.etree import ElementTree

import pytest

from hostconsole.report.facts import night
from hostconsole.report.figures import BatchFacts, LinkFacts, Night, SceneFacts, StockSeen
from hostconsole.report.headline import headline
from hostconsole.report.look import Look
from hostconsole.report.night_canvas import LEFT, planned_blocks
from hostconsole.report.night_chart import night_chart
from hostconsole.report.product_pages import product_pages
from hostconsole.report.sentences import Sentence, sentences
from hostconsole.show.events import IncidentBegan, IncidentEnded, ObsLinkChanged, ObsReady, OutputsChanged
from hostconsole.show.ledger import opening
from hostconsole.show.plan import Item, Plan, ReleasePart

from .golden import golden
from .made import Desk, desk, product

EN = Look(language="en", zone=timezone(timedelta(hours=8)))
ZH = Look(language="zh", zone=timezone(timedelta(hours=8)))
MIN = 60_000


@pytest.fixture(scope="module")
def report() -> Night:
    return night(golden().log)


def told(made: Desk, look: Look = EN) -> list[Sentence]:
    return list(sentences(night(made.log), look))


# -- figures ----------------------------------------------------------------------------------------


def test_every_headline_figure_of_the_golden_night(report: Night) -> None:
    found = {figure.key: figure.value for figure in headline(report, EN)}
    assert found == {
        "sold": 100,  # 42 + 58, one product of three was counted
        "value": 30 * 1990 + 12 * 1890 + 58 * 1890,
        "on_air": 9 * MIN + 270_000 + 2 * MIN + 2 * MIN,
        "plan": (9 * MIN + 270_000 + 2 * MIN) / (17 * MIN),  # the encore has no minutes of its own
        "rate": 100 / 11,
        "through": 100 / 100,
        "batch": 16 * 60,  # all at once at 1:00, gone at 17:00
        "cue": 3.0,
        "points": 1 / 4,
        "scene": 305.0,
        "incidents": 20_000,  # OBS lost; the safe picture is apart
        "misfires": 1,
    }


def test_each_figure_says_how_it_was_made(report: Night) -> None:
    formulas = {figure.key: (figure.text, figure.formula) for figure in headline(report, EN)}
    assert formulas["sold"] == ("100", "sum of the units counted, 1 of 3 products")
    assert formulas["value"] == ("¥1,920", "each unit × the price when it was counted")
    assert formulas["plan"] == ("91 %", "15:30 on air ÷ 17:00 planned, items with minutes")
    assert formulas["incidents"] == ("0:20", "sum; incidents: 1; safe picture apart: 0:30")
    chinese = {figure.key: figure.formula for figure in headline(report, ZH)}
    assert chinese["rate"] == "100 件 ÷ 这些款的讲解 11.0 分钟"


def test_what_nobody_counted_is_never_nought() -> None:
    made = desk(Plan(name="x", items=(product("P1", planned_s=60),)))
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:10").do("show.end", sure="yes")
    found = {figure.key: (figure.value, figure.text) for figure in headline(night(made.log), EN)}
    for key in ("sold", "value", "rate", "through", "batch", "cue", "points", "scene"):
        assert found[key] == (None, "not counted"), key
    assert found["on_air"] == (MIN, "1:00")


def sold_in_a_misfire() -> Desk:
    made = desk(Plan(name="x", items=(product("P1"), product("P3"))))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=10)
    made.at("1:30").do("show.take_item", item="P3")
    made.at("1:35").do("stock.sold", qty=200)
    made.at("1:36").do("show.back")
    made.at("2:00").do("show.end", sure="yes")
    return made


def test_units_counted_in_a_misfire_are_sold_but_in_no_rate() -> None:
    found = {figure.key: figure.value for figure in headline(night(sold_in_a_misfire().log), EN)}
    assert (found["sold"], found["rate"], found["on_air"]) == (210, 10 / 2, 2 * MIN)


def test_a_best_seller_that_was_only_taken_by_mistake_has_no_time_on_air() -> None:
    best = told(sold_in_a_misfire())[0]
    assert best.text == "Link 3 货 P3 sold most: 200 of 210 counted (95 %), without an airing."


def test_a_correction_takes_units_back_at_the_price_they_were_counted_at() -> None:
    made = desk(Plan(name="x", items=(product("P1", price=8900, planned_s=60),)))
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=20)
    made.at("2:00").do("stock.sold", qty=520)
    made.at("3:00").do("price.set", price="79")
    made.at("4:00").do("stock.sold", qty=30)  # 490 of the 500 were a slip
    made.at("5:00").do("stock.sold", qty=40)
    made.at("6:00").do("show.end", sure="yes")
    found = {figure.key: figure.value for figure in headline(night(made.log), EN)}
    assert (found["sold"], found["value"]) == (40, 30 * 8900 + 10 * 7900)


# -- sentences --------------------------------------------------------------------------------------


def test_the_golden_nights_three_sentences_and_their_evidence(report: Night) -> None:
    best, never, over = sentences(report, ZH)
    assert best.text == "1 号 加厚棉柔巾卖得最多:100 件,占统计到的 100 件的 100%,共讲 11:00。"
    assert never.text == "有 1 款没讲到(计划 5:00)。"
    assert over.text == "1 号 加厚棉柔巾讲了 9:00,计划 6:00,最后 5 分钟卖 42 件。"
    assert [(row.clock, row.text) for row in over.evidence] == [
        ("0:00:10", "1 号 加厚棉柔巾 · 第 1 次讲解,0:00:10 至 0:09:10 · 统计到 42 件"),
        ("0:05:00", "统计到 30 件"),
        ("0:08:00", "统计到 12 件"),
    ]
    assert over.evidence[0].seq == report.airings[0].seq


def test_only_the_last_five_minutes_are_counted_in_the_tail() -> None:
    made = desk(Plan(name="x", items=(product("P1", planned_s=660, stock_total=100),)))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("9:20").do("stock.sold", qty=20)
    made.at("9:21").do("stock.sold", qty=25)
    made.at("14:00").do("stock.sold", qty=29)
    made.at("14:20").do("show.end", sure="yes")
    over = next(one for one in told(made) if one.kind == "over")
    assert over.text == "Link 1 货 P1 was on for 14:20, planned 11:00; its last 5 minutes sold 9."


def test_a_night_nobody_counted_says_so_first() -> None:
    made = desk(Plan(name="x", items=(product("P1"), product("P2"))))
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:10").do("show.take_item", item="P2")
    made.at("2:10").do("show.end", sure="yes")
    assert [one.text for one in told(made)] == [
        "Nobody counted what was sold.",
        "Airings: 2, 2:00 on air.",
        "No incident in 2:10.",
    ]


def test_an_airing_says_what_was_counted_or_that_nobody_did_and_a_segment_neither() -> None:
    plan = Plan(name="x", items=(Item(id="S1", kind="segment", title="开场"), product("P1"), product("P2")))
    made = desk(plan)
    made.at("0:10").do("show.take_item", item="S1")
    made.at("1:10").do("show.take_item", item="P1")
    made.at("2:10").do("show.end", sure="yes")
    aired = next(one for one in told(made) if one.kind == "aired")
    assert [row.text for row in aired.evidence] == [
        "开场 · airing 1, 0:00:10 to 0:01:10",
        "Link 1 货 P1 · airing 1, 0:01:10 to 0:02:10 · not counted",
    ]


def test_a_show_that_aired_nothing_says_that() -> None:
    made = desk(Plan(name="x", items=(product("P1"),)))
    made.at("5:00").do("show.end", sure="yes")
    assert [one.text for one in told(made)] == ["Nothing was put on air."]
    assert night_chart(night(made.log), EN) == ""


def test_a_broken_network_weighs_more_than_a_long_airing() -> None:
    made = desk(Plan(name="x", items=(product("P1", planned_s=60),)))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("1:00").hear(IncidentBegan(what="network"))
    made.at("2:00").hear(IncidentEnded(what="network", seconds=60.0))
    made.at("3:00").do("show.end", sure="yes")
    assert [one.text for one in told(made)][1:] == [
        "Network drops frames for 1:00, at 0:01:00.",
        "Link 1 货 P1 was on for 3:00, planned 1:00.",
    ]


def released(*parts: ReleasePart) -> Desk:
    item = product("P1", stock_total=30, release=parts, planned_s=300)
    made = desk(Plan(name="x", items=(item,)), stock=(opening(item),))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("0:30").do("link.up", now="yes")
    return made


def test_time_between_two_batches_with_nothing_to_buy_is_told() -> None:
    made = released(ReleasePart(qty=10, when="open"), ReleasePart(qty=20, when="manual"))
    made.at("1:30").do("batch.gone")
    made.at("3:00").do("stock.release", qty=20)
    made.at("4:00").do("stock.sold", qty=25)
    made.at("5:00").do("show.end", sure="yes")
    first, second = night(made.log).batches
    assert (first.n, first.of, first.qty, first.seconds, first.sold) == (1, 2, 10, 60.0, 10)
    assert (second.n, second.qty, second.seconds, second.sold) == (2, 20, None, 15)
    waiting = next(one for one in told(made) if one.kind == "waiting")
    assert waiting.text == "Link 1 货 P1 had nothing to buy for 1:30 while 20 more were held back."
    assert [row.clock for row in waiting.evidence] == ["0:01:30", "0:03:00"]


def test_what_was_sold_before_the_first_batch_opened_is_no_batch() -> None:
    parts = (ReleasePart(qty=10, when="open"), ReleasePart(qty=20, when="manual"))
    made = desk(Plan(name="x", items=(product("P1", stock_total=30, release=parts),)))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("0:10").do("stock.sold", qty=3)
    made.at("0:30").do("link.up", now="yes")
    assert [(b.n, b.of, b.qty) for b in night(made.log).batches] == [(1, 2, 10)]


def test_what_was_counted_before_the_link_went_up_is_no_batch_beside_the_plans() -> None:
    made = desk(plan := Plan(name="x", items=(planned_soap(),)), stock=(opening(plan.items[0]),))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("0:10").do("stock.count", qty=100)
    made.at("0:30").do("link.up", now="yes")
    assert [(b.n, b.of, b.qty) for b in night(made.log).batches] == [(1, 2, 72)]


def test_where_nothing_is_held_back_what_was_counted_is_one_batch_though_a_plan_was_written() -> None:
    made = desk(plan := Plan(name="x", items=(planned_soap(total=None),)), stock=(opening(plan.items[0]),))
    made.at("0:00").do("show.take_item", item="P1")
    made.at("0:10").do("stock.count", qty=100)
    made.at("0:30").do("link.up", now="yes")
    assert [(b.n, b.of, b.qty) for b in night(made.log).batches] == [(1, 1, 100)]


def planned_soap(total: int | None = 100) -> Item:
    parts = (ReleasePart(qty=72, when="open"), ReleasePart(qty=20, when="manual"))
    return product("P1", stock_total=total, release=parts)


def test_a_release_taken_back_was_no_batch() -> None:
    made = released(ReleasePart(qty=10, when="open"), ReleasePart(qty=20, when="manual"))
    made.at("1:00").do("stock.release", qty=20)
    made.at("1:05").do("undo")
    made.at("2:00").do("batch.gone")
    assert [(b.n, b.seconds) for b in night(made.log).batches] == [(1, 90.0)]


# -- the night on one axis ----------------------------------------------------------------------------


def test_batches_links_and_scenes_of_the_golden_night(report: Night) -> None:
    (batch,) = report.batches
    assert batch == BatchFacts(
        sku="SKU-P1", item="P1", link_no="1", title="加厚棉柔巾", n=1, of=1, qty=100,
        opened_at="2026-11-23T12:01:00.000Z", opened_ms=MIN, gone_ms=17 * MIN, until_ms=None, sold=100,
    )  # fmt: skip
    assert report.links == (
        LinkFacts(item="P1", link_no="1", sku="SKU-P1", since_ms=MIN, until_ms=None, by="甲"),
    )
    assert report.scenes == (
        SceneFacts(scene="片头", since_ms=2_000, until_ms=10_305),
        SceneFacts(scene="近景", since_ms=10_305, until_ms=680_000),
        SceneFacts(scene="俯拍", since_ms=680_000, until_ms=1_090_000),
    )
    assert [(s.minute, s.units, s.value) for s in report.sales] == [
        (5, 30, 30 * 1990), (8, 12, 12 * 1890), (17, 58, 58 * 1890)
    ]  # fmt: skip


def test_the_plan_is_laid_out_from_the_first_take(report: Night) -> None:
    blocks = [
        (block.item, block.since_ms // 1000, block.until_ms // 1000) for block in planned_blocks(report)
    ]
    assert blocks == [("P1", 10, 370), ("P2", 370, 610), ("S1", 610, 730), ("P3", 730, 1030)]


@pytest.mark.parametrize(
    ("look", "lanes"),
    [
        (EN, "Planned Aired Scenes Prices Sold Cues Incidents"),
        (ZH, "计划 实际 场景 链接 改价 卖出 提示 异常"),
    ],
)
def test_the_chart_is_one_well_formed_drawing_with_every_lane(report: Night, look: Look, lanes: str) -> None:
    drawing = ElementTree.fromstring(night_chart(report, look))
    words = {part.text for part in drawing.iter() if part.tag.endswith("text")}
    assert words >= set(lanes.split())
    assert "20:04" in words


def test_hostile_names_stay_texts_in_the_chart() -> None:
    names = ("<script>alert(1)</script>", '"><svg onload=x>', "字" * 10_000, "🧨\x00\x01", "{{ 7*7 }}")
    items = tuple(product(f"P{n}", title=name, link_no=name, planned_s=60) for n, name in enumerate(names))
    made = desk(Plan(name=names[0], items=items))
    for n in range(len(names)):
        made.at(f"{n}:00").do("show.take_item", item=f"P{n}")
        made.do("link.up", now="yes")
    drawn = night_chart(night(made.log), EN)
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn
    assert len(drawn) < 100_000


@pytest.mark.parametrize("minutes", [1, 12, 180])
def test_the_total_never_stands_over_the_name_of_its_lane(minutes: int) -> None:
    made = desk(Plan(name="x", items=(product("P1", planned_s=180 * 60, stock_total=900),)))
    made.at("0:01").do("show.take_item", item="P1")
    made.at("0:20").do("stock.sold", qty=250)
    made.at(f"{minutes}:00").do("show.end", sure="yes")
    drawing = ElementTree.fromstring(night_chart(night(made.log), EN))
    (total,) = [part for part in drawing.iter() if part.text == "250 in all"]
    width = 7.0 * len("250 in all") if total.get("text-anchor") == "end" else 0.0
    assert float(total.attrib["x"]) - width >= LEFT


def test_a_products_page_has_its_airings_apart_from_its_misfires(report: Night) -> None:
    cotton, flask = product_pages(report, EN)
    assert [airing.title for airing in cotton.airings] == ["Airing 1", "Airing 2 · encore"]
    cells = dict(cotton.airings[0].cells)
    assert cells["Show clock"] == "0:00:10 – 0:09:10"
    assert (cells["Aired"], cells["Planned"], cells["Sold"], cells["Points said"]) == (
        "9:00",
        "6:00",
        "42",
        "1/2",
    )
    assert dict(cotton.facts)["Sold a minute"] == "9.1 /min"
    assert cotton.points == (("湿水不掉絮", "1"), ("6包19.9", ""))
    assert cotton.batches == (("1/1", "0:01:00", "100", "100", "960.0"),)
    assert cotton.prices == ("0:06:00  ¥19.9 → ¥18.9  甲  追单",)
    assert (len(flask.airings), flask.misfires) == (1, ("0:07:10 · 0:03",))
    assert dict(flask.facts)["Sold"] == "not counted"


# -- recordings -------------------------------------------------------------------------------------


def outputs(recording: bool, *, paused: bool = False, recorded_ms: int | None = None) -> OutputsChanged:
    return OutputsChanged(
        streaming=False, recording=recording, paused=paused, virtual_camera=False, recorded_ms=recorded_ms
    )


def test_a_recording_stopped_and_started_anew_is_two_files_and_a_pause_is_none() -> None:
    made = desk(Plan(name="x", items=(product("P1"),)))
    made.at("0:10").hear(outputs(True))
    made.at("1:10").hear(outputs(True, paused=True))
    made.at("1:40").hear(outputs(True))
    made.at("2:10").hear(outputs(False))
    made.at("3:00").hear(outputs(True))
    made.at("4:00").do("show.end", sure="yes")
    first, second = night(made.log).recordings
    assert first.pieces == ((10_000, 70_000, 0), (100_000, 130_000, 60_000))
    assert first.length_ms == 90_000
    assert second.pieces == ((180_000, 240_000, 0),)


def test_a_recording_that_went_on_while_obs_was_lost_is_one_file() -> None:
    made = desk(Plan(name="x", items=(product("P1"),)))
    ready = ObsReady(version="30", scene="A", scenes=("A",), inputs=(), transition_ms=0, same_run=True)
    made.at("0:00").hear(ready, outputs(True))
    made.at("1:00").hear(ObsLinkChanged(was="ready", now="lost"))
    made.at("1:30").hear(ready, outputs(True, recorded_ms=90_000))
    made.at("2:00").do("show.end", sure="yes")
    (only,) = night(made.log).recordings
    assert (only.since_ms, only.until_ms, only.length_ms) == (0, 120_000, 120_000)


def test_who_has_no_name_is_said_by_what_they_are_and_a_name_as_it_was_typed() -> None:
    assert [ZH.who(actor) for actor in ("controller", "host", "console", "obs", "甲", "")] == [
        "中控", "主播", "控制台", "OBS", "甲", "",
    ]  # fmt: skip
    assert EN.who("controller") == "controller"
    assert ZH.source(StockSeen(left=3, source="hand", by="controller")) == "手记 中控"
