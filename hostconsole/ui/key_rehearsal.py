"""The key rehearsal: a window above all others that never takes the focus, so that another program can have
it while each system-wide key is pressed once. No key acts meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hostconsole.keys.rehearsal import Check, Rehearsal
from hostconsole.ui.key_rehearsal_texts import look, reason
from hostconsole.ui.labels import Elided, KeyButton, label, rule, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.texts import act_text
from hostconsole.ui.theme import style_sheet

SIZE = (600, 660)
_MARGIN = 24
_FLAGS = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowDoesNotAcceptFocus


class _Row(QWidget):
    """One key: a lamp, the act, the key; below them why it is not fine, and the key to use instead."""

    used = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lamp = Lamp()
        self.lamp.setFixedWidth(26)
        self.act = Elided()
        self.key = label(tone="next", bold=True)
        self.key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.why = label("small", tone="soft")
        self.why.setWordWrap(True)
        self.use = KeyButton()
        self.use.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offer = ""
        self.use.clicked.connect(lambda: self.used.emit(self._offer))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.lamp, 0, 0)
        grid.addWidget(self.act, 0, 1)
        grid.addWidget(self.key, 0, 2)
        grid.addWidget(self.why, 1, 1)
        grid.addWidget(self.use, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_check(self, check: Check, *, offer: str) -> None:
        self._offer = offer
        self.lamp.show_as(look(check)[0], "", look(check)[1])
        set_text(self.act, act_text(check.command, dict(check.args)))
        set_text(self.key, check.key)
        why = reason(check)
        set_text(self.why, why)
        self.why.setVisible(bool(why))
        self.use.setVisible(bool(offer))
        self.use.setText(translate("Rehearsal", "Use {key}").format(key=offer))


class KeyRehearsal(QWidget):
    """`silent(key)`: it was pressed and nothing came. `used(key, other)`: the other one instead.
    `finished`: the window is closed, keys act again."""

    silent = Signal(str)
    used = Signal(str, str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__(None, _FLAGS)
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setStyleSheet(style_sheet(1.0))
        self._rehearsal: Rehearsal | None = None
        self._lead = label("body", tone="soft")
        self._lead.setWordWrap(True)
        self.ask = label("title", bold=True)
        self.ask_key = label("title", tone="next", bold=True)
        self.nothing = KeyButton()
        self.count = label("body", tone="soft")
        self.done = KeyButton(kind="take")
        self._pads = label("small", tone="faint", bold=True)
        self.rows: list[_Row] = []
        self._lay_out()
        for button in (self.nothing, self.done):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing.clicked.connect(self._nothing_came)
        self.done.clicked.connect(self.close)
        self.resize(*SIZE)
        self.retranslate()

    def _lay_out(self) -> None:
        ask = QHBoxLayout()
        ask.setSpacing(12)
        ask.addWidget(self.ask)
        ask.addWidget(self.ask_key, 1)
        ask.addWidget(self.nothing)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        last = QHBoxLayout()
        last.addWidget(self.count, 1)
        last.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._lead)
        column.addLayout(ask)
        column.addWidget(rule())
        column.addWidget(self._area, 1)
        column.addWidget(rule())
        column.addLayout(last)

    def open(self, rehearsal: Rehearsal) -> None:
        """Shows it at the right of the screen; the keyboard stays where it is."""
        self.show_rehearsal(rehearsal)
        room = QGuiApplication.primaryScreen().availableGeometry()
        high = min(SIZE[1], room.height() - 3 * _MARGIN)
        self.resize(SIZE[0], high)
        self.move(room.right() - SIZE[0] - _MARGIN, room.top() + 2 * _MARGIN)
        self.show()

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal
        if len(self.rows) != len(rehearsal.checks):
            self._make_rows(rehearsal)
        for row, check in zip(self.rows, rehearsal.checks, strict=True):
            wanted = check.failed or check.obs is not None
            row.show_check(check, offer=(rehearsal.offer(check.key) or "") if wanted else "")
        self._show_asked(rehearsal)

    def _show_asked(self, rehearsal: Rehearsal) -> None:
        asked = rehearsal.next
        self.ask_key.setVisible(asked is not None)
        self.nothing.setVisible(asked is not None)
        keyboard = [check for check in rehearsal.checks if not check.pad]
        came = sum(1 for check in keyboard if check.status == "arrived")
        if asked is not None:
            self.ask.setText(translate("Rehearsal", "Press now:"))
            self.ask_key.setText(asked.key)
        elif came == len(keyboard):
            self.ask.setText(translate("Rehearsal", "Every key arrives."))
        else:
            self.ask.setText(translate("Rehearsal", "Not every key arrives: see below."))
        words = translate("Rehearsal", "{came} of {all} keys arrived")
        self.count.setText(words.format(came=came, all=len(keyboard)))
        if asked is not None:
            place = [check.key for check in rehearsal.checks].index(asked.key)
            self._area.ensureWidgetVisible(self.rows[place], 0, 80)

    def _make_rows(self, rehearsal: Rehearsal) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(2)
        self.rows = []
        self._pads = label("small", tone="faint", bold=True)
        for number, check in enumerate(rehearsal.checks):
            if check.pad and (number == 0 or not rehearsal.checks[number - 1].pad):
                column.addSpacing(10)
                column.addWidget(self._pads)
            row = _Row()
            row.used.connect(lambda other, place=number: self._use(place, other))
            column.addWidget(row)
            self.rows.append(row)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._name_pads()

    def _name_pads(self) -> None:
        self._pads.setText(translate("Rehearsal", "Of pads and pedals, if you have one"))

    def retranslate(self) -> None:
        self.setWindowTitle(translate("Rehearsal", "Key rehearsal"))
        self._lead.setText(
            translate(
                "Rehearsal",
                "Click into your browser, as during a show, then press each key once. "
                "No key acts while this window is open.",
            )
        )
        self.nothing.setText(translate("Rehearsal", "Nothing happens"))
        self.done.setText(translate("Keys", "Done"))
        self._name_pads()
        if self._rehearsal is not None:
            self.show_rehearsal(self._rehearsal)

    def _nothing_came(self) -> None:
        asked = self._rehearsal.next if self._rehearsal is not None else None
        if asked is not None:
            self.silent.emit(asked.key)

    def _use(self, place: int, other: str) -> None:
        if self._rehearsal is not None and other:
            self.used.emit(self._rehearsal.checks[place].key, other)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.finished.emit()
