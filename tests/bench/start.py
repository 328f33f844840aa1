"""From the call to the painted queue, against an empty PySide6 main window; warm, in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, median, ms, quantile, times
from tests.bench.screen import screen

_ROUNDS = 9

_EMPTY = """
import os, time
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        print(time.monotonic_ns(), time.process_time_ns(), flush=True)
        os._exit(0)

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

_OURS = """
import os, sys, time
from importlib.machinery import PathFinder

QUEUE = "hostconsole.ui.queue_view"

class Finder:
    '''Lets the queue say when it is painted for the first time.'''

    def find_spec(self, name, path=None, target=None):
        if name != QUEUE:
            return None
        spec = PathFinder.find_spec(name, path)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            for made in list(vars(module).values()):
                if isinstance(made, type) and made.__module__ == QUEUE and "paint" in vars(made):
                    made.paint = painted
        spec.loader.exec_module = exec_module
        return spec

def painted(*_):
    print(time.monotonic_ns(), time.process_time_ns(), flush=True)
    os._exit(0)

sys.meta_path.insert(0, Finder())
from hostconsole.cli import main
main(["demo", "--data-dir", sys.argv[1]])
"""


Times = tuple[float, float]


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        begun = [_round(environment, folder, n) for n in range(_ROUNDS + 1)][1:]  # the first writes bytecode
    ours, empty = [pair[0] for pair in begun], [pair[1] for pair in begun]
    wall, wall_empty = median([w for w, _ in ours]), median([w for w, _ in empty])
    yield Figure(
        name="start to painted queue, sample show",
        median=ms(wall),
        worst=f"{ms(quantile([w for w, _ in ours], 0.95))} p95",
        floor=f"{ms(wall_empty)} an empty window",
        compared=times(wall / wall_empty),
        bar="≤ × 3.5 and ≤ 0.9 s",
        met=wall <= 3.5 * wall_empty and wall <= 0.9,
    )
    cpu, cpu_empty = median([c for _, c in ours]), median([c for _, c in empty])
    yield Figure(
        name="the same in processor time",
        median=ms(cpu),
        worst=f"{ms(quantile([c for _, c in ours], 0.95))} p95",
        floor=ms(cpu_empty),
        compared=times(cpu / cpu_empty),
    )


def _round(
    environment: dict[str, str], folder: str, n: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    return _started(environment, _OURS, str(Path(folder) / str(n))), _started(environment, _EMPTY)


def _started(environment: dict[str, str], program: str, *words: str) -> Times:
    """Seconds from the call to the first paint: on the clock, and of the processor."""
    began = time.monotonic_ns()
    told = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=environment, capture_output=True, text=True, timeout=30, check=True,
    )  # fmt: skip
    at, cpu = told.stdout.split()[-2:]
    return (int(at) - began) / 1e9, int(cpu) / 1e9
