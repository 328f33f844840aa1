"""The console without windows on a real OBS: the desk with its log, and a show of five items."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from hostconsole.desk.desk import LOG_NAME, Desk
from hostconsole.desk.opening import new_session_id
from hostconsole.log.clock import SystemClock
from hostconsole.log.reader import LogReader
from hostconsole.obs.link import open_obs
from hostconsole.show.plan import Item, Plan
from hostconsole.show.rules import Rules
from tests.obs_rig import SCENES, ObsRig
from tests.served import ServedClock, served

PRICES = (100, 2200, 33300, 444400, 5555500)
"""Minor units: ¥1, ¥22, ¥333, ¥4444, ¥55555."""


def plan() -> Plan:
    """P1 to P5, each with a scene and a price of its own."""
    rows = tuple(
        Item(id=f"P{n}", kind="product", title=f"款{n}", sku=f"S{n}", scene=scene, price=price,
             currency="CNY", stock_total=100, planned_s=60)
        for n, (scene, price) in enumerate(zip(SCENES, PRICES, strict=True), start=1)
    )  # fmt: skip
    return Plan(name="proof", items=rows)


class Console:
    """What a proof asks of a desk."""

    def __init__(self, desk: Desk, clock: ServedClock) -> None:
        self.desk, self.clock = desk, clock
        self.longest_stall_ms = 0.0
        """Of the loop, since it was last set to 0, without what the machine kept from everybody."""
        self._lost_s = 0.0

    @property
    def state(self) -> dict[str, Any]:
        """What `hostconsole state` says."""
        found = self.desk.snapshot()
        before, self._lost_s = self._lost_s, self.clock.lost()
        own_ms = found["loop"]["longest_stall_ms"] - (self._lost_s - before) * 1000
        self.longest_stall_ms = max(self.longest_stall_ms, own_ms)
        return found

    @property
    def obs(self) -> dict[str, Any]:
        return dict(self.state["obs"])

    @property
    def alerts(self) -> dict[str, str]:
        return {alert["code"]: alert["text"] for alert in self.state["alerts"]}

    def run(self, command: str, **given: str) -> None:
        self.desk.run(command, given)

    async def until(self, true: Any, *, within_s: float = 10.0) -> None:
        """Waits without holding up the loop; fails with what the state says if it does not come true."""
        end = self.clock.now() + within_s
        while not true():
            assert self.clock.now() < end, (self.obs, self.alerts)
            await asyncio.sleep(0.01)

    async def shows(self, command: str, *, within_s: float = 10.0, **given: str) -> None:
        """The command's scene is asked for and comes on air in OBS."""
        before = self._order
        self.run(command, **given)
        await self.until(
            lambda: self._order != before and self.state["lamps"]["scene"] == "on_air",
            within_s=within_s,
        )

    @property
    def _order(self) -> int | None:
        asked = self.desk.show.state.obs.asked
        return None if asked is None else asked.order

    async def log(self) -> list[dict[str, Any]]:
        """The running session's log, once it is all on disk."""
        state = self.desk.show.state
        assert await self.desk.saved(state.session, state.seq)
        with LogReader(self.desk.directory / LOG_NAME) as log:
            return [json.loads(row.text) for row in log.rows(state.session)]

    async def told(self, kind: str) -> list[dict[str, Any]]:
        return [row for row in await self.log() if row["kind"] == kind]

    async def orders(self, count: int) -> list[int]:
        """The orders of the scenes that were asked for; waits until there are so many."""
        rows = await self._until_told("scene.asked", lambda rows: len(rows) >= count)
        return [row["data"]["order"] for row in rows]

    async def failures(self, *, of: Sequence[int]) -> dict[int, str]:
        """Why the scenes that were asked for did not come on air, by their order; waits for those of `of`."""
        rows = await self._until_told(
            "scene.failed", lambda rows: {row["data"]["order"] for row in rows} >= set(of)
        )
        return {row["data"]["order"]: row["data"]["code"] for row in rows}

    async def _until_told(
        self, kind: str, enough: Callable[[list[dict[str, Any]]], bool]
    ) -> list[dict[str, Any]]:
        end = self.clock.now() + 10.0
        while not enough(rows := await self.told(kind)):
            assert self.clock.now() < end, rows
            await asyncio.sleep(0.05)
        return rows


@asynccontextmanager
async def console(
    rig: ObsRig, folder: Path, *, kind: str = "live", output: str = "recording", show: Plan | None = None
) -> AsyncIterator[Console]:
    """A desk connected to the rig's OBS."""
    desk = Desk(
        directory=folder,
        rules=Rules(guard_ms=0, output=output, safe_scene=SCENES[4]),  # type: ignore[arg-type]
        clock=SystemClock(),
        new_session=new_session_id,
        loop=asyncio.get_running_loop(),
    )
    desk.begin(show or plan(), operator="甲", simulated=False, kind=kind)  # type: ignore[arg-type]
    desk.connect(
        lambda tell, loop: open_obs(rig.address, password=lambda: rig.password, tell=tell, loop=loop)
    )
    with served() as clock:
        found = Console(desk, clock)
        try:
            await found.until(lambda: found.obs["link"] == "ready")
            yield found
        finally:
            await desk.close()
