"""What the runner asks of the desk, and what it tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hostconsole.feeds.feed import Kind
from hostconsole.feeds.orders import OrderLine
from hostconsole.feeds.reading import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The SKUs to ask for: those of the item on air often, the rest of the queue seldom."""

    on_air: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.on_air | self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLamp:
    """How a feed is doing. "waiting": nothing has come yet; "ok"; "failed": `code` and `error` say why,
    in a sentence without secrets.

    `good_ms` (monotonic) is as of when its newest numbers are true, None before the first;
    `missing` are wanted SKUs that the shop does not know; `notes` are things to put right in feeds.toml;
    `orders_ok`: the last call for orders worked."""

    name: str
    kind: Kind
    status: Literal["waiting", "ok", "failed"] = "waiting"
    good_ms: int | None = None
    code: str = ""
    error: str = ""
    missing: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    orders_ok: bool = False

    def age_s(self, now_ms: int) -> float | None:
        """The age of its numbers in seconds at `now_ms` (monotonic); None before the first."""
        return None if self.good_ms is None else max(0.0, (now_ms - self.good_ms) / 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A figure that is newer than what was told before. It is true as of `at` (UTC, "…Z"), `asked_ms`
    (monotonic)."""

    figure: Figure
    at: str
    asked_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedTold:
    """Something new from a feed. `orders` are the lines of new or changed orders; those of an order that
    was told before stand instead of what was told. None: no orders were asked for now. `orders_asked_ms`
    (monotonic) is when the call for them began."""

    lamp: FeedLamp
    stock: tuple[Stock, ...] = ()
    orders: tuple[OrderLine, ...] | None = None
    orders_asked_ms: int = 0
