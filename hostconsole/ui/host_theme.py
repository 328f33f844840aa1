"""Colours and fonts of the host's screen: dark, high contrast, few colours that each mean one thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from hostconsole.ui.host_goods import Tone

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

GROUND = QColor("#0a0c10")
PANEL = QColor("#141820")
LINE = QColor("#2a313d")
TEXT = QColor("#f5f7fa")
QUIET = QColor("#9aa5b4")
FAINT = QColor("#5f6b7a")
AMBER = QColor("#ffb224")
RED = QColor("#ff5c5c")
GREEN = QColor("#46d18c")
BLUE = QColor("#7cb8ff")
STOP_GROUND = QColor("#c4161c")
INK = QColor("#0a0c10")

_TONES: Mapping[Tone, QColor] = {"calm": TEXT, "good": GREEN, "amber": AMBER, "red": RED, "dim": QUIET}


def colour_of(tone: Tone) -> QColor:
    return _TONES[tone]


@lru_cache(maxsize=512)
def font(px: int, *, bold: bool = False) -> QFont:
    """The screen's font, `px` pixels."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(max(1, px))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=512)
def metrics(px: int, *, bold: bool = False) -> QFontMetricsF:
    """Measures of `font(px)`."""
    return QFontMetricsF(font(px, bold=bold))
