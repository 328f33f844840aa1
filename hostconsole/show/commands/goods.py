"""Links and stock: what is on sale, and how many are left."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.show import counting
from hostconsole.show import ledger as stock_of
from hostconsole.show.bundles import parts_sold
from hostconsole.show.clocks import sale_ms
from hostconsole.show.command import (
    ITEM,
    REASON,
    RUNNING,
    SKU,
    Context,
    Events,
    Given,
    Registry,
    item_or_on_air,
    positive,
    qty,
    signed,
    sku_or_on_air,
    yes,
)
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    BatchGone,
    CountdownCancelled,
    CountdownStarted,
    Event,
    LinkClosed,
    LinkOpened,
    StockAdjusted,
    StockCounted,
    StockReleased,
    StockSold,
)
from hostconsole.show.gifts import gifts_sold
from hostconsole.show.ledger import Ledger
from hostconsole.show.order_news import seen_gone, typed_sold
from hostconsole.show.state import State, settled_link

commands = Registry()

TYPED = yes("typed")
"""A person typed the number: windows say so."""

LONGEST_COUNTDOWN = 3_600

MOST_TIMES, LEAST_BROUGHT, MOST_BROUGHT = 3, 300, 100_000
"""A count over so many times what was brought (taken as so many at least), or, where that is not known, over
so many, is doubted when a person typed it. A script that counts is taken at its word."""


@commands.command("link.up", title="Link up", args=(ITEM, yes("now")), modes=RUNNING)
def link_up(state: State, ctx: Context, given: Given) -> Events:
    """Opens the link after the item's countdown, or at once; the `@open` batch comes with it."""
    item = item_or_on_air(state, given)
    row = state.items[item]
    if not row.item.sku:
        raise Refused("no_product", item=item)
    if row.link.status == "up" or (row.link.status == "countdown" and not given.get("now")):
        raise Refused("link_already", item=item, status=row.link.status)
    seconds = row.item.countdown_s or 0
    if seconds > 0 and not given.get("now"):
        started = CountdownStarted(item=item, seconds=min(seconds, LONGEST_COUNTDOWN))
        return (*_replaced_countdown(state), started)
    opened: Event = LinkOpened(item=item, was=row.link.status, by=ctx.actor)
    return (opened, *_open_batch(state, ctx, item))


def _replaced_countdown(state: State) -> Events:
    """A countdown that a newer one replaces is said to be over, as its link will not open."""
    if state.countdown is None:
        return ()
    return (CountdownCancelled(item=state.countdown.item, reason="replaced"),)


def _open_batch(state: State, ctx: Context, item: str) -> Events:
    """The plan's `@open` units, the first time this row's link goes up."""
    row = state.items[item]
    if settled_link(state, item).status != "none":
        return ()
    ledger = state.stock[row.item.sku]
    planned = sum(p.qty for p in row.item.release if p.when == "open" and not p.presale)
    units = min(planned, ledger.pool)
    if ledger.total is None or units <= 0:
        return ()
    return (_released(state, ctx, ledger, units, item=item),)


@commands.command("link.down", title="Link down", args=(ITEM,), modes=RUNNING)
def link_down(state: State, ctx: Context, given: Given) -> Events:
    item = item_or_on_air(state, given)
    status = state.items[item].link.status
    if status == "countdown":
        return (CountdownCancelled(item=item, reason="link.down"),)
    if status != "up":
        raise Refused("link_already", item=item, status="down" if status == "down" else "not up")
    return (LinkClosed(item=item, was=status, by=ctx.actor),)


@commands.command("countdown.start", title="Start a countdown", args=(positive("seconds"),), modes=RUNNING)
def countdown_start(state: State, ctx: Context, given: Given) -> Events:
    seconds = given.get("seconds", 10)
    if seconds > LONGEST_COUNTDOWN:
        raise Refused("bad_value", name="seconds", value=seconds, why="longer than an hour")
    return (*_replaced_countdown(state), CountdownStarted(seconds=seconds))


@commands.command("countdown.cancel", title="Stop the countdown", modes=RUNNING)
def countdown_cancel(state: State, ctx: Context, given: Given) -> Events:
    if state.countdown is None:
        raise Refused("no_countdown")
    return (CountdownCancelled(item=state.countdown.item),)


