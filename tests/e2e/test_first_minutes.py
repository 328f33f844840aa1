"""The first ten minutes with nothing but the windows: no OBS, no account, no command line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from Xlib import X
from Xlib.display import Display

from hostconsole.keys.rehearsal import ObsUse, Rehearsal
from hostconsole.keys.system import Unbound
from hostconsole.keys.table import KeyTable
from hostconsole.ui.key_rehearsal import KeyRehearsal
from hostconsole.ui.start_page import StartPage
from hostconsole.ui.theme import dress
from tests.e2e.acts import another_window_in_front, guard_passed
from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.twin import Twin
from tests.obs_rig import wait_until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SAMPLE = Path(__file__).parents[2] / "resources" / "sample_show.csv"
PROFILE = '[Hotkeys]\nOBSBasic.StartStreaming={"bindings":[{"control":true,"alt":true,"key":"OBS_KEY_U"}]}\n'
KEYS = {
    **{"Pause": "Pause", "Ctrl+Alt+Return": "Control+Alt+Return", "Ctrl+Alt+PgUp": "Control+Alt+Prior"},
    **{"Ctrl+Alt+PgDown": "Control+Alt+Next", "Ctrl+Alt+Ins": "Control+Alt+Insert"},
    **{f"Ctrl+Alt+{sign}": f"Control+Alt+{sign.lower()}" for sign in "UGN1234567890"},
}
TAKEN = "Ctrl+Alt+J"
OFFERED = {"Ctrl+Alt+K": "Control+Alt+k"}
TWO_MINUTES = 120.0
PAUSE = 0xFF13


@pytest.fixture
def desktop(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """A large screen, unless a test names another."""
    with Desktop(tmp_path, screen=getattr(request, "param", "1920x1080x24")) as desktop:
        yield desktop


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    running = Program(desktop, tmp_path / "data")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> QApplication:
    dress(qapp)
    return qapp


@pytest.fixture
def twin(dressed: QApplication, program: Program) -> Iterator[Twin]:
    twin = Twin(dressed, program)
    yield twin
    twin.end()


def test_a_product_is_on_air_within_two_minutes_of_the_first_start(
    program: Program, twin: Twin, desktop: Desktop
) -> None:
    began = time.monotonic()
    program.start()
    program.window("Host Console")
    page = StartPage()
    twin.click("Host Console", page, lambda: page.demo)
    wait_until(lambda: program.state["mode"] == "rehearsal", what="the sample show")
    program.focus(program.window("— Host Console"))
    wait_until(lambda: desktop.key_is_taken(PAUSE), what="the keys to be the console's")
    # First hint: take. Second: back. Third: take a product, and its link.
    program.press("Pause")
    wait_until(lambda: program.state["on_air"] == "S01", what="the opening on air")
    program.press("Control+Alt+u")
    wait_until(lambda: program.state["on_air"] is None, what="the opening taken back")
    guard_passed(program)
    program.press("Pause")
    wait_until(lambda: program.state["on_air"] == "S01", what="the opening again")
    guard_passed(program)
    program.press("Pause")
    wait_until(lambda: program.state["on_air"] == "P01", what="a product on air")
    assert time.monotonic() - began < TWO_MINUTES
    assert program.state["obs"]["link"] == "simulated"
    assert program.remembered("hints.seen") == ""
    program.press("Control+Alt+Prior")
    wait_until(lambda: program.remembered("hints.seen") == "yes", what="silence after the last hint")


@pytest.mark.parametrize("desktop", ["1366x768x24"], indirect=True)
def test_on_a_small_laptop_the_take_button_is_in_sight_and_not_covered(program: Program, twin: Twin) -> None:
    program.start("demo")
    program.window("— Host Screen")
    name = "— Host Console"
    wait_until(lambda: (program.place(name) or (0, 0, 0, 0))[2] == 1366, what="the whole screen to be used")
    console = twin.console()
    console.show_room("live")
    twin.click(name, console, lambda: console.live.next.take)
    wait_until(lambda: program.state["on_air"] == "S01", what="a take by mouse")


def test_from_the_sample_to_a_sheet_of_ones_own_and_on_air(
    program: Program, twin: Twin, tmp_path: Path
) -> None:
    own = tmp_path / "tonight.csv"
    own.write_text("品名,链接号,直播价,库存\n晨光杯,7,19.9,30\n晚风碗,8,29,40\n", "utf-8")
    program.start("demo")
    name = "— Host Console"
    program.focus(program.window(name))
    assert program.do("show.end", sure="yes")["ok"]
    console = twin.console()
    twin.click(name, console, lambda: console.status.room_button("prepare"))
    twin.click(name, console, lambda: console.prepare.steps.rows["sheet"].open)
    program.focus(program.window("Open a run-sheet"))
    program.type(str(own))
    program.press("Return")
    wait_until(lambda: [i["title"] for i in program.state["items"]] == ["晨光杯", "晚风碗"], what="own sheet")
    assert program.state["obs"]["link"] != "simulated"
    assert program.remembered("sheet.last") == str(own), "the next box for files begins there"
    wait_until(lambda: program.state["lamps"]["host"] == "on", what="the host's screen to be known again")
    twin.click(name, console, lambda: console.prepare.steps.rows["rehearse"].open)
    wait_until(lambda: program.state["mode"] == "rehearsal", what="the rehearsal")
    program.press("Pause")
    wait_until(lambda: program.state["on_air"] is not None, what="the first product on air")
    assert program.item(program.state["on_air"])["link_no"] == "7"


@pytest.fixture
def another_program(desktop: Desktop) -> Iterator[None]:
    """It has Ctrl+Alt+J, as chat programs do."""
    display = Display(desktop.display)
    code = display.keysym_to_keycode(ord("j"))
    held = X.ControlMask | X.Mod1Mask
    display.screen().root.grab_key(code, held, False, X.GrabModeAsync, X.GrabModeAsync)
    display.sync()
    yield
    display.close()


def test_each_key_ticks_with_another_window_in_front_and_none_acts(
    program: Program, twin: Twin, another_program: None, tmp_path: Path
) -> None:
    profile = tmp_path / "config/obs-studio/basic/profiles/Untitled"
    profile.mkdir(parents=True)
    (profile / "basic.ini").write_text(PROFILE, "utf-8")
    program.start("run", str(SAMPLE), "--obs", "off", "--as", "Ana")
    program.focus(program.window("— Host Console"))
    console = twin.console()
    twin.click("— Host Console", console, lambda: console.prepare.steps.rows["keys"].open)
    program.window("Key rehearsal")
    with another_window_in_front(program) as typed:
        # One key is taken: another is offered in its place, and used.
        card = KeyRehearsal()
        taken = Unbound(key=TAKEN, code="taken", reason="")
        card.show_rehearsal(
            Rehearsal.begin(KeyTable.build())
            .told((taken,))
            .clashing({"Ctrl+Alt+U": ObsUse(action="OBSBasic.StartStreaming")})
        )
        place = [check.key for check in card._rehearsal.checks].index(TAKEN)
        twin.click("Key rehearsal", card, lambda: card.rows[place].use)
        for key in {**KEYS, **OFFERED}.values():
            program.press(key)
        assert program.in_front() == "browser", "the rehearsal never takes the focus"
        program.type("hello\n")
        wait_until(lambda: typed.read_bytes() == b"hello\n", what="what is typed to reach the terminal")
    twin.click("Key rehearsal", card, lambda: card.done)
    wait_until(lambda: program.remembered("keys.arrived"), what="the rehearsal to end")
    assert set(program.remembered("keys.arrived").split("\n")) == {*KEYS, *OFFERED}
    assert program.state["mode"] == "ready" and program.state["cue"] is None
    assert program.do("show.start_rehearsal")["ok"]
    program.press("Pause")
    wait_until(lambda: program.state["on_air"] == "S01", what="keys to act again")
