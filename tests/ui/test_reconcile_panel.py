"""A file of orders dropped in the Review room, and what comes of it."""

from __future__ import annotations

import pytest

from hostconsole.show.reconciling import NOTES
from hostconsole.ui.reconcile_panel import NOTE_TEXTS
from hostconsole.ui.review_room import ReviewRoom, SessionRow


def row(sku: str, ours: int | None, theirs: int, **more: object) -> dict[str, object]:
    delta = None if ours is None else theirs - ours
    given = {"title": f"Item {sku}", "refunded": 0, "unpaid": 0, "cancelled": 0, "was": None, **more}
    return {"sku": sku, "ours": ours, "theirs": theirs, "delta": delta, **given}


FOUND = {
    "file": "orders.csv",
    "rows": [row("A", 5, 5), row("B", 9, 6, refunded=1), row("C", None, 4), row("D", 1, 9, was=8)],
    "left_out": [{"code": "outside", "count": 2}, {"code": "strangers", "named": "X (3)"}],
}


@pytest.fixture
def room(console) -> ReviewRoom:
    desk = console()
    desk.window.rooms.show_sessions(
        [SessionRow(id="s1", show="x", kind="live", started="2026-11-23T12:00:00.000Z")]
    )
    desk.window.show_room("review")
    return desk.window.review


def test_the_chosen_file_is_of_the_chosen_session(room) -> None:
    asked: list[tuple[str, str]] = []
    room.orders_given.connect(lambda session, path: asked.append((session, path)))
    room.reconcile.asked.emit("orders.csv")
    assert asked == [("s1", "orders.csv")]


def test_the_largest_difference_stands_on_top_and_what_was_left_out_below(room) -> None:
    panel = room.reconcile
    panel.show_result(FOUND)
    cells = [[panel.model.index(at, c).data() for c in (0, 2, 3, 4, 7)] for at in range(4)]
    assert cells == [
        ["D", "1", "9", "+8", "8"],
        ["B", "9", "6", "−3", ""],
        ["A", "5", "5", "0", ""],
        ["C", "–", "4", "–", ""],
    ]
    assert panel.words.text() == "orders.csv: 2 SKUs differ, 1 agree, 1 not counted by us"
    assert panel.notes.text() == (
        "2 order lines from before or after the show left out\nNot of this show: X (3)"
    )


def test_another_session_begins_with_an_empty_panel(room) -> None:
    room.reconcile.show_result(FOUND)
    room.reconcile.show_session("s2")
    assert not room.reconcile.table.isVisible()
    assert "Drop the platform's export" in room.reconcile.words.text()


def test_every_note_has_its_words() -> None:
    assert set(NOTE_TEXTS) == set(NOTES)
