"""The plan in the Prepare room: what it is, its table, what can be done with a row, and the row's card."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry, SheetSaved
from hostconsole.show.history import History
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import time_of_day
from hostconsole.ui.plan_model import PlanModel
from hostconsole.ui.plan_table import PlanTable
from hostconsole.ui.read_times import ReadTimes
from hostconsole.ui.row_card import RowCard
from hostconsole.ui.texts import command_text, refusal_text

_HINTS = {
    "item.add": "Ins", "item.duplicate": "Ctrl+D", "item.encore": "Ctrl+E", "item.skip": "Del",
    "up": "Ctrl+↑", "down": "Ctrl+↓", "undo": "Ctrl+Z", "sheet.save": "",
}  # fmt: skip


class PlanPanel(Part):
    """Every act is a command; what is refused is said below the table, and a doubtful price wants the same
    text once more. `sheet_asked`: the button of an empty show was pressed. `times_learned`: some
    scripts have been timed."""

    sheet_asked = Signal()
    times_learned = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = PlanModel(self)
        self.table = PlanTable(self.model)
        self.card = RowCard(bridge)
        self.acts = {act: KeyButton(kind="icon") for act in _HINTS}
        self.answer = Elided("small", tone="waiting")
        self._doubted: tuple[str, str, str] | None = None
        self._name = Elided("title", bold=True)
        self._summary = Elided("body", tone="soft")
        self._sheet = Elided("small", tone="faint")
        self._empty = label("body", tone="faint")
        self.open_sheet = KeyButton(kind="take")
        self._empty.setWordWrap(True)
        self.parts = [self.card]
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 2)
        head.setSpacing(2)
        for words in (self._name, self._summary, self._sheet):
            head.addWidget(words)
        self._tools = tools = QHBoxLayout()
        tools.setContentsMargins(10, 0, 12, 0)
        tools.setSpacing(2)
        for act, button in self.acts.items():
            tools.addWidget(button)
            if act == "down":
                tools.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(4)
        self._above = QVBoxLayout()
        column.addLayout(head)
        column.addLayout(self._above)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        self._nothing = QWidget()
        inside = QVBoxLayout(self._nothing)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        inside.addWidget(self._empty)
        inside.addWidget(self.open_sheet, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        column.addWidget(self._nothing, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.card)
        column.addLayout(foot)

    def add_above(self, part: QWidget) -> None:
        """A part of the room that speaks of the plan stands between its head and its table."""
        self._above.addWidget(part)

    def add_tool(self, button: KeyButton) -> None:
        """A button of the room that acts on the sheet stands at the end of the table's tools."""
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tools.addWidget(button)

    def _connect(self) -> None:
        self.model.edited.connect(self._edit)
        self.model.moved.connect(lambda item, before: self._run("item.move", item=item, before=before))
        self.table.asked.connect(self.do)
        self.open_sheet.clicked.connect(self.sheet_asked)
        self.table.chosen.connect(self.card.show_row)
        self.bridge.changed.connect(self._hear)
        self.bridge.dropped.connect(lambda words: set_text(self.answer, words))
        self.bridge.refused.connect(lambda command, why: self._say(why) if command == "sheet.save" else None)
        for act, button in self.acts.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, act=act: self.do(act, self.table.current_key() or ""))

    def retranslate(self) -> None:
        super().retranslate()
        for act, button in self.acts.items():
            names = {"up": translate("Console", "Up"), "down": translate("Console", "Down")}
            names["item.add"] = translate("Console", "Add")
            button.setText(names.get(act) or command_text(act))
            hint = _HINTS[act]
            button.setToolTip(f"{names.get(act) or command_text(act)}  {hint}".strip())
        self._empty.setText(
            translate(
                "Console",
                "This show has no items yet. Add one here, or paste a table: copy it in Excel, WPS, Feishu "
                "or Tencent Docs and press Ctrl+V. A column of titles is enough.",
            )
        )
        self.open_sheet.setText(command_text("desk.open_sheet"))
        self.model.retranslate()

    # -- acts ----------------------------------------------------------------------------------------

    def do(self, act: str, key: str) -> None:
        """A button or key of the table on the row `key`, "" for none."""
        if act != "undo":
            self.card.keep_all()  # a copy has the words that are seen, and a click took no focus from them
        state = self.bridge.state
        if act == "item.add":
            self._add(key)
        elif act in ("undo", "sheet.save"):
            self._run(act)
        elif key not in state.items:
            return
        elif act in ("up", "down"):
            self._move(key, act)
        elif act == "item.skip" and state.items[key].skipped:
            self._run("item.unskip", item=key)
        else:
            self._run(act, item=key)

    def _add(self, key: str) -> None:
        before = {"before": key} if key else {}
        known = set(self.bridge.state.items)
        title = translate("Console", "New product")
        if self._run("item.add", title=title, stock_total="", **before):
            made = next((k for k in self.bridge.state.order if k not in known), None)
            self.table.select_key(made)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.edit_cell()

    def _move(self, key: str, way: str) -> None:
        order = self.bridge.state.order
        at = order.index(key)
        if way == "up" and at > 0:
            self._run("item.move", item=key, before=order[at - 1])
        elif way == "down" and at + 1 < len(order):
            self._run("item.move", item=key, before=order[at + 2] if at + 2 < len(order) else "end")
        self.table.select_key(key)

    def _edit(self, key: str, field: str, typed: str) -> None:
        sure = {"confirm": "yes"} if (key, field, typed) == self._doubted else {}
        refusal = self.bridge.attempt("item.edit", {"item": key, "field": field, "value": typed, **sure})
        doubtful = refusal is not None and refusal.code == "needs_confirm"
        self._doubted = (key, field, typed) if doubtful else None
        self._say(refusal)

    def _run(self, command: str, **args: str) -> bool:
        self._say(None)
        refusal = self.bridge.attempt(command, args)
        if refusal is not None:
            self._say(refusal)
        return refusal is None

    def _say(self, refusal: Refused | None) -> None:
        set_text(self.answer, "" if refusal is None else refusal_text(refusal, self.bridge.state))

    def _hear(self, _state: State, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            if isinstance(entry.event, SheetSaved):
                name = PurePath(entry.event.path).name
                set_text(self.answer, translate("Console", "Saved: {name}").format(name=name))

    def jump(self, item: str, column: str) -> None:
        """To the cell a remark is about: in the table, in the card, or at least to its row."""
        self.table.select_key(item, column)
        if not self.card.focus(column):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------------

    def show_state(self, state: State, now_ms: int) -> None:
        self.model.show_plan(state)
        super().show_state(state, now_ms)
        self.table.setVisible(bool(state.order))
        self._nothing.setVisible(not state.order)
        set_text(self._name, state.plan.name or translate("Console", "No show"))
        set_text(self._sheet, state.plan.sheet)
        set_text(self._summary, _summary(state, now_ms, self.model.times))
        self.acts["undo"].setEnabled(bool(state.undo))
        if self.table.current_key() is None and state.order:
            self.table.select_key(state.next or state.order[0])

    def tick(self, state: State, now_ms: int) -> None:
        if self.model.learn_times(state):
            self.times_learned.emit()
            set_text(self._summary, _summary(state, now_ms, self.model.times))

    def show_history(self, history: History) -> None:
        self.card.show_history(history)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.table.rescale(scale)


def _summary(state: State, now_ms: int, times: ReadTimes) -> str:
    """What the show is made of, how long it takes, and when it would end if it began now."""
    products = sum(1 for row in state.items.values() if row.item.kind == "product")
    planned = sum(row.item.planned_s or 0 for row in state.items.values() if not row.skipped)
    parts = [
        translate("Console", "{items} items · {products} products · {minutes} minutes planned").format(
            items=len(state.order), products=products, minutes=planned // 60
        ),
        times.told(state),
    ]
    if planned and not state.running:
        end = time_of_day(state, now_ms + planned * 1000)
        parts.append(translate("Console", "ends {end} if it begins now").format(end=end))
    return " · ".join(part for part in parts if part)
