"""Still pictures of what is on air and of NEXT's scene, below the queue; there only if wanted."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hostconsole.show.scenes import scene_now
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.theme import colour

Which = Literal["program", "next"]
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Still(QFrame):
    """One picture, as large as there is room; words where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(80, 45))

    @property
    def image(self) -> QImage:
        return self._image

    def show_image(self, image: QImage, words: str = "") -> None:
        """`words` stand there while there is no picture."""
        self._image, self.words = image, words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        if self._image.isNull():
            painter.setPen(colour("faint"))
            painter.drawText(self.rect(), int((_CENTRE | Qt.TextFlag.TextWordWrap).value), self.words)
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = ((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        painter.drawImage(QRect(*corner, size.width(), size.height()), self._image)


class StillsPanel(Part):
    """`wanted`: the scenes whose pictures should be fetched now."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self.stills: dict[Which, Still] = {"program": Still(), "next": Still()}
        self._heads: dict[Which, Lamp] = {"program": Lamp(), "next": Lamp()}
        self._names: dict[Which, Elided] = {
            "program": Elided("small", tone="faint"),
            "next": Elided("small", tone="faint"),
        }
        self._on = self._solo = False
        self._scenes: dict[Which, str] = {"program": "", "next": ""}
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 10)
        line.setSpacing(10)
        for which in self.stills:
            line.addWidget(self._column(which), 1)
        self.setVisible(False)
        self.retranslate()

    def _column(self, which: Which) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._heads[which])
        head.addWidget(self._names[which], 1)
        column.addLayout(head)
        column.addWidget(self.stills[which], 1)
        return made

    def turn(self, on: bool) -> None:
        """Wanted, or not."""
        self._on = on
        self.setVisible(on and not self._solo)

    def set_solo(self, solo: bool) -> None:
        """The layout for one person alone has no room for them."""
        self._solo = solo
        self.turn(self._on)

    def retranslate(self) -> None:
        self._heads["program"].show_as("square", translate("Console", "ON AIR"), "on_air")
        self._heads["next"].show_as("play", translate("Console", "NEXT"), "next")

    def room(self) -> QSize:
        """Device pixels of one picture: whoever fetches them makes them of this size."""
        return self.stills["next"].size() * self.devicePixelRatioF()

    def wanted(self) -> tuple[str, ...]:
        """Scenes, each once; none while OBS cannot be asked or nobody can see them."""
        if not self.isVisible() or self.bridge.state.obs.link != "ready":
            return ()
        there = self.bridge.state.obs.scenes
        return tuple(dict.fromkeys(scene for scene in self._scenes.values() if scene in there))

    def show_state(self, state: State, now_ms: int) -> None:
        row = state.items.get(state.next or "")
        after = scene_now(state, row.item, self.bridge.rules) if row is not None else None
        known = state.obs.link == "ready"
        self._show_scene("program", state.obs.scene if known else "")
        self._show_scene("next", after or "")

    def _show_scene(self, which: Which, scene: str) -> None:
        if scene != self._scenes[which]:
            self._scenes[which] = scene
            self._names[which].setText(scene)
            self.stills[which].show_image(QImage())

    def show_pictures(self, pictures: dict[str, QImage], words: str = "") -> None:
        """The newest picture by scene; `words` say why there is none."""
        for which, scene in self._scenes.items():
            self.stills[which].show_image(pictures.get(scene, QImage()), words)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.setFixedHeight(round(152 * scale))
