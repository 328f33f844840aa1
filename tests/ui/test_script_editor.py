"""The words of the item on air, edited while they are read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hostconsole.show.clocks import prompter_at
from tests.ui.host_stage import Stage, coffee, cup, opening

WORDS = "".join(f"第{n}句话,说得不长不短。" for n in range(60))


@pytest.fixture
def reading(console):
    stage = Stage(opening(WORDS), cup(), coffee())
    stage.take("S01")
    stage.do("prompter.toggle")
    stage.wait(60)
    desk = console(stage)
    desk.window.show_room("live")
    return desk


def open_editor(desk, qtbot):
    qtbot.mouseClick(desk.window.live.host.edit, Qt.MouseButton.LeftButton)
    return desk.window.live.script


def test_it_opens_with_the_words_that_are_read_over_the_queue_only(reading, qtbot):
    editor = open_editor(reading, qtbot)
    live = reading.window.live
    assert editor.text.toPlainText() == WORDS
    assert editor.geometry() == live.queue.geometry()
    assert editor.text.hasFocus()
    assert "to read" in editor.time.text()


def test_control_return_shows_the_new_words_and_the_line_at_the_mark_stays(reading, qtbot):
    state = reading.stage.state
    at = prompter_at(state, reading.stage.show.now_ms())
    line = WORDS[int(at) : int(at) + 6]
    editor = open_editor(reading, qtbot)
    editor.text.setPlainText("新的开头一句。" + WORDS)
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not editor.isVisible()
    state = reading.stage.state
    words = state.on_air.item.script
    assert words.startswith("新的开头一句。")
    now = prompter_at(state, reading.stage.show.now_ms())
    assert words[int(now) : int(now) + 6] == line


def test_return_is_a_line_and_esc_leaves_everything_as_it_was(reading, qtbot):
    editor = open_editor(reading, qtbot)
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    assert editor.text.toPlainText() == "\n" + WORDS
    qtbot.keyClick(editor.text, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert reading.stage.state.on_air.item.script == WORDS


def test_a_take_meanwhile_does_not_send_the_words_to_the_new_item(reading, qtbot):
    editor = open_editor(reading, qtbot)
    editor.text.setPlainText("只给开场。")
    reading.stage.take("P03")
    editor.save()
    assert reading.stage.state.items["S01"].item.script == "只给开场。"
    assert reading.stage.state.items["P03"].item.script == cup().script


def test_unchanged_words_are_no_act(reading, qtbot):
    editor = open_editor(reading, qtbot)
    before = reading.stage.state.seq
    editor.save()
    assert reading.stage.state.seq == before


def test_english_words_are_edited_where_they_are_read(console, qtbot):
    stage = Stage(opening("中文。", script_en="English words.", lang="en"))
    stage.take("S01")
    desk = console(stage)
    desk.window.show_room("live")
    editor = open_editor(desk, qtbot)
    assert editor.text.toPlainText() == "English words."
    editor.text.setPlainText("Other words.")
    editor.save()
    item = stage.state.on_air.item
    assert (item.script, item.script_en) == ("中文。", "Other words.")


def test_with_nothing_to_read_it_is_refused_in_the_bottom_line(console, qtbot):
    stage = Stage(opening("字。"), kind="preparation")
    desk = console(stage)
    stage.edit_state(order=(), items={}, next=None)
    desk.window.show_room("live")
    refused: list[str] = []
    desk.bridge.refused.connect(lambda command, _refusal: refused.append(command))
    desk.window.live.script.open()
    assert refused == ["item.edit"]
    assert not desk.window.live.script.isVisible()
