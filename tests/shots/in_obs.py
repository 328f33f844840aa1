"""Pictures of scenes the console made, taken by OBS itself: `python -m tests.shots.in_obs [FOLDER]`.

A real OBS on a screen that does not exist makes the scenes of the sample show, lying and standing; the
console takes an item, and OBS is asked for the picture.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter, QRadialGradient

from hostconsole.bundled import sample
from hostconsole.settings import FILE_NAME, Settings, save, spoken_to_host
from hostconsole.show.rules import Language
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until

DOCUMENTS = Path(__file__).parents[2] / "docs" / "shots"
PICTURES: tuple[tuple[Language, int, int], ...] = (("zh", 1920, 1080), ("zh", 1080, 1920), ("en", 1920, 1080))
SCENES: dict[Language, str] = {"zh": "04_俯拍特写_ProductTop", "en": "04_ProductTop"}
SHOWN = ("P03", "¥89")
"""The item taken, and its price as viewers read it."""


def main(folder: Path) -> None:
    _app = QGuiApplication(["shots"])
    for language, width, height in PICTURES:
        with tempfile.TemporaryDirectory() as room:
            picture = folder / f"obs-scene-{language}-{width}x{height}.png"
            _take(Path(room), picture, width, height, language=language)


def _take(room: Path, picture: Path, width: int, height: int, *, language: Language) -> None:
    (item, price), scene, sheet = SHOWN, SCENES[language], str(sample(language))
    with ObsRig(room / "obs", scenes=("Main",), texts=(), openbox=True) as rig, rig.client(timeout=10) as obs:
        size = {"baseWidth": width, "baseHeight": height, "outputWidth": width, "outputHeight": height}
        obs.send("SetVideoSettings", size)
        program = Program(rig, room / "data")
        program.directory.mkdir(parents=True)
        save(program.directory / FILE_NAME, spoken_to_host(Settings(), language))
        said = program.call("scenes", sheet, "--obs", rig.address)
        assert said.returncode == 0, said.stderr
        _put_behind(obs, scene, _studio(room / "studio.png", width, height))
        program.start("run", sheet, "--rehearse", "--obs", rig.address)
        try:
            wait_until(lambda: program.state["obs"]["link"] == "ready", what="the link")
            program.ask("show.take_item", item=item)
            program.ask("link.up", now="yes")
            wait_until(
                lambda: rig.text("price") == price and rig.text("stock") != "", what="the texts in OBS"
            )
            wait_until(lambda: _drawn(obs, scene), what="OBS to have drawn them")
            saved = {"imageFormat": "png", "imageFilePath": str(picture)}
            obs.send("SaveSourceScreenshot", {"sourceName": scene, **saved})
        finally:
            program.stop()


def _drawn(obs: Any, scene: str) -> bool:
    """Whether two pictures in a row are the same, and the price has a width."""
    rows = obs.send("GetSceneItemList", {"sceneName": scene}, raw=True)["sceneItems"]
    price = next(row for row in rows if row["sourceName"] == "hc:price")
    asked = {"sourceName": scene, "imageFormat": "png"}
    first, second = (obs.send("GetSourceScreenshot", asked, raw=True)["imageData"] for _ in range(2))
    return price["sceneItemTransform"]["sourceWidth"] > 0 and first == second


def _put_behind(obs: Any, scene: str, image: Path) -> None:
    """The picture of a camera, under everything else."""
    asked = {"sceneName": scene, "inputName": "Camera", "inputKind": "image_source"}
    made = obs.send("CreateInput", {**asked, "inputSettings": {"file": str(image)}}, raw=True)
    which = {"sceneName": scene, "sceneItemId": made["sceneItemId"]}
    obs.send("SetSceneItemIndex", {**which, "sceneItemIndex": 0})


def _studio(path: Path, width: int, height: int) -> Path:
    """A table with a thermos, drawn here."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wall = QLinearGradient(0, 0, 0, height)
    wall.setColorAt(0, QColor("#efe6da"))
    wall.setColorAt(0.5, QColor("#d9c8b4"))
    wall.setColorAt(0.501, QColor("#a98a6a"))
    wall.setColorAt(1, QColor("#7c6046"))
    painter.fillRect(0, 0, width, height, wall)
    light = QRadialGradient(QPointF(width * 0.3, height * 0.2), height * 0.6)
    light.setColorAt(0, QColor(255, 250, 235, 170))
    light.setColorAt(1, QColor(255, 250, 235, 0))
    painter.fillRect(0, 0, width, height, light)
    _thermos(painter, QPointF(width / 2, height * 0.6), min(width, height) * 0.46)
    painter.end()
    image.save(str(path))
    return path


def _thermos(painter: QPainter, foot: QPointF, tall: float) -> None:
    wide = tall * 0.3
    left, top = foot.x() - wide / 2, foot.y() - tall
    body = QLinearGradient(left, 0, left + wide, 0)
    for place, colour in ((0, "#35525f"), (0.3, "#7fa3b3"), (0.5, "#9dbccb"), (1, "#2f4955")):
        body.setColorAt(place, QColor(colour))
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(0, 0, 0, 50))
    painter.drawEllipse(QPointF(foot.x(), foot.y()), wide * 0.75, wide * 0.14)
    painter.setBrush(body)
    painter.drawRoundedRect(int(left), int(top + tall * 0.16), int(wide), int(tall * 0.84), 24, 24)
    painter.setBrush(QColor("#27323a"))
    painter.drawRoundedRect(int(left + wide * 0.08), int(top), int(wide * 0.84), int(tall * 0.17), 16, 16)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else DOCUMENTS)
