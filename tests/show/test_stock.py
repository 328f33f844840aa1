"""Stock, sentence by sentence of DESIGN §5.5 "Stock"."""

from __future__ import annotations

import pytest

from hostconsole.show.commands.goods import due_batch
from hostconsole.show.events import StockCounted
from hostconsole.show.frozen import replace
from hostconsole.show.ledger import Ledger, counted_by_feed
from tests.show.stage import Stage, encore, on_air, on_stage, product, segment

BATCHED = product("P1", stock=100, buffer=10, release=((50, "open"), (30, "manual")))


def feed(stage: Stage, item: str, available: int) -> None:
    """The shop's number for the item's SKU comes in."""
    was = stage.stock(item)
    ledger = replace(counted_by_feed(was, available), source="feed:shop", counted_ms=stage.now)
    stage.told(
        StockCounted(sku=was.sku, was=was.sellable, now=ledger.sellable, source="feed:shop", ledger=ledger),
        actor="feed:shop",
    )


def quantities(ledger: Ledger) -> tuple[int | None, ...]:
    """Total, buffer, pool, sold, sellable."""
    return ledger.total, ledger.buffer, ledger.pool, ledger.sold, ledger.sellable


# -- rows sharing a SKU -----------------------------------------------------------------------------


def test_rows_sharing_a_sku_show_the_same_numbers() -> None:
    one = product("P1", stock=100)
    stage = on_stage(one, encore("E1", one))
    stage.does("stock.count", item="E1", qty="70")
    assert (stage.left("P1"), stage.left("E1")) == (70, 70)
    stage.does("stock.adjust", sku="SKU-P1", by="-3")
    assert stage.left("E1") == 67


def test_on_air_is_meant_when_no_sku_is_named() -> None:
    stage = on_air(product("P1"), product("P2"))
    stage.does("stock.count", qty="5")
    assert (stage.left("P1"), stage.left("P2")) == (5, 100)


# -- untracked --------------------------------------------------------------------------------------


def test_an_untracked_row_has_no_number_never_0_until_it_is_counted_and_may_be_aired() -> None:
    stage = on_air(product("P1", stock=None))
    assert stage.left("P1") is None
    stage.refuses("stock.adjust", by="1", code="not_counted")
    stage.refuses("batch.gone", code="not_counted")
    stage.does("stock.sold", qty="4")
    assert (stage.left("P1"), stage.stock("P1").sold) == (None, 4)
    stage.does("stock.count", qty="20")
    assert quantities(stage.stock("P1")) == (24, 0, 0, 4, 20)


def test_an_untracked_row_counted_by_variant_is_tracked_with_what_was_sold() -> None:
    stage = on_air(product("P1", stock=None, variants=(("蓝", 0), ("白", 0))))
    stage.does("stock.sold", qty="5")
    stage.does("stock.count", sku="SKU-P1:蓝", qty="30")
    assert stage.left("P1") == 30
    assert stage.stock("P1").unassigned == 0


def test_the_link_of_an_untracked_row_opens_without_a_batch() -> None:
    stage = on_air(product("P1", stock=None, release=((50, "open"),)))
    stage.does("link.up")
    assert stage.left("P1") is None
    assert stage.last().event.kind == "link.opened"


# -- release plans ----------------------------------------------------------------------------------


def test_without_a_release_plan_everything_but_the_buffer_is_released() -> None:
    assert quantities(on_stage(product("P1", stock=100, buffer=10)).stock("P1")) == (100, 10, 0, None, 90)


def test_with_one_nothing_is_until_the_link_goes_up() -> None:
    stage = on_air(BATCHED)
    assert quantities(stage.stock("P1")) == (100, 10, 90, None, 0)
    stage.does("link.up")
    assert quantities(stage.stock("P1")) == (100, 10, 40, None, 50)
    assert (stage.stock("P1").batch, stage.stock("P1").batches) == (1, 2)


def test_the_open_batch_comes_once() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    stage.does("link.down")
    stage.does("link.up")
    assert stage.left("P1") == 50


def test_the_open_batch_comes_once_with_a_countdown_too() -> None:
    stage = on_air(replace(BATCHED, countdown_s=3))
    stage.does("link.up", now="yes")
    stage.does("link.down")
    stage.does("link.up")
    stage.wait(3_000)
    stage.does("link.up", now="yes")
    assert stage.left("P1") == 50


