"""The host's window (主播屏): a surface that fills it, its keys, and its place among the displays."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from hostconsole.keys.table import Binding
from hostconsole.show.rules import Rules
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_help import HostHelp
from hostconsole.ui.host_keys import HERE, NOTHING, HostKeys
from hostconsole.ui.host_screens import HostScreens
from hostconsole.ui.host_surface import HostLook, HostSurface
from hostconsole.ui.host_test_card import TestCard
from hostconsole.ui.host_texts import say
from hostconsole.ui.prompter_text import one_line

_NOTCH = 120
"""Qt's angle of one notch of a wheel, in eighths of a degree."""
_MOST_NOTCHES = 5
_TURN_MS = 400
"""Notches that follow each other within this are one turn: it does once what is to happen once."""

_LINES = ("prompter.line_forward", "prompter.line_back")


class HostWindow(QWidget):
    """The host's screen. `open()` puts it on the second display, or into a window if there is none.

    `rules` hold the host's language and pace; `remember(name, value)` and `recall(name)` keep what is to
    survive a restart; `tell(shown, why)` hears whether the host can see the screen, `why` is plain English.
    `bindings` is the key table's; None: the default keys.
    """

    def __init__(
        self,
        bridge: Bridge,
        *,
        rules: Rules,
        remember: Callable[[str, str], None],
        recall: Callable[[str], str | None],
        tell: Callable[[bool, str], None],
        look: HostLook | None = None,
        bindings: Iterable[Binding] | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("hostWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(QSize(320, 240))
        self._bridge, self._rules = bridge, rules
        self._keys = HostKeys(bindings)
        self.surface = HostSurface(bridge, rules=rules, look=look or HostLook(), parent=self)
        self.look = look or HostLook()
        self._test: TestCard | None = None
        self.help = HostHelp(
            self,
            look=self.look,
            language=rules.host_language,
            card=lambda: self.surface.card.layout != "scroll",
        )
        if bindings is not None:
            self.help.set_keys(bindings)
        self.screens = HostScreens(self, remember=remember, recall=recall, tell=tell)
        self._leaving = False
        self._wheeled, self._turned_ms = 0, -_TURN_MS
        bridge.changed.connect(self._name)
        self._name()

    def open(self) -> None:
        """Shows it on its display, without taking the focus from any window."""
        self.screens.open()

    def leave(self) -> None:
        """The program ends: closes without telling that the host lost the screen."""
        self._leaving = True
        self.close()

    def set_rules(self, rules: Rules) -> None:
        """New settings: the host's language changes at once."""
        self._rules = rules
        self.surface.set_rules(rules)
        self._name()
        self.help.set_look(self.look, rules.host_language)
        if self._test is not None:
            self._test.set_look(self.look, rules.host_language)

    def set_look(self, look: HostLook) -> None:
        """New distance, mirroring, sizes or colours."""
        self.look = look
        self.surface.set_look(look)
        self.help.set_look(look, self._rules.host_language)
        if self._test is not None:
            self._test.set_look(look, self._rules.host_language)

    def picture(self, width: int) -> QPixmap:
        """What is painted now, `width` pixels wide, and not mirrored: for others than the host."""
        whole = self.surface.size()
        if whole.isEmpty() or width < 1:
            return QPixmap()
        height = max(1, round(width * whole.height() / whole.width()))
        # Painted coarsely at twice the size, then made smooth: a whole screen would take too long.
        rough = QImage(2 * width, 2 * height, QImage.Format.Format_RGB32)
        rough.setDevicePixelRatio(rough.width() / whole.width())
        self.surface.render(rough)
        rough.setDevicePixelRatio(1.0)
        smooth = Qt.TransformationMode.SmoothTransformation
        small = rough.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return QPixmap.fromImage(small.transformed(self.look.turn(width, height)))

    @property
    def testing(self) -> bool:
        """The card for the distance is shown."""
        return self._test is not None and self._test.isVisible()

    def show_test(self, on: bool) -> None:
        """The card for the distance, over everything; never while something is on air."""
        if self._test is None and on:
            self._test = TestCard(self, look=self.look, language=self._rules.host_language)
        if self._test is not None:
            self._test.setGeometry(self.rect())
            self._test.setVisible(on and self._bridge.state.on_air is None)
            self._test.raise_()

    def set_keys(self, bindings: Iterable[Binding]) -> None:
        """New keys from the key table."""
        known = tuple(bindings)
        self._keys = HostKeys(known)
        self.help.set_keys(known)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.help.toggle()
            return
        if self.help.isVisible():
            self.help.hide()
            if event.key() == Qt.Key.Key_Escape:
                return  # it closes what is open; a clicker's Esc comes when the card is seen
        act = self._keys.act(event)
        if act is None:
            super().keyPressEvent(event)
            return
        if not self._keys.once(event, act):
            self.do(act, repeated=event.isAutoRepeat())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch is a key of its own; a touchpad's small steps add up to one."""
        self._wheeled += event.angleDelta().y() or event.angleDelta().x()
        steps = int(self._wheeled / _NOTCH)
        self._wheeled -= steps * _NOTCH
        act = self._keys.wheel_act(steps > 0, event.modifiers()) if steps else None
        if act is not None:
            self._turn(act, notches=min(abs(steps), _MOST_NOTCHES), at_ms=event.timestamp())
        event.accept()

    def _turn(self, act: str, *, notches: int, at_ms: int) -> None:
        goes_on = 0 <= at_ms - self._turned_ms < _TURN_MS
        self._turned_ms = at_ms
        if act in _LINES and self.surface.card.layout == "card":
            return  # a wheel is turned too easily to say of a point that it was said
        if self._keys.repeats(act):
            for _notch in range(notches):
                self.do(act)
        elif not goes_on:
            self.do(act)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving:
            self.screens.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.surface.setGeometry(self.rect())
        self.help.setGeometry(self.rect())
        if self._test is not None:
            self._test.setGeometry(self.rect())

    def do(self, act: str, *, repeated: bool = False) -> None:
        """What a button of the host's is for, wherever it was pressed. `repeated`: it is held."""
        if act == NOTHING:
            return
        if act == HERE:
            self.surface.other_layout()
        elif act in ("host.page_forward", "host.page_back"):
            self._page(1 if act == "host.page_forward" else -1)
        elif act == "host.space":
            self._bridge.run("desk.host_step")
        elif act in _LINES and self.surface.card.layout == "card":
            # On a card a step is a point: forward ticks the next one, back takes the last tick away.
            if not repeated:
                self._tick(forward=act == "prompter.line_forward")
        else:
            self._bridge.run(act)

    def _page(self, by: int) -> None:
        """The scroll turns a page: the last whole line in sight comes to the mark. A card turns its own."""
        place = self.surface.page(by)
        if place is not None:
            self._bridge.run("prompter.to", at=str(place))

    def _tick(self, *, forward: bool) -> None:
        points = self.surface.card.points
        if forward and any(not point.said for point in points):
            self._bridge.run("point.tick")
        elif not forward:
            said = [point.n for point in points if point.said]
            if said:
                self._bridge.run("point.tick", n=str(said[-1]))

    def _name(self, *_change: object) -> None:
        if self._bridge.state.on_air is not None:
            self.show_test(False)
        show = one_line(self._bridge.state.plan.name)
        self.setWindowTitle(say(self._rules.host_language, "window", show=show))
