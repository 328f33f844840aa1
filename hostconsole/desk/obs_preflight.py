"""The pre-flight of OBS in the running console: looked at once in a run when OBS serves and nothing has aired
yet, and whenever somebody asks. A session that begins takes the result into its log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hostconsole.desk.desk import Desk
from hostconsole.settings import Settings
from hostconsole.show.events import Entry, ObsChecked, ObsReady
from hostconsole.show.state import State


class ObsPreflight:
    """`address` and `password` are those of now; `busy(bool)` hears while it is being looked."""

    def __init__(
        self,
        *,
        desk: Desk,
        settings: Callable[[], Settings],
        address: Callable[[], str],
        password: Callable[[], str | None],
    ) -> None:
        from hostconsole.obs.sockets import Switch  # late: nobody waits for it with an empty screen

        self.busy: Callable[[bool], None] = lambda _on: None
        self._desk = desk
        self._settings = settings
        self._address = address
        self._password = password
        self._new_switch = Switch
        self._switch: Switch | None = None
        self._looked_at = ""
        desk.show.subscribe(self._followed)

    @property
    def looking(self) -> bool:
        return self._switch is not None

    def check(self) -> None:
        """Looks at OBS now, unless that is being done."""
        if self._switch is None:
            self._switch = self._new_switch()
            self._looked_at = self._address()
            self._desk.later(self._check())

    def stop(self) -> None:
        """Ends a look that is under way."""
        if self._switch is not None:
            self._switch.cut()

    def _followed(self, state: State, entries: tuple[Entry, ...]) -> None:
        ready = any(isinstance(entry.event, ObsReady) and not entry.event.simulated for entry in entries)
        if ready and self._looked_at != self._address() and _nothing_aired(state):
            self.check()

    async def _check(self) -> None:
        from hostconsole.desk.obs_check import obs_remarks

        state = self._desk.show.state
        items = [state.items[key].item for key in state.order if not state.items[key].skipped]
        self.busy(True)
        try:
            remarks = await asyncio.to_thread(
                obs_remarks,
                items,
                address=self._address(),
                settings=self._settings(),
                password=self._password,
                switch=self._switch,
            )
        finally:
            self._switch = None
            self.busy(False)
        if remarks and self._desk.show.state.session:
            self._desk.show.record((ObsChecked(remarks=remarks),), actor="obs")


def _nothing_aired(state: State) -> bool:
    """A show that has begun is not looked at unasked: OBS has other things to do."""
    return state.mode != "ended" and not any(row.airings for row in state.items.values())
