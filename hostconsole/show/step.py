"""One step of the now-do line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Missed = Literal["", "take", "link", "soon"]

LAST = 2**53
"""Where steps stand that have no time and come after all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`text` is plain English or the sheet's own `words`; windows translate by `code` and `fields`.
    `due_ms` is on the session's clock, None where no time is known. `command` with `args` does it, ""
    where only people can; `key` is the act whose key does it. `coming`: it prepares NEXT, and its time
    is only expected. `lapsed`: nobody did it and it is past. `asks`: it is due in a moment, or late.
    `missed`: its time was over before anybody could know it, as it lay before the take or the link, which
    have come, or too long before what still comes ("soon"); it has no time then, and nobody is late."""

    id: str
    code: str
    text: str
    item: str | None = None
    words: str = ""
    due_ms: int | None = None
    order_ms: int = 0
    rank: int = 5
    fields: Mapping[str, object] = field(default_factory=dict)
    command: str = ""
    args: tuple[tuple[str, str], ...] = ()
    key: str = ""
    coming: bool = False
    done: bool = False
    lapsed: bool = False
    asks: bool = False
    missed: Missed = ""

    def left_ms(self, now_ms: int) -> int | None:
        """Milliseconds until it is due, negative when late; None where no time is known."""
        return None if self.due_ms is None else self.due_ms - now_ms
