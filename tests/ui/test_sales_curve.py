"""How it sells, on the card of the item on air."""

from __future__ import annotations

from tests.ui.conftest import Console


def sells(desk: Console, sold: int) -> None:
    desk.bridge.run("stock.sold", qty=str(sold))
    desk.window._tick()


def test_it_shows_when_a_sale_was_counted_with_the_newest_bar_at_the_right(console) -> None:
    desk = console()
    desk.stage.take("P03")
    curve = desk.window.live.on_air.curve
    assert not curve.isVisible()
    desk.bridge.run("stock.count", qty="100")
    sells(desk, 4)
    assert curve.isVisible()
    assert (curve.line.bars[-1], sum(curve.line.bars), curve.quiet.text()) == (4, 4, "")


def test_a_minute_without_a_sale_is_said_and_the_longest_one_is_kept(console) -> None:
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("stock.count", qty="100")
    sells(desk, 4)
    curve = desk.window.live.on_air.curve
    desk.stage.wait(75)
    desk.window._tick()
    assert curve.quiet.text() == "nothing sold for 01:15"
    sells(desk, 5)
    assert curve.quiet.text() == "longest gap 01:15"
