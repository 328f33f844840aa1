"""What can be taken back, is (DESIGN §4 rule 6)."""

from __future__ import annotations

import pytest

from hostconsole.show.commands.reverse import undoable
from hostconsole.show.state import Act
from tests.show.stage import Stage, four, on_air, on_stage, plan_of, product
from tests.show.test_counting import shop_says
from tests.show.test_stock import feed, quantities


def offered(stage: Stage) -> Act | None:
    return undoable(stage.state, now_ms=stage.now, rules=stage.show.rules)


def test_undo_is_offered_by_name() -> None:
    stage = on_air()
    stage.does("price.set", price="79", who="乙")
    act = offered(stage)
    assert act is not None
    assert act.actor == "乙"
    change = act.changes[0]
    assert (change.what, change.key, change.before, change.after) == ("price", "P1", 8900, 7900)


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("price.set", {"price": "79"}),
        ("stock.count", {"qty": "12"}),
        ("stock.sold", {"qty": "12"}),
        ("stock.adjust", {"by": "-5"}),
        ("stock.release", {"qty": "7"}),
        ("batch.gone", {}),
        ("link.down", {}),
        ("link.up", {"item": "P2", "now": "yes"}),
        ("item.skip", {"item": "P3"}),
        ("item.skip", {}),
        ("item.unskip", {"item": "P4"}),
        ("item.move", {"item": "P3", "before": "P1"}),
        ("item.move", {"item": "P1", "before": "end"}),
        ("item.add", {"title": "新"}),
        ("item.add", {"title": "新", "price": "5", "before": "P2"}),
        ("item.encore", {"qty": "5"}),
        ("item.edit", {"field": "title", "value": "改"}),
        ("item.edit", {"field": "key_points", "value": "a|b"}),
        ("item.edit", {"field": "sku", "value": "NEW", "item": "P3"}),
        ("item.edit", {"field": "stock", "value": "55", "item": "P3"}),
        ("item.edit", {"field": "price", "value": "80", "item": "P3"}),
    ],
)
def test_undo_brings_back_what_was_and_redo_does_it_again(command: str, given: dict[str, str]) -> None:
    batched = product("P1", release=((50, "open"), (30, "manual")))
    stage = on_air(batched, product("P2", release=((9, "open"),)), product("P3"), product("P4"))
    stage.does("link.up")
    stage.does("item.skip", item="P4")
    before = stage.state
    stage.does(command, **given)
    after = stage.state
    stage.does("undo")
    assert stage.kinds().count("undone") == 1
    for part in ("order", "items", "stock", "next"):
        assert getattr(stage.state, part) == getattr(before, part)
    if after.undo[-1].redoable:
        stage.does("redo")
        for part in ("order", "items", "next"):
            assert getattr(stage.state, part) == getattr(after, part)
        assert {k: quantities(v) for k, v in stage.state.stock.items()} == {
            k: quantities(v) for k, v in after.stock.items()
        }
    assert stage.replayed() == stage.state


def test_undo_is_new_events_and_nothing_is_taken_out_of_the_log() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    seq = stage.last().seq
    outcome = stage.does("undo", who="乙")
    assert [entry.event.kind for entry in outcome.entries] == ["undone", "price.changed"]
    assert outcome.entries[0].event.seq == seq
    assert seq in [entry.seq for entry in stage.session_log()]


def test_undo_goes_back_step_by_step_and_ends() -> None:
    stage = on_air()
    for price in ("79", "78", "77"):
        stage.does("price.set", price=price)
    stage.does("undo")
    stage.does("undo")
    assert stage.row("P1").price == 7900
    stage.does("undo")
    assert stage.row("P1").price == 8900
    stage.wait(60_000)
    stage.refuses("undo", code="nothing_to_undo")
    for price in (7900, 7800, 7700):
        stage.does("redo")
        assert stage.row("P1").price == price
    stage.refuses("redo", code="nothing_to_redo")


