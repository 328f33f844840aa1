"""Colours and fonts of the host's screen: few colours that each mean one thing, in three grounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from hostconsole.ui.host_goods import Tone

Colours = Literal["dark", "contrast", "light"]

FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Segoe UI",
    "sans-serif",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """`on_fill` stands on amber, green or blue that fills a box; `on_stop` on `stop`."""

    ground: QColor
    panel: QColor
    line: QColor
    text: QColor
    quiet: QColor
    faint: QColor
    amber: QColor
    red: QColor
    green: QColor
    blue: QColor
    stop: QColor
    on_stop: QColor
    on_fill: QColor

    def tone(self, tone: Tone) -> QColor:
        """The colour of a text with that meaning."""
        found: Mapping[Tone, QColor] = {
            "calm": self.text, "good": self.green, "amber": self.amber, "red": self.red, "dim": self.quiet,
        }  # fmt: skip
        return found[tone]


def _palette(**colours: str) -> Palette:
    return Palette(**{name: QColor(code) for name, code in colours.items()})


PALETTES: Mapping[Colours, Palette] = {
    "dark": _palette(
        ground="#0a0c10", panel="#141820", line="#2a313d", text="#f5f7fa", quiet="#9aa5b4", faint="#6f7b8b",
        amber="#ffb224", red="#ff5c5c", green="#46d18c", blue="#7cb8ff", stop="#c4161c", on_stop="#f5f7fa",
        on_fill="#0a0c10",
    ),
    "contrast": _palette(
        ground="#000000", panel="#1a1a1a", line="#8a8a8a", text="#ffffff", quiet="#f0f0f0", faint="#b4b4b4",
        amber="#ffe100", red="#ff9c9c", green="#6dffa8", blue="#a6d8ff", stop="#b00008", on_stop="#ffffff",
        on_fill="#000000",
    ),
    "light": _palette(
        ground="#ffffff", panel="#eef1f5", line="#b9c2ce", text="#0a0c10", quiet="#444e5c", faint="#66707e",
        amber="#8a4b00", red="#b3131b", green="#0a6436", blue="#0b4fa0", stop="#c4161c", on_stop="#ffffff",
        on_fill="#ffffff",
    ),
}  # fmt: skip
"""Contrast of every text on ground and panel: 4.5:1 and more (said points, faint, 3:1), 7:1 in "contrast"."""

DARK = PALETTES["dark"]


@lru_cache(maxsize=512)
def font(px: int, *, bold: bool = False, family: str = "") -> QFont:
    """The screen's font, `px` pixels; `family` comes before the usual ones."""
    made = QFont([family, *FAMILIES] if family else list(FAMILIES))
    made.setPixelSize(max(1, px))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=512)
def metrics(px: int, *, bold: bool = False, family: str = "") -> QFontMetricsF:
    """Measures of `font(px)`."""
    return QFontMetricsF(font(px, bold=bold, family=family))
