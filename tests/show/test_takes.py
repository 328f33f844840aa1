"""On air and next: take, back, misfires, the guard (DESIGN §4 rules 5, 6, 10)."""

from __future__ import annotations

from hostconsole.show.clocks import aired_ms, airing_ms, schedule
from hostconsole.show.rules import Rules
from tests.show.stage import four, on_air, on_stage, product


def test_take_puts_next_on_air_and_points_to_the_item_after() -> None:
    stage = on_stage()
    assert (stage.on_air, stage.next) == (None, "P1")
    stage.does("show.take")
    assert (stage.on_air, stage.next) == ("P1", "P2")
    assert stage.kinds()[-2:] == ["item.taken", "next.set"]


def test_a_take_is_one_act_of_the_one_who_did_it() -> None:
    stage = on_stage()
    outcome = stage.does("show.take", who="乙")
    assert {(entry.actor, entry.act) for entry in outcome.entries} == {("乙", outcome.seq)}


def test_take_after_take_within_600_ms_is_refused_with_the_reason() -> None:
    stage = on_stage()
    stage.does("show.take")
    stage.wait(599)
    refused = stage.refuses("show.take", code="too_soon")
    assert refused.reason == "The last take was 599 ms ago; takes are 600 ms apart at least."
    stage.refuses("show.take_item", item="P4", code="too_soon")
    stage.wait(1)
    stage.does("show.take")


def test_the_guard_is_a_setting() -> None:
    stage = on_stage(rules=Rules(guard_ms=0))
    stage.does("show.take")
    stage.does("show.take")
    assert stage.on_air == "P2"


def test_back_and_undo_are_never_refused_by_the_guard() -> None:
    for command in ("show.back", "undo"):
        stage = on_air()
        stage.does("show.take")
        stage.wait(1)
        stage.does(command)
        assert stage.on_air == "P1"


def test_the_item_on_air_cannot_be_taken_again() -> None:
    on_air().refuses("show.take_item", item="P1", code="already_on_air")


def test_next_stays_after_an_out_of_order_take() -> None:
    stage = on_air()
    stage.takes("P4")
    assert (stage.on_air, stage.next) == ("P4", "P2")


def test_next_goes_on_when_it_was_the_item_taken() -> None:
    stage = on_air()
    stage.takes("P2")
    assert stage.next == "P3"


def test_after_the_last_item_next_is_the_first_that_still_waits() -> None:
    stage = on_air()
    stage.does("next.set", item="P4")
    stage.takes("P4")
    assert stage.next == "P2"


def test_next_offers_a_skipped_item_only_when_nothing_else_waits_and_it_stays_marked() -> None:
    stage = on_stage(*four()[:3])
    stage.does("item.skip", item="P2")
    stage.does("show.take")
    assert stage.next == "P3"
    stage.wait(700)
    stage.does("show.take")
    assert stage.next == "P2"
    assert stage.row("P2").skipped
    stage.wait(700)
    stage.does("show.take")
    assert not stage.row("P2").skipped
    assert stage.next is None


def test_with_nothing_next_a_take_is_refused() -> None:
    stage = on_air(product("P1"))
    assert stage.next is None
    stage.refuses("show.take", code="nothing_next")
    stage.refuses("next.down", code="nothing_next")


def test_next_moves_up_and_down_past_skipped_items_and_the_one_on_air() -> None:
    stage = on_air()
    stage.does("item.skip", item="P3")
    stage.does("next.down")
    assert stage.next == "P4"
    assert stage.does("next.down").entries == ()
    stage.does("next.up")
    assert stage.next == "P2"
    stage.does("next.up")
    assert stage.next == "P2"


def test_next_set_by_link_number_prefers_the_airing_that_still_waits() -> None:
    stage = on_air(product("P1", link_no="7"), product("P2"))
    stage.takes("P2")
    stage.does("item.encore", item="P1")
    again = next(key for key in stage.state.order if stage.row(key).item.kind == "encore")
    stage.does("next.set", link="7")
    assert stage.next == again
    stage.does("next.set", link=" ７ ")
    assert stage.next == again
    stage.refuses("next.set", link="99", code="unknown_item")
    stage.refuses("next.set", link="", code="unknown_item")
    stage.refuses("next.set", item="P9", code="unknown_item")


def test_link_numbers_are_found_as_they_are_said_on_air_first() -> None:
    stage = on_air(product("P1", link_no="３"), product("P2", link_no="3"))
    stage.does("price.set", link="3", price="80")
    assert stage.row("P1").price == 8000
    assert stage.row("P2").price == 8900


def test_next_cannot_be_the_item_on_air() -> None:
    on_air().refuses("next.set", item="P1", code="already_on_air")


# -- taking it back ---------------------------------------------------------------------------------


def test_back_within_10_s_makes_a_misfire_and_the_former_airing_goes_on() -> None:
    stage = on_air()
    since = stage.state.on_air.since_ms
    stage.does("show.take")
    stage.wait(10_000)
    stage.does("show.back")
    assert (stage.on_air, stage.next) == ("P1", "P2")
    assert stage.state.on_air.since_ms == since
    assert airing_ms(stage.state, stage.now) == 30_000
    assert "item.misfired" in stage.kinds()
    assert [(a.item.id, a.misfire) for a in stage.state.airings] == [("P2", True)]


