"""A private X server for each test module, with a keyboard of its own."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator

import pytest
from Xlib import X
from Xlib.display import Display

from hostconsole.keys.system import Unbound
from hostconsole.keys.x11 import X11Keys


def wait_until(true: Callable[[], object], *, what: str, seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited {seconds} s in vain: {what}"
        time.sleep(0.005)


class Screen:
    """An Xvfb and fingers on its keyboard."""

    def __init__(self) -> None:
        self.name = ""
        self.start()

    def start(self) -> None:
        """On a free display; once more after `close`: on the same one."""
        read, write = os.pipe()
        again = [self.name] if self.name else []
        self.server = subprocess.Popen(
            ["Xvfb", *again, "-displayfd", str(write), "-screen", "0", "640x480x24", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.name = f":{number.readline().strip()}"

    def close(self) -> None:
        self.server.terminate()
        self.server.wait(10)

    def xdotool(self, *words: str) -> None:
        self.run("xdotool", *words)

    def run(self, *words: str) -> None:
        subprocess.run(words, env={**os.environ, "DISPLAY": self.name}, check=True, timeout=10)


class Front:
    """Another program's window, in front and with the focus, that remembers the keys it got."""

    def __init__(self, screen: Screen) -> None:
        self.display = Display(screen.name)
        top = self.display.screen()
        self.window = top.root.create_window(
            0, 0, 200, 200, 0, top.root_depth, event_mask=X.KeyPressMask | X.KeyReleaseMask | X.ExposureMask
        )
        self.window.map()
        while self.display.next_event().type != X.Expose:
            pass
        self.window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.display.sync()

    def got(self) -> list[int]:
        """The codes of the keys that came since the last call."""
        codes = []
        self.display.sync()
        while self.display.pending_events():
            event = self.display.next_event()
            if event.type == X.KeyPress:
                codes.append(event.detail)
        return codes


class Ear:
    """System-wide keys under test, and what they said."""

    def __init__(self, screen: Screen) -> None:
        self.keys = X11Keys(display=screen.name)
        self.acts: list[str] = []
        self.told: list[tuple[Unbound, ...]] = []

    def bind(self, **table: str) -> None:
        self.bind_table({key.replace("_", "+"): act for key, act in table.items()})

    def bind_table(self, table: dict[str, str]) -> None:
        before = len(self.told)
        self.keys.bind(table, self.acts.append, self.told.append)
        wait_until(lambda: len(self.told) > before, what="bind is answered")

    def heard(self, *acts: str) -> None:
        wait_until(lambda: len(self.acts) >= len(acts), what=f"{acts}, heard {self.acts}")
        assert self.acts == list(acts)
        self.acts.clear()


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.close()


@pytest.fixture
def front(screen: Screen) -> Iterator[Front]:
    front = Front(screen)
    yield front
    front.display.close()


@pytest.fixture
def ear(screen: Screen) -> Iterator[Ear]:
    ear = Ear(screen)
    yield ear
    ear.keys.stop()
