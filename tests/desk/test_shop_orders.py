"""Sold by hand and sold by the shop's orders: nothing is counted twice, whoever says it first."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hostconsole.desk.shop_orders import ShopOrders
from hostconsole.feeds.orders import OrderLine
from hostconsole.report.facts import night
from tests.show.stage import Stage, on_air, product
from tests.show.test_counting import shop_says
from tests.show.test_properties import STEADY

SKU = "SKU-P1"


class Till:
    """A shop whose orders are asked for now and then. `feed` is its name, `whole` that it writes whole
    seconds."""

    def __init__(self, stage: Stage, *, feed: str = "shop", whole: bool = False) -> None:
        self.stage, self.feed, self.whole = stage, feed, whole
        self.book = ShopOrders()
        self.orders: dict[str, OrderLine] = {}
        self.heard: set[str] = set()
        self._ids = 0

    def sells(self, qty: int = 1, *, paid: bool = True, ago_ms: int = 0) -> str:
        self._ids += 1
        at = self.stage.clock.utc - timedelta(milliseconds=ago_ms)
        key = f"T{self._ids}"
        self.orders[key] = OrderLine(
            id=key, at=self._stamp(at), state="", sku=SKU, qty=qty, paid=paid
        )  # fmt: skip
        return key

    def changes(self, key: str, *, paid: bool) -> None:
        was = self.orders[key]
        self.orders[key] = OrderLine(id=key, at=was.at, state="", sku=SKU, qty=was.qty, paid=paid)

    def answers(self, *, asked_ago_ms: int = 0) -> None:
        """The console hears all orders."""
        now = self.stage.clock.now()
        self.heard |= self.orders.keys()
        self.book.tell(
            self.feed,
            tuple(self.orders.values()),
            now_ms=now.monotonic_ms,
            at=now.at,
            asked_ms=now.monotonic_ms - asked_ago_ms,
        )
        events = self.book.news(self.stage.state, fed={SKU: self.feed})
        if events:
            self.stage.told(*events, actor=f"feed:{self.feed}")

    def _stamp(self, at: datetime) -> str:
        text = at.isoformat(timespec="seconds" if self.whole else "milliseconds")
        return text.replace("+00:00", ".000Z" if self.whole else "Z")


def selling(**words: object) -> tuple[Stage, Till]:
    """P1 is on air with its link up; the shop has been asked once, and nothing was sold yet."""
    stage = on_air(product("P1", stock=200, **words), product("P2"), kind="live")
    stage.does("link.up")
    stage.wait(10_000)
    till = Till(stage)
    till.answers()
    return stage, till


def sold(stage: Stage) -> int | None:
    return stage.stock("P1").sold


def by_airing(stage: Stage) -> list[int | None]:
    return [airing.sold for airing in night(stage.session_log()).airings]


def rate(stage: Stage) -> int:
    return sum(units for _ms, units in stage.state.sales[SKU].recent)


def test_a_refund_typed_by_hand_and_seen_in_the_orders_later_is_one_refund() -> None:
    stage, till = selling()
    orders = [till.sells(10), till.sells(1)]
    till.answers()
    assert sold(stage) == 11
    stage.wait(60_000)
    stage.does("stock.sold", qty="10")
    for _ in range(3):
        stage.wait(5_000)
        till.answers()
    assert sold(stage) == 10
    till.changes(orders[1], paid=False)
    stage.wait(5_000)
    till.answers()
    assert (sold(stage), rate(stage), by_airing(stage)) == (10, 10, [10])
    stage.wait(5_000)
    till.changes(orders[0], paid=False)
    till.answers()
    assert sold(stage) == 0


def test_a_refund_of_what_was_oversold_and_seen_in_the_orders_later_is_one_refund() -> None:
    stage = on_air(product("P1", stock=10), product("P2", stock=50), kind="live")
    stage.does("link.up")
    stage.wait(10_000)
    till = Till(stage)
    till.answers()
    stage.does("stock.count", qty="10")
    last = [till.sells() for _ in range(13)][-3:]
    stage.wait(1_000)
    till.answers()
    stage.does("stock.adjust", by="-13")
    assert (sold(stage), stage.stock("P1").beyond) == (13, 3)
    stage.does("oversold.settle", how="refund")
    assert sold(stage) == 10
    for key in last:
        stage.wait(5_000)
        till.changes(key, paid=False)
        till.answers()
    assert (sold(stage), by_airing(stage)) == (10, [10])


def test_a_refund_seen_in_the_orders_first_and_typed_then_is_one_refund() -> None:
    stage, till = selling()
    order = till.sells(11)
    till.answers()
    stage.wait(5_000)
    till.changes(order, paid=False)
    till.sells(10)
    till.answers()
    assert sold(stage) == 10
    stage.does("stock.sold", qty="10")
    stage.wait(5_000)
    till.answers()
    assert sold(stage) == 10


def test_what_was_sold_before_a_typed_number_is_in_it_however_late_the_shop_is_heard() -> None:
    stage, till = selling()
    till.sells(12)
    stage.wait(2_000)
    stage.does("stock.sold", qty="12")
    stage.wait(2_000)
    till.sells(3)
    till.answers()
    assert (sold(stage), rate(stage), by_airing(stage)) == (15, 15, [15])
    stage.wait(5_000)
    till.sells(1)
    till.answers()
    assert sold(stage) == 16


def test_an_answer_that_was_asked_for_before_the_number_was_typed_decides_nothing() -> None:
    stage, till = selling()
    till.sells(4)
    stage.wait(2_000)
    stage.does("stock.sold", qty="6")
    till.answers(asked_ago_ms=500)
    till.sells(2, ago_ms=1_000)
    stage.wait(5_000)
    till.answers()
    assert sold(stage) == 6


def test_an_order_that_is_paid_after_the_number_was_typed_is_sold_then() -> None:
    stage, till = selling()
    waiting = till.sells(2, paid=False)
    stage.wait(1_000)
    stage.does("stock.sold", qty="5")
    stage.wait(1_000)
    till.answers()
    assert sold(stage) == 5
    till.changes(waiting, paid=True)
    stage.wait(5_000)
    till.answers()
    assert sold(stage) == 7


def test_a_shop_that_writes_whole_seconds_may_mean_their_end() -> None:
    stage, _ = selling()
    till = Till(stage, whole=True)
    stage.wait(200 - stage.clock.utc.microsecond // 1000 + 1_000)
    stage.does("stock.sold", qty="5")
    stage.wait(300)
    till.sells(1)
    stage.wait(1_000)
    till.answers()
    assert sold(stage) == 6


def test_a_batch_seen_to_be_gone_is_not_sold_again_by_its_orders() -> None:
    stage, till = selling(release=((30, "open"), (170, "manual")))
    till.sells(10)
    stage.wait(1_000)
    till.answers()
    assert stage.left("P1") == 20
    till.sells(15)
    stage.wait(500)
    stage.does("batch.gone")
    stage.wait(500)
    till.sells(5)  # the last buyers pay while the key is pressed
    stage.wait(4_000)
    till.answers()
    assert (sold(stage), stage.left("P1"), by_airing(stage)) == (30, 0, [30])
    stage.does("stock.release", qty="30")
    stage.wait(1_000)
    till.sells(4)
    stage.wait(4_000)
    till.answers()
    assert (sold(stage), stage.left("P1")) == (34, 26)


def test_a_gone_batch_that_had_not_sold_out_does_not_swallow_the_orders_of_the_next() -> None:
    stage, till = selling(release=((30, "open"), (170, "manual")))
    stage.does("batch.gone")
    stage.wait(1_000)
    stage.does("stock.release", qty="30")
    stage.wait(1_000)
    till.sells(4)
    stage.wait(1_000)
    till.answers()
    assert (sold(stage), stage.left("P1")) == (34, 26)


def test_with_a_plan_the_orders_take_from_the_batch_whether_or_not_the_stock_fell_first() -> None:
    for stock_first in (True, False):
        stage, till = selling(release=((60, "open"), (140, "manual")))
        shop_says(stage, 900, orders=True)
        for n in range(1, 6):
            stage.wait(2_000)
            till.sells(10)
            stage.wait(1_000)
            if stock_first:
                shop_says(stage, 900 - 10 * n, orders=True)
            till.answers()
            if not stock_first:
                shop_says(stage, 900 - 10 * n, orders=True)
            assert (sold(stage), stage.left("P1"), stage.stock("P1").total) == (10 * n, 60 - 10 * n, 200)


def test_with_a_plan_orders_made_after_a_count_by_hand_are_taken_from_it_and_those_before_are_in_it() -> None:
    stage, till = selling(release=((60, "open"), (140, "manual")))
    shop_says(stage, 900, orders=True)
    till.sells(2)
    stage.wait(1_000)
    stage.does("stock.count", qty="58")
    stage.wait(2_000)
    till.sells(10)
    stage.wait(1_000)
    shop_says(stage, 888, orders=True)
    till.answers()
    assert (sold(stage), stage.left("P1")) == (12, 48)


def test_a_shop_whose_orders_are_read_from_now_on_is_in_what_was_typed_before() -> None:
    stage = on_air(product("P1", stock=200), kind="live")
    stage.does("link.up")
    till = Till(stage)
    till.sells(50)
    stage.wait(60_000)
    stage.does("stock.sold", qty="52")  # two were sold elsewhere
    stage.wait(60_000)
    till.sells(3)
    till.answers()
    assert sold(stage) == 55


def test_taking_the_refund_back_counts_it_again_and_its_order_is_believed() -> None:
    stage, till = selling()
    orders = [till.sells(10), till.sells(1)]
    till.answers()
    stage.wait(60_000)
    stage.does("stock.sold", qty="10")
    stage.does("undo")
    assert sold(stage) == 11
    till.changes(orders[1], paid=False)
    stage.wait(5_000)
    till.answers()
    assert sold(stage) == 10
    assert stage.replayed() == stage.state


def test_a_slip_of_the_finger_that_was_put_right_leaves_nothing_behind() -> None:
    stage, till = selling()
    orders = [till.sells(50), till.sells(2)]
    till.answers()
    stage.wait(5_000)
    stage.does("stock.sold", qty="520")
    stage.wait(5_000)
    till.answers()
    stage.does("stock.sold", qty="52")
    stage.wait(5_000)
    till.answers()
    till.changes(orders[1], paid=False)
    stage.wait(5_000)
    till.answers()
    assert sold(stage) == 50


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sells"), st.integers(1, 5)),
        st.tuples(st.just("refund"), st.integers(0, 9)),
        st.tuples(st.just("typed"), st.just(0)),
        st.tuples(st.just("answers"), st.just(0)),
        st.tuples(st.just("again"), st.just(0)),
    ),
    max_size=25,
)


@STEADY
@given(STEPS)
def test_a_person_who_reads_the_shops_own_page_changes_nothing(steps: list[tuple[str, int]]) -> None:
    """Whenever what was sold is typed as the shop's page says it, and whenever the shop is heard: once it has
    been heard after that, "sold" is what the shop says."""
    stage, till = selling()
    for what, number in steps:
        stage.wait(1_500)
        paid = [line for line in till.orders.values() if line.paid]
        heard = [line for line in paid if line.id in till.heard]
        if what == "sells":
            till.sells(number)
        elif what == "refund" and heard:
            till.changes(heard[number % len(heard)].id, paid=False)
        elif what == "typed":
            stage.does("stock.sold", qty=str(sum(line.qty for line in paid)))
        elif what == "answers":
            till.answers()
        elif what == "again":  # the console was started anew
            till.answers()
            stage, book = stage.resumed(), ShopOrders()
            till.stage, till.book = stage, book
    stage.wait(1_500)
    till.answers()
    assert (sold(stage) or 0) == sum(line.qty for line in till.orders.values() if line.paid)
    assert stage.stock("P1").ordered == (sold(stage) or 0)
