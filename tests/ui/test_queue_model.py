from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from hostconsole.show import events as e
from hostconsole.ui.plan_model import PlanModel
from hostconsole.ui.queue_model import MISSING_ROLE, ROW_ROLE, Column, QueueModel
from hostconsole.ui.queue_rows import rows_of
from hostconsole.ui.review_room import SessionRow, SessionsModel
from tests.ui.host_stage import Stage, coffee, cup


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def model(qtbot, stage: Stage) -> QueueModel:
    model = QueueModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows_of(stage.state, 0))
    return model


def shown(model: QueueModel, column: Column) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def statuses(model: QueueModel) -> list[str]:
    return [model.index(row, 0).data(ROW_ROLE).status for row in range(model.rowCount())]


def test_link_numbers_are_shown_and_row_numbers_are_not(model):
    assert shown(model, Column.LINK) == ["", "3", "4"]
    assert shown(model, Column.PRICE) == ["", "¥89", "¥45"]


def test_stock_not_yet_open_is_marked_as_held_back(model):
    assert shown(model, Column.LEFT) == ["", "+807", "400"]


def test_each_row_says_its_state(model, stage):
    stage.take("P03")
    stage.do("item.skip", item="P04")
    model.set_rows(rows_of(stage.state, stage.show.now_ms()))
    assert statuses(model) == ["next", "on_air", "skipped"]
    stage.take("S01")
    model.set_rows(rows_of(stage.state, stage.show.now_ms()))
    assert statuses(model)[:2] == ["on_air", "aired"]


def test_actual_minutes_stand_before_the_planned_ones(model, stage):
    stage.take("P03")
    stage.wait(250)
    model.set_rows(rows_of(stage.state, stage.show.now_ms()))
    assert shown(model, Column.TIMES) == ["6", "4/11", "6"]


def test_only_what_differs_is_painted_anew(model, stage, qtbot):
    changed = []
    model.dataChanged.connect(lambda first, last, roles: changed.append(first.row()))
    stage.do("price.set", item="P04", price="44")
    model.set_rows(rows_of(stage.state, 0))
    assert changed == [2]


def test_a_moved_row_keeps_the_model_whole(model, stage):
    stage.do("item.move", item="P04", before="S01")
    model.set_rows(rows_of(stage.state, 0))
    assert shown(model, Column.LINK) == ["4", "", "3"]


def test_a_dropped_row_is_asked_for_and_not_moved(model, qtbot):
    carried: QMimeData = model.mimeData([model.index(2, 0)])
    with qtbot.waitSignal(model.moved) as asked:
        done = model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert asked.args == ["P04", "S01"]
    assert done is False
    assert shown(model, Column.LINK) == ["", "3", "4"]


def test_rows_are_dragged_only_with_the_lock_open(console):
    desk = console()
    panel = desk.window.live.queue
    assert not panel.view.dragEnabled()
    panel.lock.click()
    assert panel.view.dragEnabled()
    panel.model.moved.emit("P04", "S01")
    assert desk.stage.state.order == ("P04", "S01", "P03")


def test_a_double_click_sets_next_and_never_takes(console, qtbot):
    desk = console()
    view = desk.window.live.queue.view
    middle = view.visualRect(desk.window.live.queue.model.index(2, Column.TITLE)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.stage.state.next == "P04"
    assert desk.stage.state.on_air is None


def test_the_cursor_stays_on_its_row_when_rows_move(console):
    desk = console()
    view = desk.window.live.queue.view
    view.select_key("P04")
    desk.bridge.run("item.move", item="P04", before="S01")
    assert view.current_key() == "P04"


def test_the_other_tables_are_whole_models_too(qtbot):
    plan, sessions = PlanModel(), SessionsModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (plan, sessions)]
    plan.show_plan(Stage(cup()).state)
    began = "2026-11-22T12:00:00.000Z"
    here = SessionRow(id="a", show="x", kind="live", started=began, running=True)
    killed = SessionRow(id="b", show="x", kind="live", started=began)
    sessions.set_rows((here, killed))
    assert plan.index(0, 3).data() == "¥89"
    assert [sessions.index(row, 3).data() for row in (0, 1)] == ["running", "not ended"]
    assert len(testers) == 2


def test_a_row_whose_scene_obs_does_not_have_is_red_until_it_is_there(console):
    desk = console(Stage(cup(scene="特写"), coffee(scene="俯拍")))
    model = desk.window.live.queue.model
    assert not missing(model)
    ready = e.ObsReady(version="31", scene="特写", scenes=("特写",), inputs=(), transition_ms=0)
    desk.stage.show.record((ready,), actor="obs")
    assert missing(model) == ["P04"]
    place = model.index(model.place("P04"), Column.TITLE)
    assert "OBS does not have its scene" in model.data(place, Qt.ItemDataRole.ToolTipRole)
    picture = desk.window.live.queue.view.grab().toImage()
    desk.stage.show.record((e.ScenesChanged(scenes=("特写", "俯拍"), inputs=()),), actor="obs")
    assert not missing(model)
    assert desk.window.live.queue.view.grab().toImage() != picture


def missing(model):
    rows = (model.index(n, 0) for n in range(model.rowCount()))
    return [model.data(row, ROW_ROLE).key for row in rows if model.data(row, MISSING_ROLE)]
