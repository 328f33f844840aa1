"""Key points that were ticked as said and are not true any more: price, stock or words have changed."""

from __future__ import annotations

import re

from hostconsole.show.events import PointContradicted
from hostconsole.show.levels import stock_level
from hostconsole.show.money import as_read, plain
from hostconsole.show.plan import Item
from hostconsole.show.script import TOKEN, TOKEN_NAMES
from hostconsole.show.state import ItemState, SaidPoint, State

_STOCK = frozenset({"stock", "batch_left"})


def said_point(state: State, key: str, n: int) -> SaidPoint:
    """What point `n` of row `key` says at this moment."""
    row = state.items[key]
    item = _shown(state, row)
    text = item.key_points[n - 1] if 0 < n <= len(item.key_points) else ""
    return SaidPoint(n=n, text=text, price=row.price, level=stock_level(state, item))


def contradicted(state: State) -> tuple[PointContradicted, ...]:
    """One event for each ticked point of the item on air that is not true any more."""
    if state.on_air is None or state.on_air.item.id not in state.items:
        return ()
    key = state.on_air.item.id
    row = state.items[key]
    found = (_untrue(said, said_point(state, key, said.n), row.item) for said in row.said_as)
    return tuple(event for event in found if event is not None)


def _shown(state: State, row: ItemState) -> Item:
    """The frozen copy if it is on air."""
    airing = state.on_air
    return airing.item if airing is not None and airing.item.id == row.item.id else row.item


def _untrue(said: SaidPoint, now: SaidPoint, item: Item) -> PointContradicted | None:
    if said.text != now.text:
        return PointContradicted(item=item.id, n=said.n, what="words", was=said.text, now=now.text)
    tokens = {TOKEN_NAMES.get(found[1] or found[2], "") for found in TOKEN.finditer(said.text)}
    if said.price != now.price and said.price is not None and _names_price(said, tokens, item):
        price = as_read(now.price, item.currency) if now.price is not None else ""
        was = as_read(said.price, item.currency)
        return PointContradicted(item=item.id, n=said.n, what="price", was=was, now=price)
    if tokens & _STOCK and now.level == "sold_out" != said.level:
        return PointContradicted(item=item.id, n=said.n, what="stock", was=said.level, now=now.level)
    return None


def _names_price(said: SaidPoint, tokens: set[str], item: Item) -> bool:
    """By its token, or as the number itself ("6 packs 19.9")."""
    if "price" in tokens or said.price is None:
        return said.price is not None
    number = plain(said.price, item.currency)
    short = number.rstrip("0").rstrip(".") if "." in number else number
    either = "|".join(re.escape(one) for one in (number, short))
    return re.search(rf"(?<![\d.])(?:{either})(?!\.?\d)", said.text) is not None
