"""What the pre-flight says of a plan, each remark with its reason and its remedy."""

from __future__ import annotations

import pytest

from hostconsole.show.plan import Component, Item, ReleasePart
from hostconsole.show.preflight import Remark, of_plan, of_show
from hostconsole.show.preflight.prices import basis_of
from hostconsole.show.preflight.texts import ALL, WORDS
from hostconsole.show.rules import Rules
from hostconsole.show.ticks import Hours, time_of_day
from tests.show.stage import encore, on_stage, product, segment

READY = {
    "key_points": ("a", "b"), "script": "好。", "scene": "03_Close", "picture": "/p.png", "planned_s": 300,
}  # fmt: skip


def ready(id: str, **words: object) -> Item:
    """A product that the pre-flight has nothing to say about."""
    return product(id, **{**READY, **words})


def remarks(*items: Item, **how: object) -> list[tuple[str, str, str | None]]:
    found = of_plan(items, Rules(), **how)  # type: ignore[arg-type]
    assert all(remark.text for remark in found)
    return [(remark.box, remark.code, remark.item) for remark in found]


def test_of_a_product_with_everything_there_is_nothing_to_say() -> None:
    assert remarks(ready("P1"), segment("S1")) == []


@pytest.mark.parametrize(
    ("words", "box", "code"),
    [
        ({"stock": None}, "goods", "no_stock"),
        ({"buffer": 101}, "goods", "buffer_too_large"),
        ({"variants": (("蓝", 1),)}, "goods", "variants_differ"),
        ({"release": ((50, "open"),)}, "goods", "release_differs"),
        ({"link_no": ""}, "goods", "no_link"),
        ({"bundle": (Component(sku="X", qty=1),)}, "goods", "no_part"),
        ({"price": None}, "prices", "no_price"),
        ({"floor": "90"}, "prices", "below_floor"),
        ({"ref": "80"}, "prices", "above_reference"),
        ({"ref": "129"}, "prices", "no_basis"),
        ({"ref": "129", "ref_price_basis": "store_7d_low"}, "prices", "low_unknown"),
        ({"ref": "129", "ref_price_basis": "近7日最低价", "low_7d": 12800}, "prices", "above_low_7d"),
        ({"ref": "129", "ref_price_basis": "吊牌价", "low_7d": 9900}, "prices", "list_price"),
        ({"ref": "129", "ref_price_basis": "市场价", "low_30d": 8900}, "prices", "above_low_30d"),
        ({"key_points": (), "script": ""}, "words", "no_script"),
        ({"key_points": ("a",)}, "words", "few_points"),
        ({"script": "字" * 2000}, "words", "script_long"),
        ({"offer": "连续三年销量第一"}, "words", "no_evidence"),
        ({"scene": ""}, "pictures", "no_scene"),
        ({"picture": ""}, "pictures", "no_picture"),
        ({"planned_s": None}, "people", "no_minutes"),
    ],
)
def test_each_lack_is_told_in_its_box(words: dict[str, object], box: str, code: str) -> None:
    assert remarks(ready("P1", **words)) == [(box, code, "P1")]


def test_a_reason_names_the_figures_and_a_remedy_says_what_to_do() -> None:
    item = ready("P1", ref="399", price="369", ref_price_basis="msrp", low_7d=39900 - 0)
    assert remarks(item) == []
    item = ready("P1", ref="459", price="369", ref_price_basis="msrp", low_7d=39900)
    (found,) = of_plan([item], Rules())
    assert found.why == "A list price is no former price: what is saved is ¥30."
    assert found.mend == "Call it list price on screen, and say ¥30."
    assert found.column == "ref_price_basis"


def test_stock_is_measured_against_what_past_shows_sold_a_minute() -> None:
    item = ready("P1", stock=100)
    assert remarks(item, speeds={"SKU-P1": 20.0}) == []
    (found,) = of_plan([item], Rules(), speeds={"SKU-P1": 20.5})
    assert (found.code, found.fields["demand"]) == ("stock_short", 103)


def test_what_proof_is_named_for_and_what_is_denied_needs_none() -> None:
    assert remarks(ready("P1", offer="销量第一", evidence="报告 7")) == []
    assert remarks(ready("P1", offer="我们不说销量第一")) == []


def test_a_timed_batch_must_fall_into_the_items_minutes() -> None:
    late = (ReleasePart(qty=50, when="open"), ReleasePart(qty=50, when="after", after_s=301))
    item = ready("P1")
    assert remarks(_with(item, release=late)) == [("goods", "release_late", "P1")]


def test_a_link_number_twice_is_told_at_the_second() -> None:
    assert remarks(ready("P1", link_no="3"), ready("P2", link_no="3")) == [("goods", "duplicate_link", "P2")]


def test_three_products_and_no_encore_are_one_remark() -> None:
    rows = [ready("P1"), ready("P2"), ready("P3")]
    assert remarks(*rows) == [("goods", "no_encore", None)]
    assert remarks(*rows, encore("R1", of=rows[0])) == []


