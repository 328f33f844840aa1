"""The prompter on a screen of 1080p without a GPU: what a paint takes, and how late frames come."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from itertools import pairwise

from tests.bench.figures import Figure, median, ms, quantile
from tests.bench.screen import screen

_SECONDS = 10


def run() -> Iterator[Figure]:
    with screen() as display:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        from PySide6.QtWidgets import QApplication

        app = QApplication([])
        bare = _late(_bare_frames(app))
        yield _scrolled(app, 10_000, bare)
        yield _scrolled(app, 50_000, bare)


def _late(frames: list[float]) -> float:
    """The share of frames that came later than 25 ms after the one before."""
    gaps = [after - before for before, after in pairwise(frames)]
    return sum(gap > 0.025 for gap in gaps) / max(1, len(gaps))


def _bare_frames(app: object) -> list[float]:
    """When an empty window that is painted at the same pace was painted."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    frames: list[float] = []

    class Empty(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            frames.append(time.perf_counter())

    assert isinstance(app, QApplication)
    window = Empty()
    window.resize(1920, 1080)
    window.show()
    beat = QTimer(window, interval=16, timerType=Qt.TimerType.PreciseTimer)
    beat.timeout.connect(window.update)
    beat.start()
    QTimer.singleShot(_SECONDS * 500, app.quit)
    app.exec()
    window.hide()
    return frames[10:]


def _scrolled(app: object, characters: int, bare: float) -> Figure:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from hostconsole.log.clock import SystemClock
    from hostconsole.ui.bridge import Bridge
    from tests.bench.windows import host_window
    from tests.ui.host_stage import Stage, cup, opening

    assert isinstance(app, QApplication)
    stage = Stage(opening(script=_text(characters), key_points=()), cup())
    stage.show._clock = _Running(SystemClock())
    stage.do("show.take_item", item="S01")
    host = host_window(Bridge(show=stage.show))
    host.show()
    app.processEvents()
    paints, frames = _watched(host.surface)
    stage.do("prompter.toggle")
    while stage.state.prompter.pace < 300:
        stage.do("prompter.faster")
    app.processEvents()
    paints.clear()
    frames.clear()
    QTimer.singleShot(_SECONDS * 1000, app.quit)
    app.exec()
    host.leave()
    late = _late(frames)
    worst = quantile(paints, 0.99)
    return Figure(
        name=f"prompter, {characters:,} characters: a paint",
        median=ms(median(paints)),
        worst=f"{ms(worst)} p99",
        floor=f"{bare:.1%} of an empty window's frames late",
        compared=f"{late:.1%} later than 25 ms",
        bar="≤ 4 ms p99; late ≤ 1 % or ≤ × 1.25" if characters == 10_000 else "",
        met=worst <= 0.004 and late <= max(0.01, 1.25 * bare) if characters == 10_000 else None,
    )


class _Running:
    """The system's clock on the stage's: the session began when the bench did."""

    def __init__(self, clock: object) -> None:
        self._began = time.monotonic_ns() // 1_000_000

    def now(self) -> object:
        from hostconsole.show.clock import Moment

        passed = time.monotonic_ns() // 1_000_000 - self._began
        return Moment(at="2026-11-23T12:00:00.000Z", monotonic_ms=5_000 + passed, boot="boot")


def _text(characters: int) -> str:
    some = random.Random(1)
    text = "".join(some.choice("今天晚上的货都是我们自己店里发的价格在屏幕上,。") for _ in range(characters))
    return "\n".join(text[n : n + 400] for n in range(0, characters, 400))


def _watched(surface: object) -> tuple[list[float], list[float]]:
    """What each paint took, and when each frame was asked for."""
    paints: list[float] = []
    frames: list[float] = []
    paint = type(surface).paintEvent  # type: ignore[attr-defined]

    def painted(event: object) -> None:
        began = time.perf_counter()
        paint(surface, event)
        paints.append(time.perf_counter() - began)

    surface.paintEvent = painted  # type: ignore[attr-defined]
    surface.frame_timer.timeout.connect(lambda: frames.append(time.perf_counter()))  # type: ignore[attr-defined]
    return paints, frames
