"""The prompter as it is seen from outside: whether its words move evenly, never back, and at the set pace."""

from __future__ import annotations

import os
import random
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, quantile
from tests.bench.grabbed import Film, Filming
from tests.bench.screen import screen

if TYPE_CHECKING:
    from hostconsole.ui.host_look import HostLook
    from hostconsole.ui.host_window import HostWindow
    from tests.ui.host_stage import Stage

_SECONDS = 30
_WARM_S = 2
"""A camera that starts hands out late frames at once."""

PACE = 300


def run() -> Iterator[Figure]:
    with screen() as display:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        from PySide6.QtWidgets import QApplication

        app = QApplication([])
        yield _moved(app, display, 10_000, seconds=_SECONDS)
        yield _moved(app, display, 50_000, seconds=_SECONDS)


def _moved(app: object, display: str, characters: int, *, seconds: float) -> Figure:
    """Words of `characters` move for some seconds, filmed."""
    with reading_host(app, characters) as (stage, host):
        film, speed = filmed(app, display, host, seconds=seconds)
        stage.do("prompter.toggle")
    return _motion(film, characters, speed=speed)


@contextmanager
def reading_host(
    app: object, characters: int, look: HostLook | None = None
) -> Iterator[tuple[Stage, HostWindow]]:
    """A host's window on the screen whose prompter runs, on the system's own clock."""
    from PySide6.QtWidgets import QApplication

    from hostconsole.ui.bridge import Bridge
    from tests.bench.prompter import _Running
    from tests.bench.windows import host_window
    from tests.ui.host_stage import Stage, cup, opening

    assert isinstance(app, QApplication)
    stage = Stage(opening(script=_even_text(characters), key_points=()), cup())
    stage.show._clock = _Running(None)  # type: ignore[assignment]
    stage.do("show.take_item", item="S01")
    host = host_window(Bridge(show=stage.show), look)
    host.move(0, 0)
    host.show()
    app.processEvents()
    stage.do("prompter.pace", at=str(PACE))
    stage.do("prompter.toggle")
    app.processEvents()
    yield stage, host
    host.leave()


def filmed(app: object, display: str, host: HostWindow, *, seconds: float) -> tuple[Film, float]:
    """The moving words for some seconds, and how many pixels a second the set pace asks for."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    assert isinstance(app, QApplication)
    view = host.surface.prompter
    assert view is not None
    rect = view.rect
    side = rect.width() // 10
    filming = Filming(
        display, x=side, y=rect.y() + 4, width=rect.width() - 2 * side, height=rect.height() - 8
    )
    # Not quit(): it closes the windows.
    QTimer.singleShot(round(seconds * 1000), lambda: app.exit(0))
    app.exec()
    line = view.lines.at(host.surface.place())
    assert line is not None
    return filming.stop(), PACE / 60 / (line.end - line.start) * view.lines.height


def _motion(film: Film, characters: int, *, speed: float) -> Figure:
    """`speed` is what the pace asks for, in pixels a second."""
    mean, stray, back = evenness(film)
    off, took = abs(mean / speed - 1), film.at[-1] - film.at[0]
    return Figure(
        name=f"prompter, {characters:,} characters: seen from outside",
        median=f"{mean:.1f} px/s",
        worst=f"{stray:.1f} px p99 from even motion",
        floor=f"{speed:.1f} px/s is {PACE} characters a minute",
        compared=f"{off:.2%} off, {back} of {len(film.rows)} steps back",
        bar="≤ 1 % off, never back" if characters == 10_000 else "",
        met=off <= 0.01 and back == 0 if characters == 10_000 else None,
        note=f"ffmpeg x11grab, {len(film.rows) / took:.0f} frames a second for {took:.0f} s",
    )


def evenness(film: Film) -> tuple[float, float, int]:
    """Pixels a second, how many of them 99 % of the frames are from even motion at most, steps back."""
    steps = film.steps()
    warm = bisect_left(film.at, film.at[0] + _WARM_S)
    mean, strays = _even(film.at[warm:], [0, *accumulate(steps)][warm:])
    return mean, quantile(strays, 0.99), sum(step < 0 for step in steps)


def _even(at: list[float], places: list[int]) -> tuple[float, list[float]]:
    """The even motion that fits best, in pixels a second, and how far each place strays from it: a camera
    that is held up for a moment dates a frame wrongly, and the two at the ends say too little."""
    n, began = len(at), at[0]
    times = [moment - began for moment in at]
    middle, mean = sum(times) / n, sum(places) / n
    spread = sum((moment - middle) ** 2 for moment in times)
    slope = sum((t - middle) * (p - mean) for t, p in zip(times, places, strict=True)) / spread
    return slope, [abs(p - mean - slope * (t - middle)) for t, p in zip(times, places, strict=True)]


def _even_text(characters: int) -> str:
    """Signs of one width and no stops, in paragraphs of whole lines: each line takes the same time."""
    some = random.Random(3)
    signs = "".join(some.choice("今天晚上的货都是我们自己店里发价格在屏幕") for _ in range(characters))
    return "\n".join(signs[n : n + 480] for n in range(0, characters, 480))
