"""Clickers and pedals: which keys one button sends, and what they mean in the host's window.

A clicker is a keyboard to the system: its keys go to the window in front. So they are bound in the host's
window only, unless somebody wants them everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from hostconsole.keys.portable import normalise
from hostconsole.keys.table import Binding, KeyTable

USUAL: Mapping[str, str] = {"F5": "host.space", "Esc": "host.space", ".": "host.layout"}
"""What presentation clickers send beside PgUp and PgDown (Logitech R400, R800: F5 and Esc in turns, and a
full stop), and what it means in the host's window as long as the key table says nothing else."""

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
)
"""What a button can be for, the most wanted first. On a card a line is a point."""

Stage = Literal["waiting", "again", "known"]


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
    return {**USUAL, **{key: b.command for b in bindings if b.context == "host" for key in b.keys}}


def taught(table: KeyTable, command: str, keys: Iterable[str]) -> KeyTable:
    """`table` with `keys` added to what `command` has in the host's window. Raises: KeyRefused, as
    `KeyTable.rebind` does."""
    had = table.find(command, (), context="host").keys
    return table.rebind(command, (), (*had, *keys), context="host")


def freed(table: KeyTable, keys: Iterable[str]) -> KeyTable:
    """`table` with `keys` taken from whatever has them in the host's window."""
    gone = frozenset(keys)
    for binding in table.bindings:
        if binding.context == "host" and gone & set(binding.keys):
            left = [key for key in binding.keys if key not in gone]
            table = table.rebind(binding.command, binding.args, left, context="host")
    return table
