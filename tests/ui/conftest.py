"""Windows are made without a screen here, unless a test opens one of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow, Keeping
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import Speech
from hostconsole.ui.theme import dress
from hostconsole.ui.ticker import Ticker
from tests.ui.host_stage import Stage


class Console:
    """A console window before a stage, with what it remembered, saved and asked."""

    def __init__(self, stage: Stage, *, kept: dict[str, bytes], speech: Speech) -> None:
        self.stage = stage
        self.kept = kept
        self.saved: list[object] = []
        self.bridge = Bridge(show=stage.show)
        keeping = Keeping(
            remember=kept.__setitem__,
            recall=kept.get,
            save_keys=self.saved.append,
            save_language=self.saved.append,
        )
        self.window = ConsoleWindow(
            bridge=self.bridge, ticker=Ticker(), keys=KeyTable.build(), speech=speech, keeping=keeping
        )
        self.window.resize(1440, 900)

    def seen(self, widget: QWidget | None = None) -> str:
        """Every text that stands on a visible label or lamp."""
        root = widget or self.window
        found = [*root.findChildren(QLabel), *root.findChildren(Lamp)]
        return "\n".join(part.text() for part in found if part.isVisible() and part.text())


@pytest.fixture(autouse=True)
def windows_end() -> Iterator[None]:
    """No window outlives its test: hundreds of them would be dressed anew, and asked to repaint."""
    yield
    for window in QApplication.topLevelWidgets() if QApplication.instance() else ():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    dress(qapp)
    return qapp


@pytest.fixture
def speech(dressed: QApplication) -> Iterator[Speech]:
    speech = Speech(dressed, "en")
    yield speech
    speech.speak("en")


@pytest.fixture
def console(qtbot, speech: Speech) -> Callable[..., Console]:
    """Opens a console window before a stage and waits until it has the focus."""

    def opened(stage: Stage | None = None, *, kept: dict[str, bytes] | None = None) -> Console:
        made = Console(stage or Stage(), kept={} if kept is None else kept, speech=speech)
        qtbot.addWidget(made.window)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        return made

    return opened
