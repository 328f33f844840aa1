"""The alert row: always there, so that nothing jumps. One alert, the worst, with the key that mends it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from hostconsole.keys.table import KeyTable
from hostconsole.show.alerts import Alert, AlertBook
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.oversold_menu import oversold_menu
from hostconsole.ui.part import Part, key_name
from hostconsole.ui.texts import alert_text, command_text

_OWN_KEY = {"link.down": "desk.gone"}
"""Acts whose key is that of a wider act."""

ANSWER_MS = 6_000

_OF_ITEM = frozenset({"link.up", "link.down", "stock.release", "gift.end", "oversold.settle"})
"""Acts that are of the alert's item."""


class AlertRow(Part):
    """Shows the first of the standing alerts; an acknowledged one stays, quietly. `asked(command)`: an act of
    the windows."""

    asked = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="alert")
        self.setProperty("level", "none")
        self._table: KeyTable | None = None
        self._book = AlertBook()
        self._alert: Alert | None = None
        self.lamp = Lamp()
        self.words = Elided("strong", bold=True)
        self.others = label("small", tone="soft")
        self.mend = KeyButton()
        self.ack = KeyButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.setSpacing(10)
        line.addWidget(self.lamp)
        line.addWidget(self.words, 1)
        line.addWidget(self.mend)
        line.addWidget(self.others)
        line.addWidget(self.ack)
        self.mend.clicked.connect(self._mend)
        self.ack.clicked.connect(lambda: bridge.run("alert.ack"))
        for button in (self.mend, self.ack):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        self._answer = ""
        self._answered = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._answered.timeout.connect(self._end_answer)
        self.retranslate()

    def answer(self, words: str) -> None:
        """Says for some seconds why an act was refused, where no other place of the room does."""
        self._answer = words
        self._answered.start()
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def _end_answer(self) -> None:
        self._answer = ""
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def retranslate(self) -> None:
        self.ack.setText(translate("Console", "Got it"))

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.setFixedHeight(round(42 * scale))

    def show_keys(self, table: KeyTable) -> None:
        self._table = table
        self.ack.set_hint(key_name(table, "alert.ack"))

    def show_state(self, state: State, now_ms: int) -> None:
        standing = self._book.standing(state, now_ms, self.bridge.rules)
        self._alert = standing[0] if standing else None
        fresh = [alert for alert in standing if not alert.acknowledged]
        self._show(self._alert, state, fresh=bool(fresh))
        others = len(standing) - 1
        set_text(self.others, translate("Console", "{count} more").format(count=others) if others > 0 else "")

    def tick(self, state: State, now_ms: int) -> None:
        self.show_state(state, now_ms)

    def _show(self, alert: Alert | None, state: State, *, fresh: bool) -> None:
        if self._answer and not (fresh and alert is not None and alert.severity == "red"):
            self._show_answer()
            return
        self.ack.setVisible(fresh)
        self.mend.setVisible(alert is not None and bool(alert.command))
        if alert is None:
            retone(self, "level", "none", deep=True)
            words, watched = _calm(state)
            self.lamp.show_as("check" if watched else "ring", "", "fine" if watched else "faint")
            set_text(self.words, words)
            self.lamp.setVisible(state.running)
            retone(self.words, "tone", "faint")
            return
        level = "none" if alert.acknowledged else alert.severity
        retone(self, "level", level, deep=True)
        self.lamp.show()
        tone = "on_fill" if level == "red" else "waiting" if alert.severity == "amber" else "bad_quiet"
        self.lamp.show_as("warn", "", {"bad_quiet": "on_air"}.get(tone, tone))
        set_text(self.words, alert_text(alert, state))
        retone(self.words, "tone", "soft" if alert.acknowledged else "text")
        if alert.command:
            self.mend.setText(_act_words(alert))
            key = _OWN_KEY.get(alert.command, alert.command)
            # The key speaks of the item on air; only the button names another one.
            airing = state.on_air.item.id if state.on_air else None
            mine = self._table is not None and alert.item in (None, airing)
            self.mend.set_hint(key_name(self._table, key, **alert.given) if mine and self._table else "")

    def _show_answer(self) -> None:
        self.ack.hide()
        self.mend.hide()
        retone(self, "level", "none", deep=True)
        self.lamp.show()
        self.lamp.show_as("warn", "", "waiting")
        set_text(self.words, self._answer)
        retone(self.words, "tone", "text")

    def _mend(self) -> None:
        alert = self._alert
        if alert is None or not alert.command:
            return
        if alert.command.startswith("desk."):
            self.asked.emit(alert.command)
        elif alert.command == "oversold.settle" and not alert.given:
            self._choose(alert)
        else:
            item = {"item": alert.item} if alert.item and alert.command in _OF_ITEM else {}
            self.bridge.run(alert.command, **item, **alert.given)

    def _choose(self, alert: Alert) -> None:
        """What is oversold can be settled in several ways: a menu, which is over with the next click."""
        units = int(str(alert.fields.get("qty", 0)))
        menu = oversold_menu(self, self.bridge, item=alert.item or "", units=units)
        menu.popup(self.mend.mapToGlobal(self.mend.rect().bottomLeft()))


def _act_words(alert: Alert) -> str:
    if alert.command == "oversold.settle" and alert.given.get("how") == "reserve":
        return translate("Oversold", "Take from the reserve")
    if alert.command == "oversold.settle":
        return translate("Oversold", "Settle …")
    if alert.command == "cue.send":
        return translate("Console", "Say the stock")
    if alert.command == "desk.sheet":
        return translate("Sheet", "See what differs")
    if alert.command == "desk.quick_bar":
        return translate("Console", "Count")
    return command_text(alert.command)


def _calm(state: State) -> tuple[str, bool]:
    """What the row says when nothing is wrong, and whether all that matters is watched: on air without an
    OBS that tells what goes out, "all well" would be more than anybody knows."""
    if state.mode == "ended":
        return translate("Console", "The session has ended"), False
    if not state.running:
        return translate("Console", "Nothing is running yet"), False
    if state.mode == "live" and state.obs.link == "simulated":
        return translate("Console", "OBS is simulated: nothing goes out"), False
    if state.mode == "live" and state.obs.link != "ready":
        return translate("Console", "No OBS: nobody watches what goes out"), False
    if state.mode == "live" and not state.obs.recording:
        return translate("Console", "No alert · nothing is recorded"), False
    return translate("Console", "All well"), True
