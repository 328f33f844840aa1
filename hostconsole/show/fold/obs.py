"""How facts about OBS change what is known of it. Never what should be shown: that is the target."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.frozen import replace
from hostconsole.show.obs_remark import Checked
from hostconsole.show.obs_state import Building, Health, Output
from hostconsole.show.state import AskedScene, Obs, Safe, State

OUTPUTS: tuple[Output, ...] = ("stream", "recording", "virtual_camera")
RENAMES_KEPT = 50


def told(obs: Obs, event: e.Event, entry: e.Entry) -> Obs:
    """`obs` after one fact of OBS."""
    match event:
        case e.ObsLinkChanged():
            since_ms = obs.since_ms if event.now == obs.link else entry.mono_ms
            checked = None if event.now == "off" else obs.checked  # another OBS may follow
            return replace(obs, link=event.now, why=event.why, since_ms=since_ms, checked=checked)
        case e.ObsChecked():
            return replace(obs, checked=Checked(remarks=event.remarks, at=entry.at))
        case e.ObsLost():
            return lost(obs)
        case e.ObsReady():
            return _ready(obs, event, entry)
        case e.ScenesChanged():
            return replace(obs, scenes=event.scenes, inputs=event.inputs)
        case e.SceneRenamed():
            return _renamed(obs, event)
        case e.CollectionChanged():
            return replace(obs, collection=event.now, renames=() if event.was else obs.renames)
        case e.StudioModeChanged():
            return replace(obs, studio_mode=event.on)
        case e.TransitionChanged():
            return replace(obs, transition_ms=event.ms)
        case e.SceneAsked() | e.SceneAccepted() | e.SceneShown() | e.SceneFailed():
            return settled(_scene(obs, event, entry))
        case e.TextsShown():
            left = tuple(name for name in obs.texts_failed if name not in event.names)
            return replace(obs, texts_shown=True, texts_failed=left)
        case e.TextsFailed():
            return replace(obs, texts_failed=tuple(dict.fromkeys((*obs.texts_failed, *event.names))))
        case e.OutputsChanged():
            return settled(_outputs(obs, event, entry.mono_ms))
        case e.MicChanged():
            return replace(obs, mic_muted=event.muted, mic_silent=event.silent, mic_untold=event.untold)
        case e.ObsHealth():
            return replace(obs, health=_health(event))
        case e.OutputAsked():
            return _not_wanted(obs, event)
        case e.BuildAsked() | e.SceneBuilt() | e.SceneNotBuilt():
            return replace(obs, building=_building(obs.building, event))
        case _:
            raise TypeError(f"no case for {event.kind}")


def lost(obs: Obs) -> Obs:
    """What is to be there again: all that ran, and what still waited to be restored when OBS went away once
    more."""
    running = [name for name in OUTPUTS if obs.is_on(name) or name in obs.before_loss[1:]]
    scene = obs.before_loss[0] if obs.before_loss and obs.differs else wanted_scene(obs)
    return replace(obs, before_loss=(scene, *running), health=None)


def wanted_scene(obs: Obs) -> str:
    """The scene that should be on air: the one asked for and not seen yet, else the one that was seen."""
    asked = obs.asked
    return asked.scene if asked is not None and asked.shown_ms is None else obs.scene


def settled(obs: Obs) -> Obs:
    """What is back need not be restored; once all is, nothing is."""
    if not obs.before_loss or obs.link != "ready":
        return obs
    scene, *outputs = obs.before_loss
    left = [name for name in outputs if not obs.is_on(name)]
    return replace(obs, before_loss=(scene, *left) if left or obs.differs else ())


def _building(building: Building | None, event: e.Event) -> Building | None:
    match event:
        case e.BuildAsked():
            return Building(wanted=tuple(need.scene for need in event.scenes))
        case e.SceneBuilt() if building is not None:
            return replace(building, built=(*building.built, event.scene))
        case e.SceneNotBuilt() if building is not None:
            return replace(building, failed=(*building.failed, (event.scene, event.code)))
        case _:
            return building


def _not_wanted(obs: Obs, event: e.OutputAsked) -> Obs:
    """A person decided about this output: it is no more to be restored."""
    rest = tuple(name for n, name in enumerate(obs.before_loss) if n == 0 or name != event.name)
    return settled(replace(obs, before_loss=rest))


def _health(event: e.ObsHealth) -> Health:
    return Health(
        dropped=event.dropped, skipped=event.skipped, congestion=event.congestion, kbps=event.kbps,
        disk_min=event.disk_min, network=event.network, computer=event.computer, stuck=event.stuck,
    )  # fmt: skip


def _renamed(obs: Obs, event: e.SceneRenamed) -> Obs:
    """Whatever names the scene names it anew; items are found through `renames`."""

    def now(scene: str) -> str:
        return event.now if scene == event.was else scene

    asked, safe = obs.asked, obs.safe
    return replace(
        obs,
        renames=(*obs.renames, (event.was, event.now))[-RENAMES_KEPT:],
        scene=now(obs.scene),
        scenes=tuple(now(scene) for scene in obs.scenes),
        asked=asked and replace(asked, scene=now(asked.scene)),
        safe=safe and replace(safe, scene=now(safe.scene), came_from=now(safe.came_from)),
        before_loss=(now(obs.before_loss[0]), *obs.before_loss[1:]) if obs.before_loss else (),
    )


def _ready(obs: Obs, event: e.ObsReady, entry: e.Entry) -> Obs:
    wanted = obs.before_loss[0] if obs.before_loss else wanted_scene(obs)
    differs = bool(wanted) and wanted != event.scene
    before = obs.before_loss
    if event.same_run:  # whatever stopped meanwhile, somebody stopped it
        before = before[:1] if differs else ()
    building = obs.building if obs.building is None or obs.building.over else None
    return replace(
        obs,
        building=building,
        before_loss=before,
        restarted=None if event.same_run is None else not event.same_run,
        collection=event.collection,
        link="simulated" if event.simulated else "ready",
        why="",
        version=event.version,
        scene=event.scene,
        scenes=event.scenes,
        inputs=event.inputs,
        transition_ms=event.transition_ms,
        studio_mode=event.studio_mode,
        differs=differs,
        asked=_seen(obs.asked, event.scene, entry),
    )


def _scene(obs: Obs, event: e.Event, entry: e.Entry) -> Obs:
    asked = obs.asked
    match event:
        case e.SceneAsked():
            asked = AskedScene(scene=event.scene, order=event.order, asked_ms=entry.mono_ms)
            before = (event.scene, *obs.before_loss[1:]) if obs.before_loss else ()
            return replace(obs, asked=asked, differs=False, before_loss=before)
        case e.SceneShown(order=None):
            wanted = obs.before_loss[0] if obs.before_loss else wanted_scene(obs)
            differs = obs.differs and event.scene != wanted
            return replace(obs, scene=event.scene, differs=differs, asked=_seen(asked, event.scene, entry))
        case e.SceneShown():
            obs = replace(obs, scene=event.scene, differs=False)
            if asked is not None and asked.order == event.order:
                obs = replace(obs, asked=replace(asked, shown_ms=event.ms, failed=""))
        case e.SceneAccepted() if asked is not None and asked.order == event.order:
            obs = replace(obs, asked=replace(asked, accepted_ms=event.ms))
        case e.SceneFailed() if asked is not None and asked.order == event.order:
            obs = replace(obs, asked=replace(asked, failed=event.code))
        case _:
            pass  # news of a request that a newer one has replaced: logged, changes nothing
    return obs


def _seen(asked: AskedScene | None, scene: str, entry: e.Entry) -> AskedScene | None:
    """A scene that was given up (OBS stood still) and is on air after all came as late as it is seen."""
    if asked is None or not asked.failed or asked.scene != scene:
        return asked
    return replace(asked, failed="", shown_ms=float(entry.mono_ms - asked.asked_ms))


def _outputs(obs: Obs, event: e.OutputsChanged, now_ms: int) -> Obs:
    before, since = obs.rec_before_ms, obs.rec_since_ms
    found = event.recorded_ms is not None and obs.restarted is not False
    if event.recording and (found or not obs.recording):
        before, since = event.recorded_ms or 0, None if event.paused else now_ms
    elif event.recording and event.paused and since is not None:
        before, since = before + now_ms - since, None
    elif event.recording and not event.paused and since is None:
        since = now_ms
    elif not event.recording:
        before, since = 0, None
    stream_since = obs.stream_since_ms if obs.streaming else now_ms - (event.streamed_ms or 0)
    active = event.streaming or event.recording
    return replace(
        obs,
        streaming=event.streaming,
        recording=event.recording,
        paused=event.paused,
        virtual_camera=event.virtual_camera,
        outputs_ms=now_ms,
        reconnecting=event.reconnecting,
        reconnecting_since_ms=_reconnecting_since(obs, event, now_ms),
        rec_since_ms=since,
        rec_before_ms=before,
        stream_since_ms=stream_since if event.streaming else None,
        health=obs.health if active else None,
    )


def _reconnecting_since(obs: Obs, event: e.OutputsChanged, now_ms: int) -> int | None:
    if not event.reconnecting:
        return None
    return now_ms if obs.reconnecting_since_ms is None else obs.reconnecting_since_ms


def safe_moved(state: State, event: e.SafeEntered | e.SafeLeft, entry: e.Entry) -> State:
    """Under the safe picture the clock of the item on air stands still."""
    if isinstance(event, e.SafeEntered):
        safe = Safe(scene=event.scene, came_from=event.came_from, since_ms=entry.mono_ms)
        return replace(state, obs=replace(state.obs, safe=safe))
    was = state.obs.safe
    airing = state.on_air
    if was is not None and airing is not None:
        held = max(0, entry.mono_ms - max(was.since_ms, airing.since_ms))
        airing = replace(airing, held_ms=airing.held_ms + held)
    return replace(state, on_air=airing, obs=replace(state.obs, safe=None))
