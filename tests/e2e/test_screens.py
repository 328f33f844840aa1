"""The host's display pulled out and plugged in again while the show runs."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.test_pace_back import rehearsed, sheet_in
from tests.e2e.acts import alerts, guard_passed, settled
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until
from tests.obs_room import lay_out, start_manager, start_screen

HOST = "— Host Screen"


class TwoDisplays(ObsRig):
    """Two displays side by side on one X server, a window manager, and no OBS."""

    def start(self) -> None:
        lay_out(self.folder, port=self.port, password=self.password, recordings=self.recordings)
        self._screen_run, self.display = start_screen("3840x1080x24")
        self._manager_run = start_manager(self.environment)
        wait_until(self._managed, what="the window manager")
        self.plug("left", 0, "screen")
        self.plug("right", 1920, "none")

    def _managed(self) -> bool:
        words = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        said = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=20)
        return "window id" in said.stdout

    def plug(self, name: str, x: int, output: str = "none") -> None:
        self._xrandr("--setmonitor", name, f"1920/500x1080/300+{x}+0", output)

    def unplug(self, name: str) -> None:
        self._xrandr("--delmonitor", name)

    def _xrandr(self, *words: str) -> None:
        subprocess.run(["xrandr", *words], env=self.environment, check=True, timeout=20)


@pytest.fixture
def displays(tmp_path: Path) -> Iterator[TwoDisplays]:
    folder = tmp_path / "displays"
    folder.mkdir()
    with TwoDisplays(folder) as two:
        yield two


@pytest.fixture
def console(displays: TwoDisplays, sheet: Mutated, tmp_path: Path) -> Iterator[Program]:
    program = Program(displays, tmp_path / "data")
    program.start("run", str(sheet.path), "--obs", "off", "--rehearse")
    yield program
    program.stop()


def test_the_host_window_hides_with_its_display_and_comes_back_with_it(
    console: Program, displays: TwoDisplays, sheet: Mutated
) -> None:
    first, second = sheet.rows[0]["row_id"], sheet.rows[1]["row_id"]
    wait_until(lambda: console.place(HOST) == (1920, 0, 1920, 1080), what="the host's window on its display")
    wait_until(lambda: console.state["lamps"]["host"] == "on", what="the host's lamp")
    assert console.do("show.take")["ok"]
    settled(console)

    displays.unplug("right")
    wait_until(lambda: console.state["lamps"]["host"] == "failed", what="the loss to be seen")
    wait_until(lambda: console.place(HOST) is None, what="the host's window to hide")
    guard_passed(console)
    assert console.do("show.take")["saved"]
    assert console.state["on_air"] == second
    assert console.place(HOST) is None
    assert console.place("— Host Console") is not None

    displays.plug("right", 1920)
    wait_until(lambda: console.place(HOST) == (1920, 0, 1920, 1080), what="the host's window back")
    wait_until(lambda: console.state["lamps"]["host"] == "on", what="the host's lamp again")
    assert "host_lost" not in alerts(console)
    console.calm()
    assert first != second


SET_UP = """
[rules]
host_language = "en"

[host]
colours = "light"
margin_percent = 5.0

[keys.changes]
"prompter.line_forward" = ["F5", "Esc"]
"prompter.line_forward @global" = ["PgDown"]
"""


@pytest.fixture
def set_up(displays: TwoDisplays, sheet: Mutated, tmp_path: Path) -> Iterator[Program]:
    directory = tmp_path / "data"
    directory.mkdir()
    (directory / "settings.toml").write_text(SET_UP, "utf-8")
    program = Program(displays, directory)
    program.start("run", str(sheet.path), "--obs", "off", "--rehearse")
    yield program
    program.stop()


def test_a_learned_clicker_ticks_points_on_a_screen_that_looks_as_it_was_set_up(
    set_up: Program, sheet: Mutated
) -> None:
    several = next(row for row in sheet.products if len(row["key_points"].split("|")) >= 3)
    wait_until(lambda: set_up.place(HOST) == (1920, 0, 1920, 1080), what="the host's window on its display")
    assert set_up.do("show.take_item", item=several["row_id"])["ok"]
    wait_until(lambda: set_up.picture()[3840 * 8 + 1930] > 240, what="a light screen")
    set_up.focus(set_up.window(HOST))
    set_up.press("F5")
    wait_until(lambda: set_up.state["prompter"]["points"] == [1], what="the first point ticked")
    set_up.press("Escape")
    wait_until(lambda: set_up.state["prompter"]["points"] == [1, 2], what="the next one by the other key")
    # The clicker's other button was made system-wide: it acts with the console in front, too.
    set_up.focus(set_up.window("— Host Console"))
    set_up.press("Next")
    wait_until(lambda: set_up.state["prompter"]["points"] == [1, 2, 3], what="the third one from anywhere")


def test_the_hosts_own_pace_comes_back_with_the_next_start(displays: TwoDisplays, tmp_path: Path) -> None:
    directory, sheet = tmp_path / "data", sheet_in(tmp_path)
    directory.mkdir()
    asyncio.run(rehearsed(directory, sheet, seconds=90))
    program = Program(displays, directory)
    program.start("run", str(sheet), "--obs", "off", "--new")
    try:
        wait_until(lambda: program.state["prompter"]["pace"] == 260, what="the pace of the rehearsal")
        assert program.do("show.go_live")["ok"]
        assert program.state["prompter"]["pace"] == 260
    finally:
        program.stop()
