"""System-wide keys, from the backend's thread to the loop, in one of three modes: act, rehearse, hush."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from hostconsole.keys.system import SystemKeys, Unbound, open_system_keys
from hostconsole.keys.table import Args, KeyTable, parse_act

Act = Callable[[str, Args], None]
Told = Callable[[tuple[Unbound, ...]], None]
Heard = Callable[[str], None]


class Presses:
    """`act(command, args)` and `told(unbound)` are called on the loop's thread."""

    def __init__(self, *, loop: asyncio.AbstractEventLoop, act: Act, told: Told) -> None:
        self._loop = loop
        self._act = act
        self._told = told
        self._mode = 0
        """Counts the changes of mode: a press that was on its way when the mode changed does nothing."""
        self._keys: SystemKeys = open_system_keys()

    def bind(self, table: KeyTable) -> None:
        """From now on keys act."""
        mode = self._next_mode()

        def pressed(act: str) -> None:
            if mode == self._mode:
                self._on_loop(self._act, *parse_act(act))

        self._keys.bind(table.system_keys(), pressed, self._unbound)

    def rehearse(self, table: KeyTable, heard: Heard) -> None:
        """From now on each press only tells `heard` which key it was."""
        mode = self._next_mode()

        def pressed(key: str) -> None:
            if mode == self._mode:
                self._on_loop(heard, key)

        self._keys.bind({key: key for key in table.system_keys()}, pressed, self._unbound)

    def hush(self) -> None:
        """From now on all keys are given back to the windows, until `bind` or `rehearse`."""
        self._next_mode()
        self._keys.bind({}, lambda _act: None, self._unbound)

    def stop(self) -> None:
        self._keys.stop()

    def _next_mode(self) -> int:
        self._mode += 1
        return self._mode

    def _unbound(self, keys: tuple[Unbound, ...]) -> None:
        self._on_loop(self._told, keys)

    def _on_loop(self, call: Callable[..., None], *args: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has closed: nobody is left to press for
            self._loop.call_soon_threadsafe(call, *args)
