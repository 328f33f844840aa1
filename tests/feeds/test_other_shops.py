"""Shops of other kinds, each as its own documents show its answers, by `kind = "http"` alone."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest

from hostconsole.show.errors import Trouble
from tests.feeds.desk import HandClock, Reader, feed_of
from tests.feeds.shop_server import Asked, Says, ShopServer

STOCK = {"A": 3, "B": 0, "C-1": 12, "D/4": 7, "E": -2}


async def read(shop: ShopServer, clock: HandClock, text: str, *skus: str) -> dict[str, int | None]:
    async with Reader(feed_of('[[feed]]\nname = "s"\nkind = "http"\n' + text, url=shop.url), clock) as reader:
        found = await reader.read(*(skus or STOCK))
    return {sku: figure.available for sku, figure in found.items()}


async def test_a_token_that_is_the_whole_answer_and_one_call_a_sku(
    shop: ShopServer, clock: HandClock
) -> None:
    """Magento: the token is a text in quotes and nothing else; `stockItems/{sku}` with signs in it."""
    shop.says("/rest/V1/integration/admin/token", Says(b'"a1b2c3"'))

    def item(asked: Asked) -> Says:
        assert asked.headers["authorization"] == "Bearer a1b2c3"
        sku = asked.path.rpartition("/")[2].replace("%2F", "/")
        return Says({"item_id": 1, "qty": STOCK[sku], "is_in_stock": True, "manage_stock": True})

    for sku in STOCK:
        shop.routes[f"/rest/V1/stockItems/{sku.replace('/', '%2F')}"] = item
    text = """
url = "<url>/rest/V1/stockItems/{sku}"
headers = { Authorization = "Bearer {token}" }
available = "qty"
untracked = "manage_stock == `false`"
[feed.login]
url = "<url>/rest/V1/integration/admin/token"
body = '{"username": "live", "password": "{env:SHOP_PASSWORD}"}'
token = "@"
"""
    assert await read(shop, clock, text) == STOCK


async def test_products_with_variants_by_offset_and_a_count(shop: ShopServer, clock: HandClock) -> None:
    """Medusa: `count`, `offset` and `limit` beside the list; variants inside products."""
    skus = list(STOCK)

    def products(asked: Asked) -> Says:
        offset, limit = int(asked.query["offset"]), int(asked.query["limit"])
        some = [
            {"title": sku, "variants": [{"sku": sku, "inventory_quantity": STOCK[sku]}]}
            for sku in skus[offset : offset + limit]
        ]
        return Says({"products": some, "count": len(skus), "offset": offset, "limit": limit})

    shop.routes["/admin/products"] = products
    text = """
url = "<url>/admin/products?limit={size}&offset={offset}&fields=*variants"
headers = { Authorization = "Basic {env:SHOP_TOKEN}" }
rows = "products[].variants[]"
sku = "sku"
available = "inventory_quantity"
[feed.page]
size = 2
total = "count"
"""
    assert await read(shop, clock, text) == STOCK


async def test_stocks_of_several_warehouses_are_summed(shop: ShopServer, clock: HandClock) -> None:
    """Saleor: edges and nodes, a cursor as a variable, two warehouses, and nothing where none has any."""

    def graphql(asked: Asked) -> Says:
        after = asked.json["variables"]["after"]
        skus = list(STOCK)
        start = 0 if after is None else skus.index(after) + 1
        nodes = [
            {
                "node": {
                    "sku": sku,
                    "trackInventory": True,
                    "stocks": [
                        {"quantity": STOCK[sku] + 1, "quantityAllocated": 2},
                        {"quantity": 1, "quantityAllocated": 0},
                    ],
                }
            }
            for sku in skus[start : start + 2]
        ]
        more = start + 2 < len(skus)
        info = {"hasNextPage": more, "endCursor": nodes[-1]["node"]["sku"]}
        return Says({"data": {"productVariants": {"edges": nodes, "pageInfo": info}}})

    shop.routes["/graphql/"] = graphql
    text = """
url = "<url>/graphql/"
body = '''{"query": "query V($first: Int, $after: String) { productVariants(first: $first, after: $after) {
  edges { node { sku trackInventory stocks { quantity quantityAllocated } } }
  pageInfo { hasNextPage endCursor } } }",
  "variables": {"first": {size}, "after": "{cursor}"}}'''
rows = "data.productVariants.edges[].node"
sku = "sku"
on_hand = "sum(stocks[].quantity)"
reserved = "sum(stocks[].quantityAllocated)"
error = "errors[0].message"
[feed.page]
size = 2
cursor = "data.productVariants.pageInfo.endCursor"
"""
    assert await read(shop, clock, text) == STOCK


async def test_attributes_beside_links_to_the_next_page(shop: ShopServer, clock: HandClock) -> None:
    """Spree and other JSON:API: all in `attributes`, texts for numbers, `links.next` null at the end."""
    pages = {"1": ["A", "B"], "2": ["C-1", "D/4"], "3": ["E"]}

    def variants(asked: Asked) -> Says:
        page = asked.query.get("page", "1")
        rows = [
            {"id": sku, "type": "variant", "attributes": {"sku": sku, "total_on_hand": f"{STOCK[sku]}"}}
            for sku in pages[page]
        ]
        after = f"{shop.url}/api/v2/variants?page={int(page) + 1}" if page != "3" else None
        return Says(
            {"data": rows, "links": {"next": after}}, headers={"Content-Type": "application/vnd.api+json"}
        )

    shop.routes["/api/v2/variants"] = variants
    text = """
