"""The controls of one person alone: a large button that does what is next, the way back, the safe picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from hostconsole.keys.table import KeyTable
from hostconsole.show.next_act import next_act
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part, key_name
from hostconsole.ui.step_texts import act_words
from hostconsole.ui.strip_texts import next_words
from hostconsole.ui.texts import command_text


class SoloPanel(Part):
    """Three buttons; the first says what it will do before it is pressed."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.step = KeyButton(kind="take")
        self.step.setProperty("role", "title")
        self.back, self.safe = KeyButton(), KeyButton()
        self.next = Elided("strong", tone="next")
        self.next.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.next)
        line = QHBoxLayout()
        column.addLayout(line, 1)
        line.setSpacing(8)
        for button, stretch in ((self.step, 3), (self.back, 1), (self.safe, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            line.addWidget(button, stretch)
        self.step.clicked.connect(lambda: bridge.run("desk.step"))
        self.back.clicked.connect(lambda: bridge.run("show.back"))
        self.safe.clicked.connect(lambda: bridge.run("obs.safe_scene"))
        self.retranslate()

    def retranslate(self) -> None:
        self.back.setText(command_text("show.back"))
        self.safe.setText(translate("Steps", "Safe picture"))

    def show_keys(self, table: KeyTable) -> None:
        for button, command in (
            (self.step, "desk.step"), (self.back, "show.back"), (self.safe, "obs.safe_scene"),
        ):  # fmt: skip
            button.set_hint(key_name(table, command))

    def name_next(self, shown: bool) -> None:
        """Says what is next above the buttons, where the card of NEXT has no room."""
        self.next.setVisible(shown)
        self.rescale(self.scale)

    def show_state(self, state: State, now_ms: int) -> None:
        words = translate("Steps", "Next: {item}").format(item=next_words(state))
        set_text(self.next, words)
        self.back.setEnabled(state.on_air is not None)
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        step = next_act(state, now_ms, self.bridge.rules)
        self.step.setEnabled(step is not None)
        words = translate("Steps", "Wait: the link opens by itself")
        if step is not None:
            words = act_words(step, state)
        elif state.countdown is None:
            words = translate("Steps", "Nothing is to be done now")
        if words != self.step.text():
            self.step.setText(words)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.setFixedHeight(round((72 if self.next.isHidden() else 102) * scale))
