"""Our own counts beside the platform's orders."""

from __future__ import annotations

from hostconsole.show.plan import Component
from hostconsole.show.reconciling import OrderLine, OrderState, OwnCount, Reckoning, compare

SINCE, UNTIL = "2026-11-23T12:00:00.400Z", "2026-11-23T16:00:00.000Z"


def line(sku: str, qty: int, state: OrderState = "sold", at: str | None = "2026-11-23T13:00:00.000Z",
         word: str = "", returned: int = 0) -> OrderLine:  # fmt: skip
    return OrderLine(row=2, sku=sku, qty=qty, state=state, at=at, word=word, returned=returned)


def compared(own: list[OwnCount], *lines: OrderLine, **before: int) -> Reckoning:
    return compare(own, lines, since=SINCE, until=UNTIL, before=before)


def own(sku: str, sold: int | None, **bundle: int) -> OwnCount:
    parts = tuple(Component(sku=sku, qty=qty) for sku, qty in bundle.items())
    return OwnCount(sku=sku, title="", sold=sold, bundle=parts)


def test_sold_refunded_unpaid_and_cancelled_are_kept_apart() -> None:
    (row,) = compared(
        [own("A", 5)],
        line("A", 4),
        line("a", 2, "refunded"),
        line("A", 3, "unpaid"),
        line("Ａ", 1, "cancelled"),
        line("A", 2, returned=1),
    ).rows
    assert (row.theirs, row.refunded, row.unpaid, row.cancelled, row.delta) == (8, 3, 3, 1, 3)


def test_what_nobody_counted_has_no_delta() -> None:
    (row,) = compared([own("A", None)], line("A", 4)).rows
    assert (row.ours, row.theirs, row.delta) == (None, 4, None)


def test_orders_outside_the_show_are_left_out_and_the_second_of_its_beginning_is_inside() -> None:
    found = compared(
        [own("A", 1)],
        line("A", 1, at="2026-11-23T12:00:00.000Z"),
        line("A", 7, at="2026-11-23T11:59:59.000Z"),
        line("A", 7, at="2026-11-23T16:00:01.000Z"),
        line("A", 1, at=None),
    )
    assert found.rows[0].theirs == 2
    assert tuple(note.text for note in found.notes) == (
        "2 order lines are from before or after the show: left out.",
        "1 order lines have no time: counted.",
    )


def test_what_is_not_known_is_named_and_never_guessed() -> None:
    found = compared([own("A", 0)], line("B", 2), line("", 1), line("A", 5, "unknown", word="gefunden"))
    assert found.rows[0].theirs == 0
    assert tuple(note.text for note in found.notes) == (
        "1 order lines have the state 'gefunden', which is not known: left out.",
        "1 units have no SKU: left out.",
        "Not SKUs of this show, left out: B (2).",
    )


def test_a_bundle_takes_its_parts_along() -> None:
    found = compared([own("SET", 2, A=1, B=3), own("A", 5), own("B", 6)], line("SET", 2), line("A", 3))
    assert [(row.sku, row.theirs, row.delta) for row in found.rows] == [
        ("SET", 2, 0),
        ("A", 5, 0),
        ("B", 6, 0),
    ]


def test_orders_of_a_colour_or_size_are_its_products() -> None:
    cups = OwnCount(sku="CUP", title="", sold=5, variants=("CUP-BLU", "CUP-WHT", "LID"))
    found = compared([cups, own("LID", 1)], line("cup-blu", 2), line("CUP-WHT", 3), line("LID", 1))
    assert [(row.sku, row.theirs, row.delta) for row in found.rows] == [("CUP", 5, 0), ("LID", 1, 0)]
    assert found.notes == ()


def test_what_the_platform_said_the_last_time_is_shown() -> None:
    (row,) = compared([own("A", 4)], line("A", 3), A=4).rows
    assert (row.was, row.theirs) == (4, 3)
