"""What is known of OBS, and how its events change that. No request is made here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hostconsole.show.events import (
    CollectionChanged,
    Event,
    MicChanged,
    OutputsChanged,
    SceneRenamed,
    ScenesChanged,
    StudioModeChanged,
    TransitionChanged,
)

PREFIX = "hc:"

MICROPHONE_KINDS = frozenset(
    {
        "pulse_input_capture",
        "pipewire_audio_input_capture",
        "alsa_input_capture",
        "jack_output_capture",
        "oss_input_capture",
        "sndio_output_capture",
        "wasapi_input_capture",
        "coreaudio_input_capture",
    }
)
"""Kinds of inputs (without version) that take sound from a device."""

_LIST_EVENTS = frozenset(
    {
        "SceneCreated",
        "SceneRemoved",
        "SceneNameChanged",
        "SceneListChanged",
        "InputCreated",
        "InputRemoved",
        "InputNameChanged",
    }
)
_TRANSITION_EVENTS = frozenset({"CurrentSceneTransitionChanged", "CurrentSceneTransitionDurationChanged"})
_NO_STEP = frozenset({"OBS_WEBSOCKET_OUTPUT_STARTING", "OBS_WEBSOCKET_OUTPUT_STOPPING"})


@dataclass(slots=True, kw_only=True)
class Known:
    """OBS as last read or told. `uuids` are the scenes' (newer servers give them); `recorded_ms` and
    `streamed_ms` how long an output had been running when it was found running; `rendered` the frames OBS
    had rendered when it was read; `input_count` counts all inputs, `settled_at` is when the scene on air
    last changed. `values`: what each `hc:` input holds, by name without the prefix, None
    when that could not be read. `mics`: muted or not, by name. Times in monotonic seconds."""

    version: str = ""
    scene: str = ""
    scenes: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    values: dict[str, str | None] = field(default_factory=dict)
    mics: dict[str, bool] = field(default_factory=dict)
    uuids: dict[str, str] = field(default_factory=dict)
    input_count: int = 0
    chapters: bool = False
    rendered: int | None = None
    fps: float = 0.0
    recorded_ms: int | None = None
    streamed_ms: int | None = None
    silent: bool = False
    untold: bool = False
    settled_at: float = 0.0
    transition_ms: int = 0
    studio_mode: bool = False
    streaming: bool = False
    recording: bool = False
    paused: bool = False
    virtual_camera: bool = False
    reconnecting: bool = False
    moving_until: float = 0.0
    stale_lists: bool = False
    stale_transition: bool = False

    def hear(self, event: str, fields: Mapping[str, Any], at: float) -> None:
        """Takes in one event; unknown ones change nothing. The scene on air is the caller's matter."""
        if event in _LIST_EVENTS:
            self.stale_lists = True
            self._rename(event, fields)
        elif event in _TRANSITION_EVENTS:
            self.stale_transition = True
        elif event.endswith("StateChanged"):
            self._hear_state(event, fields)
        else:
            self._hear_rest(event, fields, at)

    def _rename(self, event: str, fields: Mapping[str, Any]) -> None:
        """Scenes that come, go or change their name are known at once: a take may follow."""
        name = str(fields.get("sceneName", ""))
        if event == "SceneNameChanged":
            was = fields.get("oldSceneName")
            self.scenes = tuple(name if scene == was else scene for scene in self.scenes)
            self.scene = name if self.scene == was else self.scene
        elif event == "SceneRemoved":
            self.scenes = tuple(scene for scene in self.scenes if scene != name)
        elif event == "SceneCreated" and not fields.get("isGroup") and name not in self.scenes:
            self.scenes = (*self.scenes, name)

    def _hear_state(self, event: str, fields: Mapping[str, Any]) -> None:
        state = str(fields.get("outputState", ""))
        if event == "InputMuteStateChanged":
            name = str(fields.get("inputName", ""))
            if name in self.mics:
                self.mics[name] = bool(fields.get("inputMuted"))
        elif event == "StudioModeStateChanged":
            self.studio_mode = bool(fields.get("studioModeEnabled"))
        elif state in _NO_STEP:
            return
        elif event == "StreamStateChanged":
            self.streamed_ms = None
            self.streaming = not state.endswith("_STOPPED")
            self.reconnecting = state.endswith("_RECONNECTING")
        elif event == "RecordStateChanged":
            self.recorded_ms = None
            self.recording = not state.endswith("_STOPPED")
            self.paused = state.endswith("_PAUSED")
        elif event == "VirtualcamStateChanged":
            self.virtual_camera = not state.endswith("_STOPPED")

    def _hear_rest(self, event: str, fields: Mapping[str, Any], at: float) -> None:
        if event == "SceneTransitionStarted":
            self.moving_until = at + self.transition_ms / 1000 + 0.25
        elif event in ("SceneTransitionEnded", "CurrentProgramSceneChanged"):
            self.moving_until = 0.0
            self.settled_at = at
        elif event == "InputSettingsChanged":
            self._hear_settings(fields)

    def _hear_settings(self, fields: Mapping[str, Any]) -> None:
        """Newer servers tell when somebody changes a text by hand."""
        name = str(fields.get("inputName", "")).removeprefix(PREFIX)
        settings = fields.get("inputSettings") or {}
        if name in self.values and setting_of(name) in settings:
            self.values[name] = str(settings[setting_of(name)])


