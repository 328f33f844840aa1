"""Gifts: what goes along with a product, with a stock of its own (DOMAIN §4.5). A gift that is gone must
leave the offer, as what was promised must be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import msgspec

from hostconsole.show.ledger import Ledger, cap_after_sale
from hostconsole.show.numbers import typed
from hostconsole.show.plan import Component, Item
from hostconsole.show.state import State

PREFIX = "gift:"
"""The SKU of a gift that is no row of the sheet: this, and its name."""

_TIMES = re.compile(r"^(.+?)\s*[×✕*xX]\s*(\d{1,4})$")
_PIECE = re.compile(r"(?:\([^()]*\)|[^+|;\n])+")
"""Gifts are apart by `+`, but not by one within brackets."""
_WORTH = re.compile(r"\s*\([^()]*[¥$€£价元值][^()]*\)|\s*\([^()]*\bworth\b[^()]*\)", re.IGNORECASE)
"""What a gift is worth, or costs by itself, is no part of its name."""


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """The gifts of an item that can still be promised: `text` as the sheet has it, `short` their names and
    how many; and the names of those that are `gone`."""

    text: str = ""
    short: str = ""
    gone: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def gifts_of(text: str) -> tuple[Component, ...]:
    """`杯刷×1(店内售价¥9.9) + 清洁片×2`: names, and how many go with one product; 1 where none is said."""
    return tuple(gift for _piece, gift in _pieces(text))


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[tuple[str, Component], ...]:
    """Each gift as it is written, and what is meant."""
    found: list[tuple[str, Component]] = []
    for piece in _PIECE.findall(typed(text)):
        bare = _WORTH.sub("", piece).strip()
        times = _TIMES.match(bare)
        name = (times[1] if times else bare).strip()
        if name:
            found.append((piece.strip(), Component(sku=name[:60], qty=max(1, int(times[2])) if times else 1)))
    return tuple(found)


def with_gifts(stock: Mapping[str, Ledger], items: Iterable[Item]) -> dict[str, Ledger]:
    """`stock` with a ledger for every gift that has none: of the sheet's `gift_stock`, else not counted."""
    items = tuple(items)
    after = dict(stock)
    for item in items:
        for gift in gifts_of(item.gift) if item.gift else ():
            sku = _sku_of(gift.sku, items)
            if sku not in after:
                after[sku] = Ledger(sku=sku, total=item.gift_stock)
    return after


def gift_ledgers(
    stock: Mapping[str, Ledger], item: Item, items: Iterable[Item]
) -> Iterator[tuple[Component, Ledger]]:
    """Each gift of `item` that has a ledger, with it."""
    for gift in gifts_of(item.gift) if item.gift else ():
        ledger = stock.get(PREFIX + gift.sku) or stock.get(_sku_of(gift.sku, items))
        if ledger is not None:
            yield gift, ledger


def gifts_sold(
    stock: Mapping[str, Ledger], item: Item, items: Iterable[Item], units: int
) -> tuple[Ledger, ...]:
    """The ledgers of its gifts after so many units more were sold. One that nobody has counted stays so, and
    one that a feed counts is left to the feed."""
    return tuple(
        replace(
            ledger,
            sold=max(0, (ledger.sold or 0) + units * gift.qty),
            cap=cap_after_sale(ledger, units * gift.qty),
        )
        for gift, ledger in gift_ledgers(stock, item, tuple(items))
        if units and ledger.total is not None and not ledger.told
    )


def gone(stock: Mapping[str, Ledger], item: Item, items: Iterable[Item]) -> str:
    """The name of a gift of `item` of which not enough is left for one more, "" if there is none."""
    return next(iter(offered(stock, item, items).gone), "")


def offered(stock: Mapping[str, Ledger], item: Item, items: Iterable[Item]) -> Offered:
    """What can be said of the gifts of `item` now; one that nobody has counted is believed to be there."""
    if not item.gift:
        return Offered()
    empty = {gift.sku for gift, ledger in gift_ledgers(stock, item, tuple(items)) if _is_gone(ledger, gift)}
    standing = [(piece, gift) for piece, gift in _pieces(item.gift) if gift.sku not in empty]
    return Offered(
        text=" + ".join(piece for piece, _gift in standing) if empty else item.gift,
        short="+".join(f"{gift.sku}×{gift.qty}" if gift.qty > 1 else gift.sku for _piece, gift in standing),
        gone=tuple(gift.sku for gift in gifts_of(item.gift) if gift.sku in empty),
    )


def offered_now(state: State, item: Item) -> Offered:
    """What can be said of the gifts of `item` as the show stands."""
    if not item.gift:
        return Offered()
    return offered(state.stock, item, (row.item for row in state.items.values()))


def _is_gone(ledger: Ledger, gift: Component) -> bool:
    left = ledger.sellable
    return left is not None and left < gift.qty


def _sku_of(name: str, items: Iterable[Item]) -> str:
    """A gift that is a product of the sheet, by SKU or title, has that product's stock."""
    for item in items:
        if item.sku and name in (item.sku, item.title):
            return item.sku
    return PREFIX + name
