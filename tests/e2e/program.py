"""The real program in a process of its own: started, pressed, asked, killed."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hostconsole.door.client import ask
from tests.e2e.witness import Witness
from tests.obs_rig import ObsRig, wait_until

ROOT = Path(__file__).parents[2]
HOSTCONSOLE = (sys.executable, "-m", "hostconsole")

LONGEST_STALL_MS = 150.0
"""Three times the bar of 50 ms, which the benchmark measures (docs/performance.md): here an OBS without a
graphics card takes more than one of two cores beside the program, and a test must not fail for that."""

_STANDS = "every room stands"
"""What the program's log says once every window has been built."""


class Program:
    """One console on the rig's screen, with a data directory of its own."""

    def __init__(self, rig: ObsRig, directory: Path, *, env: Mapping[str, str] | None = None) -> None:
        self.rig = rig
        self.directory = directory
        self.environment = {
            **rig.environment,
            "HOSTCONSOLE_DATA_DIR": str(directory),
            "HOSTCONSOLE_OBS_PASSWORD": rig.password,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "PYTHONFAULTHANDLER": "1",
            **(env or {}),
        }
        self._run: subprocess.Popen[bytes] | None = None
        self._began = 0.0
        self.longest_stall_ms = 0.0
        """Of all looks at the state once the program stands, without what the machine itself kept from the
        main thread."""
        self.own_stall_ms = 0.0
        self._starved_ms = 0.0
        self._log_began_at = 0
        self._standing = False
        self._witness: Witness | None = None
        self.errors = directory.parent / f"{directory.name}.stderr"

    def start(self, *words: str, within_s: float = 60.0) -> None:
        """Starts the program and returns when its door answers."""
        assert self._run is None or self._run.poll() is not None, "it runs already"
        self._log_began_at = len(self._log)
        self._witness = self._witness or Witness()
        with self.errors.open("ab") as errors:
            self._run = subprocess.Popen(
                [*HOSTCONSOLE, *words], env=self.environment, cwd="/", stdout=errors, stderr=errors
            )
        self._starved_ms, self._standing = 0.0, False
        wait_until(self._answers, within_s=within_s, what=f"the console to answer ({self.errors})")

    def _answers(self) -> bool:
        assert self._run is not None
        assert self._run.poll() is None, (self._run.poll(), self.errors.read_text("utf-8", "replace"))
        return self.call("state").returncode == 0

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Any verb of the command line, on the same data directory."""
        return subprocess.run(
            [*HOSTCONSOLE, *words], env=self.environment, cwd="/", capture_output=True, text=True, timeout=60
        )

    def do(self, command: str, **args: str) -> dict[str, Any]:
        said = self.call("do", command, *(f"{name}={value}" for name, value in args.items()))
        assert said.stdout, said.stderr
        return dict(json.loads(said.stdout))

    @property
    def state(self) -> dict[str, Any]:
        said = self.call("state")
        assert said.returncode == 0, said.stderr
        found = dict(json.loads(said.stdout))
        if self._run is not None:
            self._judge(found["loop"])
        return found

    def _judge(self, loop: dict[str, float]) -> None:
        """A look makes the console begin its figure anew. Not its fault: the time that the main thread was
        ready to run since the look before and had no core because other programs had them, and what a
        machine that is slow for everybody makes of the rest."""
        assert self._witness is not None
        waited = Path(f"/proc/{self.pid}/task/{self.pid}/schedstat").read_text().split()[1]
        starved_ms = int(waited) / 1e6
        own = loop["longest_stall_ms"] - (starved_ms - self._starved_ms)
        self._starved_ms = starved_ms
        self.own_stall_ms = max(0.0, own) / self._witness.slowness()
        if self._standing:
            self.longest_stall_ms = max(self.longest_stall_ms, self.own_stall_ms)
        # Building the windows is no stall of the show; the look that ends it is the first not to count.
        self._standing = self._standing or _STANDS in self._log[self._log_began_at :]

    @property
    def _log(self) -> str:
        log = self.directory / "console.log"
        return log.read_text("utf-8", "replace") if log.exists() else ""

    def stalls(self) -> str:
        """The end of the program's own log: where the main thread stood when it stalled."""
        return self._log.replace("\\n", "\n")[-8000:]

    def item(self, key: str) -> dict[str, Any]:
        return next(item for item in self.state["items"] if item["id"] == key)

    def window(self, name: str) -> str:
        """The X id of the visible window with this title."""

        def found() -> str:
            said = self._xdotool("search", "--onlyvisible", "--name", name)
            return said.split()[-1] if said.split() else ""

        return str(wait_until(found, within_s=10, what=f"a window named {name}"))

    def place(self, name: str) -> tuple[int, int, int, int] | None:
        """Where the visible window with this title is: x, y, width, height; None if there is none."""
        found = self._xdotool("search", "--onlyvisible", "--name", name).split()
        if not found:
            return None
        told = self._xdotool("getwindowgeometry", "--shell", found[-1])
        at = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        if "HEIGHT" not in at:
            return None
        return int(at["X"]), int(at["Y"]), int(at["WIDTH"]), int(at["HEIGHT"])

    def focus(self, window: str) -> None:
        self._xdotool("windowactivate", "--sync", window)

    def press(self, *keys: str) -> None:
        self._xdotool("key", *keys)

    def click(self, name: str, x: int, y: int) -> None:
        """A click at this place of the visible window with this title."""
        self._xdotool("mousemove", "--window", self.window(name), str(x), str(y), "click", "1")

    def in_front(self) -> str:
        """The title of the window that has the focus."""
        return self._xdotool("getactivewindow", "getwindowname").strip()

    def remembered(self, name: str) -> str:
        """What the windows keep under this name; "" for nothing."""
        path = self.directory / "windows.json"
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return base64.b64decode(kept.get(name, "")).decode()

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "20", text)

    def _xdotool(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=20
        ).stdout

    def hold(self, key: str) -> None:
        """Presses a key and keeps it down until `release`."""
        self._xdotool("keydown", key)

    def release(self, key: str) -> None:
        self._xdotool("keyup", key)

    def picture(self) -> bytes:
        """The whole screen as grey pixels, one byte each."""
        words = ["import", "-window", "root", "-depth", "8", "gray:-"]
        return subprocess.run(words, env=self.environment, capture_output=True, timeout=30, check=True).stdout

    def changed(self, before: bytes) -> int:
        """How many pixels of the screen differ clearly from an earlier picture."""
        now = self.picture()
        return sum(1 for old, new in zip(before, now, strict=True) if abs(old - new) > 24)

    def ask(self, command: str, **args: str) -> dict[str, Any]:
        """As `do`, through the same door, without a new process."""
        return ask(self.directory, {"do": command, "args": args})

    @property
    def runs(self) -> bool:
        return self._run is not None and self._run.poll() is None

    @property
    def pid(self) -> int:
        assert self._run is not None
        return self._run.pid

    def kill(self) -> None:
        """As a crash would end it."""
        assert self._run is not None
        os.kill(self._run.pid, signal.SIGKILL)
        self._run.wait(10)

    def quit(self, within_s: float = 10.0) -> int:
        """Asks it to end, as the system does when the user logs out."""
        assert self._run is not None
        if self._run.poll() is None:
            self._run.send_signal(signal.SIGTERM)
        return self._run.wait(within_s)

    def calm(self) -> None:
        """The main thread never stalled since the program stands (or since a test began to count)."""
        if self.runs and self.call("state").returncode == 0:
            self.state  # noqa: B018  (the last look)
        longest = self.longest_stall_ms
        assert longest <= LONGEST_STALL_MS, f"{longest:.0f} ms\n{self.stalls()}"

    def stop(self) -> None:
        """For the end of a test, whatever state it is in: nothing it did held up the main thread."""
        try:
            self.calm()
        finally:
            self.end()

    def end(self) -> None:
        if self._witness is not None:
            self._witness.stop()
            self._witness = None
        if self.runs:
            try:
                self.quit()
            except subprocess.TimeoutExpired:
                self.kill()
