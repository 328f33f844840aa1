"""What stands over other programs' windows: the strip, and the quick bar."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hostconsole.app.remembered import Remembered
from hostconsole.keys.focus import open_focus_keeper
from hostconsole.keys.table import KeyTable
from hostconsole.show.quick import learn
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.quick_bar import QuickBar
from hostconsole.ui.step_texts import act_key
from hostconsole.ui.strip import Strip
from hostconsole.ui.ticker import Ticker


class Aside:
    """The strip shows while a session runs and the console has not the focus: then it is covered, and the
    strip is all the controller sees of it. `host` is the host's window, where a clicker types: it says
    nothing of what covers the console."""

    def __init__(
        self,
        *,
        bridge: Bridge,
        ticker: Ticker,
        table: Callable[[], KeyTable],
        remembered: Remembered,
        host: QWidget,
    ) -> None:
        self._bridge, self._host = bridge, host
        self._focus = open_focus_keeper()
        self._strip = Strip(
            bridge,
            remember=remembered.remember_text,
            recall=remembered.recall_text,
            key_of=lambda act: act_key(table(), act),
        )
        self._bar = QuickBar(bridge, focus=self._focus, host=host)
        ticker.tick.connect(self._tick)
        self.learn()

    def learn(self) -> None:
        """The titles' initials, for the quick bar. Reading them loads a dictionary of 180 ms: not on the
        main thread."""
        self._learning = asyncio.create_task(asyncio.to_thread(learn, _titles(self._bridge.state)))

    def open_bar(self) -> None:
        self._bar.open()

    def close(self) -> None:
        for window in (self._strip, self._bar):
            window.hide()
        self._focus.close()

    def _tick(self) -> None:
        wanted = self._bridge.state.running and not self._ours_in_front()
        if wanted and not self._strip.isVisible():
            self._strip.open()
        elif not wanted and self._strip.isVisible():
            self._strip.hide()
        elif wanted:
            self._strip.tick()

    def _ours_in_front(self) -> bool:
        window = QGuiApplication.focusWindow()
        bar: QWidget = self._bar
        return window is not None and window not in (bar.windowHandle(), self._host.windowHandle())


def _titles(state: State) -> list[str]:
    return [row.item.title for row in state.items.values()]
