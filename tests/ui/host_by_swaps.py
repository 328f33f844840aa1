"""A host's window whose moving words follow the display's own clock, in a process of its own: prints what
became of it as one JSON line."""

from __future__ import annotations

import json
import time

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_window import HostWindow
from tests.ui.host_stage import Stage, opening

FRAMES = 12


def main() -> None:
    app = QApplication([])
    stage = Stage(opening("".join(f"第{n}句话,说得不长不短。" for n in range(200))))
    stage.take("S01")
    window = HostWindow(
        Bridge(show=stage.show),
        rules=stage.rules,
        remember=lambda name, value: None,
        recall=lambda name: None,
        tell=lambda shown, why: None,
        look=HostLook(clock="display"),
    )
    window.resize(1280, 720)
    window.show()
    surface = window.surface
    pane, view = surface._pane, surface.prompter
    assert pane is not None
    assert view is not None
    swaps: list[float] = []
    pane.frameSwapped.connect(lambda: swaps.append(time.monotonic()))
    stage.do("prompter.toggle")
    _until(app, lambda: len(swaps) >= FRAMES)
    timer = surface.frame_timer.isActive()
    stage.wait(30)
    stage.do("prompter.toggle")
    _until(app, pane.isVisible)
    seen = pane.grabFramebuffer()
    stood = len(swaps)
    stage.do("cue.send", preset="10")
    surface._look_again()
    hidden = not pane.isVisible()
    print(
        json.dumps(
            {"frames": stood, "timer": timer, "differs": _differs(seen, surface), "hidden_by_stop": hidden}
        )
    )
    window.leave()


def _until(app: QApplication, true) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + 15
    while not true():
        app.processEvents()
        assert time.monotonic() < end
    app.processEvents()


def _differs(seen: QImage, surface) -> float:  # type: ignore[no-untyped-def]
    """The share of pixels that are not as the same function paints them without OpenGL."""
    view = surface.prompter
    wanted = QImage(seen.size(), QImage.Format.Format_RGB32)
    painter = QPainter(wanted)
    painter.translate(-view.rect.topLeft())
    view.paint(painter, surface.place())
    painter.end()
    spots = [(x, y) for x in range(0, seen.width(), 3) for y in range(0, seen.height(), 3)]
    far = sum(
        abs(QColor(seen.pixel(x, y)).lightness() - QColor(wanted.pixel(x, y)).lightness()) > 40
        for x, y in spots
    )
    return far / len(spots)


if __name__ == "__main__":
    main()
