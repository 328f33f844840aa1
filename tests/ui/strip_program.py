"""Strip and quick bar in a process of their own, with the real system-wide key, before a real X server.

Prints one JSON line for each thing that happens.
"""

from __future__ import annotations

import json
import os
import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from Xlib.display import Display

from hostconsole.keys.focus import open_focus_keeper
from hostconsole.keys.x11 import X11Keys
from hostconsole.show.quick import learn
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.quick_bar import QuickBar
from hostconsole.ui.strip import Strip
from hostconsole.ui.theme import dress
from tests.show.stage import on_air, product


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)


class Keys(QObject):
    """From the keys' thread to this one."""

    pressed = Signal(str)
    told = Signal(object)


class Watched(QuickBar):
    """Says how long it took to be painted and to have the keyboard, as the X server sees it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._display = Display()
        self._asked_at, self._painted = 0.0, False
        self._looks = QTimer(self, interval=1)
        self._looks.timeout.connect(self._look)

    def open(self) -> None:
        self._asked_at, self._painted = time.perf_counter(), False
        super().open()
        self._looks.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            say(painted_ms=(time.perf_counter() - self._asked_at) * 1000)

    def _look(self) -> None:
        name = self._display.intern_atom("_NET_ACTIVE_WINDOW")
        found = self._display.screen().root.get_full_property(name, 0)
        if found is not None and found.value[0] == int(self.winId()) and self.isActiveWindow():
            self._looks.stop()
            say(active_ms=(time.perf_counter() - self._asked_at) * 1000)


def main() -> None:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    dress(app)
    rows = (product("P3", title="保温杯", floor="60"), product("P12", title="家居鞋", planned_s=1))
    learn(row.title for row in rows)
    stage = on_air(*rows)
    bridge = Bridge(show=stage.show)
    strip = Strip(bridge, remember=lambda _name, at: say(kept=at), recall=lambda _name: "400,500",
                  key_of=lambda _command: "")  # fmt: skip
    bar = Watched(bridge, focus=open_focus_keeper())
    bar.closed.connect(lambda: say(bar="closed"))
    bar.line.textChanged.connect(lambda text: say(line=text))
    bridge.accepted.connect(lambda command: say(done=command))
    bridge.refused.connect(lambda command, refusal: say(refused=refusal.code))
    keys = Keys()
    keys.pressed.connect(lambda _act: bar.open())
    keys.told.connect(lambda unbound: say(keys=[key.key for key in unbound]))
    x11 = X11Keys(display=os.environ["DISPLAY"])
    x11.bind({"Ctrl+Alt+G": "desk.quick_bar"}, keys.pressed.emit, keys.told.emit)
    strip.open()
    QTimer.singleShot(0, lambda: say(ready=True, strip=int(strip.winId()), bar=int(bar.winId())))
    app.exec()


if __name__ == "__main__":
    main()
