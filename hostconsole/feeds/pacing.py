"""When a feed is asked: pauses, jitter, back-off. Pure but for what is given."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from hostconsole.show.errors import Trouble

OTHERS_S = (15.0, 30.0)
"""The rest of the queue is asked for at a random time in this span."""

ORDERS_S = 5.0
"""Orders are asked for no oftener than that."""

BACK_S = 5.0
"""A shop that is gone is tried again at least so often while its SKU is on air: it is cheap to refuse a
connection, and it should be seen at once when it is back."""

SLOWEST_S = 30.0
"""The longest pause after faults, unless the shop asks for more."""

_JITTER = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pacing:
    """`pause` waits for seconds; `dice` spreads calls so that many consoles do not ask in step."""

    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    dice: random.Random = field(default_factory=random.Random)

    def on_air_s(self, every_s: float) -> float:
        """From the beginning of one call for the SKU on air to the next."""
        return every_s * (1 + self.dice.uniform(-_JITTER, _JITTER))

    def others_s(self, every_s: float) -> float:
        """From one call for the rest of the queue to the next."""
        return max(self.dice.uniform(*OTHERS_S), every_s)

    def orders_s(self, every_s: float) -> float:
        """From one call for orders to the next."""
        return self.on_air_s(max(every_s, ORDERS_S))

    def after_fault_s(self, fault: Trouble, *, every_s: float, faults: int) -> float:
        """The pause after the `faults`-th fault in a row: what the shop asks for, else twice as long each
        time, with jitter that only makes it longer."""
        asked = fault.fields.get("wait_s")
        if isinstance(asked, int | float):
            return float(asked) + self.dice.uniform(0, 1)
        most = max(BACK_S if fault.code == "feed_unreachable" else SLOWEST_S, every_s)
        pause: float = min(every_s * 2.0 ** min(faults - 1, 10), most)
        return pause * (1 + self.dice.uniform(0, 2 * _JITTER))