def test_an_encore_at_another_price_is_told() -> None:
    first = ready("P1")
    cheaper = _with(encore("R1", of=first), own_price=True, price=7900)
    dearer = _with(cheaper, price=9900)
    assert remarks(first, cheaper) == [("prices", "encore_cheaper", "R1")]
    assert remarks(first, dearer) == [("prices", "encore_dearer", "R1")]


def test_a_bundle_is_compared_with_its_parts() -> None:
    parts = ready("P1", price="10"), ready("P2", price="20")
    bundle = (Component(sku="SKU-P1", qty=2), Component(sku="SKU-P2", qty=1))
    row = ready("P3", price="30", ref="40", ref_price_basis="bundle_sum", bundle=bundle)
    assert ("prices", "bundle_sum", "P3") not in remarks(*parts, row)
    assert ("prices", "bundle_sum", "P3") in remarks(*parts, _with(row, ref_price=4500))


def test_planned_starts_must_leave_room() -> None:
    first, second = ready("P1", planned_start_s=0), ready("P2", planned_start_s=240)
    assert remarks(first, second) == [("people", "overruns", "P1")]


def test_minutes_are_measured_against_the_hours_there_are() -> None:
    assert remarks(ready("P1"), have_s=300) == []
    assert remarks(ready("P1"), have_s=240) == [("people", "ends_late", None)]


def test_a_draw_needs_rules() -> None:
    assert remarks(_with(segment("S1"), title="第一轮抽奖")) == [("words", "no_draw_rules", "S1")]
    assert remarks(_with(segment("S1"), title="第一轮抽奖", draw="prize=tea")) == []


def test_what_all_products_lack_is_said_once() -> None:
    rows = [ready("P1", picture=""), ready("P2", picture="")]
    assert remarks(*rows) == [("pictures", "no_pictures", None)]


def test_every_code_for_all_has_its_words() -> None:
    assert {*ALL, *ALL.values()} <= set(WORDS)


@pytest.mark.parametrize(
    ("text", "basis"),
    [("", "none"), ("无", "none"), ("store_7d_low", "store_7d_low"), ("近７日最低价", "store_7d_low"),
     ("MSRP", "msrp"), ("建议零售价", "msrp"), ("专柜价", "market"), ("去年的价", "other")],
)  # fmt: skip
def test_a_basis_is_known_by_its_words(text: str, basis: str) -> None:
    assert basis_of(text) == basis


def test_skipped_rows_are_not_looked_at_and_the_price_now_counts() -> None:
    stage = on_stage(ready("P1", floor="80"), ready("P2", picture=""), kind="preparation")
    assert [remark.code for remark in of_show(stage.state, stage.show.rules)] == ["no_picture"]
    stage.does("item.skip", item="P2")
    assert of_show(stage.state, stage.show.rules) == ()
    stage.does("price.set", item="P1", price="79", confirm="yes")
    assert [remark.code for remark in of_show(stage.state, stage.show.rules)] == ["below_floor"]


def test_a_tick_keeps_name_and_time_and_goes_on_air_with_the_show() -> None:
    stage = on_stage(ready("P1"), kind="preparation")
    stage.does("preflight.tick", what="links", who="小王")
    (tick,) = stage.state.ticks
    assert (tick.what, tick.by, tick.at[:16]) == ("links", "小王", "2026-11-23T20:00")
    stage.does("show.go_live")
    assert stage.state.ticks == (tick,)
    stage.does("preflight.tick", what="links")
    assert stage.state.ticks == ()
    assert stage.does("preflight.tick", what="links", done="no").entries == ()
    stage.refuses("preflight.tick", what="tea", code="bad_value")


def test_the_hours_of_a_show_may_pass_midnight() -> None:
    stage = on_stage(ready("P1"), kind="preparation")
    stage.does("show.hours", start="23:58", end="0:02")
    assert stage.state.hours == Hours(start="23:58", end="00:02")
    found = of_show(stage.state, stage.show.rules)
    assert [remark.code for remark in found] == ["ends_late"]
    stage.does("show.hours")
    assert stage.state.hours is None
    stage.refuses("show.hours", start="19:30", code="missing_argument")
    stage.refuses("show.hours", start="25:00", end="1:00", code="bad_value")


@pytest.mark.parametrize(
    ("text", "clock"), [("9:05", "09:05"), ("2130", "21:30"), ("7", "07:00"), ("21：30", "21:30")]
)
def test_a_time_of_day_is_read_as_typed(text: str, clock: str) -> None:
    assert time_of_day(text) == clock


def _with(item: Item, **words: object) -> Item:
    from dataclasses import replace

    return replace(item, **words)  # type: ignore[arg-type]


def test_a_remark_without_words_would_be_a_bug() -> None:
    for code in WORDS:
        assert all(WORDS[code])
    assert Remark(box="people", code="no_operator").text.startswith("Nobody has said")
