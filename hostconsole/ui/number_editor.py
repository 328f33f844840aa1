"""A number typed in place: price or stock. What is doubtful wants a second Enter, here, without a box."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hostconsole.show.money import to_minor
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.texts import refusal_text


class NumberEditor(Part):
    """`start(command, field, args, caption, now)` opens it; `done` is emitted when it closes."""

    done = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._command, self._name, self._args = "", "", dict[str, str]()
        self._doubted = ""
        self.caption = label("body", bold=True)
        self.field = EditorField()
        self.field.setProperty("role", "number")
        self.field.setMaximumWidth(260)
        self.answer = Elided("body", tone="faint", rows=2)
        self.ok = KeyButton(kind="take")
        self.cancel = KeyButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for part, stretch in (
            (self.caption, 0),
            (self.field, 2),
            (self.answer, 3),
            (self.ok, 0),
            (self.cancel, 0),
        ):
            line.addWidget(part, stretch)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.close_editor)
        self.field.textEdited.connect(self._edited)
        self.ok.clicked.connect(self._enter)
        self.cancel.clicked.connect(self.close_editor)
        self.retranslate()

    def retranslate(self) -> None:
        self.ok.setText(translate("Console", "Set"))
        self.ok.set_hint("Enter")
        self.cancel.setText(translate("Console", "Cancel"))
        self.cancel.set_hint("Esc")

    def start(
        self, command: str, name: str, args: dict[str, str], *, caption: str, now: str, note: str
    ) -> None:
        """`name` is the command's argument the typed text becomes; `note` what to measure it by."""
        self._command, self._name, self._args = command, name, args
        self._doubted = ""
        set_text(self.caption, caption)
        set_text(self.answer, note)
        retone(self.answer, "tone", "faint")
        self.field.setText(now)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _doubt(self) -> str:
        if self._command == "price.set":
            floor = self._is_under_floor()
            return (
                translate("Console", "Under the floor. Enter again sets it.")
                if floor
                else translate("Console", "Far from the plan. Enter again sets it.")
            )
        return translate("Console", "Far more than there ever was. Enter again sets it.")

    def _is_under_floor(self) -> bool:
        item = self.bridge.state.items[self._args["item"]].item
        try:
            typed = to_minor(self._doubted, item.currency)
        except ValueError:
            return False
        return item.floor_price is not None and typed < item.floor_price

    def close_editor(self) -> None:
        self.done.emit()

    def _edited(self) -> None:
        self._doubted = ""

    def _enter(self) -> None:
        typed = unicodedata.normalize("NFKC", self.field.text()).strip()
        args = {**self._args, self._name: typed}
        if self._doubted == typed and typed:
            args["confirm"] = "yes"
        refusal = self.bridge.attempt(self._command, args)
        if refusal is None:
            self.close_editor()
            return
        retone(self.answer, "tone", "waiting")
        if refusal.code == "needs_confirm":
            self._doubted = typed
            set_text(self.answer, self._doubt())
        else:
            set_text(self.answer, refusal_text(refusal, self.bridge.state))
