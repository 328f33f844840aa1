"""Clickers and pedals: which keys one button sends, and what they mean in the host's window.

A clicker is a keyboard to the system: its keys go to the window in front. So they are bound in the host's
window only, unless somebody wants one everywhere: then no other window gets that key any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from hostconsole.keys.portable import normalise
from hostconsole.keys.table import Binding, KeyTable

USUAL: Mapping[str, str] = {
    "F5": "host.space",
    "Esc": "host.space",
    ".": "host.layout",
    "WheelUp": "prompter.line_back",
    "WheelDown": "prompter.line_forward",
}
"""What presentation clickers send beside PgUp and PgDown (Logitech R400, R800: F5 and Esc in turns, and a
full stop) and what the wheel means in the host's window, as long as the key table says nothing else."""

ACTS = (
    "prompter.line_forward",
    "prompter.line_back",
    "host.space",
    "cue.ack",
    "prompter.toggle",
    "prompter.faster",
    "prompter.slower",
    "host.page_forward",
    "host.page_back",
    "prompter.paragraph_forward",
    "prompter.paragraph_back",
    "prompter.mark",
    "prompter.top",
    "host.layout",
    "host.nothing",
)
"""What a button can be for, the most wanted first. On a card a line is a point."""

Stage = Literal["waiting", "again", "known"]
Where = Literal["host", "global"]
"""Where a learned button works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button while it is learned. "again": it may send another key at the next press, so it has to be
    pressed once more; "known": `keys` are all it sends."""

    keys: tuple[str, ...] = ()
    stage: Stage = "waiting"

    def heard(self, key: str) -> Button:
        """A key came. Raises: KeyRefused "not_a_key"."""
        key = normalise(key)
        if self.stage != "again":
            stage: Stage = "again" if _may_alternate(key) else "known"
            return Button(keys=(key,), stage=stage)
        if key in self.keys:
            return replace(self, stage="known")
        if _one_button(self.keys[0], key):
            return Button(keys=(*self.keys, key), stage="known")
        return Button().heard(key)  # another button: it is the one that is meant


def _may_alternate(key: str) -> bool:
    return key == "Esc" or key.rpartition("+")[2] == "F5"


def _one_button(one: str, other: str) -> bool:
    """ "Start the show" and "end the show" of a slide program, from one button in turns."""
    return "Esc" in (one, other) and _may_alternate(one) and _may_alternate(other)


def meanings(bindings: Iterable[Binding]) -> dict[str, str]:
    """What each key does in the host's window."""
    bound = {key: b.command for b in bindings if b.context == "host" for key in b.keys}
    return bound | {key: act for key, act in USUAL.items() if key not in bound}


def taught(table: KeyTable, command: str, keys: Iterable[str], *, where: Where = "host") -> KeyTable:
    """`table` with `keys` added to what `command` has in the host's window, or in any window; there alone.
    Raises: KeyRefused, as `KeyTable.rebind` does."""
    keys = tuple(keys)
    mine = [b for b in table.bindings if b.command == command and learned(b) and b.context != where]
    table = _without(table, mine, keys)
    had = table.find(command, (), context=where).keys
    return table.rebind(command, (), (*had, *keys), context=where)


def freed(table: KeyTable, keys: Iterable[str]) -> KeyTable:
    """`table` with `keys` taken from whatever button has them."""
    return _without(table, [b for b in table.bindings if learned(b)], tuple(keys))


def learned(binding: Binding) -> bool:
    """Whether its keys are the host's: those of its window, and those of buttons that work anywhere."""
    return binding.context == "host" or (binding.context == "global" and binding.command in ACTS)


def _without(table: KeyTable, bindings: Iterable[Binding], keys: tuple[str, ...]) -> KeyTable:
    for binding in bindings:
        left = [key for key in binding.keys if key not in keys]
        if len(left) < len(binding.keys):
            table = table.rebind(binding.command, binding.args, left, context=binding.context)
    return table
