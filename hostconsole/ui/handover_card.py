"""Handing over the desk: one card of ten lines over the room, two names, held to confirm. Not modal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hostconsole.show.alerts import alerts
from hostconsole.show.handover import MOST, NONE, Line, handover, incidents
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.held_button import HeldButton
from hostconsole.ui.keyboard import leave
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.outputs import obs_lamp, reconnecting, record_lamp
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import who
from hostconsole.ui.texts import alert_text, incident_words

HEADS = {
    "on_air": QT_TRANSLATE_NOOP("Handover", "On air"),
    "next": QT_TRANSLATE_NOOP("Handover", "Next"),
    "links_up": QT_TRANSLATE_NOOP("Handover", "Links up"),
    "by_hand": QT_TRANSLATE_NOOP("Handover", "Counted by hand"),
    "off_plan": QT_TRANSLATE_NOOP("Handover", "Prices off plan"),
    "batches": QT_TRANSLATE_NOOP("Handover", "Batches to come"),
    "promises": QT_TRANSLATE_NOOP("Handover", "Promised"),
    "alerts": QT_TRANSLATE_NOOP("Handover", "Alerts open"),
    "cues": QT_TRANSLATE_NOOP("Handover", "Cues not seen"),
    "obs": QT_TRANSLATE_NOOP("Handover", "OBS"),
}


class HandoverCard(Part):
    """Keys and the show go on beneath it; the lines follow the show while it is open."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(bridge, name="panel", parent=parent)
        self._title = label("title", bold=True)
        self._heads = [label("body", tone="faint") for _ in HEADS]
        self.lines: list[Elided] = [Elided("body") for _ in HEADS]
        self._past_head = label("body", tone="faint")
        self.past = label("body")
        self.past.setWordWrap(True)  # the next person reads all of them
        self._from = label("strong", bold=True)
        self.name = EditorField()
        self.name.setMaxLength(40)
        self.confirm = HeldButton()
        self.cancel = KeyButton()
        self._lay_out()
        self._show_past(bridge.state)
        self.cancel.clicked.connect(lambda: leave(self))
        self.name.left.connect(lambda: leave(self))
        self.confirm.held.connect(self._hand_over)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (head, line) in enumerate(zip(self._heads, self.lines, strict=True)):
            grid.addWidget(head, place, 0)
            grid.addWidget(line, place, 1)
        grid.addWidget(self._past_head, len(HEADS), 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.past, len(HEADS), 1)
        names = QHBoxLayout()
        names.setSpacing(10)
        names.addWidget(self._from)
        names.addWidget(self.name, 1)
        names.addWidget(self.confirm)
        names.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(grid)
        column.addLayout(names)

    def retranslate(self) -> None:
        self._title.setText(translate("Handover", "Hand over the desk"))
        for head, source in zip(self._heads, HEADS.values(), strict=True):
            head.setText(translate("Handover", source))
        self._past_head.setText(translate("Handover", "Went wrong"))
        self.name.setPlaceholderText(translate("Handover", "Who takes over"))
        self.confirm.setText(translate("Handover", "Hand over"))
        self.confirm.set_hint(translate("Console", "hold 1 s"))
        self.cancel.setText(translate("Handover", "Not now"))

    def open(self) -> None:
        """Shows what stands now, and asks for the name."""
        self.name.clear()
        self.show()
        self.show_state(self.bridge.state, self.bridge.now_ms())
        self.place()
        self.name.setFocus()

    def show_state(self, state: State, now_ms: int) -> None:
        if self.isHidden():
            return
        if not state.running:
            leave(self)
            return
        set_text(self._from, f"{state.operator or '–'} →")
        for shown, line in zip(self.lines, handover(state, now_ms, self.bridge.rules), strict=True):
            _show(shown, self._words(line, state, now_ms))
        self._show_past(state)

    def _show_past(self, state: State) -> None:
        told = [incident_words(what, times=times, seconds=s) for what, times, s in incidents(state)]
        # A line ends between two of them, never within one.
        words = " · ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in told)
        if words == self.past.text() and self.past.isHidden() != bool(words):
            return
        self.past.setText(words)
        self.past.setVisible(bool(words))
        self._past_head.setVisible(bool(words))

    def _words(self, line: Line, state: State, now_ms: int) -> str:
        """What the log keeps in English is said in the windows' language here; the rest is names and
        numbers."""
        if line.code == "alerts":
            standing = alerts(state, now_ms, self.bridge.rules)
            parts = [alert_text(alert, state) for alert in standing if not alert.acknowledged]
        elif line.code == "obs":
            parts = _obs(state, now_ms)
        else:
            return line.fields["what"].replace("(controller)", f"({who('controller')})")
        more = f" +{len(parts) - MOST}" if len(parts) > MOST else ""
        return (" · ".join(parts[:MOST]) + more) or NONE

    def tick(self, state: State, now_ms: int) -> None:
        self.show_state(state, now_ms)

    def place(self) -> None:
        """In the middle of the room, the lamps and the line of what to do left in sight."""
        room = self.parentWidget()
        if room is None or self.isHidden():
            return
        width = min(round(900 * self.scale), room.width() - 40)
        height = min(self._height_at(width), room.height() - 60)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
        self.raise_()

    def _height_at(self, width: int) -> int:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.sizeHint().height()
        return layout.totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        """The card is as high as its words, and Qt knows how high those are once it laid them out."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return done

    def rescale(self, scale: float) -> None:
        """Sizes of type are known only once the new look is on."""
        super().rescale(scale)
        QTimer.singleShot(0, self, self.place)

    def _hand_over(self) -> None:
        if self.bridge.run("session.handover", to=self.name.text().strip()):
            leave(self)


def _obs(state: State, now_ms: int) -> list[str]:
    obs = state.obs
    streams = reconnecting(state, now_ms) if obs.reconnecting else translate("Words", "stream")
    record, tone = record_lamp(state, now_ms)[1:]
    running = {
        streams: obs.streaming or obs.reconnecting,
        translate("Words", "recording"): obs.recording,
        translate("Words", "virtual camera"): obs.virtual_camera,
        translate("Console", "Safe picture"): obs.safe is not None,
        record: tone == "bad",
    }
    return [obs_lamp(state, now_ms)[1], *(name for name, on in running.items() if on)]


def _show(shown: QLabel, words: str) -> None:
    set_text(shown, words)
    shown.setToolTip(words)
