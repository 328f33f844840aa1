"""The end card: what still runs, reasons asked for, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hostconsole.show import events as e
from tests.ui.host_stage import Stage, coffee, cup


def test_after_the_end_it_says_what_still_runs_and_asks_for_reasons(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.bridge.run("show.take")
    desk.bridge.run("link.up", now="yes")
    desk.bridge.run("price.set", price="88")
    card = desk.window.live.end_card
    assert not card.isVisible()
    desk.bridge.run("show.end", sure="yes")
    assert card.isVisible()
    assert card.links.text() == "Still up on the platform: Link 3"
    assert card.outputs.text() == "OBS is not connected: look there what still runs"
    first = card.reasons[0]
    assert "Link 3 price ¥89 → ¥88" in first.words.text()
    qtbot.keyClicks(first.field, "match the shop")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    assert desk.stage.state.corrections == ()
    assert not first.isVisible()


def test_a_session_ended_by_mistake_is_gone_on_with_from_the_card(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    desk.bridge.run("show.end", sure="yes")
    card = desk.window.live.end_card
    assert card.reopen.hint == "10:00"
    qtbot.mouseClick(card.reopen, Qt.MouseButton.LeftButton)
    assert desk.stage.state.mode == "rehearsal"
    assert not card.isVisible()
    desk.bridge.run("show.end", sure="yes")
    desk.stage.wait(601)
    desk.window._tick()
    assert not card.reopen.isVisible()
    qtbot.mouseClick(card.close_, Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_what_still_leaves_obs_is_stopped_from_the_card(console, qtbot) -> None:
    desk = console(Stage(cup(), coffee()))
    ready = e.ObsReady(version="31", scene="A", scenes=("A",), inputs=(), transition_ms=0)
    on = e.OutputsChanged(streaming=True, recording=True, paused=False, virtual_camera=False)
    desk.stage.show.record((ready, on), actor="obs")
    desk.bridge.run("show.end", sure="yes")
    asked: list[object] = []
    desk.stage.show.subscribe(lambda _state, entries: asked.extend(entry.event for entry in entries))
    card = desk.window.live.end_card
    qtbot.mouseClick(card.stream, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.record, Qt.MouseButton.LeftButton)
    assert asked == [e.OutputAsked(name="stream", on=False), e.OutputAsked(name="recording", on=False)]


@pytest.mark.parametrize(
    ("fault", "said"), [("", "日志已保存,复盘报告已写好"), ("disk full", "日志已保存;报告没写成:disk full")]
)
def test_what_became_of_the_report_is_said_in_the_language_chosen_meanwhile(
    console, speech, qtbot, fault, said
):
    desk = console(Stage(cup(), coffee()))
    desk.bridge.run("show.end", sure="yes")
    card = desk.window.live.end_card
    card.show_report(desk.stage.state.session, fault)
    speech.speak("zh")
    qtbot.waitUntil(lambda: card.log.text() == said)
    assert card.report.isVisible() == (not fault)
