"""Resume (DESIGN §4 rules 2 and 11), rehearsal → live (rule 12), the session's own clock (§5.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hostconsole.show.airings import Airings
from hostconsole.show.clocks import airing_ms, recording_ms, sale_ms
from hostconsole.show.events import (
    HostScreenChanged,
    MarkerAdded,
    MicChanged,
    ObsReady,
    TroubleMet,
)
from hostconsole.show.rules import Rules
from tests.show.stage import READY, Stage, on_air, on_stage, outputs, product

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
    stage.told(READY, outputs(recording=True, streaming=True))
    stage.wait(30_000)
    stage.does("show.go_live")
    stage.wait(5_000)
    assert recording_ms(stage.state, stage.now) == 35_000
    assert stage.now - stage.state.obs.stream_since_ms == 35_000
    stage.does("marker.add", label="x")
    assert stage.last().event == MarkerAdded(label="x", item=None, rec_s=35.0, stream_s=35.0)


def test_a_paused_recording_stands_still() -> None:
    stage = on_air()
    stage.told(READY, outputs(recording=True))
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
    assert (stage.on_air, stage.next, stage.state.airings) == (None, "P1", Airings())
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
