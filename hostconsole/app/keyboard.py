"""The user's keys: the table, the system-wide ones among them, and their rehearsal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from hostconsole.app.presses import Presses
from hostconsole.desk.desk import Desk
from hostconsole.keys.rehearsal import ObsUse, Rehearsal
from hostconsole.keys.table import Args, KeyRefused, KeyTable
from hostconsole.show.errors import Refused
from hostconsole.ui.bridge import Bridge

if TYPE_CHECKING:
    from hostconsole.keys.system import Unbound
    from hostconsole.ui.key_rehearsal import KeyRehearsal

ARRIVED = "keys.arrived"
"""Under this name the keys that arrived in the last rehearsal are remembered, one a line."""


class Keyboard:
    """`act(command, args)`: a system-wide key was pressed. `change(table)`: other keys, from a rehearsal.
    `rehearsing(on)`: a rehearsal begins or has ended; no system-wide key may act while it is on."""

    def __init__(
        self,
        *,
        desk: Desk,
        bridge: Bridge,
        table: KeyTable,
        act: Callable[[str, Args], None],
        change: Callable[[KeyTable], None],
        rehearsing: Callable[[bool], None],
        remember: Callable[[str, str], None],
    ) -> None:
        self._desk = desk
        self._bridge = bridge
        self._table = table
        self._change = change
        self._rehearsing = rehearsing
        self._remember = remember
        self._said = ""
        self._unbound: tuple[Unbound, ...] = ()
        self._window: KeyRehearsal | None = None
        self._rehearsal: Rehearsal | None = None
        self._presses = Presses(loop=asyncio.get_running_loop(), act=act, told=self._told)
        self._presses.bind(table)
        bridge.changed.connect(lambda state, _entries: self.end_rehearsal() if state.running else None)

    def bind(self, table: KeyTable) -> None:
        """Other keys from now on."""
        self._table = table
        if self._rehearsal is not None:
            self._show(self._rehearsal.rebound(table))
        self._listen_as_wanted()

    def listen(self, waiting: bool) -> None:
        """While the key settings wait for a key, none acts: they are given back to the windows."""
        if waiting:
            self._presses.hush()
        else:
            self._listen_as_wanted()

    def stop(self) -> None:
        self.end_rehearsal()
        self._presses.stop()

    # -- the rehearsal --------------------------------------------------------------------------------

    def rehearse(self) -> None:
        """Opens the rehearsal; asked for again, ends it. Not while a session runs: there keys must act."""
        from hostconsole.ui.key_rehearsal import KeyRehearsal

        if self._rehearsal is not None:
            self.end_rehearsal()
            return
        if self._bridge.state.running:
            self._bridge.refused.emit("desk.rehearse_keys", Refused("keys_must_act"))
            return
        if self._window is None:
            self._window = KeyRehearsal()
            self._window.silent.connect(self._silent)
            self._window.used.connect(self._use)
            self._window.finished.connect(self.end_rehearsal)
        self._rehearsal = Rehearsal.begin(self._table).told(self._unbound)
        self._window.open(self._rehearsal)
        self._rehearsing(True)
        self._listen_as_wanted()
        self._desk.later(self._ask_obs())

    def end_rehearsal(self) -> None:
        rehearsal, self._rehearsal = self._rehearsal, None
        if rehearsal is None:
            return
        if self._window is not None:
            self._window.close()
        if rehearsal.arrived:
            self._remember(ARRIVED, "\n".join(rehearsal.arrived))
        self._rehearsing(False)
        self._listen_as_wanted()

    async def _ask_obs(self) -> None:
        """OBS's own hotkeys on this PC, from its files."""
        from hostconsole.obs.hotkeys import installed_hotkeys

        found = await asyncio.to_thread(installed_hotkeys)
        uses: Mapping[str, ObsUse] = {h.key: ObsUse(action=h.action, owner=h.owner) for h in found}
        if self._rehearsal is not None:
            self._show(self._rehearsal.clashing(uses))

    def _heard(self, key: str) -> None:
        if self._rehearsal is not None:
            ours = QGuiApplication.focusWindow() is not None
            self._show(self._rehearsal.heard(key, ours_in_front=ours))

    def _silent(self, key: str) -> None:
        from hostconsole.keys.rights import more_rights_in_front

        if self._rehearsal is not None:
            self._show(self._rehearsal.silent(key, elevated=more_rights_in_front()))

    def _use(self, key: str, other: str) -> None:
        if self._rehearsal is None:
            return
        try:
            table = self._rehearsal.use(key, other)
        except KeyRefused as refused:
            self._bridge.refused.emit("desk.rehearse_keys", refused)
            return
        self._change(table)

    def _show(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal
        if self._window is not None:
            self._window.show_rehearsal(rehearsal)

    # -- the system -----------------------------------------------------------------------------------

    def _listen_as_wanted(self) -> None:
        if self._rehearsal is not None:
            self._presses.rehearse(self._table, self._heard)
        else:
            self._presses.bind(self._table)

    def _told(self, unbound: tuple[Unbound, ...]) -> None:
        """Which keys do not work now; the desk's alert says so until they do."""
        self._unbound = unbound
        if self._rehearsal is not None:
            self._show(self._rehearsal.told(unbound))
        self._bridge.keys_unbound.emit(unbound)
        said = "; ".join(f"{key.key}: {key.reason}" for key in unbound)
        if said == self._said:
            return
        self._said = said
        if unbound:
            self._desk.trouble("keys_unbound", said)
        else:
            self._desk.mended("keys_unbound")
