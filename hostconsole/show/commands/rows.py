"""The queue's rows: skip, move, add, edit, encore."""

from __future__ import annotations

from typing import Any

from hostconsole.show.codec import json_value, with_field
from hostconsole.show.command import (
    ITEM,
    THE_ITEM,
    Context,
    Events,
    Given,
    Registry,
    item_or_on_air,
    place,
    positive,
    raw,
    text,
    yes,
)
from hostconsole.show.commands.pricing import field_edited, price_edited
from hostconsole.show.commands.take import waiting_after
from hostconsole.show.edits import SHOP_FIELDS, edited_value, field_named
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    Event,
    ItemAdded,
    ItemMoved,
    ItemSkipped,
    ItemUnskipped,
    NextSet,
)
from hostconsole.show.plan import Item, ReleasePart
from hostconsole.show.state import State

commands = Registry()


@commands.command("item.skip", title="Skip", args=(ITEM,))
def skip(state: State, ctx: Context, given: Given) -> Events:
    """Without an item, NEXT is meant: what is on air cannot be skipped."""
    item = given.get("item", state.next)
    if item is None:
        raise Refused("nothing_next")
    if state.on_air is not None and state.on_air.item.id == item:
        raise Refused("on_air", item=item)
    if state.items[item].skipped:
        raise Refused("already_skipped", item=item)
    skipped = ItemSkipped(item=item)
    if state.next != item:
        return (skipped,)
    return (skipped, NextSet(was=item, now=waiting_after(state, item)))


@commands.command("item.unskip", title="Do not skip", args=(ITEM,))
def unskip(state: State, ctx: Context, given: Given) -> Events:
    """Without an item, the last skipped one of the queue."""
    skipped = [key for key in state.order if state.items[key].skipped]
    item = given.get("item", skipped[-1] if skipped else None)
    if item is None or not state.items[item].skipped:
        raise Refused("nothing_skipped")
    return (ItemUnskipped(item=item), *_next_if_none(state, item))


@commands.command("item.move", title="Move", args=(THE_ITEM, place("before", required=True)))
def move(state: State, ctx: Context, given: Given) -> Events:
    item, before = given["item"], given["before"]
    was = stands_before(state, item)
    now = None if before == "end" else before
    if now in (item, was):
        return ()
    return (ItemMoved(item=item, was=was, before=now),)


def stands_before(state: State, item: str) -> str | None:
    """The id that follows `item` in the queue, None at the end."""
    following = state.order.index(item) + 1
    return state.order[following] if following < len(state.order) else None


@commands.command(
    "item.add",
    title="Add an item",
    args=(text("title", required=True), place("before")),
    open_args=True,
)
def add(state: State, ctx: Context, given: Given) -> Events:
    """A row made here: any field of the run-sheet by its column name."""
    words = {field_named(name): value for name, value in given.items() if name not in ("title", "before")}
    key = fresh_id(state)
    sold = bool(words.keys() & (SHOP_FIELDS | {"link_no"}))
    item = Item(
        id=key, kind="product" if sold else "segment", title="", sku=key if sold else "",
        currency=state.plan.currency,
    )  # fmt: skip
    for field, value in {"title": given["title"], **words}.items():
        item = with_field(item, field, _typed(item, field, value))
    before = given.get("before", "end")
    added = ItemAdded(item=key, row=item, before=None if before == "end" else before)
    return (added, *_next_if_none(state, key))


def _typed(item: Item, field: str, text: str) -> Any:
    """The JSON value `text` gives the field, or `Refused`."""
    try:
        return json_value(edited_value(item, field, text))
    except ValueError as fault:
        raise Refused("bad_value", name=field, value=text[:60], why=str(fault)) from None


def _next_if_none(state: State, item: str) -> Events:
    """With nothing left to take, what has just come into the queue is NEXT."""
    on_air = state.on_air is not None and state.on_air.item.id == item
    return (NextSet(was=None, now=item),) if state.next is None and not on_air else ()


def fresh_id(state: State) -> str:
    """An id no row has: A and the number of the event that will make it."""
    number = state.seq + 1
    while f"A{number}" in state.items:
        number += 1
    return f"A{number}"


@commands.command(
    "item.edit",
    title="Edit",
    args=(ITEM, text("field", required=True), raw("value", required=True), yes("confirm")),
)
def edit(state: State, ctx: Context, given: Given) -> Events:
    item = item_or_on_air(state, given)
    field = field_named(given["field"])
    row = state.items[item].item
    if field in SHOP_FIELDS and not row.sku:
        raise Refused("no_product", item=item)
    now = _typed(row, field, given["value"])
    if field == "price":
        return price_edited(state, ctx, item=item, price=now, confirmed=bool(given.get("confirm")))
    return field_edited(state, item=item, field=field, now=now)


@commands.command("item.encore", title="Encore", args=(ITEM, positive("qty")))
def encore(state: State, ctx: Context, given: Given) -> Events:
    """Another airing of a product, with `qty` units of its pool as its first batch."""
    source = item_or_on_air(state, given)
    row = state.items[source].item
    if not row.sku:
        raise Refused("no_product", item=source)
    release = (ReleasePart(qty=given["qty"], when="open"),) if "qty" in given else ()
    own_price = row.kind == "encore" and row.own_price
    again = with_field(row, "kind", "encore")
    for name, value in (
        ("id", fresh_id(state)),
        ("product", row.product or source),
        ("own_price", own_price),
        ("price", state.items[source].price if own_price else row.price),
        ("row", None),
        ("cues", ""),
        ("release", json_value(release)),
    ):
        again = with_field(again, name, value)
    added: Event = ItemAdded(item=again.id, row=again, before=_before_closing(state))
    return (added, *_next_if_none(state, again.id))


@commands.command("item.duplicate", title="Duplicate", args=(ITEM,))
def duplicate(state: State, ctx: Context, given: Given) -> Events:
    """The same row once more, right behind it: a product with a SKU, a stock and a link of its own."""
    source = item_or_on_air(state, given)
    row = state.items[source].item
    key = fresh_id(state)
    again = with_field(with_field(row, "id", key), "row", None)
    if row.kind == "product":
        again = with_field(with_field(again, "sku", key), "link_no", "")
    added = ItemAdded(item=key, row=again, before=stands_before(state, source))
    return (added, *_next_if_none(state, key))


def _before_closing(state: State) -> str | None:
    """An encore comes before the closing words, if the queue ends in a segment still to come."""
    last = state.order[-1]
    row = state.items[last]
    on_air = state.on_air is not None and state.on_air.item.id == last
    closing = row.item.kind == "segment" and row.airings == 0 and not on_air
    return last if closing else None
