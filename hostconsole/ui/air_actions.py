"""The buttons for the item on air. Everything a key does can be done by mouse, and the key is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from hostconsole.keys.table import KeyTable
from hostconsole.show.commands.goods import due_batch
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part, key_name, shared_start
from hostconsole.ui.texts import command_text

_COLUMNS = 3
_ORDER = (
    ("link.up", ""), ("batch.gone", ""), ("stock.release", ""),
    ("price.set", ""), ("stock.count", ""), ("link.down", ""),
    ("obs.safe_scene", ""), ("marker.add", ""), ("show.back", ""),
)  # fmt: skip


class AirActions(Part):
    """`price_asked`, `count_asked`: the editors are the card's."""

    price_asked = Signal()
    count_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.buttons: dict[str, KeyButton] = {}
        self._gone_key = ""
        self.shared = label("small", tone="faint")
        self.shared.setAlignment(Qt.AlignmentFlag.AlignRight)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        stack.addWidget(self.shared)
        grid = QGridLayout()
        stack.addLayout(grid)
        grid.setSpacing(6)
        for place, (command, kind) in enumerate(_ORDER):
            button = KeyButton(kind=kind)
            button.clicked.connect(lambda _on=False, act=command: self._act(act))
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            self.buttons[command] = button
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.retranslate()

    def retranslate(self) -> None:
        for command, button in self.buttons.items():
            button.setText(command_text(command))
        self.buttons["price.set"].setText(translate("Console", "Set price"))
        self.buttons["stock.count"].setText(translate("Console", "Count stock"))
        self.buttons["marker.add"].setText(translate("Console", "Mark"))
        self.buttons["obs.safe_scene"].setText(translate("Console", "Safe picture"))
        self.buttons["stock.release"].setText(translate("Console", "Release"))

    def show_keys(self, table: KeyTable) -> None:
        names = {command: key_name(table, command) for command in self.buttons}
        shared = shared_start(names.values())
        self.shared.setText(f"{shared} …" if shared else "")
        for command, button in self.buttons.items():
            button.set_hint(names[command].removeprefix(shared))
        self._gone_key = key_name(table, "desk.gone").removeprefix(shared)
        self._share_gone_key(self.bridge.state)

    def show_state(self, state: State, now_ms: int) -> None:
        airing = state.on_air
        product = airing is not None and bool(airing.item.sku)
        link = state.items[airing.item.id].link.status if airing is not None else "none"
        ledger = state.stock.get(airing.item.sku) if airing is not None else None
        due = due_batch(state, airing.item.sku) if airing is not None and ledger is not None else 0
        left = (ledger.sellable or 0) if ledger else 0
        enabled = {
            "link.up": product and link != "up",
            "link.down": product and link in ("up", "countdown"),
            # Nothing can be gone that nobody could buy yet.
            "batch.gone": product and left > 0 and link in ("up", "down"),
            "stock.release": due > 0,
            "price.set": product,
            "stock.count": product,
            "show.back": airing is not None,
            "marker.add": state.running,
        }
        for command, on in enabled.items():
            self.buttons[command].setEnabled(bool(on))
        self._name_them(state, due=due, batches=ledger is None or ledger.batches > 0)
        self._share_gone_key(state)

    def _name_them(self, state: State, *, due: int, batches: bool) -> None:
        gone = command_text("batch.gone") if batches else translate("Console", "All gone")
        self.buttons["batch.gone"].setText(gone)
        release = translate("Console", "Release")
        self.buttons["stock.release"].setText(f"{release} +{due}" if due else release)
        safe = state.obs.safe is not None
        self.buttons["obs.safe_scene"].setText(
            translate("Console", "Back from safe") if safe else translate("Console", "Safe picture")
        )

    def _share_gone_key(self, state: State) -> None:
        """One key does both: it is shown on the one it would do now."""
        ledger = state.stock.get(state.on_air.item.sku) if state.on_air else None
        gone = ledger is None or (ledger.sellable or 0) > 0
        self.buttons["batch.gone"].set_hint(self._gone_key if gone else "")
        self.buttons["link.down"].set_hint("" if gone else self._gone_key)

    def _act(self, command: str) -> None:
        if command == "price.set":
            self.price_asked.emit()
        elif command == "stock.count":
            self.count_asked.emit()
        else:
            self.bridge.run(command)
