from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, Qt

from hostconsole.ui.held_button import HOLD_MS, HeldButton
from tests.ui.host_stage import Stage


def type_price(desk, qtbot, text: str) -> None:
    field = desk.window.live.on_air.editor.field
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_price_is_set_in_place(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    assert desk.window.live.on_air.editor.field.text() == "89.00"
    type_price(desk, qtbot, "87.5")
    assert desk.stage.state.items["P03"].price == 8750
    assert not desk.window.live.on_air.editor.isVisible()


def test_full_width_digits_are_digits(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    type_price(desk, qtbot, "88.5")
    assert desk.stage.state.items["P03"].price == 8850


def test_an_odd_price_wants_a_second_enter_in_place(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    editor = desk.window.live.on_air.editor
    type_price(desk, qtbot, "8.9")
    assert desk.stage.state.items["P03"].price == 8900
    assert "Enter again" in editor.answer.text()
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert desk.stage.state.items["P03"].price == 890


def test_another_odd_price_is_asked_about_anew(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    type_price(desk, qtbot, "8.9")
    type_price(desk, qtbot, "7.9")
    assert desk.stage.state.items["P03"].price == 8900


def test_esc_leaves_the_editor_and_acknowledges_nothing(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_stock()
    qtbot.keyClick(desk.window.live.on_air.editor.field, Qt.Key.Key_Escape)
    assert not desk.window.live.on_air.editor.isVisible()
    assert desk.stage.state.acknowledged == ()


def test_what_is_no_number_is_answered_in_place(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_stock()
    type_price(desk, qtbot, "many")
    assert desk.window.live.on_air.editor.answer.text() == "'many' cannot be used: not a whole number."


def test_a_row_is_edited_below_the_queue(console, qtbot):
    desk = console()
    desk.window.live.queue.edit("P04")
    editor = desk.window.live.queue.editor
    editor.fields["title"].setText("挂耳咖啡 新")
    editor.fields["planned_minutes"].setText("9")
    qtbot.keyClick(editor.fields["title"], Qt.Key.Key_Return)
    assert desk.stage.state.items["P04"].item.title == "挂耳咖啡 新"
    assert desk.stage.state.items["P04"].item.planned_s == 540
    assert not editor.isVisible()


@pytest.fixture
def held(qtbot) -> HeldButton:
    button = HeldButton()
    button.setText("Go live")
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_held_button_fires_after_a_second_and_once(held, qtbot):
    fired = []
    held.held.connect(lambda: fired.append(1))
    clock = QElapsedTimer()
    clock.start()
    with qtbot.waitSignal(held.held, timeout=5_000):
        qtbot.mousePress(held, Qt.MouseButton.LeftButton)
    assert clock.elapsed() >= HOLD_MS
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton)
    assert fired == [1]


def test_a_held_button_let_go_early_does_nothing(held, qtbot):
    fired = []
    held.held.connect(lambda: fired.append(1))
    qtbot.mousePress(held, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: held.progress() > 0.05, timeout=5_000)
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton)
    assert held.progress() == 0
    assert not held._frames.isActive()
    assert fired == []


def test_clicking_end_ends_nothing(console, qtbot):
    desk = console(Stage())
    qtbot.mouseClick(desk.window.live.session.end, Qt.MouseButton.LeftButton)
    assert desk.stage.state.mode == "rehearsal"
    with qtbot.waitSignal(desk.window.live.session.end.held, timeout=5_000):
        qtbot.mousePress(desk.window.live.session.end, Qt.MouseButton.LeftButton)
    assert desk.stage.state.mode == "ended"
