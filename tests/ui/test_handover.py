"""The hand-over card: over the room, not modal, held to confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hostconsole.ui.held_button import HOLD_MS
from tests.ui.host_stage import Stage, coffee, cup


def test_the_card_says_ten_lines_and_is_held_to_confirm(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.bridge.run("show.take")
    live = desk.window.live
    qtbot.mouseClick(live.session.handover, Qt.MouseButton.LeftButton)
    card = live.handover
    assert card.isVisible()
    assert not card.isModal()
    assert card.lines[0].text() == "3 316不锈钢保温杯 480ml ¥89"
    assert len(card.lines) == 10
    desk.bridge.run("link.up", now="yes")
    assert card.lines[2].text() == "3"
    card.name.setText("乙")
    qtbot.mousePress(card.confirm, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(card.confirm, Qt.MouseButton.LeftButton)
    assert desk.stage.state.operator != "乙"
    qtbot.mousePress(card.confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.stage.state.operator == "乙", timeout=HOLD_MS * 4)
    qtbot.mouseRelease(card.confirm, Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_without_a_name_nothing_is_handed_over_and_esc_leaves(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.bridge.run("show.take")
    card = desk.window.live.handover
    card.open()
    card.confirm.held.emit()
    assert card.isVisible()
    qtbot.keyClick(card.name, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert desk.stage.state.running
