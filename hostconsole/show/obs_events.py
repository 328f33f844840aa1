"""What can happen with OBS: what it was asked, what was seen of it, how it is doing."""

from __future__ import annotations

from hostconsole.show.event import Event, TimedEvent
from hostconsole.show.obs_remark import ObsRemark
from hostconsole.show.obs_state import Incident, Level, ObsLink, Output


class ObsLinkChanged(Event, frozen=True, kw_only=True):
    """`why` is a short English reason, "" where the word says enough."""

    kind = "obs.link"
    was: ObsLink
    now: ObsLink
    why: str = ""


class ObsLost(TimedEvent, frozen=True, kw_only=True):
    kind = "obs.lost"
    why: str = ""


class ObsReady(Event, frozen=True, kw_only=True):
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


class ScenesChanged(Event, frozen=True, kw_only=True):
    """Scenes of the collection were made, removed or renamed. `inputs` are the `hc:` ones."""

    kind = "obs.scenes"
    scenes: tuple[str, ...]
    inputs: tuple[str, ...]


class SceneRenamed(Event, frozen=True, kw_only=True):
    """A scene has another name now; items that name it keep it."""

    kind = "scene.renamed"
    was: str
    now: str


class CollectionChanged(Event, frozen=True, kw_only=True):
    """OBS works with another scene collection."""

    kind = "obs.collection"
    was: str
    now: str


class StudioModeChanged(Event, frozen=True, kw_only=True):
    kind = "obs.studio_mode"
    on: bool


class TransitionChanged(Event, frozen=True, kw_only=True):
    kind = "obs.transition"
    ms: int


class SceneAsked(Event, frozen=True, kw_only=True):
    """The console asked OBS for `scene`; `order` numbers requests within the run of the program."""

    kind = "scene.asked"
    scene: str
    order: int


class SceneAccepted(Event, frozen=True, kw_only=True):
    """OBS answered request `order` after `ms`."""

    kind = "scene.accepted"
    scene: str
    order: int
    ms: float


class SceneShown(Event, frozen=True, kw_only=True):
    """OBS shows `scene` (event or fresh read at the transition's end). `order` None: switched in OBS."""

    kind = "scene.shown"
    scene: str
    order: int | None = None
    ms: float | None = None


class SceneFailed(Event, frozen=True, kw_only=True):
    """Request `order` did not come true; `code` is missing, timeout, lost, refused or stale."""

    kind = "scene.failed"
    scene: str
    order: int
    code: str
    why: str = ""


class TextsShown(Event, frozen=True, kw_only=True):
    """The `hc:` inputs that differ from what was shown before were set; `names` without "hc:"."""

    kind = "texts.shown"
    names: tuple[str, ...]
    ms: float


class TextsFailed(Event, frozen=True, kw_only=True):
    kind = "texts.failed"
    names: tuple[str, ...]
    why: str


class OutputsChanged(Event, frozen=True, kw_only=True):
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


class MicChanged(Event, frozen=True, kw_only=True):
    """The microphones together: muted when there are some and all are (None: OBS has none); silent when
    none of them was heard for ten seconds; untold when OBS tells no levels, so that silence would not be
    noticed."""

    kind = "obs.mic"
    muted: bool | None
    silent: bool = False
    untold: bool = False


class ObsHealth(Event, frozen=True, kw_only=True):
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


class IncidentBegan(TimedEvent, frozen=True, kw_only=True):
    kind = "incident.began"
    what: Incident


class IncidentEnded(TimedEvent, frozen=True, kw_only=True):
    """It lasted `seconds`."""

    kind = "incident.ended"
    what: Incident
    seconds: float


class OutputAsked(Event, frozen=True, kw_only=True):
    """A person asked OBS to start or stop an output: "stream", "recording", "virtual_camera"."""

    kind = "obs.output_asked"
    name: Output
    on: bool


class SafeEntered(TimedEvent, frozen=True, kw_only=True):
    kind = "safe.entered"
    scene: str
    came_from: str


class SafeLeft(TimedEvent, frozen=True, kw_only=True):
    kind = "safe.left"
    seconds: float


class SceneResent(Event, frozen=True, kw_only=True):
    """A person asked for the scene and the texts to be sent once more."""

    kind = "scene.resent"


class RestoreAsked(Event, frozen=True, kw_only=True):
    """A person asked for what OBS did before it was lost: `scene`, and `outputs` ("stream",
    "recording", "virtual_camera")."""

    kind = "obs.restore_asked"
    scene: str
    outputs: tuple[str, ...]


class ObsChecked(Event, frozen=True, kw_only=True):
    """OBS was looked at before the show."""

    kind = "obs.checked"
    remarks: tuple[ObsRemark, ...]
