from __future__ import annotations

import math

import pytest

from hostconsole.ui.host_sizes import PRICE_ARC_MIN, font_px, height_mm


def test_forty_minutes_of_arc_at_a_metre_and_a_half_are_seventeen_millimetres():
    assert height_mm(PRICE_ARC_MIN, 1.5) == pytest.approx(17.45, abs=0.01)


def test_twice_the_distance_wants_twice_the_size():
    near = font_px(40, distance_m=1.5, dots_per_mm=3.6)
    assert font_px(40, distance_m=3.0, dots_per_mm=3.6) == pytest.approx(2 * near, abs=1)


def test_a_denser_screen_wants_more_pixels_for_the_same_angle():
    assert font_px(40, distance_m=1.5, dots_per_mm=7.2) == pytest.approx(
        2 * font_px(40, distance_m=1.5, dots_per_mm=3.6), abs=1
    )


@pytest.mark.parametrize("lie", [0.0, -1.0, math.inf, math.nan, 1000.0])
def test_a_screen_that_lies_about_its_size_counts_as_a_usual_one(lie: float):
    assert font_px(40, distance_m=1.5, dots_per_mm=lie) == font_px(40, distance_m=1.5, dots_per_mm=96 / 25.4)


@pytest.mark.parametrize("lie", [0.0, -3.0, math.nan])
def test_an_impossible_distance_counts_as_the_usual_one(lie: float):
    assert font_px(40, distance_m=lie, dots_per_mm=4) == font_px(40, distance_m=1.5, dots_per_mm=4)
