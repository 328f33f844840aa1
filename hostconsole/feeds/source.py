"""What a source of figures is to the runner: one interface for HTTP, files and shops."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from hostconsole.feeds.orders import Order
from hostconsole.feeds.reading import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some figures as they came in. `asked_ms` (monotonic) and `at` (UTC, "…Z") say as of when they are
    true: when the call began, or when the file was written."""

    figures: tuple[Figure, ...]
    asked_ms: int
    at: str


Tell = Callable[[Part], None]


class Source(Protocol):
    """One feed's way to its shop. Every method runs on the loop and raises Trouble only."""

    @property
    def has_orders(self) -> bool:
        """Whether `orders` may be called."""
        ...

    @property
    def whole(self) -> bool:
        """Whether one reading costs the same for one SKU and for all."""
        ...

    async def read(self, skus: Collection[str], tell: Tell, *, also: Collection[str] = ()) -> frozenset[str]:
        """Tells the figures of `skus`, in parts as they come, and of `also` where they come by the way;
        gives those of `skus` that the shop does not know. What there is no time for may be left out, from the
        end of `skus`."""
        ...

    async def orders(self, since: str) -> tuple[Order, ...]:
        """The orders changed since a time ("2026-11-23T20:43:10Z")."""
        ...

    async def close(self) -> None: ...
