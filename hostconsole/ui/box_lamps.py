"""The boxes of the pre-flight at a glance: five columns, each a lamp with its count above the box's name, so
that no name is cut on a small screen however much there is to look at."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.show.preflight import BOXES, Box
from hostconsole.ui.labels import label, retone, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.shapes import Shape


class BoxLamp(QWidget):
    """One box; `clicked` goes to its lines."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lamp = Lamp(role="small")
        self._name = label("small", tone="soft")
        self._name.setContentsMargins(3, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lamp)
        column.addWidget(self._name)
        for part in (self._lamp, self._name):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def shape(self) -> Shape:
        return self._lamp.shape

    def text(self) -> str:
        """What is read there: "17 Pictures", or the name alone where all is well."""
        return f"{self._lamp.text()} {self._name.text()}".strip()

    def show_as(self, shape: Shape, tone: str, *, name: str, count: int) -> None:
        """`count`: how many lines the box has."""
        words = "text" if count else "soft"
        self._lamp.show_as(shape, str(count) if count else "", tone, words=words)
        set_text(self._name, name)
        retone(self._name, "tone", words)
        self.setAccessibleName(self.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class BoxLamps(QWidget):
    """`chosen(box)`: one was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.by_box: Mapping[Box, BoxLamp] = {box: BoxLamp() for box in BOXES}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 8, 4)
        line.setSpacing(2)
        for box, lamp in self.by_box.items():
            line.addWidget(lamp, 1)
            lamp.clicked.connect(lambda box=box: self.chosen.emit(box))
