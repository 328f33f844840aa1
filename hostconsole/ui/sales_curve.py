"""How it sells: a bar for each ten seconds of the last five minutes, and how long nothing has sold."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hostconsole.show.sales import Sales, curve, longest_gap_ms, since_last_ms
from hostconsole.show.state import Airing, State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import minutes
from hostconsole.ui.theme import colour

BARS, BAR_MS = 30, 10_000
QUIET_MS = 60_000
"""A shorter time without a sale is not worth a word."""


class Sparkline(QWidget):
    """Painted bars, the newest at the right; a base line where nothing sold."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[int, ...] = (0,) * BARS
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(BARS * 5, self.fontMetrics().height() + 4)

    def show_bars(self, bars: tuple[int, ...]) -> None:
        if bars != self.bars:
            self.bars = bars
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max(self.bars)
        wide = self.width() / len(self.bars)
        room = self.height() - 2.0
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("edge"))
        for at, units in enumerate(self.bars):
            if units > 0:
                high = max(2.0, room * units / most)
                bar = QRectF(at * wide, self.height() - 1 - high, max(1.0, wide - 1), high)
                painter.fillRect(bar, colour("fine" if at == len(self.bars) - 1 else "soft"))


class SalesCurve(Part):
    """Of the item on air; nothing while nobody has counted any sale of it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._has_room = True
        self.line = Sparkline()
        self.quiet = label("small", tone="faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(self.quiet)
        row.addStretch(1)

    def give_room(self, room: bool) -> None:
        """In a low window the big numbers come first."""
        if room != self._has_room:
            self._has_room = room
            self.tick(self.bridge.state, self.bridge.now_ms())

    def show_state(self, state: State, now_ms: int) -> None:
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        airing = state.on_air
        sales = state.sales.get(airing.item.sku) if airing is not None else None
        self.setVisible(sales is not None and self._has_room)
        if airing is None or sales is None:
            return
        self.line.show_bars(curve(sales, now_ms, bars=BARS, bar_ms=BAR_MS))
        set_text(self.quiet, _gap(sales, airing, now_ms))
        self.line.setToolTip(translate("Console", "Sold in the last five minutes, ten seconds a bar"))


def _gap(sales: Sales, airing: Airing, now_ms: int) -> str:
    """Since when nothing sells, and the longest such time in this airing."""
    last = since_last_ms(sales, airing.seq, since_ms=airing.since_ms, now_ms=now_ms)
    longest = longest_gap_ms(sales, airing.seq, since_ms=airing.since_ms, now_ms=now_ms)
    if longest < QUIET_MS:
        return ""
    words = (
        translate("Console", "nothing sold for {time}").format(time=minutes(last)) if last >= QUIET_MS else ""
    )
    if longest > last:
        most = translate("Console", "longest gap {time}").format(time=minutes(longest))
        words = " · ".join(part for part in (words, most) if part)
    return words
