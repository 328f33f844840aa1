"""The covered console answers: from a system-wide key to the strip's flash, and to the open quick bar."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure, median, ms, quantile
from tests.bench.screen import screen
from tests.obs_room import start_manager

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_PRESSES = 40
_FLASH_S, _OPEN_S = 0.050, 0.100
_MARK, _BAR = "Ctrl+Alt+N", "Ctrl+Alt+G"


def run() -> Iterator[Figure]:
    with screen() as display:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        manager = start_manager(os.environ)
        try:
            yield from _measured(display)
        finally:
            manager.terminate()
            manager.wait(10)


def _measured(display: str) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from hostconsole.ui.theme import dress

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    dress(app)
    rig = _Rig(app, display)
    try:
        yield _figure("key press → the strip flashes", rig.flashes(), bar=_FLASH_S)
        yield _figure("key press → the quick bar is open", rig.opens(), bar=_OPEN_S)
    finally:
        rig.close()


def _figure(name: str, timed: list[tuple[float, float]], *, bar: float) -> Figure:
    heard, done = [floor for floor, _done in timed], [done for _floor, done in timed]
    return Figure(
        name=name,
        median=ms(median(done)),
        worst=f"{ms(quantile(done, 0.95))} p95",
        floor=f"{ms(median(heard))} the key is heard",
        compared=f"+ {ms(median(done) - median(heard))}",
        bar=f"≤ {ms(bar)}",
        met=median(done) <= bar,
        note="a key sent by XTEST over another window, to the paint; a frame of the display comes on top",
    )


class _Rig:
    """Strip and quick bar over a show, with the real system-wide keys."""

    def __init__(self, app: QApplication, display: str) -> None:
        from PySide6.QtCore import QObject, Signal
        from PySide6.QtGui import QPaintEvent
        from Xlib.display import Display

        from hostconsole.keys.focus import open_focus_keeper
        from hostconsole.keys.x11 import X11Keys
        from hostconsole.ui.bridge import Bridge
        from hostconsole.ui.quick_bar import QuickBar
        from hostconsole.ui.strip import Strip
        from tests.show.stage import on_air, product

        self._app = app
        self._fingers = Display(display)
        self._other_window()
        self._pressed_at = self._heard_at = self._done_at = 0.0
        rig = self

        class Flashing(Strip):
            def paintEvent(self, event: QPaintEvent) -> None:
                super().paintEvent(event)
                if self.lit and not rig._done_at:
                    rig._done_at = time.perf_counter()

        class Opening(QuickBar):
            def paintEvent(self, event: QPaintEvent) -> None:
                super().paintEvent(event)
                if not rig._done_at:
                    rig._done_at = time.perf_counter()

        class Keys(QObject):
            pressed = Signal(str)
            told = Signal(object)

        bridge = Bridge(show=on_air(product("P3", title="保温杯"), product("P4", title="咖啡")).show)
        self._strip = Flashing(
            bridge, remember=lambda _name, _at: None, recall=lambda _name: "400,500", key_of=lambda _act: ""
        )
        self._bar = Opening(bridge, focus=open_focus_keeper())
        self._hub = Keys()
        acts: dict[str, Callable[[], Any]] = {
            "mark": lambda: bridge.run("marker.add"),
            "bar": self._bar.open,
        }
        ready: list[object] = []
        self._hub.pressed.connect(lambda act: acts[act]())
        self._hub.told.connect(ready.append)
        self._keys = X11Keys(display=display)
        self._keys.bind({_MARK: "mark", _BAR: "bar"}, self._heard, self._hub.told.emit)
        self._strip.open()
        self._until(lambda: bool(ready), "the keys are bound")

    def _other_window(self) -> None:
        """Another program's, which has the keyboard."""
        from Xlib import X

        top = self._fingers.screen()
        top.root.create_window(0, 0, 400, 300, 0, top.root_depth, event_mask=X.KeyPressMask).map()
        self._fingers.sync()

    def close(self) -> None:
        self._keys.stop()
        self._fingers.close()

    def _heard(self, act: str) -> None:
        self._heard_at = time.perf_counter()
        self._hub.pressed.emit(act)

    def flashes(self) -> list[tuple[float, float]]:
        found = []
        for _ in range(_PRESSES):
            found.append(self._timed("n"))
            self._until(lambda: not self._strip.lit and not self._strip.flashes, "the flash goes out")
        return found[3:]

    def opens(self) -> list[tuple[float, float]]:
        from PySide6.QtGui import QGuiApplication

        found = []
        for _ in range(_PRESSES):
            found.append(self._timed("g"))
            self._bar.leave()
            # Opened again within a blink it waits for Qt to notice: nobody is that fast.
            self._until(lambda: QGuiApplication.focusWindow() is None, "the other window has the keyboard")
        return found[3:]

    def _timed(self, sign: str) -> tuple[float, float]:
        """Seconds until the key was heard, and until something was painted."""
        self._done_at = 0.0
        self._pressed_at = time.perf_counter()
        self._press(sign)
        self._until(lambda: self._done_at > 0, "the answer to a key")
        self._release(sign)
        return self._heard_at - self._pressed_at, self._done_at - self._pressed_at

    def _codes(self, sign: str) -> list[int]:
        return [self._fingers.keysym_to_keycode(sym) for sym in (0xFFE3, 0xFFE9, ord(sign))]

    def _press(self, sign: str) -> None:
        from Xlib import X
        from Xlib.ext.xtest import fake_input

        for code in self._codes(sign):
            fake_input(self._fingers, X.KeyPress, code)
        self._fingers.sync()

    def _release(self, sign: str) -> None:
        from Xlib import X
        from Xlib.ext.xtest import fake_input

        for code in reversed(self._codes(sign)):
            fake_input(self._fingers, X.KeyRelease, code)
        self._fingers.sync()

    def _until(self, true: Callable[[], bool], what: str) -> None:
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + 10
        while not true():
            if time.monotonic() > end:
                raise TimeoutError(what)
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            time.sleep(0.0005)
