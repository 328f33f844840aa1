"""The pre-flight panel of the OBS page: what to mend first, then what is well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hostconsole.show.obs_remark import Checked, ObsRemark
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.obs_remark_texts import obs_remark_texts
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import clock_of, link_name

MOST_SHOWN = 80


class ObsChecks(Part):
    """`asked`: look at OBS now."""

    asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="card")
        self._shown: Checked | None = None
        self._busy = False
        self._title = label("strong", bold=True)
        self.count = label("small", tone="faint")
        self.ask = KeyButton()
        self.ask.clicked.connect(self.asked)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title)
        top.addWidget(self.count, 1)
        top.addWidget(self.ask)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 8, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(translate("ObsCheck", "Check of OBS"))
        self.ask.setText(translate("ObsCheck", "Check now"))
        self._fill(self.bridge.state)

    def show_busy(self, busy: bool) -> None:
        """OBS is being looked at."""
        self._busy = busy
        self._tell(self.bridge.state)

    def show_state(self, state: State, now_ms: int) -> None:
        if state.obs.checked != self._shown:
            self._fill(state)
        self._tell(state)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self._fill(self.bridge.state)

    def _tell(self, state: State) -> None:
        self.ask.setEnabled(state.obs.link == "ready" and not self._busy)
        set_text(self.count, self._summary(state.obs.checked))

    def _summary(self, checked: Checked | None) -> str:
        if self._busy:
            return translate("ObsCheck", "looking … speak into the microphone")
        if checked is None:
            return ""
        bad = sum(1 for remark in checked.remarks if remark.level == "warning")
        words = translate("ObsCheck", "{count} to mend · {time}") if bad else translate(
            "ObsCheck", "all well · {time}"
        )  # fmt: skip
        return words.format(count=bad, time=clock_of(checked.at))

    def _fill(self, state: State) -> None:
        self._shown = checked = state.obs.checked
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        remarks = checked.remarks if checked is not None else ()
        for row, remark in enumerate(remarks[:MOST_SHOWN]):
            grid.addWidget(_mark(remark, self.scale), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_words(remark, state), row, 1)
        if checked is None:
            hint = _line(translate("ObsCheck", "OBS is looked at by itself once it is connected."), "faint")
            grid.addWidget(hint, 0, 0, 1, 2)
        grid.setRowStretch(len(remarks) + 1, 1)
        self._area.setWidget(inside)


def _mark(remark: ObsRemark, scale: float) -> Lamp:
    lamp = Lamp()
    lamp.show_as(*(("warn", "", "waiting") if remark.level == "warning" else ("check", "", "fine")))
    lamp.setFixedWidth(round(24 * scale))
    return lamp


def _words(remark: ObsRemark, state: State) -> QVBoxLayout:
    why, mend = obs_remark_texts(remark)
    row = state.items.get(remark.item or "")
    words = QVBoxLayout()
    words.setSpacing(1)
    well = remark.level == "ok"
    words.addWidget(
        _line(why if row is None else f"{link_name(row.item)} · {why}", "soft" if well else "text")
    )
    if mend:
        words.addWidget(_line(mend, "faint"))
    return words


def _line(text: str, tone: str) -> QLabel:
    made = label("body", tone=tone, text=text)
    made.setWordWrap(True)
    return made
