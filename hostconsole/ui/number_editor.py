"""A number typed in place: price or stock. What is doubtful wants a second Enter, here, without a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from hostconsole.show.money import to_minor
from hostconsole.show.plan import Item
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.labels import Elided, KeyButton, retone, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import link_name, price
from hostconsole.ui.texts import refusal_text

_WIDEST_NAME = 150


class NumberEditor(Part):
    """`start(command, name, args, now)` opens it for the item in the args; `done`: it closes."""

    done = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._command, self._name, self._args = "", "", dict[str, str]()
        self._open, self._was, self._doubted = False, "", ""
        self._said: Callable[[], str] = self._note
        self.caption = Elided("body", bold=True)
        # As wide as its words, but a long title leaves the answer its room (see `rescale`).
        self.caption.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
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
        if self._open:
            set_text(self.caption, self._what())
            set_text(self.answer, self._said())

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.caption.setMaximumWidth(round(_WIDEST_NAME * scale))

    def start(self, command: str, name: str, args: dict[str, str], *, now: str) -> None:
        """`name` is the command's argument the typed text becomes; the args hold the item."""
        self._command, self._name, self._args = command, name, args
        self._open, self._was, self._doubted = True, now, ""
        set_text(self.caption, self._what())
        self._answer(self._note, "faint")
        self.field.setText(now)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_past(self, state: State) -> bool:
        """Whether it stands open over something else than the item it was opened for."""
        on_air = state.on_air if state.running else None
        return self._open and (on_air is None or on_air.item.id != self._args["item"])

    def drop(self) -> None:
        """Closes, and says so if something had been typed: nobody shall believe that it was set."""
        typed = self.field.text().strip()
        if typed != self._was:
            words = translate("Console", "Not set, as it is no longer on air: {what} {typed}")
            self.bridge.dropped.emit(words.format(what=self._what(), typed=typed))
        self.close_editor()

    def _item(self) -> Item:
        return self.bridge.state.items[self._args["item"]].item

    def _what(self) -> str:
        if self._command == "price.set":
            return translate("Console", "Price · {item}").format(item=link_name(self._item()))
        return translate("Console", "Stock is · {item}").format(item=link_name(self._item()))

    def _note(self) -> str:
        """What to measure the number by."""
        if self._command == "price.set":
            item = self._item()
            return translate("Console", "Planned {planned} · floor {floor}").format(
                planned=price(item.price, item.currency), floor=price(item.floor_price, item.currency)
            )
        return translate("Console", "As counted now; it keeps your name and the time")

    def _answer(self, said: Callable[[], str], tone: str) -> None:
        """What is answered can be said again in another language."""
        self._said = said
        set_text(self.answer, said())
        retone(self.answer, "tone", tone)

    def _doubt(self, typed: str) -> str:
        if self._command == "price.set":
            floor = self._is_under_floor(typed)
            return (
                translate("Console", "Under the floor. Enter again sets it.")
                if floor
                else translate("Console", "Far from the plan. Enter again sets it.")
            )
        return translate("Console", "Far more than there ever was. Enter again sets it.")

    def _is_under_floor(self, typed: str) -> bool:
        item = self._item()
        try:
            asked = to_minor(typed, item.currency)
        except ValueError:
            return False
        return item.floor_price is not None and asked < item.floor_price

    def close_editor(self) -> None:
        self._open = False
        self.done.emit()

    def _edited(self) -> None:
        self._doubted = ""

    def _enter(self) -> None:
        if not self._open:
            return  # a key that was already on its way when it closed
        typed = unicodedata.normalize("NFKC", self.field.text()).strip()
        args = {**self._args, self._name: typed}
        if self._doubted == typed and typed:
            args["confirm"] = "yes"
        refusal = self.bridge.attempt(self._command, args)
        if refusal is None:
            self.close_editor()
            return
        if refusal.code == "needs_confirm":
            self._doubted = typed
            self._answer(lambda: self._doubt(typed), "waiting")
        else:
            self._answer(lambda: refusal_text(refusal, self.bridge.state), "waiting")
