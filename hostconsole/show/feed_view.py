"""How a feed is doing, as windows show it; and whether its numbers have grown old."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from hostconsole.show.ledger import Ledger
from hostconsole.show.state import State

FRESH_S = 10
"""A feed that has said nothing for longer is waited for."""

OLD_MS = 30_000
"""A number older than this is said with "about"."""


class OddFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that is not as it should be: `code` as in docs/feeds.md, `seen` as it came, "" for nothing."""

    sku: str
    code: str
    seen: str = ""

    def __str__(self) -> str:
        return f"{self.sku}: {self.code} {self.seen}".rstrip()


class FeedView(msgspec.Struct, frozen=True, kw_only=True):
    """One feed now. `age_s` is that of its newest numbers, None before the first; `code` and `error` say why
    it failed; `found` of `wanted` SKUs have a number; `missing` are not known to the shop; `odd` are figures
    that were not as they should be; `ages` are seconds by SKU since it last said that SKU's number."""

    name: str
    kind: str
    status: Literal["waiting", "ok", "failed"]
    age_s: float | None = None
    code: str = ""
    error: str = ""
    found: int = 0
    wanted: int = 0
    missing: tuple[str, ...] = ()
    odd: tuple[OddFigure, ...] = ()
    notes: tuple[str, ...] = ()
    ages: Mapping[str, float] = msgspec.field(default_factory=dict)


def is_fed(state: State, ledger: Ledger) -> bool:
    """Whether the number shown is a feed's that is still read and tells it."""
    source, _, name = ledger.source.partition(":")
    if source != "feed" or (name, ledger.sku) in state.unread:
        return False
    return state.feeds is None or name in state.feeds


def is_old(state: State, ledger: Ledger, now_ms: int) -> bool:
    """Whether a count must be said with "about". A feed keeps its numbers fresh, until it fails."""
    if now_ms - ledger.counted_ms <= OLD_MS:
        return False
    return not is_fed(state, ledger) or any(code == "feed_down" for code, _ in state.troubles)
