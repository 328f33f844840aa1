from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QPainter, QPixmap

from hostconsole.show.plan import Item
from hostconsole.show.rules import Language, Rules
from hostconsole.ui import host_theme as theme
from hostconsole.ui.host_canvas import Written
from hostconsole.ui.host_card import Layout, host_card
from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_sections import sections_of
from hostconsole.ui.host_sizes import PRICE_ARC_MIN, font_px, height_mm
from tests.ui.host_stage import Stage, coffee, cup


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


def painted(stage: Stage, *, size: tuple[int, int], distance_m: float, layout: Layout) -> dict[str, Written]:
    """The host's screen of 22 inches with the item on air, seen from `distance_m` metres."""
    picture = QPixmap(*size)
    painter = QPainter(picture)
    look = HostLook(distance_m=distance_m)
    at = look.frames(*size, dots_per_mm=math.hypot(*size) / 22 / 25.4, scroll=layout == "scroll")
    canvas = look.canvas(painter)
    card = host_card(stage.state, stage.show.now_ms(), stage.rules, layout=layout)
    for section in sections_of(layout):
        section.paint(canvas, card, at)
    painter.end()
    return {written.part: written for written in canvas.written}


def arc_minutes(written: Written, *, size: tuple[int, int], distance_m: float) -> float:
    """The angle at which a digit of `written` is seen on a screen of 22 inches."""
    digit = theme.metrics(written.px, bold=True).tightBoundingRect("8").height()
    mm = digit / (math.hypot(*size) / 22 / 25.4)
    return math.degrees(math.atan(mm / (distance_m * 1000))) * 60


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("layout", ["card", "scroll"])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920)])
@pytest.mark.parametrize(
    "item",
    [
        cup(),
        cup(link_no="12", price=8999, ref_price=12999, currency="USD"),
        cup(link_no="28", price=129900, ref_price=199900, must_say=("读数为准" * 12,)),
        cup(ref_price=None, gift="", limit="", variants=(), release=(), key_points=("现场测温",)),
    ],
    ids=["usual", "dollars and cents", "four digits and many words", "little to say"],
)
def test_from_three_metres_price_and_left_are_forty_minutes_of_arc_on_a_22_inch_screen(
    item: Item, size: tuple[int, int], layout: Layout, language: Language
):
    stage = Stage(item, coffee(), rules=Rules(host_language=language))
    stage.take("P03")
    stage.do("link.up", now="yes")
    stage.do("stock.count", qty="148")
    stage.wait(31)
    seen = painted(stage, size=size, distance_m=3.0, layout=layout)
    angle = {part: arc_minutes(seen[part], size=size, distance_m=3.0) for part in ("link", "price", "left")}
    assert {part: round(minutes, 1) for part, minutes in angle.items() if minutes < 40} == {}
    assert [seen[part].text for part in ("link", "price", "left") if "…" in seen[part].text] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_number_that_has_just_changed_keeps_its_size(language: Language):
    stage = Stage(cup(), coffee(), rules=Rules(host_language=language))
    stage.take("P03")
    stage.do("link.up", now="yes")
    stage.do("price.set", price="87.50")
    stage.do("stock.count", qty="148")
    size = (1920, 1080)
    seen = painted(stage, size=size, distance_m=3.0, layout="card")
    assert "changed" in seen
    assert min(arc_minutes(seen[part], size=size, distance_m=3.0) for part in ("price", "left")) >= 40


@pytest.mark.usefixtures("qapp")
def test_what_the_price_was_stands_below_it_where_it_would_make_it_too_small():
    stage = Stage(cup(price=129900, ref_price=199900), coffee())
    stage.take("P03")
    near = painted(stage, size=(1920, 1080), distance_m=1.0, layout="card")
    far = painted(stage, size=(1920, 1080), distance_m=3.0, layout="card")
    assert near["was"].box.right() < near["price"].box.left()
    assert far["was"].box.top() > far["price"].box.center().y()
    assert (near["was"].text, far["was"].text) == ("¥1999", "¥1999")
