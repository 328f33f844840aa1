"""The scenes page of the Prepare room: what OBS lacks for this show, which of its scenes may be meant, and
one button that makes the rest. First the list, then the making; never while a session is on air."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hostconsole.show.obs_state import Building, SceneNeed
from hostconsole.show.scene_needs import SceneNeeds, scene_needs
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, rule, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.prepare_pages import PreparePage
from hostconsole.ui.scene_words import building_words, failed_words, missing_words, rows_words, summary_words

AT_ONCE = 12
"""Rows that are there with the page; more follow."""


class _Row(QWidget):
    """A missing scene: its name, the rows that show it, and scenes of OBS to use instead. `used(scene)`."""

    used = Signal(str)

    def __init__(self, need: SceneNeed, state: State, offers: tuple[str, ...]) -> None:
        super().__init__()
        self.lamp = Lamp()
        self.lamp.setFixedWidth(26)
        self.name = Elided("body", bold=True)
        self.name.setText(need.scene)
        self.rows = Elided("small", tone="faint")
        self.rows.setText(rows_words(need, state))
        self.offers: list[KeyButton] = []
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.rows)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 8, 3)
        line.setSpacing(8)
        line.addWidget(self.lamp, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        for scene in offers:
            button = KeyButton()
            button.setText(translate("Scenes", "Use “{scene}”").format(scene=scene))
            button.setMaximumWidth(260)
            button.setToolTip(scene)
            button.clicked.connect(lambda _on=False, chosen=scene: self.used.emit(chosen))
            self.offers.append(button)
            line.addWidget(button)

    def show_building(self, building: Building | None, scene: str) -> None:
        failed = dict(building.failed) if building is not None else {}
        waits = building is not None and not building.over and scene in building.wanted
        if scene in failed:
            self.lamp.show_as("cross", "", "on_air")
            set_text(self.rows, failed_words(failed[scene]))
        elif waits:
            self.lamp.show_as("ring", "", "waiting")
        else:
            self.lamp.show_as("warn", "", "waiting")
        for button in self.offers:
            button.setEnabled(not waits)


class ScenesPage(PreparePage):
    """`rows` are the missing scenes as listed now, by name."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self._title = label("title", bold=True)
        self.progress = Lamp(role="strong")
        self._close = KeyButton()
        self.summary = label("body", tone="soft")
        self.summary.setWordWrap(True)
        self.make = KeyButton(kind="take")
        self.rows: dict[str, _Row] = {}
        self._listed: object = None
        self._needs: SceneNeeds | None = None
        self._to_list: list[SceneNeed] = []
        self._adding = QTimer(self, interval=0)
        self._adding.timeout.connect(self._add_some)
        self._lay_out()
        self.make.clicked.connect(lambda: self.bridge.run("obs.build_scenes"))
        self._close.clicked.connect(self.done)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._title)
        top.addWidget(self.progress)
        top.addStretch(1)
        top.addWidget(self._close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._notes = label("small", tone="faint")
        self._notes.setWordWrap(True)
        last = QHBoxLayout()
        last.setSpacing(16)
        last.addWidget(self._notes, 1)
        last.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.summary)
        column.addWidget(rule())
        column.addWidget(self._area, 1)
        column.addWidget(rule())
        column.addLayout(last)

    def showEvent(self, event: QShowEvent) -> None:
        """The button that makes them has the keyboard; the offers are a Tab away."""
        super().showEvent(event)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else the one that makes them."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            button = self.focusWidget()
            (button if isinstance(button, QPushButton) else self.make).click()

    # -- showing -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Scenes", "Scenes in OBS"))
        self._close.setText(translate("Keys", "Done"))
        self._listed = None
        self.show_state(self.bridge.state, self.bridge.now_ms())

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        items = [state.items[key].item for key in state.order]
        known = ([(item.id, item.scene, item.role) for item in items], state.obs.scenes, state.obs.renames)
        if state.obs.link != "ready" or not state.obs.scenes:
            self._show_nothing(state)
        elif self.rows and _is_making(state):
            self._drop(frozenset(state.obs.scenes))
        elif known != self._listed:
            self._listed = known
            self._list(scene_needs(items, state.obs, self.bridge.rules), state)
        for scene, row in self.rows.items():
            row.show_building(state.obs.building, scene)
        self._show_making(state)

    def _show_nothing(self, state: State) -> None:
        """OBS cannot be asked now: the list is made anew once it can."""
        self._listed = None
        self.rows, self._to_list = {}, []
        self._area.setWidget(QWidget())
        simulated = state.obs.link == "simulated"
        words = (
            translate("Scenes", "OBS is simulated here: it has every scene.")
            if simulated
            else translate("Scenes", "OBS is not connected: what it lacks is listed here once it is.")
        )
        set_text(self.summary, words)
        set_text(self._notes, "")

    def _list(self, needs: SceneNeeds, state: State) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        self._column = column
        self.rows, self._needs, self._to_list = {}, needs, list(needs.missing)
        self._area.setWidget(inside)
        for _ in range(AT_ONCE // 2):
            self._add_some()
        set_text(self.summary, summary_words(needs, state))
        set_text(self._notes, missing_words(needs))

    def _add_some(self) -> None:
        """Two more rows: a long list may not hold up the windows."""
        state, needs = self.bridge.state, self._needs
        if needs is None:
            return
        for need in self._to_list[:2]:
            row = self.rows[need.scene] = _Row(need, state, needs.instead_of(need.scene))
            row.used.connect(lambda scene, items=need.items: self._use(items, scene))
            row.show_building(state.obs.building, need.scene)
            self._column.insertWidget(self._column.count() - 1, row)
        del self._to_list[:2]
        if self._to_list:
            self._adding.start()
        else:
            self._adding.stop()

    def _drop(self, there: frozenset[str]) -> None:
        """While scenes are made the list only gets shorter."""
        self._to_list = [need for need in self._to_list if need.scene not in there]
        for scene in [scene for scene in self.rows if scene in there]:
            row = self.rows.pop(scene)
            row.hide()
            row.deleteLater()

    def _use(self, items: tuple[str, ...], scene: str) -> None:
        """These rows show a scene that OBS has."""
        for item in items:
            self.bridge.run("item.edit", item=item, field="obs_scene", value=scene)

    def _show_making(self, state: State) -> None:
        building = state.obs.building
        missing = len(self.rows) + len(self._to_list)
        self.make.setEnabled(bool(missing) and not _is_making(state) and not state.running)
        self.make.setVisible(bool(missing))
        one, more = translate("Scenes", "Make this scene"), translate("Scenes", "Make {n} scenes")
        self.make.setText(one if missing == 1 else more.format(n=missing))
        self.progress.setVisible(building is not None)
        if building is not None:
            self.progress.show_as(*building_words(building))


def _is_making(state: State) -> bool:
    return state.obs.building is not None and not state.obs.building.over
