"""How facts about OBS change what is known of it. Never what should be shown: that is the target."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.frozen import replace
from hostconsole.show.state import AskedScene, Obs, Safe, State


def told(obs: Obs, event: e.Event, entry: e.Entry) -> Obs:
    """`obs` after one fact of OBS."""
    match event:
        case e.ObsLinkChanged():
            return replace(obs, link=event.now, why=event.why, since_ms=entry.mono_ms)
        case e.ObsLost():
            return _lost(obs)
        case e.ObsReady():
            return _ready(obs, event)
        case e.ScenesChanged():
            return replace(obs, scenes=event.scenes, inputs=event.inputs)
        case e.TransitionChanged():
            return replace(obs, transition_ms=event.ms)
        case e.SceneAsked() | e.SceneAccepted() | e.SceneShown() | e.SceneFailed():
            return _scene(obs, event, entry)
        case e.TextsShown():
            left = tuple(name for name in obs.texts_failed if name not in event.names)
            return replace(obs, texts_shown=True, texts_failed=left)
        case e.TextsFailed():
            return replace(obs, texts_failed=tuple(dict.fromkeys((*obs.texts_failed, *event.names))))
        case e.OutputsChanged():
            return _outputs(obs, event, entry.mono_ms)
        case e.MicChanged():
            return replace(obs, mic_muted=event.muted)
        case _:
            raise TypeError(f"no case for {event.kind}")


def _lost(obs: Obs) -> Obs:
    words = (
        ("stream", obs.streaming), ("recording", obs.recording), ("virtual_camera", obs.virtual_camera)
    )  # fmt: skip
    return replace(obs, before_loss=(obs.scene, *(word for word, on in words if on)))


def _ready(obs: Obs, event: e.ObsReady) -> Obs:
    wanted = obs.asked.scene if obs.asked is not None else obs.scene
    return replace(
        obs,
        link="simulated" if event.simulated else "ready",
        why="",
        version=event.version,
        scene=event.scene,
        scenes=event.scenes,
        inputs=event.inputs,
        transition_ms=event.transition_ms,
        studio_mode=event.studio_mode,
        differs=bool(wanted) and wanted != event.scene,
    )


def _scene(obs: Obs, event: e.Event, entry: e.Entry) -> Obs:
    asked = obs.asked
    match event:
        case e.SceneAsked():
            asked = AskedScene(scene=event.scene, order=event.order, asked_ms=entry.mono_ms)
            return replace(obs, asked=asked, differs=False)
        case e.SceneShown(order=None):
            return replace(obs, scene=event.scene)
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


def _outputs(obs: Obs, event: e.OutputsChanged, now_ms: int) -> Obs:
    before, since = obs.rec_before_ms, obs.rec_since_ms
    if event.recording and not obs.recording:
        before, since = 0, now_ms
    elif event.recording and event.paused and since is not None:
        before, since = before + now_ms - since, None
    elif event.recording and not event.paused and since is None:
        since = now_ms
    elif not event.recording:
        before, since = 0, None
    stream_since = obs.stream_since_ms if obs.streaming else now_ms
    return replace(
        obs,
        streaming=event.streaming,
        recording=event.recording,
        paused=event.paused,
        virtual_camera=event.virtual_camera,
        outputs_ms=now_ms,
        reconnecting=event.reconnecting,
        rec_since_ms=since,
        rec_before_ms=before,
        stream_since_ms=stream_since if event.streaming else None,
    )


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
