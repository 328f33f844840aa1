"""Oversold: frozen or not, and what can be done for the buyers; gifts that run out."""

from __future__ import annotations

import pytest

from hostconsole.show.auto_cues import auto_cue
from hostconsole.show.counting import told_by_feed
from hostconsole.show.cues import preset
from hostconsole.show.events import OversoldSettled, StockCounted
from hostconsole.show.gifts import gifts_of, offered
from hostconsole.show.plan import Component
from hostconsole.show.rules import Rules
from hostconsole.show.shop_count import ShopCount
from hostconsole.show.target import target
from tests.show.stage import Stage, encore, on_air, product


def oversold(by: int = 3, **words: object) -> Stage:
    """P1 has 10 and was sold 10 + `by` times; there are 50 of P2."""
    stage = on_air(product("P1", stock=10, **words), product("P2", stock=50), kind="live")
    stage.does("stock.sold", qty=str(10 + by))
    return stage


def test_with_nothing_left_in_any_corner_the_sku_is_frozen_and_the_alert_asks_what_to_do() -> None:
    alert = oversold().alerts()["oversold"]
    assert alert.text == "Oversold by 3, frozen: swap, pre-order or refund."
    assert (alert.command, dict(alert.given)) == ("oversold.settle", {})


def test_a_batch_that_was_too_small_asks_for_the_next_one() -> None:
    stage = on_air(product("P1", stock=300, release=((30, "open"), (270, "manual"))), kind="live")
    stage.does("link.up")
    stage.does("stock.sold", qty="32")
    alert = stage.alerts()["oversold"]
    assert (alert.text, alert.command) == ("Oversold by 2: release the next batch.", "stock.release")
    stage.does(alert.command)
    assert stage.left("P1") == 268


def test_what_is_beyond_all_there_is_comes_first_then_the_next_batch() -> None:
    stage = on_air(product("P1", stock=30, release=((10, "open"), (20, "manual"))), kind="live")
    stage.does("link.up")
    stage.does("stock.sold", qty="33")
    assert stage.alerts()["oversold"].text == "Oversold by 3, frozen: swap, pre-order or refund."
    stage.refuses("stock.release", code="frozen")
    stage.does("oversold.settle", how="refund")
    assert stage.alerts()["oversold"].command == "stock.release"
    stage.does("stock.release")
    assert stage.left("P1") == 0


def test_the_reserve_covers_what_it_can() -> None:
    stage = oversold(2, buffer=4)
    # 6 were released, 12 sold: 4 of them are in the reserve.
    assert stage.alerts()["oversold"].words == ""
    stage.does("stock.sold", qty="9")
    alert = stage.alerts()["oversold"]
    assert (alert.text, dict(alert.given)) == ("Oversold by 3: the reserve covers it.", {"how": "reserve"})
    stage.does(alert.command, **alert.given)
    assert (stage.left("P1"), stage.stock("P1").buffer, stage.stock("P1").sold) == (0, 1, 9)


def test_a_refund_takes_back_what_was_sold() -> None:
    stage = oversold()
    stage.does("oversold.settle", how="refund", qty="2")
    assert (stage.left("P1"), stage.stock("P1").sold) == (-1, 11)
    stage.does("oversold.settle", how="refund")
    assert (stage.left("P1"), stage.stock("P1").sold) == (0, 10)
    event = stage.last().event
    assert isinstance(event, OversoldSettled)
    assert (event.how, event.qty, event.reason) == ("refund", 1, "oversold: refund")
    stage.does("undo")
    assert stage.left("P1") == -1
    assert stage.replayed() == stage.state


def test_a_pre_order_is_counted_apart() -> None:
    stage = oversold()
    stage.does("oversold.settle", how="pre-order")
    assert (stage.left("P1"), stage.stock("P1").sold, stage.stock("P1").presale_sold) == (0, 10, 3)


def test_another_product_instead_is_sold_from_its_own_stock() -> None:
    stage = oversold()
    stage.does("oversold.settle", how="swap", to="SKU-P2")
    assert (stage.left("P1"), stage.left("P2"), stage.stock("P2").sold) == (0, 47, 3)
    stage.does("undo")
    assert (stage.left("P1"), stage.left("P2")) == (-3, 50)


