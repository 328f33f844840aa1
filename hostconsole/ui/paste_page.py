"""The pasted table as a page of the Prepare room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.paste_view import PasteView
from hostconsole.ui.prepare_pages import PreparePage


class PastePage(PreparePage):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.view = PasteView()
        self.view.left.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def retranslate(self) -> None:
        super().retranslate()
        self.view.retranslate()
