"""`hostconsole do` as a process of its own, against a bare Python process."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hostconsole.bundled import bundled
from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import new_session_id
from hostconsole.log.clock import SystemClock
from hostconsole.sheets import read_show
from hostconsole.show.rules import Rules
from tests.bench.figures import Figure, median, ms, quantile, times, took

_ROUNDS = 25


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        yield asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> Figure:
    desk = Desk(
        directory=folder,
        rules=Rules(),
        clock=SystemClock(),
        new_session=new_session_id,
        loop=asyncio.get_running_loop(),
    )
    plan = read_show(bundled("sample_show.csv")).plan
    desk.begin(plan, operator="", simulated=True, kind="rehearsal")
    await desk.open()
    do = [sys.executable, "-m", "hostconsole", "do", "marker.add", "--data-dir", str(folder)]
    both = [
        (
            await asyncio.to_thread(took, lambda: _ended_well([sys.executable, "-c", "pass"])),
            await asyncio.to_thread(took, lambda: _ended_well(do)),
        )
        for _ in range(_ROUNDS + 1)
    ][1:]
    await desk.close()
    ours, bare = median([b for _, b in both]), median([a for a, _ in both])
    return Figure(
        name="hostconsole do, as a process",
        median=ms(ours),
        worst=f"{ms(quantile([b for _, b in both], 0.95))} p95",
        floor=f"{ms(bare)} a bare Python process",
        compared=times(ours / bare),
        bar="≤ 150 ms",
        met=ours <= 0.150,
    )


def _ended_well(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=30)
