"""What is due for the platform's back-office."""

from __future__ import annotations

import pytest

from hostconsole.show.copying import Copy, due
from hostconsole.show.errors import Refused
from tests.show.stage import Stage, on_air, on_stage, product, segment


class Desk:
    """Presses the key again and again."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.copied: list[Copy] = []

    def press(self) -> tuple[str, str]:
        copy = due(self.stage.state, self.copied)
        self.copied = [one for one in self.copied if one != copy] + [copy]
        return copy.what, copy.text


def batched() -> Desk:
    item = product(
        "P1", stock=300, product_id="6934512345678901234", release=((200, "open"), (100, "manual"))
    )
    return Desk(on_air(item))


def test_after_a_take_the_id_then_what_changes() -> None:
    desk = batched()
    assert desk.press() == ("id", "6934512345678901234")
    desk.stage.does("link.up")
    assert desk.press() == ("stock", "200")
    desk.stage.wait(1_000)
    desk.stage.does("price.set", price="79.9")
    assert desk.press() == ("price", "79.90")
    desk.stage.wait(1_000)
    desk.stage.does("stock.release")
    assert desk.press() == ("stock", "300")


def test_when_all_was_copied_they_come_in_turn() -> None:
    desk = Desk(on_air(product("P1", stock=50)))
    first = [desk.press() for _ in range(3)]
    assert first == [("id", "SKU-P1"), ("price", "89.00"), ("stock", "50")]
    assert [desk.press() for _ in range(4)] == [*first, first[0]]


def test_what_is_oversold_is_0_there_and_what_nobody_counted_is_not_copied() -> None:
    desk = Desk(on_air(product("P1", stock=None)))
    assert {desk.press()[0] for _ in range(5)} == {"id", "price"}
    sold_out = Desk(on_air(product("P1", stock=5)))
    sold_out.stage.does("stock.sold", qty="8")
    assert {sold_out.press() for _ in range(3)} >= {("stock", "0")}


def test_with_nothing_on_air_it_is_of_next_and_a_segment_has_nothing_to_copy() -> None:
    assert Desk(on_stage(product("P1"))).press() == ("id", "SKU-P1")
    with pytest.raises(Refused, match="not a product"):
        due(on_air(segment("S1")).state, ())