@commands.command(
    "stock.count",
    title="Stock is …",
    args=(SKU, ITEM, qty("qty", required=True), REASON, TYPED, yes("confirm")),
)
def stock_count(state: State, ctx: Context, given: Given) -> Events:
    sku, variant = sku_or_on_air(state, given)
    was = state.stock[sku]
    _doubted(was, given["qty"], given)
    ledger = _by_hand(stock_of.counted(was, given["qty"], variant=variant), ctx)
    return (
        StockCounted(
            sku=sku, variant=variant, was=was.sellable, now=ledger.sellable, source="hand",
            reason=given.get("reason", ""), ledger=ledger,
        ),
    )  # fmt: skip


def _doubted(ledger: Ledger, qty: int, given: Given) -> None:
    """A number far beyond what was brought to the show is a slip of the finger: it is asked for again."""
    most = MOST_BROUGHT if ledger.total is None else max(ledger.total, LEAST_BROUGHT) * MOST_TIMES
    if given.get("typed") and qty > most and not given.get("confirm"):
        brought = "nobody has counted" if ledger.total is None else f"there are {ledger.total} in all"
        raise Refused("needs_confirm", what=f"{qty} is far too much, {brought}")


@commands.command(
    "stock.sold", title="Sold so far …", args=(SKU, ITEM, qty("qty", required=True), TYPED, yes("confirm"))
)
def stock_sold(state: State, ctx: Context, given: Given) -> Events:
    sku = _whole_sku(state, given)
    was = state.stock[sku]
    _doubted(was, given["qty"], given)
    ledger = _by_hand(typed_sold(was, given["qty"], ms=ctx.now_ms), ctx)
    sold = StockSold(sku=sku, was=was.sellable, now=ledger.sellable, source="hand", ledger=ledger)
    return (sold, *_parts_sold(state, ctx, sku, (ledger.sold or 0) - (was.sold or 0)))


def _parts_sold(state: State, ctx: Context, sku: str, units: int) -> Events:
    """A bundle takes its parts with it, and every product its gifts."""
    return tuple(
        StockSold(
            sku=part.sku, was=state.stock[part.sku].sellable, now=part.sellable, source="hand",
            reason=f"in {sku}" if is_part else f"with {sku}",
            ledger=counting.reckoned_by_hand(part, by=ctx.actor, at=ctx.at, ms=ctx.now_ms),
        )
        for is_part, part in along(state, sku, units)
    )  # fmt: skip


def along(state: State, sku: str, units: int) -> tuple[tuple[bool, Ledger], ...]:
    """The ledgers of what goes with `units` more of a SKU: (True, a bundle's part), (False, a gift)."""
    rows = [row.item for row in state.items.values() if row.item.sku == sku]
    bundle = next((item for item in rows if item.bundle), None)
    parts = parts_sold(state.stock, bundle, units) if bundle is not None else ()
    on_air = state.on_air.item if state.on_air is not None and state.on_air.item.sku == sku else None
    giving = (
        on_air if on_air is not None and on_air.gift else next((item for item in rows if item.gift), None)
    )
    if giving is None:
        return tuple((True, part) for part in parts)
    gifts = gifts_sold(state.stock, giving, [row.item for row in state.items.values()], units)
    return (*((True, part) for part in parts), *((False, gift) for gift in gifts))


@commands.command("presale.sold", title="Pre-ordered so far …", args=(SKU, ITEM, qty("qty", required=True)))
def presale_sold(state: State, ctx: Context, given: Given) -> Events:
    """Pre-orders are counted apart: they take nothing from the stock."""
    sku = _whole_sku(state, given)
    was = state.stock[sku]
    ledger = replace(was, presale_sold=given["qty"])
    return (
        StockSold(
            sku=sku, was=was.sellable, now=ledger.sellable, source="hand", reason="pre-order", ledger=ledger
        ),
    )


@commands.command(
    "stock.adjust",
    title="Stock by …",
    args=(SKU, ITEM, signed("by", required=True), REASON, TYPED, yes("confirm")),
)
def stock_adjust(state: State, ctx: Context, given: Given) -> Events:
    sku, variant = sku_or_on_air(state, given)
    was = state.stock[sku]
    if was.total is None:
        raise Refused("not_counted", sku=sku)
    if given["by"] == 0:
        return ()
    _doubted(was, abs(given["by"]), given)
    ledger = counting.corrected_by_hand(
        was, given["by"], by=ctx.actor, at=ctx.at, ms=ctx.now_ms, variant=variant
    )
    return (
        StockAdjusted(
            sku=sku, variant=variant, was=was.sellable, now=ledger.sellable, source="hand",
            reason=given.get("reason", ""), ledger=ledger,
        ),
    )  # fmt: skip


