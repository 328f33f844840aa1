"""`feeds.toml`: what is taken, and where a fault is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostconsole.feeds import load_feeds
from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.texts import text_at
from hostconsole.show.errors import Trouble

WHOLE = """
[[feed]]
name = "shop"
kind = "http"                # http | file | shopify | woocommerce
url = "https://shop.example/api/stock"
method = "GET"
headers = { Authorization = "env:SHOP_TOKEN", X-Key = "{keyring:shop.key}" }
every_s = 3
rows = "items[]"
sku = "sku"
on_hand = "stock.on_hand"
reserved = "stock.reserved"
untracked = "unlimited"
as_of = "updated_at"
error = "errors[0].message"
next_page = "next"

[feed.login]
url = "https://shop.example/login"
method = "POST"
body = '{"password": "{env:SHOP_PASSWORD}"}'
token = "header:x-auth-token"

[feed.orders]
url = "https://shop.example/orders?since={since}"
rows = "orders[]"
id = "id"
at = "created_at"
state = "status"
paid = ["PaymentSettled", "Shipped"]
lines = "lines[]"
sku = "sku"
qty = "quantity"

[[feed]]
name = "paged"
kind = "http"
url = "https://shop.example/graphql"
method = "POST"
body = '{"query": "…", "variables": {"after": "{cursor}", "first": {size}}}'
rows = "data.items"
sku = "sku"
available = "left"

[feed.page]
size = 50
cursor = "data.x.pageInfo.endCursor"
total = "data.x.totalItems"

[[feed]]
name = "sheet"
kind = "file"
path = "stock.csv"
sku = "SKU"
on_hand = "Stock"

[[feed]]
name = "shopify"
kind = "shopify"
url = "https://x.myshopify.com"
token = "env:SHOPIFY_TOKEN"

