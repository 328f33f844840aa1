"""Whether the microphones are heard: the loudest moment only, so that 20 events a second cost next to
nothing. Written by the listening thread, read by the request thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

QUIET_DB = -55.0
SILENT_AFTER_S = 10.0
UNTOLD_AFTER_S = 5.0
"""OBS tells the levels 20 times a second, of inputs that are still as well."""

MOST_INPUTS = 100
"""With more inputs than these the meters' events are too large to be listened to."""

QUIET = 10 ** (QUIET_DB / 20)
"""As a factor."""


class Meters:
    """`mics` names the microphones that can be heard now. Times in monotonic seconds."""

    def __init__(self) -> None:
        self.mics: frozenset[str] = frozenset()
        self._loud_at: float | None = None
        self._told_at = 0.0

    def begin(self, now: float) -> None:
        """From now on it counts."""
        self._loud_at = self._told_at = now

    def end(self) -> None:
        """Nothing is heard, and nothing is said of it."""
        self._loud_at = None

    def hear(self, fields: Mapping[str, Any], now: float) -> None:
        """Takes in one InputVolumeMeters event."""
        for row in fields.get("inputs", ()):
            if row.get("inputName") not in self.mics or self._loud_at is None:
                continue
            if now - self._told_at >= UNTOLD_AFTER_S:
                self._loud_at = now  # nothing is known of the time in between
            self._told_at = now
            if loudest(row) >= QUIET:
                self._loud_at = now
                return

    def silent(self, now: float) -> bool:
        """No microphone was above the mark for ten seconds. False while nothing is listened to or told."""
        loud_at = self._loud_at
        if not self.mics or loud_at is None or self.untold(now):
            return False
        return now - loud_at >= SILENT_AFTER_S

    def untold(self, now: float) -> bool:
        """OBS tells no levels although they are listened to, so silence cannot be noticed."""
        return bool(self.mics) and self._loud_at is not None and now - self._told_at >= UNTOLD_AFTER_S


def loudest(row: Mapping[str, Any]) -> float:
    """The loudest channel's peak, after its fader, as a factor. OBS writes null for a level that is no
    number, as those of an input just made may be."""
    channels = (channel for channel in row.get("inputLevelsMul", ()) if len(channel) > 1)
    return max((float(channel[1] or 0.0) for channel in channels), default=0.0)
