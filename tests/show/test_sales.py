"""How fast it sells, in this airing and in the last minute; and the alert that it is soon gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hostconsole.show.ledger import Ledger
from hostconsole.show.order_news import OrderChange, told_by_orders
from hostconsole.show.sales import Sales, a_minute, booked, curve, empty_in_s, longest_gap_ms
from tests.show.stage import Stage, four, on_air, product
from tests.show.test_properties import STEADY


def sales(stage: Stage) -> Sales:
    return stage.state.sales["SKU-P1"]


def test_units_of_the_last_minute_make_the_rate_and_old_ones_leave_it() -> None:
    stage = on_air(*four())
    stage.does("stock.sold", qty="8")
    stage.wait(30_000)
    stage.does("stock.sold", qty="20")
    assert a_minute(sales(stage), stage.now) == 20
    stage.wait(30_000)
    assert a_minute(sales(stage), stage.now) == 12
    stage.wait(30_000)
    assert a_minute(sales(stage), stage.now) == 0


def test_a_correction_of_what_was_sold_is_taken_off_again() -> None:
    stage = on_air(*four())
    stage.does("stock.sold", qty="28")
    stage.does("stock.sold", qty="8")
    assert (a_minute(sales(stage), stage.now), sales(stage).sold) == (8, 8)
    stage.does("undo")
    assert sales(stage).sold == 28


def test_sold_and_the_longest_gap_are_of_the_running_airing() -> None:
    stage = on_air(*four())
    stage.does("stock.sold", qty="5")
    stage.wait(40_000)
    stage.does("stock.sold", qty="6")
    stage.wait(10_000)
    stage.does("stock.sold", qty="9")
    assert (sales(stage).sold, sales(stage).longest_gap_ms) == (9, 40_000)
    stage.takes("P2")
    stage.does("stock.sold", sku="SKU-P1", qty="11")
    assert sales(stage).sold == 9
    stage.takes("P1")
    stage.wait(2_000)
    stage.does("stock.sold", qty="12")
    assert (sales(stage).sold, sales(stage).longest_gap_ms) == (1, 2_000)
    assert stage.replayed() == stage.state


def test_a_large_batch_that_is_soon_gone_is_told_but_not_of_a_flash_item() -> None:
    for role, told in (("main", True), ("welfare", False)):
        stage = on_air(product("P1", stock=200, role=role, release=((100, "open"), (100, "manual"))))
        stage.does("link.up")
        stage.does("stock.sold", qty="4")
        assert "running_out" not in stage.alerts()
        stage.does("stock.sold", qty="60")
        assert ("running_out" in stage.alerts()) is told
    assert "running_out" not in stage.alerts()


def test_it_says_in_how_many_seconds() -> None:
    stage = on_air(product("P1", stock=100))
    stage.does("link.up")
    stage.does("stock.sold", qty="60")
    assert stage.alerts()["running_out"].text == "Gone in about 40 s."


@STEADY
@given(st.lists(st.tuples(st.integers(1, 90_000), st.integers(-9, 99)), max_size=300))
def test_the_rate_is_exact_and_what_is_kept_is_bounded(steps: list[tuple[int, int]]) -> None:
    now, kept, made = 0, Sales(), []
    for pause, units in steps:
        now += pause
        kept = booked(kept, units, now_ms=now, airing=None, since_ms=0)
        made.append((now, units))
        assert len(kept.recent) <= 300
    if len([ms for ms, _units in made if ms > now - 300_000]) < 300:
        assert a_minute(kept, now) == max(0, sum(units for ms, units in made if ms > now - 60_000))
    assert empty_in_s(Sales(), 10, now) is None


def test_the_curve_has_a_bar_for_each_span_with_the_newest_last() -> None:
    kept = Sales()
    for at, units in ((1_000, 4), (9_000, 1), (10_500, 2), (29_000, 3), (29_500, -1)):
        kept = booked(kept, units, now_ms=at, airing=None, since_ms=0)
    assert curve(kept, 30_000, bars=3, bar_ms=10_000) == (5, 2, 2)
    assert curve(Sales(), 30_000, bars=3, bar_ms=10_000) == (0, 0, 0)


def test_the_longest_gap_holds_the_running_one() -> None:
    kept = booked(Sales(), 1, now_ms=10_000, airing=7, since_ms=4_000)
    assert longest_gap_ms(kept, 7, since_ms=4_000, now_ms=12_000) == 6_000
    assert longest_gap_ms(kept, 7, since_ms=4_000, now_ms=30_000) == 20_000
    assert longest_gap_ms(kept, 8, since_ms=20_000, now_ms=30_000) == 10_000


def test_an_order_told_late_counts_at_its_own_time() -> None:
    kept = booked(Sales(), 1, now_ms=70_000, airing=7, since_ms=0)
    kept = booked(kept, 5, now_ms=8_000, airing=7, since_ms=0)
    assert (a_minute(kept, 71_000), kept.sold, kept.last_ms) == (1, 6, 70_000)


def test_orders_that_were_made_before_a_count_are_in_that_count() -> None:
    ledger = Ledger(sku="K", total=200, pool=100, batches=2, batch=1, truth_ms=5_000, own_ms=5_000)
    counted, times = told_by_orders(ledger, 3, [OrderChange(ms=4_000, until_ms=4_000, units=3)], now_ms=6_000)
    assert (counted.sold, counted.sellable, times) == (3, 100, ((4_000, 3),))
    later, _ = told_by_orders(counted, 15, [OrderChange(ms=6_000, until_ms=6_000, units=12)], now_ms=7_000)
    assert (later.sold, later.sellable) == (15, 88)
