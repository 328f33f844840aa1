"""The layout for one person alone, and the now-do line in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.show.stage import on_air as stage_on_air
from tests.show.stage import product
from tests.ui.host_stage import Stage, coffee, cup, opening

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_solo_shows_card_and_controls_only_and_is_remembered(console, qtbot) -> None:
    kept: dict[str, bytes] = {}
    desk = console(Stage(opening(), cup(), coffee()), kept=kept)
    live = desk.window.live
    assert not live.solo.isVisible()
    desk.window.status.solo.click()
    desk.window.resize(700, 620)
    assert live.solo.isVisible()
    assert not live.queue.isVisible()
    assert not live.host.isVisible()
    assert desk.window.width() <= 720
    again = console(Stage(opening()), kept=kept)
    assert again.window.live.solo.isVisible()
    again.window.status.solo.click()
    assert again.window.live.queue.isVisible()


def test_the_window_grows_for_a_room_that_needs_it_and_is_small_again_in_live(console) -> None:
    window = console(Stage(opening(), cup(), coffee())).window
    window.status.solo.click()
    window.resize(700, 620)
    for room in ("prepare", "review"):
        window.show_room(room)
        QApplication.processEvents()
        part = window.rooms.currentWidget()
        assert part.minimumSizeHint().width() <= part.width()
    window.show_room("prepare")
    end = window.prepare.session.end
    assert end.mapTo(window, end.rect().topRight()).x() < window.width()
    window.show_room("live")
    assert (window.width(), window.height()) == (700, 620)


def test_a_window_closed_in_a_room_it_grew_for_remembers_its_small_size(console) -> None:
    kept: dict[str, bytes] = {}
    desk = console(Stage(opening(), cup(), kind="preparation"), kept=kept)
    desk.window.status.solo.click()
    desk.window.resize(700, 620)
    desk.window.show_room("prepare")
    desk.window.close()
    again = QWidget()
    again.restoreGeometry(kept["console.geometry"])
    assert (again.width(), again.height()) == (700, 620)


def test_a_size_given_by_hand_in_another_room_is_kept(console) -> None:
    window = console(Stage(opening(), cup(), coffee())).window
    window.status.solo.click()
    window.resize(700, 620)
    window.show_room("prepare")
    window.resize(1300, 800)
    window.show_room("live")
    assert (window.width(), window.height()) == (1300, 800)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_the_smallest_window_the_rooms_keep_their_words_and_the_lamps_their_shapes(
    console, speech, language
) -> None:
    speech.speak(language)
    desk = console(Stage(opening(), cup(), coffee()))
    desk.window.status.solo.click()
    desk.window.resize(680, 600)
    obs = replace(desk.stage.state.obs, link="simulated", mic_muted=True)
    desk.stage.edit_state(obs=obs)
    desk.bridge.unsaved.emit(3, "The disk is full.")
    desk.bridge.keys_unbound.emit(("F13", "F14"))
    status = desk.window.status
    status.show_state(desk.stage.state, 0)
    QApplication.processEvents()
    assert status.mode.width() >= status.mode.sizeHint().width()
    buttons = [status.room_button(name) for name in ("prepare", "live", "review")]
    for button in (*buttons, status.solo):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 8
    assert status.help.mapTo(desk.window, status.help.rect().topRight()).x() < desk.window.width()
    for lamp in (status.out, status.mic, status.rec, status.obs, status.saved, status.keys):
        assert lamp.isVisible()
        assert lamp.width() >= lamp.fontMetrics().height()
    desk.window.resize(1440, 900)
    QApplication.processEvents()
    assert status.obs.width() >= status.obs.wide()


def test_the_one_button_says_what_it_will_do_and_does_it(console, qtbot) -> None:
    desk = console(Stage(cup(release=(), countdown_s=None), coffee()))
    desk.window.status.solo.click()
    solo = desk.window.live.solo
    assert solo.step.text() == "Take Link 3"
    qtbot.mouseClick(solo.step, Qt.MouseButton.LeftButton)
    assert desk.stage.state.on_air.item.id == "P03"
    assert solo.step.text() == "Link up: Link 3"
    desk.stage.wait(1)
    qtbot.mouseClick(solo.step, Qt.MouseButton.LeftButton)
    assert desk.stage.state.items["P03"].link.status == "up"
    assert solo.step.text() == "Take Link 4"


def test_in_a_low_window_what_is_next_is_still_said(console) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.window.status.solo.click()
    desk.window.resize(700, 620)
    live = desk.window.live
    assert not live.next.isVisible()
    assert "316不锈钢保温杯" in live.solo.next.text()
    desk.bridge.run("show.take")
    live.on_air.edit_price()
    assert live.on_air.editor.isVisible()


def test_the_line_shows_steps_with_time_and_key_and_a_click_does_or_ticks_them(console, qtbot) -> None:
    desk = console(Stage(cup(cues="T-60s 备样|T0 上链接|T+60s 报剩余"), coffee()))
    desk.bridge.run("show.take")
    first, second, *_ = desk.window.live.do_line.steps
    assert (first.text(), first.hint) == ("备样", "")
    assert (second.text(), second.hint) == ("上链接", "Ctrl+Alt+PgUp")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.text() == "上链接"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert desk.stage.state.items["P03"].link.status == "up"
    assert first.text().endswith("→ 报剩余")


def test_a_due_batch_asks_and_a_late_step_says_how_late(console) -> None:
    desk = console(Stage(cup(cues=""), coffee()))
    desk.bridge.run("show.take")
    desk.bridge.run("link.up", now="yes")
    desk.stage.wait(225)
    desk.window._tick()
    first = desk.window.live.do_line.steps[0]
    assert (first.text(), first.hint) == ("+250 in 15 s", "Ctrl+Alt+Ins")
    desk.stage.wait(115)
    desk.window._tick()
    assert first.text() == "Release +250 (late 01:40)"
    assert desk.stage.state.stock["CUP"].batch == 1


def test_the_strip_announces_what_the_one_key_will_do(qtbot, speech) -> None:
    from hostconsole.ui.bridge import Bridge
    from hostconsole.ui.strip import Strip

    stage = stage_on_air(product("P3"), product("P4"))
    keys = {"desk.step": "F13"}
    strip = Strip(
        Bridge(show=stage.show),
        remember=lambda _name, _value: None,
        recall=lambda _name: None,
        key_of=lambda act: keys.get(act, ""),
    )
    qtbot.addWidget(strip)
    strip.tick()
    assert strip.step.text() == "F13: Link up: Link 3"
    keys.clear()
    strip.tick()
    assert strip.step.text() == ""
