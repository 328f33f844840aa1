"""The way to what differs: the button above the plan, and the alert's."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.show.events import TroubleMet
from hostconsole.ui.acts import act_name
from tests.ui.host_stage import Stage, coffee, cup


def test_reading_the_sheet_again_asks_to_see_what_differs_and_changes_nothing(console) -> None:
    desk = console(Stage(cup(), coffee()))
    asked: list[str] = []
    desk.window.asked.connect(lambda command, _args: asked.append(command))
    desk.window.show_room("prepare")
    before = desk.stage.show.state
    desk.window.prepare.reread.emit()
    assert asked == ["desk.sheet"]
    assert desk.stage.show.state is before


def test_the_alert_of_a_changed_sheet_leads_to_what_differs(console) -> None:
    desk = console(Stage(cup(), coffee()))
    asked: list[str] = []
    desk.window.asked.connect(lambda command, _args: asked.append(command))
    desk.stage.show.record((TroubleMet(code="sheet_changed", text="It has changed."),), actor="console")
    assert desk.window.alert.mend.text() == "See what differs"
    desk.window.alert.mend.click()
    assert asked == ["desk.sheet"]


def test_a_sheet_read_again_is_taken_back_by_its_name(console) -> None:
    desk = console(Stage(cup(), coffee()))
    show = desk.stage.show
    plan = show.state.plan
    sheet = replace(plan, items=(replace(plan.items[0], title="New"), *plan.items[1:]), digest="2")
    show.run("sheet.reload", sheet=sheet)
    assert act_name(show.state.undo[-1], show.state) == "sheet read again (rows: 1)"
    desk.window.show_room("live")
    assert desk.window.live.done.undo.text() == "Undo: sheet read again (rows: 1)"
