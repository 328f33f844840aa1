"""A desktop without OBS: a screen that does not exist, a window manager, and a home of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import TracebackType

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError

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

    def key_is_taken(self, symbol: int) -> bool:
        """Whether some program has this key to itself, so that nobody else may have it."""
        display = Display(self.display)
        try:
            refused = CatchError(BadAccess)
            code, root = display.keysym_to_keycode(symbol), display.screen().root
            root.grab_key(code, 0, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
            display.sync()
            return refused.get_error() is not None
        finally:
            display.close()

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
