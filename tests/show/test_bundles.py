"""Bundles take their parts with them; pre-orders are counted apart; what is oversold is frozen."""

from __future__ import annotations

from hostconsole.show.counting import told_by_feed
from hostconsole.show.events import FeedsChanged, ItemAdded, StockCounted
from hostconsole.show.frozen import replace
from hostconsole.show.plan import Component, Item, ReleasePart
from hostconsole.show.shop_count import ShopCount
from tests.show.stage import Stage, on_air, on_stage, plan_of, product

PARTS = (Component(sku="SKU-P2", qty=2), Component(sku="SKU-P3", qty=1), Component(sku="ELSEWHERE", qty=1))


def with_bundle(**words: object) -> Stage:
    """P1 is made of two P2 and one P3, and of something nobody counts."""
    return on_air(
        product("P1", bundle=PARTS, stock=words.pop("stock", None), **words),
        product("P2", stock=21),
        product("P3", stock=30),
    )


def test_as_many_bundles_as_the_scarcest_part_allows() -> None:
    stage = with_bundle()
    assert stage.left("P1") == 10
    stage.does("stock.count", item="P3", qty="4")
    assert stage.left("P1") == 4
    stage.does("stock.count", item="P2", qty="3")
    assert stage.left("P1") == 1
    assert stage.replayed() == stage.state


def pair(part: int = 50, whole: int | None = None) -> tuple[Item, Item]:
    """P2, and the bundle P3 of one of it."""
    bundle = (Component(sku="SKU-P2", qty=1),)
    return product("P2", stock=part), product("P3", stock=whole, bundle=bundle)


def lefts(stage: Stage) -> tuple[int | None, int | None]:
    assert stage.replayed() == stage.state
    return stage.left("P2"), stage.left("P3")


def test_a_bundle_follows_an_edit_of_its_parts_planned_stock_and_its_undo() -> None:
    stage = on_stage(product("P1"), *pair())
    stage.does("item.edit", item="P2", field="stock", value="3")
    assert lefts(stage) == (3, 3)
    stage.does("undo")
    assert lefts(stage) == (50, 50)
    stage.does("item.edit", item="P2", field="sku", value="ELSE")
    assert lefts(stage) == (50, None)
    stage.does("undo")
    assert lefts(stage) == (50, 50)


def test_a_bundle_follows_an_edit_of_its_own_planned_stock_while_nobody_has_touched_it() -> None:
    stage = on_stage(*pair(50, 8))
    stage.does("item.edit", item="P3", field="stock", value="5")
    assert lefts(stage) == (50, 5)
    stage.does("stock.count", item="P3", qty="7")
    stage.does("item.edit", item="P3", field="stock", value="6")
    assert lefts(stage) == (50, 7)


def test_a_bundle_follows_the_sheet_read_again() -> None:
    stage = on_stage(*pair(50, 8))
    for plan, left in ((pair(50, 5), (50, 5)), (pair(3, 5), (3, 3)), (pair(30), (30, 30))):
        stage.does("sheet.reload", sheet=plan_of(*plan, digest=str(left)))
        assert lefts(stage) == left


def test_a_bundle_that_is_new_in_the_sheet_has_as_many_as_its_parts_allow_until_it_is_none() -> None:
    part, bundle = pair()
    stage = on_stage(part)
    stage.does("sheet.reload", sheet=plan_of(part, bundle, digest="2"))
    assert lefts(stage) == (50, 50)
    stage.does("sheet.reload", sheet=plan_of(part, product("P3", stock=80), digest="3"))
    assert lefts(stage) == (50, 80)


def test_a_bundle_added_or_a_part_added_is_bounded_at_once() -> None:
    stage = on_air(*pair())
    stage.does("item.duplicate", item="P3")
    added = next(entry.event.item for entry in reversed(stage.log) if isinstance(entry.event, ItemAdded))
    assert stage.left(added) == 50
    stage.does("item.add", title="part", sku="ELSEWHERE", stock="4")
    assert lefts(stage) == (50, 50)

    stage = with_bundle()
    stage.does("item.add", title="part", sku="ELSEWHERE", stock="4")
    assert stage.left("P1") == 4
    stage.does("undo")
    assert stage.left("P1") == 10
    assert stage.replayed() == stage.state


def test_a_bundle_with_stock_of_its_own_shows_the_smaller() -> None:
    assert with_bundle(stock=6).left("P1") == 6
    assert with_bundle(stock=60).left("P1") == 10


def test_selling_a_bundle_sells_its_parts_and_undo_brings_all_back() -> None:
    stage = with_bundle()
    before = stage.state.stock
    stage.does("stock.sold", qty="4")
    assert (stage.left("P1"), stage.left("P2"), stage.left("P3")) == (6, 13, 26)
    stage.does("stock.sold", qty="3")
    assert (stage.left("P1"), stage.left("P2"), stage.left("P3")) == (7, 15, 27)
    stage.does("undo")
    stage.does("undo")
    assert {sku: led.sellable for sku, led in stage.state.stock.items()} == {
        sku: led.sellable for sku, led in before.items()
    }
    assert stage.replayed() == stage.state


def test_a_part_of_a_planned_batch_that_a_feed_ended_on_is_not_lifted_by_a_bundle_sold() -> None:
    part = product("P2", stock=300, release=((200, "open"), (100, "manual")))
    stage = on_air(product("P1", bundle=(Component(sku="SKU-P2", qty=2),), stock=None), part)
    stage.does("link.up", item="P2")
    stage.wait(3_000)
    was = stage.stock("P2")
    ledger = told_by_feed(was, ShopCount(name="shop", qty=20, ms=stage.now))
    stage.told(StockCounted(sku=was.sku, was=200, now=20, source="feed:shop", ledger=ledger))
    stage.told(FeedsChanged(names=()))
    stage.does("stock.sold", qty="3")
    assert (stage.left("P2"), stage.stock("P2").own) == (14, 194)


def test_pre_orders_are_counted_apart_from_the_stock() -> None:
    parts = (ReleasePart(qty=40, when="open"), ReleasePart(qty=200, when="manual", presale=True))
    stage = on_air(replace(product("P1"), release=parts))
    assert stage.stock("P1").presale == 200
    stage.does("link.up")
    stage.does("presale.sold", qty="12")
    assert (stage.left("P1"), stage.stock("P1").sold, stage.stock("P1").presale_sold) == (40, None, 12)
    stage.does("undo")
    assert stage.stock("P1").presale_sold == 0


def test_more_sold_than_there_is_freezes_the_sku() -> None:
    stage = on_air(product("P1", stock=100, release=((50, "open"), (50, "manual"))))
    stage.does("link.up")
    stage.does("stock.sold", qty="103")
    assert stage.stock("P1").is_frozen
    stage.refuses("stock.release", qty="20", code="frozen")
    alert = stage.alerts()["oversold"]
    assert alert.text.endswith("frozen: swap, pre-order or refund.")
    stage.does("stock.adjust", by="+10")
    assert not stage.stock("P1").is_frozen
    stage.does("stock.release", qty="20")
