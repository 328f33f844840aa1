"""The first ten minutes: the list of steps, what ticks it, and the hints of the sample show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from hostconsole.bundled import SAMPLES
from hostconsole.keys.rehearsal import is_pad
from hostconsole.keys.table import KeyTable
from hostconsole.show.events import HostScreenChanged, ObsReady
from hostconsole.ui.first_steps import STEPS, FirstSteps
from hostconsole.ui.hints import Hints
from hostconsole.ui.language import Speech
from hostconsole.ui.part import key_name
from tests.ui.conftest import Console
from tests.ui.host_stage import Stage

Opened = Callable[..., Console]


def steps(desk: Console) -> FirstSteps:
    desk.window.show_room("prepare")
    assert desk.window.prepare is not None
    return desk.window.prepare.steps


def ticked(list_: FirstSteps) -> set[str]:
    return {name for name, row in list_.rows.items() if row.lamp.shape == "check"}


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_step_is_ticked_by_what_is_seen_and_by_nothing_else(qtbot, console: Opened) -> None:
    desk = console(Stage(kind="preparation"))
    list_ = steps(desk)
    assert ticked(list_) == {"sheet"}
    desk.stage.show.record(
        (ObsReady(version="32.0", scene="", scenes=(), inputs=(), transition_ms=0),), actor="obs"
    )
    desk.stage.show.record((HostScreenChanged(shown=True, why=""),), actor="console")
    assert ticked(list_) == {"sheet", "obs", "host"}
    keys = [key for key in KeyTable.build().system_keys() if not is_pad(key)]
    desk.kept["keys.arrived"] = "\n".join(keys).encode()
    desk.window.rehearse(False)
    assert ticked(list_) == {"sheet", "obs", "host", "keys"}
    click(qtbot, list_.rows["rehearse"].open)
    assert desk.bridge.state.mode == "rehearsal"
    assert ticked(steps(desk)) == set(STEPS)


@pytest.mark.parametrize("name", SAMPLES.values())
def test_the_sample_is_no_sheet_of_ones_own(console: Opened, name: str) -> None:
    stage = Stage(kind="preparation")
    stage.edit_state(plan=replace(stage.state.plan, sheet=f"/somewhere/{name}"))
    assert "sheet" not in ticked(steps(console(stage)))


def test_every_step_can_be_skipped_and_found_again(qtbot, console: Opened) -> None:
    desk = console(Stage(kind="preparation"))
    list_ = steps(desk)
    for name in ("obs", "host", "keys", "rehearse"):
        click(qtbot, list_.rows[name].skip)
    assert list_.rows["sheet"].open.isHidden(), "nothing is left to do: the list folds"
    click(qtbot, list_.fold)
    assert list_.rows["obs"].open.isVisible() and list_.rows["obs"].words.text() == "skipped"
    click(qtbot, list_.rows["obs"].skip)
    assert list_.rows["obs"].words.text() == "not connected"
    again = console(Stage(kind="preparation"), kept=desk.kept)
    assert steps(again).rows["host"].words.text() == "skipped"


@pytest.mark.parametrize(("step", "command"), [("keys", "desk.rehearse_keys")])
def test_a_step_opens_its_place(qtbot, console: Opened, step: str, command: str) -> None:
    desk = console(Stage(kind="preparation"))
    list_ = steps(desk)
    with qtbot.waitSignal(desk.window.asked) as asked:
        click(qtbot, list_.rows[step].open)
    assert asked.args[0] == command


def test_the_hosts_screen_and_back(qtbot, console: Opened) -> None:
    desk = console(Stage(kind="preparation"))
    click(qtbot, steps(desk).rows["host"].open)
    pages = desk.window.prepare.pages
    assert pages.currentIndex() > 0
    pages.currentWidget().done.emit()
    assert pages.currentIndex() == 0


def test_the_last_step_leads_to_the_button_that_goes_live(qtbot, console: Opened) -> None:
    desk = console(Stage(kind="preparation"))
    click(qtbot, steps(desk).rows["ready"].open)
    assert desk.window.prepare.session.go_live.hasFocus()


def test_another_sheet_is_asked_for_with_its_path(qtbot, console: Opened) -> None:
    desk = console(Stage(kind="preparation"))
    steps(desk)
    with qtbot.waitSignal(desk.window.asked) as asked:
        desk.window.prepare.sheet_chosen.emit("/shows/tonight.xlsx")
    assert asked.args == ["desk.open_sheet", {"path": "/shows/tonight.xlsx"}]


# -- hints ---------------------------------------------------------------------------------------------


@pytest.fixture
def trying(qtbot, console: Opened) -> tuple[Console, Hints, list[str]]:
    desk = console(Stage())
    desk.window.show_room("live")
    live, seen = desk.window.live, []
    buttons = live.on_air.air_actions.buttons
    hints = Hints(
        live,
        desk.bridge,
        anchors={"take": live.next.take, "back": buttons["show.back"], "link": buttons["link.up"]},
        key_of=lambda act: key_name(desk.window.keys, act),
        seen=lambda: seen.append("seen"),
    )
    return desk, hints, seen


def test_take_back_link_up_then_silence(trying: tuple[Console, Hints, list[str]]) -> None:
    desk, hints, seen = trying
    assert hints.bubble.isVisible() and "Pause puts NEXT on air" in hints.bubble.words.text()
    desk.stage.do("show.take")
    assert "Ctrl+Alt+U takes it back" in hints.bubble.words.text()
    desk.stage.do("show.back")
    assert "take a product" in hints.bubble.words.text()
    desk.stage.take("P03")
    assert "Ctrl+Alt+PgUp" in hints.bubble.words.text()
    desk.stage.do("link.up", now="yes")
    assert (hints.bubble.isVisible(), seen, hints.shown) == (False, ["seen"], None)
    desk.stage.do("show.back")
    assert not hints.bubble.isVisible() and seen == ["seen"]


def test_hints_go_by_mouse_too_and_all_at_once(qtbot, trying: tuple[Console, Hints, list[str]]) -> None:
    _desk, hints, seen = trying
    click(qtbot, hints.bubble.got_it)
    assert hints.shown == "back"
    click(qtbot, hints.bubble.enough)
    assert (hints.bubble.isVisible(), seen) == (False, ["seen"])


def test_a_hint_never_takes_the_keyboard(trying: tuple[Console, Hints, list[str]]) -> None:
    desk, hints, _seen = trying
    assert desk.window.live.queue.view.hasFocus()
    for button in (hints.bubble.got_it, hints.bubble.enough):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_hint_is_whole_and_inside_the_room(
    qtbot, trying: tuple[Console, Hints, list[str]], speech: Speech, language: str
) -> None:
    desk, hints, _seen = trying
    speech.speak("zh" if language == "zh" else "en")
    desk.stage.take("P03")
    bubble, words = hints.bubble, hints.bubble.words
    for size in ((1280, 720), (1920, 1080), (3840, 2160)):
        desk.window.resize(*size)
        # The bubble is placed anew once the room has its new size.
        qtbot.waitUntil(lambda: words.heightForWidth(words.width()) <= words.height())
        assert desk.window.live.rect().contains(bubble.geometry())


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_no_hint_covers_a_number(
    qtbot, trying: tuple[Console, Hints, list[str]], size: tuple[int, int]
) -> None:
    desk, hints, _seen = trying
    desk.window.resize(*size)
    live = desk.window.live
    card, following = live.on_air, live.next
    numbers = (
        card.price.value, card.left.value, card.since_take, card.planned, card.link_no, card.link,
        card.stock, following.price, following.left, following.link_no,
    )  # fmt: skip
    for shown, command in (("take", "show.take"), ("back", "show.take_item item=P03"), ("link", "")):
        qtbot.wait(20)
        bubble = hints.bubble.geometry()
        covered = [
            number
            for number in numbers
            if number.isVisible() and bubble.intersects(QRect(number.mapTo(live, QPoint()), number.size()))
        ]
        assert (hints.shown, hints.bubble.isVisible(), covered) == (shown, True, [])
        desk.stage.wait(3)
        name, _, item = command.partition(" item=")
        if name:
            desk.stage.do(name, **({"item": item} if item else {}))


def test_a_show_without_items_says_where_they_come_from(console: Opened) -> None:
    stage = Stage()
    stage.edit_state(order=(), items={}, next=None)
    desk = console(stage)
    desk.window.show_room("live")
    assert desk.seen(desk.window.live).count("Open a run-sheet in Prepare") == 3
