"""The smaller windows: strip, quick bar, key rehearsal; and the console with something over it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hostconsole.keys.focus import NoFocusKeeper
from hostconsole.keys.rehearsal import ObsUse, Rehearsal
from hostconsole.keys.system import Unbound
from hostconsole.keys.table import KeyTable
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow
from hostconsole.ui.hints import Hints
from hostconsole.ui.key_rehearsal import KeyRehearsal
from hostconsole.ui.part import key_name
from hostconsole.ui.quick_bar import QuickBar
from hostconsole.ui.step_texts import act_key
from hostconsole.ui.strip import Strip
from hostconsole.ui.theme import colour
from tests.shots.evening import Evening

_TYPED = "=79.9"


def strip_and_bar(evening: Evening) -> QWidget:
    """What stands over another program: the strip, and the quick bar with a price typed into it."""
    bridge, table = Bridge(show=evening.show, rules=evening.rules), KeyTable.build()
    strip = Strip(
        bridge, remember=lambda _n, _v: None, recall=lambda _n: None, key_of=lambda act: act_key(table, act)
    )
    strip.open()
    bar = QuickBar(bridge, focus=NoFocusKeeper())
    bar.open()
    bar.line.setText(_TYPED)
    pictures = [strip.grab(), bar.grab()]
    for window in (strip, bar):
        window.hide()
    return _Stack(pictures)


class _Stack(QWidget):
    """Pictures below each other, on a plain ground."""

    def __init__(self, pictures: list[QPixmap]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(20)
        for picture in pictures:
            shown = QLabel()
            shown.setPixmap(picture)
            column.addWidget(shown)

    def paintEvent(self, event: object) -> None:
        QPainter(self).fillRect(self.rect(), colour("raised"))


def rehearsal(_evening: Evening) -> QWidget:
    """Some keys have arrived, one is taken by another program, one OBS has too."""
    found = Rehearsal.begin(KeyTable.build())
    found = found.told((Unbound(key="Ctrl+Alt+J", code="taken", reason=""),))
    found = found.clashing({"Ctrl+Alt+PgUp": ObsUse(action="OBSBasic.SelectScene", owner="03_特写")})
    for key in ("Pause", "Ctrl+Alt+Return", "Ctrl+Alt+U", "Ctrl+Alt+G"):
        found = found.heard(key, ours_in_front=False)
    window = KeyRehearsal()
    window.show_rehearsal(found)
    return window


def hint(window: ConsoleWindow) -> None:
    """The first hint of somebody who tries the sample."""
    live = window.live
    buttons = live.on_air.air_actions.buttons
    Hints(
        live,
        window.bridge,
        anchors={"take": live.next.take, "back": buttons["show.back"], "link": buttons["link.up"]},
        key_of=lambda act: key_name(window.keys, act),
        seen=lambda: None,
    )