def test_a_new_act_ends_redo_and_cues_marks_and_the_prompter_do_not() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    stage.does("undo")
    for command in ("prompter.toggle", "marker.add"):
        stage.does(command)
    stage.does("cue.send", preset="3")
    feed(stage, "P1", 90)
    stage.does("redo")
    stage.does("undo")
    stage.does("stock.count", qty="3")
    stage.refuses("redo", code="nothing_to_redo")


def test_undo_of_a_take_is_offered_for_60_s() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    stage.does("show.take")
    stage.wait(60_000)
    act = offered(stage)
    assert act is not None
    assert act.changes[0].what == "take"
    stage.wait(1)
    act = offered(stage)
    assert act is not None
    assert act.changes[0].what == "price"


def test_undo_of_a_take_is_back_a_misfire_within_10_s_an_airing_anew_later() -> None:
    for wait, kind, airing in ((10_000, "item.misfired", 1), (10_001, "item.taken", 2)):
        stage = on_air()
        stage.does("show.take")
        stage.wait(wait)
        stage.does("undo")
        assert (stage.on_air, stage.next, stage.state.on_air.n) == ("P1", "P2", airing)
        assert kind in stage.kinds()[-3:]


def test_a_take_is_never_redone() -> None:
    stage = on_air()
    stage.does("show.take")
    stage.does("undo")
    stage.refuses("redo", code="nothing_to_redo")


def test_a_take_taken_back_by_back_is_not_offered_again() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    stage.does("show.take")
    stage.does("show.back")
    act = offered(stage)
    assert act is not None
    assert act.changes[0].what == "price"


def test_a_link_is_taken_back_with_its_batch_and_not_redone() -> None:
    stage = on_air(product("P1", release=((40, "open"),)))
    stage.does("link.up")
    stage.does("undo")
    assert (stage.row("P1").link.status, stage.left("P1")) == ("none", 0)
    stage.refuses("redo", code="nothing_to_redo")


def test_taking_back_a_link_down_lets_the_sale_clock_go_on() -> None:
    stage = on_air()
    stage.does("link.up")
    since = stage.row("P1").link
    stage.wait(5_000)
    stage.does("link.down")
    stage.does("undo")
    assert stage.row("P1").link == since


def test_what_a_feed_counted_in_between_is_kept_stock_is_moved_by_the_difference() -> None:
    stage = on_air(product("P1", stock=100))
    stage.does("stock.adjust", by="-10")
    feed(stage, "P1", 84)
    stage.does("undo")
    assert quantities(stage.stock("P1")) == (100, 0, 0, 6, 94)
    assert stage.stock("P1").source == "feed:shop"
    stage.does("redo")
    assert stage.left("P1") == 84


def test_the_first_count_taken_back_does_not_take_away_what_a_feed_has_counted_since() -> None:
    stage = on_air(product("P1", stock=None))
    stage.does("stock.count", qty="100")
    feed(stage, "P1", 120)
    stage.does("undo")
    assert stage.left("P1") == 120


def test_a_release_is_taken_back_beside_sales_made_since() -> None:
    stage = on_air(product("P1", release=((40, "open"), (30, "manual"))))
    stage.does("link.up")
    stage.does("stock.release")
    feed(stage, "P1", 65)
    stage.does("undo")
    assert quantities(stage.stock("P1")) == (100, 0, 60, 5, 35)
    assert (stage.stock("P1").batch, stage.stock("P1").batch_qty) == (1, 40)


def test_undo_of_an_encore_that_is_next_points_to_what_waits() -> None:
    stage = on_air()
    again = stage.does("item.encore").entries[0].event.item
    stage.does("next.set", item=again)
    stage.does("undo")
    assert again not in stage.state.items
    assert stage.next == "P2"


def test_an_added_row_that_has_aired_is_not_taken_away() -> None:
    stage = on_air()
    stage.wait(60_000)
    again = stage.does("item.encore").entries[0].event.item
    stage.takes(again)
    stage.takes("P2")
    stage.wait(60_001)
    stage.refuses("undo", code="nothing_to_undo")


