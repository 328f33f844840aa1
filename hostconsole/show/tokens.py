"""Tokens: words of a card or script that stand for a number of the show, such as {price} or {库存}.

Values are written as viewers read them; a count that has grown old says "about". An unknown token is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from hostconsole.show.clocks import countdown_left_ms
from hostconsole.show.feed_view import is_old
from hostconsole.show.ledger import Ledger
from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.rules import Language
from hostconsole.show.script import TOKEN, TOKEN_NAMES
from hostconsole.show.state import State

NOTHING = "—"
"""Stands where there is no number to tell: no price yet, nothing counted, no countdown."""

_KEPT_SHARE = 0.2
"""A count that was said and has moved by less than this share of it is not worth a correction."""


def token_values(state: State, item: Item, now_ms: int, language: Language) -> dict[str, str]:
    """The value of every token for `item` at `now_ms`, by its English name."""
    row = state.items.get(item.id)
    price = row.price if row is not None else item.price
    ledger = state.stock.get(item.sku) if item.sku else None
    return {
        "price": NOTHING if price is None else as_read(price, item.currency),
        "ref_price": NOTHING if item.ref_price is None else as_read(item.ref_price, item.currency),
        "stock": _count(state, ledger, lambda found: found.sellable, now_ms, language),
        "batch_left": _count(state, ledger, lambda found: found.sellable, now_ms, language),
        "sold": _count(state, ledger, lambda found: found.sold, now_ms, language),
        "countdown": _countdown(state, now_ms),
        "next": _next(state, language),
    }


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its tokens replaced; one without a value stays as it is written."""

    def value(found: re.Match[str]) -> str:
        return values.get(TOKEN_NAMES.get(found[1] or found[2], ""), found[0])

    return TOKEN.sub(value, text) if "{" in text else text


def contradicts(name: str, said: str, now: str) -> bool:
    """Whether the host, having said `said`, must be told that it is `now`. A count moves with every sale:
    only a fifth or more is worth it. What is counted down or up is meant to move."""
    if said == now or name in ("countdown", "sold"):
        return False
    if name not in ("stock", "batch_left"):
        return True
    before, after = _digits(said), _digits(now)
    if before is None or after is None:
        return before != after
    return abs(before - after) >= max(1, before * _KEPT_SHARE)


def _digits(text: str) -> int | None:
    found = re.search(r"-?\d+", text)
    return int(found[0]) if found else None


def _count(
    state: State,
    ledger: Ledger | None,
    of: Callable[[Ledger], int | None],
    now_ms: int,
    language: Language,
) -> str:
    number = of(ledger) if ledger is not None else None
    if ledger is None or number is None:
        return NOTHING
    number = max(0, number)
    if not is_old(state, ledger, now_ms):
        return str(number)
    return f"约{number}" if language == "zh" else f"about {number}"


def _countdown(state: State, now_ms: int) -> str:
    left = countdown_left_ms(state, now_ms)
    return NOTHING if left is None else str(-(-left // 1000))


def _next(state: State, language: Language) -> str:
    row = state.items.get(state.next or "")
    if row is None:
        return NOTHING
    title = (row.item.title_en if language == "en" else "") or row.item.title
    if not row.item.link_no:
        return title
    link = f"{row.item.link_no}号" if language == "zh" else f"Link {row.item.link_no}"
    return f"{link} {title}"
