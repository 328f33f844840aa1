"""What OBS should show, computed from the state (DESIGN §4 rule 4, §5.6). Latest wins."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hostconsole.show.clocks import countdown_left_ms
from hostconsole.show.gifts import offered_now
from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.rules import Language, Rules
from hostconsole.show.scenes import scene_now
from hostconsole.show.scenes import scene_of as scene_of
from hostconsole.show.state import ItemState, State

COMPANIONS = ("link_label", "stock_label", "ref_strike")
"""Texts that come and go with another one: words for a number, the line through the compared price."""

TEXT_INPUTS = (
    *("link", "title", "price", "ref_price", "stock", "sold", "next", "countdown", "notice"),
    *COMPANIONS,
)
"""Names (without "hc:") of the text inputs the console keeps true."""

PICTURE_INPUT = "picture"

_LABELS: dict[Language, dict[str, str]] = {
    "zh": {"link": "号链接", "stock": "剩余"},
    "en": {"link": "LINK", "stock": "LEFT"},
}

_UNDERSCORES = 590 / 567
"""The width of a digit in underscores, in Noto Sans CJK Bold."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """`scene` None: leave the scene as it is. `inputs` are the `hc:` inputs by name without "hc:", as
    the text (or, for `picture`, the file's absolute path) they should hold; only those that exist in
    OBS are set. `take` numbers the takes of this run of the program: a new number sends the scene anew.
    `preview` is NEXT's scene, for the preview of studio mode."""

    scene: str | None = None
    inputs: Mapping[str, str] = msgspec.field(default_factory=dict)
    take: int = 0
    preview: str | None = None


def target(state: State, rules: Rules, *, take: int, now_ms: int) -> Target:
    """The target of `state`. With nothing on air every input is empty and the scene is left alone."""
    airing = state.on_air
    if airing is None:
        return Target(
            scene=None,
            inputs=dict.fromkeys((*TEXT_INPUTS, PICTURE_INPUT), ""),
            take=take,
            preview=preview(state, rules),
        )
    row = state.items.get(airing.item.id)
    return Target(
        scene=scene_now(state, airing.item, rules),
        inputs=_inputs(state, airing.item, row, rules, now_ms),
        take=take,
        preview=preview(state, rules),
    )


def preview(state: State, rules: Rules) -> str | None:
    """The scene of NEXT while a show is prepared or running."""
    row = state.items.get(state.next or "")
    return None if row is None or state.mode == "ended" else scene_now(state, row.item, rules)


def _inputs(state: State, item: Item, row: ItemState | None, rules: Rules, now_ms: int) -> dict[str, str]:
    ledger = state.stock.get(item.sku)
    price = row.price if row is not None else item.price
    coming = state.items.get(state.next or "")
    language = rules.host_language
    reference = _reference(item, price)
    stock = str(max(0, ledger.sellable)) if ledger and ledger.sellable is not None else ""
    words = _LABELS[language]
    return {
        "link": item.link_no,
        "link_label": words["link"] if item.link_no else "",
        "title": _title(item, language),
        "price": as_read(price, item.currency) if price is not None else "",
        "ref_price": reference,
        "ref_strike": strike(reference),
        "stock": stock,
        "stock_label": words["stock"] if stock else "",
        "sold": str(ledger.sold) if ledger and ledger.sold is not None else "",
        "next": _title(coming.item, language) if coming is not None else "",
        "countdown": _countdown(state, now_ms),
        "notice": _notice(state, item, language),
        "picture": item.picture,
    }


def _notice(state: State, item: Item, language: Language) -> str:
    """What must be said of it, and which gift viewers must not wait for, whatever else the picture shows."""
    gone = offered_now(state, item).gone
    said = ""
    if gone:
        said = f"赠品已送完:{'、'.join(gone)}" if language == "zh" else f"No more gifts: {', '.join(gone)}"
    return " · ".join(part for part in (item.disclosure, said) if part)


def strike(price: str) -> str:
    """Underscores about as wide as `price`: laid over it and raised, they strike it out. OBS's texts know no
    such line on Linux and macOS."""
    wide = sum(0.55 if char in ".,' " else 1.0 for char in price)
    return "_" * round(wide * _UNDERSCORES)


def _title(item: Item, language: Language) -> str:
    return (item.title_en if language == "en" else "") or item.title


def _reference(item: Item, price: int | None) -> str:
    """The compared price, only when it is higher than the price and has a basis (or none was asked for)."""
    if item.ref_price is None or (price is not None and item.ref_price <= price):
        return ""
    if item.ref_price_basis == "none":
        return ""
    return as_read(item.ref_price, item.currency)


def _countdown(state: State, now_ms: int) -> str:
    left = countdown_left_ms(state, now_ms)
    return "" if left is None else str(-(-left // 1000))
