"""F1 in the console: the panel of the keys of this moment, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hostconsole.ui.moment import KeyGroup, Moment, groups

if TYPE_CHECKING:  # loaded when first looked at
    from hostconsole.ui.keys_panel import KeysPanel


class KeysHere:
    """Over `over`, not modal. `moment()` is what the keys are shown for; `change()` is called when the person
    wants others."""

    def __init__(self, over: QWidget, *, moment: Callable[[], Moment], change: Callable[[], None]) -> None:
        self._over, self._moment, self._change = over, moment, change
        self.panel: KeysPanel | None = None

    def toggle(self) -> None:
        if self.panel is None:
            from hostconsole.ui.keys_panel import KeysPanel

            self.panel = KeysPanel(self._over, self._groups)
            self.panel.change_asked.connect(self._change)
        self.panel.toggle()

    def hide(self) -> None:
        if self.panel is not None:
            self.panel.hide()

    def refresh(self) -> None:
        """It follows the show while it is looked at."""
        if self.panel is not None:
            self.panel.refresh()

    def retranslate(self) -> None:
        if self.panel is not None:
            self.panel.retranslate()

    def place(self) -> None:
        if self.panel is not None:
            self.panel.place()

    def _groups(self) -> tuple[KeyGroup, ...]:
        return groups(self._moment())
