"""The keys of the host's window: a pedal or a clicker, held keys kept from running away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from hostconsole.keys.clicker import meanings
from hostconsole.keys.table import Binding, KeyTable

HERE = "host.layout"
"""The act that only this window knows: card or scroll."""

NOTHING = "host.nothing"
"""What a button or the wheel is for that is to do nothing."""

_REPEATING = frozenset(
    {"prompter.line_forward", "prompter.line_back", "prompter.faster", "prompter.slower",
     "host.page_forward", "host.page_back"}
)  # fmt: skip
"""Acts that a held key may repeat; all others happen once."""


class HostKeys:
    """`bindings`: those of the context "host" count; None takes the defaults."""

    def __init__(self, bindings: Iterable[Binding] | None = None) -> None:
        known = KeyTable.build().bindings if bindings is None else bindings
        self._acts = meanings(known)

    def act(self, event: QKeyEvent) -> str | None:
        """The act of a pressed key; None for a key that is not ours."""
        return self._acts.get(_name(event))

    def wheel_act(self, up: bool, held: Qt.KeyboardModifier) -> str | None:
        """The act of a notch of the wheel."""
        return self._acts.get(wheel_name(up, held))

    def repeats(self, act: str) -> bool:
        """Whether a held key or a turned wheel does the act over and over."""
        return act in _REPEATING

    def once(self, event: QKeyEvent, act: str) -> bool:
        """Whether this press is only the keyboard repeating a held key for an act that happens once."""
        return event.isAutoRepeat() and act not in _REPEATING


def wheel_name(up: bool, held: Qt.KeyboardModifier) -> str:
    """A notch of the wheel as the key table calls it, with the keys held meanwhile."""
    before = QKeySequence(held.value).toString(QKeySequence.SequenceFormat.PortableText)
    return before + ("WheelUp" if up else "WheelDown")


def _name(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | held.value).toString(QKeySequence.SequenceFormat.PortableText)
