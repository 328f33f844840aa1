"""Timers beside items: on the line, several at once, over a restart."""

from __future__ import annotations

from hostconsole.show.nowdo import Step, todo, waiting
from tests.show.stage import Stage, on_air, on_stage, product


def line(stage: Stage) -> list[Step]:
    return [s for s in waiting(todo(stage.state, stage.now, stage.show.rules)) if s.code == "timer"]


def test_several_run_at_once_and_stand_on_the_line_in_their_order() -> None:
    stage = on_air(product("P1", planned_s=300), product("P2"))
    stage.does("timer.start", label="开福袋", seconds="600")
    stage.does("timer.start", label="抽奖", seconds="60")
    assert [(step.text, step.left_ms(stage.now)) for step in line(stage)] == [
        ("抽奖", 60_000), ("开福袋", 600_000),
    ]  # fmt: skip


def test_a_timer_runs_on_when_the_next_item_is_taken() -> None:
    stage = on_air(product("P1"), product("P2"))
    stage.does("timer.start", label="开福袋", seconds="600")
    stage.takes("P2")
    assert [step.item for step in line(stage)] == ["P1"]


def test_when_it_is_due_it_speaks_until_it_is_done() -> None:
    stage = on_air(product("P1"))
    stage.does("timer.start", label="开福袋", seconds="60")
    assert "timer_due" not in stage.alerts()
    stage.wait(90_000)
    alert = stage.alerts()["timer_due"]
    assert (alert.fields, alert.command) == ({"label": "开福袋"}, "timer.stop")
    (step,) = line(stage)
    assert step.left_ms(stage.now) == -30_000
    stage.does(step.command, **dict(step.args))
    assert stage.last().event.late_ms == 30_000  # type: ignore[attr-defined]
    assert "timer_due" not in stage.alerts()
    assert line(stage) == []


def test_it_survives_a_restart_with_its_time() -> None:
    stage = on_air(product("P1"))
    stage.does("timer.start", label="开福袋", seconds="600")
    again = stage.resumed()
    again.wait(100_000)
    assert [step.left_ms(again.now) for step in line(again)] == [500_000]
    assert again.replayed() == again.state


def test_the_one_that_is_due_first_is_stopped_unless_one_is_named() -> None:
    stage = on_air(product("P1"))
    for label, seconds in (("甲", "60"), ("乙", "30"), ("丙", "90")):
        stage.does("timer.start", label=label, seconds=seconds)
    stage.does("timer.stop")
    stage.does("timer.stop", label="丙")
    assert [timer.label for timer in stage.state.timers] == ["甲"]
    stage.refuses("timer.stop", code="no_timer", label="丙")
    stage.does("timer.stop")
    stage.refuses("timer.stop", code="no_timer")


def test_a_timer_needs_words_and_a_sensible_time() -> None:
    stage = on_stage()
    stage.refuses("timer.start", code="bad_value", label="", seconds="5")
    stage.refuses("timer.start", code="bad_value", label="x", seconds="0")
    stage.refuses("timer.start", code="bad_value", label="x", seconds="99999")
    for _ in range(20):
        stage.does("timer.start", label="x", seconds="5")
    stage.refuses("timer.start", code="too_many_timers", label="x", seconds="5")


def test_a_mark_with_a_time_is_a_promise() -> None:
    stage = on_air(product("P1"))
    stage.does("marker.add", label="八点半开奖", seconds="1200")
    assert stage.kinds()[-2:] == ["marker.added", "timer.started"]
    assert [step.text for step in line(stage)] == ["八点半开奖"]


def test_a_rehearsals_timers_do_not_go_live() -> None:
    stage = on_air(product("P1"))
    stage.does("timer.start", label="开福袋", seconds="600")
    stage.does("show.go_live")
    assert stage.state.timers == ()
