"""The queue's rows: skip, move, add, edit, encore; frozen copies (DESIGN §4 rule 7)."""

from __future__ import annotations

import pytest

from tests.show.stage import encore, on_air, on_stage, product, segment


def test_skip_moves_next_on_and_skipped_rows_stay_in_the_queue() -> None:
    stage = on_stage()
    stage.does("item.skip", item="P1")
    assert stage.next == "P2"
    assert stage.state.order == ("P1", "P2", "P3", "P4")
    stage.refuses("item.skip", item="P1", code="already_skipped")
    stage.does("item.skip")
    assert stage.row("P2").skipped
    stage.does("item.unskip")
    assert (stage.row("P1").skipped, stage.row("P2").skipped) == (True, False)
    stage.does("item.unskip", item="P1")
    stage.refuses("item.unskip", code="nothing_skipped")


def test_what_is_on_air_cannot_be_skipped() -> None:
    on_air().refuses("item.skip", item="P1", code="on_air")


def test_move_before_an_item_or_to_the_end() -> None:
    stage = on_stage()
    stage.does("item.move", item="P4", before="P1")
    assert stage.state.order == ("P4", "P1", "P2", "P3")
    stage.does("item.move", item="P4", before="end")
    assert stage.state.order == ("P1", "P2", "P3", "P4")
    for before in ("end", "P4"):
        assert stage.does("item.move", item="P4", before=before).seq is None
    assert stage.does("item.move", item="P1", before="P2").seq is None
    stage.refuses("item.move", item="P1", before="P9", code="unknown_item")


def test_an_added_row_with_a_title_is_a_segment_with_a_shop_field_a_product() -> None:
    stage = on_stage()
    talk = stage.does("item.add", title="抽奖", before="P2", minutes="1.5").entries[0].event.row
    assert (talk.kind, talk.sku, talk.planned_s) == ("segment", "", 90)
    sold = stage.does("item.add", title="新品", live_price="19.9", stock="30").entries[0].event.row
    assert (sold.kind, sold.sku, sold.price) == ("product", sold.id, 1990)
    assert stage.left(sold.id) == 30
    assert stage.state.order == ("P1", talk.id, "P2", "P3", "P4", sold.id)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("price", "abc"), ("price", "-1"), ("stock", "abc"), ("stock", "-1"), ("stock", "1_0"),
        ("minutes", "nan"), ("minutes", "inf"), ("minutes", "1e308"), ("minutes", "-1"), ("minutes", "1441"),
        ("warn_qty", "x"), ("nonsense", "x"), ("id", "P1"), ("kind", "product"), ("", "x"),
        ("scene", "x" * 1001), ("script", "x" * 1_000_001),
    ],
)  # fmt: skip
def test_unusual_fields_are_refused_with_a_plain_why(name: str, value: str) -> None:
    stage = on_stage()
    refused = stage.refuses("item.add", title="新品", code="bad_value", **{name: value})
    assert "invalid literal" not in refused.reason
    field = {"field": name, "value": value}
    refused = stage.refuses("item.edit", item="P1", code="bad_value", **field)
    assert "convert" not in refused.reason


def test_a_title_is_one_line_and_not_empty() -> None:
    stage = on_stage()
    stage.refuses("item.edit", item="P1", field="title", value=" \n ", code="bad_value")
    stage.does("item.edit", item="P1", field="title", value="上\n下")
    assert stage.row("P1").item.title == "上 下"


def test_a_script_keeps_its_lines() -> None:
    stage = on_stage()
    stage.does("item.edit", item="P1", field="script", value="上\n下")
    assert stage.row("P1").item.script == "上\n下"


def test_lists_are_cut_at_bars_and_numbers_may_be_full_width() -> None:
    stage = on_stage()
    stage.does("item.edit", item="P1", field="key_points", value=" 轻 | 保温12小时 ||")
    stage.does("item.edit", item="P1", field="planned_minutes", value="１．５")
    assert stage.row("P1").item.key_points == ("轻", "保温12小时")
    assert stage.row("P1").item.planned_s == 90


