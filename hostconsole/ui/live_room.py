"""The Live room: what to do now, what is wrong, then queue, on air and next, and the host."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.do_line import DoLine
from hostconsole.ui.done_line import DoneLine
from hostconsole.ui.end_card import EndCard
from hostconsole.ui.handover_card import HandoverCard
from hostconsole.ui.host_column import HostColumn
from hostconsole.ui.keyboard import keep_off
from hostconsole.ui.next_card import NextCard
from hostconsole.ui.on_air_card import OnAirCard
from hostconsole.ui.part import Part
from hostconsole.ui.queue_panel import QueuePanel
from hostconsole.ui.script_editor import ScriptEditor
from hostconsole.ui.session_buttons import SessionButtons
from hostconsole.ui.solo_panel import SoloPanel
from hostconsole.ui.stills import StillsPanel

_LOW = 770
"""Below this height (at scale 1) there is no room for the buttons of the card beside those of solo."""
_TIGHT = 740
"""Below this height (at scale 1: a small laptop's screen with its bars) NEXT gives room to what is on air."""


class LiveRoom(Part):
    """`moved`: its parts stand elsewhere or say it in another language."""

    moved = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._seq: int | None = None
        self.do_line = DoLine(bridge)
        self.queue = QueuePanel(bridge)
        self.stills = StillsPanel(bridge)
        self.on_air = OnAirCard(bridge)
        self.next = NextCard(bridge)
        self.host = HostColumn(bridge)
        self.done = DoneLine(bridge)
        self.session = SessionButtons(bridge)
        self.solo = SoloPanel(bridge)
        self.solo.hide()
        self.handover = HandoverCard(bridge, self)
        self.end_card = EndCard(bridge, self)
        self.script = ScriptEditor(bridge, self)
        self.host.script_asked.connect(self._edit_script)
        self.session.handover_asked.connect(self.handover.open)
        self.session.left.connect(lambda: self.window().setFocus())
        self.parts = [self.do_line, self.queue, self.stills, self.on_air, self.next, self.host, self.solo,
                      self.done, self.session, self.handover, self.end_card, self.script]  # fmt: skip
        cards = QVBoxLayout()
        cards.setSpacing(8)
        cards.addWidget(self.on_air, 1)
        cards.addWidget(self.next)
        keep_off(
            self.do_line, self.queue, self.on_air, self.next, self.host, self.solo, self.done, self.session
        )
        self._middle = QHBoxLayout()
        self._middle.setSpacing(8)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.queue, 1)
        left.addWidget(self.stills)
        self._middle.addLayout(left)
        self._middle.addLayout(cards, 1)
        self._middle.addWidget(self.host)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.done, 1)
        bottom.addWidget(self.session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.do_line)
        column.addLayout(self._middle, 1)
        column.addWidget(self.solo)
        column.addLayout(bottom)

    def set_solo(self, solo: bool) -> None:
        """Card above, controls below: what one person alone needs."""
        for part in (self.queue, self.host):
            part.setVisible(not solo)
        self.stills.set_solo(solo)
        self.solo.setVisible(solo)
        self._fit()

    def _edit_script(self) -> None:
        self.script.place(self.queue.geometry())
        self.script.open()

    def _fit(self) -> None:
        low = not self.solo.isHidden() and self.height() < _LOW * self.scale
        self.on_air.set_small(low)
        self.next.setVisible(not low)
        self.solo.name_next(low)
        tight = self.height() < _TIGHT * self.scale
        self.on_air.curve.give_room(not tight)
        self.next.setFixedHeight(round((118 if tight else 132) * self.scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.handover.place()
        self.end_card.place()
        self.script.place(self.queue.geometry())
        self.moved.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.moved.emit()

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        for bar in (self.do_line, self.done):
            bar.setFixedHeight(round(42 * scale))
        self.host.setFixedWidth(round(380 * scale))
        for part in (self.queue, self.stills):
            part.setFixedWidth(round(428 * scale))
        self._fit()

    def show_state(self, state: State, now_ms: int) -> None:
        was = self._seq
        super().show_state(state, now_ms)
        seq = state.on_air.seq if state.on_air else None
        if seq != was:
            self._seq = seq
            self.queue.follow(state.next)
