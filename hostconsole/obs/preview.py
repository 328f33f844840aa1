"""Studio mode: NEXT's scene stands in the preview. Sent once for each take and each NEXT, after the scene
on air has settled (OBS may swap preview and program at its end); what a person puts there later stays."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING

from hostconsole.obs.faults import RequestFailed
from hostconsole.obs.known import Known
from hostconsole.show.target import Target

if TYPE_CHECKING:
    from hostconsole.obs.wire import Wire

SETTLES_S = 0.15


class Preview:
    """Times in monotonic seconds."""

    def __init__(self) -> None:
        self._wanted: tuple[int, str | None] = (0, None)
        self._sent: tuple[int, str | None] | None = None

    def aim(self, target: Target) -> None:
        self._wanted = (target.take, target.preview)

    def lose(self) -> None:
        self._sent = None

    def due(self, known: Known) -> float:
        """When it is to be sent; the caller sees to it that no scene is on its way."""
        if not known.studio_mode:
            self._sent = None
            return math.inf
        scene = self._wanted[1]
        if self._sent == self._wanted or scene is None or scene not in known.scenes:
            return math.inf
        return max(known.moving_until, known.settled_at + SETTLES_S)

    def work(self, wire: Wire) -> None:
        """Sends it. Raises `Lost` or `NotReady`."""
        self._sent = self._wanted
        try:
            wire.ask("SetCurrentPreviewScene", sceneName=self._wanted[1])
        except RequestFailed as failed:
            logging.getLogger("hostconsole.obs").warning("the preview was refused: %s", failed.why)
