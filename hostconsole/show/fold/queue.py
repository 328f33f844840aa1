"""How events change the queue: takes, misfires, edits, prices and stock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hostconsole.show import events as e
from hostconsole.show.airings import Airings
from hostconsole.show.bundles import bounded
from hostconsole.show.clocks import airing_ms, prompter_at
from hostconsole.show.codec import with_field
from hostconsole.show.frozen import replace
from hostconsole.show.gifts import with_gifts
from hostconsole.show.ledger import Ledger, opening
from hostconsole.show.plan import Item
from hostconsole.show.said_points import said_point
from hostconsole.show.sales import ORDER_MS, Sales, booked
from hostconsole.show.state import Airing, ItemState, Prompter, State


def with_item(state: State, item: str, /, **changes: Any) -> State:
    """`state` with fields of one row of the queue replaced."""
    return replace(state, items={**state.items, item: replace(state.items[item], **changes)})


def price_group(state: State, item: str) -> tuple[str, ...]:
    """The rows that share `item`'s price: a product and its encores without a price of their own."""
    row = state.items[item].item
    product = item if row.own_price else row.product
    return tuple(
        key
        for key, other in state.items.items()
        if key == product or (other.item.product == product and not other.item.own_price)
    ) or (item,)


def taken(state: State, event: e.ItemTaken, entry: e.Entry) -> State:
    state = _left(state, entry.mono_ms)
    row = state.items[event.item]
    state = with_item(state, event.item, airings=event.airing, skipped=False, said=(), said_as=(), unsaid=())
    airing = Airing(item=row.item, n=event.airing, since_ms=entry.mono_ms, at=entry.at, seq=entry.seq)
    prompter = Prompter(item=event.item, since_ms=entry.mono_ms, pace=state.prompter.pace)
    return replace(
        state,
        on_air=airing,
        last_take_ms=entry.mono_ms,
        prompter=prompter,
        obs=replace(state.obs, differs=False),
    )


def misfired(state: State, event: e.ItemMisfired, entry: e.Entry) -> State:
    airing = state.on_air
    if airing is None:
        return state
    lost = replace(airing, ended_ms=entry.mono_ms, misfire=True)
    state = with_item(state, event.item, airings=state.items[event.item].airings - 1)
    former = next((a for a in reversed(state.airings) if not a.misfire), None)
    pace = state.prompter.pace
    if former is None or event.back_to is None:
        return replace(state, on_air=None, airings=state.airings.plus(lost), prompter=Prompter(pace=pace))
    kept = Airings(a for a in state.airings if a is not former)
    row = state.items[former.item.id]
    state = with_item(state, former.item.id, aired_ms=row.aired_ms - _length(former))
    prompter = Prompter(item=former.item.id, at=former.left_at, since_ms=entry.mono_ms, pace=pace)
    going_on = replace(former, ended_ms=None, held_ms=former.held_ms + lost.held_ms)
    return replace(state, on_air=going_on, airings=kept.plus(lost), prompter=prompter)


def _left(state: State, now_ms: int) -> State:
    """The item on air, if any, has ended now."""
    airing = state.on_air
    if airing is None:
        return state
    on_air_ms = airing_ms(state, now_ms) or 0
    held = now_ms - airing.since_ms - on_air_ms
    ended = replace(airing, ended_ms=now_ms, held_ms=held, left_at=prompter_at(state, now_ms))
    row = state.items[airing.item.id]
    state = with_item(state, airing.item.id, aired_ms=row.aired_ms + on_air_ms)
    return replace(state, on_air=None, airings=state.airings.plus(ended))


def ended(state: State, now_ms: int) -> State:
    """Nothing is on air any more: the session ended."""
    return _left(state, now_ms)


def _length(airing: Airing) -> int:
    return (airing.ended_ms or airing.since_ms) - airing.since_ms - airing.held_ms


def order_with(order: tuple[str, ...], item: str, before: str | None) -> tuple[str, ...]:
    """`order` with `item` standing before `before`, or at the end."""
    rest = [key for key in order if key != item]
    place = rest.index(before) if before in rest else len(rest)
    return (*rest[:place], item, *rest[place:])


