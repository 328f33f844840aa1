"""OBS looked at before the show, over a connection of its own: scenes and their pictures, sound, stream,
disk, canvas, `hc:` inputs. It changes nothing. Takes some seconds: never on the main thread.
"""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hostconsole.obs.asking import asked_once
from hostconsole.obs.faults import RequestFailed
from hostconsole.obs.known import MICROPHONE_KINDS, PREFIX
from hostconsole.obs.meters import MOST_INPUTS, QUIET, loudest
from hostconsole.obs.way import is_near
from hostconsole.show.obs_survey import ObsSurvey, Service, Sound
from hostconsole.show.target import PICTURE_INPUT

if TYPE_CHECKING:
    from hostconsole.obs.sockets import Switch
    from hostconsole.obs.wire import Wire

LISTEN_S = 2.0
ANSWER_S = 2.0
PICTURE_WIDTH = 64
SAME_COLOUR = 6
"""Steps of 255 within which a picture counts as one colour: encoders and filters make that much noise."""

MOST_SCENES = 60
_PORTS = {"rtmp": 1935, "rtmps": 443}
_NO_SUCH_OUTPUT = (600, 604)

Answer = dict[str, Any]


def survey(
    address: str,
    *,
    password: Callable[[], str | None],
    scenes: Sequence[str],
    switch: Switch | None = None,
    listen_s: float = LISTEN_S,
) -> ObsSurvey:
    """Looks at the OBS at `address`; `scenes` are those whose pictures matter; `switch` ends it early.

    Raises NotAsked, and Refused for an address that is none."""
    ears = _Ears()
    with asked_once(address, password=password, heard=ears.hear, ended=ears.end, switch=switch) as wire:
        there = tuple(str(row["sceneName"]) for row in reversed(wire.ask("GetSceneList")["scenes"]))
        rows = wire.ask("GetInputList")["inputs"]
        version = wire.ask("GetVersion")
        looked, flat = _look(wire, [s for s in scenes if s in there][:MOST_SCENES], version)
        stats, video = _maybe(wire, "GetStats"), _maybe(wire, "GetVideoSettings")
        folder = str(_maybe(wire, "GetRecordDirectory").get("recordDirectory") or "")
        near = is_near(address)
        return ObsSurvey(
            scenes=there,
            looked=looked,
            flat=flat,
            sounds=_listen(wire, rows, ears, listen_s),
            levels=ears.levels,
            inputs=_inputs(rows),
            folder=folder,
            folder_there=Path(folder).is_dir() if near and folder else None,
            disk_mb=_number(stats.get("availableDiskSpace")),
            service=_service(wire, near=near),
            camera=_has_camera(wire),
            canvas=(int(video.get("baseWidth", 0)), int(video.get("baseHeight", 0))),
            output=(int(video.get("outputWidth", 0)), int(video.get("outputHeight", 0))),
            fps=round(float(video.get("fpsNumerator", 0)) / float(video.get("fpsDenominator", 1) or 1), 2),
        )


# -- pictures ----------------------------------------------------------------------------------------------


