"""The host's window and its displays, on a real X server whose second display is plugged and unplugged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from Xlib.display import Display
from Xlib.X import AnyPropertyType

from hostconsole.ui.host_screens import UNPLUGGED, chosen

HERE = Path(__file__).parents[2]


class Displays:
    """Two displays side by side on one Xvfb, and a host window on them."""

    def __init__(self) -> None:
        read, write = os.pipe()
        self.server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                "3840x1080x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            self.name = f":{numbers.readline().strip()}"
        self.host: subprocess.Popen[str] | None = None
        self.window_manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": self.name}, stderr=subprocess.DEVNULL
        )
        self._until_managed()
        self.told: list[dict[str, object]] = []

    def plug(self, name: str, x: int, output: str = "none") -> None:
        self._xrandr("--setmonitor", name, f"1920/500x1080/300+{x}+0", output)

    def unplug(self, name: str) -> None:
        self._xrandr("--delmonitor", name)

    def open_host(self) -> None:
        environment = {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(HERE)}
        self.host = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.host_on_two_displays"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=HERE,
        )
        while "ready" not in self._line():
            pass
        self.until(console_active=True)
        self.order("open")

    def order(self, word: str) -> None:
        assert self.host is not None and self.host.stdin is not None
        self.host.stdin.write(f"{word}\n")
        self.host.stdin.flush()

    def where(self) -> dict[str, object]:
        """Where the window is now; what it told before is kept in `told`."""
        self.order("where")
        while "visible" not in (line := self._line()):
            pass
        return line

    def until(self, **wanted: object) -> dict[str, object]:
        end = time.monotonic() + 10
        while True:
            now = self.where()
            if {key: now[key] for key in wanted} == wanted:
                return now
            assert time.monotonic() < end, f"{now} never became {wanted}"
            time.sleep(0.02)

    def close(self) -> None:
        if self.host is not None:
            assert self.host.stdin is not None and self.host.stdout is not None
            self.host.stdin.close()
            self.host.wait(10)
            self.host.stdout.close()
        self.window_manager.terminate()
        self.window_manager.wait(10)
        self.server.terminate()
        self.server.wait(10)

    def _until_managed(self) -> None:
        """Until the window manager says that it is there."""
        server = Display(self.name)
        check = server.intern_atom("_NET_SUPPORTING_WM_CHECK")
        end = time.monotonic() + 10
        while server.screen().root.get_full_property(check, AnyPropertyType) is None:
            assert time.monotonic() < end, "openbox did not start"
            time.sleep(0.02)
        server.close()

    def _line(self) -> dict[str, object]:
        assert self.host is not None and self.host.stdout is not None
        text = self.host.stdout.readline()
        assert text, "the host's window ended"
        line: dict[str, object] = json.loads(text)
        if "told" in line:
            self.told.append(line)
        return line

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env={**os.environ, "DISPLAY": self.name}, check=True)


@pytest.fixture
def displays() -> Iterator[Displays]:
    made = Displays()
    try:
        yield made
    finally:
        made.close()


def test_the_host_takes_the_second_display_and_hides_when_it_goes_and_comes_back(displays: Displays):
    displays.plug("L", 0, "screen")
    displays.plug("R", 1920)
    displays.open_host()
    displays.until(visible=True, x=1920, width=1920, full="R")
    assert displays.told == [{"told": True, "why": ""}]

    displays.unplug("R")
    gone = displays.until(visible=False)
    assert (gone["full"], displays.told[-1]) == (None, {"told": False, "why": UNPLUGGED})

    displays.plug("R", 1920)
    displays.until(visible=True, x=1920, width=1920, full="R")
    assert displays.told[-1] == {"told": True, "why": ""}


def test_neither_opening_nor_coming_back_takes_the_focus_from_the_console(displays: Displays):
    displays.plug("L", 0, "screen")
    displays.plug("R", 1920)
    displays.open_host()
    opened = displays.until(visible=True, full="R")
    assert (opened["console_active"], opened["host_active"]) == (True, False)
    displays.unplug("R")
    displays.until(visible=False)
    displays.plug("R", 1920)
    back = displays.until(visible=True, full="R", x=1920)
    assert (back["console_active"], back["host_active"]) == (True, False)


def test_with_one_display_the_host_gets_a_window_and_later_the_second_display(displays: Displays):
    displays.plug("L", 0, "screen")
    displays.open_host()
    displays.until(visible=True, width=960, full=None)
    displays.plug("R", 1920)
    displays.until(visible=True, x=1920, width=1920, full="R")


def test_the_remembered_display_is_taken_before_any_other():
    assert chosen(["A", "B", "C"], console="A", remembered="C") == "C"


def test_without_memory_the_first_display_that_is_not_the_consoles_is_taken():
    assert chosen(["A", "B", "C"], console="A", remembered="") == "B"


def test_the_only_display_is_never_filled():
    assert chosen(["A"], console="A", remembered="A") is None


def test_a_remembered_display_that_is_not_there_leaves_the_second_one():
    assert chosen(["A", "B"], console="A", remembered="gone") == "B"


def test_the_quick_bar_opens_beside_the_hosts_display_though_the_mouse_is_on_it(displays: Displays):
    displays.plug("L", 0, "screen")
    displays.plug("R", 1920)
    displays.open_host()
    displays.until(visible=True, x=1920, full="R")
    displays.order("bar")
    assert displays.until(bar=True)["bar_x"] < 1920
