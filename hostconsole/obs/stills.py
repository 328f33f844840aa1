"""Still pictures of scenes, over a connection of its own that hears no events, so that nothing waits for
them: not the show, not a take."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hostconsole.obs.faults import Lost, NotReady, PasswordRefused, RequestFailed
from hostconsole.obs.way import FindWay, way_to
from hostconsole.show.errors import Trouble

if TYPE_CHECKING:
    from hostconsole.obs.wire import Wire

WIDTH = 384
"""Pixels: sharp on a screen of double density, and some 15 kB."""

QUALITY = 60
SLOW_S = 0.25
"""An OBS that takes longer for one picture has other things to do."""

_TIMEOUT_S = 1.5


class Camera:
    """One caller at a time, on any thread but the main one."""

    def __init__(self, address: str, *, password: Callable[[], str | None], slow_s: float = SLOW_S) -> None:
        """Raises Refused for an address that is none."""
        self._slow_s = slow_s
        self._find_way: FindWay = way_to(address, password=password)
        self._wire: Wire | None = None

    def shoot(self, scenes: Sequence[str]) -> dict[str, bytes]:
        """JPEGs of the scenes that can be drawn. Raises Trouble "obs" if OBS cannot be asked, "obs_slow" if
        it was slow: then it is to be left alone for a while."""
        taken: dict[str, bytes] = {}
        try:
            wire = self._wire or self._open()
            for scene in scenes:
                began = time.monotonic()
                picture = _ask(wire, scene)
                if picture:
                    taken[scene] = picture
                if time.monotonic() - began > self._slow_s:
                    raise Trouble("obs_slow", "OBS is slow with pictures.")
        except (Lost, PasswordRefused, NotReady) as fault:
            self.close()
            raise Trouble("obs", str(fault) or "OBS is still loading.") from fault
        return taken

    def close(self) -> None:
        if self._wire is not None:
            self._wire.close()
        self._wire = None

    def _open(self) -> Wire:
        from hostconsole.obs.wire import Switch, Wire, quiet_library

        quiet_library()
        way = self._find_way()
        wire = Wire(host=way.host, port=way.port, timeout_s=_TIMEOUT_S, switch=Switch())
        wire.open_deaf(way.password)
        self._wire = wire
        return wire


def _ask(wire: Wire, scene: str) -> bytes:
    """One picture; empty for a scene that cannot be drawn (nothing in it has a size)."""
    try:
        told = wire.ask(
            "GetSourceScreenshot",
            sourceName=scene,
            imageFormat="jpg",
            imageWidth=WIDTH,
            imageCompressionQuality=QUALITY,
        )
    except RequestFailed:
        return b""
    return base64.b64decode(str(told["imageData"]).partition(",")[2])
