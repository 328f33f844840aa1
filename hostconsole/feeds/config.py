"""`feeds.toml` to feeds (DESIGN §5.7). Strict: a typing error here must be seen before the show."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from hostconsole.feeds.feed import Columns, Expression, Feed, File, Kind, Login, Orders, Page, Request, Shop
from hostconsole.feeds.strict import Section, sections
from hostconsole.feeds.texts import Text, text_at
from hostconsole.show.errors import Trouble

_KINDS = ("http", "file", "shopify", "woocommerce")
_EVERY_S = {"http": 3.0, "file": 1.0, "shopify": 3.0, "woocommerce": 5.0}
_SECRET_HEADER = re.compile(r"authorization|cookie|token|secret|passw|api-?key", re.IGNORECASE)
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_PLACES = ("{page}", "{offset}", "{cursor}")


def load_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds of a file, in its order. Raises Trouble "feeds_file" with one sentence, `line` and `key`."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise Trouble("feeds_file", f"{path} cannot be read: {why}.", line=0, key="") from None
    try:
        return feeds_of(text, beside=path.parent)
    except Trouble as fault:
        raise Trouble(fault.code, f"{path.name}: {fault.reason}", **fault.fields) from None


def feeds_of(text: str, *, beside: Path) -> tuple[Feed, ...]:
    """The feeds of a TOML text; paths of files count from the folder `beside`. Raises Trouble."""
    found: dict[str, Feed] = {}
    for section in sections(text, "feed"):
        feed = _feed(section, beside)
        if feed.name in found:
            section.wrong("name", f"the name {feed.name} is taken by another feed")
        found[feed.name] = feed
    return tuple(found.values())


def _feed(section: Section, beside: Path) -> Feed:
    name = section.text("name")
    kind = cast(Kind, section.one_of("kind", _KINDS))
    every_s = section.number("every_s", _EVERY_S[kind], least=0.1, most=3600)
    if kind == "http":
        feed = _http(section, name, every_s)
    elif kind == "file":
        feed = Feed(name=name, kind=kind, every_s=every_s, file=_file(section, beside))
    else:
        feed = Feed(name=name, kind=kind, every_s=every_s, shop=_shop(section, kind))
    section.finish()
    return feed


def _http(section: Section, name: str, every_s: float) -> Feed:
    warnings: list[str] = []
    request = _request(section, warnings, default_url=None)
    login = _login(section.section("login"), request, warnings)
    if login is None and request.asks("token"):
        section.wrong("headers", "{token} needs a [feed.login] that gives it")
    next_page, page = _paging(section, request)
    error = _maybe(section, "error")
    orders = _orders(section.section("orders"), request, error, warnings)
    return Feed(
        name=name,
        kind="http",
        every_s=every_s,
        request=request,
        rows=_expression(section, "rows", "@"),
        columns=_columns(section, request),
        error=error,
        next_page=next_page,
        page=page,
        login=login,
        orders=orders and _paged_alike(orders, next_page, page),
        warnings=tuple(warnings),
    )


def _request(section: Section, warnings: list[str], *, default_url: Text | None) -> Request:
    url = default_url if default_url and "url" not in section else _url(section)
    body = text_at(section.text("body"), "body") if "body" in section else None
    method = section.one_of("method", ("GET", "POST"), "POST" if body else "GET")
    if body is not None and method == "GET":
        section.wrong("body", 'a body needs method = "POST"')
    return Request(
        url=url if url is not None else _url(section),
        method=cast(Literal["GET", "POST"], method),
        headers=_headers(section, warnings),
        body=body,
    )


def _url(section: Section) -> Text:
    text = text_at(section.text("url"), "url")
    if text.source.startswith(("{env:", "{keyring:")):
        return text
    try:
        parts = urlsplit(text.source)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine:
        section.wrong("url", "url must begin with https:// or http:// and name a host")
    if parts.username is not None:
        section.wrong("url", "url must not hold a user or password; use headers with env:NAME")
    return text


def _headers(section: Section, warnings: list[str]) -> tuple[tuple[str, Text], ...]:
    headers: list[tuple[str, Text]] = []
    for name, value in section.pairs("headers").items():
        if not _HEADER_NAME.fullmatch(name) or any(ord(letter) < 32 for letter in value):
            section.wrong("headers", f"headers.{name} cannot be a header")
        text = text_at(value, "header")
        if _SECRET_HEADER.search(name) and not text.references and not text.asks("token"):
            warnings.append(f"headers.{name} holds its value itself; a secret belongs in env:NAME.")
        headers.append((name, text))
    return tuple(headers)


def _login(section: Section | None, main: Request, warnings: list[str]) -> Login | None:
    if section is None:
        return None
    request = _request(section, warnings, default_url=None)
    if not request.headers:
        plain = tuple((name, text) for name, text in main.headers if not text.asks("token"))
        request = Request(url=request.url, method=request.method, headers=plain, body=request.body)
    token = section.text("token", "")
    header = token.removeprefix("header:").strip().lower() if token.startswith("header:") else ""
    login = Login(
        request=request,
        token_header=header,
        token=_expression(section, "token") if token and not header else None,
    )
    section.finish()
    return login


def _paging(section: Section, request: Request) -> tuple[Expression | None, Page | None]:
    next_page = _maybe(section, "next_page")
    inner = section.section("page")
    if inner is None:
        return next_page, None
    if next_page is not None:
        section.wrong("next_page", "next_page and [feed.page] cannot both be used")
    page = Page(
        size=int(inner.number("size", 100, least=1, most=10_000)),
        first=int(inner.number("first", 1, least=0, most=1)),
        cursor=_maybe(inner, "cursor"),
        total=_maybe(inner, "total"),
    )
    inner.finish()
    if not any(request.asks(place.strip("{}")) for place in _PLACES):
        section.wrong("page", "[feed.page] needs {page}, {offset} or {cursor} in url or body")
    if request.asks("cursor") and page.cursor is None:
        inner.wrong("cursor", "{cursor} needs cursor = … to say where the next one is")
    return None, page


def _columns(section: Section, request: Request) -> Columns:
    columns = Columns(
        sku=_maybe(section, "sku"),
        on_hand=_maybe(section, "on_hand"),
        reserved=_maybe(section, "reserved"),
        available=_maybe(section, "available"),
        untracked=_maybe(section, "untracked"),
        as_of=_maybe(section, "as_of"),
    )
    if columns.sku is None and not request.asks("sku"):
        section.missing("sku", why="sku = … is missing (or {sku} in the url)")
    _one_figure(section, on_hand=columns.on_hand, available=columns.available, reserved=columns.reserved)
    return columns


def _one_figure(section: Section, *, on_hand: object, available: object, reserved: object) -> None:
    if not on_hand and not available:
        section.missing("on_hand", "available", why="on_hand = … or available = … is missing")
    if available and (on_hand or reserved):
        section.wrong("available", "available stands instead of on_hand and reserved, not beside them")


def _orders(
    section: Section | None, main: Request, error: Expression | None, warnings: list[str]
) -> Orders | None:
    if section is None:
        return None
    own = _request(section, warnings, default_url=main.url)
    request = Request(url=own.url, method=own.method, headers=own.headers or main.headers, body=own.body)
    next_page, page = _paging(section, request)
    orders = Orders(
        request=request,
        rows=_expression(section, "rows"),
        id=_expression(section, "id"),
        at=_expression(section, "at"),
        lines=_expression(section, "lines"),
        sku=_expression(section, "sku"),
        qty=_expression(section, "qty"),
        state=_maybe(section, "state"),
        paid=section.texts("paid"),
        error=_maybe(section, "error") or error,
        next_page=next_page,
        page=page,
    )
    if orders.paid is not None and orders.state is None:
        section.wrong("paid", "paid needs state = … to compare with")
    section.finish()
    return orders


def _paged_alike(orders: Orders, next_page: Expression | None, page: Page | None) -> Orders:
    """A list of orders that says nothing of pages has them as the stock has, if it asks for one."""
    if orders.page is not None or orders.next_page is not None:
        return orders
    asks = any(orders.request.asks(place.strip("{}")) for place in (*_PLACES, "{size}"))
    return replace(orders, next_page=next_page, page=page if asks else None)


def _file(section: Section, beside: Path) -> File:
    file = File(
        path=beside / Path(section.text("path")).expanduser(),
        sku=section.text("sku"),
        on_hand=section.text("on_hand", ""),
        reserved=section.text("reserved", ""),
        available=section.text("available", ""),
        untracked=section.text("untracked", ""),
        as_of=section.text("as_of", ""),
    )
    _one_figure(section, on_hand=file.on_hand, available=file.available, reserved=file.reserved)
    return file


def _shop(section: Section, kind: Kind) -> Shop:
    url = _url(section).source.rstrip("/")
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
        section.wrong("url", "url must begin with https://: the key must not travel in the clear")
    shopify = kind == "shopify"
    version = section.text("version", "2026-07") if shopify else ""
    if shopify and not re.fullmatch(r"\d{4}-\d{2}|unstable", version):
        section.wrong("version", 'version must look like "2026-07"')
    return Shop(
        url=url,
        key=_secret(section, "token" if shopify else "key"),
        secret=None if shopify else _secret(section, "secret"),
        location=section.text("location", "") if shopify else "",
        version=version,
        orders=section.flag("orders", True),
    )


def _secret(section: Section, key: str) -> Text:
    text = text_at(section.text(key), "header")
    if not text.references:
        section.wrong(key, f'{key} must be "env:NAME" or "keyring:NAME", never the secret itself')
    return text


def _expression(section: Section, key: str, default: str | None = None) -> Expression:
    try:
        return Expression(section.text(key, default))
    except ValueError as fault:
        section.wrong(key, f"{key} is not a JMESPath expression: {fault}")


def _maybe(section: Section, key: str) -> Expression | None:
    if key not in section:
        section.text(key, "")
        return None
    return _expression(section, key)
