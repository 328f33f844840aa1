"""What one `[[feed]]` of `feeds.toml` says (DESIGN §5.7): frozen, checked, without any secret."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import jmespath
from jmespath.exceptions import JMESPathError

from hostconsole.feeds.texts import Text
from hostconsole.feeds.values import WHOLE

Kind = Literal["http", "file", "shopify", "woocommerce"]


class Unfit(Exception):
    """An expression cannot be applied to this answer (a sum over a text, for example)."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A JMESPath expression. Raises ValueError when made from a text that is none."""

    source: str
    _compiled: Any = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        try:
            compiled = jmespath.compile(self.source)
        except JMESPathError as fault:
            raise ValueError(str(fault).splitlines()[0]) from None
        object.__setattr__(self, "_compiled", compiled)

    def find(self, value: Any) -> Any:
        """What it finds in a JSON value, None if nothing. Raises Unfit."""
        try:
            return self._compiled.search(value)
        except (JMESPathError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as fault:
            first = (str(fault).splitlines() or [type(fault).__name__])[0]
            raise Unfit(first[:WHOLE]) from None


_FIRST_LIST = re.compile(r'((?:"[^"]*"|[\w.@-])*)\[\*?\]')


def listed(rows: Expression) -> Expression | None:
    """The first list in the path to the rows: what a shop counts and pages by. `products[].variants[]`
    is a list of products; None if the expression is of another form."""
    found = _FIRST_LIST.match(rows.source)
    return Expression(found[1].rstrip(".") or "@") if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How something is asked for."""

    url: Text
    method: Literal["GET", "POST"] = "GET"
    headers: tuple[tuple[str, Text], ...] = ()
    body: Text | None = None

    @property
    def texts(self) -> tuple[Text, ...]:
        return (self.url, *(text for _, text in self.headers), *((self.body,) if self.body else ()))

    def asks(self, name: str) -> bool:
        """Whether a place `{name}` is to be filled anywhere in it."""
        return any(text.asks(name) for text in self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Paging by `{page}`, `{offset}` or `{cursor}`. `first` is the number of the first page."""

    size: int = 100
    first: int = 1
    cursor: Expression | None = None
    total: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Asked first. The token is in the answer's header `token_header` (lower case) or where `token` says;
    neither: a cookie is all."""

    request: Request
    token_header: str = ""
    token: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the figures of a row are. For files they are column names, and `find` is not used."""

    sku: Expression | None = None
    on_hand: Expression | None = None
    reserved: Expression | None = None
    available: Expression | None = None
    untracked: Expression | None = None
    as_of: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """`[feed.orders]`. Without `paid` every order counts as paid."""

    request: Request
    rows: Expression
    id: Expression
    at: Expression
    lines: Expression
    sku: Expression
    qty: Expression
    state: Expression | None = None
    paid: frozenset[str] | None = None
    error: Expression | None = None
    next_page: Expression | None = None
    page: Page | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A table that another program rewrites; the texts are names of its columns."""

    path: Path
    sku: str
    on_hand: str = ""
    reserved: str = ""
    available: str = ""
    untracked: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A shop with an adapter of its own. `url` is its address without a path, `key` and `secret` name
    secrets (Shopify: the access token in `key`); `location` limits Shopify to one place."""

    url: str
    key: Text
    secret: Text | None = None
    location: str = ""
    version: str = ""
    orders: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed. Exactly one of `request`, `file`, `shop` is there, by `kind`. `every_s` is the pause for
    the SKU on air; `warnings` are sentences for the user."""

    name: str
    kind: Kind
    every_s: float
    request: Request | None = None
    rows: Expression | None = None
    columns: Columns = field(default_factory=Columns)
    error: Expression | None = None
    next_page: Expression | None = None
    page: Page | None = None
    login: Login | None = None
    orders: Orders | None = None
    file: File | None = None
    shop: Shop | None = None
    warnings: tuple[str, ...] = ()

    @property
    def per_sku(self) -> bool:
        """One call a SKU."""
        return self.request is not None and self.request.asks("sku")
