"""What is looked at later is loaded ahead, so that opening a room in mid-show holds nothing up.

Modules load on a thread of their own while the first picture stands there already; the rooms are made on the
main thread one at a time, before the stall figure begins to count.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import threading
from collections.abc import Callable, Sequence

from hostconsole.show import cue_times
from hostconsole.ui.console_window import ConsoleWindow
from hostconsole.ui.rooms import MADE_LATER

APART_S = 0.25
"""Between two rooms other things have their turn."""

_MODULES = (
    "hostconsole.ui.prepare_room",
    "hostconsole.ui.review_room",
    "hostconsole.ui.keys_panel",
    "hostconsole.ui.obs_page",
    "hostconsole.app.obs_setup",
    "hostconsole.ui.host_page",
    "hostconsole.ui.scenes_page",
    "hostconsole.ui.feeds_page",
    "hostconsole.ui.key_rehearsal",
    "hostconsole.app.pasting",
    "hostconsole.ui.paste_view",
    "hostconsole.desk.afterwards",
    "hostconsole.desk.night",
    "hostconsole.desk.history",
)

_log = logging.getLogger(__name__)


class Ahead:
    """Loads, then makes the rooms of `console`, then calls `stands`. `stop` ends what has not begun."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, console: ConsoleWindow, *, stands: Callable[[], object]
    ) -> None:
        self._loop = loop
        self._console = console
        self._stands = stands
        self._stopped = False
        threading.Thread(target=self._load, name="ahead", daemon=True).start()

    def stop(self) -> None:
        self._stopped = True

    def _load(self) -> None:
        for name in _MODULES:
            if self._stopped:
                return
            try:
                importlib.import_module(name)
            except Exception:
                _log.exception("%s cannot be loaded: our bug", name)
        cue_times.warm()
        try:
            self._loop.call_soon_threadsafe(self._make, MADE_LATER)
        except RuntimeError:
            return  # the loop has closed: nobody will look at a room

    def _make(self, rooms: Sequence[str]) -> None:
        if self._stopped:
            return
        if not rooms:
            _log.info("every room stands")
            self._stands()
            return
        self._console.rooms.at(rooms[0])
        self._loop.call_later(APART_S, self._make, rooms[1:])
