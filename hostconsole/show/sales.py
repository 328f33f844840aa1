"""How fast a SKU sells: from what was booked as sold, whoever counted it. Pure, and bounded in size."""

from __future__ import annotations

from dataclasses import dataclass, replace

MINUTE_MS = 60_000
_MOST = 60


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
    recent = tuple(one for one in sales.recent if one[0] > now_ms - MINUTE_MS)[-_MOST + 1 :]
    sales = replace(sales, recent=(*recent, (now_ms, units)))
    if airing is None:
        return sales
    if airing != sales.airing:
        sales = replace(sales, airing=airing, sold=0, last_ms=since_ms, longest_gap_ms=0)
    gap = now_ms - sales.last_ms if units > 0 else 0
    return replace(
        sales,
        sold=sales.sold + units,
        last_ms=now_ms if units > 0 else sales.last_ms,
        longest_gap_ms=max(sales.longest_gap_ms, gap),
    )


def a_minute(sales: Sales, now_ms: int) -> int:
    """Units sold in the last minute."""
    return max(0, sum(units for ms, units in sales.recent if ms > now_ms - MINUTE_MS))


def empty_in_s(sales: Sales, left: int, now_ms: int) -> float | None:
    """In how many seconds `left` units are gone at this rate; None while nothing sells."""
    rate = a_minute(sales, now_ms)
    return left * 60 / rate if rate > 0 and left >= 0 else None
