"""Prices: the guard of rule 5, places, encores, and the planned price apart from the price now."""

from __future__ import annotations

from tests.show.stage import encore, on_air, on_stage, plan_of, product, segment

P1 = product("P1", price="100", floor="60")


def test_a_price_is_set_and_the_host_sees_it_flagged() -> None:
    stage = on_air(P1)
    stage.does("price.set", price="79.9", reason="打平")
    assert stage.row("P1").price == 7990
    assert dict(stage.state.on_air.flagged) == {"price": stage.now}
    assert (stage.last().event.was, stage.last().event.now, stage.last().event.reason) == (
        10000,
        7990,
        "打平",
    )


def test_the_same_price_is_no_event() -> None:
    assert on_air(P1).does("price.set", price="100.00").seq is None


def test_under_half_and_over_double_and_under_the_floor_want_a_second_enter() -> None:
    stage = on_air(product("P1", price="100", floor="40"))
    for price, why in (
        ("49.99", "¥49.99 is under half the planned ¥100"),
        ("200.01", "¥200.01 is over double the planned ¥100"),
        ("39.99", "¥39.99 is under the floor ¥40"),
    ):
        refused = stage.refuses("price.set", price=price, code="needs_confirm")
        assert refused.fields["what"] == why
    for price in ("50", "200"):
        stage.does("price.set", price=price)
    stage.does("price.set", price="5", confirm="yes")
    assert stage.last().event.confirmed
    assert stage.row("P1").price == 500


def test_the_guard_compares_with_the_plan_not_with_the_price_now() -> None:
    stage = on_air(P1)
    stage.does("price.set", price="5", confirm="yes")
    stage.does("price.set", price="100")
    assert not stage.last().event.confirmed


def test_without_a_plan_only_the_floor_guards() -> None:
    stage = on_air(product("P1", price=None, floor="40"))
    stage.does("price.set", price="9999")
    stage.refuses("price.set", price="39", code="needs_confirm")


def test_a_price_of_zero_is_a_price() -> None:
    stage = on_air(product("P1", price="0"))
    stage.does("price.set", price="0.01")
    assert stage.row("P1").price == 1


def test_money_has_the_currencys_own_places() -> None:
    stage = on_stage(
        product("P1", price="7900", currency="JPY"), product("P2", price="7.900", currency="KWD")
    )
    assert (stage.row("P1").price, stage.row("P2").price) == (7900, 7900)
    stage.does("price.set", item="P1", price="7800")
    assert stage.row("P1").price == 7800
    stage.refuses("price.set", item="P1", price="7800.5", code="bad_value")
    stage.does("price.set", item="P2", price="7.123")
    assert stage.row("P2").price == 7123


def test_rubbish_is_no_price() -> None:
    stage = on_air(P1)
    for price in ("", "abc", "nan", "inf", "1e2", "9E9999999999", "1e-999999999", "-1", "1,5", "1_0",
                  "79.001", "99999999999999999999"):  # fmt: skip
        stage.refuses("price.set", price=price, code="bad_value")


def test_full_width_digits_are_digits() -> None:
    stage = on_air(P1)
    stage.does("price.set", price="８９．５")
    assert stage.row("P1").price == 8950


def test_a_segment_has_no_price() -> None:
    on_stage(segment("S1")).refuses("price.set", item="S1", price="5", code="no_product")


def test_a_price_needs_an_item_on_air_or_named() -> None:
    on_stage(P1).refuses("price.set", price="90", code="nothing_on_air")


# -- encores ----------------------------------------------------------------------------------------


def test_a_products_price_is_its_encores_too_both_ways() -> None:
    stage = on_stage(P1, encore("E1", P1))
    stage.does("price.set", item="P1", price="90")
    assert stage.row("E1").price == 9000
    stage.does("price.set", item="E1", price="80")
    assert stage.row("P1").price == 8000


def test_an_encore_with_its_own_price_keeps_it() -> None:
    stage = on_stage(P1, encore("E1", P1, own_price=True, price=7000))
    stage.does("price.set", item="P1", price="90")
    assert stage.row("E1").price == 7000
    stage.does("price.set", item="E1", price="65")
    assert stage.row("P1").price == 9000


def test_an_encore_made_on_air_has_the_price_now() -> None:
    stage = on_air(P1)
    stage.does("price.set", price="80")
    again = stage.does("item.encore").entries[0].event.item
    assert stage.row(again).price == 8000
    stage.does("price.set", price="70")
    assert stage.row(again).price == 7000


