"""Stream, recording and virtual camera: what each does now, and a button that starts or stops it, held for a
second so that nothing starts or ends by accident."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from hostconsole.show.clocks import recording_ms, streaming_ms
from hostconsole.show.obs_state import Output
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.held_button import HeldButton
from hostconsole.ui.labels import label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.outputs import known, reconnecting
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import hours

COMMANDS: dict[Output, str] = {
    "stream": "obs.stream",
    "recording": "obs.record",
    "virtual_camera": "obs.virtual_camera",
}
_NAMES: dict[Output, str] = {
    "stream": QT_TRANSLATE_NOOP("Obs", "Stream"),
    "recording": QT_TRANSLATE_NOOP("Obs", "Recording"),
    "virtual_camera": QT_TRANSLATE_NOOP("Obs", "Virtual camera"),
}


class ObsSwitches(Part):
    """Holding the button is the answer to the question whether one is sure."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._title = label("strong", bold=True)
        self._names = {name: label("body") for name in COMMANDS}
        self.lamps = {name: Lamp() for name in COMMANDS}
        self.buttons = {name: HeldButton() for name in COMMANDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0, 1, 3)
        for row, (name, command) in enumerate(COMMANDS.items(), start=1):
            grid.addWidget(self._names[name], row, 0)
            grid.addWidget(self.lamps[name], row, 1)
            grid.addWidget(self.buttons[name], row, 2)
            self.buttons[name].held.connect(lambda act=command, what=name: self._switch(act, what))
        self.health = label("small", tone="faint")
        self.health.setWordWrap(True)
        grid.addWidget(self.health, len(COMMANDS) + 1, 0, 1, 3)
        self.retranslate()

    def _switch(self, command: str, name: Output) -> None:
        on = not self.bridge.state.obs.is_on(name)
        self.bridge.run(command, on="yes" if on else "no", sure="yes")

    def retranslate(self) -> None:
        self._title.setText(translate("Obs", "What leaves OBS"))
        for name, source in _NAMES.items():
            self._names[name].setText(translate("Obs", source))
        for button in self.buttons.values():
            button.set_hint(translate("Console", "hold 1 s"))

    def show_state(self, state: State, now_ms: int) -> None:
        there = known(state)
        words = health_words(state) if there else ""
        set_text(self.health, words)
        self.health.setVisible(bool(words))
        for name in COMMANDS:
            on = there and state.obs.is_on(name)
            self.buttons[name].setEnabled(there)
            self.buttons[name].setText(translate("Obs", "Stop") if on else translate("Obs", "Start"))
            self.lamps[name].show_as("disc" if on else "ring", _words(state, name, now_ms, on=on),
                                     "fine" if on else "faint")  # fmt: skip

    def tick(self, state: State, now_ms: int) -> None:
        self.show_state(state, now_ms)


def _words(state: State, name: Output, now_ms: int, *, on: bool) -> str:
    if not on:
        return translate("Obs", "off")
    if name == "stream" and state.obs.reconnecting:
        return reconnecting(state, now_ms)
    times = {"stream": streaming_ms, "recording": recording_ms}
    since = times[name](state, now_ms) if name in times else None
    return translate("Obs", "on") if since is None else hours(since)


def health_words(state: State) -> str:
    """How OBS is doing, as last measured; what is not known or not in use is left out."""
    health = state.obs.health
    if health is None:
        return ""
    shares = (
        (health.dropped, translate("Obs", "network drops {percent} %")),
        (health.skipped, translate("Obs", "PC skips {percent} %")),
        (health.congestion, translate("Obs", "congestion {percent} %")),
    )
    parts = [] if health.kbps is None else [f"{health.kbps:,.0f} kbit/s"]
    parts += [words.format(percent=f"{share * 100:.1f}") for share, words in shares if share is not None]
    if health.disk_min is not None:
        parts.append(translate("Obs", "disk for {minutes} min").format(minutes=f"{health.disk_min:,.0f}"))
    return " · ".join(parts)
