"""The bottom line: what was just done, each act by its name, and what can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from hostconsole.keys.table import KeyTable
from hostconsole.show.commands.reverse import can_undo, undoable
from hostconsole.show.errors import Refused
from hostconsole.show.rules import Rules
from hostconsole.show.state import Act, State
from hostconsole.ui.acts import act_name
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part, key_name
from hostconsole.ui.phrases import clock_of
from hostconsole.ui.texts import carried_words, command_text, refusal_text

SHOWN_ACTS = 2
NOTICE_MS = 6_000

_BEGINNINGS = ("show.start_rehearsal", "show.go_live")


class DoneLine(Part):
    """A refusal takes the line's place for some seconds: the answer stands where the act would stand."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="bar")
        self._head = label("small", tone="faint", bold=True)
        self.notice = Lamp(role="body")
        self.notice.hide()
        self.words = Elided("body", tone="soft")
        self.acts = tuple(_PastAct(bridge) for _ in range(SHOWN_ACTS))
        self.undo = KeyButton(shape="undo", tone="next")
        self.redo = KeyButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.setSpacing(10)
        line.addWidget(self._head)
        line.addWidget(self.notice, 1)
        for act in self.acts:
            line.addWidget(act, 1)
        line.addWidget(self.words, 1)
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        self.undo.clicked.connect(lambda: bridge.run("undo"))
        self.redo.clicked.connect(lambda: bridge.run("redo"))
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(NOTICE_MS)
        self._over.timeout.connect(self._end_notice)
        bridge.refused.connect(self._refused)
        bridge.accepted.connect(self._accepted)
        bridge.changed.connect(self._begun)
        bridge.said.connect(lambda words: self.say(words, tone="fine"))
        self.retranslate()

    def retranslate(self) -> None:
        self._head.setText(translate("Console", "JUST DONE"))
        self.redo.setText(command_text("redo"))

    def show_keys(self, table: KeyTable) -> None:
        self.undo.set_hint(key_name(table, "undo"))
        self.redo.set_hint(key_name(table, "redo"))

    def show_state(self, state: State, now_ms: int) -> None:
        newest = tuple(reversed(state.undo[-SHOWN_ACTS:]))
        for place, act in enumerate(self.acts):
            act.show_act(newest[place] if place < len(newest) else None, state)
        set_text(self.words, "" if newest else translate("Console", "Nothing yet"))
        retone(self.words, "tone", "faint")
        self.redo.setEnabled(bool(state.redo) and _can_act(state))
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        rules = self.bridge.rules
        for past in self.acts:
            past.allow(_can_act(state) and past.reversible(state, now_ms, rules))
        act = undoable(state, now_ms=now_ms, rules=rules)
        counting = state.countdown is not None and state.countdown.item is not None
        self.undo.setEnabled((act is not None or counting) and _can_act(state))
        if counting:
            words = command_text("countdown.cancel")
        elif act is None:
            words = command_text("undo")
        else:
            words = translate("Console", "Undo: {act}").format(act=act_name(act, state))
        if self.undo.text() != words:
            self.undo.setText(words)
            self.undo.setToolTip(words)

    def say(self, words: str, *, tone: str = "waiting") -> None:
        """Shows a line for some seconds."""
        self.notice.show_as("warn" if tone == "waiting" else "check", words, tone, words="text")
        self.notice.show()
        self.words.hide()
        for act in self.acts:
            act.hide()
        self._over.start()

    def _refused(self, command: str, refusal: Refused) -> None:
        if refusal.code != "needs_confirm":
            self.say(f"{command_text(command)}:  {refusal_text(refusal, self.bridge.state)}")

    def _accepted(self, command: str) -> None:
        if command == "marker.add":
            self.say(translate("Console", "Marked"), tone="fine")
        elif self.notice.isVisible() and command not in _BEGINNINGS:
            self._end_notice()

    def _begun(self, state: State, entries: object) -> None:
        """A session after a rehearsal says what came over from it and what did not (DESIGN §4 rule 12)."""
        kinds = [entry.event.kind for entry in entries] if isinstance(entries, tuple) else []
        if "session.started" in kinds and state.dropped:
            words = translate("Console", "Kept: {kept}. Dropped: {dropped}.").format(
                kept=carried_words(state.kept), dropped=carried_words(state.dropped)
            )
            self.say(words, tone="fine")

    def _end_notice(self) -> None:
        self._over.stop()
        self.notice.hide()
        self.words.show()
        for act in self.acts:
            act.setVisible(act.act is not None)


class _PastAct(QPushButton):
    """One act that was done, by name; a click takes just that one back, while that can be done."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.act: Act | None = None
        self._words = ""
        self.setProperty("kind", "past")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda: self.act and bridge.run("undo", seq=str(self.act.seq)))
        self.hide()

    def show_act(self, act: Act | None, state: State) -> None:
        self.act = act
        if act is None:
            self.hide()
            return
        self._words = f"{clock_of(act.at)} {act_name(act, state)}"
        self.setToolTip(translate("Console", "Undo: {act}").format(act=act_name(act, state)))
        self._elide()
        self.show()

    def reversible(self, state: State, now_ms: int, rules: Rules) -> bool:
        return self.act is not None and can_undo(state, self.act, now_ms=now_ms, rules=rules)

    def allow(self, allowed: bool) -> None:
        if self.isEnabled() != allowed:
            self.setEnabled(allowed)
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        mark = " ↶" if self.isEnabled() else ""
        metrics = self.fontMetrics()
        room = max(0, self.width() - metrics.horizontalAdvance(mark) - 18)
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if self.text() != words + mark:
            self.setText(words + mark)


def _can_act(state: State) -> bool:
    """An ended session is history."""
    return state.running or state.mode == "ready"
