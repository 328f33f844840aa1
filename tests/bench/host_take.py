"""From a take to the item on the host's screen: the pixels, as another process sees them."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, median, ms, quantile
from tests.bench.grabbed import Watching
from tests.bench.screen import screen

_TAKES = 72
"""Each product of the sample show in turn, four times."""


def run() -> Iterator[Figure]:
    with screen() as display:
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        from PySide6.QtWidgets import QApplication

        yield _taken(QApplication([]), display)


def _taken(app: object, display: str) -> Figure:
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    assert isinstance(app, QApplication)
    with (
        tempfile.TemporaryDirectory() as folder,
        asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner,
    ):
        pressed, changed, worked = runner.run(_takes(app, display, Path(folder)))
    waits = [changed[bisect_left(changed, at)] - at for at in pressed if at < changed[-1]]
    worst = quantile(waits, 0.99)
    return Figure(
        name="take → the item is on the host's screen",
        median=ms(median(waits)),
        worst=f"{ms(worst)} p99",
        bar="≤ 50 ms",
        met=worst <= 0.050,
        note=f"log, console and both windows; the main thread's own work until all is painted: "
        f"{ms(median(worked))}, {ms(quantile(worked, 0.99))} p99",
    )


async def _takes(app: object, display: str, folder: Path) -> tuple[list[float], list[float], list[float]]:
    """When each take was asked for, when the spot of the link number changed, and the main thread's own
    seconds for each."""
    from PySide6.QtWidgets import QApplication

    from hostconsole.app.after_commit import AfterCommit
    from hostconsole.bundled import bundled
    from hostconsole.desk.desk import Desk
    from hostconsole.desk.opening import new_session_id
    from hostconsole.log.clock import SystemClock
    from hostconsole.sheets import read_show
    from hostconsole.show.rules import Rules
    from hostconsole.ui.bridge import Bridge
    from tests.bench.windows import console_and_host

    assert isinstance(app, QApplication)
    loop = asyncio.get_running_loop()
    after_commit = AfterCommit(loop)
    desk = Desk(
        directory=folder, rules=Rules(guard_ms=0), clock=SystemClock(), new_session=new_session_id,
        loop=loop, on_its_way=after_commit.now,
    )  # fmt: skip
    plan = read_show(bundled("sample_show.csv")).plan
    products = [item.id for item in plan.items if item.kind == "product"]
    desk.begin(plan, operator="", simulated=True, kind="rehearsal")
    bridge = Bridge(show=desk.show, run=desk.run, later=after_commit)
    console, host = console_and_host(app, bridge)
    console.showMinimized()
    host.move(0, 0)
    host.raise_()
    bridge.run("show.take_item", item=products[-1])
    await asyncio.sleep(0.5)
    spot = host.surface._frames().name.toRect()
    watching = Watching(display, x=spot.x(), y=spot.y(), width=spot.width() // 3, height=spot.height())
    pressed: list[float] = []
    worked: list[float] = []
    for n in range(_TAKES):
        busy = time.thread_time()
        pressed.append(time.monotonic())
        bridge.run("show.take_item", item=products[n % len(products)])
        await asyncio.sleep(0.25)
        worked.append(time.thread_time() - busy)
    changed = watching.stop()
    await desk.close()
    host.leave()
    console.hide()
    return pressed, changed, worked
