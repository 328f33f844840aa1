"""The line of the Prepare room that says that OBS lacks scenes of this show."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout

from hostconsole.show.scene_needs import missing_names
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.scene_words import building_words


class ScenesBar(Part):
    """One line while OBS lacks scenes of this show: how many, and the way to the page. `asked`: open it."""

    asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.lamp = Lamp()
        self.open = KeyButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 4)
        line.addWidget(self.lamp, 1)
        line.addWidget(self.open)
        self.open.clicked.connect(self.asked)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def retranslate(self) -> None:
        self.open.setText(translate("Scenes", "Scenes …"))
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def show_state(self, state: State, now_ms: int) -> None:
        building = state.obs.building
        making = building is not None and not building.over
        lacking = self._lacking(state)
        self.setVisible(bool(lacking) or making)
        if building is not None and making:
            self.lamp.show_as(*building_words(building))
        elif lacking == 1:
            self.lamp.show_as("warn", translate("Scenes", "OBS lacks 1 scene of this show"), "waiting")
        else:
            words = translate("Scenes", "OBS lacks {n} scenes of this show").format(n=lacking)
            self.lamp.show_as("warn", words, "waiting")

    def _lacking(self, state: State) -> int:
        if state.obs.link != "ready" or not state.obs.scenes or state.running:
            return 0
        rows = (state.items[key].item for key in state.order)
        return len(missing_names(rows, state.obs, self.bridge.rules))
