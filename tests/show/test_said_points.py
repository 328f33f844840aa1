"""What the host has said and is not true any more is taken back from the ticks, and logged."""

from __future__ import annotations

import pytest

from hostconsole.show.said_points import contradicted
from tests.show.stage import Stage, on_stage, product

POINTS = ("现场测温", "到手{price}", "6包89", "还有{stock}只", "编号890和1.89")


def selling() -> Stage:
    stage = on_stage(product("P1", key_points=POINTS, stock=5), product("P2"))
    stage.does("show.take")
    for n in range(1, len(POINTS) + 1):
        stage.does("point.tick", n=str(n))
    return stage


def notice(stage: Stage) -> list[tuple[int, str, str, str]]:
    """As the desk does."""
    found = contradicted(stage.state)
    stage.told(*found, actor="console") if found else None
    return [(event.n, event.what, event.was, event.now) for event in found]


def test_nothing_changed_contradicts_nothing() -> None:
    assert notice(selling()) == []


def test_a_new_price_contradicts_the_points_that_name_the_old_one() -> None:
    stage = selling()
    stage.does("price.set", price="79")
    assert notice(stage) == [(2, "price", "¥89", "¥79"), (3, "price", "¥89", "¥79")]
    assert stage.row("P1").said == (1, 4, 5)
    assert stage.kinds().count("point.contradicted") == 2


def test_it_is_told_once_and_said_anew_by_the_next_tick() -> None:
    stage = selling()
    stage.does("price.set", price="79")
    notice(stage)
    assert notice(stage) == []
    stage.does("point.tick")
    assert (stage.row("P1").said, [one.n for one in stage.row("P1").unsaid]) == ((1, 2, 4, 5), [3])
    stage.does("price.set", price="69")
    assert notice(stage) == [(2, "price", "¥79", "¥69")]


def test_sold_out_contradicts_a_point_that_said_how_many_there_are() -> None:
    stage = selling()
    stage.does("stock.count", qty="0")
    assert notice(stage) == [(4, "stock", "low", "sold_out")]


def test_other_words_contradict_the_point() -> None:
    stage = selling()
    changed = "|".join(("现场测温,读数为准", *POINTS[1:]))
    stage.does("item.edit", item="P1", field="key_points", value=changed)
    assert notice(stage) == [(1, "words", "现场测温", "现场测温,读数为准")]


def test_what_was_not_said_is_not_contradicted() -> None:
    stage = on_stage(product("P1", key_points=POINTS), product("P2"))
    stage.does("show.take")
    stage.does("price.set", price="79")
    assert notice(stage) == []


def test_the_next_airing_begins_with_nothing_said() -> None:
    stage = selling()
    stage.does("price.set", price="79")
    notice(stage)
    stage.wait(60_000)
    stage.does("show.take")
    stage.wait(60_000)
    stage.does("show.take_item", item="P1")
    row = stage.row("P1")
    assert (row.said, row.said_as, row.unsaid) == ((), (), ())


def test_a_replayed_log_knows_what_was_said() -> None:
    stage = selling()
    stage.does("price.set", price="79")
    notice(stage)
    assert stage.replayed() == stage.state


@pytest.mark.parametrize(("price", "said"), [("19.90", "6包19.9"), ("19.90", "only ¥19.90!"), ("5", "5元")])
def test_a_price_is_found_as_people_write_it(price: str, said: str) -> None:
    stage = on_stage(product("P1", price=price, key_points=(said,)), product("P2"))
    stage.does("show.take")
    stage.does("point.tick")
    stage.does("price.set", price="4.5", confirm="yes")
    assert [found[1] for found in notice(stage)] == ["price"]
