"""A row's words and numbers, edited in place below the queue: one field a line, Enter keeps, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from hostconsole.show.errors import Refused
from hostconsole.show.money import plain
from hostconsole.show.plan import Item
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.keyboard import leave
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.texts import command_text, refusal_text

FIELDS = ("title", "live_price", "planned_minutes", "obs_scene", "key_points")


class RowEditor(Part):
    """Each changed field is an act of its own (item.edit, or price.set for the price)."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="card")
        self._key = ""
        self._doubted = ""
        self._refusal: Refused | None = None
        self._was: dict[str, str] = {}
        self._head = Elided("strong", bold=True)
        self._answer = Elided("small", tone="waiting", rows=2)
        self._labels: dict[str, QLabel] = {}
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setSpacing(5)
        for name in FIELDS:
            field = EditorField()
            field.entered.connect(self.keep)
            field.left.connect(self.leave)
            caption = label("small", tone="faint")
            form.addRow(caption, field)
            self._labels[name], self.fields[name] = caption, field
        self.save, self.cancel = KeyButton(kind="take"), KeyButton()
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.addWidget(self._answer, 1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._head)
        column.addLayout(form)
        column.addLayout(buttons)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            "title": translate("Console", "Title"),
            "live_price": translate("Console", "Price"),
            "planned_minutes": translate("Console", "Minutes"),
            "obs_scene": translate("Console", "Scene"),
            "key_points": translate("Console", "Key points"),
        }
        for name, caption in self._labels.items():
            caption.setText(names[name])
        self.save.setText(translate("Console", "Set"))
        self.save.set_hint("Enter")
        self.cancel.setText(translate("Console", "Cancel"))
        self.cancel.set_hint("Esc")
        self._show_head()
        self._answer_with(self._refusal)

    def start(self, key: str) -> None:
        row = self.bridge.state.items.get(key)
        if row is None:
            return
        self._key, self._doubted = key, ""
        self._was = _texts(row.item, row.price)
        self._show_head()
        self._answer_with(None)
        for name, field in self.fields.items():
            field.setText(self._was[name])
        self.fields["live_price"].setEnabled(bool(row.item.sku))
        self.show()
        self.fields["title"].selectAll()
        self.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self) -> None:
        row = self.bridge.state.items.get(self._key)
        if row is not None:
            set_text(self._head, f"{command_text('item.edit')}: {row.item.link_no} {row.item.title}")

    def _answer_with(self, refusal: Refused | None) -> None:
        self._refusal = refusal
        set_text(self._answer, "" if refusal is None else refusal_text(refusal, self.bridge.state))

    def keep(self) -> None:
        """Sends what differs; stops at the first refusal and says why."""
        for name, field in self.fields.items():
            typed = field.text().strip()
            if typed == self._was[name]:
                continue
            refusal = self.bridge.attempt(*self._command(name, typed))
            if refusal is not None:
                self._doubted = typed if refusal.code == "needs_confirm" else ""
                self._answer_with(refusal)
                field.setFocus()
                return
            self._was[name] = typed
        self.leave()

    def leave(self) -> None:
        leave(self)

    def _command(self, name: str, typed: str) -> tuple[str, dict[str, str]]:
        if name == "live_price" and typed:
            sure = {"confirm": "yes"} if typed == self._doubted else {}
            return "price.set", {"item": self._key, "price": typed, **sure}
        return "item.edit", {"item": self._key, "field": name, "value": typed}


def _texts(item: Item, price: int | None) -> dict[str, str]:
    minutes = "" if item.planned_s is None else f"{item.planned_s / 60:g}"
    return {
        "title": item.title,
        "live_price": "" if price is None else plain(price, item.currency),
        "planned_minutes": minutes,
        "obs_scene": item.scene,
        "key_points": "|".join(item.key_points),
    }
