"""Ten minutes of reading in real time, over two changes of the window's size: how much was read, as a film of
the screen shows it. Not part of the usual run, as it takes its ten minutes."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tests.bench.figures import Figure
from tests.bench.prompter_seen import PACE, filmed, reading_host
from tests.bench.screen import screen

_MINUTES = 10
_SIZES = ((1920, 1080), (1280, 720), (1600, 900))


def run() -> Iterator[Figure]:
    with screen() as display:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        from PySide6.QtWidgets import QApplication

        app = QApplication([])
        read, asked, back, steps = 0.0, 0.0, 0, 0
        with reading_host(app, 10_000) as (_stage, host):
            for size in _SIZES:
                host.resize(*size)
                app.processEvents()
                film, speed = filmed(app, display, host, seconds=60 * _MINUTES / len(_SIZES))
                moved = film.steps()
                took = film.at[-1] - film.at[0]
                read += sum(moved) / speed * PACE / 60
                asked += took * PACE / 60
                back += sum(step < 0 for step in moved)
                steps += len(moved)
        off = abs(read / asked - 1)
        yield Figure(
            name=f"prompter, {_MINUTES} minutes with two resizes: seen from outside",
            median=f"{read:.0f} characters",
            floor=f"{asked:.0f} at {PACE} a minute",
            compared=f"{off:.2%} off, {back} of {steps} steps back",
            bar="≤ 1 % off",
            met=off <= 0.01,
        )
