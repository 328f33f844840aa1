"""Memory of the windows with 100 items that have pictures, and after 13 hours on a clock moved by hand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from hostconsole.ui.bridge import Bridge
from tests.bench.figures import Figure, mb
from tests.bench.nights import Night, plan_of, run_folder
from tests.bench.windows import console_and_host

_ITEMS = 100
_HOURS = 13
_ACTS_AN_HOUR = 600


def run() -> Iterator[Figure]:
    night = Night(_ITEMS, plan=plan_of(_ITEMS, images=_pictures(run_folder())))
    app = QApplication([])
    console, _host = console_and_host(app, Bridge(show=night.show))
    _hours(app, console, night, 1)
    began = _resident()
    _hours(app, console, night, _HOURS - 1)
    ended = _resident()
    yield Figure(
        name=f"memory with {_ITEMS} items and pictures", median=mb(ended),
        bar="≤ 250 MB RSS", met=ended <= 250e6,
        note=f"console and host window after {_HOURS} hours; every item was on air",
    )  # fmt: skip
    yield Figure(
        name=f"memory after {_HOURS} hours against after one", median=mb(ended), floor=mb(began),
        compared=f"{ended / began - 1:+.1%}", bar="≤ + 5 %", met=ended <= 1.05 * began,
        note=f"{_ACTS_AN_HOUR} acts an hour, painted",
    )  # fmt: skip


def _hours(app: QApplication, console: object, night: Night, hours: int) -> None:
    for _ in range(hours * _ACTS_AN_HOUR):
        night.clock.ms += 3_600_000 // _ACTS_AN_HOUR - 900
        night.act()
        night.entries.clear()  # the log is on disk
        console._tick()  # type: ignore[attr-defined]
        app.processEvents()
    gc.collect()


def _pictures(folder: Path) -> tuple[str, ...]:
    paths = tuple(str(folder / f"{n}.jpg") for n in range(_ITEMS))
    for n, path in enumerate(paths):
        image = QImage(1200, 1200, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(n * 3, 200, 200))
        image.save(path, "JPG", 90)
    return paths


def _resident() -> int:
    """RSS in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmRSS")
