"""The key points of the item on air: said or not, and ticked by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part

MOST_SHOWN = 8


class Point(Lamp):
    """One key point; a click says it was said, or not."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.n = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._bridge.run("point.tick", n=str(self.n))


class Points(Part):
    """As many as there is room for. It follows what is said; a button goes on to those out of sight."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.head = label("small", tone="faint")
        self.more = KeyButton(kind="icon")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.hide()
        self.more.clicked.connect(self._turn)
        self.points = tuple(Point(bridge) for _ in range(MOST_SHOWN))
        self._item = ""
        self._texts: tuple[str, ...] = ()
        self._said: frozenset[int] = frozenset()
        self._first = 0
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(top)
        for point in self.points:
            column.addWidget(point)
        column.addStretch(1)

    def show_state(self, state: State, now_ms: int) -> None:
        item = state.on_air.item if state.on_air else None
        said = frozenset(state.items[item.id].said if item else ())
        self._follow(item.id if item else "", item.key_points if item else (), said)
        if self._texts:
            words = translate("Console", "Key points {said}/{of}").format(said=len(said), of=len(self._texts))
        else:
            words = translate("Console", "No key points for this item") if item else ""
        set_text(self.head, words)
        self._show()

    def _follow(self, item: str, texts: tuple[str, ...], said: frozenset[int]) -> None:
        """Whatever was just ticked, by whatever key, is in sight; once all in sight are said, the first that
        is not."""
        ticked = sorted(said ^ self._said) if item == self._item else []
        anew = item != self._item or texts != self._texts
        changed = anew or bool(ticked)
        self._item, self._texts, self._said = item, texts, said
        if anew:
            self._first = 0
        if ticked and ticked[0] not in self._in_sight():
            self._go_to(ticked[0])
        unsaid = [n for n in range(1, len(texts) + 1) if n not in said]
        if changed and unsaid and said.issuperset(self._in_sight()):
            self._go_to(unsaid[0])

    def _in_sight(self) -> Sequence[int]:
        """The numbers of the points that are shown, from 1."""
        return range(self._first + 1, min(len(self._texts), self._first + MOST_SHOWN) + 1)

    def _go_to(self, n: int) -> None:
        """A point, with as many of those after it as there is room for."""
        self._first = max(0, min(n - 1, len(self._texts) - MOST_SHOWN))

    def _turn(self) -> None:
        """The next ones; after the last, from the beginning."""
        last = self._first + MOST_SHOWN
        self._go_to(last + 1 if last < len(self._texts) else 1)
        self._show()

    def _show(self) -> None:
        in_sight = self._in_sight()
        for place, point in enumerate(self.points):
            point.setVisible(place < len(in_sight))
            if place < len(in_sight):
                point.n = in_sight[place]
                done = point.n in self._said
                point.show_as("check" if done else "box", self._texts[point.n - 1],
                              "fine" if done else "soft", words="faint" if done else "text")  # fmt: skip
        self._show_more([n for n in range(1, len(self._texts) + 1) if n not in in_sight])

    def _show_more(self, hidden: Sequence[int]) -> None:
        """How many are out of sight, and which."""
        self.more.setVisible(bool(hidden))
        if hidden:
            self.more.setText(translate("Console", "+{count} more").format(count=len(hidden)))
            self.more.setToolTip("\n".join(f"{n}  {self._texts[n - 1]}" for n in hidden))