def shop_says(stage: Stage, item: str, qty: int) -> None:
    stage.wait(3_000)
    was = stage.stock(item)
    ledger = told_by_feed(was, ShopCount(name="shop", qty=qty, ms=stage.now))
    stage.told(
        StockCounted(sku=was.sku, was=was.sellable, now=ledger.sellable, source="feed:shop", ledger=ledger),
        actor="feed:shop",
    )


def test_what_is_given_instead_comes_out_of_what_the_shop_has_of_a_planned_batch() -> None:
    planned = product("P2", stock=300, release=((200, "open"), (100, "manual")))
    stage = on_air(product("P1", stock=10), planned, kind="live")
    stage.does("link.up", item="P2")
    shop_says(stage, "P2", 20)
    stage.does("stock.sold", qty="15")
    stage.does("oversold.settle", how="swap", to="SKU-P2")
    assert (stage.left("P1"), stage.left("P2"), stage.stock("P2").own) == (0, 15, 195)
    stage.does("undo")
    assert (stage.left("P1"), stage.left("P2")) == (-5, 20)
    assert stage.replayed() == stage.state


@pytest.mark.parametrize("how", ["refund", "pre_order", "reserve"])
@pytest.mark.parametrize("typed", [None, "40"])
def test_settling_what_the_shop_lacks_of_a_planned_batch_leaves_none_to_sell(
    how: str, typed: str | None
) -> None:
    """By our own account there are many left: the shop's word stands all the same."""
    planned = product("P1", stock=300, buffer=30, release=((200, "open"), (70, "manual")))
    stage = on_air(planned, kind="live")
    stage.does("link.up")
    if typed:
        stage.does("stock.sold", qty=typed)
    shop_says(stage, "P1", -4)
    for qty, left in (("1", -3), ("3", 0)):
        stage.does("oversold.settle", how=how, qty=qty)
        assert stage.left("P1") == left
        assert stage.stock("P1").total == 300
    stage.refuses("oversold.settle", how=how, code="not_oversold")
    shop_says(stage, "P1", 6)
    assert stage.left("P1") == 6


def test_settling_what_we_ourselves_oversold_leaves_the_shops_number() -> None:
    stage = on_air(product("P1", stock=100, release=((50, "open"), (50, "manual"))), kind="live")
    stage.does("link.up")
    shop_says(stage, "P1", 20)
    stage.does("stock.sold", qty="53")
    shop_says(stage, "P1", 8)
    assert stage.left("P1") == -3
    stage.does("oversold.settle", how="refund")
    assert (stage.left("P1"), stage.stock("P1").cap) == (0, 8)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"how": "wait"}, "bad_value"),
        ({"how": "swap", "to": "SKU-P1"}, "unknown_sku"),
        ({"how": "swap", "to": "SKU-P3"}, "not_enough"),
        ({"how": "refund", "qty": "4"}, "not_oversold"),
        ({"how": "reserve"}, "not_enough"),
        ({"how": "refund", "sku": "SKU-P2"}, "not_oversold"),
    ],
)
def test_what_cannot_be_done_is_refused(given: dict[str, str], code: str) -> None:
    stage = on_air(product("P1", stock=10), product("P2", stock=50), product("P3", stock=2), kind="live")
    stage.does("stock.sold", qty="13")
    stage.refuses("oversold.settle", code=code, **given)


# -- gifts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("杯刷×1", [("杯刷", 1)]),
        ("杯刷 x 2 + 清洁片*3", [("杯刷", 2), ("清洁片", 3)]),
        ("Cup brush", [("Cup brush", 1)]),
        ("杯刷×1(店内售价¥9.9)", [("杯刷", 1)]),
        ("硅胶垫×2（店内售价¥15.8） + 旅行装(价值19元)", [("硅胶垫", 2), ("旅行装", 1)]),
        ("Brush (blue) x 2 (worth $5 + tax)", [("Brush (blue)", 2)]),
        ("", []),
    ],
)
def test_names_and_how_many(text: str, found: list[tuple[str, int]]) -> None:
    assert gifts_of(text) == tuple(Component(sku=sku, qty=qty) for sku, qty in found)


