"""Feed and hand together, sentence by sentence of docs/decisions.md, and for any order of events."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hostconsole.show.counting import differ, told_by_feed
from hostconsole.show.events import FeedsChanged, StockCounted
from hostconsole.show.feed_view import is_old
from hostconsole.show.ledger import Ledger
from hostconsole.show.shop_count import ShopCount
from tests.show.stage import Stage, on_air, product
from tests.show.test_properties import STEADY

BATCHED = product("P1", stock=400, release=((200, "open"), (200, "manual")))


def shop_says(
    stage: Stage, qty: int, *, ago: int = 0, name: str = "shop", stamped: str = "", orders: bool = False
) -> None:
    """The feed's figure comes in, true as of `ago` ms before now. `orders`: its orders say what was sold."""
    was = stage.stock("P1")
    count = ShopCount(name=name, qty=qty, ms=stage.now - ago, stamped=stamped)
    ledger = told_by_feed(was, count, selling=stage.state.running and not orders)
    stage.told(
        StockCounted(
            sku=was.sku, was=was.sellable, now=ledger.sellable, source=f"feed:{name}", ledger=ledger
        ),
        actor=f"feed:{name}",
    )


def selling(stock: int = 150) -> Stage:
    stage = on_air(product("P1", stock=stock))
    stage.does("link.up")
    stage.wait(1_000)
    return stage


def test_a_later_count_stands_whoever_made_it() -> None:
    stage = selling()
    shop_says(stage, 140)
    stage.wait(3_000)
    stage.does("stock.count", qty="120")
    assert (stage.left("P1"), stage.stock("P1").source) == (120, "hand")
    stage.wait(3_000)
    shop_says(stage, 138)
    assert (stage.left("P1"), stage.stock("P1").source) == (138, "feed:shop")


def test_a_late_answer_does_not_overwrite_a_newer_count_by_hand() -> None:
    stage = selling()
    shop_says(stage, 140)
    stage.wait(10_000)
    stage.does("stock.count", qty="120")
    shop_says(stage, 133, ago=4_000)
    assert (stage.left("P1"), stage.stock("P1").source) == (120, "hand")


def test_a_feed_that_only_repeats_itself_has_not_counted_anew() -> None:
    stage = selling()
    shop_says(stage, 140)
    stage.does("stock.count", qty="120")
    stage.wait(3_000)
    shop_says(stage, 140)
    assert stage.left("P1") == 120
    shop_says(stage, 140, stamped="2026-11-23T20:40:00Z")
    assert stage.left("P1") == 140


def test_corrections_stay_on_top_until_the_next_count() -> None:
    stage = selling()
    shop_says(stage, 140)
    stage.wait(2_000)
    stage.does("stock.adjust", by="-3")
    shop_says(stage, 139, ago=1_000)
    assert stage.left("P1") == 136
    stage.wait(3_000)
    shop_says(stage, 138)
    assert stage.left("P1") == 138


def test_what_the_feed_itself_lost_is_sold_and_the_rest_is_a_correction() -> None:
    stage = selling(150)
    shop_says(stage, 140)
    assert (stage.left("P1"), stage.stock("P1").sold) == (140, None)  # the sheet was wrong: nobody saw a sale
    stage.wait(3_000)
    shop_says(stage, 130)
    assert stage.stock("P1").sold == 10
    stage.wait(3_000)
    stage.does("stock.count", qty="120")
    stage.wait(3_000)
    shop_says(stage, 127)
    assert (stage.left("P1"), stage.stock("P1").sold) == (127, 13)


def test_before_the_show_nothing_was_sold() -> None:
    stage = Stage(on_air(product("P1", stock=150)).state.plan)
    shop_says(stage, 140)
    assert (stage.left("P1"), stage.stock("P1").sold) == (140, None)


