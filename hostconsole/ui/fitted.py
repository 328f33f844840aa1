"""Figures that are never cut while they can still be read: their type gets smaller first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from hostconsole.ui.labels import dress_label

SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.36)
"""Sizes a figure is tried in; the last of the largest type is still that of a heading."""


def largest(shares: Iterable[float], fits: Callable[[float], bool]) -> float | None:
    """The first of the shares, from the largest down, with which all has room; None if with none."""
    return next((share for share in shares if fits(share)), None)


class Fitted(QLabel):
    """A figure drawn in a `share` of its role's type. Its height stays, so that nothing jumps when a digit is
    added. Whoever lays it out chooses the share: figures that stand together are of one size."""

    def __init__(self, role: str = "body", *, tone: str = "text", bold: bool = False) -> None:
        super().__init__()
        dress_label(self, role, tone, bold)
        self._share = 1.0
        self._widths: dict[tuple[str, int], int] = {}

    @property
    def share(self) -> float:
        return self._share

    def set_share(self, share: float) -> None:
        if share != self._share:
            self._share = share
            self.updateGeometry()
            self.update()

    def wide(self, share: float) -> int:
        """The width all of it needs in that share of its type."""
        self.ensurePolished()
        key = (self.text(), self._size(share))
        if key not in self._widths:
            if len(self._widths) > 64:
                self._widths.clear()
            metrics = QFontMetrics(self._font(share))
            self._widths[key] = metrics.horizontalAdvance(self.text()) + 2 if self.text() else 0
        return self._widths[key]

    def sizeHint(self) -> QSize:
        whole = super().sizeHint()
        return whole if self._share == 1.0 else QSize(self.wide(self._share), whole.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _size(self, share: float) -> int:
        return round(self.font().pixelSize() * share)

    def _font(self, share: float) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._size(share))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        if self._share == 1.0 and super().sizeHint().width() <= self.width():
            self.setToolTip("")
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self._font(self._share))
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(room, int(self.alignment().value), shown)
