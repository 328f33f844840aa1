"""A host window in a process of its own, on displays that the test plugs and unplugs.

Prints one JSON line for each thing told, and on each line read from standard input where the window is.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLineEdit

from hostconsole.keys.focus import NoFocusKeeper
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_window import HostWindow
from hostconsole.ui.quick_bar import QuickBar
from tests.ui.host_stage import Stage


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    kept: dict[str, str] = {}
    window = HostWindow(
        Bridge(show=Stage().show),
        rules=Stage().rules,
        remember=kept.__setitem__,
        recall=kept.get,
        tell=lambda shown, why: say(told=shown, why=why),
    )
    bar = QuickBar(Bridge(show=Stage().show), focus=NoFocusKeeper(), host=window)
    console = QLineEdit()
    console.resize(400, 100)
    console.show()

    def asked() -> None:
        # Unbuffered: a line kept in a buffer would never wake the notifier.
        orders = os.read(sys.stdin.fileno(), 4096).decode().split()
        if not orders:
            app.quit()
        for order in orders:
            {"open": window.open, "bar": open_bar, "where": where}[order]()

    def open_bar() -> None:
        """The key of the quick bar, with the mouse on the host's display."""
        QCursor.setPos(window.geometry().center())
        bar.open()

    def where() -> None:
        place = window.geometry()
        say(
            visible=window.isVisible(),
            bar=bar.isVisible(),
            bar_x=bar.x(),
            x=place.x(),
            width=place.width(),
            full=window.screens.full_screen_on,
            console_active=console.isActiveWindow(),
            host_active=window.isActiveWindow(),
        )

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(asked)
    say(ready=True)
    app.exec()


if __name__ == "__main__":
    main()
