"""The clipboard: what is due for the platform, and what to say of it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from hostconsole.show.copying import Copy, due
from hostconsole.show.errors import Refused
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import link_name

KEPT = 20


class Clipboard:
    """Remembers what it copied, so that the next press copies what is due then."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._copied: tuple[Copy, ...] = ()

    def copy(self) -> None:
        """Copies what is due; the windows say what it was, or why it was nothing."""
        state = self._bridge.state
        try:
            copy = due(state, self._copied)
        except Refused as refused:
            self._bridge.refused.emit("desk.copy", refused)
            return
        QGuiApplication.clipboard().setText(copy.text)
        self._copied = (*(one for one in self._copied if one != copy), copy)[-KEPT:]
        self._bridge.accepted.emit("desk.copy")
        name = link_name(state.items[copy.item].item)
        self._bridge.said.emit(_words(copy).format(name=name, text=copy.text))


def _words(copy: Copy) -> str:
    return {
        "id": translate("Console", "Copied for {name}: product {text}"),
        "stock": translate("Console", "Copied for {name}: stock {text}"),
        "price": translate("Console", "Copied for {name}: price {text}"),
    }[copy.what]
