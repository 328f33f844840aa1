"""Prices: the price now, the planned one, and the second look at an odd one (DESIGN §4 rule 5)."""

from __future__ import annotations

from typing import Any

from hostconsole.show.codec import json_value
from hostconsole.show.command import ITEM, REASON, Context, Events, Given, Registry, item_or_on_air, text, yes
from hostconsole.show.errors import Refused
from hostconsole.show.events import Event, ItemEdited, PriceChanged
from hostconsole.show.money import as_read, to_minor
from hostconsole.show.state import State

commands = Registry()


@commands.command(
    "price.set", title="Set the price", args=(ITEM, text("price", required=True), yes("confirm"), REASON)
)
def price_set(state: State, ctx: Context, given: Given) -> Events:
    item = item_or_on_air(state, given)
    row = state.items[item]
    if not row.item.sku:
        raise Refused("no_product", item=item)
    now = _typed_price(given["price"], row.item.currency)
    doubt = odd_price(state, ctx, item=item, price=now)
    if doubt and not given.get("confirm"):
        raise Refused("needs_confirm", what=doubt)
    if now == row.price:
        return ()
    return (
        PriceChanged(
            item=item, was=row.price, now=now, reason=given.get("reason", ""), confirmed=bool(doubt)
        ),
    )


def _typed_price(typed: str, currency: str) -> int:
    try:
        minor = to_minor(typed, currency)
    except ValueError as fault:
        raise Refused("bad_value", name="price", value=typed[:60], why=str(fault)) from None
    if minor < 0:
        raise Refused("bad_value", name="price", value=typed[:60], why="below 0")
    return minor


def odd_price(state: State, ctx: Context, *, item: str, price: int) -> str:
    """Why `price` (minor units) needs a second look, "" if it does not: under the floor, or under half
    or over double the plan (DESIGN §4 rule 5)."""
    row = state.items[item].item
    planned, floor = row.price, row.floor_price
    shown = as_read(price, row.currency)
    if floor is not None and price < floor:
        return f"{shown} is under the floor {as_read(floor, row.currency)}"
    if planned and price < planned * ctx.rules.price_low:
        return f"{shown} is under half the planned {as_read(planned, row.currency)}"
    if planned and price > planned * ctx.rules.price_high:
        return f"{shown} is over double the planned {as_read(planned, row.currency)}"
    return ""


def field_edited(state: State, *, item: str, field: str, now: Any) -> Events:
    """`field` of the plan's row becomes `now` (a JSON value); nothing if it is that already."""
    was = json_value(getattr(state.items[item].item, field))
    if was == now:
        return ()
    on_air = state.on_air is not None and state.on_air.item.id == item
    return (ItemEdited(item=item, field=field, was=was, now=now, on_air=on_air),)


def price_edited(state: State, ctx: Context, *, item: str, price: int | None, confirmed: bool) -> Events:
    """The planned price and, as an event of its own so that each can be taken back, the price now. An
    encore's price cell makes the price its own; emptied, it is its product's again."""
    row = state.items[item]
    product = state.items.get(row.item.product) if row.item.kind == "encore" else None
    shared = product is not None and price is None
    plan, now = (product.item.price, product.price) if product is not None and shared else (price, price)
    doubt = odd_price(state, ctx, item=item, price=now) if now is not None else ""
    if doubt and not confirmed and now != row.price:
        raise Refused("needs_confirm", what=doubt)
    own: Events = field_edited(state, item=item, field="own_price", now=not shared) if product else ()
    planned = field_edited(state, item=item, field="price", now=plan)
    changed: tuple[Event, ...] = ()
    if now != row.price:
        changed = (PriceChanged(item=item, was=row.price, now=now, confirmed=bool(doubt)),)
    return (*planned, *changed, *own) if shared else (*planned, *own, *changed)
