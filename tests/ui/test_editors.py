from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, Qt

from hostconsole.ui.held_button import HOLD_MS, HeldButton
from tests.ui.host_stage import Stage, cup, opening


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


@pytest.mark.parametrize(
    ("opened", "named"), [("edit_price", "Price · Link 3"), ("edit_stock", "Stock is · Link 3")]
)
def test_the_editor_names_its_item_and_closes_when_another_goes_on_air(console, qtbot, opened, named):
    desk = console()
    desk.stage.take("P03")
    card = desk.window.live.on_air
    getattr(card, opened)()
    assert card.editor.caption.text() == named
    card.editor.field.selectAll()
    qtbot.keyClicks(card.editor.field, "120")
    before = desk.stage.state.items["P03"].price, desk.stage.state.stock["CUP"]
    desk.stage.wait(2)
    desk.bridge.run("show.take_item", item="P04")
    assert not card.editor.isVisible()
    assert card.air_actions.isVisible()
    assert desk.window.live.done.notice.isVisible()
    assert desk.window.live.done.notice.text() == f"Not set, as it is no longer on air: {named} 120"
    qtbot.keyClick(card.editor.field, Qt.Key.Key_Return)
    assert (desk.stage.state.items["P03"].price, desk.stage.state.stock["CUP"]) == before
    assert desk.stage.state.items["P04"].price == 4500


def test_a_long_title_without_a_number_leaves_room_for_what_the_editor_answers(console, qtbot):
    desk = console(Stage(opening(), cup(link_no="", title="316不锈钢智能测温显示大容量便携保温杯 480ml")))
    desk.window.resize(1280, 720)
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    editor = desk.window.live.on_air.editor
    qtbot.waitUntil(lambda: editor.caption.shown().startswith("Price · 316"))
    assert editor.answer.width() >= 60


@pytest.mark.parametrize("act", ["show.back", "show.end"])
def test_no_editor_stands_open_under_nothing_on_air_or_after_the_end(console, act):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    desk.bridge.run(act, **({"sure": "yes"} if act == "show.end" else {}))
    assert not desk.window.live.on_air.editor.isVisible()
    assert "Not set" not in desk.window.live.done.notice.text(), "nothing had been typed"


def test_an_editor_closes_though_another_room_was_looked_at(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_stock()
    desk.window.show_room("prepare")
    desk.stage.take("P04")
    desk.window.show_room("live")
    assert not desk.window.live.on_air.editor.isVisible()


def test_the_editor_stays_while_its_own_item_is_taken_again_or_edited(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    card = desk.window.live.on_air
    card.edit_price()
    qtbot.keyClicks(card.editor.field, "87")
    desk.bridge.run("next.set", item="S01")
    desk.bridge.run("item.edit", item="P03", field="link_no", value="30")
    assert card.editor.isVisible()
    assert card.editor.field.text() == "87"


def test_an_editor_that_closes_by_itself_leaves_the_keyboard_where_somebody_types(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    words = desk.window.live.host.cues.words
    words.setFocus()
    desk.stage.take("P04")
    assert not desk.window.live.on_air.editor.isVisible()
    assert words.hasFocus()


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


def test_open_editors_speak_the_language_chosen_meanwhile_and_keep_what_was_typed(console, speech, qtbot):
    desk = console()
    desk.stage.take("P03")
    live = desk.window.live
    live.on_air.edit_price()
    live.script.open()
    live.queue.edit("P04")
    live.queue.editor.fields["planned_minutes"].setText("soon")
    live.queue.editor.keep()
    assert "cannot be used" in desk.seen(live.queue.editor)
    live.on_air.editor.field.setText("87")
    speech.speak("zh")
    qtbot.waitUntil(lambda: "讲解中" in live.on_air.head.text())
    said = [desk.seen(part) for part in (live.on_air.editor, live.script, live.queue.editor)]
    assert "价 · 3 号\n计划 ¥89 · 底价 ¥85.71" in said[0]
    assert "稿子 · 3 号" in said[1]
    assert "念 00:01" in said[1]
    assert "修改" in said[2]
    for english in ("cannot be used", "Edit", "Script", "Price", "to read", "Planned"):
        assert english not in "".join(said)
    assert live.on_air.editor.field.text() == "87"
    assert live.queue.editor.fields["planned_minutes"].text() == "soon"


def test_a_doubt_is_said_again_in_the_language_chosen_meanwhile(console, speech, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.window.live.on_air.edit_price()
    type_price(desk, qtbot, "8.9")
    speech.speak("zh")
    editor = desk.window.live.on_air.editor
    qtbot.waitUntil(lambda: editor.ok.text() != "Set")
    assert "再按" in editor.answer.text()
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert desk.stage.state.items["P03"].price == 890


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
