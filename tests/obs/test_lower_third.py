"""Where things stand in a scene the console makes: on any canvas, inside the safe area, off the product."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.obs.lower_third import STYLES, Box, Layout, lower_third
from hostconsole.show.obs_state import SceneStyle

canvases = st.tuples(st.integers(320, 7680), st.integers(320, 7680))
styles = st.sampled_from(STYLES)


def places(layout: Layout) -> dict[str, Box]:
    return {name: slot.box for name, slot in layout.slots.items()}


@given(canvases, styles)
def test_everything_stands_inside_the_safe_area(canvas: tuple[int, int], style: SceneStyle) -> None:
    layout = lower_third(*canvas, style=style)
    assert layout.canvas.holds(layout.safe)
    for box in (*layout.blocks.values(), *places(layout).values()):
        assert layout.safe.holds(box)


@given(canvases, styles)
def test_nothing_stands_over_the_product(canvas: tuple[int, int], style: SceneStyle) -> None:
    layout = lower_third(*canvas, style=style)
    assert layout.safe.holds(layout.product)
    assert layout.product.width > layout.safe.width * 0.4
    assert layout.product.height > layout.safe.height * 0.4
    for box in (*layout.blocks.values(), *places(layout).values()):
        assert not box.meets(layout.product)


@given(canvases, styles)
def test_no_text_stands_over_another(canvas: tuple[int, int], style: SceneStyle) -> None:
    found = places(lower_third(*canvas, style=style))
    for (one, first), (other, second) in combinations(found.items(), 2):
        if "ref_strike" not in (one, other):  # the line lies over the compared price: that is its purpose
            assert not first.meets(second), (one, other)


@given(canvases, styles)
def test_all_but_picture_and_countdown_stand_on_the_bar(canvas: tuple[int, int], style: SceneStyle) -> None:
    layout = lower_third(*canvas, style=style)
    for name, box in places(layout).items():
        assert layout.blocks["bar"].holds(box) == (name not in ("picture", "countdown")), name


@given(st.integers(608, 4320), styles)
def test_a_phone_keeps_its_250_pixels_above_and_400_below(height: int, style: SceneStyle) -> None:
    layout = lower_third(round(height * 9 / 16), height, style=style)
    for box in (*layout.blocks.values(), *places(layout).values()):
        assert box.y >= height * 250 / 1920
        assert height - box.bottom >= height * 400 / 1920


def test_with_links_only_the_link_number_has_a_plate() -> None:
    for canvas in ((1920, 1080), (1080, 1920)):
        goods = lower_third(*canvas, style="goods")
        assert goods.blocks["plate"].holds(goods.slots["link"].box)
        assert goods.blocks["foot"].holds(goods.slots["link_label"].box)
        assert goods.blocks["plate"].bottom == goods.blocks["foot"].y
        for style in ("mixed", "words"):
            assert "plate" not in lower_third(*canvas, style=style).blocks


def test_no_text_is_written_larger_than_the_link_number_but_a_countdown() -> None:
    for canvas in ((1920, 1080), (1080, 1920)):
        sizes = {name: slot.size for name, slot in lower_third(*canvas, style="goods").slots.items()}
        del sizes["countdown"]
        assert max(sizes.values()) == sizes["link"]


@pytest.mark.parametrize("style", STYLES)
def test_a_canvas_of_half_the_size_has_everything_at_half_its_size(style: SceneStyle) -> None:
    whole, half = lower_third(1920, 1080, style=style), lower_third(960, 540, style=style)
    for name, box in places(whole).items():
        small = half.slots[name].box
        for at, of in zip(
            (small.x, small.y, small.width, small.height), (box.x, box.y, box.width, box.height), strict=True
        ):
            assert abs(at - of / 2) <= 2


@given(canvases)
def test_an_input_has_one_size_and_one_width_of_line_in_every_style(canvas: tuple[int, int]) -> None:
    """It is one input, wherever it stands."""
    first, *others = (lower_third(*canvas, style=style).slots for style in STYLES)
    for slots in others:
        assert {name: slot.size for name, slot in slots.items()} == {
            name: slot.size for name, slot in first.items()
        }
        assert abs(slots["title"].box.width - first["title"].box.width) <= 1
