"""The sheet read again: only what has not aired follows it (DESIGN §4 rules 7 and 11)."""

from __future__ import annotations

from tests.show.stage import Stage, on_air, on_stage, plan_of, product, segment


def test_a_reload_changes_what_has_not_aired_and_nothing_else() -> None:
    stage = on_air()
    stage.takes("P2")
    new = [product(f"P{n}", title="新", price="50") for n in (1, 2, 3, 5)]
    stage.does("sheet.reload", sheet=plan_of(*new, digest="2"))
    assert [stage.row(f"P{n}").item.title for n in (1, 2, 3, 5)] == ["款P1", "款P2", "新", "新"]
    assert (stage.row("P1").price, stage.row("P3").price) == (8900, 5000)
    assert "P4" not in stage.state.items
    assert stage.state.on_air.item.title == "款P2"
    assert stage.replayed() == stage.state


def test_a_reload_needs_a_sheet_and_the_same_sheet_changes_nothing() -> None:
    stage = on_air()
    stage.refuses("sheet.reload", code="no_sheet")
    assert stage.does("sheet.reload", sheet=plan_of(digest=stage.state.digest)).seq is None


def test_aired_rows_the_sheet_has_lost_stay_behind_the_row_they_followed() -> None:
    stage = on_air()
    stage.takes("P2")
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P3"), product("P4"), digest="2"))
    assert stage.state.order == ("P1", "P2", "P3", "P4")


def test_rows_made_here_stay_also_those_made_in_the_session_before() -> None:
    stage = on_stage()
    added = stage.does("item.add", title="加", before="P2").entries[0].event.item
    stage.does("show.go_live")
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P2"), digest="2"))
    assert stage.state.order == ("P1", added, "P2")


def test_a_row_whose_link_is_up_is_on_sale_and_stays() -> None:
    stage = on_air()
    stage.does("link.up", item="P3")
    stage.does("sheet.reload", sheet=plan_of(product("P1"), digest="2"))
    assert stage.state.order == ("P1", "P3")


def test_next_that_the_sheet_has_lost_moves_on() -> None:
    stage = on_air()
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P3"), product("P4"), digest="2"))
    assert stage.next == "P3"
    stage.does("sheet.reload", sheet=plan_of(product("P1"), product("P9"), digest="3"))
    assert stage.next == "P9"


def test_a_price_set_here_stands_unless_the_sheets_price_changed() -> None:
    stage = on_stage(kind="preparation")
    stage.does("price.set", item="P1", price="80")
    stage.does("price.set", item="P2", price="80")
    new = (product("P1", title="新"), product("P2", price="95"))
    stage.does("sheet.reload", sheet=plan_of(*new, digest="2"))
    assert (stage.row("P1").price, stage.row("P2").price) == (8000, 9500)


def test_stock_follows_the_sheet_only_while_nobody_has_touched_it() -> None:
    stage = on_stage(product("P1"), product("P2"), product("P3", release=((10, "open"),)), segment("S1"))
    stage.does("stock.count", item="P2", qty="7")
    stage.does("stock.release", item="P3", qty="5")
    new = [product(f"P{n}", stock=40) for n in (1, 2)]
    new.append(product("P3", stock=40, release=((20, "open"),)))
    stage.does("sheet.reload", sheet=plan_of(*new, digest="2"))
    assert (stage.left("P1"), stage.left("P2"), stage.left("P3")) == (40, 7, 5)


def test_a_changed_release_plan_is_followed_before_anything_is_released() -> None:
    stage = on_stage(product("P1"))
    stage.does("sheet.reload", sheet=plan_of(product("P1", release=((20, "open"),)), digest="2"))
    assert (stage.left("P1"), stage.stock("P1").pool) == (0, 100)


def test_going_back_to_an_item_that_the_sheet_has_lost_is_still_possible() -> None:
    stage = on_air()
    stage.takes("P2")
    stage.wait(20_000)
    stage.does("sheet.reload", sheet=plan_of(product("P3"), digest="2"))
    stage.does("show.back")
    assert stage.on_air == "P1"


# -- taken back ---------------------------------------------------------------------------------------


def edited() -> Stage:
    """A show on air, P1 out, whose other rows were edited here: words, a price, the order, a skip."""
    stage = on_air()
    stage.does("item.edit", item="P2", field="scene", value="05_近景")
    stage.does("item.edit", item="P3", field="price", value="70")
    stage.does("price.set", item="P2", price="80")
    stage.does("item.move", item="P4", before="P2")
    stage.does("item.skip", item="P3")
    return stage


SHEET = plan_of(product("P1", price="50"), product("P2", price="95"), product("P5"), digest="2")


def as_seen(stage: Stage) -> tuple[object, ...]:
    state = stage.state
    rows = {key: (row.item, row.price, row.skipped) for key, row in state.items.items()}
    return rows, state.order, state.next, state.digest


def test_what_was_edited_here_comes_back_when_the_sheet_read_again_is_taken_back() -> None:
    stage = edited()
    before = as_seen(stage)
    stage.does("sheet.reload", sheet=SHEET)
    assert (stage.row("P2").item.scene, stage.row("P2").price) == ("", 9500)
    assert stage.state.order == ("P1", "P2", "P5")
    stage.does("undo")
    assert as_seen(stage) == before
    assert {key: stage.left(key) for key in ("P1", "P2", "P3", "P4")} == dict.fromkeys(before[1], 100)
    assert stage.replayed() == stage.state
    stage.does("undo")  # what came before it is still there to take back
    assert not stage.row("P3").skipped


def test_a_sheet_that_was_taken_back_can_be_read_again() -> None:
    stage = edited()
    stage.does("sheet.reload", sheet=SHEET)
    followed = as_seen(stage)
    stage.does("undo")
    stage.does("sheet.reload", sheet=SHEET)
    assert as_seen(stage) == followed


def test_a_sheet_is_not_taken_back_from_under_what_aired_since() -> None:
    stage = edited()
    seq = stage.does("sheet.reload", sheet=SHEET).seq
    stage.wait(3_000)
    stage.takes("P2")
    stage.wait(61_000)
    stage.refuses("undo", code="nothing_to_undo", seq=str(seq))
    assert stage.row("P2").price == 9500


def test_a_row_made_since_stays_when_the_sheet_is_taken_back() -> None:
    stage = edited()
    stage.does("sheet.reload", sheet=SHEET)
    seq = stage.state.undo[-1].seq
    added = stage.does("item.add", title="加", before="P2").entries[0].event.item
    stage.does("undo", seq=str(seq))
    assert stage.state.order == ("P1", added, "P4", "P2", "P3")
    assert stage.replayed() == stage.state
