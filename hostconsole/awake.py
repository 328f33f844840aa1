"""While a session is on air the machine and its displays are kept awake (DESIGN §6)."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys

_log = logging.getLogger(__name__)

_LINUX = ("systemd-inhibit", "--what=idle:sleep", "--who=Host Console", "--why=A show is on air")


class Awake:
    """Holds the system awake between `hold` and `let_go`; never fails, as a show can do without."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._held = False

    def hold(self) -> None:
        if self._held:
            return
        self._held = True
        if sys.platform == "win32":
            _windows(on=True)
        else:
            self._child = _start(_command())

    def let_go(self) -> None:
        if not self._held:
            return
        self._held = False
        if sys.platform == "win32":
            _windows(on=False)
        elif self._child is not None:
            self._child.terminate()
            self._child.wait(2)
            self._child = None


def _command() -> list[str]:
    """Ends with this process, however that ends."""
    pid = str(os.getpid())
    if sys.platform == "darwin":
        return ["caffeinate", "-d", "-i", "-w", pid]
    return [*_LINUX, "tail", f"--pid={pid}", "-f", "/dev/null"]


def _start(command: list[str]) -> subprocess.Popen[bytes] | None:
    if shutil.which(command[0]) is None:
        _log.warning("nothing here can keep the machine awake: no %s", command[0])
        return None
    try:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)  # fmt: skip
    except OSError as fault:
        _log.warning("the machine cannot be kept awake: %s", fault)
        return None


def _windows(*, on: bool) -> None:
    """SetThreadExecutionState: continuous, system and display required (Microsoft Learn, winbase)."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(0x80000003 if on else 0x80000000)
