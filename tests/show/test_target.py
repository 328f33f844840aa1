"""What OBS should show, from the state alone (DESIGN §4 rules 4 and 13, §5.6)."""

from __future__ import annotations

import pytest

from hostconsole.show.rules import Rules
from hostconsole.show.target import PICTURE_INPUT, TEXT_INPUTS, Target, strike, target
from tests.show.stage import Stage, on_air, on_stage, product, segment


def shown(stage: Stage, **rules: object) -> Target:
    return target(stage.state, Rules(**rules), take=1, now_ms=stage.now)  # type: ignore[arg-type]


def test_with_nothing_on_air_every_input_is_empty_and_the_scene_stays() -> None:
    aim = shown(on_stage())
    assert aim.scene is None
    assert aim.inputs == dict.fromkeys((*TEXT_INPUTS, PICTURE_INPUT), "")


def test_the_items_scene_else_the_roles_else_it_stays() -> None:
    stage = on_air(product("P1", scene="03_特写"), product("P2", role="福利"), product("P3"))
    assert shown(stage, scene_by_role={"福利": "福利场景"}).scene == "03_特写"
    stage.takes("P2")
    assert shown(stage, scene_by_role={"福利": "福利场景"}).scene == "福利场景"
    stage.takes("P3")
    assert shown(stage, scene_by_role={"福利": "福利场景"}).scene is None


def test_inputs_say_what_viewers_read() -> None:
    row = product("P1", price="19.90", ref="29", picture="/p.jpg", disclosure="付费合作", stock=148)
    stage = on_air(row, product("P2", title="咖啡", title_en="Coffee"))
    stage.does("stock.sold", qty="8")
    assert shown(stage).inputs == {
        "link": "1", "title": "款P1", "price": "¥19.9", "ref_price": "¥29", "stock": "140", "sold": "8",
        "next": "咖啡", "countdown": "", "notice": "付费合作", "picture": "/p.jpg",
        "link_label": "号链接", "stock_label": "剩余", "ref_strike": "___",
    }  # fmt: skip
    assert shown(stage, host_language="en").inputs["next"] == "Coffee"


def test_dollars_keep_their_cents() -> None:
    assert shown(on_air(product("P1", price="19.90", currency="USD"))).inputs["price"] == "$19.90"


def test_floor_buffer_and_pool_never_appear() -> None:
    row = product("P1", price="777.77", floor="555.55", stock=4000, buffer=333, release=((111, "open"),))
    stage = on_air(row, segment("S1"))
    secrets = ("555", "333", "3667", "3556", "4000")
    for link in ("closed", "opened"):
        if link == "opened":
            stage.does("link.up")
        words = " ".join(shown(stage).inputs.values())
        assert [secret for secret in secrets if secret in words] == []
    assert shown(stage).inputs["stock"] == "111"


def test_what_is_not_known_is_empty_never_0() -> None:
    inputs = shown(on_air(product("P1", stock=None, price=None))).inputs
    assert (inputs["stock"], inputs["sold"], inputs["price"], inputs["ref_price"]) == ("", "", "", "")


def test_oversold_is_0_to_viewers() -> None:
    stage = on_air(product("P1", stock=1))
    stage.does("stock.sold", qty="4")
    assert shown(stage).inputs["stock"] == "0"


def test_a_compared_price_is_shown_only_above_the_price_and_with_a_basis() -> None:
    assert shown(on_air(product("P1", price="89", ref="89"))).inputs["ref_price"] == ""
    assert shown(on_air(product("P1", ref="129", ref_price_basis="none"))).inputs["ref_price"] == ""
    stage = on_air(product("P1", price="89", ref="100"))
    stage.does("price.set", price="120")
    assert shown(stage).inputs["ref_price"] == ""


def test_the_price_now_is_shown_not_the_plan() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    assert shown(stage).inputs["price"] == "¥79"


def test_a_countdown_is_shown_in_whole_seconds_that_are_left() -> None:
    stage = on_air()
    stage.does("countdown.start", seconds="3")
    assert shown(stage).inputs["countdown"] == "3"
    stage.wait(1)
    assert shown(stage).inputs["countdown"] == "3"
    stage.wait(2_000)
    assert shown(stage).inputs["countdown"] == "1"
    stage.wait(5_000)
    assert shown(stage).inputs["countdown"] == "0"


def test_the_latest_state_wins_and_editing_another_row_changes_nothing() -> None:
    stage = on_air()
    before = shown(stage)
    stage.does("item.edit", item="P4", field="title", value="别的")
    assert shown(stage) == before


@pytest.mark.parametrize(
    ("price", "underscores"),
    [("¥29", 3), ("¥129", 4), ("¥19.9", 5), ("¥1299.9", 7), ("$1,299.00", 8)],
)
def test_the_line_through_a_price_is_as_wide_as_the_price(price: str, underscores: int) -> None:
    assert strike(price) == "_" * underscores
    digits = sum(325 if char in ".," else 590 for char in price)
    assert abs(len(strike(price)) * 567 - digits) <= 300, "thousandths of the font's size"


def test_words_for_a_number_come_and_go_with_it() -> None:
    stage = on_air(product("P1", stock=None), segment("S1"))
    assert (shown(stage).inputs["link_label"], shown(stage).inputs["stock_label"]) == ("号链接", "")
    assert shown(stage, host_language="en").inputs["link_label"] == "LINK"
    stage.does("stock.count", qty="0")
    assert shown(stage).inputs["stock_label"] == "剩余"
    stage.takes("S1")
    assert (shown(stage).inputs["link_label"], shown(stage).inputs["stock_label"]) == ("", "")
