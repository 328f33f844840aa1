"""What went wrong with the picture so far, counted for who takes the desk over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from hostconsole.show import events as e
from hostconsole.show.state import State

_ENDS = (e.IncidentEnded, e.SafeLeft, e.ObsReady)


class Noted(TypedDict, total=False):
    """The field of the state that changes."""

    incidents: Mapping[str, tuple[int, float]]


def noted(state: State, event: e.Event) -> Noted:
    """What this event leaves, if with it an incident is over."""
    if not isinstance(event, _ENDS):
        return {}
    match event:
        case e.IncidentEnded():
            return _counted(state, event.what, event.seconds)
        case e.SafeLeft():
            return _counted(state, "safe_picture", event.seconds)
        case e.ObsReady(away_s=float() as seconds) if seconds > 0:
            return _counted(state, "obs_lost", seconds)
    return {}


def _counted(state: State, what: str, seconds: float) -> Noted:
    times, before = state.incidents.get(what, (0, 0.0))
    return {"incidents": {**state.incidents, what: (times + 1, round(before + seconds, 1))}}
