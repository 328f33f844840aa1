"""Where a button stands: the same window, laid out a second time without a screen.

A person sees the button and clicks it; xdotool needs to be told the place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow, Keeping
from hostconsole.ui.language import Speech
from hostconsole.ui.ticker import Ticker
from tests.e2e.program import Program
from tests.ui.host_stage import Stage


class Twin:
    """Clicks in the program's windows by what stands in them. `app` is dressed as the program is."""

    def __init__(self, app: QApplication, program: Program) -> None:
        self._app, self._program = app, program
        self._speech = Speech(app, "en")
        self._windows: list[QWidget] = []

    def end(self) -> None:
        for window in self._windows:
            window.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def console(self) -> ConsoleWindow:
        """A console that was just opened, in its Prepare room."""
        keeping = Keeping(
            remember=lambda _name, _value: None,
            recall=lambda _name: None,
            save_keys=lambda _keys: None,
            save_language=lambda _language: None,
        )
        window = ConsoleWindow(
            bridge=Bridge(show=Stage(kind="preparation").show), ticker=Ticker(), keys=KeyTable.build(),
            speech=self._speech, keeping=keeping,
        )  # fmt: skip
        self._windows.append(window)
        window.show_room("prepare")
        return window

    def click(self, name: str, twin: QWidget, part: Callable[[], QWidget]) -> None:
        """Clicks the program's window `name` in the middle of what is `part` in its twin."""
        place = self._program.place(name)
        assert place is not None, name
        _left, _top, width, height = place
        twin.resize(width, height)
        twin.show()
        for _ in range(4):
            self._app.processEvents()
        widget = part()
        at = widget.mapTo(twin, QPoint(widget.width() // 2, widget.height() // 2))
        twin.hide()
        self._program.click(name, at.x(), at.y())
