"""The stock page of the Prepare room: each shop or file with its lamp, what a try brought, and how to connect
one. Not modal; usable on air."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hostconsole.show.feed_view import FeedView
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.feed_words import error_words, feed_lamp, found_words, odd_words
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.prepare_pages import PreparePage

EXAMPLE = """[[feed]]
name = "shop"
kind = "http"
url = "https://shop.example/api/stock"
headers = { Authorization = "Bearer {env:SHOP_TOKEN}" }
every_s = 3
rows = "items[]"
sku = "sku"
on_hand = "stock.on_hand"
reserved = "stock.reserved"
"""


class FeedsPage(PreparePage):
    """`try_asked`: every feed is to be asked at once."""

    try_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self._title = label("title", bold=True)
        self.words = label("body", tone="soft")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fault = label("body", tone="bad")
        self.fault.setWordWrap(True)
        self.reload, self.again, self.example = KeyButton(), KeyButton(), KeyButton()
        self._close = KeyButton(kind="take")
        self.rows: list[_FeedRow] = []
        self._lay_out()
        self.reload.clicked.connect(lambda: self.bridge.run("feeds.reload"))
        self.again.clicked.connect(self.try_asked)
        self.example.clicked.connect(self._copy_example)
        self._close.clicked.connect(self.done)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        for button in (self.example, self.reload, self.again, self._close):
            top.addWidget(button)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addWidget(self.fault)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        column.addWidget(area, 1)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Feeds", "Live stock"))
        self.reload.setText(translate("Feeds", "Read the file again"))
        self.again.setText(translate("Feeds", "Try now"))
        self.example.setText(translate("Feeds", "Copy an example"))
        self._close.setText(translate("Feeds", "Back to the plan"))
        self._show_feeds(self.bridge.feeds())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_feeds(self.bridge.feeds())

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        fault = dict(state.troubles).get("feeds_file", "")
        set_text(self.fault, fault)
        self.fault.setVisible(bool(fault))
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        self._show_feeds(self.bridge.feeds())

    def _show_feeds(self, feeds: Sequence[FeedView]) -> None:
        set_text(self.words, _with() if feeds else _without(self.bridge.feeds_path))
        self.again.setVisible(bool(feeds))
        while len(self.rows) < len(feeds):
            row = _FeedRow()
            self.rows.append(row)
            self._list.insertWidget(len(self.rows) - 1, row)
        for row, feed in zip(self.rows, feeds, strict=False):
            row.show_feed(feed)

    def _copy_example(self) -> None:
        QGuiApplication.clipboard().setText(EXAMPLE)
        self.bridge.said.emit(translate("Feeds", "Copied: an example of feeds.toml"))


class _FeedRow(QFrame):
    """One feed: its lamp and name, what it found, and what is odd."""

    def __init__(self) -> None:
        super().__init__()
        self.name = label("strong", bold=True)
        self.kind = label("small", tone="faint")
        self.lamp = Lamp(role="body")
        self.found = label("body", tone="soft")
        self.error = label("body", tone="bad")
        self.odd = label("small", tone="waiting")
        for words in (self.found, self.error, self.odd):
            words.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name)
        top.addWidget(self.kind)
        top.addStretch(1)
        top.addWidget(self.lamp)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(3)
        column.addLayout(top)
        for words in (self.found, self.error, self.odd):
            column.addWidget(words)

    def show_feed(self, feed: FeedView) -> None:
        set_text(self.name, feed.name)
        set_text(self.kind, feed.kind)
        self.lamp.show_as(*feed_lamp(feed))
        for part, words in (
            (self.found, found_words(feed)),
            (self.error, error_words(feed)),
            (self.odd, odd_words(feed)),
        ):
            set_text(part, words)
            part.setVisible(bool(words))


def _with() -> str:
    return translate(
        "Feeds",
        "The product on air is asked for every few seconds, the rest of the queue every 15 to 30. A feed "
        "that fails costs a lamp, not the show: count by hand meanwhile.",
    )


def _without(path: str) -> str:
    words = translate(
        "Feeds",
        "No shop or file is connected: stock is counted by hand, and the console asks for a recount every "
        "five minutes while a link is up. To connect one, write it into {path}: it is read once it is saved.",
    )
    return words.format(path=path or "feeds.toml")
