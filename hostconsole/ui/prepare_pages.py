"""Pages that take the place of the plan in the Prepare room: keys, OBS, the host's screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.part import Part


class PreparePage(Part):
    """`done`: back to the plan."""

    done = Signal()


class PreparePages(QStackedWidget):
    """The plan, and the pages that were offered, each made when it is first opened. `made(PreparePage)`:
    the room takes it among its parts."""

    made = Signal(object)

    def __init__(self, bridge: Bridge, plan: QWidget) -> None:
        super().__init__()
        self._bridge = bridge
        self._makers: dict[str, Callable[[], PreparePage]] = {}
        self._pages: dict[str, PreparePage] = {}
        self._keys: KeyTable | None = None
        self.addWidget(plan)

    def offer(self, name: str, make: Callable[[], PreparePage]) -> None:
        """`name` is what the list of first steps calls it: "obs", "host", "keys"."""
        self._makers[name] = make

    def has(self, name: str) -> bool:
        return name in self._makers

    def open(self, name: str) -> bool:
        """Whether there is such a page; it stands in front then."""
        if name not in self._makers:
            return False
        if name not in self._pages:
            page = self._pages[name] = self._makers[name]()
            page.done.connect(self.back)
            self.addWidget(page)
            self.made.emit(page)
        self.setCurrentWidget(self._pages[name])
        return True

    def back(self) -> None:
        self.setCurrentIndex(0)

    def tick(self, state: State, now_ms: int) -> None:
        """Only the page in front moves."""
        page = self.currentWidget()
        if isinstance(page, PreparePage):
            page.tick(state, now_ms)
