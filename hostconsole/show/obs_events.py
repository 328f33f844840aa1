"""What can happen with OBS: what it was asked, what was seen of it, how it is doing."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.show.event import Event, TimedEvent
from hostconsole.show.obs_remark import ObsRemark
from hostconsole.show.obs_state import Incident, Level, ObsLink, Output


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsLinkChanged(Event):
    """`why` is a short English reason, "" where the word says enough."""

    kind = "obs.link"
    was: ObsLink
    now: ObsLink
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsLost(TimedEvent):
    kind = "obs.lost"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsReady(Event):
    """OBS can serve. What it shows now, and what it has. `same_run`: it is the program that was lost, and
    was not started anew meanwhile; None where that cannot be known. `away_s`: how long it was lost."""

    kind = "obs.ready"
    version: str
    scene: str
    scenes: tuple[str, ...]
    inputs: tuple[str, ...]
    transition_ms: int
    studio_mode: bool = False
    simulated: bool = False
    collection: str = ""
    same_run: bool | None = None
    away_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenesChanged(Event):
    """Scenes of the collection were made, removed or renamed. `inputs` are the `hc:` ones."""

    kind = "obs.scenes"
    scenes: tuple[str, ...]
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneRenamed(Event):
    """A scene has another name now; items that name it keep it."""

    kind = "scene.renamed"
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionChanged(Event):
    """OBS works with another scene collection."""

    kind = "obs.collection"
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioModeChanged(Event):
    kind = "obs.studio_mode"
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionChanged(Event):
    kind = "obs.transition"
    ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneAsked(Event):
    """The console asked OBS for `scene`; `order` numbers requests within the run of the program."""

    kind = "scene.asked"
    scene: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneAccepted(Event):
    """OBS answered request `order` after `ms`."""

    kind = "scene.accepted"
    scene: str
    order: int
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneShown(Event):
    """OBS shows `scene` (event or fresh read at the transition's end). `order` None: switched in OBS."""

    kind = "scene.shown"
    scene: str
    order: int | None = None
    ms: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneFailed(Event):
    """Request `order` did not come true; `code` is missing, timeout, lost, refused or stale."""

    kind = "scene.failed"
    scene: str
    order: int
    code: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsShown(Event):
    """The `hc:` inputs that differ from what was shown before were set; `names` without "hc:"."""

    kind = "texts.shown"
    names: tuple[str, ...]
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsFailed(Event):
    kind = "texts.failed"
    names: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputsChanged(Event):
    """What leaves OBS. `reconnecting`: the stream's target is lost and OBS tries again. `recorded_ms`,
    `streamed_ms`: how long it had been running when it was found running."""

    kind = "obs.outputs"
    streaming: bool
    recording: bool
    paused: bool
    virtual_camera: bool
    reconnecting: bool = False
    recorded_ms: int | None = None
    streamed_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MicChanged(Event):
    """The microphones together: muted when there are some and all are (None: OBS has none); silent when
    none of them was heard for ten seconds."""

    kind = "obs.mic"
    muted: bool | None
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsHealth(Event):
    """How OBS is doing, every ten seconds while something leaves it and whenever a level turns. `dropped`
    (network) and `skipped` (computer) are shares of the frames of the last 20 s; `congestion` 0 to 1;
    `kbps` of the stream; `disk_min` minutes the recording can go on. None: not known, or not in use."""

    kind = "obs.health"
    dropped: float | None = None
    skipped: float | None = None
    congestion: float | None = None
    kbps: float | None = None
    disk_min: float | None = None
    network: Level = "ok"
    computer: Level = "ok"
    stuck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentBegan(TimedEvent):
    kind = "incident.began"
    what: Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentEnded(TimedEvent):
    """It lasted `seconds`."""

    kind = "incident.ended"
    what: Incident
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputAsked(Event):
    """A person asked OBS to start or stop an output: "stream", "recording", "virtual_camera"."""

    kind = "obs.output_asked"
    name: Output
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeEntered(TimedEvent):
    kind = "safe.entered"
    scene: str
    came_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeLeft(TimedEvent):
    kind = "safe.left"
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneResent(Event):
    """A person asked for the scene and the texts to be sent once more."""

    kind = "scene.resent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreAsked(Event):
    """A person asked for what OBS did before it was lost: `scene`, and `outputs` ("stream",
    "recording", "virtual_camera")."""

    kind = "obs.restore_asked"
    scene: str
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsChecked(Event):
    """OBS was looked at before the show."""

    kind = "obs.checked"
    remarks: tuple[ObsRemark, ...]
