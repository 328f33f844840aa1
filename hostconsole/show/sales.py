"""How fast a SKU sells: from what was booked as sold, whoever counted it. Pure, and bounded in size."""

from __future__ import annotations

from dataclasses import dataclass, replace

MINUTE_MS = 60_000

KEPT_MS = 5 * MINUTE_MS
"""How far back sales are remembered one by one, for the curve."""

ORDER_MS = 1_000
"""How exact the time of an order is: shops write whole seconds."""

_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Sales:
    """Of one SKU: `recent` are (session ms, units) of the last minutes, oldest first, corrections as
    negative units. `airing` is the seq of the take that `sold` and `longest_gap_ms` belong to, None off
    air; `last_ms` is its newest sale, or the take itself."""

    recent: tuple[tuple[int, int], ...] = ()
    airing: int | None = None
    sold: int = 0
    last_ms: int = 0
    longest_gap_ms: int = 0


def booked(sales: Sales, units: int, *, now_ms: int, airing: int | None, since_ms: int) -> Sales:
    """`sales` after `units` were booked. `airing` is the seq of the SKU's running airing, `since_ms` its
    beginning."""
    newest = max([now_ms, *(ms for ms, _ in sales.recent)])
    recent = [*sales.recent, (now_ms, units)]
    sales = replace(sales, recent=_bounded([one for one in recent if one[0] > newest - KEPT_MS]))
    if airing is None:
        return sales
    if airing != sales.airing:
        sales = replace(sales, airing=airing, sold=0, last_ms=since_ms, longest_gap_ms=0)
    gap = now_ms - sales.last_ms if units > 0 else 0
    return replace(
        sales,
        sold=sales.sold + units,
        last_ms=max(now_ms, sales.last_ms) if units > 0 else sales.last_ms,
        longest_gap_ms=max(sales.longest_gap_ms, gap),
    )


def _bounded(recent: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """In a rush what was sold in the same second is one."""
    if len(recent) <= _MOST:
        return tuple(recent)
    seconds: dict[int, int] = {}
    for ms, units in recent:
        seconds[ms // 1000] = seconds.get(ms // 1000, 0) + units
    return tuple((second * 1000 + 999, units) for second, units in sorted(seconds.items()))[-_MOST:]


def curve(sales: Sales, now_ms: int, *, bars: int, bar_ms: int) -> tuple[int, ...]:
    """Units sold in each of the last `bars` spans of `bar_ms`, the newest last."""
    found = [0] * bars
    for ms, units in sales.recent:
        age = (now_ms - ms) // bar_ms
        if 0 <= age < bars:
            found[bars - 1 - age] += units
    return tuple(max(0, units) for units in found)


def since_last_ms(sales: Sales, airing: int, *, since_ms: int, now_ms: int) -> int:
    """How long nothing has sold in the airing (seq) that began at `since_ms`."""
    return now_ms - (sales.last_ms if sales.airing == airing else since_ms)


def longest_gap_ms(sales: Sales, airing: int, *, since_ms: int, now_ms: int) -> int:
    """The longest time without a sale in that airing, the running one included."""
    before = sales.longest_gap_ms if sales.airing == airing else 0
    return max(before, since_last_ms(sales, airing, since_ms=since_ms, now_ms=now_ms))


def a_minute(sales: Sales, now_ms: int) -> int:
    """Units sold in the last minute."""
    return max(0, sum(units for ms, units in sales.recent if ms > now_ms - MINUTE_MS))


def empty_in_s(sales: Sales, left: int, now_ms: int) -> float | None:
    """In how many seconds `left` units are gone at this rate; None while nothing sells."""
    rate = a_minute(sales, now_ms)
    return left * 60 / rate if rate > 0 and left >= 0 else None
