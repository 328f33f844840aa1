"""What was noted after earlier shows stands above the plan until it is ticked."""

from __future__ import annotations

from tests.ui.host_stage import Stage, cup


def test_what_was_noted_is_seen_in_prepare_and_ticked_there(console, qtbot) -> None:
    desk = console(Stage(cup()))
    noted = [("s1", 1, "3 号多备 <b>50</b> 件 & more"), ("s1", 2, "test the mic")]
    desk.window.rooms.show_noted(noted)
    desk.window.show_room("prepare")
    bar = desk.window.prepare.last_time
    assert bar.isVisible()
    assert "Noted after earlier shows" in desk.seen(bar)
    assert [tick.text() for tick in bar.ticks if tick.isVisible()] == [
        "3 号多备 <b>50</b> 件 && more", "test the mic"
    ]  # fmt: skip
    with qtbot.waitSignal(desk.window.noted_ticked) as ticked:
        bar.ticks[1].click()
    assert ticked.args == ["s1", 2]
    assert [tick.text() for tick in bar.ticks if tick.isVisible()] == ["3 号多备 <b>50</b> 件 && more"]
    bar.ticks[0].click()
    assert not bar.isVisible()


def test_only_the_newest_few_are_listed_and_the_rest_is_said(console) -> None:
    desk = console(Stage(cup()))
    desk.window.show_room("prepare")
    desk.window.rooms.show_noted([("s", n, f"action {n}") for n in range(8)])
    bar = desk.window.prepare.last_time
    assert sum(tick.isVisible() for tick in bar.ticks) == 5
    assert "and 3 more in Review" in desk.seen(bar)