def giving(**words: object) -> Stage:
    given = {"stock": 100, "gift": "杯刷×2", "gift_stock": 20, **words}
    stage = on_air(product("P1", **given), kind="live")
    stage.does("link.up")
    return stage


def test_each_product_sold_takes_its_gifts_along_and_undo_brings_them_back() -> None:
    stage = giving()
    stage.does("stock.sold", qty="6")
    assert stage.state.stock["gift:杯刷"].sellable == 8
    stage.does("undo")
    assert (stage.state.stock["gift:杯刷"].sellable, stage.left("P1")) == (20, 100)
    assert stage.replayed() == stage.state


def test_a_gift_that_is_gone_must_leave_the_offer_by_one_act_that_the_host_sees() -> None:
    stage = giving()
    stage.does("stock.sold", qty="9")
    assert "gift_gone" not in stage.alerts()
    stage.does("stock.sold", qty="10")
    alert = stage.alerts()["gift_gone"]
    assert (alert.text, alert.command) == ("The gift 杯刷 is gone: change the offer.", "gift.end")
    stage.does("alert.ack")
    stage.does("gift.end")
    assert "gift_gone" not in stage.alerts()
    assert stage.state.on_air and stage.state.on_air.item.gift == ""
    assert "gift" in dict(stage.state.on_air.flagged)
    stage.refuses("gift.end", code="no_gift")
    stage.does("undo")
    assert stage.row("P1").item.gift == "杯刷×2"


def test_a_gift_that_is_gone_leaves_what_the_host_and_the_viewers_are_told() -> None:
    stage = giving(gift="杯刷×2(店内售价¥9.9)+杯套", limit="2", disclosure="付费合作")
    stage.does("stock.count", sku="gift:杯套", qty="30")

    def told(language: str = "zh") -> tuple[str, str]:
        rules = Rules(host_language=language)  # type: ignore[arg-type]
        words, _kind = preset(stage.state, 8, rules=rules, now_ms=stage.now)
        return words, target(stage.state, rules, take=1, now_ms=stage.now).inputs["notice"]

    assert told() == ("讲机制 赠杯刷×2+杯套 限2", "付费合作")
    stage.does("stock.sold", qty="10")
    standing = offered(stage.state.stock, stage.row("P1").item, [stage.row("P1").item])
    assert (standing.text, standing.gone) == ("杯套", ("杯刷",))
    assert told() == ("讲机制 赠杯套 限2", "付费合作 · 赠品已送完:杯刷")
    stage.does("stock.count", sku="gift:杯套", qty="0")
    assert told() == ("讲机制 赠品没了 限2", "付费合作 · 赠品已送完:杯刷、杯套")
    assert told("en") == ("Say the offer, no gift", "付费合作 · No more gifts: 杯刷, 杯套")
    stage.does("gift.end")
    assert told() == ("讲机制 限2", "付费合作")


def test_the_host_is_told_by_itself_if_that_is_wanted() -> None:
    stage = giving()
    rules = Rules(auto_cues=True)
    assert auto_cue(stage.state, stage.now, rules) is None
    stage.does("stock.sold", qty="10")
    cue = auto_cue(stage.state, stage.now, rules)
    assert cue is not None
    assert (cue.text, cue.cue_kind) == ("赠品没了 别再说送", "must")


def test_encores_lose_the_gift_too() -> None:
    first = product("P1", stock=100, gift="杯刷", gift_stock=0)
    stage = on_air(first, encore("R1", first, gift="杯刷"))
    stage.does("gift.end")
    assert stage.row("R1").item.gift == ""


def test_a_gift_nobody_has_counted_is_not_gone_until_somebody_does() -> None:
    stage = giving(gift_stock=None)
    stage.does("stock.sold", qty="50")
    assert stage.state.stock["gift:杯刷"].sellable is None
    assert "gift_gone" not in stage.alerts()
    stage.does("stock.count", sku="gift:杯刷", qty="1")
    assert "gift_gone" in stage.alerts()


def test_a_gift_that_is_a_product_of_the_sheet_has_its_stock() -> None:
    stage = on_air(product("P1", stock=100, gift="SKU-P2×1"), product("P2", stock=30))
    stage.does("stock.sold", qty="7")
    assert stage.left("P2") == 23
    assert "gift:SKU-P2" not in stage.state.stock
