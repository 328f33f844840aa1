"""A JSON API as a feed, on a real server that behaves as real shops do."""

from __future__ import annotations

import threading

import pytest

from hostconsole.feeds.wire import Limits
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock, Reader, feed_of
from tests.feeds.shop_server import Asked, Says, ShopServer

PLAIN = """
[[feed]]
name = "shop"
kind = "http"
url = "<url>/stock"
headers = { Authorization = "env:SHOP_TOKEN" }
rows = "items[]"
sku = "sku"
on_hand = "stock.on_hand"
reserved = "stock.reserved"
error = "errors[0].message"
"""


def item(sku: str, on_hand: object, reserved: object = 0) -> dict[str, object]:
    return {"sku": sku, "stock": {"on_hand": on_hand, "reserved": reserved}}


def reader(shop: ShopServer, clock: HandClock, text: str = PLAIN, limits: Limits | None = None) -> Reader:
    return Reader(feed_of(text, url=shop.url), clock, limits)


async def test_on_hand_less_reserved_is_available(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/stock", Says({"items": [item("A", 12, 2), item("B", "7", None)]}))
    async with reader(shop, clock) as feed:
        figures = await feed.read("A", "B", "C")
    assert {sku: figure.available for sku, figure in figures.items()} == {"A": 10, "B": 7}
    assert feed.missing == {"C"}
    assert shop.asked[0].headers["authorization"] == "Bearer tok-Zx81-secret"


async def test_an_error_inside_a_200_is_an_error(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/stock", Says({"errors": [{"message": "out of order"}], "items": []}))
    async with reader(shop, clock) as feed:
        with pytest.raises(Trouble) as met:
            await feed.read("A")
    assert met.value.code == "feed_error"
    assert "out of order" in met.value.reason


@pytest.mark.parametrize(
    ("says", "code", "words"),
    [
        (Says("<html>Oops</html>", status=500), "feed_status", "HTTP 500 with a web page"),
        (Says("<!doctype html><p>Log in"), "feed_html", "web page"),
        (Says(b'{"items": [', status=200), "feed_answer", "not JSON"),
        (Says(b""), "feed_answer", "not JSON"),
        (Says({"items": None}), "feed_rows", "no list"),
        (Says({"items": "none"}), "feed_rows", "no list"),
        (Says({}, status=406), "feed_status", "HTTP 406"),
        (Says({}, status=429), "feed_busy", "busy"),
        (Says({}, status=304), "feed_status", "HTTP 304"),
        (Says(b"x" * (8 * 2**20 + 1)), "feed_too_large", "8 MB"),
        (Says(b"{}", headers={"Content-Encoding": "gzip"}), "feed_answer", "unpacked"),
        (Says(b"{}", status=302, headers={"Location": "/stock"}), "feed_redirect", "circle"),
        (Says(b"{}", status=302, headers={"Location": "file:///etc/passwd"}), "feed_redirect", "file"),
        (Says(cut=True), "feed_unreachable", "broke off"),
    ],
)
async def test_what_is_no_answer_is_said_in_a_sentence(
    shop: ShopServer, clock: HandClock, says: Says, code: str, words: str
) -> None:
    shop.says("/stock", says)
    async with reader(shop, clock) as feed:
        with pytest.raises(Trouble) as met:
            await feed.read("A")
    assert (met.value.code, words in met.value.reason) == (code, True), met.value.reason


async def test_a_body_without_an_end_is_cut_off(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/stock", lambda _: Says(chunks=iter(lambda: b" " * 2**20, b"")))
    async with reader(shop, clock) as feed:
        with pytest.raises(Trouble, match="larger than 8 MB"):
            await feed.read("A")


async def test_a_connection_closed_between_two_calls_is_tried_once_more(
    shop: ShopServer, clock: HandClock
) -> None:
    shop.says("/stock", Says(cut=True), Says({"items": [item("A", 3)]}))
    async with reader(shop, clock) as feed:
        assert (await feed.read("A"))["A"].available == 3
    assert len(shop.asked) == 2


async def test_the_pause_a_busy_shop_asks_for_is_passed_on(shop: ShopServer, clock: HandClock) -> None:
    shop.says(
        "/stock",
        Says({}, status=429, headers={"Retry-After": "17"}),
        Says({}, status=503, headers={"Retry-After": "Mon, 23 Nov 2026 20:00:40 GMT"}),
    )
    async with reader(shop, clock) as feed:
        for wait_s in (17, 40):
            with pytest.raises(Trouble) as met:
                await feed.read("A")
            assert (met.value.code, met.value.fields["wait_s"]) == ("feed_busy", wait_s)


async def test_a_silent_shop_is_given_up_and_a_dripping_one_too(shop: ShopServer, clock: HandClock) -> None:
    def drip() -> Says:
        return Says(chunks=iter(lambda: b" " if not held.wait(0.02) else b"", b""))

    held = threading.Event()
    shop.says("/stock", Says(hold=held), lambda _: drip())
    async with reader(shop, clock, limits=Limits(silence=0.1, all=0.3)) as feed:
        for _ in range(2):
            with pytest.raises(Trouble) as met:
                await feed.read("A")
            assert met.value.code == "feed_slow"
    held.set()


async def test_unchanged_by_etag_keeps_the_figures_and_their_time_moves(
    shop: ShopServer, clock: HandClock
) -> None:
    def stock(asked: Asked) -> Says:
        if asked.headers.get("if-none-match") == '"v1"':
            return Says(status=304)
        return Says({"items": [item("A", 5)]}, headers={"ETag": '"v1"'})

    shop.routes["/stock"] = stock
    async with reader(shop, clock) as feed:
        await feed.read("A")
        clock.ms = 3000
        figures = await feed.read("A")
        assert figures["A"].available == 5
        assert feed.parts[0].asked_ms == 3000
        assert (await feed.read("B")) == {}


# -- redirects ---------------------------------------------------------------------------------------


async def test_a_redirect_on_the_same_host_carries_the_token(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/stock", Says(status=308, headers={"Location": "/new/stock"}))
    shop.says("/new/stock", Says({"items": [item("A", 1)]}))
    async with reader(shop, clock) as feed:
        assert (await feed.read("A"))["A"].available == 1
    assert shop.asked[1].headers["authorization"] == "Bearer tok-Zx81-secret"


async def test_a_redirect_to_another_host_carries_nothing_of_ours(
    shop: ShopServer, clock: HandClock, other_shop: ShopServer
) -> None:
    shop.says("/stock", Says(status=302, headers={"Location": f"{other_shop.url}/stock"}))
    other_shop.says("/stock", Says({"items": [item("A", 1)]}))
    text = PLAIN.replace('"env:SHOP_TOKEN"', '"env:SHOP_TOKEN", X-Shop = "{env:SHOP_TOKEN}"')
    async with reader(shop, clock, text) as feed:
        await feed.read("A")
    assert "x-shop" in shop.asked[0].headers
    assert not {"authorization", "x-shop", "cookie"} & other_shop.asked[0].headers.keys()
    assert "tok-Zx81" not in repr(other_shop.asked)


async def test_a_body_is_not_sent_to_another_host(
    shop: ShopServer, clock: HandClock, other_shop: ShopServer
) -> None:
    shop.says("/stock", Says(status=307, headers={"Location": f"{other_shop.url}/stock"}))
    async with reader(shop, clock, PLAIN + 'body = \'{"q":"{env:SHOP_PASSWORD}"}\'\n') as feed:
        with pytest.raises(Trouble, match="another host"):
            await feed.read("A")
    assert other_shop.asked == []