def _look(
    wire: Wire, scenes: Sequence[str], version: Mapping[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scenes that were looked at, and those of one flat colour."""
    if "ppm" not in version.get("supportedImageFormats", ()):
        return (), ()
    looked, flat = [], []
    for scene in scenes:
        try:
            told = wire.ask(
                "GetSourceScreenshot", sourceName=scene, imageFormat="ppm", imageWidth=PICTURE_WIDTH
            )
        except RequestFailed:
            continue  # a scene without any size cannot be drawn
        looked.append(scene)
        if is_flat(base64.b64decode(str(told["imageData"]).partition(",")[2])):
            flat.append(scene)
    return tuple(looked), tuple(flat)


def is_flat(picture: bytes) -> bool:
    """Whether a binary PPM is all of one colour. What is no such picture is not."""
    parts = picture.split(maxsplit=4)
    if len(parts) < 4 or parts[0] != b"P6":
        return False
    size = 3 * int(parts[1]) * int(parts[2])
    pixels = picture[-size:]
    return bool(pixels) and all(
        max(pixels[part::3]) - min(pixels[part::3]) <= SAME_COLOUR for part in range(3)
    )


# -- sound -------------------------------------------------------------------------------------------------


class _Ears:
    """Which inputs were heard; told by the listening thread, asked by the one that surveys. `levels`:
    whether OBS tells any; None while nobody listens."""

    def __init__(self) -> None:
        self.levels: bool | None = None
        self.told: set[str] = set()
        self.heard: set[str] = set()
        self.awaited: frozenset[str] = frozenset()
        self.done = threading.Event()

    def hear(self, event: str, fields: dict[str, Any]) -> None:
        if event != "InputVolumeMeters":
            return
        self.levels = True
        for row in fields.get("inputs", ()):
            name = str(row.get("inputName"))
            self.told.add(name)
            if loudest(row) >= QUIET:
                self.heard.add(name)
        if self.awaited and self.awaited <= self.heard:
            self.done.set()

    def end(self, _why: str) -> None:
        self.done.set()


def _listen(wire: Wire, rows: Sequence[Answer], ears: _Ears, listen_s: float) -> tuple[Sound, ...]:
    """The microphones, and whatever else was heard. Too many inputs are not listened to: their events are
    too large."""
    special = wire.ask("GetSpecialInputs")
    mics = [str(name) for key, name in sorted(special.items()) if key.startswith("mic") and name]
    mics += [str(row["inputName"]) for row in rows if row.get("unversionedInputKind") in MICROPHONE_KINDS]
    mics = list(dict.fromkeys(mics))
    muted = {mic: bool(_maybe(wire, "GetInputMute", inputName=mic).get("inputMuted")) for mic in mics}
    if len(rows) > MOST_INPUTS:
        return tuple(Sound(name=mic, mic=True, muted=muted[mic]) for mic in mics)
    ears.awaited = frozenset(mic for mic in mics if not muted[mic])
    ears.levels = False
    wire.hear_meters(True)
    ears.done.wait(listen_s)
    wire.hear_meters(False)
    found = [
        Sound(name=mic, mic=True, muted=muted[mic], heard=mic in ears.heard if mic in ears.told else None)
        for mic in mics
    ]
    others = sorted(ears.heard - set(mics))
    return (*found, *(Sound(name=name, mic=False, heard=True) for name in others))


# -- the rest ----------------------------------------------------------------------------------------------


def _inputs(rows: Sequence[Answer]) -> tuple[tuple[str, bool], ...]:
    """The `hc:` inputs, and whether each is of a kind that shows what its name says."""
    found = []
    for row in rows:
        name, kind = str(row["inputName"]), str(row.get("unversionedInputKind") or row.get("inputKind"))
        if name.startswith(PREFIX):
            wanted = "image_source" if name == PREFIX + PICTURE_INPUT else "text_"
            found.append((name, kind.startswith(wanted)))
    return tuple(sorted(found))


def _service(wire: Wire, *, near: bool) -> Service | None:
    told = _maybe(wire, "GetStreamServiceSettings")
    if not told:
        return None
    settings = told.get("streamServiceSettings") or {}
    custom = told.get("streamServiceType") == "rtmp_custom"
    address = str(settings.get("server") or "")
    # An address may hold a key: of it only host and port are kept.
    parts = urlsplit(address)
    try:
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme.lower())
    except ValueError:
        host, port = parts.hostname or "", None
    has_key = bool(settings.get("key") or settings.get("bearer_token"))
    if not custom:
        return Service(has_key=has_key)
    rtmp = parts.scheme.lower() in _PORTS
    server = f"{host}:{port}" if host and port else host
    answers = _answers(host, port, near=near) if rtmp else None  # the others speak UDP
    return Service(custom=True, server=server, has_key=has_key or not rtmp, answers=answers)


def _answers(host: str, port: int | None, *, near: bool) -> bool | None:
    """Whether somebody listens there; None where that cannot be known from this PC."""
    if not host or not port or (not near and host in ("localhost", "127.0.0.1", "::1")):
        return None
    try:
        with socket.create_connection((host, port), timeout=ANSWER_S):
            return True
    except OSError:
        return False


def _has_camera(wire: Wire) -> bool | None:
    try:
        wire.ask("GetVirtualCamStatus")
    except RequestFailed as failed:
        return False if failed.code in _NO_SUCH_OUTPUT else None
    return True


def _maybe(wire: Wire, request: str, **fields: Any) -> Answer:
    """The answer, empty from a server that does not know this request or cannot do it."""
    try:
        return wire.ask(request, **fields)
    except RequestFailed:
        return {}


def _number(told: object) -> float | None:
    return float(told) if isinstance(told, int | float) and told > 0 else None