def test_other_batches_come_by_release_the_due_one_if_no_number_is_given() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    assert due_batch(stage.state, "SKU-P1") == 30
    stage.does("stock.release")
    assert quantities(stage.stock("P1")) == (100, 10, 10, None, 80)
    assert due_batch(stage.state, "SKU-P1") == 10
    stage.refuses("stock.release", qty="11", code="not_enough")
    stage.does("stock.release", qty="4")
    stage.does("stock.release")
    assert stage.stock("P1").pool == 0
    stage.refuses("stock.release", code="nothing_to_release")
    stage.refuses("stock.release", qty="1", code="not_enough")


def test_the_buffer_is_never_released() -> None:
    stage = on_air(BATCHED)
    stage.refuses("stock.release", qty="91", code="not_enough")
    stage.does("stock.release", qty="90")
    assert stage.left("P1") == 90


def test_all_that_opens_with_the_link_is_one_batch() -> None:
    stage = on_air(product("P1", release=((40, "open"), (20, "open"), (10, "manual"))))
    stage.does("link.up")
    assert (stage.left("P1"), stage.stock("P1").batches) == (60, 2)
    assert due_batch(stage.state, "SKU-P1") == 10


def test_presale_units_belong_to_no_batch() -> None:
    from hostconsole.show.plan import ReleasePart

    parts = (ReleasePart(qty=40, when="open"), ReleasePart(qty=200, when="manual", presale=True))
    stage = on_air(replace(product("P1"), release=parts))
    stage.does("link.up")
    assert (stage.left("P1"), stage.stock("P1").batches) == (40, 1)


def test_an_encore_brings_its_own_first_batch() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    again = stage.does("item.encore", qty="20").entries[0].event.item
    stage.takes(again)
    stage.does("link.up")
    assert (stage.left("P1"), stage.stock("P1").pool) == (70, 20)


# -- counting ---------------------------------------------------------------------------------------


def test_adjust_moves_total_and_sellable_by_exactly_n() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    stage.does("stock.adjust", by="-3", reason="碎了")
    assert quantities(stage.stock("P1")) == (97, 10, 40, None, 47)
    stage.does("stock.adjust", by="+5")
    assert quantities(stage.stock("P1")) == (102, 10, 40, None, 52)
    assert stage.does("stock.adjust", by="0").seq is None


def test_a_count_by_hand_is_a_correction_and_sold_stays() -> None:
    stage = on_air(product("P1", stock=100))
    stage.does("stock.sold", qty="20")
    stage.does("stock.count", qty="75")
    assert quantities(stage.stock("P1")) == (95, 0, 0, 20, 75)
    assert (stage.stock("P1").source, stage.stock("P1").by) == ("hand", "甲")
    assert stage.stock("P1").counted_ms == stage.now


def test_a_fall_in_a_feed_counts_as_sold_and_a_rise_as_restocked() -> None:
    stage = on_air(product("P1", stock=100))
    feed(stage, "P1", 90)
    assert quantities(stage.stock("P1")) == (100, 0, 0, 10, 90)
    feed(stage, "P1", 95)
    assert quantities(stage.stock("P1")) == (105, 0, 0, 10, 95)


def test_a_feeds_number_with_a_plan_is_the_smaller_of_own_and_available() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    feed(stage, "P1", 88)
    assert stage.left("P1") == 50
    feed(stage, "P1", 45)
    assert (stage.left("P1"), stage.stock("P1").sold) == (45, 5)


def test_a_feed_counts_what_was_untracked() -> None:
    stage = on_air(product("P1", stock=None))
    feed(stage, "P1", 12)
    assert stage.left("P1") == 12


def test_sold_so_far_is_typed_as_it_stands() -> None:
    stage = on_air(product("P1", stock=100))
    assert stage.stock("P1").sold is None
    stage.does("stock.sold", qty="52")
    assert stage.left("P1") == 48
    stage.does("stock.sold", qty="50")
    assert stage.left("P1") == 50


def test_more_sold_than_there_is_is_oversold_and_shown_as_such() -> None:
    stage = on_air(product("P1", stock=10))
    stage.does("stock.sold", qty="13")
    assert stage.left("P1") == -3
    assert stage.alerts()["oversold"].fields == {"qty": 3}


def test_a_batch_that_is_gone_was_sold() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    stage.wait(42_000)
    stage.does("batch.gone")
    assert quantities(stage.stock("P1")) == (100, 10, 40, 50, 0)
    assert (stage.last().event.qty, stage.last().event.seconds) == (50, 42.0)
    stage.refuses("batch.gone", code="nothing_waiting")


def test_one_key_empties_the_batch_and_then_takes_the_link_down() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    stage.does("desk.gone")
    assert stage.left("P1") == 0
    stage.does("desk.gone")
    assert stage.row("P1").link.status == "down"


