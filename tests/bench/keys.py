"""From a key press to the windows told, and to the act on disk: 500 items, 50,000 events in the log."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtWidgets import QApplication

from hostconsole.app import SWITCH_S
from hostconsole.desk.desk import LOG_NAME, Desk
from hostconsole.desk.opening import new_session_id, state_of
from hostconsole.log.clock import SystemClock
from hostconsole.log.reader import LogReader
from hostconsole.show.rules import Rules
from hostconsole.ui.bridge import Bridge
from tests.bench.figures import Figure, median, ms, quantile
from tests.bench.nights import log_of_a_night, run_folder
from tests.bench.windows import console_and_host

_EVENTS = 50_000
_ITEMS = 500
_PRESSES = 200


def run() -> Iterator[Figure]:
    sys.setswitchinterval(SWITCH_S)  # as the program does
    yield from asyncio.run(_measured())


async def _measured() -> list[Figure]:
    folder = run_folder() / "keys"
    folder.mkdir()
    log, session = log_of_a_night(run_folder(), events=_EVENTS, items=_ITEMS)
    shutil.copy(log, folder / LOG_NAME)
    desk = Desk(
        directory=folder,
        rules=Rules(guard_ms=0),
        clock=SystemClock(),
        new_session=new_session_id,
        loop=asyncio.get_running_loop(),
    )
    with LogReader(folder / LOG_NAME) as reader:
        desk.go_on(state_of(reader, session), simulated=True)
    app = QApplication([])
    windows = console_and_host(app, Bridge(show=desk.show, run=desk.run))
    told, worked, painted, committed, bare = await _presses(app, desk, windows[0].bridge, folder)
    await desk.close()
    return [_told(told, worked, painted), _committed(committed, bare)]


async def _presses(app: QApplication, desk: Desk, bridge: Bridge, folder: Path) -> tuple[list[float], ...]:
    floor = _FullCommits(folder / "bare.sqlite3")
    on_disk = _noting_commits(desk)
    told, worked, painted, committed, bare = [], [], [], [], []
    for item in random.Random(2).choices(range(_ITEMS), k=_PRESSES + 10):
        began, busy = perf_counter(), thread_time()
        assert bridge.run("show.take_item", item=f"P{item}") or desk.show.state.on_air
        told.append(perf_counter() - began)
        worked.append(thread_time() - busy)
        assert await desk._saving.saved(desk.show.state.session, desk.show.state.seq)
        committed.append(on_disk[desk.show.state.seq] - began)
        began = perf_counter()
        app.processEvents()
        painted.append(perf_counter() - began)
        bare.append(floor.commit("x" * 300))
        await asyncio.sleep(0.01)
    return told[10:], worked[10:], painted[10:], committed[10:], bare[10:]


def _noting_commits(desk: Desk) -> dict[int, float]:
    """When the journal's thread had each event on disk, by seq."""
    noted: dict[int, float] = {}
    tell = desk.journal._committed

    def note(session: str, seq: int) -> None:
        noted[seq] = perf_counter()
        tell(session, seq)

    desk.journal._committed = note
    return noted


class _FullCommits:
    """What a commit costs here when nothing else is done."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = wal")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("CREATE TABLE rows (n INTEGER PRIMARY KEY, text TEXT)")

    def commit(self, text: str) -> float:
        began = perf_counter()
        self._db.execute("INSERT INTO rows (text) VALUES (?)", (text,))
        return perf_counter() - began


def _told(told: list[float], worked: list[float], painted: list[float]) -> Figure:
    middle, worst = median(told), quantile(told, 0.99)
    return Figure(
        name=f"key press → windows told ({_ITEMS} items, {_EVENTS:,} events)",
        median=ms(middle),
        worst=f"{ms(worst)} p99",
        bar="≤ 5 ms median, ≤ 20 ms p99",
        met=middle <= 0.005 and worst <= 0.020,
        note=f"{ms(median(worked))} of processor time; painting what changed takes "
        f"{ms(median(painted))} more, {ms(quantile(painted, 0.99))} p99",
    )


def _committed(committed: list[float], bare: list[float]) -> Figure:
    ours, floor = median(committed), median(bare)
    return Figure(
        name="key press → committed",
        median=ms(ours),
        worst=f"{ms(quantile(committed, 0.99))} p99",
        floor=f"{ms(floor)} a bare FULL commit",
        compared=f"+ {ms(ours - floor)}",
        bar="≤ + 1 ms median",
        met=ours - floor <= 0.001,
        note="the journal's thread commits while the main thread still tells the windows",
    )
