"""The OBS page of the Prepare room: the link and what to do for it, where OBS is, how the picture leaves,
the safe picture, and what leaves OBS now. Not modal; usable on air."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label, rule, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.obs_checks import ObsChecks
from hostconsole.ui.obs_picture import TickPicture
from hostconsole.ui.obs_switches import ObsSwitches
from hostconsole.ui.obs_where import ObsWhere, one_of
from hostconsole.ui.obs_words import THIS_PC, USUAL, ObsPlace, link_words
from hostconsole.ui.prepare_pages import PreparePage

OUTPUTS = {
    "stream": QT_TRANSLATE_NOOP("Obs", "OBS streams"),
    "virtual_camera": QT_TRANSLATE_NOOP("Obs", "Virtual camera"),
    "recording": QT_TRANSLATE_NOOP("Obs", "Only recording"),
}


class ObsPage(PreparePage):
    """`address_chosen(address, password)`, `output_chosen(name)`, `safe_chosen(scene)`,
    `stills_wanted(bool)`, `again_asked`: try once more. `seen`: the page has come in front."""

    address_chosen = Signal(str, str)
    output_chosen = Signal(str)
    safe_chosen = Signal(str)
    stills_wanted = Signal(bool)
    again_asked = Signal()
    seen = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self._address = ""
        self._title = label("title", bold=True, text="OBS")
        self.link = Lamp(role="strong")
        self.todo = label("body", tone="soft")
        self.todo.setWordWrap(True)
        self.answer = label("small", tone="waiting")
        self.answer.setWordWrap(True)
        self.again, self._close = KeyButton(), KeyButton(kind="take")
        self.where = ObsWhere(bridge)
        self.switches = ObsSwitches(bridge)
        self.picture = TickPicture()
        self.checks = ObsChecks(bridge)
        self._out_title, self._safe_title = label("strong", bold=True), label("strong", bold=True)
        self._out_words, self._safe_words = label("small", tone="faint"), label("small", tone="faint")
        self.outputs = {name: KeyButton(kind="room") for name in OUTPUTS}
        self.safe = QComboBox()
        self.stills = QCheckBox()
        self.parts = [self.where, self.switches, self.checks]
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- laying out ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._title)
        top.addWidget(self.link)
        top.addStretch(1)
        top.addWidget(self.again)
        top.addWidget(self._close)
        left, right = QWidget(), QWidget()
        self._left_column(QVBoxLayout(left))
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        beside.addWidget(self.picture)
        beside.addWidget(self.checks, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(left)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(area, 5)
        columns.addWidget(right, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.todo)
        column.addWidget(self.answer)
        column.addLayout(columns, 1)

    def _left_column(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 4, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.where)
        column.addWidget(rule())
        column.addWidget(self._out_title)
        for name, button in self.outputs.items():
            button.clicked.connect(lambda _on=False, chosen=name: self.output_chosen.emit(chosen))
        column.addWidget(one_of(self.outputs.values()))
        column.addWidget(self._out_words)
        column.addWidget(rule())
        safe = QHBoxLayout()
        safe.setSpacing(12)
        safe.addWidget(self._safe_title)
        safe.addWidget(self.safe, 1)
        column.addLayout(safe)
        column.addWidget(self._safe_words)
        column.addWidget(rule())
        column.addWidget(self.switches)
        column.addWidget(rule())
        column.addWidget(self.stills)
        column.addStretch(1)
        for words in (self._out_words, self._safe_words):
            words.setWordWrap(True)

    def _connect(self) -> None:
        self.where.chosen.connect(self._choose)
        self.again.clicked.connect(self.again_asked)
        self._close.clicked.connect(self.done)
        self.stills.clicked.connect(self.stills_wanted)
        self.safe.activated.connect(lambda place: self.safe_chosen.emit(self.safe.itemData(place)))

    def _choose(self, address: str, password: str) -> None:
        set_text(self.answer, "")
        self.address_chosen.emit(address, password)

    # -- showing -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        self.again.setText(translate("Obs", "Try again"))
        self._close.setText(translate("Keys", "Done"))
        self._out_title.setText(translate("Obs", "How does the picture leave?"))
        self._out_words.setText(translate("Obs", "The lamp 'Out' watches exactly this."))
        self.stills.setText(translate("Obs", "Still pictures of what is on air and of NEXT in the Live room"))
        self._safe_title.setText(translate("Obs", "Safe picture"))
        self._safe_words.setText(
            translate("Obs", "One key shows it at once, whatever is on air, and the same key goes back.")
        )
        for name, source in OUTPUTS.items():
            self.outputs[name].setText(translate("Obs", source))
        self.picture.retranslate()
        self._show_safe(self.bridge.state, self.bridge.rules)
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def show_address(self, address: str) -> None:
        """The address that is set now."""
        self._address = address.strip().lower()
        self.where.show_address(address)
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def show_place(self, place: ObsPlace) -> None:
        """What is known of the OBS on this PC."""
        self.where.show_place(place)
        self.picture.show_port(place.port)
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def say(self, words: str) -> None:
        """Why something could not be done, in place."""
        set_text(self.answer, words)

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        place = self.where.place
        shape, is_, todo, tone = link_words(state, address=self._address, place=place)
        self.link.show_as(shape, is_, tone)
        set_text(self.todo, todo)
        self.todo.setToolTip(state.obs.why)
        self.answer.setVisible(bool(self.answer.text()))
        self.again.setVisible(state.obs.link == "refused")
        self.where.setEnabled(not state.simulated)
        off = place.found and not place.server_on and state.obs.link in ("connecting", "lost")
        off = off and self._address in (THIS_PC, *USUAL)
        self.picture.setVisible(off)
        self.checks.setVisible(not off)
        self.outputs[self.bridge.rules.output].setChecked(True)
        self._show_safe(state, self.bridge.rules)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def tick(self, state: State, now_ms: int) -> None:
        self.switches.tick(state, now_ms)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.picture.rescale(scale)

    def _show_safe(self, state: State, rules: Rules) -> None:
        """The scenes OBS has; the one that is set, even if OBS has it no more."""
        automatic = translate("Obs", "By its name: BRB, 稍等, 救场, safe")
        wanted = {"": automatic} | {scene: scene for scene in state.obs.scenes}
        if rules.safe_scene and rules.safe_scene not in wanted:
            missing = translate("Obs", "{scene} (OBS does not have it)").format(scene=rules.safe_scene)
            wanted[rules.safe_scene] = missing
        shown = {self.safe.itemData(n): self.safe.itemText(n) for n in range(self.safe.count())}
        if shown != wanted and not self.safe.view().isVisible():
            self.safe.clear()
            for scene, text in wanted.items():
                self.safe.addItem(text, scene)
        place = self.safe.findData(rules.safe_scene)
        if place != self.safe.currentIndex() and not self.safe.view().isVisible():
            self.safe.setCurrentIndex(place)
