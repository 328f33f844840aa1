"""The bottom line: what was just done, each act by its name, and what can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.show.commands.reverse import can_undo, redoable, undoable
from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry, SessionResumed
from hostconsole.show.rules import Rules
from hostconsole.show.state import Act, State
from hostconsole.ui.acts import act_name
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part, key_name
from hostconsole.ui.phrases import clock_of
from hostconsole.ui.taken_back import taken_back
from hostconsole.ui.texts import carried_words, command_text, refusal_text

MOST_ACTS = 4
NOTICE_MS = 6_000
RESUMED_MS = 30_000

_LEAST_SHOWN = 2
"""So many acts are shown, cut short where they do not fit; more only where they fit whole."""

_MARK = " ↶"
_SPACING = 10
_LEAST_WIDTH = 60


class DoneLine(Part):
    """A refusal takes the line's place for some seconds: the answer stands where the act would stand."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="bar")
        self._head = label("small", tone="faint", bold=True)
        self.notice = Lamp(role="body")
        self.notice.hide()
        self.words = Elided("body", tone="soft")
        self.acts = tuple(_PastAct(bridge) for _ in range(MOST_ACTS))
        self.undo = KeyButton(shape="undo", tone="next")
        self.redo = KeyButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.setSpacing(_SPACING)
        line.addWidget(self._head)
        line.addWidget(self.notice, 1)
        for act in self.acts:
            line.addWidget(act)
        line.addWidget(self.words, 1)
        self._rest = QWidget()
        line.addWidget(self._rest, 1)
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        self.undo.clicked.connect(lambda: bridge.run("undo"))
        self.redo.clicked.connect(lambda: bridge.run("redo"))
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._end_notice)
        bridge.refused.connect(self._refused)
        bridge.accepted.connect(self._accepted)
        bridge.changed.connect(self._begun)
        bridge.said.connect(lambda words: self.say(words, tone="fine"))
        bridge.dropped.connect(lambda words: self._answer(words, tone="waiting"))
        self._answering = False
        self._known = _by_seq(bridge.state)
        self.retranslate()

    def retranslate(self) -> None:
        self._head.setText(translate("Console", "JUST DONE"))
        self.redo.setText(command_text("redo"))

    def show_keys(self, table: KeyTable) -> None:
        self.undo.set_hint(key_name(table, "undo"))
        self.redo.set_hint(key_name(table, "redo"))

    def show_state(self, state: State, now_ms: int) -> None:
        newest = tuple(reversed(state.undo[-MOST_ACTS:]))
        for place, act in enumerate(self.acts):
            act.show_act(newest[place] if place < len(newest) else None, state)
        set_text(self.words, "" if newest else translate("Console", "Nothing yet"))
        retone(self.words, "tone", "faint")
        self.redo.setEnabled(redoable(state) is not None and _can_act(state))
        self.tick(state, now_ms)
        self._fit()

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
            self._fit()

    def say_resumed(self, at: str) -> None:
        """The session goes on that was left at `at` (UTC ISO 8601): whoever comes back must know what state
        the world is in."""
        words = translate("Console", "Carried on from {time}; nothing was sent to OBS")
        self.say(words.format(time=clock_of(at)), tone="fine", ms=RESUMED_MS)

    def say(self, words: str, *, tone: str = "waiting", ms: int = NOTICE_MS) -> None:
        """Shows a line for some seconds."""
        self.notice.show_as("warn" if tone == "waiting" else "check", words, tone, words="text")
        self.notice.show()
        self._over.start(ms)
        self._fit()

    def _refused(self, command: str, refusal: Refused) -> None:
        if refusal.code != "needs_confirm":
            self.say(f"{command_text(command)}:  {refusal_text(refusal, self.bridge.state)}")

    def _accepted(self, command: str) -> None:
        if command == "marker.add":
            self.say(translate("Console", "Marked"), tone="fine")
        elif self.notice.isVisible() and not self._answering:
            self._end_notice()

    def _begun(self, state: State, entries: object) -> None:
        """A session after a rehearsal says what came over from it and what did not (DESIGN §4 rule 12); what
        was taken back says so."""
        told: tuple[Entry, ...] = entries if isinstance(entries, tuple) else ()
        back, self._known = taken_back(told, state, self._known), _by_seq(state)
        if any(entry.event.kind == "session.started" for entry in told) and state.dropped:
            words = translate("Console", "Kept: {kept}. Dropped: {dropped}.").format(
                kept=carried_words(state.kept), dropped=carried_words(state.dropped)
            )
            self._answer(words)
        elif back:
            self._answer(back)
        for entry in told:
            if isinstance(entry.event, SessionResumed) and state.running:
                left = datetime.fromisoformat(entry.at) - timedelta(milliseconds=entry.event.gap_ms)
                self.say_resumed(left.isoformat())

    def _answer(self, words: str, *, tone: str = "fine") -> None:
        """What an act led to: its being accepted, which is told next, does not end the line."""
        self.say(words, tone=tone)
        self._answering = True
        QTimer.singleShot(0, self, self._answered)

    def _answered(self) -> None:
        self._answering = False

    def _end_notice(self) -> None:
        self._over.stop()
        self.notice.hide()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many acts as fit whole; a notice takes the place of all."""
        said = self._over.isActive()
        fixed = (self._head, self.undo, self.redo)
        taken = sum(part.sizeHint().width() for part in fixed) + _SPACING * (len(fixed) + 2)
        room = self.width() - taken
        for place, act in enumerate(self.acts):
            room -= act.sizeHint().width() + _SPACING
            known = act.act is not None
            act.setVisible(not said and known and (room >= 0 or place < _LEAST_SHOWN))
        self.words.setVisible(not said and self.acts[0].act is None)
        self._rest.setVisible(not said)


class _PastAct(QPushButton):
    """One act that was done, by name; a click takes just that one back, while that can be done."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.act: Act | None = None
        self._words = ""
        self.setProperty("kind", "past")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda: self.act and bridge.run("undo", seq=str(self.act.seq)))
        self.hide()

    def show_act(self, act: Act | None, state: State) -> None:
        self.act = act
        if act is None:
            return
        self._words = f"{clock_of(act.at)} {act_name(act, state)}"
        self.setToolTip(translate("Console", "Undo: {act}").format(act=act_name(act, state)))
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """What the whole words take."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._words + _MARK) + self._edges() + 2
        return QSize(wide, super().sizeHint().height())

    def _edges(self) -> int:
        """What the style leaves free on both sides at this size."""
        option, room = QStyleOptionButton(), QSize(100, 10)
        self.initStyleOption(option)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, room, self).width() - room.width()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

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
        mark = _MARK if self.isEnabled() else ""
        metrics = self.fontMetrics()
        room = max(0, self.width() - metrics.horizontalAdvance(mark) - self._edges())
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        # A button takes a single & for the letter of a key.
        shown = (words + mark).replace("&", "&&")
        if self.text() != shown:
            self.setText(shown)


def _by_seq(state: State) -> Mapping[int, Act]:
    return {act.seq: act for act in state.undo}


def _can_act(state: State) -> bool:
    """An ended session is history."""
    return state.running or state.mode == "ready"
