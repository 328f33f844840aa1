"""Beginning and ending: what starts or stops a show is held for a second, never just clicked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.held_button import HeldButton
from hostconsole.ui.labels import KeyButton
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part


class SessionButtons(Part):
    """Shows only what can be done in the mode the show is in. `handover`: the desk can be handed over here.
    `left`: the button that had the focus has gone, and no other of these is to have it by that."""

    handover_asked = Signal()
    left = Signal()

    def __init__(self, bridge: Bridge, *, handover: bool = True) -> None:
        super().__init__(bridge)
        self._hands_over = handover
        self.handover = KeyButton()
        self.handover.clicked.connect(self.handover_asked)
        self.rehearse = KeyButton()
        self.go_live = HeldButton(tone="on_air")
        self.end = HeldButton(tone="on_air")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.handover, self.rehearse, self.go_live, self.end):
            line.addWidget(button)
        self.rehearse.clicked.connect(lambda: bridge.run("show.start_rehearsal"))
        self.go_live.held.connect(lambda: bridge.run("show.go_live"))
        self.end.held.connect(lambda: bridge.run("show.end", sure="yes"))
        self.retranslate()

    def retranslate(self) -> None:
        hold = translate("Console", "hold 1 s")
        self.handover.setText(translate("Handover", "Hand over"))
        self.rehearse.setText(translate("Console", "Start rehearsal"))
        self.go_live.setText(translate("Console", "Go live"))
        self.go_live.set_hint(hold)
        self.end.setText(translate("Console", "End"))
        self.end.set_hint(hold)

    def show_state(self, state: State, now_ms: int) -> None:
        buttons = (self.handover, self.rehearse, self.go_live, self.end)
        had = next((button for button in buttons if button.hasFocus()), None)
        self._show_buttons(state)
        if had is not None and had.isHidden():
            self.left.emit()

    def _show_buttons(self, state: State) -> None:
        self.rehearse.setVisible(state.mode in ("ready", "ended"))
        self.go_live.setVisible(state.mode in ("ready", "rehearsal", "ended"))
        self.end.setVisible(state.running)
        self.handover.setVisible(state.running and self._hands_over)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        for button in (self.handover, self.rehearse, self.go_live, self.end):
            button.setFixedHeight(round(42 * scale))