def test_a_running_countdown_is_what_undo_takes_back_first_unless_something_is_newer() -> None:
    stage = on_air(product("P1", countdown_s=30))
    stage.does("price.set", price="79")
    stage.does("link.up")
    stage.wait(10)
    stage.does("price.set", price="78")
    stage.does("undo")
    assert (stage.row("P1").price, stage.row("P1").link.status) == (7900, "countdown")
    stage.does("undo")
    assert (stage.row("P1").price, stage.row("P1").link.status) == (7900, "none")


def test_undo_survives_a_restart() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    stage.does("price.set", price="78")
    stage.does("undo")
    again = stage.resumed()
    again.does("redo")
    assert again.row("P1").price == 7800
    again.does("undo")
    again.does("undo")
    assert again.row("P1").price == 8900


def test_undo_works_in_preparation_and_does_not_reach_into_another_session() -> None:
    stage = on_stage(kind="preparation")
    stage.does("item.move", item="P3", before="P1")
    stage.does("undo")
    assert stage.state.order == ("P1", "P2", "P3", "P4")
    stage.does("item.move", item="P3", before="P1")
    stage.does("show.start_rehearsal")
    stage.refuses("undo", code="nothing_to_undo")


def test_at_most_200_steps_are_kept() -> None:
    stage = on_air()
    for price in range(1, 260):
        stage.does("price.set", price=str(price), confirm="yes")
    assert len(stage.state.undo) == 200


@pytest.mark.parametrize("seconds", [5, 15])
def test_taking_back_a_back_leaves_next_as_it_was_before(seconds: int) -> None:
    stage = on_stage(product("P1"), product("P2"), product("P3"), product("P4"))
    stage.takes("P1")
    stage.wait(60_000)
    stage.takes("P2")
    stage.wait(15_000)
    stage.does("show.back")
    assert (stage.on_air, stage.next, stage.row("P1").airings) == ("P1", "P2", 2)
    stage.wait(seconds * 1000)
    stage.does("undo")
    assert (stage.on_air, stage.next) == ("P2", "P3")
    assert stage.replayed() == stage.state


def test_what_was_made_next_since_a_back_stays_next_when_that_is_taken_back() -> None:
    stage = on_stage(product("P1"), product("P2"), product("P3"), product("P4"))
    stage.takes("P1")
    stage.wait(60_000)
    stage.takes("P2")
    stage.wait(15_000)
    stage.does("show.back")
    stage.does("next.set", item="P4")
    stage.does("undo")
    assert (stage.on_air, stage.next) == ("P2", "P4")


def test_a_skip_taken_back_does_not_make_the_item_on_air_next() -> None:
    stage = on_air(*four())
    stage.does("item.skip", item="P2")
    stage.takes("P2")
    stage.wait(61_000)
    stage.does("undo")
    assert (stage.on_air, stage.next) == ("P2", "P3")
    stage.does("show.take")
    assert stage.on_air == "P3"


def test_a_skip_taken_back_or_done_again_leaves_next_where_a_person_has_put_it_since() -> None:
    stage = on_air(*four())
    stage.does("item.skip", item="P2")
    stage.does("next.set", item="P4")
    stage.does("undo")
    assert (stage.next, stage.row("P2").skipped) == ("P4", False)
    stage.does("redo")
    assert (stage.next, stage.row("P2").skipped) == ("P4", True)
    assert stage.replayed() == stage.state


def test_a_skip_taken_back_leaves_next_where_a_take_has_moved_it_since() -> None:
    stage = on_air(*four(), product("P5"))
    stage.does("item.skip", item="P2")
    stage.takes("P3")
    stage.wait(61_000)
    stage.does("next.set", item="P5")
    stage.does("undo")
    assert (stage.next, stage.row("P2").skipped) == ("P5", False)


