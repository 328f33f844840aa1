"""Still pictures fetched for the Live room: at most one round a second, in a thread of their own, and none
while OBS is slow."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from hostconsole.app.opening import Opener
from hostconsole.desk.desk import Desk
from hostconsole.obs.asking import is_real
from hostconsole.obs.stills import Camera
from hostconsole.show.errors import Refused, Trouble
from hostconsole.ui.language import translate
from hostconsole.ui.stills import StillsPanel

EVERY_S = 1.0
REST_S = 10.0
"""How long an OBS that was slow, or could not be asked, is left alone."""


class Stills:
    """`turn(True)` begins, `turn(False)` ends."""

    def __init__(self, panel: StillsPanel, *, desk: Desk, opener: Opener) -> None:
        self._panel = panel
        self._desk = desk
        self._opener = opener
        self._on = self._going = False

    def turn(self, on: bool) -> None:
        self._on = on
        self._panel.turn(on)
        self._panel.show_state(self._desk.show.state, self._desk.show.now_ms())
        if on and not self._going:
            self._going = True
            self._desk.later(self._go_on())

    async def _go_on(self) -> None:
        address, camera = "", None
        try:
            while self._on:
                scenes = self._panel.wanted()
                if self._opener.address != address or camera is None:
                    address = self._opener.address
                    camera = self._new_camera(address)
                rest_s = EVERY_S
                if scenes and camera is not None:
                    rest_s = await self._round(camera, scenes)
                await asyncio.sleep(rest_s)
        finally:
            self._going = False
            if camera is not None:
                await asyncio.to_thread(camera.close)

    def _new_camera(self, address: str) -> Camera | None:
        try:
            return Camera(address, password=self._opener.passwords.known) if is_real(address) else None
        except Refused:
            return None  # the link tells what is wrong with the address

    async def _round(self, camera: Camera, scenes: tuple[str, ...]) -> float:
        """One picture of each; how long to wait then."""
        try:
            pictures = await asyncio.to_thread(_pictures, camera, scenes, self._panel.room())
        except Trouble as trouble:
            slow = trouble.code == "obs_slow"
            words = translate("Console", "No picture: OBS is busy") if slow else ""
            self._panel.show_pictures({}, words)
            return REST_S
        self._panel.show_pictures(pictures)
        return EVERY_S


def _pictures(camera: Camera, scenes: tuple[str, ...], room: QSize) -> dict[str, QImage]:
    """In a thread of its own: fetched, unpacked and made as large as they will be drawn."""
    shape, how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    shot = {scene: QImage.fromData(jpeg) for scene, jpeg in camera.shoot(scenes).items()}
    return {scene: image.scaled(room, shape, how) for scene, image in shot.items() if not image.isNull()}