def test_a_misfire_is_no_airing_and_no_time_on_air() -> None:
    stage = on_air()
    stage.does("show.take")
    stage.wait(3_000)
    stage.does("show.back")
    assert stage.row("P2").airings == 0
    assert aired_ms(stage.state, "P2", stage.now) == 0
    assert aired_ms(stage.state, "P1", stage.now) == 23_000
    stage.wait(1_000)
    stage.takes("P2")
    assert stage.state.on_air.n == 1


def test_the_words_go_on_where_they_were_left_by_a_misfire_paused() -> None:
    stage = on_stage(product("P1", script="一二三四五六七八九十" * 20), product("P2"))
    stage.does("show.take")
    stage.does("prompter.faster")
    stage.does("prompter.toggle")
    stage.wait(12_000)
    stage.does("show.take")
    stage.does("show.back")
    assert stage.state.prompter.item == "P1"
    assert stage.state.prompter.at == 52.0
    assert stage.state.prompter.pace == 260
    assert not stage.state.prompter.running


def test_later_the_item_before_is_aired_anew() -> None:
    stage = on_air()
    stage.does("show.take")
    stage.wait(10_001)
    stage.does("show.back")
    assert (stage.on_air, stage.next) == ("P1", "P2")
    assert stage.state.on_air.n == 2
    assert airing_ms(stage.state, stage.now) == 0
    assert [(a.item.id, a.misfire) for a in stage.state.airings] == [("P1", False), ("P2", False)]
    assert stage.row("P2").aired_ms == 10_001


def test_two_misfires_in_a_row_lead_back_to_the_first_item() -> None:
    stage = on_air()
    stage.takes("P2")
    stage.takes("P3")
    stage.does("show.back")
    assert (stage.on_air, stage.next) == ("P2", "P3")
    stage.does("show.back")
    assert (stage.on_air, stage.next) == ("P1", "P2")
    assert airing_ms(stage.state, stage.now) == 20_000 + 700 + 700


def test_the_first_take_taken_back_leaves_nothing_on_air() -> None:
    stage = on_stage()
    stage.does("prompter.faster")
    stage.does("show.take")
    stage.does("show.back")
    assert (stage.on_air, stage.next) == (None, "P1")
    assert stage.state.prompter.pace == 260
    stage.refuses("show.back", code="nothing_on_air")


def test_there_is_nothing_to_go_back_to_long_after_the_first_take() -> None:
    on_air().refuses("show.back", code="nothing_before")


def test_key_points_said_are_kept_over_a_misfire_and_new_for_a_new_airing() -> None:
    stage = on_air(product("P1", key_points=("a", "b")), product("P2"))
    stage.does("point.tick", n="2")
    stage.does("show.take")
    stage.does("show.back")
    assert stage.row("P1").said == (2,)
    stage.takes("P2")
    stage.takes("P1")
    assert stage.row("P1").said == ()


def test_lateness_is_time_run_and_left_less_the_plan() -> None:
    stage = on_stage()

    def late_ms() -> int | None:
        found = schedule(stage.state, stage.now)
        return found.late_ms if found is not None else None

    assert late_ms() is None
    stage.does("show.take")
    stage.wait(60_000)
    assert late_ms() == 0
    stage.wait(30_000)
    assert late_ms() == 30_000
    stage.does("item.skip", item="P4")
    assert late_ms() == -30_000


# -- the safe picture -------------------------------------------------------------------------------


def test_under_the_safe_picture_the_clock_of_the_item_stands_still() -> None:
    stage = on_air(rules=Rules(safe_scene="救场"))
    stage.does("obs.safe_scene")
    stage.wait(15_000)
    assert airing_ms(stage.state, stage.now) == 20_000
    stage.does("obs.safe_scene")
    stage.wait(1_000)
    assert airing_ms(stage.state, stage.now) == 21_000
    assert stage.state.obs.safe is None


def test_a_take_ends_the_safe_picture_and_the_time_under_it_is_kept_out() -> None:
    stage = on_air(rules=Rules(safe_scene="救场"))
    stage.does("obs.safe_scene")
    stage.wait(15_000)
    stage.does("show.take")
    assert stage.state.obs.safe is None
    assert stage.row("P1").aired_ms == 20_000
    assert stage.kinds()[-3:] == ["safe.left", "item.taken", "next.set"]


def test_a_misfire_under_the_safe_picture_keeps_the_former_clock_true() -> None:
    stage = on_air(rules=Rules(safe_scene="救场"))
    stage.does("show.take")
    stage.wait(1_000)
    stage.does("obs.safe_scene")
    stage.wait(4_000)
    stage.does("show.back")
    assert airing_ms(stage.state, stage.now) == 21_000


def test_the_safe_picture_is_the_setting_else_a_scene_that_says_so() -> None:
    on_stage().refuses("obs.safe_scene", code="no_safe_scene")