# -- variants ---------------------------------------------------------------------------------------

COLOURS = product("P1", stock=100, variants=(("蓝", 31), ("白", 60)))


def lefts(stage: Stage) -> dict[str, int | None]:
    return {v.name: v.left for v in stage.stock("P1").variants}


def test_what_is_assigned_to_no_variant_is_kept_apart_so_that_sums_hold() -> None:
    stage = on_air(COLOURS)
    assert stage.stock("P1").unassigned == 9
    stage.does("stock.sold", qty="5")
    assert stage.stock("P1").unassigned == 4


def test_adjusting_a_variant_moves_it_and_the_whole() -> None:
    stage = on_air(COLOURS)
    stage.does("stock.adjust", sku="SKU-P1:蓝", by="-2")
    assert lefts(stage) == {"蓝": 29, "白": 60}
    assert (stage.left("P1"), stage.stock("P1").unassigned) == (98, 9)


def test_a_variant_counted_up_takes_from_what_was_unassigned_first() -> None:
    stage = on_air(COLOURS)
    stage.does("stock.count", sku="SKU-P1:蓝", qty="36")
    assert (stage.left("P1"), stage.stock("P1").unassigned) == (100, 4)
    stage.does("stock.count", sku="SKU-P1:白", qty="70")
    assert (stage.left("P1"), stage.stock("P1").unassigned) == (106, 0)
    stage.does("stock.count", sku="SKU-P1:蓝", qty="30")
    assert (stage.left("P1"), stage.stock("P1").unassigned) == (100, 0)


def test_a_whole_count_leaves_the_variants_as_they_were_counted() -> None:
    stage = on_air(COLOURS)
    stage.does("stock.count", sku="SKU-P1", qty="95")
    assert lefts(stage) == {"蓝": 31, "白": 60}
    assert stage.stock("P1").unassigned == 4


def test_with_a_release_plan_variants_are_uncounted_until_someone_counts() -> None:
    stage = on_stage(product("P1", variants=(("蓝", 31),), release=((50, "open"),)))
    assert lefts(stage) == {"蓝": None}


def test_unknown_skus_and_variants_are_refused() -> None:
    stage = on_air(COLOURS, segment("S1"))
    stage.refuses("stock.count", sku="SKU-P9", qty="1", code="unknown_sku")
    stage.refuses("stock.count", sku="SKU-P1:红", qty="1", code="unknown_variant")
    stage.refuses("stock.count", item="S1", qty="1", code="no_product")


def test_what_means_nothing_for_one_variant_is_refused() -> None:
    stage = on_air(COLOURS)
    stage.refuses("stock.sold", sku="SKU-P1:蓝", qty="1", code="bad_value")
    stage.refuses("stock.release", sku="SKU-P1:蓝", qty="1", code="bad_value")
    stage.refuses("batch.gone", sku="SKU-P1:蓝", code="bad_value")


def test_numbers_that_are_none_are_refused_and_full_width_ones_read() -> None:
    stage = on_air(COLOURS)
    for qty in ("", "abc", "-1", "1.5", "1e3", "99999999999", "1_0", "9" * 5000):
        stage.refuses("stock.count", qty=qty, code="bad_value")
    stage.refuses("stock.release", qty="0", code="bad_value")
    stage.does("stock.count", qty="１４８")
    assert stage.left("P1") == 148


# -- a slip of the finger --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "name", "typed"),
    [("stock.count", "qty", "1480"), ("stock.sold", "qty", "1480"), ("stock.adjust", "by", "-1480")],
)
def test_far_more_than_was_brought_is_asked_for_again(command: str, name: str, typed: str) -> None:
    stage = on_air(product("P1", stock=400))
    given = {name: typed, "typed": "yes"}
    assert "there are 400 in all" in str(stage.refuses(command, code="needs_confirm", **given))
    stage.does(command, **given, confirm="yes")
    assert stage.left("P1") in (1480, -1080)


def test_what_may_well_be_is_not_doubted() -> None:
    stage = on_air(product("P1", stock=30), product("P2", stock=None))
    stage.does("stock.count", qty="900", typed="yes")
    stage.does("stock.count", sku="SKU-P2", qty="100000", typed="yes")
    stage.refuses("stock.count", code="needs_confirm", sku="SKU-P2", qty="1000000", typed="yes")


def test_a_script_that_counts_is_taken_at_its_word() -> None:
    stage = on_air(product("P1", stock=30))
    stage.does("stock.count", qty="1000000")
    assert stage.left("P1") == 1_000_000
