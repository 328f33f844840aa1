"""Values as shops send them, by rule; and that no JSON at all can end a feed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.feeds.newest import Newest
from hostconsole.feeds.orders import OrderBook, read_orders
from hostconsole.feeds.paging import Turning
from hostconsole.feeds.reading import Figure, Raw, decoded, fault_in, figure_of, read_rows
from hostconsole.feeds.shopify import Bucket, order_of, stock_in
from hostconsole.feeds.values import moment_of, shown, text_of, truth, whole
from hostconsole.feeds.woocommerce import order_of as woo_order_of
from hostconsole.feeds.woocommerce import stock_of
from hostconsole.show.errors import Trouble
from tests.feeds.desk import feed_of

FEED = feed_of(
    """
[[feed]]
name = "shop"
kind = "http"
url = "https://shop.example"
rows = "items"
sku = "sku"
on_hand = "sum(levels)"
reserved = "reserved"
untracked = "untracked"
as_of = "at"
error = "error"
[feed.page]
size = 2
cursor = "next"
[feed.orders]
rows = "items"
id = "sku"
at = "at"
state = "reserved"
lines = "levels"
sku = "sku"
qty = "reserved"
""".replace("https://shop.example", "https://shop.example/{cursor}")
)

KEYS = st.sampled_from(
    ["items", "sku", "levels", "reserved", "untracked", "at", "error", "next", "data", "nodes"]
)
ODD = st.sampled_from(
    ["12", "１２", "1,200", "-3", "NaN", "1e400", "2026-11-23T20:00:00Z", "9" * 400, "", " ", "<p>"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | ODD,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=25,
)


def only_trouble(reader: Callable[..., object], *args: object) -> None:
    try:
        reader(*args)
    except Trouble as met:
        assert met.code == "feed_rows"


@given(VALUES)
def test_no_json_raises_anything_but_trouble(value: Any) -> None:
    for payload in (value, {"items": value}, {"items": [value, {"sku": "A", "levels": value, "at": value}]}):
        assert isinstance(fault_in(payload, FEED.error), str)
        assert FEED.orders is not None
        only_trouble(read_rows, payload, FEED, {"A"})
        only_trouble(read_orders, payload, FEED.orders)
        Turning(page=FEED.page, next_page=None).after(payload, count=1, repeated=False, url="")
        stock_in(payload, at_location=True)
        stock_in({"data": {"nodes": payload}}, at_location=False)
        Bucket().learn("x", payload, 0)
        if isinstance(payload, dict):
            order_of(payload), woo_order_of(payload), stock_of(payload)


@given(VALUES, VALUES, VALUES, VALUES)
def test_a_figure_is_a_believable_number_or_none_with_a_reason(
    main: Any, reserved: Any, untracked: Any, at: Any
) -> None:
    figure = figure_of(
        "A", Raw(on_hand=main, reserved=reserved, untracked=untracked, as_of=at), by_available=False
    )
    if figure.untracked:
        assert figure.available is None
    elif figure.available is None:
        assert figure.warning
    else:
        assert abs(figure.available) <= 2_000_000
        assert figure.available >= 0 or figure.warning


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_trouble(body: bytes) -> None:
    try:
        decoded(body)
    except Trouble as met:
        assert met.code in {"feed_answer", "feed_html"}


@given(VALUES)
def test_single_values_never_raise(value: Any) -> None:
    assert len(shown(value)) <= 40
    assert isinstance(truth(value), bool)
    assert isinstance(text_of(value), str)
    moment = moment_of(value)
    assert moment is None or (moment.endswith("Z") and len(moment) == 24)


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000, b"9" * 100_000, b"\xff", b"\x00"])
def test_hostile_bodies_are_no_answer(body: bytes) -> None:
    with pytest.raises(Trouble):
        raise_if_unread(decoded(body))


@pytest.mark.parametrize(
    "spoiled",
    [b'"\\ud83d"', b'"\xe5\xa4"', b"NaN", b"-Infinity"],
    ids=["half a sign", "half a byte", "NaN", "infinite"],
)
def test_one_spoiled_value_does_not_spoil_the_numbers_beside_it(spoiled: bytes) -> None:
    assert decoded(b'{"title": ' + spoiled + b', "left": 5}')["left"] == 5


def raise_if_unread(value: Any) -> None:
    """A number of 100,000 digits may be read, but is not believed."""
    if whole(value).value is None:
        raise Trouble("feed_answer", "not believed")


@pytest.mark.parametrize(
    ("value", "pieces", "warned"),
    [
        (12, 12, ""),
        (12.0, 12, ""),
        ("12", 12, ""),
        (" 12.000 ", 12, ""),
        ("１２", 12, ""),
        ("1,200", 1200, ""),
        ("−3", -3, ""),
        (2.7, 2, "fraction"),
        (-0.5, -1, "fraction"),
        (None, None, "null"),
        ("", None, "null"),
        ("many", None, "text"),
        ("12 pcs", None, "text"),
        (True, None, "text"),
        ([3], None, "text"),
        (9_999_999, None, "absurd"),
        ("99999999", None, "absurd"),
        (10**400, None, "absurd"),
    ],
)
def test_pieces_from_what_shops_send(value: object, pieces: int | None, warned: str) -> None:
    assert (whole(value).value, whole(value).warned) == (pieces, warned)


@pytest.mark.parametrize(
    ("raw", "available", "warning"),
    [
        (Raw(on_hand=10, reserved=3), 7, ""),
        (Raw(on_hand=10), 10, ""),
        (Raw(on_hand=10, reserved=None), 10, ""),
        (Raw(on_hand=2, reserved=5), -3, "oversold"),
        (Raw(on_hand=-2), -2, "oversold"),
        (Raw(on_hand=10, reserved=-4), 10, "reserved"),
        (Raw(on_hand=10, reserved="?"), None, "reserved"),
        (Raw(on_hand=None, reserved=2), None, "null"),
        (Raw(on_hand="lots"), None, "text"),
    ],
)
def test_what_can_be_sold_by_rule(raw: Raw, available: int | None, warning: str) -> None:
    figure = figure_of("A", raw, by_available=False)
    assert (figure.available, figure.warning) == (available, warning)


def test_a_sku_twice_with_different_numbers_is_the_lower_one_and_said() -> None:
    payload = {
        "items": [{"sku": "A", "levels": [5]}, {"sku": "A", "levels": [2, 1]}, {"sku": "A", "levels": [5]}]
    }
    (figure,) = read_rows(payload, FEED, {"A"}).figures
    assert (figure.available, figure.warning) == (3, "twice")


def test_of_a_sku_twice_the_newer_counts_if_the_shop_says_which() -> None:
    payload = {
        "items": [
            {"sku": "A", "levels": [5], "at": "2026-11-23T20:00:02Z"},
            {"sku": "A", "levels": [3], "at": "2026-11-23T21:00:01+01:00"},
        ]
    }
    (figure,) = read_rows(payload, FEED, {"A"}).figures
    assert (figure.available, figure.warning) == (5, "")


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-23T20:00:00Z",
        "2026-11-23 21:00:00+01:00",
        "2026-11-23T20:00:00",
        1795464000,
        1795464000000,
        "1795464000",
    ],
)
def test_times_of_many_shapes_are_one(value: object) -> None:
    assert moment_of(value) == "2026-11-23T20:00:00.000Z"


# -- late answers ------------------------------------------------------------------------------------

NOW = "2026-11-23T20:10:00.000Z"


def figure(left: int, as_of: str | None = None) -> Figure:
    return Figure(sku="A", available=left, as_of=as_of)


def test_a_late_answer_is_not_taken() -> None:
    newest = Newest()
    assert newest.takes(figure(3), asked_ms=2000, now=NOW)
    assert not newest.takes(figure(9), asked_ms=1000, now=NOW)
    assert newest.takes(figure(2), asked_ms=3000, now=NOW)


def test_the_shops_own_time_decides_between_two_answers_under_way_together() -> None:
    newest = Newest()
    early, late = "2026-11-23T20:09:01.000Z", "2026-11-23T20:09:02.000Z"
    assert newest.takes(figure(3, early), asked_ms=2000, now=NOW)
    assert newest.takes(figure(2, late), asked_ms=1000, now=NOW)
    assert not newest.takes(figure(3, early), asked_ms=3000, now=NOW)


def test_a_time_that_does_not_move_when_a_piece_is_sold_holds_nothing_up() -> None:
    newest = Newest()
    at = "2026-11-20T08:00:00.000Z"
    assert [newest.takes(figure(left, at), asked_ms=left, now=NOW) for left in (1, 2, 3)] == [
        True,
        True,
        True,
    ]


def test_a_time_in_the_future_does_not_freeze_a_sku() -> None:
    newest = Newest()
    assert newest.takes(figure(3, "2099-01-01T00:00:00.000Z"), asked_ms=1, now=NOW)
    assert newest.takes(figure(2, "2026-11-23T20:09:00.000Z"), asked_ms=2, now=NOW)


def test_a_shop_whose_clock_was_put_back_is_believed_after_a_minute() -> None:
    newest = Newest()
    assert newest.takes(figure(3, "2026-11-23T20:09:00.000Z"), asked_ms=0, now=NOW)
    assert not newest.takes(figure(2, "2026-11-23T19:09:00.000Z"), asked_ms=59_000, now=NOW)
    assert newest.takes(figure(2, "2026-11-23T19:09:00.000Z"), asked_ms=61_000, now=NOW)


# -- orders ------------------------------------------------------------------------------------------


def orders(*found: tuple[str, str, str]) -> tuple[Any, ...]:
    """Each (id, minute and second, state), of one piece."""
    text = """
    [[feed]]
    name = "s"
    kind = "http"
    url = "https://s"
    sku = "sku"
    on_hand = "n"
    [feed.orders]
    rows = "@"
    id = "id"
    at = "at"
    state = "state"
    paid = ["paid"]
    lines = "lines"
    sku = "sku"
    qty = "qty"
    """
    orders = feed_of(text).orders
    assert orders is not None
    rows = [
        {"id": key, "at": f"2026-11-23T20:{at}Z", "state": state, "lines": [{"sku": "A", "qty": 1}]}
        for key, at, state in found
    ]
    return read_orders(json.loads(json.dumps(rows)), orders)


def test_an_order_is_told_once_and_again_when_it_changed() -> None:
    book = OrderBook("2026-11-23T20:00:00.000Z")
    first = book.news(orders(("1", "00:10", "cart"), ("2", "00:11", "paid")), {"A"})
    again = book.news(orders(("1", "00:10", "cart"), ("2", "00:11", "paid")), {"A"})
    paid = book.news(orders(("1", "00:10", "paid")), {"A"})
    assert [(line.id, line.paid) for line in first] == [("1", False), ("2", True)]
    assert again == ()
    assert [(line.id, line.paid) for line in paid] == [("1", True)]


def test_since_moves_on_with_an_overlap_and_waits_for_payments() -> None:
    book = OrderBook("2026-11-23T20:00:00.000Z")
    assert book.since == "2026-11-23T19:58:00Z"
    book.reached(orders(("1", "05:10", "paid"), ("2", "04:00", "cart")), NOW)
    assert book.since == "2026-11-23T20:02:00Z"
    book.reached(orders(("2", "04:00", "paid"), ("3", "59:00", "paid")), NOW)
    assert book.since == "2026-11-23T20:03:10Z"
