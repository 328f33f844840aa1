"""What every part of the console is: a frame that shows the state and never changes it by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.theme import GAP


class Part(QFrame):
    """A part knows the bridge and is told what to do by its window: `show_state` after a change,
    `tick` ten times a second for what moves by itself, `retranslate` after a change of language,
    `show_keys` after a change of keys, `rescale` when the window's size asks for larger type."""

    def __init__(self, bridge: Bridge, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.scale = 1.0
        self.parts: list[Part] = []
        if name:
            self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def gap(self, units: float = 1.0) -> int:
        """Logical pixels of so many spacing units."""
        return round(GAP * units * self.scale)

    def retranslate(self) -> None:
        for part in self.parts:
            part.retranslate()

    def show_state(self, state: State, now_ms: int) -> None:
        for part in self.parts:
            part.show_state(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        for part in self.parts:
            part.tick(state, now_ms)

    def show_keys(self, table: KeyTable) -> None:
        for part in self.parts:
            part.show_keys(table)

    def rescale(self, scale: float) -> None:
        self.scale = scale
        for part in self.parts:
            part.rescale(scale)


def key_name(table: KeyTable, command: str, **args: str) -> str:
    """The first key of an act, as it is written on its button; "" if it has none."""
    keys = table.find(command, tuple(args.items())).keys
    return keys[0] if keys else ""


def shared_start(names: Iterable[str]) -> str:
    """The modifiers most keys of a group have in common ("Ctrl+Alt+"): written once instead of ten times;
    "" if there are none or only one key has them."""
    starts = Counter(f"{name.rpartition('+')[0]}+" for name in names if "+" in name)
    if not starts:
        return ""
    start, times = starts.most_common(1)[0]
    return start if times > 1 else ""
