"""A real OBS on a screen that does not exist: the rig of every test that needs OBS.

    def test_something(obs: ObsRig): ...

`obs` is one OBS for the whole test run (starting it takes some 5 s); before each test it is thawed,
started again if the test before killed it, and put on its first scene with the texts emptied.

What a rig offers:

- `rig.address` ("ws://127.0.0.1:PORT"), `rig.port`, `rig.password`: how to reach OBS.
- `rig.display` (":93") and `rig.environment`: start the console's own windows with this environment and
  drive them with xdotool; `rig.screenshot(path)` writes what a person would see on that screen.
- `rig.client()`: a raw obsws-python client to ask OBS itself what it shows; `rig.scene`, `rig.text("price")`.
- `rig.kill()` (SIGKILL), `rig.quit()`, `rig.start()`, `rig.restart()`, `rig.freeze()` and `rig.thaw()`
  (SIGSTOP, SIGCONT), `rig.stop()` (OBS and the screen).
- `rig.recordings`: the folder in which OBS records.

Own rigs, for other scenes, a window manager (openbox gives windows the focus) or another screen size:

    with ObsRig(tmp_path, scenes=("A", "B"), openbox=True, screen="3840x1080x24") as rig: ...

A machine without OBS fails these tests; they are never skipped. Only processes started here are ended.
The base canvas is 1280x720 at 30 frames a second, the transition a fade of 300 ms.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import obsws_python
import pytest

SCENES = ("01_Wide", "02_Close", "03_Top", "04_Break", "05_Safe")
COLOURS = (0xFF203040, 0xFF304020, 0xFF402030, 0xFF505050, 0xFF103010)
"""The scenes' own, as OBS writes them: alpha, blue, green, red."""

TEXTS = ("link", "title", "price", "ref_price", "stock", "sold", "next", "countdown", "notice")

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


def wait_until(true: Callable[[], Any], *, within_s: float = 10.0, what: str = "") -> Any:
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


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not installed; the tests against a real OBS need it")
    return found


