"""Links are ticked by hand; countdowns; the sale clock."""

from __future__ import annotations

from hostconsole.show.clocks import countdown_left_ms, sale_ms
from hostconsole.show.events import CountdownEnded
from tests.show.stage import on_air, on_stage, product, segment


def test_link_up_starts_the_sale_clock_in_the_name_of_who_said_so() -> None:
    stage = on_air()
    stage.does("link.up", who="乙")
    stage.wait(160_000)
    link = stage.row("P1").link
    assert (link.status, link.by) == ("up", "乙")
    assert sale_ms(stage.state, "P1", stage.now) == 160_000


def test_a_link_is_up_or_down_only_once() -> None:
    stage = on_air()
    stage.refuses("link.down", code="link_already")
    stage.does("link.up")
    stage.refuses("link.up", code="link_already")
    stage.does("link.down")
    assert sale_ms(stage.state, "P1", stage.now) is None
    stage.refuses("link.down", code="link_already")


def test_a_link_of_another_item_can_be_named() -> None:
    stage = on_air()
    stage.does("link.up", link="3")
    assert stage.row("P3").link.status == "up"


def test_a_segment_has_no_link() -> None:
    on_air(segment("S1")).refuses("link.up", code="no_product")


def test_an_item_with_a_countdown_counts_down_first() -> None:
    stage = on_air(product("P1", countdown_s=3))
    stage.does("link.up")
    assert stage.row("P1").link.status == "countdown"
    assert countdown_left_ms(stage.state, stage.now) == 3_000
    stage.wait(2_000)
    assert countdown_left_ms(stage.state, stage.now) == 1_000
    stage.refuses("link.up", code="link_already")
    stage.wait(5_000)
    assert countdown_left_ms(stage.state, stage.now) == 0
    stage.does("link.up", now="yes")
    assert (stage.row("P1").link.status, stage.state.countdown) == ("up", None)


def test_now_skips_the_countdown() -> None:
    stage = on_air(product("P1", countdown_s=3))
    stage.does("link.up", now="yes")
    assert stage.row("P1").link.status == "up"


def test_link_down_stops_a_countdown() -> None:
    stage = on_air(product("P1", countdown_s=3))
    stage.does("link.up")
    stage.does("link.down")
    assert (stage.row("P1").link.status, stage.state.countdown) == ("none", None)


def test_a_stopped_countdown_leaves_the_link_as_it_was() -> None:
    for command in ("countdown.cancel", "link.down", "undo", "show.take"):
        stage = on_air(product("P1", countdown_s=3), product("P2"))
        stage.does("link.up", now="yes")
        stage.does("link.down")
        before = stage.row("P1").link
        stage.does("link.up")
        stage.does(command)
        assert stage.row("P1").link == before


def test_a_take_stops_the_countdown_of_the_item_left() -> None:
    stage = on_air(product("P1", countdown_s=3), product("P2"))
    stage.does("link.up")
    stage.does("show.take")
    assert (stage.row("P1").link.status, stage.state.countdown) == ("none", None)
    assert stage.kinds()[-3:] == ["countdown.cancelled", "item.taken", "next.set"]


def test_the_end_of_the_show_stops_a_countdown() -> None:
    stage = on_air(product("P1", countdown_s=3))
    stage.does("link.up")
    stage.does("show.end", sure="yes")
    assert (stage.row("P1").link.status, stage.state.countdown) == ("none", None)


def test_a_free_countdown_opens_nothing() -> None:
    stage = on_air()
    stage.does("countdown.start")
    assert countdown_left_ms(stage.state, stage.now) == 10_000
    stage.told(CountdownEnded(), actor="console")
    assert (stage.state.countdown, stage.row("P1").link.status) == (None, "none")
    stage.refuses("countdown.cancel", code="no_countdown")
    stage.refuses("countdown.start", seconds="3601", code="bad_value")


def test_a_countdown_that_replaces_another_says_so() -> None:
    stage = on_air(product("P1", countdown_s=3), product("P2", countdown_s=5))
    stage.does("link.up")
    stage.does("link.up", item="P2")
    assert stage.kinds()[-2:] == ["countdown.cancelled", "countdown.started"]
    assert (stage.row("P1").link.status, stage.row("P2").link.status) == ("none", "countdown")
    stage.does("countdown.start", seconds="5")
    assert stage.row("P2").link.status == "none"


def test_undo_after_a_countdown_takes_the_link_back_to_before_it() -> None:
    stage = on_air(product("P1", countdown_s=3, release=((40, "open"),)))
    stage.does("link.up")
    stage.wait(3_000)
    stage.does("link.up", now="yes")
    stage.does("undo")
    assert stage.row("P1").link.status == "none"
    assert stage.left("P1") == 0
    stage.does("link.up", now="yes")
    assert stage.left("P1") == 40


def test_the_link_needs_a_show_that_runs() -> None:
    on_stage(kind="preparation").refuses("link.up", item="P1", code="not_on_air")
