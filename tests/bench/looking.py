"""One look at a running program: a take each half second, and the longest stall that its own watchdog saw."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle

from tests.bench.figures import Figure
from tests.e2e.program import Program

SETTLE_S = 4.0
LOOK_S = 8.0
_BARE = """
import time
end, worst = time.monotonic() + %s, 0.0
while time.monotonic() < end:
    before = time.monotonic()
    time.sleep(0.02)
    worst = max(worst, time.monotonic() - before - 0.02)
print(worst * 1000)
"""


def look(what: str, program: Program, *, items: Sequence[str] = ("P01", "P02", "P03")) -> Figure:
    assert program.state  # its figure begins anew with each look
    bare = subprocess.Popen([sys.executable, "-c", _BARE % LOOK_S], stdout=subprocess.PIPE, text=True)
    end = time.monotonic() + LOOK_S
    for item in cycle(items):
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
