"""Where the console's window stands, and how small it may get."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

SMALLEST = (1180, 684)
SMALLEST_SOLO = (680, 600)
USUAL = (1440, 900)
_TITLE_BAR = 40


def put_back(window: QWidget, kept: bytes | None) -> None:
    """Where it stood when `kept` was its geometry, else the usual size. A laptop's screen may be smaller than
    that: then all of it, with everything in sight."""
    if kept is not None and window.restoreGeometry(kept):
        return
    window.resize(*USUAL)
    room = window.screen().availableGeometry()
    small = room.width() < USUAL[0] or room.height() < USUAL[1] + _TITLE_BAR
    if small and room.width() >= SMALLEST[0]:
        window.setWindowState(Qt.WindowState.WindowMaximized)


class RoomSize:
    """A window that may be small in one room only: it grows for the others, inside its screen, and is given
    back its size afterwards."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before: QSize | None = None
        self._grown: QSize | None = None

    def fit(self, smallest: tuple[int, int]) -> None:
        """No smaller than this from now on."""
        window, least = self._window, QSize(*smallest)
        self.give_back(smallest)
        was = window.size()
        window.setMinimumSize(least)
        if was.expandedTo(least) != was:
            window.resize(was.expandedTo(least))
            self._before, self._grown = was, window.size()
            _keep_inside(window)

    def give_back(self, smallest: tuple[int, int]) -> None:
        """The size it had before it grew, where that is allowed and nobody has given it another since."""
        before, least = self._before, QSize(*smallest)
        if before is None or before.expandedTo(least) != before:
            return
        if self._window.size() == self._grown:
            self._window.setMinimumSize(least)
            self._window.resize(before)
        self._before = self._grown = None


def _keep_inside(window: QWidget) -> None:
    """Moves it to the left and up by as much as stands outside its screen."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() - frame.width() + 1))
    top = max(room.top(), min(frame.top(), room.bottom() - frame.height() + 1))
    if (left, top) != (frame.left(), frame.top()):
        window.move(left, top)
