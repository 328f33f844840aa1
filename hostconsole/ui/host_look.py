"""How the host stands to the screen, and how it is to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTransform

from hostconsole.show.rules import Language
from hostconsole.ui.host_canvas import Canvas
from hostconsole.ui.host_frames import Frames, frames, scroll_frames
from hostconsole.ui.host_sizes import PRICE_ARC_MIN, READING_ARC_MIN, font_px
from hostconsole.ui.host_theme import PALETTES, Colours, Palette, font
from hostconsole.ui.prompter_view import PrompterLook

Clock = Literal["timer", "display"]
"""What asks for the frames of moving words: a precise timer, or the display's swaps (host_swap.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostLook:
    """How the host stands to the screen, and how it looks: metres away, whether a glass mirrors it, a factor
    of all type, margins as a part of the shorter side, colours, a font before the usual ones, the clock of
    its moving words."""

    distance_m: float = 1.5
    mirror_horizontally: bool = False
    mirror_vertically: bool = False
    font_scale: float = 1.0
    margin_percent: float = 0.0
    colours: Colours = "dark"
    font: str = ""
    clock: Clock = "timer"

    @property
    def ink(self) -> Palette:
        return PALETTES[self.colours]

    @property
    def mirror(self) -> tuple[bool, bool]:
        return self.mirror_horizontally, self.mirror_vertically

    def turn(self, width: int, height: int) -> QTransform:
        """What mirrors a picture of that size."""
        across, down = self.mirror
        turn = QTransform()
        turn.translate(width if across else 0, height if down else 0)
        return turn.scale(-1 if across else 1, -1 if down else 1)

    def frames(self, width: float, height: float, *, dots_per_mm: float, scroll: bool) -> Frames:
        """The boxes on a screen of that size."""
        margin = round(min(width, height) * self.margin_percent / 100)
        big = font_px(PRICE_ARC_MIN, distance_m=self.distance_m, dots_per_mm=dots_per_mm)
        made = scroll_frames if scroll else frames
        inner = made(width - 2 * margin, height - 2 * margin, big_px=round(big * self.font_scale))
        read = font_px(READING_ARC_MIN, distance_m=self.distance_m, dots_per_mm=dots_per_mm)
        return inner.within(margin, type_size=self.font_scale, read_px=read)

    def words_rect(self, at: Frames) -> QRect:
        """Where the prompter's words stand on the screen, a mirrored one too."""
        rect = at.words.toRect()
        if self.mirror_vertically:
            rect.moveTop(round(at.screen.height()) - rect.bottom() - 1)
        return rect

    def canvas(self, painter: QPainter) -> Canvas:
        return Canvas(painter, ink=self.ink, family=self.font)

    def prompter(self, rect: QRect, *, dots_per_mm: float) -> PrompterLook:
        """How words move in `rect`."""
        px = scroll_px(rect, look=self, dots_per_mm=dots_per_mm)
        return PrompterLook(font=font(px, family=self.font), ink=self.ink, mirror=self.mirror)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostWishes:
    """All that is set about the host's screen but for its place."""

    look: HostLook = field(default_factory=HostLook)
    language: Language = "zh"
    auto_cues: bool = False
    pace: int = 240


def scroll_px(rect: QRect, *, look: HostLook, dots_per_mm: float) -> int:
    """The prompter's font: some 16 Chinese characters a line on a wide screen, 11 on a tall one; never too
    small to read, times the host's own factor."""
    per_line = 16 if rect.width() >= rect.height() else 11
    wanted = rect.width() * 0.86 / per_line
    readable = font_px(READING_ARC_MIN, distance_m=look.distance_m, dots_per_mm=dots_per_mm)
    return max(8, int(min(max(wanted, readable) * look.font_scale, rect.height() / 3, rect.width() / 4)))
