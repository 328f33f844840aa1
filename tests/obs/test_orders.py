"""What becomes of each request for a scene."""

from __future__ import annotations

from hostconsole.obs.letters import Order
from hostconsole.obs.orders import Orders
from hostconsole.show.events import Event, SceneAccepted, SceneFailed, SceneShown


def order(number: int, scene: str, at: float = 0.0) -> Order:
    return Order(number=number, scene=scene, at=at)


def told_by(orders_told: list[Event]) -> list[tuple[str, int | None, str]]:
    """Kind, order and code of what was told."""
    return [
        (event.kind, event.order, event.code if isinstance(event, SceneFailed) else "")
        for event in orders_told
        if isinstance(event, SceneAccepted | SceneShown | SceneFailed)
    ]


def test_asked_accepted_shown_with_the_times_since_asking():
    told: list[Event] = []
    orders = Orders(told.append)
    orders.place(order(1, "A", at=10.0))
    orders.accept(10.005, 300)
    orders.saw("A", 10.320)
    assert told == [SceneAccepted(scene="A", order=1, ms=5.0), SceneShown(scene="A", order=1, ms=320.0)]
    assert orders.due() is None


def test_of_three_orders_only_the_last_is_awaited():
    told: list[Event] = []
    orders = Orders(told.append)
    for n, scene in enumerate("ABC", start=1):
        orders.place(order(n, scene))
    assert orders.waiting == order(3, "C")
    assert told_by(told) == [("scene.failed", 1, "stale"), ("scene.failed", 2, "stale")]


def test_a_stale_order_that_comes_true_after_all_is_not_taken_for_a_hand():
    told: list[Event] = []
    orders = Orders(told.append)
    orders.place(order(1, "A"))
    orders.accept(0.0, 300)
    orders.place(order(2, "B"))
    orders.accept(0.1, 300)
    del told[:]
    orders.saw("A", 0.3)
    orders.saw("B", 0.5)
    assert told_by(told) == [("scene.shown", 1, ""), ("scene.shown", 2, "")]


def test_a_switch_without_any_order_is_somebodys_hand():
    told: list[Event] = []
    Orders(told.append).saw("B", 1.0)
    assert told == [SceneShown(scene="B")]


def test_it_looks_at_transition_plus_250_and_gives_up_at_plus_1200():
    told: list[Event] = []
    orders = Orders(told.append)
    orders.place(order(1, "A"))
    orders.accept(0.0, 300)
    assert orders.due() == 0.55
    orders.looked("Z", 0.55)
    assert orders.due() == 1.5
    orders.looked("Z", 1.5)
    assert told_by(told)[-1] == ("scene.failed", 1, "timeout")
    orders.saw("A", 2.0)  # late, but true
    assert told_by(told)[-1] == ("scene.shown", 1, "")


def test_what_was_on_its_way_when_the_link_broke_is_lost_and_never_sent_later():
    told: list[Event] = []
    orders = Orders(told.append)
    orders.place(order(1, "A"))
    orders.accept(0.0, 300)
    orders.lose("gone")
    assert told_by(told)[-1] == ("scene.failed", 1, "lost")
    assert orders.waiting is None


def test_an_undelivered_order_is_logged_as_stale_when_another_scene_is_wanted():
    told: list[Event] = []
    orders = Orders(told.append)
    orders.place(order(1, "A"))
    orders.hold("lost", "no OBS")
    orders.place(order(2, "B"))
    assert told_by(told) == [("scene.failed", 1, "lost"), ("scene.failed", 1, "stale")]


def test_sending_the_undelivered_scene_again_calls_nothing_stale():
    told: list[Event] = []
    orders = Orders(told.append)
    orders.place(order(1, "A"))
    orders.hold("lost", "no OBS")
    orders.place(order(2, "A"))
    assert told_by(told) == [("scene.failed", 1, "lost")]