def test_two_sources_that_differ_are_shown_never_averaged() -> None:
    stage = selling()
    shop_says(stage, 136)
    stage.wait(3_000)
    stage.does("stock.count", qty="148")
    alert = stage.alerts()["counts_differ"]
    assert alert.text == "shop says 136, we say 148."
    assert stage.left("P1") == 148
    stage.does("alert.ack")
    assert "counts_differ" not in stage.speaking()
    stage.does("stock.count", qty="137")
    assert "counts_differ" not in stage.alerts()


def test_a_feed_that_took_a_persons_place_says_so_for_a_while() -> None:
    stage = selling()
    stage.does("stock.count", qty="148")
    stage.wait(1_000)
    shop_says(stage, 136)
    assert stage.left("P1") == 136
    assert stage.alerts()["counts_differ"].fields == {"feed": "shop", "theirs": 136, "ours": 148}
    stage.wait(300_001)
    assert "counts_differ" not in stage.alerts()


def test_a_correction_or_a_sale_is_no_difference() -> None:
    stage = selling()
    shop_says(stage, 140)
    stage.does("stock.adjust", by="-8")
    assert "counts_differ" not in stage.alerts()
    stage.wait(3_000)
    shop_says(stage, 100)
    assert "counts_differ" not in stage.alerts()


def test_a_difference_is_3_and_5_percent() -> None:
    assert not differ(10, 12)
    assert differ(10, 13)
    assert not differ(200, 191)
    assert differ(200, 190)


def test_with_a_release_plan_the_viewers_see_the_smaller() -> None:
    stage = on_air(BATCHED)
    shop_says(stage, 148)
    assert stage.left("P1") == 0
    stage.does("link.up")
    assert stage.left("P1") == 200
    stage.wait(3_000)
    shop_says(stage, 148)
    assert (stage.left("P1"), stage.stock("P1").own, stage.stock("P1").sold) == (148, 200, None)
    stage.wait(3_000)
    shop_says(stage, 140)
    assert (stage.left("P1"), stage.stock("P1").sold) == (140, 8)
    stage.does("stock.adjust", by="-3")
    assert stage.left("P1") == 137
    stage.wait(3_000)
    shop_says(stage, 500)
    assert stage.left("P1") == 189
    assert stage.replayed() == stage.state


def test_what_is_typed_as_sold_never_lifts_what_the_shop_has() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    stage.wait(3_000)
    shop_says(stage, 20)

    def left_after_sold(qty: int) -> int | None:
        stage.does("stock.sold", qty=str(qty))
        return stage.left("P1")

    assert left_after_sold(5) == 15
    assert left_after_sold(3) == 15  # fewer than was thought is no word of the shop's
    assert left_after_sold(60) == 0  # by no account more than there are
    stage.wait(3_000)
    shop_says(stage, 12)
    assert (stage.left("P1"), stage.stock("P1").sold) == (12, 60)
    assert left_after_sold(205) == -5
    stage.does("stock.release", qty="100")
    assert stage.left("P1") == 95
    assert stage.replayed() == stage.state


def test_what_a_shop_lost_after_it_was_typed_as_sold_is_not_sold_again() -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    stage.wait(3_000)
    shop_says(stage, 20)
    stage.does("stock.sold", qty="5")
    stage.wait(3_000)
    shop_says(stage, 15)
    assert (stage.left("P1"), stage.stock("P1").sold) == (15, 5)


def test_a_number_its_feed_tells_no_more_is_said_with_about_until_it_tells_it_again() -> None:
    stage = selling()
    stage.told(FeedsChanged(names=("shop",)), actor="console")
    shop_says(stage, 140)
    stage.wait(400_000)
    stage.told(FeedsChanged(names=("shop",), unread=(("shop", "SKU-P2"),)), actor="console")
    assert not is_old(stage.state, stage.stock("P1"), stage.now)
    stage.told(FeedsChanged(names=("shop",), unread=(("shop", "SKU-P1"),)), actor="console")
    assert is_old(stage.state, stage.stock("P1"), stage.now)
    assert "recount" in stage.alerts()
    stage.told(FeedsChanged(names=("shop",)), actor="console")
    assert not is_old(stage.state, stage.stock("P1"), stage.now)
    assert "recount" not in stage.alerts()


