"""The main thread's longest stall in the real program, as its own watchdog measures it: while OBS stands
still, while another program holds the log, and while stock pours in (stock_stalls.py)."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator

from hostconsole.desk.desk import LOG_NAME
from tests.bench.figures import Figure
from tests.bench.looking import SETTLE_S, look
from tests.bench.nights import run_folder
from tests.bench.stock_stalls import figures as stock_figures
from tests.e2e.program import Program
from tests.obs_rig import ObsRig


def run() -> Iterator[Figure]:
    folder = run_folder() / "stalls"
    folder.mkdir()
    os.environ.pop("QT_QPA_PLATFORM", None)
    with ObsRig(folder / "rig", openbox=True) as rig:
        program = Program(rig, folder / "desk")
        try:
            program.start("demo", "--obs", rig.address)
            yield from _looks(rig, program)
        finally:
            program.end()
        rig.kill()  # an OBS that nobody looks at would take a core from what is measured now
        yield from stock_figures(rig, folder)


def _looks(rig: ObsRig, program: Program) -> Iterator[Figure]:
    time.sleep(SETTLE_S)
    yield look("a take each half second", program)
    rig.freeze()
    yield look("the same, OBS stands still (SIGSTOP)", program)
    rig.thaw()
    time.sleep(SETTLE_S)
    connection = sqlite3.connect(program.directory / LOG_NAME, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield look("the same, the log locked by another program", program)
    finally:
        connection.execute("ROLLBACK")
        connection.close()