class ObsRig:
    """One OBS, its screen and its folders. Use as a context manager, or call `start` and `stop`."""

    def __init__(
        self,
        folder: Path,
        *,
        scenes: Sequence[str] = SCENES,
        texts: Sequence[str] = TEXTS,
        screen: str = "1920x1080x24",
        openbox: bool = False,
    ) -> None:
        self.folder = folder
        self.scenes = tuple(scenes)
        self.texts = tuple(texts)
        self.port = free_port()
        self.password = secrets.token_urlsafe(12)
        self.display = ""
        self.recordings = folder / "recordings"
        self._screen = screen
        self._openbox = openbox
        self._screen_run: subprocess.Popen[bytes] | None = None
        self._manager_run: subprocess.Popen[bytes] | None = None
        self._obs_run: subprocess.Popen[bytes] | None = None
        self._filled = False

    def __enter__(self) -> ObsRig:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # -- how to reach it -------------------------------------------------------------------------

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment OBS runs in, with its own home and screen."""
        runtime = self.folder / "runtime"
        return os.environ | {
            "HOME": str(self.folder / "home"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": self.display,
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LANG": "C.UTF-8",
        }

    @contextlib.contextmanager
    def client(self, timeout: float = 5) -> Iterator[Any]:
        """A raw obsws-python request client."""
        client = obsws_python.ReqClient(
            host="127.0.0.1", port=self.port, password=self.password, timeout=timeout
        )
        try:
            yield client
        finally:
            client.disconnect()

    # -- what it shows ---------------------------------------------------------------------------

    @property
    def scene(self) -> str:
        """The scene OBS says is on air."""
        with self.client() as client:
            return str(client.send("GetCurrentProgramScene", raw=True)["currentProgramSceneName"])

    def text(self, name: str) -> str:
        """What the input `hc:NAME` holds."""
        with self.client() as client:
            answer = client.send("GetInputSettings", {"inputName": f"hc:{name}"}, raw=True)
            return str(answer["inputSettings"].get("text", ""))

    def show(self, scene: str) -> None:
        """Switches by hand, as a person would in OBS."""
        with self.client() as client:
            client.send("SetCurrentProgramScene", {"sceneName": scene})

    def screenshot(self, path: Path) -> Path:
        """Writes a picture of the whole screen."""
        subprocess.run(
            [_program("import"), "-window", "root", str(path)], env=self.environment, check=True, timeout=30
        )
        return path

    # -- its life --------------------------------------------------------------------------------

    def start(self) -> None:
        """Starts what does not run: the screen, the window manager, OBS; returns when OBS can serve."""
        self.launch()
        wait_until(self.serves, within_s=60, what="OBS to serve")
        if not self._filled:
            self._fill()
            self._filled = True

    def launch(self) -> None:
        """As `start`, without waiting for OBS."""
        if not self.display:
            self._lay_out()
            self._start_screen()
        if self.running:
            return
        with (self.folder / "obs.log").open("ab") as log:
            self._obs_run = subprocess.Popen(
                [
                    *(_program("setpriv"), "--pdeathsig", "KILL", _program("obs"), "--multi"),
                    *("--minimize-to-tray", "--disable-updater", "--disable-shutdown-check"),
                ],
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    @property
    def running(self) -> bool:
        return self._obs_run is not None and self._obs_run.poll() is None

    @property
    def pid(self) -> int:
        assert self._obs_run is not None
        return self._obs_run.pid

    def kill(self) -> None:
        """Ends OBS as a crash would."""
        _end(self._obs_run, signal.SIGKILL)
        self._obs_run = None

    def quit(self) -> None:
        """Ends OBS as a person who closes it would."""
        _end(self._obs_run, signal.SIGINT)
        self._obs_run = None

    def restart(self) -> None:
        self.kill()
        self.start()

    def freeze(self) -> None:
        """OBS stands still with its sockets open, and still accepts TCP."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        if self.running:
            os.kill(self.pid, signal.SIGCONT)

    def stop(self) -> None:
        self.kill()
        _end(self._manager_run, signal.SIGTERM)
        _end(self._screen_run, signal.SIGTERM)
        self._screen_run = self._manager_run = None
        self.display = ""

    def fresh(self) -> None:
        """Ready for the next test: running, first scene, fade of 300 ms, empty texts, nothing going out."""
        self.thaw()
        if self.running and self._changed_for_good():
            self.kill()
        self.start()
        with self.client() as client:
            client.send("SetCurrentSceneTransition", {"transitionName": "Fade"})
            client.send("SetCurrentSceneTransitionDuration", {"transitionDuration": 300})
            for name in self.texts:
                client.send("SetInputSettings", {"inputName": f"hc:{name}", "inputSettings": {"text": ""}})
            client.send("SetCurrentProgramScene", {"sceneName": self.scenes[0]})

    def _changed_for_good(self) -> bool:
        """A test that failed may leave OBS recording or in another collection: better a new one."""
        with self.client() as client:
            recording = client.send("GetRecordStatus", raw=True)["outputActive"]
        return bool(recording) or self._scenes_there() != set(self.scenes)

    def refill(self) -> None:
        """After scenes were renamed or removed: a new OBS with all of them."""
        self.kill()
        shutil.rmtree(self.folder / "config" / "obs-studio" / "basic" / "scenes")
        self._filled = False
        self.start()

    # -- within ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        config = self.folder / "config" / "obs-studio"
        profile = config / "basic" / "profiles" / "Untitled"
        for folder in (self.folder / "home", self.recordings, profile):
            folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "runtime").mkdir(mode=0o700, exist_ok=True)
        (config / "global.ini").write_text(_GLOBAL_INI.format(port=self.port, password=self.password))
        (profile / "basic.ini").write_text(_PROFILE_INI.format(recordings=self.recordings))

    def _start_screen(self) -> None:
        told, says = os.pipe()
        self._screen_run = subprocess.Popen(
            [
                *(_program("setpriv"), "--pdeathsig", "KILL", _program("Xvfb")),
                *(
                    "-displayfd",
                    str(says),
                    "-screen",
                    "0",
                    self._screen,
                    "+extension",
                    "GLX",
                    "-nolisten",
                    "tcp",
                ),
            ],
            pass_fds=(says,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(says)
        with os.fdopen(told) as answer:
            self.display = f":{int(answer.readline())}"
        if self._openbox:
            self._manager_run = subprocess.Popen(
                [_program("setpriv"), "--pdeathsig", "KILL", _program("openbox")],
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def serves(self) -> bool:
        """Whether OBS answers requests."""
        if not self.running:
            pytest.fail(f"OBS ended by itself:\n{(self.folder / 'obs.log').read_text()[-2000:]}")
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                pass
            with self.client() as client:
                client.send("GetSceneList", raw=True)
        except (OSError, obsws_python.error.OBSSDKError):
            return False
        return True

    def _fill(self) -> None:
        """Makes the scenes and inputs, and waits until OBS has them on disk, for the next start."""
        with self.client() as client:
            there = {scene["sceneName"] for scene in client.send("GetSceneList", raw=True)["scenes"]}
            for n, scene in enumerate(self.scenes):
                if scene not in there:
                    client.send("CreateScene", {"sceneName": scene})
                self._paint(client, scene, n)
            for n, name in enumerate(self.texts):
                self._place(client, name, n)
            for scene in there - set(self.scenes):
                client.send("SetCurrentProgramScene", {"sceneName": self.scenes[0]})
                client.send("RemoveScene", {"sceneName": scene})
        # OBS removes its own first scene some time after it has said yes.
        wait_until(lambda: self._scenes_there() == set(self.scenes), what="exactly our scenes in OBS")
        saved = self.folder / "config" / "obs-studio" / "basic" / "scenes" / "Untitled.json"
        wait_until(lambda: self._saved_all(saved), what="the scene collection on disk")

    def _paint(self, client: Any, scene: str, n: int) -> None:
        client.send(
            "CreateInput",
            {
                "sceneName": scene,
                "inputName": f"back {scene}",
                "inputKind": "color_source_v3",
                "inputSettings": {"color": COLOURS[n % len(COLOURS)], "width": 1280, "height": 720},
            },
        )

    def _place(self, client: Any, name: str, n: int) -> None:
        asked = {
            "sceneName": self.scenes[0],
            "inputName": f"hc:{name}",
            "inputKind": "text_ft2_source_v2",
            "inputSettings": {"text": "", "font": {"face": "Noto Sans CJK SC", "size": 48, "style": "Bold"}},
        }
        made = client.send("CreateInput", asked, raw=True)["sceneItemId"]
        place = {"positionX": 60.0 + 600 * (n % 2), "positionY": 40.0 + 120 * (n // 2)}
        items = [(self.scenes[0], made)]
        for scene in self.scenes[1:]:
            more = {"sceneName": scene, "sourceName": f"hc:{name}"}
            items.append((scene, client.send("CreateSceneItem", more, raw=True)["sceneItemId"]))
        for scene, item in items:
            moved = {"sceneName": scene, "sceneItemId": item, "sceneItemTransform": place}
            client.send("SetSceneItemTransform", moved)

    def _scenes_there(self) -> set[str]:
        with self.client() as client:
            return {str(scene["sceneName"]) for scene in client.send("GetSceneList", raw=True)["scenes"]}

    def _saved_all(self, saved: Path) -> bool:
        if not saved.exists():
            return False
        sources = json.loads(saved.read_text())["sources"]
        scenes = {source["name"] for source in sources if source["id"] == "scene"}
        names = {source["name"] for source in sources}
        return scenes == set(self.scenes) and {f"hc:{name}" for name in self.texts} <= names


def _end(run: subprocess.Popen[bytes] | None, how: signal.Signals) -> None:
    if run is None or run.poll() is not None:
        return
    run.send_signal(how)
    try:
        run.wait(5)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait(5)


@pytest.fixture(scope="session")
def one_obs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObsRig]:
    """The OBS of this test run."""
    assert threading.current_thread() is threading.main_thread(), "OBS dies with the thread that starts it"
    with ObsRig(tmp_path_factory.mktemp("obs")) as rig:
        yield rig


@pytest.fixture
def obs(one_obs: ObsRig) -> ObsRig:
    """The OBS of this test run, as new."""
    one_obs.fresh()
    return one_obs
