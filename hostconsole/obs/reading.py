"""Reading what OBS has and shows: few round trips, names first."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeGuard

from hostconsole.obs.faults import NotReady, RequestFailed
from hostconsole.obs.known import MICROPHONE_KINDS, PREFIX, Known, setting_of
from hostconsole.obs.vitals import Sample, sample_of

if TYPE_CHECKING:
    from hostconsole.obs.wire import Request, Wire

_UNKNOWN_LENGTH_MS = 2000
"""A transition that does not tell its length (a stinger) is taken to be done after this."""

_EVERYTHING: tuple[Request, ...] = (
    ("GetVersion", {}),
    ("GetStudioModeEnabled", {}),
    ("GetStreamStatus", {}),
    ("GetRecordStatus", {}),
    ("GetVirtualCamStatus", {}),
    ("GetStats", {}),
)
_HEALTH: tuple[Request, ...] = (("GetStats", {}), ("GetStreamStatus", {}), ("GetRecordStatus", {}))

_STATUS_LAGS_MS = 850
"""A recording's `outputDuration` is 0.7 to 1.0 s behind its picture."""

_LISTS: tuple[Request, ...] = (
    ("GetSceneList", {}),
    ("GetInputList", {}),
    ("GetSpecialInputs", {}),
    ("GetCurrentSceneTransition", {}),
)

Answer = dict[str, Any] | RequestFailed


def read_all(wire: Wire) -> Known:
    """All that is shown in lamps. Raises `NotReady` while OBS loads, `Lost`, `RequestFailed`."""
    version, studio, stream, record, camera, stats = (
        _or_empty(answer) for answer in wire.batch(_EVERYTHING, in_one_frame=False)
    )
    known = Known(
        version=str(version.get("obsVersion", "")),
        studio_mode=bool(studio.get("studioModeEnabled")),
        streaming=bool(stream.get("outputActive")),
        reconnecting=bool(stream.get("outputReconnecting")),
        recording=bool(record.get("outputActive")),
        paused=bool(record.get("outputPaused")),
        virtual_camera=bool(camera.get("outputActive")),
        chapters="CreateRecordChapter" in version.get("availableRequests", ()),
        rendered=stats.get("renderTotalFrames"),
        fps=float(stats.get("activeFps") or 0.0),
        recorded_ms=_runs_ms(record, _STATUS_LAGS_MS),
        streamed_ms=_runs_ms(stream, 0),
    )
    read_lists(wire, known)
    return known


def read_lists(wire: Wire, known: Known) -> None:
    """Scenes, `hc:` inputs with what they hold, microphones, the transition."""
    scenes, inputs, special, transition = wire.batch(_LISTS, in_one_frame=False)
    if isinstance(scenes, RequestFailed):
        raise scenes
    if not scenes["scenes"] or not scenes["currentProgramSceneName"]:
        raise NotReady  # older servers answer in mid-change; a collection has at least one scene
    known.scenes = tuple(str(scene["sceneName"]) for scene in reversed(scenes["scenes"]))
    known.uuids = {row["sceneUuid"]: str(row["sceneName"]) for row in scenes["scenes"] if "sceneUuid" in row}
    known.scene = str(scenes["currentProgramSceneName"])
    known.transition_ms = _length(_or_empty(transition))
    rows = _or_empty(inputs).get("inputs", [])
    known.input_count = len(rows)
    known.inputs = tuple(
        sorted(str(row["inputName"]) for row in rows if str(row["inputName"]).startswith(PREFIX))
    )
    _read_inputs(wire, known, _microphones(rows, _or_empty(special)))
    known.stale_lists = known.stale_transition = False


def read_transition(wire: Wire, known: Known) -> None:
    """How long the current transition takes."""
    known.transition_ms = _length(wire.ask("GetCurrentSceneTransition"))
    known.stale_transition = False


def read_scene(wire: Wire) -> str:
    """The scene OBS has chosen as program; while a fade runs this is the new one already."""
    return str(wire.ask("GetCurrentProgramScene")["currentProgramSceneName"])


def read_own_transition(wire: Wire, scene: str) -> int:
    """Milliseconds of the transition set for this scene alone; 0 without one."""
    try:
        return int(wire.ask("GetSceneSceneTransitionOverride", sceneName=scene)["transitionDuration"] or 0)
    except RequestFailed:
        return 0


def read_health(wire: Wire, known: Known) -> Sample:
    """The counters, and whether the stream goes out; older servers tell by no event that they reconnect."""
    stats, stream, record = (_or_empty(answer) for answer in wire.batch(_HEALTH, in_one_frame=False))
    if stream:
        known.streaming = bool(stream["outputActive"])
        known.reconnecting = bool(stream["outputReconnecting"])
    return sample_of(stats, stream, record, at=time.monotonic())


def _runs_ms(status: dict[str, Any], lag_ms: int) -> int | None:
    return int(status.get("outputDuration") or 0) + lag_ms if status.get("outputActive") else None


def _microphones(rows: Sequence[dict[str, Any]], special: dict[str, Any]) -> list[str]:
    found = [str(name) for key, name in sorted(special.items()) if key.startswith("mic") and name]
    found += [str(row["inputName"]) for row in rows if row.get("unversionedInputKind") in MICROPHONE_KINDS]
    return list(dict.fromkeys(found))


def _read_inputs(wire: Wire, known: Known, mics: Sequence[str]) -> None:
    asked: list[Request] = [("GetInputSettings", {"inputName": name}) for name in known.inputs]
    asked += [("GetInputMute", {"inputName": name}) for name in mics]
    answers = wire.batch(asked, in_one_frame=False) if asked else []
    known.values = {}
    for name, answer in zip(known.inputs, answers, strict=False):
        bare = name.removeprefix(PREFIX)
        known.values[bare] = str(answer["inputSettings"].get(setting_of(bare), "")) if _came(answer) else None
    muted = zip(mics, answers[len(known.inputs) :], strict=True)
    known.mics = {name: bool(answer["inputMuted"]) for name, answer in muted if _came(answer)}


def _length(transition: dict[str, Any]) -> int:
    if transition.get("transitionKind") == "cut_transition":
        return 0
    length = transition.get("transitionDuration")
    return _UNKNOWN_LENGTH_MS if length is None else int(length)


def _came(answer: Answer) -> TypeGuard[dict[str, Any]]:
    return not isinstance(answer, RequestFailed)


def _or_empty(answer: Answer) -> dict[str, Any]:
    return answer if _came(answer) else {}
