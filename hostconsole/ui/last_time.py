"""What was noted after earlier shows and is not done: above the plan, until it is ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import label
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part

MOST = 5

Noted = tuple[str, int, str]
"""Session, seq, words."""


class LastTimeBar(Part):
    """`ticked(session, seq)`. Hidden while nothing is open."""

    ticked = Signal(str, int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="bar")
        self._noted: tuple[Noted, ...] = ()
        self._title = label("small", tone="waiting", bold=True)
        self.ticks = [QCheckBox() for _ in range(MOST)]
        self._more = label("small", tone="faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        for place, tick in enumerate(self.ticks):
            tick.clicked.connect(lambda _on=False, place=place: self._tick(place))
            column.addWidget(tick)
        column.addWidget(self._more)
        self.retranslate()
        self.show_noted(())

    def retranslate(self) -> None:
        self._title.setText(translate("Review", "Noted after earlier shows"))
        self._show()

    def show_noted(self, noted: Sequence[Noted]) -> None:
        """Newest show first."""
        self._noted = tuple(noted)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._noted))
        for place, tick in enumerate(self.ticks):
            tick.setVisible(place < len(self._noted))
            tick.setChecked(False)
            if place < len(self._noted):
                words = " ".join(self._noted[place][2].split())
                tick.setText(words.replace("&", "&&")[:120])
                tick.setToolTip(words)
        more = len(self._noted) - MOST
        self._more.setVisible(more > 0)
        self._more.setText(translate("Review", "and {n} more in Review").format(n=max(0, more)))

    def _tick(self, place: int) -> None:
        session, seq, _words = self._noted[place]
        self.show_noted(self._noted[:place] + self._noted[place + 1 :])
        self.ticked.emit(session, seq)