def test_an_encore_of_an_encore_with_its_own_price_has_that_price() -> None:
    stage = on_stage(P1, encore("E1", P1, own_price=True, price=7000))
    stage.does("price.set", item="E1", price="65")
    again = stage.does("item.encore", item="E1").entries[0].event.item
    assert stage.row(again).price == 6500
    assert stage.row(again).item.product == "P1"
    stage.does("price.set", item="P1", price="90")
    assert stage.row(again).price == 6500


# -- the planned price ------------------------------------------------------------------------------


def test_editing_the_price_changes_the_plan_and_the_price_now() -> None:
    stage = on_stage(P1, encore("E1", P1))
    stage.does("item.edit", item="P1", field="price", value="120")
    for key in ("P1", "E1"):
        assert (stage.row(key).item.price, stage.row(key).price) == (12000, 12000)
    assert stage.kinds()[-2:] == ["item.edited", "price.changed"]


def test_an_edited_price_is_guarded_like_any_other() -> None:
    stage = on_air(P1)
    stage.refuses("item.edit", field="price", value="10", code="needs_confirm")
    stage.does("item.edit", field="price", value="10", confirm="yes")
    assert stage.row("P1").price == 1000


def test_an_edited_price_is_taken_back_with_the_price_that_was_set_before_it() -> None:
    stage = on_stage(P1, encore("E1", P1))
    stage.does("price.set", item="P1", price="80")
    stage.does("item.edit", item="P1", field="live_price", value="120")
    stage.does("undo")
    for key in ("P1", "E1"):
        assert (stage.row(key).item.price, stage.row(key).price) == (10000, 8000)
    stage.does("redo")
    assert (stage.row("E1").item.price, stage.row("E1").price) == (12000, 12000)


def test_filling_an_encores_price_cell_makes_the_price_its_own_and_emptying_it_gives_it_back() -> None:
    stage = on_stage(P1, encore("E1", P1))
    before = stage.state.items
    stage.does("item.edit", item="E1", field="price", value="70")
    assert (stage.row("P1").price, stage.row("E1").price) == (10000, 7000)
    assert stage.row("E1").item.own_price
    stage.does("item.edit", item="E1", field="price", value="")
    assert stage.row("E1").price == 10000
    stage.does("price.set", item="P1", price="90")
    assert stage.row("E1").price == 9000
    for _ in range(3):
        stage.does("undo")
    assert stage.state.items == before


def test_an_emptied_price_is_no_price() -> None:
    stage = on_stage(P1)
    stage.does("item.edit", item="P1", field="price", value="")
    assert (stage.row("P1").item.price, stage.row("P1").price) == (None, None)


def test_a_sheet_that_changes_a_products_price_changes_its_encores() -> None:
    stage = on_stage(P1, encore("E1", P1))
    cheaper = product("P1", price="95", floor="60")
    stage.does("sheet.reload", sheet=plan_of(cheaper, encore("E1", cheaper), digest="2"))
    assert (stage.row("P1").price, stage.row("E1").price) == (9500, 9500)


def test_an_encore_whose_own_price_is_taken_back_has_its_products_price_now() -> None:
    p1 = product("P1")
    stage = on_stage(p1, encore("R1", p1), product("P2"))
    own = stage.does("item.edit", item="R1", field="price", value="50").seq
    stage.does("price.set", item="P1", price="79")
    stage.does("item.edit", item="P1", field="price", value="85")
    stage.does("price.set", item="P1", price="80")
    stage.does("undo", seq=str(own))
    again = stage.row("R1")
    assert (again.price, again.item.price, again.item.own_price) == (8000, 8500, False)
    assert stage.replayed() == stage.state


def test_an_encore_whose_own_price_was_its_products_follows_it_when_that_is_taken_back() -> None:
    p1 = product("P1")
    stage = on_stage(p1, encore("R1", p1))
    own = stage.does("item.edit", item="R1", field="price", value="89").seq
    stage.does("item.edit", item="P1", field="price", value="79")
    stage.does("undo", seq=str(own))
    again = stage.row("R1")
    assert (again.price, again.item.price, again.item.own_price) == (7900, 7900, False)


def test_an_encore_given_back_to_its_product_once_more_has_the_price_the_sheet_says_by_now() -> None:
    p1 = product("P1")
    own = encore("R1", p1, own_price=True, price=5000)
    stage = on_stage(p1, own)
    stage.does("item.edit", item="R1", field="price", value="")
    stage.does("undo")
    assert (stage.row("R1").price, stage.row("R1").item.own_price) == (5000, True)
    stage.does("sheet.reload", sheet=plan_of(product("P1", price="79"), own, digest="2"))
    stage.does("redo")
    again = stage.row("R1")
    assert (again.price, again.item.price, again.item.own_price) == (7900, 7900, False)