def setting_of(name: str) -> str:
    """The setting that holds what the input `hc:NAME` shows."""
    return "file" if name == "picture" else "text"


def _mic(known: Known) -> MicChanged:
    muted = all(known.mics.values()) if known.mics else None
    return MicChanged(muted=muted, silent=known.silent and not muted, untold=known.untold)


class Told:
    """Facts as they were last told, so that only changes are told."""

    def __init__(self) -> None:
        self._last: dict[type[Event], Event] = {}
        self.collection = ""
        self._uuids: dict[str, str] = {}

    def changes(self, known: Known) -> list[Event]:
        """Events for all that changed since the last call."""
        news: list[Event] = [
            OutputsChanged(
                streaming=known.streaming,
                recording=known.recording,
                paused=known.paused,
                virtual_camera=known.virtual_camera,
                reconnecting=known.reconnecting,
                recorded_ms=known.recorded_ms,
                streamed_ms=known.streamed_ms,
            ),
            _mic(known),
            StudioModeChanged(on=known.studio_mode),
            ScenesChanged(scenes=known.scenes, inputs=known.inputs),
            TransitionChanged(ms=known.transition_ms),
        ]
        changed = [event for event in news if self._last.get(type(event)) != event]
        self._last.update({type(event): event for event in changed})
        return changed

    def elsewhere(self, known: Known) -> list[Event]:
        """What was done to the scenes while OBS could not be heard: other names."""
        uuids, self._uuids = self._uuids, known.uuids
        return [
            SceneRenamed(was=uuids[uuid], now=name)
            for uuid, name in known.uuids.items()
            if uuids.get(uuid, name) != name
        ]

    def in_collection(self, name: str) -> list[Event]:
        """OBS works with this collection."""
        was, self.collection = self.collection, name
        if name == was:
            return []
        if was:
            self._uuids = {}  # a copy of a collection has the scenes of the first under their ids
        return [CollectionChanged(was=was, now=name)]

    def renamed(self, was: str, now: str) -> None:
        """This was told already."""
        self._uuids = {uuid: now if name == was else name for uuid, name in self._uuids.items()}

    def knows(self, known: Known) -> None:
        """The scenes, inputs and transition of `known` have been told in another event."""
        for event in (
            StudioModeChanged(on=known.studio_mode),
            ScenesChanged(scenes=known.scenes, inputs=known.inputs),
            TransitionChanged(ms=known.transition_ms),
        ):
            self._last[type(event)] = event
