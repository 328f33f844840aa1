"""The words of the item on air, edited while the host reads them: over the queue, never over what is on air.
The line at the mark stays where it is, and the host sees what has changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hostconsole.show.clocks import prompted_item
from hostconsole.show.commands.words import prompted
from hostconsole.show.errors import Refused
from hostconsole.show.own_pace import pace_of
from hostconsole.show.plan import Item
from hostconsole.show.reading import read_ms
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.keyboard import leave
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import link_name, minutes
from hostconsole.ui.texts import refusal_text


class ScriptField(QPlainTextEdit):
    """`entered` on Ctrl+Return, `left` on Esc; Return begins a line, and Ctrl+Z takes back what was typed."""

    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """The Qt virtual: claims its keys before they become shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Escape or (held and event.key() in _RETURN):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)


_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScriptEditor(Part):
    """Edits the script of the item the prompter shows when it was opened, whatever is on air later."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(bridge, name="panel", parent=parent)
        self._key, self._column = "", "script"
        self._refusal: Refused | None = None
        self._title = Elided("strong", bold=True)
        self.text = ScriptField()
        self.text.setTabChangesFocus(True)
        self.time = label("small", tone="faint")
        self.answer = Elided("small", tone="waiting", rows=2)
        self.keep, self.cancel = KeyButton(kind="take"), KeyButton()
        buttons = QHBoxLayout()
        buttons.addWidget(self.time, 1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.text, 1)
        column.addWidget(self.answer)
        column.addLayout(buttons)
        self.text.textChanged.connect(self._show_time)
        self.text.entered.connect(self.save)
        self.text.left.connect(lambda: leave(self))
        self.keep.clicked.connect(self.save)
        self.cancel.clicked.connect(lambda: leave(self))
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.keep.setText(translate("Script", "Show it"))
        self.keep.set_hint("Ctrl+Return")
        self.cancel.setText(translate("Script", "Leave it"))
        self.cancel.set_hint("Esc")
        self._show_title()
        self._show_time()
        self._answer_with(self._refusal)

    def open(self) -> None:
        """With the words that the prompter shows now; asked for again, it leaves."""
        if self.isVisible():
            leave(self)
            return
        try:
            item = prompted(self.bridge.state)
        except Refused as refusal:
            self.bridge.refused.emit("item.edit", refusal)
            return
        self._key, self._column = item.id, _column(item)
        self._show_title()
        self._answer_with(None)
        self.text.setPlainText(item.script_en if self._column == "script_en" else item.script)
        self.show()
        self.raise_()
        self.text.setFocus()

    def place(self, room: QRect) -> None:
        """Where the queue stands."""
        self.setGeometry(room)
        self.raise_()

    def save(self) -> None:
        """Puts the words on the host's screen; what was not changed changes nothing."""
        state, words = self.bridge.state, self.text.toPlainText()
        if self._key not in state.items:
            leave(self)
            return
        item = prompted_item(state, self._key)
        if words == (item.script_en if self._column == "script_en" else item.script):
            leave(self)
            return
        refusal = self.bridge.attempt("item.edit", {"item": self._key, "field": self._column, "value": words})
        if refusal is None:
            leave(self)
        else:
            self._answer_with(refusal)

    def _show_title(self) -> None:
        state = self.bridge.state
        if self._key in state.items:
            item = link_name(prompted_item(state, self._key))
            set_text(self._title, translate("Script", "Script · {item}").format(item=item))

    def _answer_with(self, refusal: Refused | None) -> None:
        self._refusal = refusal
        set_text(self.answer, "" if refusal is None else refusal_text(refusal, self.bridge.state))

    def _show_time(self) -> None:
        pace = pace_of(self.bridge.state)
        time = minutes(read_ms(self.text.toPlainText(), pace=pace))
        set_text(self.time, translate("Script", "{time} to read").format(time=time))


def _column(item: Item) -> str:
    """The column whose words are read."""
    english = item.lang.lower().startswith("en")
    first, second = ("script_en", "script") if english else ("script", "script_en")
    return first if getattr(item, first) or not getattr(item, second) else second
