"""The hand-over card: over the room, not modal, held to confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hostconsole.show.events import MicChanged, ObsReady, OutputsChanged
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


def test_in_chinese_the_card_speaks_chinese_of_obs_and_alerts(console, qtbot, speech) -> None:
    desk = console(Stage(cup(), coffee()))
    speech.speak("zh")
    desk.bridge.run("show.take")
    desk.stage.show.record(
        (
            ObsReady(version="32.0", scene="", scenes=(), inputs=(), transition_ms=0),
            OutputsChanged(streaming=True, recording=True, paused=False, virtual_camera=False),
            MicChanged(muted=True),
        ),
        actor="obs",
    )
    card = desk.window.live.handover
    card.open()
    alerts, obs = card.lines[7].text(), card.lines[9].text()
    assert "静音" in alerts
    assert obs == "OBS · 推流 · 录像"


def test_on_a_large_screen_the_card_grows_with_its_words(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.window.resize(3840, 2160)
    desk.bridge.run("show.take")
    card = desk.window.live.handover
    card.open()
    qtbot.waitUntil(lambda: card.width() > 1800 and card.height() >= card.sizeHint().height())
