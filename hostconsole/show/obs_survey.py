"""What was found when OBS was looked at before the show: facts only, judged in `obs_remarks`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """An input with sound. `mic`: it takes it from a device. `heard`: its meter moved while it was listened
    to; None if it was not listened to, or OBS told nothing of it."""

    name: str
    mic: bool
    muted: bool = False
    heard: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Where the stream goes. `custom`: to `server` (host and port only, never the key), which `answers` or
    not; None: that cannot be tried from here."""

    custom: bool = False
    server: str = ""
    has_key: bool = False
    answers: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A key that both this program and OBS have; `action` as OBS calls it."""

    key: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsSurvey:
    """`flat`: scenes whose picture is one colour, of those `looked` at. `inputs`: the `hc:` inputs and
    whether each is of the right kind. `levels`: OBS tells how loud its inputs are (None: they were not
    listened to). `disk_mb`: free where it records, `folder_there`: that folder exists
    (None: it is on another PC). `camera`: it has a virtual camera. `output` is what goes out, `canvas` what
    is drawn on; pixels, frames a second."""

    scenes: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    flat: tuple[str, ...] = ()
    sounds: tuple[Sound, ...] = ()
    levels: bool | None = None
    inputs: tuple[tuple[str, bool], ...] = ()
    folder: str = ""
    folder_there: bool | None = None
    disk_mb: float | None = None
    service: Service | None = None
    camera: bool | None = None
    canvas: tuple[int, int] = (0, 0)
    output: tuple[int, int] = (0, 0)
    fps: float = 0.0
    clashes: tuple[Clash, ...] = ()
