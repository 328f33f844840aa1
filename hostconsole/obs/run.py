"""Whether the OBS that answers now is the one that was lost, or was started anew meanwhile: only the latter
has forgotten what it streamed and recorded."""

from __future__ import annotations

_SHARE = 0.9
"""Of the frames an OBS that ran on must have counted meanwhile: it counts those it was too slow for, too."""

_FPS = 30.0
"""Until OBS tells its own."""


class Run:
    """The count of frames OBS has rendered since its start, as last read. Times in monotonic seconds."""

    def __init__(self) -> None:
        self._frames: int | None = None
        self._fps = 0.0
        self._at = 0.0
        self._closed = self._refused = False

    def rendered(self, frames: int, *, fps: float, now: float) -> None:
        """OBS has rendered so many frames."""
        self._frames, self._fps, self._at = frames, fps, now
        self._closed = self._refused = False

    def closed(self) -> None:
        """OBS said that it closes."""
        self._closed = True

    def refused(self) -> None:
        """Nobody listened at its port: OBS is gone, or its server was switched off and on."""
        self._refused = True

    def goes_on(self, frames: int | None, now: float) -> bool | None:
        """Whether an OBS that has rendered so many frames is the one asked before; None if none was. One
        that only froze has rendered nothing meanwhile, but kept its port open."""
        if self._frames is None or frames is None:
            return None
        meanwhile = (self._fps or _FPS) * _SHARE * (now - self._at) if self._refused else 0.0
        return not self._closed and frames >= self._frames + meanwhile
