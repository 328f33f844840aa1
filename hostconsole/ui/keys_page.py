"""The settings page of the keys: press to rebind; a clash or a forbidden key is refused with its reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hostconsole.keys.table import PRESETS, Binding, KeyRefused, KeyTable
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.keys_panel import place_text
from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.language import translate
from hostconsole.ui.prepare_pages import PreparePage
from hostconsole.ui.texts import act_text, refusal_text

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyCatcher(QPushButton):
    """Shows an act's keys; clicked, it waits for the next key pressed. Esc leaves, Backspace clears."""

    caught = Signal(str)
    listening = Signal(bool)

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._keys = keys
        self._waiting = False
        self.clicked.connect(self._wait)
        self._show()

    def _wait(self) -> None:
        self._waiting = True
        self.listening.emit(True)
        self.setText(translate("Keys", "Press a key … (Backspace: none)"))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self._waiting = False
        self.listening.emit(False)
        self._show()

    def _show(self) -> None:
        self.setText("   ".join(self._keys) or translate("Keys", "none"))

    def event(self, event: QEvent) -> bool:
        """While it waits every key is its own, Tab and shortcuts too."""
        if self._waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        if self._waiting and event.type() == QEvent.Type.FocusOut:
            self._rest()
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS or event.isAutoRepeat():
            return
        self._rest()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key == Qt.Key.Key_Escape and "Esc" not in self._keys:
            return
        if plain and key == Qt.Key.Key_Backspace:
            self.caught.emit("")
            return
        text = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        self.caught.emit(text)


class KeysPage(PreparePage):
    """`changed(KeyTable)` after each accepted change; `done`: back to the plan."""

    changed = Signal(object)
    listening = Signal(bool)
    """A key is waited for: no key may act meanwhile, wherever it is bound."""
    rehearsal_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self._table: KeyTable | None = None
        self._title = label("title", bold=True)
        self.answer = label("body", tone="waiting")
        self.presets = {name: KeyButton(kind="room") for name in PRESETS}
        self.rehearse = KeyButton()
        self._close = KeyButton(kind="take")
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addSpacing(16)
        top.addWidget(self.answer, 1)
        for name, button in self.presets.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, preset=name: self._use(KeyTable.build(preset)))
            top.addWidget(button)
        top.addWidget(self.rehearse)
        top.addWidget(self._close)
        self.rehearse.clicked.connect(self.rehearsal_asked)
        self._close.clicked.connect(self.done)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.catchers: dict[tuple[str, str], KeyCatcher] = {}
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(translate("Keys", "Keys"))
        names = {
            "laptop": translate("Keys", "Preset: laptop"),
            "altgr": translate("Keys", "Preset: AltGr layouts"),
        }
        for name, button in self.presets.items():
            button.setText(names[name])
        self.rehearse.setText(translate("Keys", "Rehearse the keys"))
        self._close.setText(translate("Keys", "Done"))
        if self._table is not None:
            self.show_keys(self._table)

    def show_keys(self, table: KeyTable) -> None:
        self._table = table
        for name, button in self.presets.items():
            button.setChecked(name == table.preset)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        self.catchers.clear()
        for number, binding in enumerate(table.bindings):
            catcher = KeyCatcher(binding.keys)
            catcher.listening.connect(self.listening)
            catcher.caught.connect(lambda key, act=binding: self._rebind(act, key))
            self.catchers[binding.id, binding.context] = catcher
            grid.addWidget(label(text=act_text(binding.command, dict(binding.args))), number, 0)
            grid.addWidget(label("small", tone="faint", text=place_text(binding.context)), number, 1)
            grid.addWidget(catcher, number, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 2)
        self._area.setWidget(inside)

    def _rebind(self, binding: Binding, key: str) -> None:
        """The key pressed becomes the act's first; its other keys (pads, pedals) stay."""
        if self._table is None:
            return
        keys = (key, *(k for k in binding.keys[1:] if k != key)) if key else ()
        try:
            table = self._table.rebind(binding.command, binding.args, keys, context=binding.context)
        except KeyRefused as refusal:
            self.answer.setText(refusal_text(refusal, State()))
            return
        self._use(table)

    def _use(self, table: KeyTable) -> None:
        self.answer.setText("")
        self.show_keys(table)
        self.changed.emit(table)
