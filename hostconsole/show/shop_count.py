"""What a ledger remembers of who counted what, and when."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec


class ShopCount(msgspec.Struct, frozen=True, kw_only=True):
    """What the feed `name` said last: `qty` can be sold, true as of `ms` of the session's clock and `at`
    (UTC). `stamped` is the shop's own time of it, "" if it gives none."""

    name: str
    qty: int
    ms: int
    at: str = ""
    stamped: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """Units a person put in or took out at `ms`; it stays on top of counts that are older."""

    ms: int
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldByHand:
    """What people said was sold, where shops' orders say it too. `ms` is as of when a number was typed, None
    if none was; by `beyond` units the orders said more then (below 0: fewer); `ahead` units were seen to be
    gone before their orders were told. All times are the session's ms."""

    ms: int | None = None
    beyond: int = 0
    beyond_ms: int = 0
    ahead: int = 0
    ahead_ms: int = 0


class Differed(msgspec.Struct, frozen=True, kw_only=True):
    """A count took the place of another source's at `ms`, and the two did not agree."""

    ms: int
    ours: int
    theirs: int
    name: str
