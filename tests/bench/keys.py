"""From a key press to the windows told, and to the act on disk: 500 items, 50,000 events in the log."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from hostconsole.app import SWITCH_S
from hostconsole.app.after_commit import AfterCommit
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
_USUAL = 60
"""As many rows as the longest of usual shows has; the bar is for more than eight times as many."""
_PRESSES = 200


def run() -> Iterator[Figure]:
    sys.setswitchinterval(SWITCH_S)  # as the program does
    app = QApplication([])
    windows: list[QWidget] = []  # they end after the figures are told, and before the application
    many = asyncio.run(_measured(app, windows, items=_ITEMS))
    usual = asyncio.run(_measured(app, windows, items=_USUAL))
    yield _told(many, items=_ITEMS, bar="≤ 5 ms median, ≤ 20 ms p99")
    yield _told(usual, items=_USUAL)
    yield _committed(many)
    for window in windows:
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


async def _measured(app: QApplication, windows: list[QWidget], *, items: int) -> list[_Press]:
    folder = run_folder() / f"keys-{items}"
    folder.mkdir()
    log, session = log_of_a_night(run_folder(), events=_EVENTS, items=items)
    shutil.copy(log, folder / LOG_NAME)
    loop = asyncio.get_running_loop()
    after_commit = AfterCommit(loop)
    desk = Desk(
        directory=folder,
        rules=Rules(guard_ms=0),
        clock=SystemClock(),
        new_session=new_session_id,
        loop=loop,
        on_its_way=after_commit.now,
    )
    with LogReader(folder / LOG_NAME) as reader:
        desk.go_on(state_of(reader, session), simulated=True)
    bridge = Bridge(show=desk.show, run=desk.run, later=after_commit)
    windows += console_and_host(app, bridge)
    presses = [press async for press in _presses(app, desk, bridge, folder, items=items)]
    await desk.close()
    for window in windows:
        window.hide()
    return presses


@dataclass(frozen=True)
class _Press:
    """Seconds from a key press: until the program takes the next one, until the act is on disk, until the
    windows have been told and until they are painted; the main thread's own seconds until then; and a bare
    FULL commit beside it."""

    done: float
    committed: float
    told: float
    painted: float
    worked: float
    bare: float


async def _presses(
    app: QApplication, desk: Desk, bridge: Bridge, folder: Path, *, items: int
) -> AsyncIterator[_Press]:
    floor = _FullCommits(folder / "bare.sqlite3")
    on_disk, told, told_at = _noting_commits(desk), asyncio.Event(), []
    bridge.changed.connect(lambda _state, _entries: (told_at.append(perf_counter()), told.set()))
    dice, item = random.Random(2), 0
    for n in range(_PRESSES + 10):
        item = (item + dice.randrange(1, items)) % items  # never the one that is on air
        told_at.clear()
        told.clear()
        began, busy = perf_counter(), thread_time()
        assert bridge.run("show.take_item", item=f"P{item}") or desk.show.state.on_air
        done = perf_counter()
        await asyncio.wait_for(told.wait(), 5)
        app.processEvents()
        painted, worked = perf_counter(), thread_time() - busy
        assert await desk._saving.saved(desk.show.state.session, desk.show.state.seq)
        press = _Press(
            done=done - began,
            committed=on_disk[desk.show.state.seq] - began,
            told=told_at[0] - began,
            painted=painted - began,
            worked=worked,
            bare=floor.commit("x" * 300),
        )
        if n >= 10:
            yield press
        await asyncio.sleep(0.01)


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


def _told(presses: Sequence[_Press], *, items: int, bar: str = "") -> Figure:
    told, painted = [press.told for press in presses], [press.painted for press in presses]
    middle, worst = median(told), quantile(told, 0.99)
    done = median([press.done for press in presses])
    worked = median([press.worked for press in presses])
    return Figure(
        name=f"key press → windows told ({items} items, {_EVENTS:,} events)",
        median=ms(middle),
        worst=f"{ms(worst)} p99",
        bar=bar,
        met=middle <= 0.005 and worst <= 0.020 if bar else None,
        note=f"the program takes the next key after {ms(done)}; both windows painted after "
        f"{ms(median(painted))}, {ms(quantile(painted, 0.99))} p99, with {ms(worked)} of processor time",
    )


def _committed(presses: Sequence[_Press]) -> Figure:
    committed, bare = [press.committed for press in presses], [press.bare for press in presses]
    ours, floor = median(committed), median(bare)
    return Figure(
        name="key press → committed",
        median=ms(ours),
        worst=f"{ms(quantile(committed, 0.99))} p99",
        floor=f"{ms(floor)} a bare FULL commit",
        compared=f"+ {ms(ours - floor)}",
        bar="≤ + 1 ms median",
        met=ours - floor <= 0.001,
    )
