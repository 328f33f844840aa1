"""What is known of OBS, as part of the state: only what was asked of it and what was seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from hostconsole.show.obs_remark import Checked

ObsLink = Literal["off", "connecting", "loading", "ready", "lost", "refused", "simulated"]
Output = Literal["stream", "recording", "virtual_camera"]
Level = Literal["ok", "amber", "red"]
Incident = Literal["network", "computer", "stream_stuck", "mic_silent"]


class AskedScene(msgspec.Struct, frozen=True, kw_only=True):
    """What OBS was asked last, and how far it got. `asked_ms` of the session's clock; `accepted_ms` and
    `shown_ms` are latencies. `failed` is the failure's code, "" if none."""

    scene: str
    order: int
    asked_ms: int
    accepted_ms: float | None = None
    shown_ms: float | None = None
    failed: str = ""


class Safe(msgspec.Struct, frozen=True, kw_only=True):
    """The safe picture is on air since `since_ms`; `came_from` is the scene to go back to."""

    scene: str
    came_from: str
    since_ms: int


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """How OBS was doing when it was last asked; fields as in the event `obs.health`."""

    dropped: float | None = None
    skipped: float | None = None
    congestion: float | None = None
    kbps: float | None = None
    disk_min: float | None = None
    network: Level = "ok"
    computer: Level = "ok"
    stuck: bool = False


SceneStyle = Literal["goods", "mixed", "words"]
"""What a scene is for: only rows that are sold and have a link number, rows of all kinds, or only rows that
are not sold."""


class SceneNeed(msgspec.Struct, frozen=True, kw_only=True):
    """A scene to be made. `items` are the ids of the rows that show it, in their order."""

    scene: str
    style: SceneStyle
    items: tuple[str, ...]


class Building(msgspec.Struct, frozen=True, kw_only=True):
    """Scenes being made: those asked for, those made, and those that could not be, with the code why."""

    wanted: tuple[str, ...]
    built: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()

    @property
    def over(self) -> bool:
        """Whether something became of every one."""
        return len(self.built) + len(self.failed) >= len(self.wanted)


@dataclass(frozen=True, kw_only=True)
class Obs:
    """What is known of OBS. `scene` is the scene seen on air (never merely asked). `outputs_ms`: when the
    outputs last changed. `before_loss`: the scene to be on air and the outputs that ran before OBS was
    lost, until they are there again or nobody wants them; `restarted`: OBS was started anew since (None:
    not known). `renames`: pairs of old and new names of scenes, in the order they were renamed.
    `reconnecting_since_ms`: since when the stream's target is gone, None while it is not. `building`: the
    scenes last asked to be made. `checked`: the last pre-flight; a session that begins takes
    it along."""

    link: ObsLink = "off"
    why: str = ""
    since_ms: int = 0
    version: str = ""
    scene: str = ""
    scenes: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    transition_ms: int = 0
    studio_mode: bool = False
    asked: AskedScene | None = None
    texts_failed: tuple[str, ...] = ()
    texts_shown: bool = False
    streaming: bool = False
    recording: bool = False
    paused: bool = False
    virtual_camera: bool = False
    reconnecting: bool = False
    rec_since_ms: int | None = None
    rec_before_ms: int = 0
    stream_since_ms: int | None = None
    mic_muted: bool | None = None
    before_loss: tuple[str, ...] = ()
    safe: Safe | None = None
    differs: bool = False
    outputs_ms: int = 0
    restarted: bool | None = None
    renames: tuple[tuple[str, str], ...] = ()
    collection: str = ""
    mic_silent: bool = False
    mic_untold: bool = False
    health: Health | None = None
    reconnecting_since_ms: int | None = None
    building: Building | None = None
    checked: Checked | None = None

    def is_on(self, output: str) -> bool:
        """Whether OBS is known to run `output`."""
        on = {"stream": self.streaming, "recording": self.recording, "virtual_camera": self.virtual_camera}
        return on[output]
