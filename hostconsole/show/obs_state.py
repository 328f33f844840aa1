"""What is known of OBS, as part of the state: only what was asked of it and what was seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ObsLink = Literal["off", "connecting", "loading", "ready", "lost", "refused", "simulated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedScene:
    """What OBS was asked last, and how far it got. `asked_ms` of the session's clock; `accepted_ms` and
    `shown_ms` are latencies. `failed` is the failure's code, "" if none."""

    scene: str
    order: int
    asked_ms: int
    accepted_ms: float | None = None
    shown_ms: float | None = None
    failed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safe:
    """The safe picture is on air since `since_ms`; `came_from` is the scene to go back to."""

    scene: str
    came_from: str
    since_ms: int


@dataclass(frozen=True, kw_only=True)
class Obs:
    """What is known of OBS. `scene` is the scene seen on air (never merely asked). `outputs_ms`: when the
    outputs last changed."""

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
