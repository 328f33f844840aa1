"""The stock of one SKU.

    total = buffer + pool + released            (nothing appears or vanishes but by a logged event)
    own = released − sold − unpaid              (negative: oversold)
    sellable = own, or less where the shop has less of a planned batch

`total` None is "untracked": nobody has said how many there are, so `sellable` is None and never 0.
Source of the quantities and their names: DOMAIN §4.1 (in the trade: 总量, 预留, 未放, 已放, 可卖).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

from hostconsole.show.plan import Item
from hostconsole.show.shop_count import Correction, Differed, ShopCount, SoldByHand


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLeft:
    """How many of one variant can be sold; None while nobody has counted it."""

    name: str
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Units of one SKU. `sold` None: nobody has counted. `batch` counts opened batches of `batches`;
    `batch_qty` is the size of the last one, `batch_ms` when it opened. `source` and `as_of` (UTC ISO
    8601, "" for the sheet) say whose number `sellable` is and from when; `counted_ms` is the same time on
    the session's clock (0: not counted in this session).

    `truth_ms` is as of when the last count is true, None before the first, and `counts` its number;
    `own_ms` the same of the last that said how many there are of ours: with a release plan a feed only says
    what the shop has. `corrections` came after the last count; `told` is what each feed said last; `cap`
    what the shop has of a planned batch, None if that is no limit (counting.py); `bound` how many bundles its
    parts allow, None for what is no bundle. Pre-orders are a counter of their own, in no sum with the stock:
    `presale_sold` of `presale`. `ordered` are the units of `sold` that shops' orders of this session say,
    None while no orders are read; `fallen` those that a falling stock says and no order yet; `by_hand` what
    people said of the same units.
    `gone_s` is in how many seconds a person saw the running batch go."""

    sku: str
    total: int | None
    buffer: int = 0
    pool: int = 0
    sold: int | None = None
    unpaid: int = 0
    variants: tuple[VariantLeft, ...] = ()
    source: str = "sheet"
    by: str = ""
    as_of: str = ""
    counted_ms: int = 0
    batch: int = 0
    batches: int = 0
    batch_qty: int = 0
    batch_ms: int | None = None
    truth_ms: int | None = None
    own_ms: int | None = None
    counts: int = 0
    corrections: tuple[Correction, ...] = ()
    told: tuple[ShopCount, ...] = ()
    differed: Differed | None = None
    cap: int | None = None
    bound: int | None = None
    presale: int = 0
    presale_sold: int = 0
    ordered: int | None = None
    fallen: int = 0
    by_hand: SoldByHand | None = None
    gone_s: float | None = None

    @property
    def released(self) -> int | None:
        return None if self.total is None else self.total - self.buffer - self.pool

    @property
    def own(self) -> int | None:
        """What can be sold by our own account, whatever the shop has."""
        if self.total is None:
            return None
        return self.total - self.buffer - self.pool - (self.sold or 0) - self.unpaid

    @property
    def sellable(self) -> int | None:
        shown, bound = self.shown, self.bound
        if shown is None or bound is None:
            return bound if shown is None else shown
        return min(shown, bound)

    @property
    def shown(self) -> int | None:
        """What can be sold of this SKU, whatever a bundle's parts allow."""
        own = self.own
        return own if own is None or self.cap is None else min(own, self.cap)

    @property
    def is_oversold(self) -> bool:
        """`sellable` is below 0. Asked of every SKU at each look: reckoned without a step in between."""
        if self.total is not None:
            own = self.total - self.buffer - self.pool - (self.sold or 0) - self.unpaid
            if own < 0 or (self.cap is not None and self.cap < 0):
                return True
        return self.bound is not None and self.bound < 0

    @property
    def is_frozen(self) -> bool:
        """More was sold than there is in all, reserve included: nothing more is released."""
        return self.beyond > 0

    @property
    def beyond(self) -> int:
        """Units that were sold beyond all there is, what is held back and the reserve included."""
        return max(0, -((self.shown or 0) + self.pool + self.buffer))

    @property
    def unassigned(self) -> int | None:
        """Sellable units that belong to no counted variant (may be negative), so that sums hold."""
        sellable = self.sellable
        if sellable is None:
            return None
        return sellable - sum(v.left or 0 for v in self.variants)


def opening(item: Item) -> Ledger:
    """The ledger of a product row before the show: with a release plan nothing is released yet, without
    one everything but the buffer is."""
    batches = batches_of(item)
    total = item.stock_total
    if total is None:
        names = tuple(VariantLeft(name=v.name, left=None) for v in item.variants)
        return Ledger(sku=item.sku, total=None, variants=names, batches=len(batches), presale=_presale(item))
    buffer = min(item.buffer, total)
    pool = total - buffer if item.release else 0
    variants = tuple(VariantLeft(name=v.name, left=None if item.release else v.qty) for v in item.variants)
    return Ledger(
        sku=item.sku, total=total, buffer=buffer, pool=pool, variants=variants, batches=len(batches),
        presale=_presale(item),
    )  # fmt: skip


