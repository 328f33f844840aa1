"""The ten cues on keys, as buttons, and a field for words of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from hostconsole.keys.table import KeyTable
from hostconsole.show.cues import preset
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label, retone
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part, key_name, shared_start

PRESETS = tuple(range(1, 11))
_WANTS_WORDS = (7, 15)
_STOP = 10


class CuePad(Part):
    """Buttons say what will be sent, in the host's language, with today's numbers."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._title = label("strong", bold=True)
        self._keys = label("small", tone="faint")
        self.buttons: dict[int, KeyButton] = {}
        self.words = QLineEdit()
        self.words.setMaxLength(200)
        self._preset: int | None = None
        self._page = 0
        self._names: dict[int, str] = {}
        self.more = KeyButton(kind="icon")
        self.more.clicked.connect(self._turn)
        grid = QGridLayout()
        grid.setSpacing(5)
        for number in PRESETS:
            button = KeyButton(kind="stop" if number == _STOP else "", hint_first=True)
            button.setProperty("role", "cue")
            button.clicked.connect(lambda _on=False, n=number: self._send(n))
            grid.addWidget(button, (number - 1) // 2, (number - 1) % 2)
            self.buttons[number] = button
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QGridLayout()
        top.addWidget(self._title, 0, 0)
        top.addWidget(self._keys, 0, 1)
        top.setColumnStretch(2, 1)
        top.addWidget(self.more, 0, 3)
        column.addLayout(top)
        column.addLayout(grid)
        column.addWidget(self.words)
        self.words.returnPressed.connect(self._send_words)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(translate("Console", "Cues"))
        self.more.setText(translate("Console", "First ten") if self._page else translate("Console", "More"))
        self._ask_words(self._preset)

    def show_keys(self, table: KeyTable) -> None:
        names = {n: key_name(table, "cue.send", preset=str(n)) for n in PRESETS}
        shared = shared_start(names.values())
        self._keys.setText(f"{shared} …" if shared else "")
        self._names = {number: name.removeprefix(shared) for number, name in names.items()}
        self._show_hints()

    def show_state(self, state: State, now_ms: int) -> None:
        for number, button in self.buttons.items():
            words, _kind = preset(
                state, number + self._page * len(PRESETS), rules=self.bridge.rules, now_ms=now_ms
            )
            if button.text() != words:
                button.setText(words)
                button.setToolTip(words)

    def _turn(self) -> None:
        """The ten without keys, and back."""
        self._page = 1 - self._page
        self.retranslate()
        self._show_hints()
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def _show_hints(self) -> None:
        self._keys.setVisible(self._page == 0)
        for number, button in self.buttons.items():
            button.set_hint("" if self._page else self._names.get(number, ""))
            stop = self._page == 0 and number == _STOP
            retone(button, "kind", "stop" if stop else "plain")

    def _send(self, number: int) -> None:
        number += self._page * len(PRESETS)
        if number in _WANTS_WORDS:
            self._ask_words(number)
            self.words.setFocus()
        else:
            self.bridge.run("cue.send", preset=str(number))

    def _ask_words(self, number: int | None) -> None:
        self._preset = number
        asked = translate("Console", "Which question? Enter sends")
        free = translate("Console", "Words of your own, Enter sends")
        self.words.setPlaceholderText(free if number is None else asked)

    def _send_words(self) -> None:
        text = self.words.text().strip()
        if not text:
            return
        if self._preset is None:
            done = self.bridge.run("cue.send", text=text)
        else:
            done = self.bridge.run("cue.send", preset=str(self._preset), text=text)
        if done:
            self.words.clear()
            self._ask_words(None)
            self.window().setFocus()
