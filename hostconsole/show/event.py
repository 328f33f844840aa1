"""What every event is. The kinds themselves are in events.py and, about OBS, in obs_events.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of all events. `kind` is the log's word for it; `shape`, its version, rises when its fields
    change."""

    kind: ClassVar[str]
    shape: ClassVar[int] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEvent(Event):
    """An event about one item."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedEvent(Event):
    """An event somebody will look for in the recording. `rec_s` and `stream_s`: seconds since the recording
    and the stream began, pauses of the recording left out; None (and not in the log) where none runs.
    `Show` fills them in."""

    rec_s: float | None = None
    stream_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedItemEvent(TimedEvent):
    """A timed event about one item."""

    item: str
