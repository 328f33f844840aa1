"""The figures of a report, held against figures worked out by hand."""

from __future__ import annotations

import pytest

from hostconsole.report.facts import night
from hostconsole.report.figures import AiringFacts, Night, StockSeen
from hostconsole.show.events import SceneAsked, SceneFailed, SceneShown, StockCounted
from hostconsole.show.ledger import counted_by_feed
from hostconsole.show.plan import Plan

from .golden import golden
from .made import Desk, desk, product

MIN = 60_000
P1 = "P1"


@pytest.fixture(scope="module")
def report() -> Night:
    return night(golden().log)


def test_the_airings_are_in_the_order_of_their_takes_with_the_misfire_apart(report: Night) -> None:
    encore = report.aired[-1].item
    assert [a.item for a in report.airings] == ["P1", "P2", "P2", "S1", encore]
    assert [a.misfire for a in report.airings] == [False, True, False, False, False]
    assert [a.n for a in report.aired] == [1, 1, 1, 1]


def test_minutes_are_without_the_safe_picture_and_go_on_through_a_misfire(report: Night) -> None:
    assert [a.aired_ms for a in report.airings] == [9 * MIN, 3_000, 270_000, 2 * MIN, 2 * MIN]
    assert [a.held_ms for a in report.airings] == [0, 0, 30_000, 0, 0]
    assert [a.planned_ms for a in report.aired] == [6 * MIN, 4 * MIN, 2 * MIN, None]
    assert [a.started_ms for a in report.airings] == [10_000, 430_000, 550_000, 850_000, 970_000]
    assert report.airings[0].started_at == "2026-11-23T12:00:10.000Z"
    assert [a.planned_start_ms for a in report.aired] == [0, 6 * MIN, None, None]


def test_prices_and_stock_stand_at_both_edges_with_their_source(report: Night) -> None:
    first = report.airings[0]
    assert (first.price_at_take, first.price_at_end) == (1990, 1890)
    assert first.stock_before == StockSeen(left=100, source="sheet")
    assert first.stock_after == StockSeen(left=58, source="hand", by="甲", as_of="2026-11-23T12:08:00.000Z")
    assert report.aired[-1].price_at_take == 1890
    assert report.aired[2].stock_before is None


def test_sold_is_what_was_counted_in_the_airing_and_else_not_counted(report: Night) -> None:
    assert [a.sold for a in report.airings] == [42, None, None, None, 58]


def test_the_scene_says_what_was_asked_and_how_long_it_took(report: Night) -> None:
    first = report.airings[0]
    assert (first.scene_asked, first.accepted_ms, first.on_air_ms) == ("近景", 2.5, 305.0)
    assert report.airings[1].scene_asked is None
    assert (first.points_said, first.points) == (1, 2)


def test_products_add_up_their_airings_without_misfires(report: Night) -> None:
    assert [p.sku for p in report.products] == ["SKU-P1", "SKU-P2", "SKU-P3"]
    cotton, flask, spatula = report.products
    assert (cotton.airings, cotton.misfires, cotton.aired_ms, cotton.sold) == (2, 0, 11 * MIN, 100)
    assert cotton.planned_ms == 6 * MIN
    assert (cotton.price_first, cotton.price_last) == (1990, 1890)
    assert (cotton.stock_first.left, cotton.stock_left.left) == (100, 0)
    assert (flask.airings, flask.misfires, flask.aired_ms, flask.sold) == (1, 1, 270_000, None)
    assert flask.stock_left.left is None
    assert (spatula.airings, spatula.aired_ms, spatula.planned_ms) == (0, 0, 5 * MIN)
    assert spatula.stock_left == StockSeen(left=7, source="sheet")


def test_price_changes_marks_cues_and_incidents_are_kept(report: Night) -> None:
    (change,) = report.price_changes
    assert (change.was, change.now, change.reason, change.on_air) == (1990, 1890, "追单", True)
    (mark,) = report.marks
    assert (mark.label, mark.item, mark.mono_ms, mark.rec_s) == ("好笑", "S1", 15 * MIN, 898.0)
    (cue,) = report.cues
    assert (cue.text, cue.seen_ms, cue.by, cue.item) == ("报库存", 3_000, "甲", "S1")
    spans = [(i.kind, i.since_ms, i.until_ms) for i in report.incidents]
    assert spans == [("safe_picture", 610_000, 640_000), ("obs_lost", 660_000, 680_000)]


def test_the_head_names_the_session(report: Night) -> None:
    head = report.head
    assert (head.session, head.show, head.kind, head.simulated) == ("s1", "双十一 晚场", "live", False)
    assert (head.started_at, head.ended_at) == ("2026-11-23T12:00:00.000Z", "2026-11-23T12:18:10.000Z")
    assert (head.length_ms, head.operators) == (18 * MIN + 10_000, ("甲",))