[[feed]]
name = "woo"
kind = "woocommerce"
url = "https://woo.example"
key = "env:WC_KEY"
secret = "keyring:wc"
"""


def loaded(tmp_path: Path, text: str) -> Trouble:
    """What is said of a file that cannot be used."""
    file = tmp_path / "feeds.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(Trouble) as met:
        load_feeds(file)
    assert met.value.code == "feeds_file"
    assert met.value.reason.startswith("feeds.toml: ")
    return met.value


def test_every_key_of_the_contract_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(WHOLE, "utf-8-sig")
    shop, paged, sheet, shopify, woo = load_feeds(file)
    assert shop.login is not None and shop.login.token_header == "x-auth-token"
    assert shop.orders is not None and shop.orders.paid == {"PaymentSettled", "Shipped"}
    assert paged.page is not None and (paged.page.size, shop.every_s) == (50, 3)
    assert sheet.file is not None and sheet.file.path == tmp_path / "stock.csv"
    assert shopify.shop is not None and woo.shop is not None
    assert [feed.warnings for feed in (shop, paged, sheet, shopify, woo)] == [()] * 5


@pytest.mark.parametrize(
    ("old", "new", "at", "key", "words"),
    [
        ("every_s = 3", "evry_s = 3", "evry_s", "evry_s", "did you mean every_s?"),
        ("every_s = 3", 'every_s = "3"', "every_s", "every_s", "number from 0.1 to 3600"),
        ("every_s = 3", "every_s = 0", "every_s", "every_s", "number from 0.1 to 3600"),
        ('rows = "items[]"', 'rows = "items[["', "rows", "rows", "not a JMESPath expression"),
        ('qty = "quantity"', "", "[feed.orders]", "qty", "qty = … is missing"),
        ('paid = ["PaymentSettled", "Shipped"]', "paid = true", "paid", "paid", "list of texts"),
        ('method = "GET"', 'method = "PUT"', "method", "method", "one of GET, POST"),
        ('"https://shop.example/api/stock"', '"shop.example"', "url", "url", "begin with https://"),
        ('"https://shop.example/api/stock"', '"https://me:pw@shop.example"', "url", "url", "password"),
        ('on_hand = "stock.on_hand"\n', "", "[[feed]]", "on_hand", "is missing"),
        ('untracked = "unlimited"', 'available = "left"', "available", "available", "instead of"),
        ("X-Key =", '"X Key" =', "headers", "headers", "cannot be a header"),
        ('token = "header:x-auth-token"', 'tokn = "x"', "tokn", "tokn", "did you mean token?"),
        ('cursor = "data.x.pageInfo.endCursor"', "", "[feed.page]", "cursor", "to say where"),
        ('name = "paged"', 'name = "shop"', 'name = "shop"', "name", "is taken"),
        ('path = "stock.csv"', "", "[[feed]]", "path", "path = … is missing"),
        ('token = "env:SHOPIFY_TOKEN"', 'token = "shpat_0000"', "token", "token", "never the secret itself"),
        ('url = "https://woo.example"', 'url = "http://woo.example"', "url", "url", "in the clear"),
        ('kind = "file"', 'kind = "ftp"', "kind", "kind", "one of http, file, shopify, woocommerce"),
        ('[[feed]]\nname = "sheet"', '[feeed]\nname = "sheet"', "[feeed]", "feeed", "only [[feed]]"),
        ('sku = "SKU"', "sku = SKU", "sku", "", "not valid TOML"),
    ],
)  # fmt: skip
def test_a_fault_names_its_line_and_its_key(
    tmp_path: Path, old: str, new: str, at: str, key: str, words: str
) -> None:
    text = WHOLE.replace(old, new, 1)
    assert text != WHOLE
    met = loaded(tmp_path, text)
    assert (met.fields["key"], words in met.reason) == (key, True), met.reason
    line = int(str(met.fields["line"]))
    assert f"line {line}" in met.reason
    assert text.splitlines()[line - 1].startswith(at)


def test_a_secret_in_a_faulty_file_is_not_repeated(tmp_path: Path) -> None:
    for old in ('url = "https://shop.example/api/stock"', 'method = "GET"', "every_s = 3"):
        met = loaded(tmp_path, WHOLE.replace(old, f'{old.split(" = ")[0]} = "ftp://u:hunter2hunter2@x"'))
        assert "hunter2" not in met.reason


def test_a_secret_written_down_is_used_warned_of_and_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(WHOLE.replace('"env:SHOP_TOKEN"', '"Bearer hunter2hunter2"'), "utf-8")
    feed = load_feeds(file)[0]
    assert feed.warnings == ("headers.Authorization holds its value itself; a secret belongs in env:NAME.",)
    assert "hunter2" not in repr(feed)


def test_a_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be read"):
        load_feeds(tmp_path / "none.toml")
    (tmp_path / "feeds.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Trouble, match="not UTF-8"):
        load_feeds(tmp_path / "feeds.toml")


def test_an_empty_file_is_no_feeds(tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text("# none yet\n")
    assert load_feeds(tmp_path / "feeds.toml") == ()


# -- places in texts ---------------------------------------------------------------------------------


def test_graphql_braces_are_left_alone_and_values_are_put_in_where_they_stand() -> None:
    body = text_at(
        r'{"query": "{ items(q: \"sku:{sku}\") { variants{sku} page {size} } }", "n": {size}, "s": "{sku}"}',
        "body",
    )
    filled = body.filled({"sku": 'a"b', "size": "5"})
    assert filled == (
        r'{"query": "{ items(q: \"sku:a\\\"b\") { variants{sku} page {size} } }", "n": 5, "s": "a\"b"}'
    )


def test_a_value_is_never_filled_twice() -> None:
    assert (
        text_at("https://x/{sku}", "url").filled({"sku": "{token}", "token": "t"}) == "https://x/%7Btoken%7D"
    )


def test_without_a_cursor_there_is_null_or_no_parameter() -> None:
    assert text_at('{"after": "{cursor}"}', "body").filled({"cursor": None}) == '{"after": null}'
    assert (
        text_at(r'{"q": "x(after: \"{cursor}\")"}', "body").filled({"cursor": None})
        == '{"q": "x(after: null)"}'
    )
    assert text_at('{"after": {cursor}}', "body").filled({"cursor": None}) == '{"after": null}'
    assert (
        text_at('{"q": "x(after: {cursor})"}', "body").filled({"cursor": None}) == '{"q": "x(after: null)"}'
    )
    assert text_at("https://x/?n=5&after={cursor}", "url").filled({"cursor": None}) == "https://x/?n=5"
    assert text_at("https://x/?after={cursor}&n=5", "url").filled({"cursor": None}) == "https://x/?n=5"


def test_a_value_without_quotes_around_it_gets_those_it_needs() -> None:
    body = text_at('{"after": {cursor}, "n": {size}, "p": {env:P}, "q": "x(after: {cursor})"}', "body")
    assert body.filled({"cursor": 'a"b', "size": "5", "env:P": "pw"}) == (
        r'{"after": "a\"b", "n": 5, "p": "pw", "q": "x(after: \"a\\\"b\")"}'
    )
    assert body.filled({"cursor": "17"}).endswith('"q": "x(after: 17)"}')


def test_orders_have_pages_as_the_stock_has_unless_they_say_otherwise() -> None:
    head = '[[feed]]\nname = "s"\nkind = "http"\nsku = "sku"\non_hand = "n"\n'
    orders = 'rows = "o"\nid = "i"\nat = "a"\nlines = "l"\nsku = "s"\nqty = "q"\n'
    paged = 'url = "https://x/?p={page}"\n[feed.page]\nsize = 7\n[feed.orders]\n'
    (feed,) = feeds_of(f'{head}{paged}url = "https://x/o?n={{size}}&p={{page}}"\n{orders}', beside=Path())
    assert feed.orders and feed.orders.page == feed.page
    (feed,) = feeds_of(f'{head}{paged}url = "https://x/o"\n{orders}', beside=Path())
    assert feed.orders and feed.orders.page is None
    (feed,) = feeds_of(
        f'{head}url = "https://x"\nnext_page = "next"\n[feed.orders]\nurl = "https://x/o"\n{orders}',
        beside=Path(),
    )
    assert feed.orders and feed.orders.next_page == feed.next_page
