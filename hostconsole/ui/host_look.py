"""How the host stands to the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen, QTransform

from hostconsole.ui.host_sizes import READING_ARC_MIN, dots_per_mm_of, font_px


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLook:
    """How the host stands to the screen: metres away, and whether a glass mirrors it."""

    distance_m: float = 1.5
    mirror_horizontally: bool = False
    mirror_vertically: bool = False

    @property
    def mirror(self) -> tuple[bool, bool]:
        return self.mirror_horizontally, self.mirror_vertically

    def turn(self, width: int, height: int) -> QTransform:
        """What mirrors a picture of that size."""
        across, down = self.mirror
        turn = QTransform()
        turn.translate(width if across else 0, height if down else 0)
        return turn.scale(-1 if across else 1, -1 if down else 1)


def scroll_px(rect: QRect, *, look: HostLook, screen: QScreen) -> int:
    """The prompter's font: some 16 Chinese characters a line on a wide screen, 11 on a tall one; never too
    small to read."""
    per_line = 16 if rect.width() >= rect.height() else 11
    wanted = rect.width() * 0.86 / per_line
    readable = font_px(READING_ARC_MIN, distance_m=look.distance_m, dots_per_mm=dots_per_mm_of(screen))
    return max(8, int(min(max(wanted, readable), rect.height() / 3, rect.width() / 4)))
