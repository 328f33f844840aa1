"""The room an OBS of a test stands in: its folders and settings, its screen, what its scenes hold."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

COLOURS = (0xFF203040, 0xFF304020, 0xFF402030, 0xFF505050, 0xFF103010)
"""The scenes' own, as OBS writes them: alpha, blue, green, red."""

_GLOBAL_INI = """\
[General]
FirstRun=true
Pre19Defaults=false
Pre21Defaults=false
Pre23Defaults=false
Pre24.1Defaults=false
LastVersion=486539266
EnableAutoUpdates=false

[Basic]
Profile=Untitled
ProfileDir=Untitled
SceneCollection=Untitled
SceneCollectionFile=Untitled

[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
"""

_PROFILE_INI = """\
[General]
Name=Untitled

[Video]
BaseCX=1280
BaseCY=720
OutputCX=1280
OutputCY=720
FPSType=0
FPSCommon=30

[Output]
Mode=Simple

[SimpleOutput]
FilePath={recordings}
RecFormat=mkv
RecQuality=Small
RecEncoder=x264
StreamEncoder=x264
VBitrate=2500
"""


def wait_until(true: Callable[[], Any], *, within_s: float = 20.0, what: str = "") -> Any:
    """Returns the first truthy answer of `true`; fails the test when none comes in time."""
    end = time.monotonic() + within_s
    while True:
        answer = true()
        if answer:
            return answer
        if time.monotonic() > end:
            pytest.fail(f"waited {within_s} s in vain for {what or getattr(true, '__name__', true)}")
        time.sleep(0.02)


def free_port() -> int:
    """A TCP port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not installed; the tests against a real OBS need it")
    return found


def lay_out(folder: Path, *, port: int, password: str, recordings: Path) -> None:
    """Home, runtime folder and settings of an OBS that asks nothing at its first start."""
    config = folder / "config" / "obs-studio"
    profile = config / "basic" / "profiles" / "Untitled"
    for needed in (folder / "home", recordings, profile):
        needed.mkdir(parents=True, exist_ok=True)
    (folder / "runtime").mkdir(mode=0o700, exist_ok=True)
    (config / "global.ini").write_text(_GLOBAL_INI.format(port=port, password=password))
    (profile / "basic.ini").write_text(_PROFILE_INI.format(recordings=recordings))


def start_screen(size: str) -> tuple[subprocess.Popen[bytes], str]:
    """A screen that does not exist, and its name (":93")."""
    told, says = os.pipe()
    run = subprocess.Popen(
        [
            *(program("setpriv"), "--pdeathsig", "KILL", program("Xvfb"), "-displayfd", str(says)),
            # Without -noreset the server starts over when its last visitor leaves, on the head of whoever
            # comes just then.
            *("-screen", "0", size, "+extension", "GLX", "-nolisten", "tcp", "-noreset"),
        ],
        pass_fds=(says,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(says)
    with os.fdopen(told) as answer:
        return run, f":{int(answer.readline())}"


def start_manager(environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A window manager, which gives windows the focus."""
    return subprocess.Popen(
        [program("setpriv"), "--pdeathsig", "KILL", program("openbox")],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def paint(client: Any, scene: str, n: int) -> None:
    """The scene's own colour, over the whole canvas."""
    client.send(
        "CreateInput",
        {
            "sceneName": scene,
            "inputName": f"back {scene}",
            "inputKind": "color_source_v3",
            "inputSettings": {"color": COLOURS[n % len(COLOURS)], "width": 1280, "height": 720},
        },
    )


def place(client: Any, name: str, n: int, scenes: Sequence[str]) -> None:
    """The text input `hc:NAME` at the same place in every scene."""
    asked = {
        "sceneName": scenes[0],
        "inputName": f"hc:{name}",
        "inputKind": "text_ft2_source_v2",
        "inputSettings": {"text": "", "font": {"face": "Noto Sans CJK SC", "size": 48, "style": "Bold"}},
    }
    made = client.send("CreateInput", asked, raw=True)["sceneItemId"]
    spot = {"positionX": 60.0 + 600 * (n % 2), "positionY": 40.0 + 120 * (n // 2)}
    items = [(scenes[0], made)]
    for scene in scenes[1:]:
        more = {"sceneName": scene, "sourceName": f"hc:{name}"}
        items.append((scene, client.send("CreateSceneItem", more, raw=True)["sceneItemId"]))
    for scene, item in items:
        moved = {"sceneName": scene, "sceneItemId": item, "sceneItemTransform": spot}
        client.send("SetSceneItemTransform", moved)


def holds(saved: Path, scenes: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the scene collection on disk has exactly these scenes, and these `hc:` inputs."""
    try:
        sources = json.loads(saved.read_text())["sources"]
    except (FileNotFoundError, ValueError):
        return False  # OBS is just writing it
    found = {source["name"] for source in sources if source["id"] == "scene"}
    return found == set(scenes) and {f"hc:{name}" for name in texts} <= {s["name"] for s in sources}
