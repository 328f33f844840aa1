"""The console's and the host's window over a show of the benchmarks."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from hostconsole.keys.table import KeyTable
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow, Keeping
from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_window import HostWindow
from hostconsole.ui.language import Speech
from hostconsole.ui.theme import dress
from hostconsole.ui.ticker import Ticker


def console_and_host(app: QApplication, bridge: Bridge) -> tuple[ConsoleWindow, HostWindow]:
    """Both, shown, and painted once."""
    dress(app)
    keeping = Keeping(
        remember=lambda name, value: None,
        recall=lambda name: None,
        save_keys=lambda keys: None,
        save_language=lambda language: None,
    )
    console = ConsoleWindow(
        bridge=bridge, ticker=Ticker(), keys=KeyTable.build(), speech=Speech(app), keeping=keeping
    )
    host = host_window(bridge)
    console.show_room("live")
    for window in (console, host):
        window.show()
    for _ in range(3):
        app.processEvents()
    return console, host


def host_window(bridge: Bridge, look: HostLook | None = None) -> HostWindow:
    host = HostWindow(
        bridge,
        rules=bridge.rules,
        remember=lambda name, text: None,
        recall=lambda name: None,
        tell=lambda shown, why: None,
        look=look,
    )
    host.resize(1920, 1080)
    return host
