"""System-wide keys, from the backend's thread to the show, and what to say of those that do not work."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from hostconsole.keys.system import SystemKeys, Unbound, open_system_keys
from hostconsole.keys.table import Args, KeyTable, parse_act

Act = Callable[[str, Args], None]
Told = Callable[[tuple[Unbound, ...]], None]


class Presses:
    """`act(command, args)` and `told(unbound)` are called on the loop's thread."""

    def __init__(self, *, loop: asyncio.AbstractEventLoop, act: Act, told: Told) -> None:
        self._loop = loop
        self._act = act
        self._told = told
        self._waiting = False
        self._keys: SystemKeys = open_system_keys()

    def bind(self, table: KeyTable) -> None:
        self._keys.bind(table.system_keys(), self._pressed, self._unbound)

    def listen(self, table: KeyTable, *, waiting: bool) -> None:
        """While the key settings wait for a key, none acts: they are given back to the windows."""
        self._waiting = waiting
        if waiting:
            self._keys.bind({}, self._pressed, self._unbound)
        else:
            self.bind(table)

    def stop(self) -> None:
        self._keys.stop()

    def _pressed(self, act: str) -> None:
        if self._waiting:
            return
        command, args = parse_act(act)
        self._on_loop(self._act, command, args)

    def _unbound(self, keys: tuple[Unbound, ...]) -> None:
        self._on_loop(self._told, keys)

    def _on_loop(self, call: Callable[..., None], *args: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has closed: nobody is left to press for
            self._loop.call_soon_threadsafe(call, *args)