@commands.command(
    "stock.release", title="Release the next batch", args=(SKU, ITEM, positive("qty")), modes=RUNNING
)
def stock_release(state: State, ctx: Context, given: Given) -> Events:
    sku = _whole_sku(state, given)
    ledger = state.stock[sku]
    if ledger.is_frozen:
        raise Refused("frozen", sku=sku, qty=ledger.beyond)
    units = given.get("qty") or due_batch(state, sku)
    if not units:
        raise Refused("nothing_to_release")
    if units > ledger.pool:
        raise Refused("not_enough", sku=sku, have=ledger.pool, qty=units)
    return (_released(state, ctx, ledger, units, item=_on_air_item(state, sku)),)


def due_batch(state: State, sku: str) -> int:
    """Units of the next batch of the SKU's release plan, at most what is held back; 0 if none is left, or
    none may be released."""
    ledger = state.stock[sku]
    product = next((r.item for r in state.items.values() if r.item.sku == sku and r.item.release), None)
    if product is None or ledger.total is None or ledger.is_frozen:
        return 0
    parts = stock_of.batches_of(product)
    planned = parts[ledger.batch] if ledger.batch < len(parts) else ledger.pool
    return max(0, min(planned, ledger.pool))


@commands.command("batch.gone", title="Batch gone", args=(SKU, ITEM), modes=RUNNING)
def batch_gone(state: State, ctx: Context, given: Given) -> Events:
    sku = _whole_sku(state, given)
    was = state.stock[sku]
    if was.sellable is None:
        raise Refused("not_counted", sku=sku)
    if was.sellable <= 0:
        raise Refused("nothing_waiting")
    item = _on_air_item(state, sku)
    seconds = _seconds_to_empty(state, ctx, was, item)
    ledger = seen_gone(_by_hand(stock_of.emptied(was), ctx), was.sellable, ms=ctx.now_ms)
    ledger = replace(ledger, gone_s=seconds if was.batch_qty else None)
    sold = (ledger.sold or 0) - (was.sold or 0)
    return (
        BatchGone(
            item=item, sku=sku, was=was.sellable, now=ledger.sellable, source="hand", ledger=ledger,
            qty=was.batch_qty or was.sellable, seconds=seconds,
        ),
        *_parts_sold(state, ctx, sku, sold),
    )  # fmt: skip


@commands.command("desk.gone", title="Batch gone, then link down", args=(ITEM,), modes=RUNNING)
def desk_gone(state: State, ctx: Context, given: Given) -> Events:
    """One key, two steps: while something is left the batch is gone; then the link goes down."""
    item = item_or_on_air(state, given)
    sku = state.items[item].item.sku
    if sku and (state.stock[sku].sellable or 0) > 0:
        return batch_gone(state, ctx, {"item": item})
    return link_down(state, ctx, {"item": item})


def _whole_sku(state: State, given: Given) -> str:
    """The SKU of an act that has no meaning for one variant alone."""
    sku, variant = sku_or_on_air(state, given)
    if variant:
        raise Refused("bad_value", name="sku", value=f"{sku}:{variant}", why="name the SKU without a variant")
    return sku


def _seconds_to_empty(state: State, ctx: Context, ledger: Ledger, item: str | None) -> float | None:
    if item is None:
        return None
    on_sale = sale_ms(state, item, ctx.now_ms)
    if on_sale is None:
        return None
    opened = ctx.now_ms - on_sale
    return round((ctx.now_ms - max(opened, ledger.batch_ms or 0)) / 1000, 1)


def _released(state: State, ctx: Context, was: Ledger, units: int, *, item: str | None) -> StockReleased:
    ledger = stock_of.released(was, units, mono_ms=ctx.now_ms)
    return StockReleased(
        item=item, sku=was.sku, was=was.sellable, now=ledger.sellable, source="plan", qty=units, ledger=ledger
    )


def _on_air_item(state: State, sku: str) -> str | None:
    airing = state.on_air
    return airing.item.id if airing is not None and airing.item.sku == sku else None


def _by_hand(ledger: Ledger, ctx: Context) -> Ledger:
    return counting.counted_by_hand(ledger, by=ctx.actor, at=ctx.at, ms=ctx.now_ms)
