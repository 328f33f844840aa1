"""When the strip shows: the console is covered, whoever has the keyboard then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hostconsole.app.aside import Aside
from hostconsole.app.remembered import Remembered
from hostconsole.desk.keyboard import key_table
from hostconsole.settings import Settings
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.strip import Strip
from hostconsole.ui.ticker import Ticker
from tests.show.stage import on_air


def focused(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())


@pytest.mark.qt_log_ignore("does not support raise")
async def test_the_strip_shows_while_the_hosts_window_has_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    host, console, ticker = QWidget(), QWidget(), Ticker()
    qtbot.addWidget(host)
    qtbot.addWidget(console)
    aside = Aside(
        bridge=Bridge(show=on_air().show), ticker=ticker, table=lambda: key_table(Settings()),
        remembered=Remembered(tmp_path), host=host,
    )  # fmt: skip
    strip = next(window for window in QApplication.topLevelWidgets() if isinstance(window, Strip))
    try:
        focused(qtbot, host)
        ticker.tick.emit()
        assert strip.isVisible()
        focused(qtbot, console)
        ticker.tick.emit()
        assert not strip.isVisible()
    finally:
        aside.close()
