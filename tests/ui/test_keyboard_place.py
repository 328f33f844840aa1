"""The keyboard stays with the queue: whatever was clicked or opened, its keys go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.host_stage import Stage, coffee, cup, opening

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def buttons(desk) -> dict[str, QWidget]:
    live = desk.window.live
    return {
        "price": live.on_air.air_actions.buttons["price.set"],
        "script": live.host.edit,
        "handover": live.session.handover,
        "cue": live.host.cues.buttons[2],
        "undo": live.done.undo,
        "take": live.next.take,
    }


def press(desk, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key)


@pytest.mark.parametrize("clicked", ["price", "row", "script", "handover", "cue", "undo", "take"])
def test_enter_makes_a_row_next_whatever_was_clicked_or_opened_before(console, qtbot, clicked: str) -> None:
    desk = console(Stage(opening(), cup(), coffee(), coffee(id="P05", link_no="5", sku="TEA")))
    queue = desk.window.live.queue.view
    desk.stage.take("P03")
    desk.stage.wait(5)
    queue.setFocus()
    queue.select_key("S01")
    if clicked == "row":
        press(desk, Qt.Key.Key_F2)
    else:
        qtbot.mouseClick(buttons(desk)[clicked], Qt.MouseButton.LeftButton)
    if clicked in ("price", "row", "script", "handover"):
        assert QApplication.focusWidget() is not queue, "it has a field to type in"
        press(desk, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is queue
    desk.stage.wait(5)
    queue.select_key("P05")
    press(desk, Qt.Key.Key_Return)
    assert desk.stage.state.next == "P05"


def test_space_after_a_click_on_take_takes_nothing(console, qtbot) -> None:
    desk = console()
    qtbot.mouseClick(desk.window.live.next.take, Qt.MouseButton.LeftButton)
    desk.stage.wait(5)
    press(desk, Qt.Key.Key_Space)
    assert desk.stage.state.on_air.item.id == "S01"


def test_in_solo_the_quick_bar_finds_and_no_hidden_field_is_typed_into(console, qtbot) -> None:
    desk = console()
    asked: list[str] = []
    desk.window.asked.connect(lambda command, _args: asked.append(command))
    qtbot.mouseClick(desk.window.status.solo, Qt.MouseButton.LeftButton)
    desk.window.act("desk.find", {})
    assert asked == ["desk.quick_bar"]
    focus = QApplication.focusWidget()
    assert focus is None or focus.isVisible()


def test_what_is_typed_elsewhere_stays_there_when_a_card_goes(console, qtbot) -> None:
    desk = console()
    words = desk.window.live.host.cues.words
    desk.window.live.session.handover_asked.emit()
    words.setFocus()
    desk.window.live.handover.cancel.click()
    assert QApplication.focusWidget() is words
