"""One shared 10 Hz tick: all moving numbers of all windows are repainted by it, and by nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

TICKS_A_SECOND = 10


class Ticker(QObject):
    """Emits `tick` ten times a second from `start` to `stop`."""

    tick = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(1000 // TICKS_A_SECOND)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
