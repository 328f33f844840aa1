"""Paging, logins, one call a SKU, orders: the shapes that shops' APIs have."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from hostconsole.feeds.source import Part
from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock, Reader, feed_of
from tests.feeds.shop_server import Asked, Says, ShopServer

HEAD = '[[feed]]\nname = "shop"\nkind = "http"\nsku = "sku"\navailable = "left"\n'
SKUS = tuple(f"S{number:03}" for number in range(25))


def rows(skus: Sequence[str]) -> list[dict[str, object]]:
    return [{"sku": sku, "left": int(sku[1:])} for sku in skus]


def paged(shop: ShopServer, cap: int = 10, skus: Sequence[str] = SKUS) -> None:
    """Pages of at most `cap`, by page or by offset."""

    def stock(asked: Asked) -> Says:
        size = min(int(asked.query["size"]), cap)
        page = asked.query.get("page")
        start = (int(page) - 1) * size if page else int(asked.query["offset"])
        return Says({"items": rows(skus[start : start + size]), "total": len(skus)})

    shop.routes["/stock"] = stock


@pytest.mark.parametrize("place", ["page", "offset"])
@pytest.mark.parametrize("total", ['total = "total"', ""])
@pytest.mark.parametrize("size", [10, 100])
async def test_all_pages_are_read_even_if_the_shop_caps_them(
    shop: ShopServer, clock: HandClock, place: str, total: str, size: int
) -> None:
    paged(shop)
    text = f'{HEAD}url = "{shop.url}/stock?size={{size}}&{place}={{{place}}}"\nrows = "items[]"\n'
    async with Reader(feed_of(f"{text}[feed.page]\nsize = {size}\n{total}\n"), clock) as feed:
        figures = await feed.read(*SKUS, "not-there")
        assert {sku: figure.available for sku, figure in figures.items()} == {
            sku: at for at, sku in enumerate(SKUS)
        }
        assert feed.missing == {"not-there"}


async def test_no_page_is_asked_for_once_all_is_found(shop: ShopServer, clock: HandClock) -> None:
    paged(shop)
    text = f'{HEAD}url = "{shop.url}/stock?size={{size}}&page={{page}}"\nrows = "items[]"\n'
    text += "[feed.page]\nsize = 10"
    async with Reader(feed_of(text), clock) as feed:
        assert set(await feed.read("S003", also=("S004", "S024"))) == {"S003", "S004"}
    assert len(shop.asked) == 1


@pytest.mark.parametrize("place", ["page", "offset"])
async def test_a_sku_far_behind_is_read_where_it_stood_the_last_time(
    shop: ShopServer, clock: HandClock, place: str
) -> None:
    skus = list(SKUS)
    paged(shop, skus=skus)
    text = f'{HEAD}url = "{shop.url}/stock?size={{size}}&{place}={{{place}}}"\nrows = "items[]"\n'
    async with Reader(feed_of(f"{text}[feed.page]\nsize = 2\n"), clock) as feed:
        await feed.read("S020")
        first = len(shop.asked)
        assert (await feed.read("S020"))["S020"].available == 20
        assert (first, len(shop.asked)) == (11, 12)
        skus.insert(0, "S999")  # everything moves one place on
        assert (await feed.read("S019"))["S019"].available == 19
        assert (await feed.read("S019"))["S019"].available == 19


async def test_a_sku_the_shop_does_not_know_is_not_looked_for_each_time(
    shop: ShopServer, clock: HandClock
) -> None:
    paged(shop)
    text = f'{HEAD}url = "{shop.url}/stock?size={{size}}&page={{page}}"\nrows = "items[]"\n'
    async with Reader(feed_of(f"{text}[feed.page]\nsize = 10\ntotal = 'total'\n"), clock) as feed:
        await feed.read("none")
        calls = len(shop.asked)
        await feed.read("none")
        assert (calls, len(shop.asked), feed.missing) == (3, 4, {"none"})
        clock.ms += 16_000
        await feed.read("none")
        assert len(shop.asked) == 7


async def test_a_cursor_that_has_run_out_is_looked_for_anew(shop: ShopServer, clock: HandClock) -> None:
    graph = GraphShop(shop)
    async with Reader(feed_of(GRAPHQL, url=shop.url), clock) as feed:
        await feed.read("S004")
        assert graph.cursors == [None, "2", "4"]
        graph.expired = {"4"}
        with pytest.raises(Trouble, match="expired"):
            await feed.read("S004")  # the whole list is walked through, up to the cursor that is refused
        assert graph.cursors[3:] == ["4", "4", None, "2", "4", "4"]
        graph.expired.clear()
        assert (await feed.read("S004"))["S004"].untracked


async def test_a_small_list_is_found_out_to_be_whole_and_costs_one_call_then(
    shop: ShopServer, clock: HandClock
) -> None:
    shop.says("/stock", Says({"items": rows(SKUS[:3])}))
    text = f'{HEAD}url = "{shop.url}/stock?page={{page}}"\nrows = "items[]"\n[feed.page]\nsize = 10'
    async with Reader(feed_of(text), clock) as feed:
        await feed.read("S001", "not-there")
        first = len(shop.asked)
        clock.ms += 16_000
        await feed.read("S001", "not-there")
    assert (first, len(shop.asked)) == (2, 3)


@pytest.mark.parametrize("total", ['total = "total"', ""])
async def test_pages_of_products_that_hold_variants(shop: ShopServer, clock: HandClock, total: str) -> None:
    """The shop counts products; the rows are their variants, of some products none."""
    products: list[list[str]] = [[f"P{n}-{size}" for size in "SML"] if n % 4 else [] for n in range(18)]

    def stock(asked: Asked) -> Says:
        start, size = int(asked.query["skip"]), min(int(asked.query["take"]), 4)
        some = [
            {"variants": [{"sku": sku, "left": 1} for sku in one]} for one in products[start : start + size]
        ]
        return Says({"products": some, "total": len(products)})

    shop.routes["/stock"] = stock
    text = f'{HEAD}url = "{shop.url}/stock?skip={{offset}}&take={{size}}"\nrows = "products[].variants[]"\n'
    async with Reader(feed_of(f"{text}[feed.page]\nsize = 10\n{total}\n"), clock) as feed:
        assert set(await feed.read("P1-S", "P17-L", "none")) == {"P1-S", "P17-L"}
    assert [asked.query["skip"] for asked in shop.asked] == ["0", "4", "8", "12", "16"]


async def test_next_pages_by_their_address(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/stock", Says({"items": rows(SKUS[:2]), "next": "/more?after=2"}))
    shop.says("/more", Says({"items": rows(SKUS[2:4]), "next": None}))
    async with Reader(
        feed_of(f'{HEAD}url = "{shop.url}/stock"\nrows = "items[]"\nnext_page = "next"'), clock
    ) as feed:
        assert len(await feed.read(*SKUS)) == 4


async def test_next_pages_in_a_circle_or_on_another_host_end(
    shop: ShopServer, other_shop: ShopServer, clock: HandClock
) -> None:
    shop.says(
        "/stock",
        Says({"items": rows(SKUS[:2]), "next": "/stock"}),
        Says({"items": rows(SKUS[:2]), "next": f"{other_shop.url}/stock"}),
    )
    async with Reader(
        feed_of(f'{HEAD}url = "{shop.url}/stock"\nrows = "items[]"\nnext_page = "next"'), clock
    ) as feed:
        for words in ("circle", "another host"):
            with pytest.raises(Trouble, match=words) as met:
                await feed.read(*SKUS)
            assert met.value.code == "feed_pages"
    assert other_shop.asked == []


GRAPHQL = """
[[feed]]
name = "graph"
kind = "http"
url = "<url>/graphql"
body = '{"query": "query($n: Int!, $after: String) { variants(first: $n, after: $after) { nodes{sku} } }", "variables": {"n": {size}, "after": "{cursor}"}}'
headers = { vendor-auth-token = "{token}" }
rows = "data.variants.nodes"
sku = "sku"
on_hand = "sum(levels[].on_hand)"
reserved = "sum(levels[].allocated)"
untracked = "track == 'FALSE'"
error = "errors[0].message"

