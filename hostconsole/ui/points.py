"""The key points of the item on air: said or not, and ticked by a click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout

from hostconsole.show.plan import Item
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part

MOST_SHOWN = 8


class Point(Lamp):
    """One key point; a click says it was said, or not."""

    def __init__(self, bridge: Bridge, n: int) -> None:
        super().__init__()
        self._bridge, self._n = bridge, n
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._bridge.run("point.tick", n=str(self._n))


class Points(Part):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.head = label("small", tone="faint")
        self.points = tuple(Point(bridge, n) for n in range(1, MOST_SHOWN + 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.head)
        for point in self.points:
            column.addWidget(point)
        column.addStretch(1)

    def show_state(self, state: State, now_ms: int) -> None:
        item: Item | None = state.on_air.item if state.on_air else None
        texts = item.key_points if item else ()
        said = state.items[item.id].said if item else ()
        if texts:
            words = translate("Console", "Key points {said}/{of}").format(said=len(said), of=len(texts))
        else:
            words = translate("Console", "No key points for this item") if item else ""
        set_text(self.head, words)
        for n, point in enumerate(self.points, 1):
            point.setVisible(n <= len(texts))
            if n <= len(texts):
                done = n in said
                point.show_as("check" if done else "box", texts[n - 1], "fine" if done else "soft",
                              words="faint" if done else "text")  # fmt: skip