def added(state: State, event: e.ItemAdded) -> State:
    row = event.row
    price = row.price
    if not row.own_price and row.product in state.items:
        price = state.items[row.product].price
    items = {**state.items, event.item: ItemState(item=row, price=price, added=True)}
    stock = state.stock
    if row.sku and row.sku not in stock:
        stock = {**stock, row.sku: opening(row)}
    order = order_with(state.order, event.item, event.before)
    return _with_bounds(replace(state, items=items, stock=stock, order=order))


def removed(state: State, event: e.ItemRemoved) -> State:
    sku = state.items[event.item].item.sku
    items = {key: row for key, row in state.items.items() if key != event.item}
    order = tuple(key for key in state.order if key != event.item)
    state = replace(state, items=items, order=order)
    if sku and not _has_rows(state, sku):
        stock = {key: ledger for key, ledger in state.stock.items() if key != sku}
        state = replace(state, stock=stock)
    return _with_bounds(state)


def edited(state: State, event: e.ItemEdited, entry: e.Entry) -> State:
    row = state.items[event.item]
    item = with_field(row.item, event.field, event.now)
    state = with_item(state, event.item, item=item)
    if event.field == "price":
        state = _encores_follow(state, item)
    if event.field in ("sku", "stock_total"):
        state = _with_bounds(replace(state, stock=_with_ledger(state, row.item, item)))
    if event.field == "gift" and item.gift:
        state = replace(state, stock=with_gifts(state.stock, [other.item for other in state.items.values()]))
    if event.on_air and state.on_air:
        airing = replace(state.on_air, item=with_field(state.on_air.item, event.field, event.now))
        state = flagged(replace(state, on_air=airing), event.field, entry.mono_ms)
    return state


def _encores_follow(state: State, product: Item) -> State:
    """The planned price of a product is that of its encores without one of their own."""
    items = {
        key: replace(row, item=replace(row.item, price=product.price))
        if row.item.product == product.id and not row.item.own_price
        else row
        for key, row in state.items.items()
    }
    return replace(state, items=items)


def _with_ledger(state: State, was: Item, now: Item) -> dict[str, Ledger]:
    """A SKU new to the show gets its ledger, one that no row has any more loses it while nobody has
    touched it; a planned stock that nobody has touched follows the edit."""
    stock = dict(state.stock)
    if was.sku != now.sku and _untouched(stock, was) and not _has_rows(state, was.sku):
        del stock[was.sku]
    if now.sku not in stock or (now.sku == was.sku and _untouched(stock, was)):
        stock[now.sku] = opening(now)
    return stock


def _untouched(stock: Mapping[str, Ledger], row: Item) -> bool:
    """Nobody has counted, released or sold any of it. What a bundle's parts allow is nobody's count of it."""
    ledger = stock.get(row.sku)
    return ledger is not None and replace(ledger, bound=None) == opening(row)


def _with_bounds(state: State) -> State:
    """Rows or planned stock have changed: bundles follow what their parts allow now."""
    return replace(state, stock=bounded(state.stock, [row.item for row in state.items.values()]))


def _has_rows(state: State, sku: str) -> bool:
    return any(row.item.sku == sku for row in state.items.values())


def flagged(state: State, what: str, now_ms: int) -> State:
    """The host's screen flags `what` of the item on air as changed now."""
    if state.on_air is None:
        return state
    rest = tuple(pair for pair in state.on_air.flagged if pair[0] != what)
    return replace(state, on_air=replace(state.on_air, flagged=(*rest, (what, now_ms))))


def priced(state: State, event: e.PriceChanged, entry: e.Entry) -> State:
    group = price_group(state, event.item)
    items = dict(state.items)
    for key in group:
        items[key] = replace(items[key], price=event.now)
    state = replace(state, items=items)
    if state.on_air and state.on_air.item.id in group:
        return flagged(state, "price", entry.mono_ms)
    return state


def stocked(state: State, event: e.StockEvent, entry: e.Entry) -> State:
    state = _sold(state, event, entry)
    bundles = [row.item for row in state.items.values() if row.item.bundle]
    stock = {**state.stock, event.sku: event.ledger}
    if bundles:
        stock = bounded(stock, bundles, changed=event.sku)
    state = replace(state, stock=stock)
    if state.on_air and state.on_air.item.sku == event.sku and event.source in ("hand", "undo"):
        return flagged(state, "stock", entry.mono_ms)
    return state


