"""What every event is. The kinds themselves are in events.py and, about OBS, in obs_events.py."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all events. `kind` is the log's word for it; `shape`, its version, rises when its fields
    change.

    A frozen record made by msgspec: the codec reads and writes it as it is, and making eighty such classes
    does not hold up the start as eighty dataclasses do."""

    kind: ClassVar[str]
    shape: ClassVar[int] = 1


class ItemEvent(Event, frozen=True, kw_only=True):
    """An event about one item."""

    item: str


class TimedEvent(Event, frozen=True, kw_only=True):
    """An event somebody will look for in the recording. `rec_s` and `stream_s`: seconds since the recording
    and the stream began, pauses of the recording left out; None (and not in the log) where none runs.
    `Show` fills them in."""

    rec_s: float | None = None
    stream_s: float | None = None


class TimedItemEvent(TimedEvent, frozen=True, kw_only=True):
    """A timed event about one item."""

    item: str
