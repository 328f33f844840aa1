"""Reading times of the plan: worked out in turns, at the pace of the host."""

from __future__ import annotations

from hostconsole.ui.plan_model import PlanColumn, PlanModel
from hostconsole.ui.read_times import ReadTimes
from tests.ui.host_stage import Stage, cup, opening


def stage_of(*scripts: str) -> Stage:
    rows = [opening(script, id=f"S{n}", planned_s=60) for n, script in enumerate(scripts, 1)]
    return Stage(*rows, cup(script=""), kind="preparation")


def test_a_script_of_480_characters_takes_two_minutes_at_240(qtbot):
    times, stage = ReadTimes(), stage_of("字" * 480)
    times.learn(stage.state)
    assert (times.ms(stage.state, "S1"), times.ms(stage.state, "P03")) == (120_000, None)
    assert times.told(stage.state) == "02:00 to read, at 240 characters/min"


def test_english_is_told_in_words(qtbot):
    times, stage = ReadTimes(), stage_of("seven plain words that are read aloud. " * 30)
    times.learn(stage.state)
    assert times.told(stage.state) == "01:24 to read, at 150 words/min"


def test_notes_and_marks_take_no_time(qtbot):
    times, stage = ReadTimes(), stage_of("# 开场\n" + "字" * 240 + "[[举起杯子,停一停]]")
    times.learn(stage.state)
    assert times.ms(stage.state, "S1") == 60_000


def test_one_turn_is_short_and_the_next_goes_on(qtbot):
    now = iter(range(1_000))
    times, stage = ReadTimes(clock=lambda: float(next(now))), stage_of("一", "二", "三")
    turns = 0
    while times.learn(stage.state):
        turns += 1
    assert turns == 4
    assert all(times.ms(stage.state, key) for key in ("S1", "S2", "S3"))


def test_an_edited_script_is_read_again(qtbot):
    times, stage = ReadTimes(), stage_of("字" * 240)
    times.learn(stage.state)
    stage.do("item.edit", item="S1", field="script", value="字" * 120)
    assert times.ms(stage.state, "S1") is None
    times.learn(stage.state)
    assert times.ms(stage.state, "S1") == 30_000


def test_a_rehearsal_makes_the_times_the_hosts_own(qtbot):
    times, stage = ReadTimes(), stage_of("字" * 2_000)
    times.learn(stage.state)
    stage.do("show.start_rehearsal")
    stage.do("prompter.pace", at="200")
    stage.do("show.take_item", item="S1")
    stage.do("prompter.toggle")
    stage.wait(120)
    stage.do("prompter.toggle")
    assert times.told(stage.state) == "10:00 to read, at the host's own 200 characters/min"


def test_the_table_says_which_script_is_longer_than_its_time(qtbot):
    model, stage = PlanModel(), stage_of("字" * 480, "字" * 120)
    model.show_plan(stage.state)
    while model.learn_times(stage.state):
        pass
    read = [model.index(row, PlanColumn.READ) for row in (0, 1, 2)]
    assert [model.data(cell) for cell in read] == ["02:00", "00:30", ""]
    tips = [model.data(cell, 3) for cell in read]  # Qt.ItemDataRole.ToolTipRole
    assert tips == ["Reading the script takes longer than is planned", None, None]
