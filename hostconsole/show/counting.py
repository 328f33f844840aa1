"""Feed and hand together: one rule for whose number stands (docs/decisions.md).

A count is the truth as of its time, whoever made it. Corrections made after that time stay on top until the
next count. Two sources that differ by 3 and 5 % or more are shown, never averaged.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from hostconsole.show.ledger import Ledger, adjusted, fed
from hostconsole.show.shop_count import Correction, Differed, ShopCount

_MOST_CORRECTIONS = 20
"""Older ones are added up into the oldest kept: a ledger must not grow for hours."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """The feed `name` says `theirs`, we say `ours`."""

    name: str
    ours: int
    theirs: int


def told_by_feed(ledger: Ledger, count: ShopCount, *, selling: bool = True) -> Ledger:
    """The ledger after a feed's figure. It is a count of its own if it is newer than the last count and
    says something new: another number, a newer time of the shop's own, or the first since a batch opened.
    A figure that only repeats what the feed said before a count by hand leaves that count alone.

    `selling`: a session runs, so what the feed lost was sold; before that, and where the shop's orders say
    what was sold, it is a correction."""
    before = told_of(ledger, count.name)
    told = (*(t for t in ledger.told if t.name != count.name), count)
    if not _is_a_count(ledger, before, count):
        return replace(ledger, told=told)
    on_top = tuple(one for one in ledger.corrections if one.ms > count.ms)
    available = count.qty + sum(one.by for one in on_top)
    changed = fed(ledger, available, fell=_fell(before, count) if selling else 0)
    return replace(
        ledger,
        **changed,
        told=told,
        fallen=ledger.fallen + (changed.get("sold", ledger.sold) or 0) - (ledger.sold or 0),
        corrections=on_top,
        differed=_differed(ledger, before, count),
        truth_ms=count.ms,
        own_ms=ledger.own_ms if ledger.batches and ledger.own is not None else count.ms,
        counts=ledger.counts + 1,
        source=f"feed:{count.name}",
        by="",
        as_of=min(count.stamped, count.at) if count.stamped and count.at else count.stamped or count.at,
        counted_ms=max(0, count.ms),
        gone_s=ledger.gone_s if available <= 0 else None,
    )


def counted_by_hand(ledger: Ledger, *, by: str, at: str, ms: int) -> Ledger:
    """`ledger`, whose quantities a person has just counted, with that count as the truth as of now."""
    return replace(reckoned_by_hand(ledger, by=by, at=at, ms=ms), counts=ledger.counts + 1)


def reckoned_by_hand(ledger: Ledger, *, by: str, at: str, ms: int) -> Ledger:
    """`ledger`, whose quantities follow from what a person has just said: true as of now, but by a
    difference, so that no step made before is superseded."""
    return replace(
        ledger, source="hand", by=by, as_of=at, counted_ms=ms, truth_ms=ms, own_ms=ms, corrections=(),
        differed=None,
    )  # fmt: skip


def corrected_by_hand(ledger: Ledger, change: int, *, by: str, at: str, ms: int, variant: str = "") -> Ledger:
    """A correction by a person, which stays on top of the last count until the next."""
    oldest, *rest = (*ledger.corrections, Correction(ms=ms, by=change))
    while len(rest) >= _MOST_CORRECTIONS:
        oldest = Correction(ms=rest[0].ms, by=oldest.by + rest[0].by)
        rest = rest[1:]
    moved = adjusted(ledger, change, variant=variant)
    return replace(
        moved,
        cap=None if moved.cap is None else moved.cap + change,
        corrections=(oldest, *rest),
        source="hand",
        by=by,
        as_of=at,
        counted_ms=ms,
    )


def superseded(ledger: Ledger, *, before: Ledger, after: Ledger) -> bool:
    """Whether a count made since stands in the way of the step from `before` to `after`. Of what is held back
    it says nothing, and a correction may go while it is on top of that count. Pre-orders are typed as a whole
    too: the last number stands."""
    if before.presale_sold not in (after.presale_sold, ledger.presale_sold):
        return True
    if ledger.counts == before.counts:
        return False
    if before.counts != after.counts:
        return True
    if (before.total, before.sold, before.unpaid) == (after.total, after.sold, after.unpaid):
        return False
    taken_off = [one for one in before.corrections if one not in after.corrections]
    return not taken_off or any(one not in ledger.corrections for one in taken_off)


def difference(ledger: Ledger, *, after_ms: int) -> Difference | None:
    """Where a source disagrees with the number shown, or did so when it took its place, later than
    `after_ms`. With a release plan a shop that has more says nothing."""
    if not ledger.told and ledger.differed is None:
        return None
    ours = ledger.sellable
    if ours is None:
        return None
    ours -= sum(one.by for one in ledger.corrections)
    for told in ledger.told:
        more = ledger.batches > 0 and told.qty > ours
        if ledger.source != f"feed:{told.name}" and not more and differ(ours, told.qty):
            return Difference(name=told.name, ours=ours, theirs=told.qty)
    was = ledger.differed
    if was is not None and was.ms > after_ms:
        return Difference(name=was.name, ours=was.ours, theirs=was.theirs)
    return None


def differ(ours: int, theirs: int) -> bool:
    """Whether two counts are 3 apart or more, and 5 % of the larger."""
    return abs(ours - theirs) >= max(3, 0.05 * max(abs(ours), abs(theirs)))


def carried(ledger: Ledger) -> Ledger:
    """What was counted before a session, without times of a clock that is no more: the feeds tell anew."""
    return replace(
        ledger, counted_ms=0, truth_ms=None, own_ms=None, counts=0, corrections=(), told=(), differed=None,
        cap=None, ordered=None, fallen=0, by_hand=None,
    )  # fmt: skip


def told_of(ledger: Ledger, feed: str) -> ShopCount | None:
    """What this feed said last."""
    return next((told for told in ledger.told if told.name == feed), None)


def _fell(before: ShopCount | None, count: ShopCount) -> int:
    """By how much the feed fell by its own account; its first word tells of no sale."""
    return 0 if before is None else before.qty - count.qty


def _is_a_count(ledger: Ledger, before: ShopCount | None, count: ShopCount) -> bool:
    if ledger.truth_ms is not None and count.ms < ledger.truth_ms:
        return False
    if before is None or count.qty != before.qty:
        return True
    if count.stamped and count.stamped != before.stamped:
        return True
    return ledger.batch_ms is not None and before.ms <= ledger.batch_ms <= count.ms


def _differed(ledger: Ledger, before: ShopCount | None, count: ShopCount) -> Differed | None:
    """What is remembered when a feed's count takes the place of another source's. A feed that sold since
    its last word is compared by that word; a sheet's plan is no count."""
    own = ledger.sellable
    if ledger.source == f"feed:{count.name}":
        return ledger.differed
    if own is None or ledger.truth_ms is None or (ledger.batches and count.qty > own):
        return None
    ours = own - sum(one.by for one in ledger.corrections)
    theirs = before.qty if before is not None and before.ms <= ledger.truth_ms else count.qty
    if not differ(ours, theirs):
        return None
    return Differed(ms=count.ms, ours=ours, theirs=theirs, name=count.name)