def small(**fields: object) -> Desk:
    plan = Plan(name="x", items=(product("P1", stock_total=100, **fields), product("P2", stock_total=10)))
    return desk(plan)


def airings(made: Desk) -> tuple[AiringFacts, ...]:
    return night(made.log).airings


def test_an_airing_that_is_still_on_has_no_end_and_counts_until_the_last_event() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:10").do("marker.add", label="x")
    (airing,) = airings(made)
    assert (airing.ended_ms, airing.aired_ms) == (None, MIN)
    assert night(made.log).head.ended_at is None


def test_what_was_counted_and_taken_back_is_not_counted() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=52)
    made.at("1:05").do("undo")
    made.at("2:00").do("show.take_item", item="P2")
    made.at("3:00").do("show.take_item", item="P1")
    made.at("3:30").do("stock.sold", qty=25)
    made.at("4:00").do("show.end", sure="yes")
    assert [a.sold for a in airings(made)] == [None, None, None]
    assert night(made.log).products[0].sold == 25


def test_an_undo_in_a_later_airing_takes_back_from_the_airing_that_was_counted() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=5)
    made.at("1:10").do("stock.sold", qty=52)
    made.at("3:00").do("show.take_item", item="P2")
    made.at("3:05").do("stock.sold", qty=1, sku="SKU-P2")
    made.at("5:00").do("undo")
    made.at("5:01").do("undo")
    made.at("6:00").do("show.end", sure="yes")
    assert [a.sold for a in airings(made)] == [5, None]
    assert [p.sold for p in night(made.log).products] == [5, None]


def test_a_redone_count_counts_again() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=5)
    made.at("1:05").do("undo")
    made.at("1:10").do("redo")
    assert [a.sold for a in airings(made)] == [5]


def test_a_feed_that_sees_no_fall_has_counted_nothing_sold() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    was = made.show.state.stock["SKU-P1"]
    for left in (97, 97):
        ledger = counted_by_feed(was, left)
        made.hear(
            StockCounted(
                sku="SKU-P1", was=was.sellable, now=left, source="feed:shop", ledger=ledger, item="P1"
            ),
            actor="feed:shop",
        )
        was = ledger
    made.at("2:00").do("show.take_item", item="P2")
    assert [a.sold for a in airings(made)] == [3, None]


def test_a_shops_first_word_says_nothing_of_sales_and_spoils_nothing_that_comes() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    was = made.show.state.stock["SKU-P1"]
    for left, fell in ((90, 0), (86, 4)):
        ledger = counted_by_feed(was, left, fell=fell)
        made.hear(
            StockCounted(
                sku="SKU-P1", was=was.sellable, now=left, source="feed:shop", ledger=ledger, item="P1"
            ),
            actor="feed:shop",
        )
        was = ledger
    assert [a.sold for a in airings(made)] == [4]


def test_what_was_taken_back_of_an_oversell_is_not_sold() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=103)
    made.at("1:30").do("oversold.settle", how="refund")
    assert [a.sold for a in airings(made)] == [100]


def test_a_count_by_hand_corrects_the_stock_and_sells_nothing() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.count", qty=60)
    (airing,) = airings(made)
    assert airing.sold is None
    assert airing.stock_after is not None
    assert airing.stock_after.left == 60


def test_a_count_made_during_a_misfire_belongs_to_the_airing_that_goes_on() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("show.take_item", item="P2")
    made.at("1:02").do("stock.sold", sku="SKU-P1", qty=9)
    made.at("1:03").do("show.back")
    made.at("2:00").do("show.end", sure="yes")
    assert [(a.item, a.misfire, a.sold) for a in airings(made)] == [("P1", False, 9), ("P2", True, None)]


def test_an_answer_that_comes_after_the_next_take_goes_to_the_airing_that_asked() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.hear(SceneAsked(scene="A", order=1))
    made.at("0:11").do("show.take_item", item="P2")
    made.hear(SceneAsked(scene="B", order=2))
    made.hear(SceneFailed(scene="B", order=2, code="missing"))
    made.hear(SceneShown(scene="A", order=1, ms=900.0))
    first, second = airings(made)
    assert (first.on_air_ms, second.on_air_ms, second.scene_failed) == (900.0, None, "missing")
    assert [i.kind for i in night(made.log).incidents] == ["scene_failed"]


def test_time_the_program_was_away_is_an_incident_of_its_own_length() -> None:
    made = small()
    made.at("0:10").do("show.take_item", item="P1")
    made.at("0:50").show.resume(made.show.state, simulated=True)
    report = night(made.log)
    assert [(i.kind, i.since_ms, i.until_ms) for i in report.incidents] == [("not_running", 10_000, 50_000)]
    assert report.head.simulated


def test_a_log_without_its_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="without events"):
        night([])
    with pytest.raises(ValueError, match="begins with"):
        night(golden().log[1:])
