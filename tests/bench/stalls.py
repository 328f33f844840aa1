"""The main thread's longest stall in the real program, as its own watchdog measures it: while OBS stands
still, and while another program holds the log."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle

from hostconsole.desk.desk import LOG_NAME
from tests.bench.figures import Figure
from tests.bench.nights import run_folder
from tests.e2e.program import Program
from tests.obs_rig import ObsRig

_SETTLE_S = 4.0
_LOOK_S = 8.0
_BARE = """
import time
end, worst = time.monotonic() + %s, 0.0
while time.monotonic() < end:
    before = time.monotonic()
    time.sleep(0.02)
    worst = max(worst, time.monotonic() - before - 0.02)
print(worst * 1000)
"""


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


def _looks(rig: ObsRig, program: Program) -> Iterator[Figure]:
    time.sleep(_SETTLE_S)
    yield _figure("a take each half second", program)
    rig.freeze()
    yield _figure("the same, OBS stands still (SIGSTOP)", program)
    rig.thaw()
    time.sleep(_SETTLE_S)
    connection = sqlite3.connect(program.directory / LOG_NAME, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield _figure("the same, the log locked by another program", program)
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def _figure(what: str, program: Program) -> Figure:
    assert program.state  # its figure begins anew with each look
    bare = subprocess.Popen([sys.executable, "-c", _BARE % _LOOK_S], stdout=subprocess.PIPE, text=True)
    end = time.monotonic() + _LOOK_S
    for item in cycle(("P01", "P02", "P03")):
        program.call("do", "show.take_item", f"item={item}")
        if time.monotonic() > end:
            break
        time.sleep(0.5)
    longest = program.state["loop"]["longest_stall_ms"]
    scheduled = float(bare.communicate(timeout=30)[0])
    return Figure(
        name=f"longest stall of the main thread: {what}",
        median="",
        worst=f"{longest:.0f} ms",
        floor=f"{scheduled:.0f} ms a process that does nothing",
        bar="≤ 50 ms",
        met=longest <= 50,
    )
