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


def corrected(console, *prices: str):
    """The end card's desk after prices that nobody gave a reason for."""
    desk = console(Stage(cup(), coffee()))
    desk.stage.take("P03")
    for price in prices:
        desk.stage.wait(5)
        desk.stage.do("price.set", price=price)
    desk.bridge.run("show.end", sure="yes")
    return desk


def reasons(desk) -> list[tuple[str, str]]:
    """What stands on the card: each correction's new price, and what is typed beside it."""
    seen = [line for line in desk.window.live.end_card.reasons if line.isVisible()]
    seen.sort(key=lambda line: line.y())
    return [(line.words.text().split("→ ")[1].split()[0], line.field.text()) for line in seen]


def test_a_reason_being_typed_stays_with_its_correction_when_another_gets_its_own(console, qtbot):
    desk = corrected(console, "88", "87", "86")
    first, second, _third = desk.window.live.end_card.reasons[:3]
    qtbot.keyClicks(second.field, "typed wrong")
    qtbot.keyClicks(first.field, "promised")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    qtbot.wait(20)
    assert reasons(desk) == [("¥87", "typed wrong"), ("¥86", "")]
    qtbot.keyClick(second.field, Qt.Key.Key_Return)
    assert reasons(desk) == [("¥86", "")]


def test_one_reason_after_the_other_is_typed_without_the_mouse(console, qtbot):
    desk = corrected(console, "88", "87")
    first, second = desk.window.live.end_card.reasons[:2]
    qtbot.mouseClick(first.field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first.field, "promised")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    assert second.field.hasFocus()


def test_corrections_there_was_no_room_for_move_up_in_their_order(console, qtbot):
    desk = corrected(console, "88", "87", "86.9", "86.8", "86.7", "86.6", "86.5")
    last = desk.window.live.end_card.reasons[5]
    qtbot.keyClicks(last.field, "sold out soon")
    second = desk.window.live.end_card.reasons[1]
    qtbot.keyClicks(second.field, "promised")
    qtbot.keyClick(second.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            reasons(desk)
            == [
                ("¥88", ""),
                ("¥87", ""),
                ("¥86.8", ""),
                ("¥86.7", ""),
                ("¥86.6", ""),
                ("¥86.5", "sold out soon"),
            ]
        )
    )


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
