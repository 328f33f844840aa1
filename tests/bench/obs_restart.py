"""OBS ends and comes back: how long after it first answers the console is ready."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

from tests.bench.figures import Figure, s
from tests.bench.nights import run_folder
from tests.obs.watch import Watch, linked
from tests.obs_rig import ObsRig
from tests.waiting import until

_ROUNDS = 3


def run() -> Iterator[Figure]:
    with ObsRig(run_folder() / "restart") as rig:
        late = asyncio.run(_restarts(rig))
    yield Figure(
        name="OBS restarts → ready",
        median=s(sorted(late)[len(late) // 2]),
        worst=f"{s(max(late))} worst of {len(late)}",
        floor="0 = the first request answered without 207",
        bar="≤ 1 s",
        met=max(late) <= 1.0,
        note="the first answer is seen by a client of its own that asks every 20 ms",
    )


async def _restarts(rig: ObsRig) -> list[float]:
    late = []
    async with linked(port=rig.port, password=rig.password, now=time.monotonic) as (_link, watch):
        await watch.until_link("ready", within_s=20)
        for _ in range(_ROUNDS):
            await asyncio.to_thread(rig.kill)
            await until(lambda: watch.link != "ready", 20)
            late.append(await _restarted(rig, watch))
    return late


async def _restarted(rig: ObsRig, watch: Watch) -> float:
    mark = watch.mark
    served: list[float] = []
    asking = threading.Thread(target=_ask_until_served, args=(rig, served))
    asking.start()
    await asyncio.to_thread(rig.start)
    await watch.until_link("ready", since=mark, within_s=30)
    ready = next(at for at, event in zip(watch.at[mark:], watch.told[mark:], strict=True)
                 if getattr(event, "now", "") == "ready")  # fmt: skip
    await asyncio.to_thread(asking.join, 10)
    return ready - served[0]


def _ask_until_served(rig: ObsRig, served: list[float]) -> None:
    end = time.monotonic() + 40
    while time.monotonic() < end:
        if rig.running and rig.serves():
            served.append(time.monotonic())
            return
        time.sleep(0.02)
