"""The host's screen in small, for the controller: what is painted there, twice a second while in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hostconsole.ui.language import translate
from hostconsole.ui.theme import colour

EVERY_MS = 500

Source = Callable[[int], QPixmap]
"""What the host's screen shows, so many pixels wide; a null picture if there is none."""

_WIDE = QSize(16, 9)
_VEIL = 150


class Miniature(QWidget):
    """Asks `show_source`'s source for a picture as long as it is in sight, and never else."""

    def __init__(self) -> None:
        super().__init__()
        self._source: Source | None = None
        self._host_sees = True
        self.picture = QPixmap()
        self._beat = QTimer(self)
        self._beat.setInterval(EVERY_MS)
        self._beat.timeout.connect(self.look)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def looks(self) -> bool:
        """Whether pictures are asked for now."""
        return self._beat.isActive()

    def show_source(self, source: Source) -> None:
        self._source = source

    def show_seen(self, seen: bool) -> None:
        """Whether the host can see the screen; if not, the picture is dimmed."""
        if seen != self._host_sees:
            self._host_sees = seen
            self.update()

    def look(self) -> None:
        """Takes the picture of now."""
        if self._source is None or self.window().isMinimized():
            return
        ratio = self.devicePixelRatioF()
        picture = self._source(round(self.width() * ratio))
        picture.setDevicePixelRatio(ratio)
        other = picture.deviceIndependentSize() != self.picture.deviceIndependentSize()
        self.picture = picture
        if other:
            self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        shape = self.picture.size() if not self.picture.isNull() else _WIDE
        return min(round(width * shape.height() / shape.width()), width)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    def showEvent(self, event: QShowEvent) -> None:
        self._beat.start()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        self._beat.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect()
        if self.picture.isNull():
            painter.setPen(colour("faint"))
            words = translate("Console", "No picture of the host's screen yet")
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), words)
        else:
            whole = self.picture.deviceIndependentSize().toSize()
            size = whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
            painter.drawPixmap(box, self.picture)
        if not self._host_sees:
            veil = QColor(colour("window"))
            veil.setAlpha(_VEIL)
            painter.fillRect(box, veil)
        painter.setPen(colour("bad" if not self._host_sees else "edge"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