def _presale(item: Item) -> int:
    """Units that may be ordered before there are any: the sheet's figure, else the plan's parts."""
    return item.presale or sum(part.qty for part in item.release if part.presale)


def batches_of(item: Item) -> tuple[int, ...]:
    """Units of each planned batch in order; all that opens with the link is one batch."""
    parts = [part for part in item.release if not part.presale]
    opening_qty = sum(part.qty for part in parts if part.when == "open")
    later = tuple(part.qty for part in parts if part.when != "open")
    return (opening_qty, *later) if opening_qty else later


def adjusted(ledger: Ledger, by: int, *, variant: str = "") -> Ledger:
    """Total and sellable moved by exactly `by`; so is the variant's own count, if one is named."""
    if ledger.total is None:
        raise ValueError("untracked")
    variants = _variant_moved(ledger.variants, variant, by)
    return replace(ledger, total=ledger.total + by, variants=variants, gone_s=None)


def counted(ledger: Ledger, qty: int, *, variant: str = "") -> Ledger:
    """A count by hand: `qty` can be sold. The difference is a correction of the total, so that sold
    stays what was counted as sold. A variant that is counted up takes from what was unassigned first."""
    if variant:
        return _variant_counted(ledger, variant, qty)
    own = ledger.own
    if own is None:
        return replace(ledger, total=qty + (ledger.sold or 0) + ledger.unpaid, buffer=0, pool=0)
    assert ledger.total is not None
    return replace(ledger, total=ledger.total + qty - own, cap=None, gone_s=None)


def counted_by_feed(ledger: Ledger, available: int, *, fell: int | None = None) -> Ledger:
    """A feed's number: a fall counts as sold, a rise as restocked. `fell` is by how much the feed itself
    fell, where that is known: the rest is then a correction of the total. With a release plan the viewers
    see min(own, available)."""
    return replace(ledger, **fed(ledger, available, fell=fell))


class Fed(TypedDict, total=False):
    """Fields of a ledger that a feed's number changes."""

    total: int | None
    buffer: int
    pool: int
    sold: int | None
    cap: int | None


def fed(ledger: Ledger, available: int, *, fell: int | None = None) -> Fed:
    """What `counted_by_feed` changes: in a rush a ledger is made anew fifty times a second, once each."""
    sellable = ledger.shown
    if sellable is None:
        own = ledger.own
        if own is None:
            return {"total": available + (ledger.sold or 0) + ledger.unpaid, "buffer": 0, "pool": 0}
        return {"total": (ledger.total or 0) + available - own, "cap": None}
    if ledger.batches:
        lost = sellable - available
        return {"cap": available, **_more_sold(ledger, lost if fell is None else min(lost, fell))}
    assert ledger.total is not None
    sold = max(0, sellable - available) if fell is None else max(0, fell)
    return {"total": ledger.total + available - sellable + sold, **_more_sold(ledger, sold)}


def _more_sold(ledger: Ledger, by: int) -> Fed:
    return {"sold": (ledger.sold or 0) + by} if by > 0 else {}


def cap_after_sale(ledger: Ledger, units: int) -> int | None:
    """The cap once so many more are known to be sold, which the shop's number does not hold yet: lower by
    these, but not below 0, as only the shop or our own account can say that it is oversold. Fewer sold than
    was thought is no word of the shop's: the cap stays."""
    cap = ledger.cap
    return cap if cap is None or units <= 0 else min(cap, max(0, cap - units))


def cap_after_settling(ledger: Ledger, units: int) -> int | None:
    """The cap once so many of what the shop has too few of are settled: up to 0 again, never above."""
    cap = ledger.cap
    return cap if cap is None else max(cap, min(0, cap + units))


def released(ledger: Ledger, qty: int, *, mono_ms: int) -> Ledger:
    """`qty` units from the pool to the viewers: the next batch. The caller has checked the pool."""
    return replace(
        ledger,
        pool=ledger.pool - qty,
        batch=ledger.batch + 1,
        batches=max(ledger.batches, ledger.batch + 1),
        batch_qty=qty,
        batch_ms=mono_ms,
        cap=None,
        gone_s=None,
    )


