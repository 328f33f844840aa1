"""Learning a clicker or a pedal: press its button, see what arrives, choose what it is for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.keys.clicker import ACTS, Button, Where, freed, learned, meanings, taught
from hostconsole.keys.table import KeyRefused, KeyTable
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.choices import Choice, DropDown
from hostconsole.ui.host_keys import wheel_name
from hostconsole.ui.keys_panel import place_text
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.texts import command_text, refusal_text

_WHERE: tuple[Where, ...] = ("host", "global")
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class Ear(KeyButton):
    """Clicked, it hears every key that comes, Esc and Tab too, and the wheel over it, until it is clicked
    again or loses the focus. `heard(key)` as PortableText; `listening(bool)`."""

    heard = Signal(str)
    listening = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.hears = False
        self.clicked.connect(lambda: self.listen(not self.hears))

    def listen(self, on: bool) -> None:
        if on == self.hears:
            return
        self.hears = on
        if on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.listening.emit(on)

    def event(self, event: QEvent) -> bool:
        """The Qt virtual: while it hears, no key is a shortcut, and none leaves the button."""
        if self.hears and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self._hear(event)
            event.accept()
            return True
        if self.hears and isinstance(event, QWheelEvent):
            turned = event.angleDelta().y() or event.angleDelta().x()
            if turned:
                self.heard.emit(wheel_name(turned > 0, event.modifiers()))
            event.accept()
            return True
        if self.hears and event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.listen(False)
        return super().event(event)

    def _hear(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or Qt.Key(event.key()) in _MODIFIERS:
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        name = QKeySequence(event.key() | held.value)
        self.heard.emit(name.toString(QKeySequence.SequenceFormat.PortableText))


class ClickerPanel(Part):
    """`keys_changed(KeyTable)` when a button was learned; `listening(bool)` as long as no key may act."""

    keys_changed = Signal(object)
    listening = Signal(bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._table = KeyTable.build()
        self.button = Button()
        self._title = label("strong", bold=True)
        self.ear = Ear()
        self.said = label(tone="waiting")
        self.said.setWordWrap(True)
        self.acts = DropDown()
        self.where = Choice(_WHERE)
        self.use, self.take_over = KeyButton(kind="take"), KeyButton()
        self._known = QWidget()
        self._lay_out()
        self.ear.heard.connect(self._hear)
        self.ear.listening.connect(self._listens)
        self.use.clicked.connect(lambda: self._teach(self._table))
        self.take_over.clicked.connect(lambda: self._teach(freed(self._table, self.button.keys)))
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.ear)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self.acts, 1)
        choice.addWidget(self.use)
        choice.addWidget(self.take_over)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self.said)
        self._column.addLayout(choice)
        self._column.addWidget(self.where)
        self._column.addWidget(self._known)
        self._column.addStretch(1)

    # -- what it shows ----------------------------------------------------------------------------

    def show_keys(self, table: KeyTable) -> None:
        self._table = table
        self._list()

    def retranslate(self) -> None:
        self._title.setText(translate("Clicker", "Clicker or pedal"))
        self.use.setText(translate("Clicker", "Use it so"))
        self.take_over.setText(translate("Clicker", "Take it from there"))
        chosen = max(0, self.acts.currentIndex())
        self.acts.clear()
        for act in ACTS:
            self.acts.addItem(clicker_act(act), act)
        self.acts.setCurrentIndex(chosen)
        places = (place_text("host"), place_text("global"))
        self.where.name(places, about=translate("Clicker", "Where it works"))
        self.where.setToolTip(
            translate(
                "Clicker", "In any window: it works with another window in front, which does not get it"
            )
        )
        self._show()
        self._list()

    def _show(self) -> None:
        """The step of learning that it stands at."""
        known = self.button.stage == "known"
        words = translate("Clicker", "Stop") if self.ear.hears else translate("Clicker", "Learn a button …")
        self.ear.setText(words)
        set_text(self.said, self._step())
        self.said.setVisible(bool(self.said.text()))
        for part in (self.acts, self.where, self.use):
            part.setVisible(known)
        self.take_over.hide()

    def _step(self) -> str:
        keys = translate("Clicker", " and ").join(self.button.keys)
        if self.button.stage == "again":
            template = translate(
                "Clicker", "{keys} arrived. Press the same button once more: some send two keys in turns."
            )
            return template.format(keys=keys)
        if self.button.stage == "known":
            if len(self.button.keys) > 1:
                return translate("Clicker", "One button that sends {keys} in turns.").format(keys=keys)
            return translate("Clicker", "{keys} arrived.").format(keys=keys)
        return translate("Clicker", "Press the button now, or turn the wheel here.") if self.ear.hears else ""

    def _list(self) -> None:
        """Each act that has keys in the host's window or anywhere, with them."""
        acts: dict[str, list[str]] = {}
        for key, act in meanings(self._table.bindings).items():
            acts.setdefault(act, []).append(key)
        everywhere = translate("Clicker", "{key} (any window)")
        for binding in self._table.bindings:
            if learned(binding) and binding.context == "global":
                acts.setdefault(binding.command, []).extend(
                    everywhere.format(key=key) for key in binding.keys
                )
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        for number, act in enumerate(act for act in ACTS if act in acts):
            row, side = divmod(number, 2)
            grid.addWidget(label("small", tone="next", text="  ".join(acts[act])), row, 2 * side)
            grid.addWidget(label("small", tone="soft", text=clicker_act(act)), row, 2 * side + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._column.replaceWidget(self._known, fresh)
        self._known.hide()
        self._known.deleteLater()
        self._known = fresh

    # -- what a person does -----------------------------------------------------------------------

    def _listens(self, on: bool) -> None:
        if on or self.button.stage == "again":
            self.button = Button()
        self.listening.emit(on)
        self._show()

    def _hear(self, key: str) -> None:
        try:
            self.button = self.button.heard(key)
        except KeyRefused as refusal:
            self._show()
            self._answer(refusal_text(refusal, State()))
            return
        if self.button.stage == "known":
            self.ear.listen(False)
            self._show_known(self.button.keys[0])
        self._show()

    def _show_known(self, key: str) -> None:
        """What the key is for now, and where."""
        everywhere = next(
            (b for b in self._table.bindings if learned(b) and b.context == "global" and key in b.keys), None
        )
        usual = meanings(self._table.bindings).get(key, ACTS[0])
        act = everywhere.command if everywhere is not None else usual
        self.acts.setCurrentIndex(max(0, self.acts.findData(act)))
        self.where.show_value("global" if everywhere is not None else "host")

    def _teach(self, table: KeyTable) -> None:
        act = str(self.acts.currentData())
        where: Where = "global" if self.where.value() == "global" else "host"
        try:
            changed = taught(table, act, self.button.keys, where=where)
        except KeyRefused as refusal:
            self._answer(refusal_text(refusal, State()))
            mine = any(key in b.keys for b in table.bindings if learned(b) for key in self.button.keys)
            self.take_over.setVisible(refusal.code == "clash" and mine)
            return
        keys = translate("Clicker", " and ").join(self.button.keys)
        done = translate("Clicker", "{keys}: {act}").format(keys=keys, act=clicker_act(act))
        self.button = Button()
        self.show_keys(changed)
        self.keys_changed.emit(changed)
        self._show()
        self._answer(done)

    def _answer(self, words: str) -> None:
        set_text(self.said, words)
        self.said.show()


def clicker_act(act: str) -> str:
    """What a button does, as its holder sees it."""
    return {
        "prompter.line_forward": translate("Clicker", "Next point, or a line on"),
        "prompter.line_back": translate("Clicker", "Point back, or a line back"),
    }.get(act) or command_text(act)
