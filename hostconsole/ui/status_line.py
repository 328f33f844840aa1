"""The top line: am I out, with sound? Then mode, clock, late or early, who sits here, and the rooms."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from hostconsole.show.clocks import schedule
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.feed_words import stock_lamp
from hostconsole.ui.labels import label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.lamp_help import why_of
from hostconsole.ui.language import translate
from hostconsole.ui.outputs import mic_lamp, obs_lamp, out_lamp, record_lamp
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import signed, time_of_day

ROOMS = ("prepare", "live", "review")
_LATE_SHOWN_MS = 60_000
_APART, _CLOSE = 10, 4
_WARNING = ("bad", "waiting")


class StatusLine(Part):
    """`room_chosen(name)`: one of ROOMS. `help_asked`: the ? button. `obs_asked`: a lamp was clicked."""

    room_chosen = Signal(str)
    help_asked = Signal()
    obs_asked = Signal()
    solo_asked = Signal(bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.out, self.mic, self.rec, self.obs = Lamp(), Lamp(), Lamp(), Lamp()
        self.saved, self.keys, self.stock = Lamp(), Lamp(), Lamp()
        self.stock.hide()
        for name in ("out", "mic", "rec", "obs"):
            getattr(self, name).explain(why_of(name, bridge))
        self._lamps = (self.out, self.mic, self.rec, self.obs, self.stock, self.saved, self.keys)
        for lamp in self._lamps:
            lamp.give_way()
        self._fitted_for: tuple[object, ...] = ()
        self.stock.explain(why_of("stock", bridge))
        self.saved.explain(self._why_unsaved)
        self.keys.explain(self._why_unbound)
        self.saved.hide()
        self.keys.hide()
        self.mode = label("strong", bold=True)
        self.mode.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clock = label("status", tone="text", bold=True)
        self.late = label("body", tone="soft")
        self.operator = label("body", tone="faint")
        self.help = QPushButton("?")
        self.help.setProperty("kind", "flat")
        self.help.clicked.connect(self.help_asked)
        self.solo = QPushButton()
        self.solo.setProperty("kind", "room")
        self.solo.setCheckable(True)
        self.solo.toggled.connect(self.solo_asked)
        self._rooms: dict[str, QPushButton] = {}
        self._unsaved: tuple[int, str] = (0, "")
        for lamp in (self.out, self.mic, self.rec, self.obs):
            lamp.setCursor(Qt.CursorShape.PointingHandCursor)
            lamp.clicked.connect(self.obs_asked)
        self._lay_out()
        bridge.unsaved.connect(self._show_unsaved)
        bridge.keys_unbound.connect(self._show_unbound)
        self._unbound: tuple[object, ...] = ()
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(_APART)
        for lamp in self._lamps:
            line.addWidget(lamp)
        line.addSpacing(6)
        for words in (self.mode, self.clock, self.late, self.operator):
            line.addWidget(words)
        line.addStretch(1)
        self._room_frame = self._room_switch()
        line.addWidget(self._room_frame)
        line.addWidget(self.solo)
        line.addWidget(self.help)

    def _room_switch(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("rooms")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(3, 3, 3, 3)
        inside.setSpacing(2)
        group = QButtonGroup(self)
        group.setExclusive(True)
        for name in ROOMS:
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "room")
            button.clicked.connect(lambda _on, room=name: self.room_chosen.emit(room))
            group.addButton(button)
            inside.addWidget(button)
            self._rooms[name] = button
        return frame

    def room_button(self, name: str) -> QPushButton:
        return self._rooms[name]

    def show_room(self, name: str) -> None:
        self._rooms[name].setChecked(True)

    def retranslate(self) -> None:
        names = {
            "prepare": translate("Console", "Prepare"),
            "live": translate("Console", "Live"),
            "review": translate("Console", "Review"),
        }
        for name, button in self._rooms.items():
            button.setText(names[name])
        self.solo.setText(translate("Console", "Solo"))
        self.solo.setToolTip(translate("Console", "For one person alone: card above, controls below"))
        self.help.setToolTip(translate("Console", "Show the keys"))
        self.help.setAccessibleName(translate("Console", "Show the keys"))
        self._show_unsaved(*self._unsaved)
        self._show_unbound(self._unbound)

    def set_compact(self, compact: bool) -> None:
        """In a narrow window only what must not be missed."""
        for words in (self.clock, self.late, self.operator):
            words.setVisible(not compact)
        self._fit()

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The rooms keep their words. Lamps give theirs, the quiet ones first and never their shapes; those
        that warn are then cut. Measured only when a text or the width is another."""
        lamps = [lamp for lamp in self._lamps if not lamp.isHidden()]
        words = [part for part in (self.mode, self.clock, self.late, self.operator) if not part.isHidden()]
        asked = (self.width(), self.scale, *((lamp.text(), lamp.tone) for lamp in lamps),
                 *(part.text() for part in words), self.solo.text())  # fmt: skip
        line = self.layout()
        if asked == self._fitted_for or line is None:
            return
        self._fitted_for = asked
        others = [*words, self._room_frame, self.solo, self.help]
        needed = sum(part.sizeHint().width() for part in others) + sum(lamp.wide() for lamp in lamps)
        needed += (len(others) + len(lamps)) * _APART + 10
        for lamp in reversed(lamps):
            short = needed > self.width() and lamp.tone not in _WARNING
            lamp.set_short(short)
            needed -= lamp.wide() - lamp.wide(short=True) if short else 0
        line.setSpacing(_APART if needed <= self.width() else _CLOSE)

    def show_state(self, state: State, now_ms: int) -> None:
        words, tone = _mode(state)
        set_text(self.mode, words)
        retone(self.mode, "badge", tone)
        set_text(self.operator, state.operator)
        self.mic.show_as(*mic_lamp(state))
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        self.out.show_as(*out_lamp(state, now_ms, self.bridge.rules))
        self.rec.show_as(*record_lamp(state, now_ms))
        self.obs.show_as(*obs_lamp(state, now_ms))
        look = stock_lamp(self.bridge.feeds())
        self.stock.setVisible(look is not None)
        if look is not None:
            self.stock.show_as(*look)
        set_text(self.clock, time_of_day(state, now_ms, seconds=True))
        self._show_late(state, now_ms)
        self._fit()

    def _show_late(self, state: State, now_ms: int) -> None:
        course = schedule(state, now_ms) if state.running else None
        if course is None:
            set_text(self.late, "")
            return
        late = course.late_ms
        end = time_of_day(state, now_ms + course.left_ms)
        if abs(late) < _LATE_SHOWN_MS:
            words = translate("Console", "On time · ends {end}").format(end=end)
        elif late > 0:
            words = translate("Console", "Late {time} · ends {end}").format(time=signed(late), end=end)
        else:
            words = translate("Console", "Early {time} · ends {end}").format(time=signed(late), end=end)
        set_text(self.late, words)
        retone(self.late, "tone", "waiting" if late > _LATE_SHOWN_MS * 5 else "soft")

    def _show_unsaved(self, count: int, why: str) -> None:
        self._unsaved = (count, why)
        words = translate("Console", "NOT SAVED: {count}, retrying").format(count=count)
        self.saved.show_as("cross", words, "bad")
        self.saved.setVisible(count > 0)
        self._fit()

    def _show_unbound(self, unbound: object) -> None:
        self._unbound = tuple(unbound) if isinstance(unbound, tuple) else ()
        words = translate("Console", "{count} keys off").format(count=len(self._unbound))
        self.keys.show_as("half", words, "waiting")
        self.keys.setVisible(bool(self._unbound))
        self._fit()

    def _why_unsaved(self) -> str:
        return "\n".join((why_of("saved", self.bridge)(), self._unsaved[1]))

    def _why_unbound(self) -> str:
        names = ", ".join(str(getattr(key, "key", key)) for key in self._unbound)
        return "\n".join((why_of("keys", self.bridge)(), names))


def _mode(state: State) -> tuple[str, str]:
    words, tone = {
        "none": (translate("Console", "NO SHOW"), "quiet"),
        "ready": (translate("Console", "READY"), "quiet"),
        "rehearsal": (translate("Console", "REHEARSAL"), "rehearsal"),
        "live": (translate("Console", "LIVE"), "live"),
        "ended": (translate("Console", "ENDED"), "quiet"),
    }[state.mode]
    if state.simulated or state.obs.link == "simulated":
        words += " · " + translate("Console", "SIMULATED")
    return words, tone