def emptied(ledger: Ledger) -> Ledger:
    """The batch was seen to be gone: what was left of it counts as sold."""
    left = ledger.sellable or 0
    return replace(
        ledger,
        sold=(ledger.sold or 0) + max(left, 0),
        cap=None if ledger.cap is None else 0,
        variants=tuple(replace(v, left=0 if v.left is not None else None) for v in ledger.variants),
    )


def low_mark(item: Item, ledger: Ledger) -> int:
    """At so many left in all, the pool included, the item is low: `warn_qty`, else 5 % of the total and
    5 at least."""
    if item.warn_qty is not None:
        return item.warn_qty
    return max(5, (ledger.total or 0) // 20)


def batch_mark(ledger: Ledger) -> int:
    """At so many left of it, the running batch is low."""
    return min(20, max(5, ledger.batch_qty // 5))


def is_gone(ledger: Ledger) -> bool:
    """The running batch is gone while more is held back."""
    return ledger.sellable == 0 and ledger.pool > 0 and ledger.batch > 0


def moved(ledger: Ledger, *, before: Ledger, after: Ledger) -> Ledger:
    """`ledger` with the step from `before` to `after` applied on top: exactly `after` when nothing came
    in between, else by difference, so that counts made since are not lost."""
    if ledger == before:
        return after
    said = after if _word(ledger) == _word(before) else ledger
    return replace(
        ledger,
        total=_step(ledger.total, before.total, after.total),
        buffer=ledger.buffer + after.buffer - before.buffer,
        pool=ledger.pool + after.pool - before.pool,
        sold=_step(ledger.sold, before.sold, after.sold),
        unpaid=ledger.unpaid + after.unpaid - before.unpaid,
        variants=_variants_step(ledger.variants, before.variants, after.variants),
        batch=ledger.batch + after.batch - before.batch,
        batches=max(ledger.batches, after.batches),
        batch_qty=after.batch_qty if ledger.batch == before.batch else ledger.batch_qty,
        batch_ms=after.batch_ms if ledger.batch == before.batch else ledger.batch_ms,
        presale_sold=ledger.presale_sold + after.presale_sold - before.presale_sold,
        corrections=_corrections_step(ledger.corrections, before.corrections, after.corrections),
        by_hand=after.by_hand if ledger.by_hand == before.by_hand else ledger.by_hand,
        gone_s=after.gone_s if ledger.batch == before.batch else ledger.gone_s,
        cap=_step(ledger.cap, before.cap, after.cap),
        counts=after.counts if ledger.counts == before.counts else ledger.counts,
        source=said.source,
        by=said.by,
        as_of=said.as_of,
        counted_ms=said.counted_ms,
        truth_ms=said.truth_ms,
        own_ms=said.own_ms,
        differed=said.differed,
    )


def _word(ledger: Ledger) -> tuple[str, str, str, int, int | None]:
    """Whose number stands, and from when: nobody else has spoken since where this is the same."""
    return ledger.source, ledger.by, ledger.as_of, ledger.counted_ms, ledger.truth_ms


def _step(value: int | None, before: int | None, after: int | None) -> int | None:
    """`value` moved as from `before` to `after`. Where one of them is "not counted" there is no
    difference to apply: who has counted since is right."""
    if value == before:
        return after
    if value is None or before is None or after is None:
        return value
    return value + after - before


def _corrections_step(
    now: tuple[Correction, ...], before: tuple[Correction, ...], after: tuple[Correction, ...]
) -> tuple[Correction, ...]:
    kept = tuple(one for one in now if one in after or one not in before)
    return kept + tuple(one for one in after if one not in before and one not in kept)


def _variants_step(
    now: tuple[VariantLeft, ...], before: tuple[VariantLeft, ...], after: tuple[VariantLeft, ...]
) -> tuple[VariantLeft, ...]:
    was = {v.name: v.left for v in before}
    to = {v.name: v.left for v in after}
    return tuple(replace(v, left=_step(v.left, was.get(v.name), to.get(v.name))) for v in now)


def _variant_moved(variants: tuple[VariantLeft, ...], name: str, by: int) -> tuple[VariantLeft, ...]:
    if not name:
        return variants
    return tuple(replace(v, left=(v.left or 0) + by) if v.name == name else v for v in variants)


def _variant_counted(ledger: Ledger, name: str, qty: int) -> Ledger:
    was = next(v.left for v in ledger.variants if v.name == name) or 0
    variants = tuple(replace(v, left=qty) if v.name == name else v for v in ledger.variants)
    if ledger.total is None:
        return replace(ledger, total=qty + (ledger.sold or 0) + ledger.unpaid, variants=variants)
    by = qty - was
    from_unassigned = min(max(ledger.unassigned or 0, 0), by) if by > 0 else 0
    return replace(ledger, total=ledger.total + by - from_unassigned, variants=variants)
