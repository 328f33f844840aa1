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

Own rigs: `with ObsRig(tmp_path, scenes=("A", "B"), openbox=True, screen="3840x1080x24") as rig: ...`;
openbox gives windows the focus.

A machine without OBS fails these tests; they are never skipped. Only processes started here are ended.
The base canvas is 1280x720 at 30 frames a second, the transition a fade of 300 ms.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import obsws_python
import pytest

from tests.obs_room import COLOURS as COLOURS
from tests.obs_room import free_port as free_port
from tests.obs_room import holds, lay_out, paint, place, program, start_manager, start_screen
from tests.obs_room import wait_until as wait_until

SCENES = ("01_Wide", "02_Close", "03_Top", "04_Break", "05_Safe")
TEXTS = ("link", "title", "price", "ref_price", "stock", "sold", "next", "countdown", "notice")


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
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
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
            [program("import"), "-window", "root", str(path)], env=self.environment, check=True, timeout=30
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
            lay_out(self.folder, port=self.port, password=self.password, recordings=self.recordings)
            self._screen_run, self.display = start_screen(self._screen)
            if self._openbox:
                self._manager_run = start_manager(self.environment)
        if self.running:
            return
        with (self.folder / "obs.log").open("ab") as log:
            self._obs_run = subprocess.Popen(
                [
                    *(program("setpriv"), "--pdeathsig", "KILL", program("obs"), "--multi"),
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
                paint(client, scene, n)
            for n, name in enumerate(self.texts):
                place(client, name, n, self.scenes)
            for scene in there - set(self.scenes):
                client.send("SetCurrentProgramScene", {"sceneName": self.scenes[0]})
                client.send("RemoveScene", {"sceneName": scene})
        # OBS removes its own first scene some time after it has said yes.
        wait_until(lambda: self._scenes_there() == set(self.scenes), what="exactly our scenes in OBS")
        saved = self.folder / "config" / "obs-studio" / "basic" / "scenes" / "Untitled.json"
        wait_until(lambda: holds(saved, self.scenes, self.texts), what="the scene collection on disk")

    def _scenes_there(self) -> set[str]:
        with self.client() as client:
            return {str(scene["sceneName"]) for scene in client.send("GetSceneList", raw=True)["scenes"]}


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
