"""The pre-flight as five boxes: goods, prices, words, pictures, people. What can be mended jumps to its cell;
what only people can see is ticked, with name and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hostconsole.show.history import History, speeds
from hostconsole.show.preflight import BOXES, Box, of_show
from hostconsole.show.preflight.words import ReadMs
from hostconsole.show.state import State
from hostconsole.ui.box_lamps import BoxLamps
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.hand_ticks import HandTicks
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.preflight_rows import Said, boxes
from hostconsole.ui.remark_lines import LOOKS, RemarkLine

FEW = 4
"""Lines of a box that are shown before it is opened."""

MOST = 60
"""Lines of an opened box: who has mended these sees the next."""

SETTLES_MS = 120
"""Edits come in bursts; the boxes are written anew once they have settled."""


class PreflightPanel(Part):
    """`jump(item, column)`: a remark was chosen. `read_ms` knows how long scripts take to be read, those that
    were timed already."""

    jump = Signal(str, str)

    def __init__(self, bridge: Bridge, *, read_ms: ReadMs) -> None:
        super().__init__(bridge, name="panel")
        self._read_ms = read_ms
        self._findings: Sequence[object] = ()
        self._columns: Mapping[str, str] = {}
        self._speeds: Mapping[str, float] = {}
        self._said: dict[Box, list[Said]] | None = None
        self._open: set[Box] = set()
        self._title = label("strong", bold=True)
        self.count = label("small", tone="faint")
        self.ticks = HandTicks(bridge)
        self._glance = BoxLamps()
        self.lamps = self._glance.by_box
        self._heads: dict[Box, Lamp] = {}
        self.parts = [self.ticks]
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._settling.timeout.connect(self._show)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.count)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(0, 0, 8, 0)
        whole.addLayout(self._lines)
        whole.addWidget(self.ticks)
        whole.addStretch(1)
        self._area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 6, 8)
        self._glance.chosen.connect(self._go_to)
        column.addLayout(top)
        column.addWidget(self._glance)
        column.addWidget(self._area, 1)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Console", "Pre-flight"))
        self._said = None
        self._show()

    def show_findings(self, findings: Sequence[object], columns: Mapping[str, str]) -> None:
        """What the reading of the sheet found. `columns`: its own headers → the run-sheet's columns."""
        self._findings, self._columns = findings, columns
        self._show()

    def show_history(self, history: History) -> None:
        """Past airings by SKU: stock is measured against how fast it sold."""
        self._speeds = speeds(history)
        self._show()

    def settle(self) -> None:
        """Something that remarks depend on is known now."""
        if not self._settling.isActive():
            self._settling.start()

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        self.settle()

    def _show(self) -> None:
        """Writes the boxes anew if they say something else."""
        state = self.bridge.state
        remarks = (
            of_show(state, self.bridge.rules, speeds=self._speeds, read_ms=self._read_ms)
            if state.order
            else ()
        )
        said = boxes(state, remarks, self._findings, self._columns)
        if said == self._said:
            return
        self._said = said
        place = self._area.verticalScrollBar().value()
        self._clear()
        for box in BOXES:
            self._add_box(box, said[box])
        # The new lines have no height before the next turn.
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(place))
        total = sum(map(len, said.values()))
        set_text(self.count, translate("Console", "{count} to look at").format(count=total) if total else "")

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add_box(self, box: Box, lines: list[Said]) -> None:
        worst = next((level for level in ("error", "warning") if any(s.level == level for s in lines)), "ok")
        shape, tone = LOOKS[worst]
        head = Lamp(role="strong")
        words = f"{box_name(box)} · {len(lines)}" if lines else box_name(box)
        self.lamps[box].show_as(shape, tone, name=box_name(box), count=len(lines))
        self._heads[box] = head
        head.show_as(shape, words, tone, words="text" if lines else "soft")
        self._lines.addWidget(head)
        shown = lines[:MOST] if box in self._open else lines[:FEW]
        for said in shown:
            self._lines.addWidget(self._line(said))
        if len(lines) > FEW:
            self._lines.addWidget(self._opener(box, len(lines) - FEW))

    def _go_to(self, box: Box) -> None:
        """Brings a box to the top of what is seen, once lines that were just written have their places."""
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(self._heads[box].y()))

    def _line(self, said: Said) -> RemarkLine:
        line = RemarkLine(level=said.level, why=said.why, mend=said.mend, jumps=said.item is not None)
        line.clicked.connect(lambda: self.jump.emit(said.item or "", said.column))
        return line

    def _opener(self, box: Box, hidden: int) -> KeyButton:
        opened = box in self._open
        button = KeyButton(kind="flat")
        words = translate("Console", "Fewer") if opened else translate("Console", "{count} more")
        button.setText(words.format(count=hidden))
        button.clicked.connect(lambda: self._turn(box))
        return button

    def _turn(self, box: Box) -> None:
        self._open ^= {box}
        self._said = None
        self._show()


def box_name(box: Box) -> str:
    return {
        "goods": translate("Console", "Goods"),
        "prices": translate("Console", "Prices"),
        "words": translate("Console", "Words"),
        "pictures": translate("Console", "Pictures"),
        "people": translate("Console", "People"),
    }[box]
