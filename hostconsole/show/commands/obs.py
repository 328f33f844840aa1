"""What a person asks of OBS beside takes. Each is an event; the effects follow it."""

from __future__ import annotations

from hostconsole.show.command import ANY, SETUP, Context, Events, Given, Registry
from hostconsole.show.errors import Refused
from hostconsole.show.events import RestoreAsked, SafeEntered, SafeLeft, SceneResent
from hostconsole.show.state import State

commands = Registry()


@commands.command("obs.resend", title="Send to OBS again", modes=SETUP)
def resend(state: State, ctx: Context, given: Given) -> Events:
    _reachable(state)
    return (SceneResent(),)


@commands.command("obs.safe_scene", title="Safe picture, and back", modes=SETUP)
def safe_scene(state: State, ctx: Context, given: Given) -> Events:
    safe = state.obs.safe
    if safe is not None:
        return (SafeLeft(seconds=round((ctx.now_ms - safe.since_ms) / 1000, 1)),)
    scene = safe_scene_name(state, ctx.rules.safe_scene)
    if not scene:
        raise Refused("no_safe_scene")
    return (SafeEntered(scene=scene, came_from=state.obs.scene),)


def safe_scene_name(state: State, chosen: str) -> str:
    """The scene of the setting; else the first scene of OBS whose name says "one moment please"."""
    if chosen:
        return chosen
    words = ("brb", "稍等", "救场", "safe")
    return next((s for s in state.obs.scenes if any(w in s.lower() for w in words)), "")


@commands.command("obs.restore", title="Restore OBS as it was", modes=ANY)
def restore(state: State, ctx: Context, given: Given) -> Events:
    _reachable(state)
    if not state.obs.before_loss:
        raise Refused("nothing_to_restore")
    scene, *outputs = state.obs.before_loss
    return (RestoreAsked(scene=scene, outputs=tuple(outputs)),)


def _reachable(state: State) -> None:
    if state.obs.link not in ("ready", "simulated"):
        raise Refused("no_obs")
