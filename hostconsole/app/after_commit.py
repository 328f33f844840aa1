"""What may wait until an act is on its way: the windows are told once it is on disk and sent to OBS.

Telling them first would keep the thread that OBS's orders and the journal's news come to, and hold the
journal's own thread up over Python's lock: the act would be late outside by as long as the windows take.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

LATEST_S = 0.008
"""A slow disk keeps the windows waiting no longer than this: half a frame."""


class AfterCommit:
    """Call it with what is to be done; `now` does all that waits. Both on the loop's thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._acts: list[Callable[[], None]] = []
        self._latest: asyncio.TimerHandle | None = None

    def __call__(self, act: Callable[[], None]) -> None:
        self._acts.append(act)
        if self._latest is None:
            self._latest = self._loop.call_later(LATEST_S, self.now)

    def now(self) -> None:
        """An act is on disk, and its effects are sent; or it took too long."""
        if self._latest is not None:
            self._latest.cancel()
            self._latest = None
        acts, self._acts = self._acts, []
        for act in acts:
            act()
