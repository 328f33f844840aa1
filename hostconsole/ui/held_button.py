"""A button for acts that must not happen by accident: it has to be held for a second."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent

from hostconsole.ui.labels import KeyButton
from hostconsole.ui.theme import colour

HOLD_MS = 1_000
_FRAME_MS = 16


class HeldButton(KeyButton):
    """`held` is emitted once when it has been held for a whole second; letting go before does nothing.
    How far it is shows as a fill from the left."""

    held = Signal()

    def __init__(self, *, kind: str = "", tone: str = "on_air") -> None:
        super().__init__(kind=kind)
        self._fill = tone
        self._since = QElapsedTimer()
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._step)
        self.pressed.connect(self._begin)
        self.released.connect(self._let_go)

    def progress(self) -> float:
        """0 … 1 while it is held, else 0."""
        if not self._frames.isActive():
            return 0.0
        return min(1.0, self._since.elapsed() / HOLD_MS)

    def _begin(self) -> None:
        self._since.start()
        self._frames.start()
        self.update()

    def _let_go(self) -> None:
        self._frames.stop()
        self.update()

    def _step(self) -> None:
        if self._since.elapsed() >= HOLD_MS:
            self._frames.stop()
            self.setDown(False)
            self.held.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        share = self.progress()
        if share <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(path)
        tint = colour(self._fill)
        tint.setAlpha(110)
        painter.fillRect(QRectF(0, 0, self.width() * share, self.height()), tint)