def test_a_skip_done_again_goes_on_to_what_waits_when_the_sheet_has_lost_what_was_next() -> None:
    stage = on_air(*four())
    stage.does("item.skip", item="P2")
    stage.does("undo")
    stage.does("sheet.reload", sheet=LOSES_P3)
    stage.does("redo")
    assert (stage.next, stage.row("P2").skipped) == ("P4", True)


def test_a_row_done_again_is_next_again_where_nothing_else_waits() -> None:
    stage = on_air(product("P1"))
    added = stage.does("item.add", title="加").entries[0].event.item
    assert stage.next == added
    stage.does("undo")
    assert stage.next is None
    stage.does("redo")
    assert stage.next == added


LOSES_P3 = plan_of(*(row for row in four() if row.id != "P3"), digest="2")
"""The sheet of P1 to P4 as it is read again without P3."""


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("item.skip", {}),
        ("item.move", {"before": "P1"}),
        ("item.edit", {"field": "title", "value": "改"}),
        ("price.set", {"price": "79"}),
        ("item.edit", {"field": "price", "value": "79"}),
    ],
)
def test_redo_passes_over_what_a_sheet_read_since_has_lost(command: str, given: dict[str, str]) -> None:
    stage = on_stage(*four())
    stage.does(command, item="P3", **given)
    stage.does("price.set", item="P1", price="80")
    stage.does("undo")
    stage.does("undo")
    stage.does("sheet.reload", sheet=LOSES_P3)
    stage.does("redo")
    assert stage.row("P1").price == 8000
    stage.refuses("redo", code="nothing_to_redo")
    assert stage.replayed() == stage.state


def test_redo_adds_no_row_where_the_sheet_has_one_of_that_id_by_now() -> None:
    stage = on_stage(*four())
    added = stage.does("item.add", title="加").entries[0].event.item
    stage.does("undo")
    stage.does("sheet.reload", sheet=plan_of(*four(), product(added), digest="2"))
    stage.refuses("redo", code="nothing_to_redo")


@pytest.mark.parametrize(("command", "given"), [
    ("stock.count", {"qty": "148"}),
    ("stock.adjust", {"by": "-30"}),
    ("stock.sold", {"qty": "12"}),
    ("batch.gone", {}),
])  # fmt: skip
def test_an_act_on_stock_that_the_shop_has_counted_since_is_passed_over(
    command: str, given: dict[str, str]
) -> None:
    stage = on_air()
    shop_says(stage, 100)
    stage.does("price.set", price="79")
    stage.wait(3_000)
    seq = stage.does(command, **given).seq
    stage.wait(3_000)
    shop_says(stage, 99)
    stage.refuses("undo", code="nothing_to_undo", seq=str(seq))
    stage.does("undo")
    assert (stage.row("P1").price, stage.left("P1"), stage.stock("P1").source) == (8900, 99, "feed:shop")
    stage.refuses("undo", code="nothing_to_undo")
    assert stage.replayed() == stage.state


@pytest.mark.parametrize(
    ("command", "given"), [("stock.count", {"qty": "148"}), ("stock.adjust", {"by": "-30"})]
)
def test_an_act_on_stock_that_the_shop_has_counted_since_is_not_done_again(
    command: str, given: dict[str, str]
) -> None:
    stage = on_air()
    shop_says(stage, 100)
    stage.does(command, **given)
    stage.does("undo")
    stage.wait(3_000)
    shop_says(stage, 99)
    stage.refuses("redo", code="nothing_to_redo")
    assert stage.left("P1") == 99


def test_an_act_on_stock_that_a_person_has_counted_since_can_be_taken_back_after_that_count() -> None:
    stage = on_air()
    adjusted = stage.does("stock.adjust", by="-30").seq
    stage.does("stock.count", qty="148")
    stage.refuses("undo", code="nothing_to_undo", seq=str(adjusted))
    assert stage.left("P1") == 148
    stage.does("undo")
    assert stage.left("P1") == 70
    stage.does("undo", seq=str(adjusted))
    assert stage.left("P1") == 100


