"""Oversold, and what is done about it: another product, a pre-order, the money back, or the reserve
(DOMAIN §4.3); and a gift that is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import cast, get_args

from hostconsole.show import counting
from hostconsole.show.command import (
    ITEM,
    SKU,
    Context,
    Events,
    Given,
    Registry,
    item_or_on_air,
    positive,
    sku_or_on_air,
    text,
)
from hostconsole.show.commands.pricing import field_edited
from hostconsole.show.errors import Refused
from hostconsole.show.events import OversoldHow, OversoldSettled, StockSold
from hostconsole.show.ledger import Ledger, adjusted, cap_after_sale, cap_after_settling
from hostconsole.show.order_news import taken_back
from hostconsole.show.state import State

commands = Registry()


@commands.command(
    "oversold.settle",
    title="Settle what is oversold",
    args=(SKU, ITEM, text("how", required=True), text("to"), positive("qty")),
)
def settle(state: State, ctx: Context, given: Given) -> Events:
    """`how`: refund, pre_order (with the buyers' consent), swap `to` another SKU, or reserve. What is sold
    beyond all there is, else all the batch lacks; or `qty` of it."""
    sku, _variant = sku_or_on_air(state, given)
    was = state.stock[sku]
    short = max(0, -(was.shown or 0))
    how = given["how"].replace("-", "_")
    if how not in get_args(OversoldHow):
        raise Refused(
            "bad_value", name="how", value=how[:60], why=f"one of {', '.join(get_args(OversoldHow))}"
        )
    units = given.get("qty", (was.beyond if how != "reserve" else 0) or short)
    if not 0 < units <= short:
        raise Refused("not_oversold", sku=sku, qty=short)
    return _settled(state, ctx, was, how=cast(OversoldHow, how), units=units, to=given.get("to", ""))


def _settled(state: State, ctx: Context, was: Ledger, *, how: OversoldHow, units: int, to: str) -> Events:
    ledger, other = _reserve(was, units) if how == "reserve" else _fewer(was, units, ctx), None
    if how == "pre_order":
        ledger = replace(ledger, presale_sold=was.presale_sold + units)
    elif how == "swap":
        other = _other(state, was.sku, to, units)
    settled = OversoldSettled(
        sku=was.sku, was=was.sellable, now=ledger.sellable, source="hand", reason=f"oversold: {how}",
        ledger=_by_hand(ledger, ctx), how=how, qty=units, to=other.sku if other else "",
    )  # fmt: skip
    if other is None:
        return (settled,)
    after = replace(other, sold=(other.sold or 0) + units, cap=cap_after_sale(other, units))
    swapped = StockSold(
        sku=other.sku, was=other.sellable, now=after.sellable, source="hand", reason=f"instead of {was.sku}",
        ledger=_by_hand(after, ctx),
    )  # fmt: skip
    return (settled, swapped)


def _fewer(ledger: Ledger, units: int, ctx: Context) -> Ledger:
    """So many were not sold after all. Where fewer were counted as sold, the count of the stock was wrong, if
    it is our own that is short."""
    cap = cap_after_settling(ledger, units)
    if (ledger.sold or 0) >= units:
        return taken_back(replace(ledger, sold=(ledger.sold or 0) - units, cap=cap), units, ms=ctx.now_ms)
    return replace(adjusted(ledger, min(units, max(0, -(ledger.own or 0)))), cap=cap)


def _reserve(ledger: Ledger, units: int) -> Ledger:
    if ledger.buffer < units:
        raise Refused("not_enough", sku=ledger.sku, have=ledger.buffer, qty=units)
    return replace(ledger, buffer=ledger.buffer - units, cap=cap_after_settling(ledger, units))


def _other(state: State, sku: str, to: str, units: int) -> Ledger:
    other = state.stock.get(to)
    if other is None or to == sku:
        raise Refused("unknown_sku", sku=to)
    if (other.sellable or 0) < units:
        raise Refused("not_enough", sku=to, have=max(0, other.sellable or 0), qty=units)
    return other


def _by_hand(ledger: Ledger, ctx: Context) -> Ledger:
    return counting.reckoned_by_hand(ledger, by=ctx.actor, at=ctx.at, ms=ctx.now_ms)


@commands.command("gift.end", title="No gift any more", args=(ITEM,))
def gift_end(state: State, ctx: Context, given: Given) -> Events:
    """The gift leaves the offer of every row of this SKU; the host sees it changed."""
    item = item_or_on_air(state, given)
    sku = state.items[item].item.sku
    rows = [key for key in state.order if sku and state.items[key].item.sku == sku]
    events = [event for key in rows for event in field_edited(state, item=key, field="gift", now="")]
    if not events:
        raise Refused("no_gift", item=item)
    return tuple(events)
