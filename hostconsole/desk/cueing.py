"""What the console itself notices: a routine cue fades unseen, its own are due, what the host has said is
not true any more."""

from __future__ import annotations

import asyncio

from hostconsole.show.auto_cues import auto_cue
from hostconsole.show.cues import faded
from hostconsole.show.events import CueUnseen
from hostconsole.show.said_points import contradicted
from hostconsole.show.show import Show

_STEP_S = 0.5


class Cueing:
    """Looks twice a second."""

    def __init__(self, *, loop: asyncio.AbstractEventLoop, show: Show) -> None:
        self._loop, self._show = loop, show
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        self._timer = self._loop.call_later(_STEP_S, self._tick)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def look(self) -> None:
        """Records what is due now."""
        show = self._show
        for cue in faded(show.state, show.now_ms(), show.rules):
            show.record((CueUnseen(cue=cue.seq),), actor="console")
        untrue = contradicted(show.state)
        if untrue:
            show.record(untrue, actor="console")
        due = auto_cue(show.state, show.now_ms(), show.rules)
        if due is not None:
            show.record((due,), actor="console")

    def _tick(self) -> None:
        self.start()
        if self._show.state.session:
            self.look()