def test_of_what_was_typed_as_sold_only_the_last_can_be_taken_back() -> None:
    stage = on_air()
    acts = [stage.does("stock.sold", qty=qty).seq for qty in ("5", "50", "10")]
    for seq in acts[:2]:
        stage.refuses("undo", code="nothing_to_undo", seq=str(seq))
    for sold in (50, 5, None):
        stage.does("undo")
        assert stage.stock("P1").sold == sold


def test_of_what_was_typed_as_pre_ordered_only_the_last_can_be_taken_back() -> None:
    stage = on_air()
    first, second = (stage.does("presale.sold", qty=qty).seq for qty in ("50", "10"))
    stage.refuses("undo", code="nothing_to_undo", seq=str(first))
    stage.does("undo", seq=str(second))
    assert stage.stock("P1").presale_sold == 50


def test_a_correction_that_stays_on_top_of_a_late_count_is_taken_off_it() -> None:
    stage = on_air()
    stage.wait(3_000)
    stage.does("stock.adjust", by="-30")
    stage.wait(1_000)
    shop_says(stage, 90, ago=2_000)
    assert stage.left("P1") == 60
    stage.does("undo")
    assert (stage.left("P1"), stage.stock("P1").corrections) == (90, ())


def test_a_count_taken_back_leaves_a_correction_made_since() -> None:
    stage = on_air()
    counted = stage.does("stock.count", qty="148").seq
    stage.does("stock.adjust", by="-3")
    stage.does("undo", seq=str(counted))
    assert stage.left("P1") == 97


def test_a_count_taken_back_after_the_shop_has_repeated_itself_leaves_the_shops_number_as_the_shops() -> None:
    stage = on_air()
    shop_says(stage, 100)
    before = stage.stock("P1")
    stage.wait(3_000)
    stage.does("stock.count", qty="148")
    stage.wait(3_000)
    shop_says(stage, 100)
    stage.does("undo")
    now = stage.stock("P1")
    assert (now.sellable, now.source, now.by, now.as_of, now.truth_ms) == (
        100, "feed:shop", "", before.as_of, before.truth_ms,
    )  # fmt: skip


def test_a_correction_taken_back_is_taken_off_what_the_shop_has_of_a_batch_too() -> None:
    stage = on_air(product("P1", stock=400, release=((200, "open"), (200, "manual"))))
    stage.does("link.up")
    stage.wait(3_000)
    shop_says(stage, 150)
    stage.wait(3_000)
    stage.does("stock.adjust", by="-10")
    stage.wait(3_000)
    shop_says(stage, 150)
    assert stage.left("P1") == 140
    stage.does("undo")
    assert stage.left("P1") == 150


def test_a_batch_is_taken_back_whatever_was_counted_since() -> None:
    stage = on_air(product("P1", release=((40, "open"), (30, "manual"))))
    stage.does("link.up")
    stage.does("stock.release")
    stage.wait(3_000)
    stage.does("stock.count", qty="65")
    shop_says(stage, 65)
    stage.does("undo")
    assert (stage.stock("P1").pool, stage.left("P1")) == (60, 35)


def test_a_gift_that_went_along_with_two_products_is_taken_back_with_each() -> None:
    stage = on_air(product("P1", gift="小样"), product("P2", gift="小样"))
    stage.does("stock.count", sku="gift:小样", qty="100")
    stage.does("stock.sold", item="P1", qty="2")
    first = stage.does("stock.sold", item="P1", qty="7").seq
    stage.does("stock.sold", item="P2", qty="3")
    stage.does("undo", seq=str(first))
    assert stage.state.stock["gift:小样"].sellable == 95
    again = stage.does("stock.sold", item="P1", qty="7").seq
    stage.does("stock.count", sku="gift:小样", qty="50")
    stage.refuses("undo", code="nothing_to_undo", seq=str(again))
