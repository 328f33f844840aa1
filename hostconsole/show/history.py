"""What a product did in past shows, as far as somebody counted."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

MOST_SHOWN = 3

_SHORTEST_MS = 60_000
"""An airing shorter than this says nothing about how fast a product sells."""


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """One airing of a SKU in a live session. `sold` None: nobody counted; `empty_s` are the seconds in which
    its batches were gone, for those that were."""

    session: str
    at: str
    aired_ms: int
    currency: str
    price: int | None
    sold: int | None
    empty_s: tuple[float, ...] = ()


History = Mapping[str, tuple[Past, ...]]
"""SKU → its past airings, newest first."""


def speeds(history: History) -> dict[str, float]:
    """Units sold a minute on air, by SKU, over the airings in which somebody counted."""
    found: dict[str, float] = {}
    for sku, airings in history.items():
        counted = [
            (one.sold, one.aired_ms)
            for one in airings
            if one.sold is not None and one.aired_ms >= _SHORTEST_MS
        ]
        if counted:
            found[sku] = sum(sold for sold, _ in counted) * 60_000 / sum(ms for _, ms in counted)
    return found
