"""The host's own pace: measured while a rehearsal is read, carried into the live session."""

from __future__ import annotations

import pytest

from hostconsole.show.events import SessionKind
from hostconsole.show.own_pace import own_pace, pace_of, recalled
from tests.show.stage import Stage, on_stage, segment

WORDS = "今天晚上说一说。" * 250  # 2,000 characters


def rehearsing(*, kind: SessionKind = "rehearsal", script: str = WORDS) -> Stage:
    stage = on_stage(segment("S1", script=script), segment("S2", script=WORDS), kind=kind)
    stage.does("show.take")
    return stage


def read(stage: Stage, seconds: float) -> None:
    stage.does("prompter.toggle")
    stage.wait(round(seconds * 1000))
    stage.does("prompter.toggle")


def test_a_host_who_follows_the_prompter_reads_at_its_pace() -> None:
    stage = rehearsing()
    read(stage, 90)
    assert own_pace(stage.state) == 240


def test_pauses_take_no_time() -> None:
    stage = rehearsing()
    for _part in range(3):
        read(stage, 30)
        stage.wait(60_000)
    assert own_pace(stage.state) == 240


def test_a_line_back_says_that_the_host_is_slower() -> None:
    stage = rehearsing()
    stage.does("prompter.toggle")
    for _part in range(4):
        stage.wait(30_000)
        stage.does("prompter.line_back")
    assert own_pace(stage.state) == pytest.approx(240 - 4 * 8 / 2, abs=8)
    assert own_pace(stage.state) < 240


def test_a_faster_prompter_is_weighed_by_its_time() -> None:
    stage = rehearsing()
    read(stage, 60)
    for _step in range(3):
        stage.does("prompter.faster")
    read(stage, 60)
    assert own_pace(stage.state) == 270


def test_jumps_are_not_read() -> None:
    stage = rehearsing()
    read(stage, 60)
    stage.does("prompter.toggle")
    stage.wait(30_000)
    stage.does("prompter.to", at="1900")
    stage.does("prompter.top")
    assert own_pace(stage.state) == 240


def test_time_after_the_end_of_the_text_does_not_count() -> None:
    stage = rehearsing(script="今天晚上说一说。" * 60)
    read(stage, 600)
    assert own_pace(stage.state) == 240


def test_too_little_says_nothing_and_neither_does_a_live_session() -> None:
    stage = rehearsing()
    read(stage, 50)
    assert own_pace(stage.state) is None
    live = rehearsing(kind="live")
    read(live, 120)
    assert own_pace(live.state) is None


def test_the_next_item_goes_on_with_the_measurement() -> None:
    stage = rehearsing()
    stage.does("prompter.toggle")
    stage.wait(40_000)
    stage.does("show.take")
    stage.does("prompter.toggle")
    stage.wait(40_000)
    stage.does("prompter.toggle")
    assert own_pace(stage.state) == 240


def test_going_live_starts_at_the_hosts_own_pace_and_says_that_it_was_kept() -> None:
    stage = rehearsing()
    stage.does("prompter.faster")
    read(stage, 60)
    stage.does("prompter.slower")
    stage.does("prompter.slower")
    read(stage, 60)
    stage.does("show.go_live")
    assert (stage.state.own_pace, stage.state.prompter.pace, pace_of(stage.state)) == (240, 240, 240)
    assert "pace" in stage.state.kept


def test_without_a_measurement_the_prompters_pace_goes_on() -> None:
    stage = rehearsing()
    stage.does("prompter.faster")
    stage.does("show.go_live")
    assert (stage.state.own_pace, stage.state.prompter.pace) == (None, 260)
    assert "pace" not in stage.state.kept


def test_a_pace_can_be_set_within_what_can_be_read() -> None:
    stage = rehearsing()
    stage.does("prompter.pace", at="228")
    assert stage.state.prompter.pace == 228
    stage.does("prompter.pace", at="5")
    assert stage.state.prompter.pace == 40
    stage.refuses("prompter.pace", at="fast", code="bad_value")


def test_a_pace_of_an_earlier_run_comes_back_and_goes_on_into_the_live_session() -> None:
    stage = on_stage(segment("S1", script=WORDS), kind="preparation")
    stage.told(*recalled(stage.state, 228, stage.show.rules), actor="console")
    assert (own_pace(stage.state), pace_of(stage.state)) == (228, 228)
    stage.does("show.go_live")
    assert (stage.state.own_pace, stage.state.prompter.pace) == (228, 228)
    assert "pace" in stage.state.kept


def test_what_was_read_or_chosen_since_is_not_overruled_by_an_earlier_run() -> None:
    stage = on_stage(segment("S1", script=WORDS), kind="preparation")
    stage.does("prompter.pace", at="300")
    stage.told(*recalled(stage.state, 228, stage.show.rules), actor="console")
    assert (own_pace(stage.state), stage.state.prompter.pace) == (228, 300)
    measured = rehearsing()
    read(measured, 90)
    assert recalled(measured.state, 228, measured.show.rules) == ()