def test_a_number_of_a_feed_that_is_read_no_more_grows_old_and_is_compared_with_nobody() -> None:
    stage = selling()
    stage.told(FeedsChanged(names=("shop", "other")), actor="console")
    shop_says(stage, 140)
    stage.wait(400_000)
    ledger = stage.stock("P1")
    assert not is_old(stage.state, ledger, stage.now)
    assert "recount" not in stage.alerts()
    stage.told(FeedsChanged(names=("other",)), actor="console")
    assert is_old(stage.state, stage.stock("P1"), stage.now)
    assert "recount" in stage.alerts()
    stage.does("stock.count", qty="90")
    assert "counts_differ" not in stage.alerts()
    stage.does("show.go_live")
    assert stage.state.feeds == ("other",)


# -- any order of events ----------------------------------------------------------------------------

STEPS = st.one_of(
    st.tuples(st.just("shop"), st.integers(-5, 300), st.integers(0, 9_000)),
    st.tuples(st.just("count"), st.integers(0, 300), st.just(0)),
    st.tuples(st.just("adjust"), st.integers(-20, 20), st.just(0)),
)


@STEADY
@given(st.lists(STEPS, max_size=25), st.booleans())
def test_the_newest_count_and_the_corrections_after_it_make_the_number(
    steps: list[tuple[str, int, int]], mixed: bool
) -> None:
    """Against a model that knows nothing of ledgers: without a release plan."""
    stage = selling(150)
    number, truth_ms, said = 150, -1, None
    corrections: list[tuple[int, int]] = []
    for kind, qty, ago in steps:
        stage.wait(2_000)
        if kind == "shop":
            ago = ago if mixed else 0
            counts = stage.now - ago >= truth_ms and qty != said
            shop_says(stage, qty, ago=ago)
            said = qty
            if counts:
                truth_ms = stage.now - ago
                corrections = [one for one in corrections if one[0] > truth_ms]
                number = qty + sum(by for _ms, by in corrections)
        elif kind == "count":
            stage.does("stock.count", qty=str(qty))
            number, truth_ms, corrections = qty, stage.now, []
        elif qty:
            stage.does("stock.adjust", by=str(qty))
            number += qty
            corrections.append((stage.now, qty))
        assert stage.left("P1") == number
        assert _adds_up(stage.stock("P1"))
    assert stage.replayed() == stage.state


@STEADY
@given(st.lists(STEPS | st.tuples(st.just("sold"), st.integers(0, 300), st.just(0)), max_size=25))
def test_with_a_plan_nothing_more_than_own_is_ever_shown(steps: list[tuple[str, int, int]]) -> None:
    stage = on_air(BATCHED)
    stage.does("link.up")
    for kind, qty, ago in steps:
        stage.wait(2_000)
        if kind == "shop":
            shop_says(stage, qty, ago=ago)
        elif kind == "count":
            stage.does("stock.count", qty=str(qty))
            assert stage.left("P1") == qty
        elif kind == "sold":
            was = stage.stock("P1")
            stage.does("stock.sold", qty=str(qty))
            now, more = stage.stock("P1"), qty - (was.sold or 0)
            assert now.total == was.total
            assert (now.cap is None) == (was.cap is None)
            assert (was.cap or 0) - max(0, more) <= (now.cap or 0) <= (was.cap or 0)
            assert (now.sellable or 0) <= (was.sellable or 0) or more < 0
        elif qty:
            before = stage.left("P1") or 0
            stage.does("stock.adjust", by=str(qty))
            assert stage.left("P1") == before + qty
        ledger = stage.stock("P1")
        assert _adds_up(ledger)
        assert (ledger.sellable or 0) <= (ledger.own or 0)
        assert ledger.pool == 200


def _adds_up(ledger: Ledger) -> bool:
    assert ledger.released is not None
    return ledger.total == ledger.buffer + ledger.pool + ledger.released
