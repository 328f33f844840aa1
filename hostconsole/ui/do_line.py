"""What must I do next: the first steps of the now-do line, each with its time and key.

A click does a step, or ticks one that only people can do. Nothing here does anything by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from hostconsole.keys.table import KeyTable
from hostconsole.show.clocks import countdown_left_ms
from hostconsole.show.nowdo import Step, todo, waiting
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.oversold_menu import oversold_menu
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import no_items
from hostconsole.ui.step_texts import is_late, step_key, step_line
from hostconsole.ui.texts import command_text

MOST_STEPS = 5
_LOWEST_WIDTH = 90


class StepButton(KeyButton):
    """One step. Late ones have a warning's shape, those due in a moment an arrow's."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(kind="flat")
        self._bridge = bridge
        self.step: Step | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._do)

    def sizeHint(self) -> QSize:
        """Words are never cut while there is room for them."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.fontMetrics().averageCharWidth() * 3, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LOWEST_WIDTH, super().minimumSizeHint().height())

    def show_step(self, step: Step, words: str, *, key: str, now_ms: int) -> None:
        self.step = step
        self.set_shape("warn" if is_late(step, now_ms) else "play" if step.asks else "none", "waiting")
        self.set_hint(key)
        if words != self.text():
            self.setText(words)
            self.setToolTip(words)

    def _do(self) -> None:
        step = self.step
        if step is None:
            return
        if step.command == "oversold.settle":
            self._settle(step)
        elif step.command:
            self._bridge.run(step.command, **dict(step.args))
        else:
            self._bridge.run("step.tick", step=step.id)

    def _settle(self, step: Step) -> None:
        """What is oversold can be settled in several ways."""
        menu = oversold_menu(self, self._bridge, item=step.item or "", units=int(str(step.fields["qty"])))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class DoLine(Part):
    """One line; as many steps as there is room for."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="bar")
        self._keys: KeyTable | None = None
        self._head = label("small", tone="next", bold=True)
        self.empty = Elided("body", tone="faint")
        self.steps = [StepButton(bridge) for _ in range(MOST_STEPS)]
        self.countdown = label("strong", tone="waiting", bold=True)
        self.cancel = KeyButton()
        self.cancel.clicked.connect(lambda: bridge.run("countdown.cancel"))
        self.cancel.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 6, 4)
        line.setSpacing(6)
        line.addWidget(self._head)
        line.addSpacing(6)
        line.addWidget(self.empty, 1)
        for button in self.steps:
            button.hide()
            line.addWidget(button)
        line.addStretch()
        line.addWidget(self.countdown)
        line.addWidget(self.cancel)
        self.retranslate()

    def retranslate(self) -> None:
        self._head.setText(translate("Console", "NOW DO"))
        self.cancel.setText(command_text("countdown.cancel"))

    def show_keys(self, table: KeyTable) -> None:
        self._keys = table
        self.tick(self.bridge.state, self.bridge.now_ms())

    def show_state(self, state: State, now_ms: int) -> None:
        words = translate("Console", "Nothing more is to be done for this item")
        if not state.running:
            words = translate("Console", "Start a rehearsal, or go live")
        if not state.order:
            words = no_items()
        set_text(self.empty, words)
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        steps = [s for s in waiting(todo(state, now_ms, self.bridge.rules)) if s.id != "countdown"]
        for button, step in zip(self.steps, steps, strict=False):
            key = step_key(step, self._keys) if self._keys is not None else ""
            button.show_step(step, step_line(step, state, now_ms), key=key, now_ms=now_ms)
        self._tick_countdown(state, now_ms)
        self._fit(min(len(steps), MOST_STEPS))

    def _fit(self, count: int) -> None:
        """As many steps as fit; the first one always, cut short if it must be."""
        room = self.width() - self._head.width() - 40
        room -= self.countdown.sizeHint().width() if self.countdown.text() else 0
        room -= self.cancel.sizeHint().width() + 12 if not self.cancel.isHidden() else 0
        self.empty.setVisible(count == 0)
        for place, button in enumerate(self.steps):
            room -= button.sizeHint().width() + 6
            button.setVisible(place < count and (place == 0 or room >= 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tick(self.bridge.state, self.bridge.now_ms())

    def _tick_countdown(self, state: State, now_ms: int) -> None:
        left = countdown_left_ms(state, now_ms)
        self.cancel.setVisible(left is not None)
        if left is None:
            set_text(self.countdown, "")
            return
        seconds = -(-left // 1000)
        opens = state.countdown is not None and state.countdown.item is not None
        words = translate("Console", "Link opens in {s}") if opens else translate("Console", "Countdown {s}")
        set_text(self.countdown, words.format(s=seconds))
