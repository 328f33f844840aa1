"""The settings page of the host's screen: where it is, how it stands to the host, how it looks. What is
changed is on the host's screen at once, and in the picture beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QHideEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hostconsole.show.own_pace import own_pace
from hostconsole.show.reading import words_a_minute
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.choices import Choice, DropDown, Stepper
from hostconsole.ui.clicker_panel import ClickerPanel
from hostconsole.ui.host_look import HostLook, HostWishes
from hostconsole.ui.host_preview import LookPreview
from hostconsole.ui.host_screens import WINDOW
from hostconsole.ui.host_theme import PALETTES
from hostconsole.ui.labels import KeyButton, label, rule, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.prepare_pages import PreparePage

_OFF_ON = ("off", "on")
_LOST = "lost"
_MIRRORS = ("plain", "across", "down", "both")


class HostPage(PreparePage):
    """`changed(HostWishes)` after each change; `screen_chosen(name)` as `HostScreens.choose` takes it;
    `shown(bool)` and `tested(bool)` ask for the window and its test card."""

    changed = Signal(object)
    screen_chosen = Signal(str)
    shown = Signal(bool)
    tested = Signal(bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self.wishes = HostWishes()
        self._title = label("title", bold=True)
        self._close = KeyButton(kind="take")
        self.screens = DropDown()
        self.present, self.test = KeyButton(), KeyButton()
        self.test.setCheckable(True)
        self.mirror = Choice(_MIRRORS)
        self.distance = Stepper(least=0.4, most=8.0, step=0.1, write=lambda metres: f"{metres:.1f} m")
        self.type_size = Stepper(least=0.6, most=2.0, step=0.1, write=lambda share: f"{share:.0%}")
        self.margin = Stepper(least=0.0, most=20.0, step=1.0, write=lambda percent: f"{percent:.0f} %")
        self.colours = Choice(tuple(PALETTES))
        self.fonts = DropDown()
        self.language = Choice(("zh", "en"))
        self.cues = Choice(_OFF_ON)
        self.pace = Stepper(least=60, most=600, step=10, write=_pace)
        self.own = KeyButton()
        self.preview = LookPreview(bridge)
        self.note = label("small", tone="faint")
        self.note.setWordWrap(True)
        self.clicker = ClickerPanel(bridge)
        self.parts = [self.preview, self.clicker]
        self._rows: list[tuple[Any, Any]] = []
        self._stands = ""
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- what it is made of -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._close)
        form = QWidget()
        self._grid = QGridLayout(form)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        for field in (
            self._line(self.screens, self.present),
            self.mirror,
            self._line(self.distance, self.test),
            self.type_size,
            self.margin,
            self.colours,
            self._line(self.fonts),
            self.language,
            self._line(self.pace, self.own),
            self.cues,
        ):
            about = label(tone="soft")
            self._grid.addWidget(about, len(self._rows), 0)
            self._grid.addWidget(field, len(self._rows), 1)
            self._rows.append((about, field))
        self._grid.addWidget(self.note, len(self._rows), 0, 1, 2)
        self._grid.setRowStretch(len(self._rows) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(area, 10)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.preview)
        side.addWidget(rule())
        side.addWidget(self.clicker, 1)
        columns.addLayout(side, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 14, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(columns, 1)

    def _line(self, *parts: QWidget) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in parts:
            line.addWidget(part, 1 if isinstance(part, DropDown) else 0)
        if not isinstance(parts[0], DropDown):
            line.addStretch(1)
        return row

    def _connect(self) -> None:
        self._close.clicked.connect(self.done)
        self.screens.activated.connect(lambda n: self.screen_chosen.emit(str(self.screens.itemData(n))))
        self.present.clicked.connect(lambda: self.shown.emit(not self._stands))
        self.test.clicked.connect(self._ask_test)
        self.mirror.chosen.connect(self._mirror)
        self.distance.changed.connect(lambda metres: self._look(distance_m=metres))
        self.type_size.changed.connect(lambda share: self._look(font_scale=share))
        self.margin.changed.connect(lambda percent: self._look(margin_percent=percent))
        self.colours.chosen.connect(lambda name: self._look(colours=name))
        self.fonts.activated.connect(lambda n: self._look(font=str(self.fonts.itemData(n))))
        self.language.chosen.connect(lambda code: self._wish(language=code))
        self.pace.changed.connect(lambda pace: self._wish(pace=round(pace)))
        self.own.clicked.connect(self._use_own_pace)
        self.cues.chosen.connect(lambda on: self._wish(auto_cues=on == "on"))

    # -- what it shows ----------------------------------------------------------------------------

    def show_wishes(self, wishes: HostWishes) -> None:
        """How the host's screen is now."""
        self.wishes = wishes
        look = wishes.look
        mirror = {(False, False): "plain", (True, False): "across", (False, True): "down"}
        self.mirror.show_value(mirror.get(look.mirror, "both"))
        self.distance.show_value(look.distance_m)
        self.type_size.show_value(look.font_scale)
        self.margin.show_value(look.margin_percent)
        self.colours.show_value(look.colours)
        self.language.show_value(wishes.language)
        self.cues.show_value(_OFF_ON[wishes.auto_cues])
        self.pace.show_value(wishes.pace)
        self._name_fonts()
        self.preview.show_look(wishes)

    def show_screens(self, choices: Sequence[tuple[str, str]], *, stands: str, lost: bool = False) -> None:
        """The displays there are, where the host's window is (`HostScreens.stands`), and whether its display
        is unplugged."""
        self._stands = stands
        self.screens.clear()
        for name, words in choices:
            self.screens.addItem(words, name)
        self.screens.addItem(translate("HostPage", "A window"), WINDOW)
        if lost:
            self.screens.addItem(translate("HostPage", "Its display is unplugged: it waits"), _LOST)
        self.screens.setCurrentIndex(self.screens.findData(_LOST if lost else stands or WINDOW))
        self.screens.setEnabled(bool(choices) or lost)
        hide, show = translate("HostPage", "Hide it"), translate("HostPage", "Show it")
        self.present.setText(hide if stands else show)
        self.note.setVisible(not choices)

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        own = own_pace(state)
        self.own.setVisible(own is not None)
        if own is not None:
            self.own.setText(translate("HostPage", "Own pace in rehearsal: {pace}").format(pace=_pace(own)))
        free = state.on_air is None
        self.test.setEnabled(free)
        self.test.setToolTip("" if free else translate("HostPage", "Not while something is on air"))
        if not free and self.test.isChecked():
            self.test.setChecked(False)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("HostPage", "Host's screen"))
        self._close.setText(translate("HostPage", "Done"))
        self.test.setText(translate("HostPage", "Test card"))
        names = (
            translate("HostPage", "Where"),
            translate("HostPage", "Mirrored"),
            translate("HostPage", "Distance"),
            translate("HostPage", "Text size"),
            translate("HostPage", "Margins"),
            translate("HostPage", "Colours"),
            translate("HostPage", "Font"),
            translate("HostPage", "Language"),
            translate("HostPage", "Characters · words a minute"),
            translate("HostPage", "Automatic cues"),
        )
        for (about, _field), name in zip(self._rows, names, strict=True):
            set_text(about, name)
        self.mirror.name(
            (
                translate("HostPage", "No"),
                translate("HostPage", "Sideways"),
                translate("HostPage", "Upside down"),
                translate("HostPage", "Both"),
            ),
            about=names[1],
        )
        steppers = (self.distance, self.type_size, self.margin, self.pace)
        for stepper, name in zip(steppers, (*names[2:5], names[8]), strict=True):
            stepper.name(name)
        self.colours.name(
            (
                translate("HostPage", "Dark"),
                translate("HostPage", "High contrast"),
                translate("HostPage", "Light"),
            ),
            about=names[5],
        )
        self.language.name(("简体中文", "English"), about=names[7])
        self.cues.name((translate("HostPage", "Off"), translate("HostPage", "On")), about=names[9])
        self.cues.setToolTip(
            translate("HostPage", "Low, sold out, one minute left, over: at most one a minute")
        )
        self.note.setText(
            translate("HostPage", "Plug in a second display, and the host's screen fills it by itself.")
        )
        self._name_fonts()

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        for stepper in (self.distance, self.type_size, self.margin, self.pace):
            stepper.rescale(scale)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.test.isChecked():
            self.test.setChecked(False)
            self.tested.emit(False)

    def _name_fonts(self) -> None:
        chosen = self.wishes.look.font
        self.fonts.clear()
        self.fonts.addItem(translate("HostPage", "Usual"), "")
        for family in sorted({*_readable_fonts(), *filter(None, (chosen,))}):
            self.fonts.addItem(family, family)
        self.fonts.setCurrentIndex(max(0, self.fonts.findData(chosen)))

    # -- what a person does -----------------------------------------------------------------------

    def _ask_test(self) -> None:
        self.tested.emit(self.test.isChecked())

    def _use_own_pace(self) -> None:
        own = own_pace(self.bridge.state)
        if own is not None:
            self.pace.show_value(own)
            self._wish(pace=own)

    def _mirror(self, way: str) -> None:
        self._look(mirror_horizontally=way in ("across", "both"), mirror_vertically=way in ("down", "both"))

    def _look(self, **changes: Any) -> None:
        look: HostLook = replace(self.wishes.look, **changes)
        self._wish(look=look)

    def _wish(self, **changes: Any) -> None:
        self.wishes = replace(self.wishes, **changes)
        self.preview.show_look(self.wishes)
        self.changed.emit(self.wishes)


def _readable_fonts() -> list[str]:
    """Families that write Chinese: the host's screen must have every sign of a sheet."""
    found = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return [name for name in found if not QFontDatabase.isPrivateFamily(name)]


def _pace(pace: float) -> str:
    """In characters and in English words: a script may be of either."""
    return f"{pace:.0f} · {words_a_minute(round(pace))}"