[feed.login]
url = "<url>/graphql"
body = '{"query": "mutation($p: String!) { login(password: $p) { id } }", "variables": {"p": "{env:SHOP_PASSWORD}"}}'
token = "header:vendor-auth-token"

[feed.page]
size = 2
cursor = "data.variants.pageInfo.endCursor"
"""  # noqa: E501


class GraphShop:
    """A GraphQL shop: login by mutation, token in a header, cursors, errors inside 200."""

    def __init__(self, shop: ShopServer) -> None:
        self.token = ""
        self.logins = 0
        self.cursors: list[str | None] = []
        self.expired: set[str] = set()
        shop.routes["/graphql"] = self.answer

    def answer(self, asked: Asked) -> Says:
        if "login" in asked.json["query"]:
            assert asked.json["variables"]["p"] == 'pa"ss wörd&1'
            self.logins += 1
            self.token = f"token-{self.logins:08}"
            return Says({"data": {"login": {"id": 1}}}, headers={"Vendor-Auth-Token": self.token})
        if asked.headers.get("vendor-auth-token") != self.token or not self.token:
            return Says({"errors": [{"message": "not authorized"}], "data": None})
        assert "{ nodes{sku} }" in asked.json["query"]
        cursor = asked.json["variables"]["after"]
        self.cursors.append(cursor)
        if cursor in self.expired:
            return Says({"errors": [{"message": "cursor has expired"}]})
        start = int(cursor or 0)
        nodes = [
            {
                "sku": sku,
                "levels": [{"on_hand": 4, "allocated": 1}] * 2,
                "track": "FALSE" if sku == "S004" else "INHERIT",
            }
            for sku in SKUS[start : min(start + asked.json["variables"]["n"], 5)]
        ]
        end = str(start + len(nodes)) if start + len(nodes) < 5 else None
        return Says({"data": {"variants": {"nodes": nodes, "pageInfo": {"endCursor": end}}}})


async def test_graphql_by_post_with_login_and_cursor(shop: ShopServer, clock: HandClock) -> None:
    graph = GraphShop(shop)
    async with Reader(feed_of(GRAPHQL, url=shop.url), clock) as feed:
        figures = await feed.read(*SKUS[:5])
        assert [figures[sku].available for sku in SKUS[:4]] == [6, 6, 6, 6]
        assert figures["S004"].untracked
        assert graph.cursors == [None, "2", "4"]
        await feed.read("S000")
    assert graph.logins == 1


async def test_a_token_the_shop_forgot_is_asked_for_again_once(shop: ShopServer, clock: HandClock) -> None:
    graph = GraphShop(shop)
    async with Reader(feed_of(GRAPHQL, url=shop.url), clock) as feed:
        await feed.read("S000")
        graph.token = "the server was started anew"
        assert (await feed.read("S000"))["S000"].available == 6
    assert graph.logins == 2


async def test_an_error_that_is_none_of_the_login_does_not_log_in_each_time(
    shop: ShopServer, clock: HandClock
) -> None:
    logins = []
    shop.says("/login", lambda asked: logins.append(asked) or Says({"token": f"token-{len(logins)}"}))
    shop.says("/stock", Says({"items": []}), Says({"error": "the stock is being counted"}))
    text = (
        f'{HEAD}url = "{shop.url}/stock"\nrows = "items[]"\nerror = "error"\n'
        'headers = { A = "Bearer {token}" }\n'
        f'[feed.login]\nurl = "{shop.url}/login"\nmethod = "POST"\ntoken = "token"\n'
    )
    async with Reader(feed_of(text), clock) as feed:
        await feed.read("S000")
        for _ in range(5):
            with pytest.raises(Trouble, match="being counted"):
                await feed.read("S000")
    assert len(logins) == 2


@pytest.mark.parametrize("status", [400, 401, 403])
async def test_a_lost_login_is_renewed_whatever_status_says_so(
    shop: ShopServer, clock: HandClock, status: int
) -> None:
    shop.says("/login", Says({"data": {"access": "first-token"}}), Says({"data": {"access": "second-token"}}))
    shop.says("/stock", Says(rows(SKUS[:1])), Says({}, status=status), Says(rows(SKUS[:1])))
    text = (
        f'{HEAD}url = "{shop.url}/stock"\nheaders = {{ Authorization = "Bearer {{token}}" }}\n'
        f'[feed.login]\nurl = "{shop.url}/login"\ntoken = "data.access"\n'
        'body = "user=a&p={env:SHOP_PASSWORD}"\n'
    )
    async with Reader(feed_of(text), clock) as feed:
        await feed.read("S000")
        await feed.read("S000")
    assert [asked.headers["authorization"] for asked in shop.calls("/stock")] == [
        "Bearer first-token",
        "Bearer first-token",
        "Bearer second-token",
    ]
    assert shop.calls("/login")[0].body == "user=a&p=pa%22ss+w%C3%B6rd%261"


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (Says({}, status=401), "HTTP 401"),
        (Says({"error": "wrong password"}), "wrong password"),
        (Says({"data": {}}), "no token"),
        (Says("<html>"), "web page"),
    ],
)
async def test_a_login_that_fails_says_so(shop: ShopServer, clock: HandClock, says: Says, words: str) -> None:
    shop.says("/login", says)
    text = (
        f'{HEAD}url = "{shop.url}/stock?t={{token}}"\nerror = "error"\n'
        f'[feed.login]\nurl = "{shop.url}/login"\nmethod = "POST"\ntoken = "data.access"\n'
    )
    async with Reader(feed_of(text), clock) as feed:
        with pytest.raises(Trouble, match=words):
            await feed.read("S000")
    assert shop.calls("/stock") == []


async def test_a_wrong_password_is_tried_once_for_all_that_ask_together(
    shop: ShopServer, clock: HandClock
) -> None:
    """Some shops lock an account after a few tries."""
    shop.says("/login", Says({"message": "wrong"}, status=401))
    text = (
        f'[[feed]]\nname = "s"\nkind = "http"\nurl = "{shop.url}/{{sku}}?t={{token}}"\navailable = "left"\n'
        f'[feed.login]\nurl = "{shop.url}/login"\nmethod = "POST"\ntoken = "token"\n'
    )
    async with Reader(feed_of(text), clock) as feed:
        for _ in range(2):
            with pytest.raises(Trouble, match="login was refused: HTTP 401"):
                await feed.read(*SKUS[:8])
        assert len(shop.calls("/login")) == 1
        clock.ms += 3_000
        with pytest.raises(Trouble, match="login was refused"):
            await feed.read(*SKUS[:8])
    assert len(shop.calls("/login")) == 2


async def test_a_login_that_is_too_busy_says_for_how_long(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/login", Says({}, status=429, headers={"Retry-After": "17"}))
    text = (
        f'{HEAD}url = "{shop.url}/stock?t={{token}}"\n'
        f'[feed.login]\nurl = "{shop.url}/login"\nmethod = "POST"\ntoken = "token"\n'
    )
    async with Reader(feed_of(text), clock) as feed:
        with pytest.raises(Trouble) as met:
            await feed.read("S000")
    assert (met.value.code, met.value.fields["wait_s"]) == ("feed_busy", 17)


async def test_a_login_by_cookie(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/login", Says({}, headers={"Set-Cookie": "session=abc; Path=/; HttpOnly"}))
    shop.says("/stock", Says(rows(SKUS[:1])))
    text = f'{HEAD}url = "{shop.url}/stock"\n[feed.login]\nurl = "{shop.url}/login"\nmethod = "POST"\n'
    async with Reader(feed_of(text), clock) as feed:
        await feed.read("S000")
    assert shop.calls("/stock")[0].headers["cookie"] == "session=abc"


async def test_one_call_a_sku(shop: ShopServer, clock: HandClock) -> None:
    shop.says("/stock/A%2FB%20C", Says({"left": 4}))
    shop.says("/stock/D", Says({"left": None}))
    shop.says("/stock/E", Says({}, status=422))
    shop.says("/stock/F", Says({"left": 6}))
    text = f'[[feed]]\nname = "s"\nkind = "http"\nurl = "{shop.url}/stock/{{sku}}"\navailable = "left"\n'
    async with Reader(feed_of(text), clock) as feed:
        figures = await feed.read("A/B C", "D", "none")
        assert (figures["A/B C"].available, figures["D"].warning, feed.missing) == (4, "null", {"none"})
        with pytest.raises(Trouble, match="422"):
            await feed.read("E", "F")
        assert [figure.available for part in feed.parts for figure in part.figures] == [6]


async def test_a_slow_answer_holds_no_other_sku_back(shop: ShopServer, clock: HandClock) -> None:
    told = threading.Event()
    shop.says("/stock/SLOW", Says({"left": 1}, hold=told))
    shop.says("/stock/FAST", Says({"left": 2}))
    text = f'[[feed]]\nname = "s"\nkind = "http"\nurl = "{shop.url}/stock/{{sku}}"\navailable = "left"\n'
    found: list[str] = []

    def tell(part: Part) -> None:
        found.append(part.figures[0].sku)
        told.set()

    async with Reader(feed_of(text), clock) as feed:
        await feed.source.read(("FAST", "SLOW"), tell)
    assert found == ["FAST", "SLOW"]


async def test_orders_by_since(shop: ShopServer, clock: HandClock) -> None:
    order = {
        "id": 7,
        "created_at": "2026-11-23T20:00:01",
        "status": "paid",
        "lines": [{"sku": "A", "quantity": 2}],
    }
    shop.says("/orders", Says({"orders": [order, {"status": "paid"}, None]}))
    text = (
        f'{HEAD}url = "{shop.url}/stock"\n[feed.orders]\nurl = "{shop.url}/orders?since={{since}}"\n'
        'rows = "orders[]"\nid = "id"\nat = "created_at"\nstate = "status"\npaid = ["paid"]\n'
        'lines = "lines[]"\nsku = "sku"\nqty = "quantity"\n'
    )
    async with Reader(feed_of(text), clock) as feed:
        (found,) = await feed.source.orders("2026-11-23T19:58:00Z")
    assert shop.asked[0].query["since"] == "2026-11-23T19:58:00Z"
    assert (found.id, found.at, found.lines[0].sku, found.lines[0].qty, found.lines[0].paid) == (
        "7",
        "2026-11-23T20:00:01.000Z",
        "A",
        2,
        True,
    )


async def test_a_queue_that_takes_minutes_is_read_in_turns_the_longest_waiting_first(
    shop: ShopServer, clock: HandClock
) -> None:
    def slow(asked: Asked) -> Says:
        clock.ms += 5_000
        return Says({"left": 1})

    skus = [f"S{number:03}" for number in range(40)]
    for sku in skus:
        shop.routes[f"/stock/{sku}"] = slow
    text = f'[[feed]]\nname = "s"\nkind = "http"\nurl = "{shop.url}/stock/{{sku}}"\navailable = "left"\n'
    async with Reader(feed_of(text), clock) as feed:
        found = list(await feed.read(*skus))
        assert 0 < len(found) < 40
        assert set(found) == set(skus[: len(found)])
        assert feed.missing == frozenset()
