"""Three hints for somebody who tries the sample show: take, back, link up. Then silence, for ever.

A hint points at the button it is about, never takes the focus, and goes by itself once its act is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.language import translate
from hostconsole.ui.live_room import LiveRoom
from hostconsole.ui.theme import colour

HintName = Literal["take", "back", "link"]
HINTS: tuple[HintName, ...] = ("take", "back", "link")
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "take": frozenset({"item.taken"}),
    "back": frozenset({"item.misfired", "undone", "item.taken"}),
    "link": frozenset({"link.opened", "countdown.started"}),
}
_KEY_OF: Mapping[str, str] = {"take": "show.take", "back": "show.back", "link": "link.up"}
_BELOW: frozenset[HintName] = frozenset({"link"})
"""Above these buttons stand numbers, which no bubble may cover; below them are only buttons."""
_POINTER = 10
_WIDE = 30
"""A bubble's width in lines of its text, if there is so much room."""

KeyOf = Callable[[str], str]
"""The key of an act, as it is written on its button; "" if it has none."""


class Hint(QWidget):
    """A bubble at its anchor, with a pointer towards it, as flat as its words allow. It stays `within` the
    width of that widget."""

    def __init__(self, parent: QWidget, *, within: QWidget) -> None:
        super().__init__(parent)
        self._within = within
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.words = label("body")
        self.words.setWordWrap(True)
        self.count = label("small", tone="faint")
        self.got_it, self.enough = KeyButton(), KeyButton(kind="flat")
        for button in (self.got_it, self.enough):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        answers = QVBoxLayout()
        answers.setSpacing(0)
        answers.addWidget(self.got_it)
        answers.addWidget(self.enough)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6 + _POINTER, 8, 6 + _POINTER)
        line.setSpacing(12)
        line.addWidget(self.count)
        line.addWidget(self.words, 1)
        line.addLayout(answers)
        self._tip = 0
        self._above = True
        self.hide()

    def point_at(self, anchor: QWidget, *, below: bool = False) -> None:
        """Places it above, or below; hides it where the anchor is not to be seen."""
        parent = self.parentWidget()
        if parent is None or not anchor.isVisible():
            self.hide()
            return
        for part in (self.words, self.count, self.enough, self.got_it):
            part.ensurePolished()
        wide = min(self.words.fontMetrics().height() * _WIDE, self._within.width() - 8)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        self.resize(wide, layout.totalHeightForWidth(wide))
        layout.activate()
        at = anchor.mapTo(parent, QPoint(0, 0))
        middle = at.x() + anchor.width() // 2
        edge = self._within.mapTo(parent, QPoint(0, 0)).x() + 4
        left = max(edge, min(edge + self._within.width() - 8 - wide, middle - wide // 2))
        self._above = not below and at.y() >= self.height() + 4
        top = at.y() - self.height() + 4 if self._above else at.y() + anchor.height() - 4
        self._tip = middle - left
        self.move(left, top)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, _POINTER, -1, -_POINTER)
        shape = QPainterPath()
        shape.addRoundedRect(box, 10, 10)
        edge, point = (box.bottom(), self.height() - 1) if self._above else (box.top(), 1)
        tip = QPainterPath(QPointF(self._tip - _POINTER, edge))
        tip.lineTo(self._tip, point)
        tip.lineTo(self._tip + _POINTER, edge)
        tip.closeSubpath()
        painter.setPen(QPen(colour("next"), 1.5))
        painter.setBrush(colour("next_ground"))
        painter.drawPath(shape.united(tip))


class Hints(QObject):
    """Over the Live room, in which all anchors stand. `seen()`: the last one is through, or was enough."""

    def __init__(
        self,
        room: LiveRoom,
        bridge: Bridge,
        *,
        anchors: Mapping[HintName, QWidget],
        key_of: KeyOf,
        seen: Callable[[], None],
    ) -> None:
        super().__init__(room)
        self._room = room
        self.bubble = Hint(room, within=room.on_air)
        self._bridge, self._anchors, self._key_of, self._seen = bridge, anchors, key_of, seen
        self._place = 0
        self.bubble.got_it.clicked.connect(self._on)
        self.bubble.enough.clicked.connect(self.end)
        bridge.changed.connect(self._follow)
        room.moved.connect(self._soon)
        self.show()

    @property
    def shown(self) -> HintName | None:
        return HINTS[self._place] if self._place < len(HINTS) else None

    def show(self) -> None:
        """Places the hint anew, in the windows' language; nowhere while no session runs."""
        name, state = self.shown, self._bridge.state
        if name is None or not state.running:
            self.bubble.hide()
            return
        product = state.on_air is not None and bool(state.on_air.item.sku)
        self.bubble.words.setText(self._words(name, product=product))
        self.bubble.count.setText(f"{self._place + 1} / {len(HINTS)}")
        self.bubble.got_it.setText(translate("Hints", "Got it"))
        self.bubble.enough.setText(translate("Hints", "No more hints"))
        at: HintName = "take" if name == "link" and not product else name
        self.bubble.point_at(self._anchors[at], below=at in _BELOW)

    def end(self) -> None:
        """Silence from now on."""
        self._place = len(HINTS)
        self.bubble.hide()
        self._bridge.changed.disconnect(self._follow)
        self._room.moved.disconnect(self._soon)
        self._seen()

    def _follow(self, _state: State, entries: object) -> None:
        """After each change: the next hint, once the act of this one is done."""
        kinds = {entry.event.kind for entry in entries} if isinstance(entries, tuple) else set()
        if self.shown is not None and kinds & _ENDED_BY[self.shown]:
            self._on()
        else:
            self.show()

    def _on(self) -> None:
        self._place += 1
        if self.shown is None:
            self.end()
        else:
            self.show()

    def _soon(self) -> None:
        """Once the room's parts stand where they belong."""
        QTimer.singleShot(0, self, self.show)

    def _words(self, name: HintName, *, product: bool) -> str:
        key = self._key_of(_KEY_OF[name]) or translate("Hints", "this button")
        if name == "take":
            words = translate(
                "Hints", "{key} puts NEXT on air: the scene, the prices and the host's card, all at once."
            )
        elif name == "back":
            words = translate(
                "Hints", "Wrong one? {key} takes it back: the item before goes on as if nothing had been."
            )
        elif not product:
            words = translate("Hints", "Now take a product: press {key} until one with a link is on air.")
            return words.format(key=self._key_of("show.take") or translate("Hints", "this button"))
        else:
            words = translate(
                "Hints",
                "You open the link in the shop yourself; then {key} starts the sale clock and releases the "
                "first batch. That is all: your own show begins in Prepare.",
            )
        return words.format(key=key)