def test_a_segment_has_no_shop_fields() -> None:
    stage = on_stage(segment("S1"))
    for field in ("price", "sku", "stock", "floor_price"):
        stage.refuses("item.edit", item="S1", field=field, value="5", code="no_product")
    stage.does("item.edit", item="S1", field="title", value="开场")


def test_the_same_value_is_no_event() -> None:
    assert on_stage().does("item.edit", item="P1", field="title", value="款P1").seq is None


def test_a_planned_stock_follows_its_edit_until_somebody_has_counted() -> None:
    stage = on_stage()
    stage.does("item.edit", item="P1", field="stock", value="50")
    assert stage.left("P1") == 50
    stage.does("stock.count", item="P1", qty="44")
    stage.does("item.edit", item="P1", field="stock", value="80")
    assert stage.left("P1") == 44


def test_a_new_sku_has_its_own_ledger() -> None:
    stage = on_stage(product("P1"), product("P2"))
    stage.does("item.edit", item="P1", field="sku", value="SKU-P2")
    assert set(stage.state.stock) == {"SKU-P2"}
    stage.does("item.edit", item="P1", field="sku", value="")
    assert stage.row("P1").item.sku == "P1"


# -- rule 7 -----------------------------------------------------------------------------------------


def test_editing_another_row_does_not_touch_what_is_on_air() -> None:
    stage = on_air()
    airing = stage.state.on_air
    stage.does("item.edit", item="P2", field="title", value="改")
    assert stage.state.on_air == airing


def test_editing_the_item_on_air_changes_the_copy_and_is_flagged() -> None:
    stage = on_air()
    stage.does("item.edit", field="offer", value="买一送一")
    assert stage.state.on_air.item.offer == "买一送一"
    assert dict(stage.state.on_air.flagged) == {"offer": stage.now}
    assert stage.last().event.on_air


def test_stock_by_hand_is_flagged_for_the_host() -> None:
    stage = on_air()
    stage.does("stock.count", qty="5")
    stage.wait(10)
    stage.does("stock.count", qty="4")
    assert stage.state.on_air.flagged == (("stock", stage.now),)


# -- encores ----------------------------------------------------------------------------------------


def test_an_encore_shares_sku_stock_and_words_and_stands_before_the_closing() -> None:
    stage = on_air(product("P1", key_points=("a",), picture="p.jpg"), segment("S9"))
    row = stage.does("item.encore", qty="20").entries[0].event.row
    assert (row.kind, row.product, row.sku, row.link_no) == ("encore", "P1", "SKU-P1", "1")
    assert (row.key_points, row.picture) == (("a",), "p.jpg")
    assert stage.state.order == ("P1", row.id, "S9")
    assert stage.left(row.id) == 100


def test_an_encore_of_a_planned_encore_is_the_products() -> None:
    p1 = product("P1")
    stage = on_stage(p1, encore("E1", p1))
    assert stage.does("item.encore", item="E1").entries[0].event.row.product == "P1"


def test_a_segment_has_no_encore() -> None:
    on_air(segment("S1")).refuses("item.encore", code="no_product")


def test_ids_made_here_are_never_used_twice_in_a_session() -> None:
    stage = on_air()
    first = stage.does("item.encore").entries[0].event.item
    stage.does("undo")
    assert stage.does("item.encore").entries[0].event.item != first


def test_with_nothing_left_what_comes_into_the_queue_is_next() -> None:
    stage = on_air(product("P1"))
    assert stage.next is None
    again = stage.does("item.encore").entries[0].event.item
    assert stage.next == again
    stage.does("undo")
    assert stage.next is None
    added = stage.does("item.add", title="加一款").entries[0].event.item
    assert stage.next == added
