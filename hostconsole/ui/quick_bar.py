"""The quick bar: one line over any window, opened by a system-wide key (DESIGN §3).

It is built once and kept hidden, so that opening it is showing it. It takes the keyboard by itself, says
what it understood before Enter, acts through the bridge, and gives the keyboard back to the window it
came from. Esc, or going elsewhere, leaves no trace.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.keys.focus import FocusKeeper
from hostconsole.show.quick import Step, Understood, confirmed, understood
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, label, retone, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.quick_bar_parts import ChoiceList, Examples, QuickLine
from hostconsole.ui.quick_bar_texts import doubt, hint, sentence
from hostconsole.ui.strip_place import hide_from_capture
from hostconsole.ui.texts import refusal_text
from hostconsole.ui.theme import colour, style_sheet

WIDTH = 720
LINGER_MS = 900
"""So long the bar waits for the second Enter that puts the new NEXT on air."""
SETTLE_MS = 40
"""A window that is being opened may lose the keyboard for a moment and get it again."""
MOST_WAITS = 4

_LINE = "QuickLine, QuickLine:focus { border: none; padding: 6px 0; background: transparent; }"


class QuickBar(QWidget):
    """`open()` shows it; `closed` is emitted when it is gone. `host` is the host's window: what the bar says
    of floor prices and of what is held back must not be seen there (DESIGN §4 rule 13)."""

    closed = Signal()

    def __init__(
        self,
        bridge: Bridge,
        *,
        focus: FocusKeeper,
        host: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self._bridge, self._focus, self._host = bridge, focus, host
        self._found = Understood(status="empty")
        self._pick: int | None = None
        self._armed: Step | None = None
        self._had_focus = False
        self._linger = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._linger.timeout.connect(self.leave)
        self._waits = 0
        self._again = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._again.timeout.connect(self.open)
        self._elsewhere = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._elsewhere.timeout.connect(self._gone_elsewhere)
        self.line = QuickLine()
        self.answer = Elided("strong")
        self.keys = label("small", tone="faint")
        self.choices = ChoiceList()
        self.examples = Examples()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.winId()  # the native window is made now, not when the key is pressed
        hide_from_capture(self)

    def _lay_out(self) -> None:
        self.setObjectName("room")
        self.setStyleSheet(style_sheet(1.0) + _LINE)
        self.line.setProperty("role", "next_number")
        self.line.setProperty("weight", "bold")
        self.line.allow_input_method(False)
        self.line.setMaxLength(1000)
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self.answer, 1)
        said.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 14)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addLayout(said)
        column.addWidget(self.choices)
        column.addWidget(self.examples)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self.leave)
        self.line.moved.connect(self._move)
        self.line.completed.connect(self._complete)
        self.choices.chosen.connect(self._choose)
        self._bridge.changed.connect(self._changed)

    def retranslate(self) -> None:
        self.setWindowTitle(translate("QuickBar", "Quick bar"))
        self.line.setPlaceholderText(translate("QuickBar", "Number, name or sign"))
        self.examples.update()
        self._show_found()

    # -- opening and leaving ---------------------------------------------------------------------------

    def open(self) -> None:
        """Shows the bar, empty, on the screen of the mouse unless the host's window fills that, with the
        keyboard."""
        if not self.isVisible():
            if QGuiApplication.focusWindow() is self.windowHandle() and self._waits < MOST_WAITS:
                # Just hidden, and Qt has not noticed yet (it takes 100 ms on X11): it would not notice
                # the keyboard coming back either.
                self._waits += 1
                self._again.start()
                return
            self._waits = 0
            self._focus.remember()
        self._had_focus = False
        self._linger.stop()
        self.line.clear()
        self._read()
        self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._focus.claim(int(self.winId()))

    def leave(self) -> None:
        """Hides the bar and gives the keyboard back."""
        if self._put_away():
            self._focus.give_back()
            self.closed.emit()

    def _put_away(self) -> bool:
        if not self.isVisible():
            return False
        self._linger.stop()
        self._elsewhere.stop()
        self._armed = None
        self._had_focus = False
        self.hide()
        return True

    def _place(self) -> None:
        room = self._screen().availableGeometry()
        self.adjustSize()
        self.move(room.left() + (room.width() - self.width()) // 2, room.top() + room.height() // 4)

    def _screen(self) -> QScreen:
        under_mouse = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        free = [screen for screen in QGuiApplication.screens() if not self._is_hosts(screen)]
        return under_mouse if under_mouse in free or not free else free[0]

    def _is_hosts(self, screen: QScreen) -> bool:
        host = self._host
        return host is not None and host.isVisible() and host.geometry().contains(screen.geometry())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange:
            self._active_changed()
        super().changeEvent(event)

    def _active_changed(self) -> None:
        if self.isActiveWindow():
            self._had_focus = True
            self._elsewhere.stop()
        elif self._had_focus:
            self._elsewhere.start()

    def _gone_elsewhere(self) -> None:
        """The user went to another window: it keeps the keyboard, and the line is forgotten."""
        if self._put_away():
            self.closed.emit()

    # -- reading ---------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._pick = None
        self._read()

    def _changed(self) -> None:
        if self.isVisible() and self._armed is None:
            self._read()

    def _read(self) -> None:
        self._armed = None
        self._linger.stop()
        bridge = self._bridge
        self._found = understood(
            self.line.text(), bridge.state, bridge.rules, bridge.now_ms(), pick=self._pick
        )
        self.line.allow_input_method(self._found.free_text)
        self._show_found()

    def _show_found(self) -> None:
        found, state = self._found, self._bridge.state
        words, tone = sentence(found, state), "text"
        if found.status == "refused" and found.refusal is not None:
            words, tone = f"{words}  ·  {refusal_text(found.refusal, state)}", "waiting"
        elif found.status == "unknown":
            tone = "waiting"
        elif found.status == "partial":
            tone = "soft"
        self._say(words, tone)
        set_text(self.keys, hint(found))
        self.examples.setVisible(found.status == "empty")
        self.answer.setVisible(found.status != "empty")
        self.keys.setVisible(found.status != "empty")
        picked = found.picked if self._pick is None else self._pick
        self.choices.show_choices(found.choices, picked, state)
        self.adjustSize()

    def _say(self, words: str, tone: str) -> None:
        set_text(self.answer, words)
        retone(self.answer, "tone", tone)

    # -- choosing --------------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        many = len(self._found.choices)
        if many:
            at = self._found.picked if self._pick is None else self._pick
            self._choose(max(0, min(many - 1, at + by)))

    def _choose(self, index: int) -> None:
        self._pick = index
        self._read()

    def _complete(self) -> None:
        """The line becomes the choice that is picked, or the first."""
        if self._found.choices:
            at = self._found.picked if self._pick is None else self._pick
            self.line.setText(self._found.choices[max(0, at)].fill)

    # -- acting ----------------------------------------------------------------------------------------

    def _enter(self) -> None:
        found = self._found
        if self._armed is not None:
            self._do(self._armed, again=None)
        elif found.asks and found.then is not None:
            self._arm(found.then, doubt(found, self._bridge.state), "waiting")
        elif found.step is not None:
            self._do(found.step, again=found.then)
        elif found.code == "command" and found.choices:
            self._complete()

    def _do(self, step: Step, *, again: Step | None) -> None:
        refusal = self._bridge.attempt(step.command, step.args)
        if refusal is None and again is None:
            self.leave()
        elif refusal is None and again is not None:
            done = translate("QuickBar", "{what}  ✓   Enter again: on air")
            self._arm(again, done.format(what=sentence(self._found, self._bridge.state)), "next")
            self.line.selectAll()
            self._linger.start()
        elif refusal is not None and refusal.code == "needs_confirm" and self._armed is None:
            self._arm(confirmed(step), doubt(self._found, self._bridge.state), "waiting")
        elif refusal is not None:
            self._armed = None
            self._linger.stop()
            self._say(refusal_text(refusal, self._bridge.state), "bad")

    def _arm(self, step: Step, words: str, tone: str) -> None:
        """The next Enter does `step`; any change of the line forgets it."""
        self._armed = step
        self._say(words, tone)
        set_text(self.keys, translate("QuickBar", "Enter   Esc"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("panel"))
        painter.setPen(colour("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, 4, self.height(), colour("next"))
