"""Sizes by angle: what is large enough depends on how far away the host stands, not on pixels.

A letter of 20 minutes of arc can just be read at ease; price and left want 40 or more, as they are read in
passing while holding a product.
"""

from __future__ import annotations

from math import isfinite, radians, tan

from PySide6.QtGui import QScreen

PRICE_ARC_MIN = 40.0
"""Minutes of arc that the digits of price and left are high at least."""

READING_ARC_MIN = 20.0
"""Minutes of arc that words are high at least, where there is room."""

DEFAULT_DISTANCE_M = 1.5
USUAL_DOTS_PER_MM = 96 / 25.4
_DIGIT_SHARE = 0.72
"""Height of a digit as a share of the font's pixel size (the same within 2 % in the usual sans fonts)."""


def height_mm(arc_min: float, distance_m: float) -> float:
    """How high something must be to be seen at `arc_min` minutes of arc from `distance_m` metres."""
    return distance_m * 1000 * tan(radians(arc_min / 60))


def font_px(arc_min: float, *, distance_m: float, dots_per_mm: float) -> int:
    """The font size in pixels whose digits are seen at `arc_min` from `distance_m` metres.

    A screen that lies about itself (0, infinite or absurd density) counts as a usual one of 96 dpi.
    """
    if not isfinite(distance_m) or distance_m <= 0:
        distance_m = DEFAULT_DISTANCE_M
    digit = height_mm(arc_min, distance_m) * believed(dots_per_mm)
    return max(1, round(digit / _DIGIT_SHARE))


def dots_per_mm_of(screen: QScreen) -> float:
    """What the screen says of itself; `believed` judges it."""
    return screen.physicalDotsPerInch() / 25.4


def believed(dots_per_mm: float) -> float:
    """`dots_per_mm` if a screen can be like that (25 … 800 dpi), else that of a usual screen."""
    if isfinite(dots_per_mm) and 1.0 <= dots_per_mm <= 32.0:
        return dots_per_mm
    return USUAL_DOTS_PER_MM
