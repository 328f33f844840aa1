"""The strip: what is on air, in 520 × 84, over every other window (DESIGN §3).

It never takes the keyboard. Its border flashes once for each accepted act, or it says why one was
refused: the controller's feedback while the console is covered. A click on an alert acknowledges it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.show.errors import Refused
from hostconsole.show.state import State
from hostconsole.ui import strip_texts as texts
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fitted import Fitted
from hostconsole.ui.labels import Elided, label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.lamp_help import why_of
from hostconsole.ui.language import translate
from hostconsole.ui.strip_figures import StripFigures
from hostconsole.ui.strip_news import INDENT, NewsLine
from hostconsole.ui.strip_place import Place, Recall, Remember, hide_from_capture
from hostconsole.ui.theme import colour, style_sheet

SIZE = (520, 84)
FLASH_MS = 160
GAP_MS = 60
REFUSED_MS = 3_000
_NUMBER_WIDTH, _INSET, _RIGHT, _APART = 94, 4, 8, 10
_GAPS = (14, 5, 12, 0)
"""Behind price, caption, left and link."""
_ROW = SIZE[0] - _INSET - _NUMBER_WIDTH - _APART - _RIGHT - sum(_GAPS)
"""What the figures and lamps of the upper row share."""

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
)


class Strip(QWidget):
    """`key_of(command)` is the key's text, "" for none. The app's ticker calls `tick`."""

    def __init__(self, bridge: Bridge, *, remember: Remember, recall: Recall, key_of: texts.KeyOf) -> None:
        super().__init__(None, _FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._bridge, self._key_of = bridge, key_of
        self.flashes = 0
        """Flashes still to come, the one that shows now included."""
        self.refusal = ""
        self.note = ""
        self._grip: QPoint | None = None
        self._dragged = False
        self._place = Place(self, remember=remember, recall=recall)
        self._flash = QTimer(self, singleShot=True)
        self._flash.timeout.connect(self._flash_over)
        self._lit = False
        self._refused = QTimer(self, singleShot=True, interval=REFUSED_MS)
        self._refused.timeout.connect(self._refusal_over)
        self._make()
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building --------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.setFixedSize(*SIZE)
        self.setStyleSheet(style_sheet(1.0) + _SHEET)
        self.number = Fitted("link", bold=True)
        self.number.setObjectName("stripNumber")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = Elided("body", tone="soft", rows=2)
        self.price = Fitted("title", bold=True)
        self.caption = label("small", tone="faint")
        self.left = Fitted("title", bold=True)
        self.link = Lamp(role="small")
        self.out, self.mic = Lamp(role="small"), Lamp(role="small")
        self._figures = StripFigures(
            self.number, (self.price, self.left), caption=self.caption, lamps=(self.link, self.out, self.mic)
        )
        self.next_mark = Lamp(role="small")
        self.next = Elided("body", tone="next")
        self.cue = Lamp(role="small")
        self.step = Lamp(role="small")
        for name, lamp in (
            ("link", self.link), ("out", self.out), ("mic", self.mic), ("seen", self.cue), ("step", self.step)
        ):  # fmt: skip
            lamp.explain(why_of(name, self._bridge))
        # It never has the focus, and tips are for windows that have it, unless told otherwise.
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.mode = label("small", bold=True)
        self.mode.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.news = NewsLine()

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 2, 0, 2)
        rows.setSpacing(0)
        rows.addLayout(self._top())
        rows.addLayout(self._middle())
        rows.addWidget(self.news)
        aired = QVBoxLayout()
        aired.setContentsMargins(_INSET, 0, 0, 0)
        aired.setSpacing(0)
        aired.addWidget(self.number, 1)
        aired.addWidget(self.name, 1)
        aired.addWidget(self.mode)
        line = QHBoxLayout(self)
        line.setContentsMargins(_INSET, 3, _RIGHT, 4)
        line.setSpacing(_APART)
        self._column = QWidget()
        self._column.setFixedWidth(_NUMBER_WIDTH)
        self._column.setLayout(aired)
        line.addWidget(self._column)
        line.addLayout(rows, 1)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(0)
        for part, gap in zip((self.price, self.caption, self.left, self.link), _GAPS, strict=True):
            top.addWidget(part)
            top.addSpacing(gap)
        top.addStretch(1)
        top.addWidget(self.out)
        top.addWidget(self.mic)
        return top

    def _middle(self) -> QHBoxLayout:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.next_mark.setFixedWidth(INDENT)
        middle.addWidget(self.next_mark)
        middle.addWidget(self.next, 1)
        middle.addSpacing(8)
        middle.addWidget(self.step)
        middle.addWidget(self.cue)
        return middle

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._bridge.accepted.connect(self._accepted)
        self._bridge.refused.connect(self._was_refused)
        self._bridge.said.connect(self._was_said)

    def open(self) -> None:
        """Shows the strip where it stood, without taking the keyboard."""
        self._place.restore()
        self.show()
        hide_from_capture(self)
        self.tick()

    # -- showing ---------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.setWindowTitle(translate("Strip", "Strip"))
        self._show_state(self._bridge.state)

    def tick(self) -> None:
        """What moves by itself; ten times a second."""
        state, now_ms, rules = self._bridge.state, self._bridge.now_ms(), self._bridge.rules
        self.link.show_as(*texts.link_lamp(state, now_ms))
        self.out.show_as(*texts.out_short(state, now_ms, rules))
        self.mic.show_as(*texts.mic_short(state))
        self.cue.show_as(*texts.cue_lamp(state, now_ms, rules))
        self.step.show_as(*texts.step_lamp(state, now_ms, rules, self._key_of))
        self._figures.fit(column=_NUMBER_WIDTH - _INSET, row=_ROW)
        if self.refusal:
            self.news.show_news(texts.News(level="amber", words=self.refusal))
        elif self.note:
            self.news.show_news(texts.News(level="do", words=self.note))
        else:
            self.news.show_news(texts.news(state, now_ms, rules, self._key_of))

    def _changed(self, state: State, _entries: object) -> None:
        self._show_state(state)

    def _show_state(self, state: State) -> None:
        words, tone = texts.number(state)
        numbered = state.on_air is None or bool(state.on_air.item.link_no)
        self.number.setVisible(numbered)
        self.name.setVisible(not numbered)
        set_text(self.number if numbered else self.name, words)
        retone(self.number, "tone", tone)
        retone(self.number, "length", "long" if len(words) > 2 else "short")
        set_text(self.price, texts.price_now(state))
        caption, left, left_tone = texts.left_now(state)
        set_text(self.caption, caption)
        set_text(self.left, left)
        retone(self.left, "tone", left_tone)
        self.next_mark.show_as("play", "", "next")
        set_text(self.next, texts.next_words(state))
        mode, mode_tone = texts.mode_words(state)
        set_text(self.mode, mode)
        self.mode.setVisible(bool(mode))
        retone(self.mode, "tone", mode_tone)
        self.tick()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- answering keys --------------------------------------------------------------------------------

    @property
    def lit(self) -> bool:
        """The border flashes now."""
        return self._lit

    def _accepted(self, _command: str) -> None:
        """One flash for each, two for two: a second one waits for the first to go out."""
        self._refusal_over()
        self.flashes += 1
        if self.flashes == 1:
            self._light()

    def _light(self) -> None:
        self._lit = True
        self._flash.start(FLASH_MS)
        self.repaint()

    def _flash_over(self) -> None:
        if self._lit:
            self._lit = False
            self.flashes -= 1
            if self.flashes:
                self._flash.start(GAP_MS)
        elif self.flashes:
            self._light()
        self.update()

    def _was_refused(self, _command: str, refusal: Refused) -> None:
        self.refusal = texts.refused(refusal, self._bridge.state)
        self._refused.start()
        self.tick()
        self.repaint()

    def _was_said(self, words: str) -> None:
        self.note = words
        self._refused.start()
        self.tick()

    def _refusal_over(self) -> None:
        self._refused.stop()
        if self.refusal or self.note:
            self.refusal = self.note = ""
            self.tick()
            self.update()

    def _acknowledge(self) -> None:
        if not self._dragged and self.news.shown.alert:
            self._bridge.run("alert.ack")

    # -- the mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._dragged = event.globalPosition().toPoint() - self.pos(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    def _follow(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        at = event.globalPosition().toPoint() - self._grip
        far = (at - self.pos()).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if self._dragged or far:
            self._dragged = True
            self.move(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._follow(event)  # of a quick hand the last move may not have been told
        if self._grip is not None and self._dragged:
            self._place.keep()
        elif self._grip is not None and self.news.geometry().contains(event.position().toPoint()):
            self._acknowledge()
        self._grip, self._dragged = None, False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        state = self._bridge.state
        painter.fillRect(0, 0, 4, self.height(), colour("on_air" if state.on_air else "edge"))
        tone, wide = ("edge", 1)
        if self.refusal:
            tone, wide = ("waiting", 3)
        if self._lit:
            tone, wide = ("fine", 4)
        pen = QPen(colour(tone), wide)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = wide // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - wide % 2, -inset - wide % 2))


_SHEET = """
QLabel#stripNumber { font-size: 54px; }
QLabel#stripNumber[length="long"] { font-size: 34px; }
"""
