"""Long work of the Review room in one line: what is done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from hostconsole.ui.labels import Elided, KeyButton, retone, set_text
from hostconsole.ui.language import translate


class JobLine(QWidget):
    """`stopped`: a person asked for it."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Elided("body", tone="soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.stop = KeyButton()
        self.stop.clicked.connect(self.stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 14, 0)
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        line.addWidget(self.bar)
        line.addWidget(self.stop)
        self.retranslate()
        self.rest("")

    def retranslate(self) -> None:
        self.stop.setText(translate("Review", "Stop"))

    def run(self, words: str) -> None:
        """Work has begun; how far it is nobody knows yet."""
        self._say(words, "soft")
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop.show()

    def progress(self, share: float, words: str) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * share))
        if words:
            set_text(self.words, words)

    def rest(self, words: str, *, bad: bool = False) -> None:
        """It is over: what came of it."""
        self._say(words, "bad" if bad else "fine")
        self.bar.hide()
        self.stop.hide()

    def _say(self, words: str, tone: str) -> None:
        set_text(self.words, words)
        retone(self.words, "tone", tone)