url = "<url>/api/v2/variants"
rows = "data"
sku = "attributes.sku"
available = "attributes.total_on_hand"
next_page = "links.next"
"""
    assert await read(shop, clock, text) == STOCK


async def test_a_next_page_that_is_only_a_query(shop: ShopServer, clock: HandClock) -> None:
    """BigCommerce: `?page=2` as the next page's address, and no key at the end."""

    def variants(asked: Asked) -> Says:
        page = int(asked.query.get("page", "1"))
        some = list(STOCK)[(page - 1) * 3 : page * 3]
        links = {"next": f"?page={page + 1}"} if page == 1 else {}
        return Says(
            {
                "data": [{"sku": sku, "inventory_level": STOCK[sku]} for sku in some],
                "meta": {"pagination": {"links": links}},
            }
        )

    shop.routes["/v3/catalog/variants"] = variants
    text = """
url = "<url>/v3/catalog/variants"
headers = { X-Auth-Token = "env:SHOP_TOKEN" }
rows = "data"
sku = "sku"
available = "inventory_level"
next_page = "meta.pagination.links.next"
"""
    assert await read(shop, clock, text) == STOCK


async def test_a_form_for_the_login_and_a_search_by_post_with_page_numbers(
    shop: ShopServer, clock: HandClock
) -> None:
    """Shopware: OAuth by a form, then `search/product` by POST with `page`, `limit` and `total`."""

    def token(asked: Asked) -> Says:
        form = {name: values[0] for name, values in parse_qs(asked.body).items()}
        assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
        assert form == {"grant_type": "password", "username": "live", "password": 'pa"ss wörd&1'}
        return Says({"token_type": "Bearer", "expires_in": 600, "access_token": "abc"})

    def search(asked: Asked) -> Says:
        page, limit = asked.json["page"], asked.json["limit"]
        some = list(STOCK)[(page - 1) * limit : page * limit]
        rows = [{"attributes": {"productNumber": sku, "availableStock": STOCK[sku]}} for sku in some]
        return Says({"data": rows, "meta": {"total": len(STOCK)}})

    shop.routes["/api/oauth/token"], shop.routes["/api/search/product"] = token, search
    text = """
url = "<url>/api/search/product"
headers = { Authorization = "Bearer {token}" }
body = '{"page": {page}, "limit": {size}}'
rows = "data[].attributes"
sku = "productNumber"
available = "availableStock"
[feed.login]
url = "<url>/api/oauth/token"
body = 'grant_type=password&username=live&password={env:SHOP_PASSWORD}'
token = "access_token"
[feed.page]
size = 2
total = "meta.total"
"""
    assert await read(shop, clock, text) == STOCK


async def test_remote_calls_with_a_cookie_and_errors_inside_200(shop: ShopServer, clock: HandClock) -> None:
    """Odoo: JSON-RPC, a session by cookie, an error as `error.data.message`, false for nothing."""
    sessions: list[str] = []

    def authenticate(asked: Asked) -> Says:
        sessions.append(f"s{len(sessions)}")
        cookie = {"Set-Cookie": f"session_id={sessions[-1]}; Path=/; HttpOnly"}
        return Says({"jsonrpc": "2.0", "result": {"uid": 2}}, headers=cookie)

    def call(asked: Asked) -> Says:
        if asked.headers.get("cookie") != f"session_id={sessions[-1]}":
            error = {"code": 100, "data": {"message": "Session expired"}}
            return Says({"jsonrpc": "2.0", "error": error})
        rows: list[dict[str, Any]] = [
            {"default_code": sku, "qty_available": float(left)} for sku, left in STOCK.items()
        ]
        return Says({"jsonrpc": "2.0", "result": [{"default_code": False, "qty_available": 1.0}, *rows]})

    shop.routes["/web/session/authenticate"], shop.routes["/web/dataset/call_kw"] = authenticate, call
    text = """
url = "<url>/web/dataset/call_kw"
body = '{"jsonrpc": "2.0", "method": "call", "params": {"model": "product.product", "method": "search_read", "args": [[], ["default_code", "qty_available"]], "kwargs": {}}}'
rows = "result"
sku = "default_code"
available = "qty_available"
error = "error.data.message"
[feed.login]
url = "<url>/web/session/authenticate"
body = '{"jsonrpc": "2.0", "params": {"db": "x", "login": "live", "password": "{env:SHOP_PASSWORD}"}}'
"""  # noqa: E501
    assert await read(shop, clock, text) == STOCK
    sessions.append("another server's")
    assert await read(shop, clock, text) == STOCK


async def test_a_next_page_that_is_a_number_is_said_to_be_none(shop: ShopServer, clock: HandClock) -> None:
    """Half the shop would be missing without a word."""
    shop.says("/stock", Says({"items": [{"sku": "A", "left": 1}], "meta": {"next_page": 2}}))
    text = """
url = "<url>/stock"
rows = "items"
sku = "sku"
available = "left"
next_page = "meta.next_page"
"""
    with pytest.raises(Trouble, match=r"next_page = … gives 2, which is no address"):
        await read(shop, clock, text)
