"""The right column: what did I tell the host, and was it seen? Points said, prompter, and the cues."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hostconsole.show.clocks import prompter_at, reading_line
from hostconsole.show.commands.words import prompted
from hostconsole.show.errors import Refused
from hostconsole.show.reading import is_words, words_a_minute
from hostconsole.show.spoken import script_text
from hostconsole.show.state import State
from hostconsole.ui.air_lamps import host_lamp
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.cue_pad import CuePad
from hostconsole.ui.host_miniature import Miniature
from hostconsole.ui.labels import Elided, KeyButton, label, rule, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.lamp_help import why_of
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.points import Points
from hostconsole.ui.texts import command_text


class HostColumn(Part):
    """`view_chosen(bool)`: a person wants to see the host's screen here, or not. `script_asked`: to edit
    the words."""

    view_chosen = Signal(bool)
    script_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self._title = label("strong", bold=True)
        self.host_screen = Lamp()
        self.view = KeyButton(kind="icon")
        self.view.setCheckable(True)
        self.miniature = Miniature()
        self.miniature.hide()
        self.cue = Elided("strong")
        self.seen = Lamp()
        self.points = Points(bridge)
        self.prompter = Lamp()
        self.run = KeyButton(kind="icon")
        self.slower, self.faster, self.top, self.edit = (KeyButton(kind="icon") for _ in range(4))
        self.cues = CuePad(bridge)
        for name, lamp in (("host", self.host_screen), ("seen", self.seen), ("prompter", self.prompter)):
            lamp.explain(why_of(name, bridge))
        self.parts = [self.points, self.cues]
        self._lay_out()
        for button, command in (
            (self.run, "prompter.toggle"),
            (self.slower, "prompter.slower"),
            (self.faster, "prompter.faster"),
            (self.top, "prompter.top"),
        ):
            button.clicked.connect(lambda _on=False, act=command: bridge.run(act))
        self.view.toggled.connect(self._show_view)
        self.view.clicked.connect(self.view_chosen)
        self.edit.clicked.connect(self.script_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.host_screen)
        top.addWidget(self.view)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.cue, 1)
        last.addWidget(self.seen)
        words = QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.prompter, 1)
        for button in (self.edit, self.top, self.slower, self.faster, self.run):
            words.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(7)
        column.addLayout(top)
        column.addLayout(last)
        column.addWidget(rule())
        column.addWidget(self.points, 1)
        column.addWidget(self.miniature, 1)
        column.addWidget(rule())
        column.addLayout(words)
        column.addWidget(rule())
        column.addWidget(self.cues)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Console", "Host"))
        for button, text, command in (
            (self.slower, "−", "prompter.slower"),
            (self.faster, "+", "prompter.faster"),
            (self.top, "⇤", "prompter.top"),
        ):
            button.setText(text)
            button.setToolTip(command_text(command))
            button.setAccessibleName(command_text(command))
        self.run.setToolTip(command_text("prompter.toggle"))
        self.edit.setText("✎")
        self.edit.setToolTip(translate("Console", "Edit the script"))
        self.edit.setAccessibleName(translate("Console", "Edit the script"))
        self.view.setText("▣")
        self.view.setToolTip(translate("Console", "What the host sees"))
        self.view.setAccessibleName(translate("Console", "What the host sees"))

    def _show_view(self, on: bool) -> None:
        """The host's screen in the place of the points, which are on it."""
        self.points.setVisible(not on)
        self.miniature.setVisible(on)

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        self.host_screen.show_as(*host_lamp(state, now_ms, self.bridge.rules))
        self.miniature.show_seen(state.host_shown is not False)
        self._show_cue(state, now_ms)
        self._show_prompter(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        super().tick(state, now_ms)
        self._show_cue(state, now_ms)
        self._show_prompter(state, now_ms)

    def _show_cue(self, state: State, now_ms: int) -> None:
        cue = state.cues[-1] if state.cues else None
        self.seen.setVisible(cue is not None)
        if cue is None:
            set_text(self.cue, translate("Console", "Nothing sent yet"))
            return
        set_text(self.cue, cue.text)
        if cue.seen_ms is not None:
            self.seen.show_as("check", _seen(now_ms - cue.sent_ms - cue.seen_ms), "fine")
            return
        if cue.unseen:
            self.seen.show_as("dash", translate("Console", "Not seen"), "soft")
            return
        waited = now_ms - cue.sent_ms
        words = translate("Console", "Sent {age} s ago").format(age=waited // 1000)
        if cue.kind == "must":
            late = waited > self.bridge.rules.must_cue_ms
            self.seen.show_as("cross" if late else "half", words, "bad" if late else "waiting")
        else:
            self.seen.show_as("half", words, "soft")

    def _pace(self, state: State) -> str:
        """Words a minute where the script is of words, characters where it is of characters."""
        pace = state.prompter.pace
        try:
            in_words = is_words(script_text(prompted(state)))
        except Refused:
            in_words = False
        if in_words:
            template = translate("Console", "{pace} words/min · {share} %")
            return template.replace("{pace}", str(words_a_minute(pace)))
        return translate("Console", "{pace}/min · {share} %").replace("{pace}", str(pace))

    def _show_prompter(self, state: State, now_ms: int) -> None:
        try:
            line = reading_line(state, prompted(state))
        except Refused:
            line = None
        running = state.prompter.running
        whole = line.units(line.length) if line is not None else 0.0
        at = prompter_at(state, now_ms) if state.prompter.item else 0.0
        share = round(100 * line.units(at) / whole) if line is not None and whole else 0
        words = self._pace(state).format(share=share)
        self.prompter.show_as(
            "play" if running else "dash", words, "fine" if running else "faint", words="soft"
        )
        self.run.setText(translate("Console", "Pause") if running else translate("Console", "Run"))


def _seen(ago_ms: int) -> str:
    """ "Seen 3 s ago"; minutes once it is long ago."""
    if ago_ms < 60_000:
        return translate("Console", "Seen {s} s ago").format(s=max(0, ago_ms) // 1000)
    return translate("Console", "Seen {min} min ago").format(min=ago_ms // 60_000)
