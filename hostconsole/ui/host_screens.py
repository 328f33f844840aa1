"""Which display the host's window stands on (DESIGN §3): the second one, full screen, by itself.

A display that goes takes the window with it: it hides, and never jumps to another screen, where it would
cover the console or be seen on air. It comes back with its display.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

UNPLUGGED = "its display is unplugged"
CLOSED = "its window is closed"

WINDOW = "window"
"""What is remembered when a person wants a window rather than a display."""

_REMEMBERED = "host.screen"
_WINDOW = (960, 540)
_SETTLE_MS = 400
"""A window manager hears of a new display later than we do; a window shown before would be put elsewhere."""
_TRIES = 8


def identity(screen: QScreen) -> str:
    """What tells a display from another over restarts: its serial number if it has one, else its plug."""
    return "|".join((screen.model(), screen.serialNumber())) if screen.serialNumber() else screen.name()


def described(screen: QScreen) -> str:
    """How a person tells it from the others."""
    size = screen.size() * screen.devicePixelRatio()
    name = " ".join(part for part in (screen.name(), screen.model()) if part)
    return f"{name} · {size.width()} × {size.height()}"


def chosen(present: Sequence[str], *, console: str, remembered: str) -> str | None:
    """The display for the host: the remembered one, else the first that is not the console's. None: there
    is no display to spare, and the host gets a window. The console's own display is taken only if it was
    chosen before and another is left for the console."""
    if remembered == WINDOW:
        return None
    if remembered in present and len(present) > 1:
        return remembered
    return next((name for name in present if name != console), None)


class HostScreens(QObject):
    """Places `window`: bare and as large as its display. `tell(shown, why)` hears whether the host can
    see; `remember(name, value)` and `recall(name)` keep the choice."""

    changed = Signal()
    """Displays came or went, or the window stands elsewhere."""

    def __init__(
        self,
        window: QWidget,
        *,
        remember: Callable[[str, str], None],
        recall: Callable[[str], str | None],
        tell: Callable[[bool, str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._remember, self._recall, self._tell = window, remember, recall, tell
        self._on: QScreen | None = None
        self._full = False
        self._lost = False
        self._wanted = False
        self._told: tuple[bool, str] | None = None
        self._tries = 0
        self._settling = QTimer(self)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)

    def open(self) -> None:
        """Shows the window where it belongs, without taking the focus."""
        self._wanted = True
        target = self._target()
        if target is not None:
            self._fill(target)
        else:
            self._as_window()

    def close(self) -> None:
        """The host's screen was closed by a person; it stays so until `open`."""
        self._wanted = False
        self._window.hide()
        self._report(False, CLOSED)

    def move_to(self, screen: QScreen) -> None:
        """A person chose a display: taken now, and remembered."""
        self._wanted = True
        self._remember(_REMEMBERED, identity(screen))
        self._fill(screen)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """(name for `choose`, words) of each display there is to choose; none with a single one, which is
        the console's."""
        screens = QGuiApplication.screens()
        return tuple((identity(screen), described(screen)) for screen in screens if len(screens) > 1)

    def choose(self, name: str) -> None:
        """A person chose one of `choices`, or `WINDOW`."""
        screen = next((one for one in QGuiApplication.screens() if identity(one) == name), None)
        if screen is not None:
            self.move_to(screen)
        elif name == WINDOW:
            self._wanted = True
            self._remember(_REMEMBERED, WINDOW)
            self._as_window()

    @property
    def lost(self) -> bool:
        """Its display is unplugged; it comes back with it."""
        return self._lost and self._wanted

    @property
    def stands(self) -> str:
        """Where the window is: the name of a display, `WINDOW`, or "" while it is hidden."""
        if not self._window.isVisible():
            return ""
        return identity(self._on) if self._full and self._on is not None else WINDOW

    @property
    def full_screen_on(self) -> str | None:
        """The name of the display that the window fills; None while it is a window or hidden."""
        return self._on.name() if self._full and self._on is not None else None

    def _target(self) -> QScreen | None:
        screens = {identity(screen): screen for screen in QGuiApplication.screens()}
        console = QGuiApplication.primaryScreen()
        name = chosen(
            list(screens),
            console=identity(console) if console is not None else "",
            remembered=self._recall(_REMEMBERED) or "",
        )
        return screens.get(name) if name is not None else None

    def _fill(self, screen: QScreen) -> None:
        self._on, self._full, self._lost = screen, True, False
        self._remember(_REMEMBERED, identity(screen))
        self._window.setScreen(screen)
        # A bare window as large as the display, rather than a "full screen" one: window managers give
        # the focus to those, and the controller would type into the host's screen.
        self._bare(True)
        self._window.setGeometry(screen.geometry())
        self._window.show()
        self._tries = _TRIES
        self._settling.start()
        self._report(True, "")

    def _as_window(self) -> None:
        primary = QGuiApplication.primaryScreen()
        self._on, self._full, self._lost = primary, False, False
        if primary is not None:
            room = primary.availableGeometry()
            size = QRect(0, 0, min(_WINDOW[0], room.width()), min(_WINDOW[1], room.height()))
            # To the lower right, where it covers least of the console.
            size.moveBottomRight(room.bottomRight())
            self._window.setGeometry(size)
        self._bare(False)
        self._window.show()
        self._report(True, "")

    def _bare(self, bare: bool) -> None:
        """With or without a frame. Changing it hides the window, which the caller shows again."""
        if bare != bool(self._window.windowFlags() & Qt.WindowType.FramelessWindowHint):
            self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint, bare)

    def _removed(self, screen: QScreen) -> None:
        QTimer.singleShot(0, self, self.changed.emit)
        if screen is not self._on:
            return
        self._on = None
        if self._wanted:
            self._lost = True
            self._window.hide()
            self._report(False, UNPLUGGED)

    def _added(self, screen: QScreen) -> None:
        self._tries = _TRIES
        self._settling.start()
        self.changed.emit()

    def _settle(self) -> None:
        """A little later: a display that came back is filled, a window that was moved is put back."""
        target = self._target() if self._wanted else None
        if target is not None and (self._lost or not self._full):
            self._fill(target)
        elif self._full and self._on is not None and self._window.geometry() != self._on.geometry():
            self._window.setGeometry(self._on.geometry())
        self._tries -= 1
        if self._tries <= 0:
            self._settling.stop()

    def tell_again(self) -> None:
        """Another show was opened: it has not been told yet how the host sees it."""
        if self._told is not None:
            self._tell(*self._told)

    def _report(self, shown: bool, why: str) -> None:
        if self._told != (shown, why):
            self._told = (shown, why)
            self._tell(shown, why)
        self.changed.emit()
