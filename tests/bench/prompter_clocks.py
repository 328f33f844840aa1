"""The two clocks of the moving words side by side: a precise timer, and the swaps of OpenGL as this machine
does them. Judged by processor time and from outside."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import Literal

from tests.bench.figures import Figure
from tests.bench.prompter_seen import evenness, filmed, reading_host
from tests.bench.screen import screen

_SECONDS = 20


def run() -> Iterator[Figure]:
    with screen() as display:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        from PySide6.QtWidgets import QApplication

        app = QApplication([])
        for clock in ("timer", "display"):
            yield _figure(app, display, clock)
        app.shutdown()  # before its screen goes


def _figure(app: object, display: str, clock: Literal["timer", "display"]) -> Figure:
    from hostconsole.ui.host_look import HostLook

    with reading_host(app, 10_000, HostLook(clock=clock)) as (_stage, host):
        used, began = time.process_time(), time.monotonic()
        film, speed = filmed(app, display, host, seconds=_SECONDS)
        busy = (time.process_time() - used) / (time.monotonic() - began)
        swaps = host.surface._pane is not None
    mean, stray, back = evenness(film)
    return Figure(
        name=f"prompter's clock: {'swaps of OpenGL' if swaps else 'a precise timer'}",
        median=f"{busy:.0%} of a core",
        worst=f"{stray:.1f} px p99 from even motion",
        compared=f"{abs(mean / speed - 1):.2%} off, {back} steps back",
    )
