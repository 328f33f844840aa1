"""A late answer never overwrites a newer one: what was last believed of each SKU, and since when."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.feeds.reading import Figure

BELIEVED_MS = 60_000
"""An older time of the shop's own is refused for so long; after that its clock was put right."""


@dataclass(frozen=True, slots=True)
class _Held:
    figure: Figure
    asked_ms: int
    """Monotonic, when the call began."""


class Newest:
    """The newest figure of each SKU of one feed."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}

    def takes(self, figure: Figure, *, asked_ms: int, now: str) -> bool:
        """Whether `figure`, asked for at `asked_ms` (monotonic), is newer than what is held; it is held
        from then on. `now` is UTC: a time of the shop's beyond it says nothing.

        By the shop's own time first: a cache or a replica may answer late with old numbers. Equal times
        go by the order of the calls, as many shops do not move the time when a piece is sold.
        """
        held = self._held.get(figure.sku)
        if held is not None and not _newer(held, figure, asked_ms, now):
            return False
        self._held[figure.sku] = _Held(figure, asked_ms)
        return True

    def asked_ms(self, sku: str) -> int | None:
        """When the call began whose figure is held, None if there is none."""
        held = self._held.get(sku)
        return held.asked_ms if held else None


def _newer(held: _Held, figure: Figure, asked_ms: int, now: str) -> bool:
    before, after = held.figure.as_of, figure.as_of
    if before and after and before != after and max(before, after) <= now:
        return after > before or asked_ms - held.asked_ms > BELIEVED_MS
    return asked_ms >= held.asked_ms
