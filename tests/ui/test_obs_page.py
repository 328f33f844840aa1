"""The OBS page: the link and what to do, where OBS is, how the picture leaves, starting and stopping."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from hostconsole.show import events as e
from hostconsole.show.obs_remark import ObsRemark
from hostconsole.show.obs_remark_words import WORDS
from hostconsole.show.rules import Rules
from hostconsole.ui.held_button import HOLD_MS
from hostconsole.ui.obs_page import ObsPage
from hostconsole.ui.obs_remark_texts import OBS_REMARK_TEXTS
from hostconsole.ui.obs_words import ObsPlace
from hostconsole.ui.outputs import out_lamp
from tests.ui.host_stage import Stage, cup

READY = e.ObsReady(
    version="30.2.3", scene="Wide", scenes=("Wide", "Close", "Safe BRB"), inputs=(), transition_ms=300
)


@pytest.fixture
def opened(console: Callable[..., Any]) -> Callable[..., tuple[Any, ObsPage]]:
    """A console whose OBS page is looked at."""

    def open_page(stage: Stage | None = None) -> tuple[Any, ObsPage]:
        desk = console(stage or Stage(cup()))
        desk.window.show_room("prepare")
        desk.window.prepare.obs.click()
        return desk, desk.window.prepare.pages.currentWidget()

    return open_page


def link(desk: Any, now: str, why: str = "", was: str = "off") -> None:
    desk.stage.show.record((e.ObsLinkChanged(was=was, now=now, why=why),), actor="obs")  # type: ignore[arg-type]


def outputs(desk: Any, **on: bool) -> None:
    told = {"streaming": False, "recording": False, "paused": False, "virtual_camera": False} | on
    desk.stage.show.record((e.OutputsChanged(**told),), actor="obs")


def test_an_obs_found_on_this_pc_is_read_only_with_consent(opened, qtbot) -> None:
    _desk, page = opened()
    page.show_address("ws://127.0.0.1:4455")
    page.show_place(ObsPlace(found=True, server_on=True))
    assert "May its port and password be read" in page.where.words["here"].text()
    link(_desk, "connecting", "nothing answers at 127.0.0.1:4455")
    assert "let its port and password be read" in page.todo.text()
    with qtbot.waitSignal(page.address_chosen) as asked:
        qtbot.mouseClick(page.where.read, Qt.MouseButton.LeftButton)
    assert asked.args == ["this-pc", ""]
    page.show_address("this-pc")
    assert not page.where.read.isVisible()
    assert "let its port and password be read" not in page.todo.text()
    assert "kept nowhere" in page.where.words["here"].text()


@pytest.mark.parametrize("address", ["this-pc", "ws://127.0.0.1:4455"])
def test_a_server_that_is_off_is_shown_as_a_picture_of_the_tick_to_set(opened, address: str) -> None:
    desk, page = opened()
    page.show_address(address)
    link(desk, "connecting", "its server is off")
    page.show_place(ObsPlace(found=True, server_on=False, port=4460))
    assert page.picture.isVisible()
    assert page.todo.text() == "Set one tick in OBS, as in the picture: it connects by itself then."
    page.show_place(ObsPlace(found=True, server_on=True, port=4460))
    desk.stage.show.record((READY,), actor="obs")
    assert not page.picture.isVisible()
    assert page.link.text() == "OBS 30.2.3 is connected · 3 scenes"
    desk.stage.show.record((e.CollectionChanged(was="", now="Night"),), actor="obs")
    assert page.link.text() == "OBS 30.2.3 is connected · 3 scenes in 'Night'"


@pytest.mark.parametrize(
    ("now", "why", "said", "todo"),
    [
        ("off", "", "No OBS is used", "switched by hand"),
        ("connecting", "nothing answers", "OBS does not answer yet", "Start OBS: it connects by itself"),
        ("connecting", "x; it may be asking about Safe Mode", "OBS does not answer yet", "start normally"),
        ("loading", "", "OBS is loading", "Wait a moment"),
        ("lost", "OBS does not answer", "OBS is lost", "found by itself"),
        ("refused", "OBS refused the password", "OBS refused the password", "Type the password"),
        ("simulated", "", "OBS is simulated", "Open your own sheet"),
    ],
)
def test_each_state_of_the_link_says_what_to_do(opened, now: str, why: str, said: str, todo: str) -> None:
    desk, page = opened()
    page.show_address("ws://127.0.0.1:4460")
    link(desk, now, why)
    assert said in page.link.text()
    assert todo in page.todo.text()
    assert page.again.isVisible() == (now == "refused")


def test_another_pcs_obs_is_an_address_and_a_password(opened, qtbot) -> None:
    _desk, page = opened()
    page.show_address("ws://127.0.0.1:4455")
    qtbot.mouseClick(page.where.kinds["there"], Qt.MouseButton.LeftButton)
    page.where.address.setText("ws://studio:4455")
    qtbot.keyClicks(page.where.password, "geheim")
    with qtbot.waitSignal(page.address_chosen) as asked:
        qtbot.keyClick(page.where.password, Qt.Key.Key_Return)
    assert asked.args == ["ws://studio:4455", "geheim"]
    assert page.where.password.text() == ""


def test_how_the_picture_leaves_is_one_question(opened, qtbot) -> None:
    _desk, page = opened()
    assert page.outputs["stream"].isChecked()
    with qtbot.waitSignal(page.output_chosen) as chosen:
        qtbot.mouseClick(page.outputs["virtual_camera"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["virtual_camera"]


@pytest.mark.parametrize(
    ("output", "on", "said"),
    [
        ("stream", {"virtual_camera": True}, "Nothing going out"),
        ("stream", {"streaming": True}, "Live out 00:00:00"),
        ("virtual_camera", {"streaming": True}, "Nothing going out"),
        ("virtual_camera", {"virtual_camera": True}, "Virtual camera"),
        ("recording", {"streaming": True}, "Nothing going out"),
        ("recording", {"recording": True}, "Recording only"),
    ],
)
def test_the_out_lamp_watches_exactly_the_way_that_was_named(
    opened, output: str, on: dict[str, bool], said: str
) -> None:
    stage = Stage(cup(), kind="preparation")
    stage.do("show.go_live")
    desk, _page = opened(stage)
    desk.stage.show.record((READY,), actor="obs")
    outputs(desk, **on)
    rules = Rules(output=output)  # type: ignore[arg-type]
    assert out_lamp(desk.stage.state, desk.bridge.now_ms(), rules)[1] == said


def test_the_safe_picture_is_chosen_among_the_scenes_obs_has(opened, qtbot) -> None:
    desk, page = opened()
    desk.stage.show.record((READY,), actor="obs")
    assert [page.safe.itemData(n) for n in range(page.safe.count())] == ["", "Wide", "Close", "Safe BRB"]
    desk.bridge.rules = Rules(safe_scene="Gone")
    page.show_state(desk.stage.state, 0)
    assert page.safe.currentText() == "Gone (OBS does not have it)"


def test_an_output_starts_and_stops_only_by_holding_its_button(opened, qtbot) -> None:
    desk, page = opened()
    button = page.switches.buttons["recording"]
    assert not button.isEnabled()
    desk.stage.show.record((READY,), actor="obs")
    asked: list[Any] = []
    desk.stage.show.subscribe(lambda _state, entries: asked.extend(entry.event for entry in entries))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == []
    with qtbot.waitSignal(button.held, timeout=HOLD_MS * 3):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert asked == [e.OutputAsked(name="recording", on=True)]
    outputs(desk, recording=True)
    assert button.text() == "Stop"
    assert page.switches.lamps["recording"].text() == "00:00:00"


def test_what_the_page_shows_fits_at_the_smallest_window(opened) -> None:
    desk, page = opened()
    desk.window.resize(1180, 700)
    page.show_address("ws://127.0.0.1:4455")
    page.show_place(ObsPlace(found=True, server_on=True))
    for words in (page.todo, *page.where.words.values()):
        assert words.hasHeightForWidth()
    for button in (*page.outputs.values(), *page.where.kinds.values(), page.where.read):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_the_check_says_what_to_mend_first_and_when_it_was_made(opened, qtbot) -> None:
    desk, page = opened()
    assert "by itself once it is connected" in desk.seen(page.checks)
    assert not page.checks.ask.isEnabled()
    desk.stage.show.record((READY,), actor="obs")
    with qtbot.waitSignal(page.checks.asked):
        qtbot.mouseClick(page.checks.ask, Qt.MouseButton.LeftButton)
    page.checks.show_busy(True)
    assert not page.checks.ask.isEnabled()
    missing = ObsRemark(level="warning", code="scene_missing", item="P03", fields={"scene": "Top"})
    well = ObsRemark(level="ok", code="canvas_ok", fields={"size": "1920×1080", "fps": "30"})
    desk.stage.show.record((e.ObsChecked(remarks=(missing, well)),), actor="obs")
    page.checks.show_busy(False)
    assert page.checks.count.text().startswith("1 to mend · ")
    seen = desk.seen(page.checks)
    assert "Link 3 · OBS has no scene 'Top'." in seen
    assert "or choose another for this item." in seen
    assert "The picture goes out at 1920×1080, 30 frames a second." in seen


def test_every_remark_of_the_check_has_its_sentences_here() -> None:
    assert OBS_REMARK_TEXTS == WORDS


def test_a_click_on_a_lamp_of_obs_opens_its_page(console, qtbot) -> None:
    desk = console(Stage(cup()))
    assert desk.window.room() == "live"
    qtbot.mouseClick(desk.window.status.out, Qt.MouseButton.LeftButton)
    assert desk.window.room() == "prepare"
    assert isinstance(desk.window.prepare.pages.currentWidget(), ObsPage)


def test_how_obs_is_doing_stands_below_what_leaves_it(opened) -> None:
    desk, page = opened()
    desk.stage.show.record((READY,), actor="obs")
    outputs(desk, streaming=True)
    assert not page.switches.health.isVisible()
    told = e.ObsHealth(dropped=0.012, skipped=0.0, congestion=0.05, kbps=2480.4, disk_min=412.3)
    desk.stage.show.record((told,), actor="obs")
    assert page.switches.health.text() == (
        "2,480 kbit/s · network drops 1.2 % · PC skips 0.0 % · congestion 5.0 % · disk for 412 min"
    )
