"""Key rehearsal, pure: which system-wide keys arrived, why one did not, and which key to use instead.

While it runs no key acts. Each key is pressed once with another program's window in front, as it will be on
air. What the system itself says of a key (`Unbound`) is known before it is pressed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from hostconsole.keys.defaults import Args
from hostconsole.keys.portable import KeyRefused, parse
from hostconsole.keys.rules import refusal
from hostconsole.keys.system import Unbound
from hostconsole.keys.table import Binding, KeyTable

Status = Literal[
    "waiting", "arrived", "here",
    "taken", "unsupported", "no_permission", "layout", "dead",
    "elevated", "silent",
]  # fmt: skip
"""`waiting`: not pressed yet. `here`: it arrived, but our own window was in front, which proves little.
Then what the system said (`system.Code`). `elevated`, `silent`: pressed, and nothing came; with a program of
more rights in front, or for no reason we could see."""

FAILED: frozenset[Status] = frozenset(
    {"taken", "unsupported", "no_permission", "layout", "dead", "elevated", "silent"}
)
_FIRST_PAD = 13

_FREE = {
    "laptop": (*(f"Ctrl+Alt+{sign}" for sign in "KYEIQXVBMCHRF"), "Ctrl+Alt+Home", "Ctrl+Alt+End"),
    "altgr": ("Ctrl+Alt+End", "Ctrl+Alt+Home", "Ctrl+Alt+Pause", *(f"Ctrl+Shift+F{n}" for n in range(1, 13))),
}
_FREE_ANYWHERE = ("Pause", "Ctrl+Alt+Return", *(f"F{n}" for n in range(13, 20)), "F24")
"""Keys worth offering, the best first: none that chat, music or input programs are known to have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsUse:
    """What OBS does with a key: the action as OBS calls it, and the scene or source it is for, or ""."""

    action: str
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One system-wide key. `pad`: F13 and up, on pads and pedals only. `obs`: what OBS does with the same
    key, None for nothing."""

    key: str
    command: str
    args: Args = ()
    pad: bool = False
    status: Status = "waiting"
    obs: ObsUse | None = None

    @property
    def failed(self) -> bool:
        return self.status in FAILED


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """`checks` in the order in which they are asked for: the keyboard's keys, then those of pads."""

    table: KeyTable
    checks: tuple[Check, ...]
    obs: Mapping[str, ObsUse] = field(default_factory=dict)

    @classmethod
    def begin(cls, table: KeyTable) -> Rehearsal:
        return cls(table=table, checks=tuple(_checks(table)))

    def heard(self, key: str, *, ours_in_front: bool) -> Rehearsal:
        """A key arrived. With our window in front it does not undo an earlier proof."""
        check = self.find(key)
        if check is None or (ours_in_front and check.status == "arrived"):
            return self
        return self._with(key, "here" if ours_in_front else "arrived")

    def silent(self, key: str, *, elevated: bool) -> Rehearsal:
        """The person pressed it and nothing came. `elevated`: the program in front has more rights."""
        return self._with(key, "elevated" if elevated else "silent")

    def told(self, unbound: Iterable[Unbound]) -> Rehearsal:
        """What the system says of all keys, now; a key that it gives after all waits to be pressed."""
        codes: dict[str, Status] = {each.key: each.code for each in unbound}
        known = frozenset(("taken", "unsupported", "no_permission", "layout", "dead"))
        checks = tuple(
            replace(check, status=codes[check.key])
            if check.key in codes
            else replace(check, status="waiting")
            if check.status in known
            else check
            for check in self.checks
        )
        return replace(self, checks=checks)

    def clashing(self, obs: Mapping[str, ObsUse]) -> Rehearsal:
        """OBS's own hotkeys on this PC: a key and what OBS does with it."""
        checks = tuple(replace(check, obs=obs.get(check.key)) for check in self.checks)
        return replace(self, checks=checks, obs=dict(obs))

    def rebound(self, table: KeyTable) -> Rehearsal:
        """The same rehearsal with other keys; what was found out of a key that stays is kept."""
        known = {check.key: check.status for check in self.checks}
        checks = tuple(
            replace(check, status=known.get(check.key, "waiting"), obs=self.obs.get(check.key))
            for check in _checks(table)
        )
        return replace(self, table=table, checks=checks)

    def find(self, key: str) -> Check | None:
        return next((check for check in self.checks if check.key == key), None)

    @property
    def next(self) -> Check | None:
        """The key to press now: the first of the keyboard's that was not pressed; None when all were."""
        return next((c for c in self.checks if c.status in ("waiting", "here") and not c.pad), None)

    @property
    def arrived(self) -> tuple[str, ...]:
        return tuple(check.key for check in self.checks if check.status == "arrived")

    def offer(self, key: str) -> str | None:
        """Another key for the act of this one; None if no good one is left."""
        check = self.find(key)
        if check is None:
            return None
        # A system-wide key works everywhere, so any act that has it, wherever, stands in its way.
        had = {*self.obs, *(key for binding in self.table.bindings for key in binding.keys)}
        for other in (*_FREE[self.table.preset], *_FREE_ANYWHERE):
            if other not in had and not refusal(parse(other), command=check.command, context="global"):
                return other
        return None

    def use(self, key: str, other: str) -> KeyTable:
        """The table with `other` in the place of `key`. Raises: KeyRefused."""
        check = self.find(key)
        if check is None:
            raise KeyRefused("not_a_key", key)
        binding = self.table.find(check.command, check.args, context="global")
        keys = tuple(other if each == key else each for each in binding.keys)
        return self.table.rebind(check.command, check.args, keys, context="global")

    def _with(self, key: str, status: Status) -> Rehearsal:
        checks = tuple(replace(c, status=status) if c.key == key else c for c in self.checks)
        return replace(self, checks=checks)


def proved(table: KeyTable, arrived: Collection[str]) -> bool:
    """Whether each act that has keys of the keyboard has one that arrived in a rehearsal."""
    wanted = [[key for key in b.keys if not is_pad(key)] for b in _global(table)]
    return all(any(key in arrived for key in keys) for keys in wanted if keys)


def is_pad(key: str) -> bool:
    """F13 and up: no keyboard has them, pads and pedals send them."""
    return parse(key).function_number >= _FIRST_PAD


def _checks(table: KeyTable) -> Iterator[Check]:
    for pads in (False, True):
        for binding in _global(table):
            for key in binding.keys:
                if is_pad(key) == pads:
                    yield Check(key=key, command=binding.command, args=binding.args, pad=pads)


def _global(table: KeyTable) -> list[Binding]:
    return [binding for binding in table.bindings if binding.context == "global"]
