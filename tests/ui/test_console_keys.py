from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

from hostconsole.keys.system import Unbound
from hostconsole.keys.table import KeyTable
from hostconsole.show import events as e

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def muted(desk) -> None:
    desk.stage.show.record(
        (
            e.ObsReady(version="31", scene="a", scenes=("a",), inputs=(), transition_ms=0),
            e.MicChanged(muted=True),
        ),
        actor="obs",
    )
    desk.window._tick()


def test_esc_acknowledges_the_alert(console, qtbot):
    desk = console()
    muted(desk)
    assert desk.window.alert.words.text() == "Mic is muted"
    assert desk.window.alert.property("level") == "red"
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert [code for code, _item, _episode in desk.stage.state.acknowledged] == ["mic_muted"]
    assert desk.window.alert.property("level") == "none"


def test_return_makes_the_row_next_and_never_takes(console, qtbot):
    desk = console()
    queue = desk.window.live.queue.view
    queue.select_key("P04")
    queue.setFocus()
    qtbot.keyClick(queue, Qt.Key.Key_Return)
    assert desk.stage.state.next == "P04"
    assert desk.stage.state.on_air is None


def test_ctrl_return_takes_the_row_once_however_long_it_is_held(console, qtbot):
    desk = console()
    queue = desk.window.live.queue.view
    queue.select_key("P04")
    queue.setFocus()
    refused = []
    desk.bridge.refused.connect(lambda command, why: refused.append(command))
    qtbot.keyPress(queue, Qt.Key.Key_Return, CTRL)
    for _ in range(20):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, CTRL, "", True)
        QApplication.sendEvent(queue, again)
    qtbot.keyRelease(queue, Qt.Key.Key_Return, CTRL)
    assert desk.stage.state.on_air.item.id == "P04"
    assert refused == []


def test_alt_arrows_move_next_by_one_row(console, qtbot):
    desk = console()
    assert desk.stage.state.next == "S01"
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, ALT)
    assert desk.stage.state.next == "P03"
    qtbot.keyClick(desk.window, Qt.Key.Key_Up, ALT)
    assert desk.stage.state.next == "S01"


def test_ctrl_z_and_ctrl_y_undo_and_redo(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("price.set", price="88")
    qtbot.keyClick(desk.window, Qt.Key.Key_Z, CTRL)
    assert desk.stage.state.items["P03"].price == 8900
    qtbot.keyClick(desk.window, Qt.Key.Key_Y, CTRL)
    assert desk.stage.state.items["P03"].price == 8800


def test_delete_skips_the_row_and_takes_it_back(console, qtbot):
    desk = console()
    queue = desk.window.live.queue.view
    queue.select_key("P04")
    queue.setFocus()
    qtbot.keyClick(queue, Qt.Key.Key_Delete)
    assert desk.stage.state.items["P04"].skipped
    qtbot.keyClick(queue, Qt.Key.Key_Delete)
    assert not desk.stage.state.items["P04"].skipped


def test_ctrl_f_finds_a_row_by_number_and_esc_ends_it(console, qtbot):
    desk = console()
    panel = desk.window.live.queue
    qtbot.keyClick(desk.window, Qt.Key.Key_F, CTRL)
    assert panel.finder.hasFocus()
    qtbot.keyClicks(panel.finder, "4")
    assert [panel.view.isRowHidden(row) for row in range(3)] == [True, True, False]
    qtbot.keyClick(panel.finder, Qt.Key.Key_Return)
    assert panel.view.current_key() == "P04"
    assert not panel.view.isRowHidden(0)


def test_a_bare_letter_or_digit_is_no_command(console, qtbot):
    desk = console()
    before = desk.stage.state
    for key in (Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_Space):
        qtbot.keyClick(desk.window.live.queue.view, key)
    assert desk.stage.state == before


def test_no_command_waits_for_an_input_method(console):
    desk = console()
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not desk.window.testAttribute(attribute)
    assert not desk.window.live.queue.view.testAttribute(attribute)


def test_system_wide_keys_are_no_actions_unless_they_could_not_be_bound(console, qtbot):
    desk = console()
    qtbot.keyClick(desk.window, Qt.Key.Key_Pause)
    assert desk.stage.state.on_air is None
    desk.bridge.keys_unbound.emit((Unbound(key="Pause", code="taken", reason="Another program has Pause."),))
    qtbot.keyClick(desk.window, Qt.Key.Key_Pause)
    assert desk.stage.state.on_air.item.id == "S01"
    desk.bridge.keys_unbound.emit(())
    assert "Pause" not in bound(desk)


def bound(desk) -> set[str]:
    actions = [*desk.window.actions(), *desk.window.live.queue.view.actions()]
    return {key.toString() for action in actions for key in action.shortcuts()}


def test_no_action_of_the_console_repeats(console):
    desk = console()
    found = desk.window.findChildren(QAction)
    assert found
    assert not any(action.autoRepeat() for action in found if action.shortcuts())


def test_f1_shows_the_keys_without_stopping_anything(console, qtbot):
    desk = console()
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    assert "Ctrl+Alt+Return" in desk.seen(desk.window.keys_panel)
    qtbot.keyClick(desk.window, Qt.Key.Key_Down, ALT)
    assert desk.stage.state.next == "P03"
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    assert not desk.window.keys_panel.isVisible()


def test_a_key_is_rebound_by_pressing_it_and_kept(console, qtbot):
    desk = console()
    desk.window._open_key_settings()
    page = desk.window.prepare.page
    catcher = page.catchers["undo", "console"]
    qtbot.mouseClick(catcher, Qt.MouseButton.LeftButton)
    qtbot.keyClick(catcher, Qt.Key.Key_U, CTRL)
    assert isinstance(desk.saved[-1], KeyTable)
    assert desk.saved[-1].find("undo").keys == ("Ctrl+U",)
    assert "Ctrl+U" in bound(desk)
    assert "Ctrl+Z" not in bound(desk)


def test_a_clash_is_refused_with_the_other_act_s_name(console, qtbot):
    desk = console()
    desk.window._open_key_settings()
    page = desk.window.prepare.page
    catcher = page.catchers["undo", "console"]
    qtbot.mouseClick(catcher, Qt.MouseButton.LeftButton)
    qtbot.keyClick(catcher, Qt.Key.Key_Y, CTRL)
    assert page.answer.text() == "Ctrl+Y belongs to 'Redo' already."
    assert desk.saved == []


def test_a_preset_for_altgr_layouts_is_chosen_by_button(console, qtbot):
    desk = console()
    desk.window._open_key_settings()
    qtbot.mouseClick(desk.window.prepare.page.presets["altgr"], Qt.MouseButton.LeftButton)
    assert desk.saved[-1].preset == "altgr"
    assert desk.window.live.host.cues.buttons[1].hint == "F1"


def test_copy_puts_on_the_clipboard_what_is_due_and_says_so(console, qapp):
    desk = console()
    desk.stage.take("P03")
    desk.window.act("desk.copy", {})
    product = desk.stage.state.items["P03"].item
    assert qapp.clipboard().text() == (product.product_id or product.sku)
    assert desk.window.live.done.notice.text().startswith("Copied for Link 3: product")
    desk.bridge.run("price.set", price="88")
    desk.window.act("desk.copy", {})
    assert qapp.clipboard().text() == "88.00"


def test_copy_with_nothing_to_copy_says_why(console):
    desk = console()
    refused = []
    desk.bridge.refused.connect(lambda command, why: refused.append((command, why.code)))
    desk.window.act("desk.copy", {})
    assert refused == [("desk.copy", "no_product")]
