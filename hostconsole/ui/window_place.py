"""Where the console's window stands, and how small it may get."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
