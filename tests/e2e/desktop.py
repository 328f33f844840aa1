"""A desktop without OBS: a screen that does not exist, a window manager, and a home of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import TracebackType

from tests.obs_room import start_manager, start_screen


class Desktop:
    """What a `Program` needs of a rig. Use as a context manager."""

    password = ""
    address = "off"

    def __init__(self, folder: Path, *, screen: str = "1920x1080x24") -> None:
        self.folder = folder
        self._size = screen
        self._runs: list[subprocess.Popen[bytes]] = []
        self.display = ""

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "HOME": str(self.folder / "home"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "DISPLAY": self.display,
            "LANG": "C.UTF-8",
        }

    def __enter__(self) -> Desktop:
        for name in ("home", "config"):
            (self.folder / name).mkdir(exist_ok=True)
        screen, self.display = start_screen(self._size)
        self._runs = [screen, start_manager(self.environment)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for run in reversed(self._runs):
            run.terminate()
            run.wait(10)
