"""Where OBS is: on this PC, on another one, or nowhere; each with what it needs to be reached."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.obs_words import THIS_PC, USUAL, ObsPlace
from hostconsole.ui.part import Part

OFF = "off"
_NAMES = {
    "here": QT_TRANSLATE_NOOP("Obs", "On this PC"),
    "there": QT_TRANSLATE_NOOP("Obs", "On another PC"),
    "nowhere": QT_TRANSLATE_NOOP("Obs", "No OBS"),
}


class ObsWhere(Part):
    """`chosen(address, password)`: what a person wants; the password is "" where none was typed."""

    chosen = Signal(str, str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._address = ""
        self.place = ObsPlace()
        self._title = label("strong", bold=True)
        self.kinds = {kind: KeyButton(kind="room") for kind in _NAMES}
        self._deck = QStackedWidget()
        self.words = {kind: label("body", tone="soft") for kind in _NAMES}
        self.read, self.leave = KeyButton(kind="take"), KeyButton(kind="take")
        self.address, self.password = EditorField(), EditorField()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.connect_ = KeyButton(kind="take")
        self._lay_out()
        self.read.clicked.connect(lambda: self.chosen.emit(THIS_PC, ""))
        self.leave.clicked.connect(lambda: self.chosen.emit(OFF, ""))
        self.connect_.clicked.connect(self._choose)
        for field in (self.address, self.password):
            field.entered.connect(self._choose)
        self.retranslate()

    def _lay_out(self) -> None:
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _on=False, shown=kind: self._turn_to(shown))
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.address, 3)
        fields.addWidget(self.password, 2)
        fields.addWidget(self.connect_)
        for kind, act in (("here", self.read), ("there", fields), ("nowhere", self.leave)):
            self._deck.addWidget(_page(self.words[kind], act))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(one_of(self.kinds.values()))
        column.addWidget(self._deck)

    def _turn_to(self, kind: str) -> None:
        self.kinds[kind].setChecked(True)
        self._deck.setCurrentIndex(list(_NAMES).index(kind))

    def _choose(self) -> None:
        if self.address.text().strip():
            self.chosen.emit(self.address.text().strip(), self.password.text())
            self.password.clear()

    def show_address(self, address: str) -> None:
        """The address that is set."""
        self._address = address.strip()
        kind = {THIS_PC: "here", OFF: "nowhere", "simulated": "here"}.get(self._address.lower(), "there")
        if kind == "there":
            self.address.setText(self._address)
        if self._is_usual() and self.place.found:
            kind = "here"  # the usual address is this PC's: it may as well be read from OBS
        self._turn_to(kind)
        self._tell()

    def _is_usual(self) -> bool:
        return self._address in USUAL

    def show_place(self, place: ObsPlace) -> None:
        """What is known of the OBS on this PC."""
        known, self.place = self.place, place
        if place.found and not known.found and self._is_usual():
            self._turn_to("here")
        self._tell()

    def retranslate(self) -> None:
        self._title.setText(translate("Obs", "Where is your OBS?"))
        for kind, source in _NAMES.items():
            self.kinds[kind].setText(translate("Obs", source))
        self.read.setText(translate("Obs", "Yes, read them and connect"))
        self.leave.setText(translate("Obs", "Work without OBS"))
        self.connect_.setText(translate("Obs", "Connect"))
        self.address.setPlaceholderText("ws://192.168.1.20:4455")
        self.password.setPlaceholderText(translate("Obs", "Password"))
        self._tell()

    def _tell(self) -> None:
        reads = self._address == THIS_PC
        self.read.setVisible(self.place.found and not reads)
        self.leave.setVisible(self._address != OFF)
        set_text(self.words["here"], self._of_here(reads=reads))
        set_text(
            self.words["there"],
            translate(
                "Obs",
                "Both stand in that OBS: Tools, WebSocket Server Settings, Show Connect Info. "
                "The password goes into the system's keyring.",
            ),
        )
        set_text(
            self.words["nowhere"], translate("Obs", "Nothing is asked of OBS. The show runs without it.")
        )

    def _of_here(self, *, reads: bool) -> str:
        if not self.place.found:
            return translate(
                "Obs", "No OBS is set up on this PC. Once it has been started here, it is found by itself."
            )
        if reads:
            return translate(
                "Obs", "Port and password are read from OBS's own settings at each connect, and kept nowhere."
            )
        return translate(
            "Obs",
            "OBS is on this PC. May its port and password be read from its own settings? They are read at "
            "each connect, and kept nowhere.",
        )


def one_of(buttons: Iterable[KeyButton]) -> QFrame:
    """A row of buttons of which one is pressed."""
    frame = QFrame()
    frame.setObjectName("rooms")
    line = QHBoxLayout(frame)
    line.setContentsMargins(3, 3, 3, 3)
    line.setSpacing(3)
    for button in buttons:
        button.setCheckable(True)
        button.setAutoExclusive(True)
        line.addWidget(button, 1)
    return frame


def _page(words: QWidget, act: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    words.setProperty("wordWrap", True)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(words)
    if isinstance(act, QHBoxLayout):
        column.addLayout(act)
    else:
        line = QHBoxLayout()
        line.addWidget(act)
        line.addStretch(1)
        column.addLayout(line)
    column.addStretch(1)
    return page
