"""What the host may know of an item's price and stock, as ready texts.

Floor price, reserve and what is held back are not read here at all (DESIGN §4 rule 13), and a number that
nobody has counted is never shown as 0 (rule 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hostconsole.show.feed_view import is_old
from hostconsole.show.gifts import offered_now
from hostconsole.show.ledger import Ledger
from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.rules import Language
from hostconsole.show.state import State
from hostconsole.ui.host_texts import TEXTS, say

Tone = Literal["calm", "good", "amber", "red", "dim"]

FLAG_MS = 10_000
"""So long a change is flagged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """`was` and `now` as viewers read them ("¥129", "¥89"), "" where there is none; `basis` says what `was`
    is; `terms` are gift and limit."""

    now: str = ""
    was: str = ""
    basis: str = ""
    terms: tuple[str, ...] = ()
    flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """`text` is a number or a word; `is_number` tells which. `batch` is "Batch 1 of 4" or ""."""

    text: str = ""
    is_number: bool = False
    tone: Tone = "calm"
    batch: str = ""
    flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLine:
    """One colour or size; `left` is "" while nobody has counted it."""

    name: str
    left: str
    tone: Tone = "calm"


def flagged_now(state: State, now_ms: int, *names: str) -> bool:
    """Whether one of `names` of the item on air changed within the last ten seconds."""
    if state.on_air is None:
        return False
    return any(what in names and 0 <= now_ms - at < FLAG_MS for what, at in state.on_air.flagged)


def price_of(state: State, item: Item, now_ms: int, language: Language) -> Price:
    """The price as it is made. A segment has none."""
    if item.kind == "segment":
        return Price()
    row = state.items.get(item.id)
    price = row.price if row is not None else item.price
    was, basis = _reference(item, price, language)
    return Price(
        now=as_read(price, item.currency) if price is not None else say(language, "no_price"),
        was=was,
        basis=basis,
        terms=_terms(state, item, language),
        flagged=flagged_now(state, now_ms, "price", "ref_price", "gift", "limit", "offer"),
    )


def _reference(item: Item, price: int | None, language: Language) -> tuple[str, str]:
    """The compared price and what it is, only where it is higher and has not been said to have no basis."""
    if item.ref_price is None or item.ref_price_basis == "none":
        return "", ""
    if price is None or item.ref_price <= price:
        return "", ""
    key = f"basis_{item.ref_price_basis}"
    return as_read(item.ref_price, item.currency), say(language, key) if key in TEXTS else ""


def _terms(state: State, item: Item, language: Language) -> tuple[str, ...]:
    """A gift that is gone is said to be: it stands in the way of promising it."""
    gifts = offered_now(state, item)
    terms = [say(language, "gift_gone", what=", ".join(gifts.gone))] if gifts.gone else []
    if gifts.text:
        terms.append(say(language, "gift", what=gifts.text))
    if item.limit:
        # "2" is a number of pieces; anything else is a sentence of the seller's own.
        terms.append(say(language, "limit", n=item.limit) if item.limit.isdigit() else item.limit)
    return tuple(terms)


def left_of(state: State, item: Item, now_ms: int, language: Language) -> Left:
    """How many can be sold now, in the words of the host's screen. A segment has no such number."""
    if item.kind == "segment":
        return Left()
    ledger = state.stock.get(item.sku)
    flagged = flagged_now(state, now_ms, "stock", "stock_total", "variants")
    sellable = ledger.sellable if ledger is not None else None
    if ledger is None or sellable is None:
        return Left(text=say(language, "not_counted"), tone="dim", flagged=flagged)
    batch = say(language, "batch", n=ledger.batch, of=ledger.batches) if ledger.batch else ""
    if sellable > 0:
        text, tone = _number(state, ledger, sellable, now_ms, language), _scarce(item, ledger, sellable)
        return Left(text=text, is_number=True, tone=tone, batch=batch, flagged=flagged)
    word, gone_tone = _gone(ledger, sellable, language)
    return Left(text=word, tone=gone_tone, batch=batch, flagged=flagged)


def _number(state: State, ledger: Ledger, sellable: int, now_ms: int, language: Language) -> str:
    """A feed keeps its number fresh by itself, until it fails; what was counted by hand grows old."""
    return say(language, "about", n=sellable) if is_old(state, ledger, now_ms) else str(sellable)


def _scarce(item: Item, ledger: Ledger, sellable: int) -> Tone:
    critical = item.critical_qty if item.critical_qty is not None else 3
    warn = item.warn_qty if item.warn_qty is not None else 10
    if ledger.batch:
        # A small batch is not scarce because the whole plan's threshold is larger than it.
        warn, critical = min(warn, ledger.batch_qty // 4), min(critical, ledger.batch_qty // 10)
    if sellable <= critical:
        return "red"
    return "amber" if sellable <= warn else "calm"


def _gone(ledger: Ledger, sellable: int, language: Language) -> tuple[str, Tone]:
    if sellable < 0:
        return say(language, "oversold", n=-sellable), "red"
    if ledger.batches and not ledger.batch:
        return say(language, "not_open"), "dim"
    more = ledger.batch < ledger.batches
    return say(language, "batch_gone" if more else "sold_out"), "red"


def variants_of(state: State, item: Item, language: Language) -> tuple[VariantLine, ...]:
    """Colours and sizes, scarce first, uncounted ones last; one variant alone is no choice."""
    ledger = state.stock.get(item.sku)
    if ledger is None or len(ledger.variants) < 2:
        return ()
    counted = sorted((v for v in ledger.variants if v.left is not None), key=lambda v: v.left or 0)
    unknown = [v for v in ledger.variants if v.left is None]
    lines = [_variant(v.name, v.left or 0, language) for v in counted]
    lines += [VariantLine(name=v.name, left="", tone="dim") for v in unknown]
    if not counted:
        lines.append(VariantLine(name=say(language, "each_unknown"), left="", tone="dim"))
    elif not unknown and (ledger.unassigned or 0) > 0:
        lines.append(VariantLine(name=say(language, "others"), left=str(ledger.unassigned), tone="dim"))
    return tuple(lines)


def _variant(name: str, left: int, language: Language) -> VariantLine:
    if left <= 0:
        return VariantLine(name=name, left=say(language, "sold_out"), tone="red")
    return VariantLine(name=name, left=str(left), tone="amber" if left <= 5 else "calm")
