"""Timers on the now-do line of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.host_stage import Stage, coffee, cup


def test_a_timer_stands_on_the_line_and_a_click_says_it_is_done(console, qtbot) -> None:
    desk = console(Stage(cup(cues=""), coffee()))
    desk.bridge.run("show.take")
    desk.bridge.run("link.up", now="yes")
    desk.bridge.run("timer.start", label="开福袋", seconds="90")
    first = desk.window.live.do_line.steps[0]
    assert first.text() == "01:30 → 开福袋"
    desk.stage.wait(100)
    desk.window._tick()
    assert first.text() == "开福袋 (late 00:10)"
    assert "Now: 开福袋" in desk.seen()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert desk.stage.state.timers == ()
    assert "开福袋" not in first.text()
