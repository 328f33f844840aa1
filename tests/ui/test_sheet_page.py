"""The way to what differs: the button above the plan, and the alert's."""

from __future__ import annotations

from hostconsole.show.events import TroubleMet
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
