"""NEXT: what TAKE will do, beside the button that does it."""

from __future__ import annotations

from itertools import islice

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from hostconsole.keys.table import KeyTable
from hostconsole.show.cells import fitted
from hostconsole.show.plan import Item
from hostconsole.show.state import ItemState, State
from hostconsole.show.target import scene_of
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part, key_name
from hostconsole.ui.phrases import no_items, price
from hostconsole.ui.queue_rows import row_of
from hostconsole.ui.texts import command_text

_THEN = 3
_THEN_CELLS = 18
"""Half-width cells of a title among those that wait."""


class NextCard(Part):
    """Link number, title, price, left, scene; below, what comes after."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="next")
        self.head = Lamp(role="strong")
        self.then = Elided("small", tone="faint")
        self.link_no = label("next_link", tone="next", bold=True)
        self.title = Elided("strong", bold=True)
        self.note = Elided("body", tone="soft")
        self.price = label("next_number", bold=True)
        self.left = label("next_number", tone="soft")
        self.take = KeyButton(kind="take")
        self.take.setProperty("role", "title")
        self.take.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.up, self.down = KeyButton(kind="icon"), KeyButton(kind="icon")
        self._lay_out()
        self.take.clicked.connect(lambda: bridge.run("show.take"))
        self.up.clicked.connect(lambda: bridge.run("next.up"))
        self.down.clicked.connect(lambda: bridge.run("next.down"))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.head)
        head.addWidget(self.then, 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addStretch(1)
        main = QHBoxLayout()
        main.setSpacing(14)
        main.addWidget(self.link_no)
        main.addLayout(words, 1)
        main.addWidget(self.price)
        main.addWidget(self.left)
        main.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(main, 1)

    def retranslate(self) -> None:
        self.head.show_as("play", translate("Console", "NEXT"), "next")
        self.take.setText(command_text("show.take"))
        self.up.setText("↑")
        self.down.setText("↓")
        self.up.setToolTip(command_text("next.up"))
        self.down.setToolTip(command_text("next.down"))
        self.up.setAccessibleName(command_text("next.up"))
        self.down.setAccessibleName(command_text("next.down"))

    def show_keys(self, table: KeyTable) -> None:
        self.take.set_hint(key_name(table, "show.take"))

    def show_state(self, state: State, now_ms: int) -> None:
        row = state.items.get(state.next or "")
        self.take.setEnabled(state.running and row is not None)
        for part in (self.link_no, self.price, self.left, self.note):
            part.setVisible(row is not None)
        if row is None:
            words = translate("Console", "Nothing is next. Choose a row: Enter, or double-click.")
            set_text(self.title, words if state.order else no_items())
            set_text(self.then, "")
            return
        self._show_row(state, row, now_ms)
        set_text(self.then, _then(state))

    def _show_row(self, state: State, row: ItemState, now_ms: int) -> None:
        item = row.item
        shown = row_of(state, item.id, now_ms)
        set_text(self.link_no, item.link_no)
        self.link_no.setVisible(bool(item.link_no))
        set_text(self.title, item.title)
        set_text(self.note, self._note(item))
        set_text(self.price, price(row.price, item.currency) if row.price is not None else "")
        self.price.setVisible(bool(self.price.text()))
        held = translate("Console", "{count} held back").format(count=shown.left[1:])
        set_text(self.left, held if shown.left.startswith("+") else shown.left)
        retone(self.left, "role", "body" if shown.left.startswith("+") else "next_number")
        self.left.setVisible(bool(shown.left))

    def _note(self, item: Item) -> str:
        scene = scene_of(item, self.bridge.rules) or translate("Console", "scene stays")
        parts = [scene]
        if item.props:
            parts.append(translate("Console", "props: {props}").format(props=item.props))
        if item.disclosure:
            parts.append(item.disclosure)
        return " · ".join(parts)


def _short(title: str) -> str:
    short = fitted(title, _THEN_CELLS)
    return short if short == title else f"{short}…"


def _then(state: State) -> str:
    """The waiting items after NEXT, by number and name."""
    place = state.order.index(state.next) if state.next in state.order else -1
    rows = (state.items[key] for key in islice(state.order, place + 1, None))
    waiting = (row.item for row in rows if not row.skipped and not row.airings)
    names = [
        " ".join(part for part in (item.link_no, _short(item.title)) if part)
        for item in islice(waiting, _THEN)
    ]
    if not names:
        return ""
    return translate("Console", "then: {names}").format(names=" · ".join(names))
