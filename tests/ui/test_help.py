"""Help where it is needed: F1 shows the keys of the moment, hovering over a lamp explains it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from hostconsole.keys.table import KeyTable
from hostconsole.show.obs_events import ObsLink
from hostconsole.show.obs_state import Obs
from hostconsole.show.state import State
from hostconsole.ui.host_help import lines
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.lamp_help import WHY
from hostconsole.ui.language import Speech
from hostconsole.ui.moment import KeyLine, Moment, groups
from hostconsole.ui.start_page import StartPage
from tests.ui.conftest import Console
from tests.ui.host_stage import Stage
from tests.ui.test_console_keys import muted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Opened = Callable[..., Console]


def shown(stage: Stage, room: str = "live") -> dict[str, KeyLine]:
    moment = Moment(table=KeyTable.build(), state=stage.state, room=room, rules=stage.rules, now_ms=0)
    return {key: line for group in groups(moment) for line in group.lines for key in line.keys}


def titles(stage: Stage, room: str) -> list[str]:
    moment = Moment(table=KeyTable.build(), state=stage.state, room=room, rules=stage.rules, now_ms=0)
    return [group.title for group in groups(moment)]


def test_on_air_each_key_says_what_it_would_do_now(speech: Speech) -> None:
    stage = Stage()
    stage.take("P03")
    stage.do("next.set", item="P04")
    keys = shown(stage)
    assert keys["Pause"].words == "Take: Link 4"
    assert (keys["Ctrl+Alt+PgUp"].words, keys["Ctrl+Alt+PgUp"].works) == ("Link up: Link 3", True)
    assert keys["Ctrl+Alt+1"].words.startswith("Cue: ")
    stage.do("link.up", now="yes")
    keys = shown(stage)
    assert not keys["Ctrl+Alt+PgUp"].works
    assert keys["Ctrl+Alt+PgDown"].words == "Batch gone"
    assert keys["Ctrl+Alt+Ins"].words == "Release +250"


def test_before_a_session_the_system_wide_keys_do_nothing_and_come_last(speech: Speech) -> None:
    stage = Stage(kind="preparation")
    assert titles(stage, "prepare") == ["In the console", "In any window, once a session runs"]
    assert not shown(stage, "prepare")["Pause"].works
    assert shown(stage, "prepare")["Ctrl+Z"].works


def test_with_nothing_on_air_the_acts_of_an_item_are_quiet(speech: Speech) -> None:
    keys = shown(Stage())
    assert [keys[key].works for key in ("Pause", "Ctrl+Alt+U", "Ctrl+Alt+PgUp")] == [True, False, False]


def test_f1_and_the_question_mark_show_them_and_they_follow_the_show(qtbot, console: Opened) -> None:
    desk = console(Stage())
    qtbot.mouseClick(desk.window.status.help, Qt.MouseButton.LeftButton)
    assert "Keys of this moment" in desk.seen(desk.window.keys_panel)
    desk.stage.take("P03")
    assert "Link up: Link 3" in desk.seen(desk.window.keys_panel)
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    assert not desk.window.keys_panel.isVisible()


def test_another_room_puts_the_keys_away_and_has_its_own(qtbot, console: Opened) -> None:
    desk = console(Stage())
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    desk.window.show_room("prepare")
    assert not desk.window.keys_panel.isVisible()
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    assert "On a row of the queue" not in desk.seen(desk.window.keys_panel)


def test_escape_puts_the_keys_away_and_does_nothing_else(qtbot, console: Opened) -> None:
    desk = console(Stage())
    muted(desk)
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    assert desk.window.keys_panel.isVisible()
    qtbot.keyClick(desk.window.live.queue.view, Qt.Key.Key_Escape)
    assert not desk.window.keys_panel.isVisible()
    assert not desk.stage.state.acknowledged
    qtbot.keyClick(desk.window.live.queue.view, Qt.Key.Key_Escape)
    assert desk.stage.state.acknowledged, "now it is the alert's again"


def test_the_start_page_has_its_own(qtbot, speech: Speech) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClick(page, Qt.Key.Key_F1)
    assert page.keys_panel is not None and page.keys_panel.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.keys_panel.isVisible()


def test_the_start_page_changes_its_language(qtbot, speech: Speech) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.language_chosen.connect(speech.speak)
    page.show()
    qtbot.mouseClick(page.languages["zh"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.demo.title.text() == "试一试")


def test_on_a_card_the_hosts_keys_are_those_of_points(speech: Speech) -> None:
    table = KeyTable.build().bindings
    card = dict(lines(table, card=True, language="en"))
    scroll = dict(lines(table, card=False, language="zh"))
    assert card["The next point is said"] == "PgDown"
    assert "Prompter: faster" not in card
    assert scroll["提词下一行"] == "PgDown"


# -- lamps ---------------------------------------------------------------------------------------------

LINKS: tuple[ObsLink, ...] = ("connecting", "loading", "ready", "lost", "refused", "simulated")
STATES = [
    State(),
    *(State(obs=Obs(link=link)) for link in LINKS),
    State(obs=Obs(link="ready", mic_muted=True, recording=True, paused=True, reconnecting=True)),
    State(obs=Obs(link="ready", mic_muted=False, mic_silent=True, recording=True), host_shown=True),
    State(obs=Obs(link="ready", mic_muted=False, mic_untold=True)),
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(WHY))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_lamp_explains_itself_in_every_state(name: str, language: str, speech: Speech) -> None:
    speech.speak("zh" if language == "zh" else "en")
    for state in STATES:
        words = WHY[name](state)
        assert len(words) > 8
        assert (language == "zh") == any("\u4e00" <= sign <= "\u9fff" for sign in words), words


def test_the_explanation_follows_the_state(speech: Speech) -> None:
    muted = State(obs=Obs(link="ready", mic_muted=True))
    assert "unmute" in WHY["mic"](muted)
    assert "unmute" not in WHY["mic"](replace(muted, obs=Obs(link="ready", mic_muted=False)))


def test_hovering_over_a_lamp_shows_it(qtbot, console: Opened) -> None:
    desk = console(Stage())
    lamp = desk.window.status.obs
    spot = QPoint(5, 5)
    QApplication.sendEvent(lamp, QHelpEvent(QEvent.Type.ToolTip, spot, lamp.mapToGlobal(spot)))
    qtbot.waitUntil(lambda: "Prepare, OBS connects it." in QToolTip.text())


def test_every_lamp_of_the_console_that_has_words_explains_itself(console: Opened) -> None:
    stage = Stage()
    stage.take("P03")
    desk = console(stage)
    lamps = [lamp for lamp in desk.window.findChildren(Lamp) if lamp.isVisible() and lamp.text()]
    points = desk.window.live.host.points.findChildren(Lamp)
    mute = {lamp.text() for lamp in lamps if lamp not in points and lamp.explanation() == lamp.text()}
    assert mute == {"ON AIR", "NEXT"}, "headings, not lamps"
