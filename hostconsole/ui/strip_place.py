"""Where the strip stands: one place for each set-up of screens, and never outside all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

Remember = Callable[[str, str], None]
Recall = Callable[[str], str | None]

_MARGIN = 12


def set_up(screens: list[QScreen]) -> str:
    """What tells one set-up of screens from another: their names and places."""
    return "|".join(sorted(f"{s.name()}:{_words(s.geometry())}" for s in screens))


def _words(room: QRect) -> str:
    return f"{room.x()},{room.y()},{room.width()}x{room.height()}"


class Place(QObject):
    """Puts `window` where it stood with these screens; at the bottom of the main one the first time."""

    def __init__(self, window: QWidget, *, remember: Remember, recall: Recall) -> None:
        super().__init__(window)
        self._window, self._remember, self._recall = window, remember, recall
        self._settled = QTimer(self, singleShot=True, interval=200)
        self._settled.timeout.connect(self.restore)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)

    def _screens_changed(self) -> None:
        """Screens come and go in several steps."""
        self._settled.start()

    def _name(self) -> str:
        return "strip.place " + set_up(QGuiApplication.screens())

    def restore(self) -> None:
        self._window.move(self._recalled() or self._first())

    def keep(self) -> None:
        at = self._window.pos()
        self._remember(self._name(), f"{at.x()},{at.y()}")

    def _recalled(self) -> QPoint | None:
        x, _comma, y = (self._recall(self._name()) or "").partition(",")
        try:
            at = QPoint(int(x), int(y))
        except ValueError:
            return None
        return at if self._visible(at) else None

    def _visible(self, at: QPoint) -> bool:
        """Enough of it to be seen and caught with the mouse."""
        box = QRect(at, self._window.size())
        seen = [box.intersected(screen.availableGeometry()) for screen in QGuiApplication.screens()]
        return any(part.width() >= box.width() // 2 and part.height() >= box.height() // 2 for part in seen)

    def _first(self) -> QPoint:
        room = QGuiApplication.primaryScreen().availableGeometry()
        left = room.center().x() - self._window.width() // 2
        return QPoint(left, room.bottom() - self._window.height() - _MARGIN)


def hide_from_capture(window: QWidget) -> bool:
    """Keeps a window out of recordings of the desktop where the system can (Windows 10 2004 and later);
    whether it does."""
    if sys.platform != "win32":
        return False
    import ctypes

    exclude_from_capture = 0x11
    return bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), exclude_from_capture))
