"""What only people can see before a show: ticked by hand, with name and time; and how long there is."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from hostconsole.show.state import State
from hostconsole.show.ticks import TICKS
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.labels import label, rule, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import clock_of, who
from hostconsole.ui.texts import refusal_text


class HandTicks(Part):
    """Three boxes and two times of day."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.boxes = {what: QCheckBox() for what in TICKS}
        self._by = {what: Lamp(role="small") for what in TICKS}
        self._hours, self._to = label("small", tone="faint"), label("small", tone="faint", text="–")
        self._answer = label("small", tone="waiting")
        self.start, self.end = EditorField(), EditorField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 8, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        for what in TICKS:
            line = QHBoxLayout()
            line.addWidget(self.boxes[what])
            line.addStretch(1)
            line.addWidget(self._by[what])
            column.addLayout(line)
            self.boxes[what].clicked.connect(
                lambda _on=False, what=what: bridge.run("preflight.tick", what=what)
            )
        hours = QHBoxLayout()
        hours.addWidget(self._hours)
        hours.addWidget(self._answer, 1)
        for field in (self.start, self.end):
            field.setMaxLength(5)
            field.setFixedWidth(72)
            field.editingFinished.connect(self._set_hours)
            field.entered.connect(self._set_hours)
        hours.addWidget(self.start)
        hours.addWidget(self._to)
        hours.addWidget(self.end)
        column.addLayout(hours)
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            "links": translate("Console", "Links prepared"),
            "cover": translate("Console", "Title and cover"),
            "hotspot": translate("Console", "Hotspot tried"),
        }
        for what, box in self.boxes.items():
            box.setText(names[what])
        self._hours.setText(translate("Console", "From – to"))
        self.start.setPlaceholderText("19:30")
        self.end.setPlaceholderText("22:30")

    def show_state(self, state: State, now_ms: int) -> None:
        ticks = {tick.what: tick for tick in state.ticks}
        for what, box in self.boxes.items():
            tick = ticks.get(what)
            box.setChecked(tick is not None)
            self._by[what].setVisible(tick is not None)
            if tick is not None:
                self._by[what].show_as("hand", f"{who(tick.by)} {clock_of(tick.at)}", "fine")
        if not (self.start.hasFocus() or self.end.hasFocus()):
            self.start.setText(state.hours.start if state.hours else "")
            self.end.setText(state.hours.end if state.hours else "")

    def _set_hours(self) -> None:
        start, end = self.start.text().strip(), self.end.text().strip()
        if bool(start) != bool(end):
            return
        refusal = self.bridge.attempt("show.hours", {"start": start, "end": end})
        set_text(self._answer, "" if refusal is None else refusal_text(refusal, self.bridge.state))
