"""What a person asks of OBS beside takes. Each is an event; the effects follow it."""

from __future__ import annotations

from hostconsole.show.command import ANY, SETUP, Context, Events, Given, Registry, yes
from hostconsole.show.errors import Refused
from hostconsole.show.events import BuildAsked, OutputAsked, RestoreAsked, SafeEntered, SafeLeft, SceneResent
from hostconsole.show.obs_state import Obs, Output, Safe
from hostconsole.show.scene_needs import scene_needs
from hostconsole.show.scenes import name_now
from hostconsole.show.state import State

commands = Registry()


@commands.command("obs.resend", title="Send to OBS again", modes=SETUP)
def resend(state: State, ctx: Context, given: Given) -> Events:
    _reachable(state)
    return (SceneResent(),)


@commands.command("obs.safe_scene", title="Safe picture, and back", modes=SETUP)
def safe_scene(state: State, ctx: Context, given: Given) -> Events:
    safe = state.obs.safe
    if safe is not None and _is_covered(state.obs, safe):
        return (SceneResent(),)
    if safe is not None:
        return (SafeLeft(seconds=round((ctx.now_ms - safe.since_ms) / 1000, 1)),)
    scene = safe_scene_name(state, ctx.rules.safe_scene)
    if not scene:
        raise Refused("no_safe_scene")
    return (SafeEntered(scene=scene, came_from=state.obs.scene),)


def _is_covered(obs: Obs, safe: Safe) -> bool:
    """OBS shows something else than the safe picture it should show: the switch failed, somebody switched
    away in OBS, or it came back so. Whoever presses the key then wants the picture."""
    if obs.differs:
        return True
    asked = obs.asked
    if asked is None or asked.scene != safe.scene:
        return False
    return bool(asked.failed) or (asked.shown_ms is not None and obs.scene != safe.scene)


def safe_scene_name(state: State, chosen: str) -> str:
    """The scene of the setting; else the first scene, of OBS or of the sheet, whose name says "one moment
    please", or said so before it was renamed in OBS."""
    if chosen:
        return name_now(state.obs, chosen)
    words = ("brb", "稍等", "救场", "safe")
    planned = (row.item.scene for row in state.items.values() if state.obs.link == "simulated")
    known = (*state.obs.scenes, *planned)
    renamed = (was for was, _now in state.obs.renames if name_now(state.obs, was) in state.obs.scenes)
    found = (scene for scene in (*known, *renamed) if any(word in scene.lower() for word in words))
    return name_now(state.obs, next(found, ""))


@commands.command("obs.restore", title="Restore OBS as it was", modes=ANY)
def restore(state: State, ctx: Context, given: Given) -> Events:
    _reachable(state)
    if not state.obs.before_loss:
        raise Refused("nothing_to_restore")
    scene, *outputs = state.obs.before_loss
    return (RestoreAsked(scene=scene, outputs=tuple(outputs)),)


def _output(name: Output, *, command: str, what: str) -> None:
    """The command that starts and stops one output."""

    def switched(state: State, ctx: Context, given: Given) -> Events:
        _reachable(state)
        on = given["on"]
        if state.obs.is_on(name) == on:
            return ()
        if not on and state.mode == "live" and not given.get("sure"):
            raise Refused("needs_confirm", what=f"Stopping {what} in a live show")
        if on and name == "stream" and state.mode == "rehearsal" and not given.get("sure"):
            raise Refused("needs_confirm", what="Streaming a rehearsal")
        return (OutputAsked(name=name, on=on),)

    title = f"Start or stop {what}"
    commands.command(command, title=title, args=(yes("on", required=True), yes("sure")), modes=ANY)(switched)


_output("stream", command="obs.stream", what="the stream")
_output("recording", command="obs.record", what="the recording")
_output("virtual_camera", command="obs.virtual_camera", what="the virtual camera")


@commands.command("obs.build_scenes", title="Make the missing scenes in OBS", modes=SETUP)
def build_scenes(state: State, ctx: Context, given: Given) -> Events:
    if state.running:
        raise Refused("before_the_show")
    _reachable(state)
    building = state.obs.building
    if building is not None and not building.over:
        raise Refused("building_already")
    rows = [state.items[key].item for key in state.order]
    if state.obs.link == "ready" and not state.obs.scenes:
        raise Refused("no_obs")  # it serves, and has not yet said what it has
    needs = scene_needs(rows, state.obs, ctx.rules) if state.obs.link == "ready" else None
    if needs is None or not needs.missing:
        raise Refused("nothing_to_build")
    return (BuildAsked(scenes=needs.missing),)


def _reachable(state: State) -> None:
    if state.obs.link not in ("ready", "simulated"):
        raise Refused("no_obs")
