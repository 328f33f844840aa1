"""What the program's log says of a stall: a line each, and a stack only where it tells something new."""

from __future__ import annotations

from collections import deque
from pathlib import PurePath
from traceback import FrameSummary, StackSummary

LONG_MS = 500.0
"""A stall so long always deserves its stack."""

STACKS_AN_HOUR = 4
_HOUR_S = 3600.0


class StallWords:
    """Remembers which kinds of stall had their stack: those that stood in the same function of ours."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()
        self._stacks_at: deque[float] = deque(maxlen=STACKS_AN_HOUR)

    def of(self, waited_ms: float, stack: StackSummary, now_s: float) -> str:
        """One line; with the stack under it the first time of its kind and from 500 ms on, four an hour at
        most. `stack` has its innermost frame last, `now_s` is of a clock that never goes back."""
        place = _place(stack)
        where = (
            f"{PurePath(place.filename).name}:{place.lineno} {place.name}" if place else "an unknown place"
        )
        line = f"main thread stalled for {waited_ms:.0f} ms at {where}"
        kind = (place.filename, place.name) if place else ("", "")
        wanted = waited_ms >= LONG_MS or kind not in self._known
        if not wanted or not self._has_room(now_s):
            return line
        self._known.add(kind)
        self._stacks_at.append(now_s)
        return f"{line}\n{''.join(stack.format())}".rstrip()

    def _has_room(self, now_s: float) -> bool:
        return len(self._stacks_at) < STACKS_AN_HOUR or now_s - self._stacks_at[0] >= _HOUR_S


def _place(stack: StackSummary) -> FrameSummary | None:
    """The innermost frame of ours, or of anybody where none is."""
    # As the code names its files: a packaged program's are not where they seem to be.
    package = PurePath(_place.__code__.co_filename).parent.parent
    ours = (frame for frame in reversed(stack) if PurePath(frame.filename).is_relative_to(package))
    return next(ours, stack[-1] if stack else None)
