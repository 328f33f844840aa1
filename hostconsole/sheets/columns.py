"""Columns of texts to columns of values: each different text is read once, each remark told by row."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from hostconsole.sheets.grid import Grid
from hostconsole.sheets.lists import Listed
from hostconsole.sheets.prices import Price, currency_of, minor_of, price_of, sign_of
from hostconsole.sheets.quantities import Whole

T = TypeVar("T")


def wholes(grid: Grid, column: str, read: Callable[[str], Whole]) -> list[int | None]:
    """Counts or seconds of a column; None where there is none or it cannot be read (which is said)."""
    texts = grid.texts(column, numeric=True)
    known = {text: read(text) for text in set(texts)}
    _tell(grid, column, texts, {text: (w.error, w.guess) for text, w in known.items() if w.error or w.guess})
    values = {text: whole.value for text, whole in known.items()}
    return [values[text] for text in texts]


def lists(grid: Grid, column: str, read: Callable[[str], Listed[T]]) -> list[tuple[T, ...]]:
    """Lists of a column; parts that cannot be read are left out and said."""
    texts = grid.texts(column)
    known = {text: read(text) for text in set(texts)}
    _tell(grid, column, texts, {text: (x.error, x.guess) for text, x in known.items() if x.error or x.guess})
    parts = {text: listed.parts for text, listed in known.items()}
    return [parts[text] for text in texts]


def prices(grid: Grid, column: str) -> list[Price]:
    """The prices of a column as written, before their currency is settled."""
    texts = grid.texts(column, numeric=True)
    # Where semicolons part the cells, a decimal comma is how numbers are written, not a guess.
    usual = grid.separator == ";"
    known = {text: price_of(text, comma_is_usual=usual) for text in set(texts)}
    _tell(grid, column, texts, {text: (p.error, p.guess) for text, p in known.items() if p.error or p.guess})
    return [known[text] for text in texts]


def minors(grid: Grid, column: str, values: list[Decimal | None], currencies: list[str]) -> list[int | None]:
    """Minor units in each row's currency; what had to be rounded is said."""
    # Equal texts share one Decimal, so its identity will do as a key: it hashes ten times as fast.
    pairs = list(zip(map(id, values), currencies, strict=True))
    by_pair = dict(zip(pairs, values, strict=True))
    known = {pair: minor_of(value, pair[1]) for pair, value in by_pair.items() if value is not None}
    noted = {pair for pair, (_, note) in known.items() if note}
    result = {pair: minor for pair, (minor, _) in known.items()}
    for at, pair in enumerate(pairs) if noted else ():
        if pair in noted:
            minor, note = known[pair]
            grid.say("error" if minor is None else "warning", "price", at, column, f"{note}.")
    return [result.get(pair) for pair in pairs]


def currencies(grid: Grid, live: list[Price], ref: list[Price], default: str) -> list[str]:
    """Each row's currency: the column's, else the sign in its price, else the default."""
    texts = grid.texts("currency")
    named = {text: sign_of(text) or _as_code(text) for text in set(texts)}
    found: list[str] = []
    for at, text in enumerate(texts):
        sign = live[at].currency or ref[at].currency
        if text and not named[text]:
            grid.say("warning", "currency", at, "currency", f"{text[:20]!r} is not a currency code.")
        code = currency_of(named[text] or sign, default)
        if named[text] and sign and currency_of(sign, code) != code:
            message = f"The price is signed {sign!r} but the currency column says {code}; {code} was taken."
            grid.say("warning", "currency", at, "currency", message)
        found.append(code)
    return found


def _as_code(text: str) -> str:
    code = unicodedata.normalize("NFKC", text).strip().upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def _tell(grid: Grid, column: str, texts: list[str], remarks: dict[str, tuple[str, str]]) -> None:
    """An error or a guess for each row whose text has one."""
    if not remarks:
        return
    for at, text in enumerate(texts):
        if text in remarks:
            error, guess = remarks[text]
            level, code, words = ("error", "bad_value", error) if error else ("warning", "guessed", guess)
            grid.say("error" if level == "error" else "warning", code, at, column, f"{words}.")
