"""Resume (DESIGN §4 rules 2 and 11), rehearsal → live (rule 12), the session's own clock (§5.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hostconsole.show.clocks import airing_ms, recording_ms, sale_ms
from hostconsole.show.events import (
    HostScreenChanged,
    MarkerAdded,
    MicChanged,
    ObsReady,
    OutputsChanged,
    TroubleMet,
)
from hostconsole.show.rules import Rules
from tests.show.stage import Stage, on_air, on_stage, plan_of, product, segment


def outputs(**on: bool) -> OutputsChanged:
    off = dict.fromkeys(("streaming", "recording", "paused", "virtual_camera"), False)
    return OutputsChanged(**{**off, **on})


# -- resume -----------------------------------------------------------------------------------------


def busy() -> Stage:
    stage = on_air(product("P1", script="好" * 500, countdown_s=3, release=((40, "open"),)), product("P2"))
    stage.does("link.up", now="yes")
    stage.does("price.set", price="80")
    stage.does("cue.send", preset="10")
    stage.does("prompter.toggle")
    stage.wait(15_000)
    stage.does("marker.add", label="这里")
    return stage


def test_a_restart_on_the_same_boot_goes_on_by_the_monotonic_clock() -> None:
    stage = busy()
    stage.wait(60_000)
    again = stage.resumed()
    event = again.last().event
    assert (event.how, event.gap_ms) == ("monotonic", 60_000)
    assert again.now == stage.now
    assert airing_ms(again.state, again.now) == 95_000
    assert sale_ms(again.state, "P1", again.now) == 75_000


def test_a_restart_after_a_reboot_goes_on_by_utc() -> None:
    stage = busy()
    before = stage.now
    stage.clock.utc += timedelta(seconds=90)
    stage.clock.monotonic_ms, stage.clock.boot = 12_000, "boot-2"
    again = stage.resumed()
    assert (again.last().event.how, again.last().event.gap_ms) == ("utc", 90_000)
    assert again.now == before + 90_000
    again.wait(5_000)
    assert again.now == before + 95_000


@pytest.mark.parametrize("boot", ["boot-1", "boot-2"])
def test_the_system_clock_set_back_an_hour_never_runs_the_show_back(boot: str) -> None:
    stage = busy()
    before = stage.now
    stage.clock.utc -= timedelta(hours=1)
    stage.clock.boot = boot
    again = stage.resumed()
    assert again.last().event.gap_ms == 0
    assert again.now == before
    again.wait(1_000)
    again.does("show.take")
    assert again.last().mono_ms == before + 1_000


def test_a_clock_set_back_while_running_changes_nothing() -> None:
    stage = on_air()
    stage.clock.utc -= timedelta(hours=1)
    stage.wait(1_000)
    stage.does("show.take")
    assert stage.last().mono_ms == 21_000
    assert stage.last().at.startswith("2026-11-23T19:00:2")


def test_after_a_restart_the_prompter_waits_at_its_last_place_and_obs_is_to_be_read_anew() -> None:
    stage = busy()
    again = stage.resumed()
    assert not again.state.prompter.running
    assert again.state.prompter.at == stage.state.prompter.at
    assert (again.state.obs.link, again.state.obs.asked) == ("off", None)


def test_a_restart_twice_keeps_the_clock() -> None:
    stage = busy()
    stage.wait(1_000)
    once = stage.resumed()
    once.wait(1_000)
    twice = once.resumed()
    assert twice.now == stage.now
    assert twice.replayed() == twice.state


def test_a_countdown_that_ended_meanwhile_has_opened_nothing() -> None:
    stage = on_air(product("P1", countdown_s=3))
    stage.does("link.up")
    stage.wait(10_000)
    again = stage.resumed()
    assert (again.state.countdown, again.row("P1").link.status) == (None, "none")
    again.does("link.up")


def test_the_log_alone_makes_the_same_state_in_every_session() -> None:
    stage = busy()
    stage.told(
        HostScreenChanged(shown=True), TroubleMet(code="keys", text="Pause is taken."), MicChanged(muted=True)
    )
    stage.told(
        ObsReady(version="29", scene="A", scenes=("A", "B"), inputs=("hc:price",), transition_ms=300),
        outputs(recording=True, streaming=True),
    )
    stage.does("prompter.faster")
    assert stage.replayed() == stage.state
    stage.does("show.go_live")
    assert stage.state.obs.scenes == ("A", "B")
    assert stage.state.host_shown
    assert stage.state.prompter.pace == 260
    assert stage.replayed() == stage.state


def test_the_recordings_time_and_the_streams_go_on_into_the_next_session() -> None:
    stage = on_air()
    stage.told(outputs(recording=True, streaming=True))
    stage.wait(30_000)
    stage.does("show.go_live")
    stage.wait(5_000)
    assert recording_ms(stage.state, stage.now) == 35_000
    assert stage.now - stage.state.obs.stream_since_ms == 35_000
    stage.does("marker.add", label="x")
    assert stage.last().event == MarkerAdded(label="x", item=None, rec_s=35.0)


def test_a_paused_recording_stands_still() -> None:
    stage = on_air()
    stage.told(outputs(recording=True))
    stage.wait(10_000)
    stage.told(outputs(recording=True, paused=True))
    stage.wait(10_000)
    assert recording_ms(stage.state, stage.now) == 10_000
    stage.told(outputs(recording=True))
    stage.wait(1_000)
    assert recording_ms(stage.state, stage.now) == 11_000
    stage.told(outputs())
    assert recording_ms(stage.state, stage.now) is None


# -- sessions ---------------------------------------------------------------------------------------


def test_opening_a_show_makes_a_preparation_that_holds_the_whole_plan() -> None:
    stage = on_stage(kind="preparation")
    assert (stage.state.mode, stage.state.kind, stage.next) == ("ready", "preparation", "P1")
    assert len(stage.log[0].event.plan.items) == 4


def test_each_session_names_the_one_before_and_counts_from_1() -> None:
    stage = on_stage()
    stage.does("show.go_live")
    assert [(e.session, e.seq, e.event.kind) for e in stage.log] == [
        ("s1", 1, "session.started"), ("s1", 2, "session.ended"), ("s2", 1, "session.started"),
        ("s2", 2, "session.ended"), ("s3", 1, "session.started"),
    ]  # fmt: skip
    assert stage.state.after == "s2"
    assert stage.now == 0


def test_outcome_names_the_first_event_of_the_session_it_left_running() -> None:
    stage = on_stage(kind="preparation")
    outcome = stage.does("show.go_live")
    assert (outcome.seq, outcome.session) == (1, stage.state.session)


def test_a_live_show_is_not_started_over() -> None:
    stage = on_stage(kind="live")
    stage.refuses("show.start_rehearsal", code="already_running")
    stage.refuses("show.go_live", code="already_running")
    on_stage().refuses("show.start_rehearsal", code="already_running")


def test_rehearsal_to_live_keeps_words_order_and_prices() -> None:
    stage = on_air()
    stage.does("item.edit", item="P2", field="script", value="新话术")
    stage.does("item.move", item="P4", before="P1")
    stage.does("price.set", item="P2", price="80")
    stage.does("item.skip", item="P3")
    stage.does("show.go_live")
    assert stage.row("P2").item.script == "新话术"
    assert stage.state.order == ("P4", "P1", "P2", "P3")
    assert (stage.row("P2").price, stage.row("P2").item.price) == (8000, 8900)
    assert stage.row("P3").skipped
    assert stage.state.kept == ("words", "order", "prices", "scenes")


def test_rehearsal_to_live_drops_airings_stock_cues_and_timers_and_next_is_the_first_item() -> None:
    stage = on_air()
    stage.does("link.up")
    stage.does("stock.count", qty="3")
    stage.does("cue.send", preset="10")
    stage.does("countdown.start")
    stage.does("show.go_live")
    assert (stage.on_air, stage.next, stage.state.airings) == (None, "P1", ())
    assert stage.left("P1") == 100
    assert (stage.state.cues, stage.state.countdown, stage.row("P1").link.status) == ((), None, "none")
    assert stage.state.dropped == ("airings", "stock", "cues", "timers")


def test_stock_counted_in_preparation_is_kept_through_a_rehearsal() -> None:
    stage = on_stage(kind="preparation")
    stage.wait(600_000)
    stage.does("stock.count", item="P1", qty="77")
    stage.does("show.start_rehearsal")
    assert (stage.left("P1"), stage.stock("P1").source, stage.stock("P1").counted_ms) == (77, "hand", 0)
    stage.does("stock.count", item="P1", qty="5")
    stage.does("show.go_live")
    assert stage.left("P1") == 77


def test_a_plan_edited_in_rehearsal_opens_the_live_stock() -> None:
    stage = on_stage()
    stage.does("item.edit", item="P1", field="stock", value="60")
    stage.does("show.go_live")
    assert stage.left("P1") == 60


def test_the_pace_is_the_settings() -> None:
    assert on_stage(rules=Rules(pace=300)).state.prompter.pace == 300


# -- the sheet read again ---------------------------------------------------------------------------


def test_a_reload_changes_what_has_not_aired_and_nothing_else() -> None:
    stage = on_air()
    stage.takes("P2")
    new = [product(f"P{n}", title="新", price="50") for n in (1, 2, 3, 5)]
    stage.does("sheet.reload", sheet=plan_of(*new, digest="2"))
    assert [stage.row(f"P{n}").item.title for n in (1, 2, 3, 5)] == ["款P1", "款P2", "新", "新"]
    assert (stage.row("P1").price, stage.row("P3").price) == (8900, 5000)
    assert "P4" not in stage.state.items
    assert stage.state.on_air.item.title == "款P2"
    assert stage.replayed() == stage.state


def test_a_reload_needs_a_sheet_and_the_same_sheet_changes_nothing() -> None:
    stage = on_air()
    stage.refuses("sheet.reload", code="no_sheet")
    assert stage.does("sheet.reload", sheet=plan_of(digest=stage.state.digest)).seq is None


def test_aired_rows_the_sheet_has_lost_stay_behind_the_row_they_followed() -> None:
    stage = on_air()
    stage.takes("P2")
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P3"), product("P4"), digest="2"))
    assert stage.state.order == ("P1", "P2", "P3", "P4")


def test_rows_made_here_stay_also_those_made_in_the_session_before() -> None:
    stage = on_stage()
    added = stage.does("item.add", title="加", before="P2").entries[0].event.item
    stage.does("show.go_live")
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P2"), digest="2"))
    assert stage.state.order == ("P1", added, "P2")


def test_a_row_whose_link_is_up_is_on_sale_and_stays() -> None:
    stage = on_air()
    stage.does("link.up", item="P3")
    stage.does("sheet.reload", sheet=plan_of(product("P1"), digest="2"))
    assert stage.state.order == ("P1", "P3")


def test_next_that_the_sheet_has_lost_moves_on() -> None:
    stage = on_air()
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P3"), product("P4"), digest="2"))
    assert stage.next == "P3"
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P9"), digest="3"))
    assert stage.next == "P9"


def test_a_price_set_here_stands_unless_the_sheets_price_changed() -> None:
    stage = on_stage(kind="preparation")
    stage.does("price.set", item="P1", price="80")
    stage.does("price.set", item="P2", price="80")
    new = (product("P1", title="新"), product("P2", price="95"))
    stage.does("sheet.reload", sheet=plan_of(*new, digest="2"))
    assert (stage.row("P1").price, stage.row("P2").price) == (8000, 9500)


def test_stock_follows_the_sheet_only_while_nobody_has_touched_it() -> None:
    stage = on_stage(product("P1"), product("P2"), product("P3", release=((10, "open"),)), segment("S1"))
    stage.does("stock.count", item="P2", qty="7")
    stage.does("stock.release", item="P3", qty="5")
    new = [product(f"P{n}", stock=40) for n in (1, 2)]
    new.append(product("P3", stock=40, release=((20, "open"),)))
    stage.does("sheet.reload", sheet=plan_of(*new, digest="2"))
    assert (stage.left("P1"), stage.left("P2"), stage.left("P3")) == (40, 7, 5)


def test_a_changed_release_plan_is_followed_before_anything_is_released() -> None:
    stage = on_stage(product("P1"))
    stage.does("sheet.reload", sheet=plan_of(product("P1", release=((20, "open"),)), digest="2"))
    assert (stage.left("P1"), stage.stock("P1").pool) == (0, 100)


def test_going_back_to_an_item_that_the_sheet_has_lost_is_still_possible() -> None:
    stage = on_air()
    stage.takes("P2")
    stage.wait(20_000)
    stage.does("sheet.reload", sheet=plan_of(product("P3"), digest="2"))
    stage.does("show.back")
    assert stage.on_air == "P1"