def _sold(state: State, event: e.StockEvent, entry: e.Entry) -> State:
    """What this event booked as sold, kept for the rate: orders at their own times. A typed total of before
    the show is no sale."""
    if not state.running:
        return state
    was = state.stock.get(event.sku)
    units = (event.ledger.sold or 0) - (was.sold or 0 if was is not None else 0)
    orders = event.orders if isinstance(event, e.StockSold) else ()
    if not units and not orders:
        return state
    times = orders or ((entry.mono_ms, units),)
    sales = state.sales.get(event.sku, Sales())
    for at_ms, of_it in times:
        if of_it:
            sales = _booked(state, sales, event.sku, at_ms=at_ms, units=of_it)
    return state if not any(of_it for _at, of_it in times) else _with_sales(state, event.sku, sales)


def _booked(state: State, sales: Sales, sku: str, *, at_ms: int, units: int) -> Sales:
    airing = state.on_air
    here = airing is not None and airing.item.sku == sku and at_ms > airing.since_ms - ORDER_MS
    return booked(
        sales,
        units,
        now_ms=at_ms,
        airing=airing.seq if airing is not None and here else None,
        since_ms=airing.since_ms if airing is not None and here else 0,
    )


def _with_sales(state: State, sku: str, sales: Sales) -> State:
    return replace(state, sales={**state.sales, sku: sales})


def point_ticked(state: State, event: e.PointTicked) -> State:
    row = state.items[event.item]
    said, n = set(row.said), event.n
    said = said | {n} if event.said else said - {n}
    said_as = tuple(one for one in row.said_as if one.n != n)
    if event.said:
        said_as = (*said_as, said_point(state, event.item, n))
    unsaid = tuple(one for one in row.unsaid if one.n != n)
    return with_item(state, event.item, said=tuple(sorted(said)), said_as=said_as, unsaid=unsaid)


def point_contradicted(state: State, event: e.PointContradicted) -> State:
    row = state.items[event.item]
    was = tuple(one for one in row.said_as if one.n == event.n)
    return with_item(
        state,
        event.item,
        said=tuple(n for n in row.said if n != event.n),
        said_as=tuple(one for one in row.said_as if one.n != event.n),
        unsaid=(*(one for one in row.unsaid if one.n != event.n), *was),
    )


def reloaded(state: State, event: e.SheetReloaded) -> State:
    """Rows that have not aired follow the sheet; aired ones, and rows made here, stay as they are."""
    items = dict(state.items)
    stock = dict(state.stock)
    for row in event.rows:
        old = items.get(row.id)
        _reopen(stock, old.item if old is not None else None, row)
        items[row.id] = _followed(old, row)
    for key in event.removed:
        items.pop(key, None)
    for key, shared in items.items():
        if not shared.item.own_price and shared.item.product in items:
            items[key] = replace(shared, price=items[shared.item.product].price)
    pointer = state.next if state.next in items else None
    state = replace(state, items=items, stock=stock, order=event.order, digest=event.digest, next=pointer)
    return _with_bounds(state)


def _reopen(stock: dict[str, Ledger], was: Item | None, now: Item) -> None:
    """A planned stock follows the sheet as long as nobody has counted, released or sold any of it."""
    untouched = was is not None and was.sku == now.sku and _untouched(stock, was)
    if now.sku and (now.sku not in stock or untouched):
        stock[now.sku] = opening(now)


def _followed(old: ItemState | None, row: Item) -> ItemState:
    if old is None:
        return ItemState(item=row, price=row.price)
    price = row.price if old.item.price != row.price else old.price
    return replace(old, item=row, price=price)


def first_state(event: e.SessionStarted) -> dict[str, ItemState]:
    """The queue's rows before anything happened, with prices that differ from the plan's."""
    prices = dict(event.prices)
    return {
        row.id: ItemState(
            item=row,
            price=prices.get(row.id, row.price),
            skipped=row.id in event.skipped,
            added=row.id in event.added,
        )
        for row in event.plan.items
    }
