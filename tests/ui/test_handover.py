"""The hand-over card: over the room, not modal, held to confirm."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hostconsole.show.events import (
    IncidentEnded,
    MicChanged,
    ObsLinkChanged,
    ObsReady,
    OutputsChanged,
    SafeEntered,
    SafeLeft,
)
from hostconsole.ui.held_button import HOLD_MS
from tests.ui.conftest import Console
from tests.ui.host_stage import Stage, coffee, cup

READY = ObsReady(version="32.0", scene="", scenes=(), inputs=(), transition_ms=0)
STREAMS = OutputsChanged(streaming=True, recording=False, paused=False, virtual_camera=False)
STREAMS_AGAIN = replace(STREAMS, reconnecting=True)


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


IN_ENGLISH = (
    "OBS lost 1 h 2 min · network drops 1 min 22 s (2×) · stream lost 1 min 10 s (2×) · PC too slow 44 s · "
    "microphone silent 31 s · stream stood still 9 s · safe picture shown 40 s"
)
IN_CHINESE = (
    "OBS 断开 1 小时 2 分 · 网络丢帧 1 分 22 秒(2 次) · 断流 1 分 10 秒(2 次) · 电脑跟不上 44 秒 · "
    "麦克风没声音 31 秒 · 推流卡住 9 秒 · 用过救场画面 40 秒"
)


def went_wrong(desk: Console) -> None:
    """An evening with everything that can go wrong with the picture and the sound."""
    record = desk.stage.show.record
    for what, seconds in (("network", 12.0), ("network", 70.4), ("computer", 44.0), ("mic_silent", 31.0)):
        record((IncidentEnded(what=what, seconds=seconds),), actor="obs")
    record((IncidentEnded(what="stream_stuck", seconds=9.4),), actor="obs")
    for seconds in (8, 62):
        record((STREAMS_AGAIN,), actor="obs")
        desk.stage.wait(seconds)
        record((STREAMS,), actor="obs")
    record((SafeEntered(scene="BRB", came_from="A"), SafeLeft(seconds=40.0)), actor="甲")
    record((replace(READY, away_s=3725.0),), actor="obs")


@pytest.mark.parametrize(("language", "said"), [("en", IN_ENGLISH), ("zh", IN_CHINESE)])
@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_who_takes_over_reads_all_that_went_wrong(
    console, speech, language: str, said: str, size: tuple[int, int]
) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.window.resize(*size)
    speech.speak(language)
    desk.bridge.run("show.take")
    card = desk.window.live.handover
    card.open()
    assert not card.past.isVisible()
    low = card.height()
    went_wrong(desk)
    assert card.past.text().replace("\N{NO-BREAK SPACE}", " ") == said
    QApplication.processEvents()
    assert card.past.isVisible()
    assert card.height() > low
    assert card.past.height() >= card.past.heightForWidth(card.past.width())
    assert card.rect().contains(card.confirm.geometry())
    assert desk.window.live.rect().contains(card.geometry())


@pytest.mark.parametrize(("language", "said"), [("en", "Reconnecting 8 s"), ("zh", "重连中 8 秒")])
def test_a_stream_that_is_gone_says_for_how_long_on_the_lamp_and_on_the_card(
    console, speech, language: str, said: str
) -> None:
    desk = console(Stage(cup(), coffee()))
    speech.speak(language)
    desk.bridge.run("show.take")
    desk.stage.show.record((READY, STREAMS_AGAIN), actor="obs")
    card = desk.window.live.handover
    card.open()
    desk.stage.wait(8)
    desk.window._tick()
    assert desk.window.status.out.text() == said
    assert card.lines[9].text().split(" · ")[:2] == ["OBS", said]


def test_obs_that_is_lost_and_a_show_that_is_not_recorded_stand_in_its_line(console) -> None:
    desk = console(Stage(cup(), coffee(), kind="preparation"))
    desk.bridge.run("show.go_live")
    desk.bridge.run("show.take")
    desk.stage.show.record((READY, STREAMS), actor="obs")
    card = desk.window.live.handover
    card.open()
    assert card.lines[9].text() == "OBS · stream · Not recording"
    desk.stage.show.record((ObsLinkChanged(was="ready", now="lost"),), actor="obs")
    desk.stage.wait(95)
    desk.window._tick()
    assert card.lines[9].text().split(" · ")[0] == "OBS lost 95 s"


def test_on_a_large_screen_the_card_grows_with_its_words(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.window.resize(3840, 2160)
    desk.bridge.run("show.take")
    card = desk.window.live.handover
    card.open()
    qtbot.waitUntil(lambda: card.width() > 1800 and card.height() >= card.sizeHint().height())
