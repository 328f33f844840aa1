"""The main thread's longest stall in the real program, as its own watchdog measures it: while OBS stands
still, and while another program holds the log."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator

from hostconsole.desk.desk import LOG_NAME
from tests.bench.figures import Figure
from tests.bench.nights import run_folder
from tests.e2e.program import Program
from tests.obs_rig import ObsRig

_SETTLE_S = 4.0
_UNDER_LOAD_S = 6.0


def run() -> Iterator[Figure]:
    folder = run_folder() / "stalls"
    folder.mkdir()
    os.environ.pop("QT_QPA_PLATFORM", None)
    with ObsRig(folder / "rig", openbox=True) as rig:
        program = Program(rig, folder / "desk")
        program.start("demo", "--obs", rig.address)
        time.sleep(_SETTLE_S)
        yield _figure("nothing special, a take each half second", _longest(program))
        rig.freeze()
        yield _figure("OBS stands still (SIGSTOP)", _longest(program))
        rig.thaw()
        time.sleep(_SETTLE_S)
        yield _figure("the log locked by another program", _locked(program))
        program.quit() if hasattr(program, "quit") else program.kill()


def _locked(program: Program) -> float:
    connection = sqlite3.connect(program.directory / LOG_NAME, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        return _longest(program)
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def _longest(program: Program) -> float:
    """The longest stall in milliseconds while takes go on."""
    _each_half_second(lambda: program.state)
    program.longest_stall_ms = 0.0
    _each_half_second(lambda: program.call("do", "show.take_item", "item=P01"))
    return max(program.state["loop"]["longest_stall_ms"], program.longest_stall_ms)


def _each_half_second(act: Callable[[], object]) -> None:
    items_end = time.monotonic() + _UNDER_LOAD_S / 2
    while time.monotonic() < items_end:
        act()
        time.sleep(0.5)


def _figure(what: str, longest: float) -> Figure:
    return Figure(
        name=f"longest stall of the main thread: {what}",
        median="",
        worst=f"{longest:.0f} ms",
        bar="≤ 50 ms",
        met=longest <= 50,
    )
