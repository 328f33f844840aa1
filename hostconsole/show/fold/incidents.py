"""What went wrong with the picture so far, counted for who takes the desk over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from hostconsole.show import events as e
from hostconsole.show.events import Entry
from hostconsole.show.state import State

_ENDS = (e.IncidentEnded, e.SafeLeft, e.ObsReady, e.OutputsChanged)


class Noted(TypedDict, total=False):
    """The field of the state that changes."""

    incidents: Mapping[str, tuple[int, float]]


def noted(before: State, state: State, entry: Entry) -> Noted:
    """What `entry` leaves in the state after it, if with it an incident is over."""
    event = entry.event
    if not isinstance(event, _ENDS):
        return {}
    match event:
        case e.IncidentEnded():
            return _counted(state, event.what, event.seconds)
        case e.SafeLeft():
            return _counted(state, "safe_picture", event.seconds)
        case e.ObsReady(away_s=float() as seconds) if seconds > 0:
            return _counted(state, "obs_lost", seconds)
        case e.OutputsChanged() if not event.reconnecting:
            since = before.obs.reconnecting_since_ms
            if since is not None:
                return _counted(state, "stream_reconnecting", max(0, entry.mono_ms - since) / 1000)
    return {}


def _counted(state: State, what: str, seconds: float) -> Noted:
    times, before = state.incidents.get(what, (0, 0.0))
    return {"incidents": {**state.incidents, what: (times + 1, round(before + seconds, 1))}}
