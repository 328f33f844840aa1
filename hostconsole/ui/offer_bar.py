"""An earlier session that was not ended, offered above the rooms: go on with it, or leave it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import clock_of


class OfferBar(Part):
    """`accepted`: go on with it. Hidden until `offer`, and after either answer."""

    accepted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="bar")
        self._last_at = ""
        self._words = Elided("strong", tone="waiting")
        self._go_on = QPushButton()
        self._leave = QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.addWidget(self._words, 1)
        line.addWidget(self._go_on)
        line.addWidget(self._leave)
        self._go_on.clicked.connect(self._accept)
        self._leave.clicked.connect(self.hide)
        self.hide()

    def offer(self, last_at: str) -> None:
        """`last_at`: UTC ISO 8601 time of that session's last event; "" offers nothing."""
        self._last_at = last_at
        self.retranslate()
        self.setVisible(bool(last_at))

    def retranslate(self) -> None:
        if self._last_at:
            words = translate("Console", "A session of this sheet was left at {time} and not ended.")
            self._words.setText(words.format(time=clock_of(self._last_at)))
        self._go_on.setText(translate("Console", "Go on with it"))
        self._leave.setText(translate("Console", "Leave it"))

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()
