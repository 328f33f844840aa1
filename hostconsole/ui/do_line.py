"""What must I do next: the cue notes of the item on air, else of NEXT; and a countdown while it runs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from hostconsole.show.clocks import countdown_left_ms
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.texts import command_text


class DoLine(Part):
    """One line; empty when the sheet asks for nothing."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="bar")
        self._head = label("small", tone="next", bold=True)
        self.words = Elided("body", tone="text")
        self.countdown = label("strong", tone="waiting", bold=True)
        self.cancel = KeyButton()
        self.cancel.clicked.connect(lambda: bridge.run("countdown.cancel"))
        self.cancel.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.setSpacing(12)
        line.addWidget(self._head)
        line.addWidget(self.words, 1)
        line.addWidget(self.countdown)
        line.addWidget(self.cancel)
        self.retranslate()

    def retranslate(self) -> None:
        self.cancel.setText(command_text("countdown.cancel"))

    def show_state(self, state: State, now_ms: int) -> None:
        item = state.on_air.item if state.on_air else None
        self._head.setText(translate("Console", "NOW DO"))
        if item is None and state.next is not None and state.next in state.items:
            item = state.items[state.next].item
            self._head.setText(translate("Console", "BEFORE NEXT"))
        notes = [note.strip() for note in item.cues.split("|")] if item else []
        shown = "   ·   ".join(note for note in notes if note)
        set_text(self.words, shown or translate("Console", "Nothing noted in the sheet for this item"))
        retone(self.words, "tone", "text" if shown else "faint")
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        left = countdown_left_ms(state, now_ms)
        self.cancel.setVisible(left is not None)
        if left is None:
            set_text(self.countdown, "")
            return
        seconds = -(-left // 1000)
        opens = state.countdown is not None and state.countdown.item is not None
        words = translate("Console", "Link opens in {s}") if opens else translate("Console", "Countdown {s}")
        set_text(self.countdown, words.format(s=seconds))
