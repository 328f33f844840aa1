"""System-wide keys: one small interface, a backend for each system, and the reasons why a key is not ours."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Code = Literal["taken", "unsupported", "no_permission", "layout", "dead"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbound:
    """A key that does not work now. `taken`: another program has it; `unsupported`: this system gives no
    such key; `no_permission`: the user has to allow it; `layout`: the keyboard has no such key; `dead`:
    the connection broke and is being made anew. `reason` is one English sentence."""

    key: str
    code: Code
    reason: str


Table = Mapping[str, str]
"""PortableText of a key → id of its act, as `KeyTable.system_keys()` gives it."""
Pressed = Callable[[str], None]
Told = Callable[[tuple[Unbound, ...]], None]


class SystemKeys(Protocol):
    """Keys that work in whatever window. Both callbacks are called from a thread of the backend's own:
    the caller hands over to its loop."""

    def bind(self, table: Table, pressed: Pressed, told: Told) -> None:
        """Takes the place of what was bound before, and returns at once. `pressed(act id)` comes once
        for each press, however long the key is held. `told` gets all keys that do not work, each time
        that changes and at least once after `bind`; () when all work."""

    def stop(self) -> None:
        """Gives all keys back; no callback comes after it. May be called twice."""


class NoSystemKeys:
    """Where there are no system-wide keys at all: says so about each one."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def bind(self, table: Table, pressed: Pressed, told: Told) -> None:
        told(tuple(Unbound(key=key, code="unsupported", reason=self.reason) for key in table))

    def stop(self) -> None:
        """There is nothing to give back."""


def open_system_keys(*, platform: str = sys.platform, environ: Mapping[str, str] | None = None) -> SystemKeys:
    """The backend for this system. Opens nothing yet: `bind` does. Never fails."""
    env = os.environ if environ is None else environ
    if platform == "win32":
        from hostconsole.keys.windows import WindowsKeys

        return WindowsKeys()
    if platform == "darwin":
        from hostconsole.keys.macos import MacKeys

        return MacKeys()
    if env.get("XDG_SESSION_TYPE") == "wayland":
        return NoSystemKeys("A Wayland session gives no system-wide keys: log in to an Xorg session.")
    if not env.get("DISPLAY"):
        return NoSystemKeys("There is no X display, so there are no system-wide keys.")
    from hostconsole.keys.x11 import X11Keys

    return X11Keys(display=env["DISPLAY"])
