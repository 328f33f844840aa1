"""The way to the first show, as a list in the Prepare room: each step opens its place and can be skipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from hostconsole.bundled import is_sample
from hostconsole.keys.rehearsal import proved
from hostconsole.keys.table import KeyTable
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.keeping import StepKeeping
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part

StepName = Literal["sheet", "obs", "host", "keys", "rehearse", "ready"]
STEPS: tuple[StepName, ...] = ("sheet", "obs", "host", "keys", "rehearse", "ready")

_SKIPPED, _REHEARSED, _FOLDED = "steps.skipped", "steps.rehearsed", "steps.folded"
ARRIVED = "keys.arrived"


def done_steps(state: State, table: KeyTable | None, recall: Callable[[str], str]) -> frozenset[StepName]:
    """What is seen to be done: nothing is ticked because somebody said so."""
    # Trying the sample is no step towards a show of one's own.
    own = bool(state.order) and not is_sample(state.plan.sheet)
    found: dict[StepName, bool] = {
        "sheet": own,
        "obs": state.obs.link == "ready",
        "host": bool(state.host_shown),
        "keys": table is not None and proved(table, recall(ARRIVED).split("\n")),
        "rehearse": own and recall(_REHEARSED) == _mark(state),
    }
    return frozenset(name for name, done in found.items() if done)


def _mark(state: State) -> str:
    """What was rehearsed: the sheet, or the show's name where there is none."""
    return state.plan.sheet or f"name: {state.plan.name}"


class _Row:
    """A step: a lamp, its name as the button that opens it, how it stands, and skip."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self.lamp = Lamp()
        self.lamp.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.open = QPushButton()
        self.open.setProperty("kind", "past")
        self.open.setAutoDefault(False)
        self.open.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = Elided("small", tone="faint")
        self.skip = KeyButton(kind="icon")
        self.skip.setProperty("role", "small")
        self._parts = (self.lamp, self.open, self.words, self.skip)
        for column, part in enumerate(self._parts):
            grid.addWidget(part, place, column)

    def set_visible(self, visible: bool, *, skippable: bool) -> None:
        for part in self._parts[:-1]:
            part.setVisible(visible)
        self.skip.setVisible(visible and skippable)


class FirstSteps(Part):
    """`asked(step)`: its place is to be opened."""

    asked = Signal(str)

    def __init__(self, bridge: Bridge, keeping: StepKeeping) -> None:
        super().__init__(bridge, name="panel")
        self._keeping = keeping
        self._table: KeyTable | None = None
        self._title = label("strong", bold=True)
        self.count = label("small", tone="faint")
        self.fold = KeyButton(kind="icon")
        self.fold.setProperty("role", "small")
        self.fold.clicked.connect(self._fold)
        self.rows: dict[StepName, _Row] = {}
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 6, 6)
        column.setSpacing(0)
        column.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        for place, name in enumerate(STEPS):
            row = self.rows[name] = _Row(grid, place)
            row.open.clicked.connect(lambda _on=False, step=name: self.asked.emit(step))
            row.skip.clicked.connect(lambda _on=False, step=name: self._skip(step))
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(translate("Steps first", "First steps"))
        names = {
            "sheet": translate("Steps first", "My sheet"),
            "obs": "OBS",
            "host": translate("Steps first", "Host's screen"),
            "keys": translate("Steps first", "Try the keys"),
            "rehearse": translate("Steps first", "Rehearse"),
            "ready": translate("Steps first", "Ready"),
        }
        for name, row in self.rows.items():
            row.open.setText(names[name])
        self.refresh()

    def show_keys(self, table: KeyTable) -> None:
        self._table = table
        self.refresh()

    def show_state(self, state: State, now_ms: int) -> None:
        if state.mode == "rehearsal" and self._keeping.recall(_REHEARSED) != _mark(state):
            self._keeping.remember(_REHEARSED, _mark(state))
        self.refresh()

    def refresh(self) -> None:
        """Looks again at what is done."""
        state = self.bridge.state
        done = done_steps(state, self._table, self._keeping.recall)
        skipped = self._skipped()
        left = [n for n in STEPS if n not in done and n not in skipped and n != "ready"]
        words = _words(state)
        folded = self._folded(done_all=not left)
        for name, row in self.rows.items():
            finished = name in done or (name == "ready" and not left)
            passed = name in skipped and not finished
            row.lamp.show_as(
                "check" if finished else "dash" if passed else "ring", "", "fine" if finished else "faint"
            )
            set_text(row.words, translate("Steps first", "skipped") if passed else words[name])
            row.skip.setText(
                translate("Steps first", "Not skip") if passed else translate("Steps first", "Skip")
            )
            row.set_visible(not folded, skippable=not finished and name != "ready")
            row.open.setEnabled(name != "rehearse" or not state.running)
        count = translate("Steps first", "{left} to do").format(left=len(left))
        set_text(self.count, count if left else translate("Steps first", "all done"))
        self.fold.setText(translate("Steps first", "Show") if folded else translate("Steps first", "Hide"))

    def _folded(self, *, done_all: bool) -> bool:
        """Once nothing is left the list folds by itself; the person's own word counts more."""
        told = self._keeping.recall(_FOLDED)
        return told == "yes" or (done_all and told != "no")

    def _fold(self) -> None:
        folded = self.rows["sheet"].open.isHidden()
        self._keeping.remember(_FOLDED, "no" if folded else "yes")
        self.refresh()

    def _skipped(self) -> frozenset[str]:
        return frozenset(self._keeping.recall(_SKIPPED).split())

    def _skip(self, name: str) -> None:
        self._keeping.remember(_SKIPPED, " ".join(sorted(self._skipped() ^ {name})))
        self.refresh()


def _words(state: State) -> Mapping[str, str]:
    """How each step stands, or what it is for, in a few words."""
    sheet = PurePath(state.plan.sheet.replace("\\", "/")).name
    obs = {
        "ready": translate("Steps first", "connected"),
        "simulated": translate("Steps first", "simulated: nothing goes out"),
        "connecting": translate("Steps first", "connecting …"),
        "loading": translate("Steps first", "loading …"),
        "refused": translate("Steps first", "the password is wrong"),
        "lost": translate("Steps first", "not reached"),
    }.get(state.obs.link, translate("Steps first", "not connected"))
    sample = translate("Steps first", "the sample; open your own")
    return {
        "sheet": sample if is_sample(sheet) else sheet or translate("Steps first", "open a run-sheet"),
        "obs": obs,
        "host": translate("Steps first", "shown")
        if state.host_shown
        else translate("Steps first", "display, distance, test card"),
        "keys": translate("Steps first", "with the browser in front"),
        "rehearse": translate("Steps first", "runs now")
        if state.mode == "rehearsal"
        else translate("Steps first", "once through, nothing counts"),
        "ready": translate("Steps first", "hold Go live for a second"),
    }
