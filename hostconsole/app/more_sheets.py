"""What comes into a console that is open: another sheet, a pasted table, a dropped file."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hostconsole.app.opening import Opener
from hostconsole.app.wanted import Wanted
from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import Found
from hostconsole.settings import Settings
from hostconsole.show.errors import Refused
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow

if TYPE_CHECKING:  # loaded when there is something to take in
    from hostconsole.app.compared import Compared
    from hostconsole.app.pasting import Pasting


class MoreSheets:
    """`base()` is what the open show was opened with; `opened` hears what is open now."""

    def __init__(
        self,
        console: ConsoleWindow,
        *,
        bridge: Bridge,
        desk: Desk,
        opener: Opener,
        settings: Callable[[], Settings],
        base: Callable[[], Wanted],
        opened: Callable[[Wanted, Found], None],
    ) -> None:
        self._console, self._bridge, self._desk, self._opener = console, bridge, desk, opener
        self._settings, self._base, self._opened = settings, base, opened
        self._pasting: Pasting | None = None
        self._compared: Compared | None = None

    def open(self, path: Path) -> None:
        """Opens the sheet at `path` on the same desk, or says why not."""
        self._desk.later(self._open(path))

    def take_in(self, what: Mapping[str, str]) -> None:
        """A pasted table or a dropped file, in the Prepare room."""
        self._desk.later(self._take_in(what))

    def compare(self) -> None:
        """Reads the show's own sheet again and shows what differs, in the Prepare room."""
        self._desk.later(self._compare())

    async def _compare(self) -> None:
        compared = await asyncio.to_thread(importlib.import_module, "hostconsole.app.compared")
        if self._compared is None:
            self._compared = compared.Compared(self._console, bridge=self._bridge, desk=self._desk)
        await self._compared.show()

    async def _take_in(self, what: Mapping[str, str]) -> None:
        # In a thread: what reads tables takes its time to load.
        pasting = await asyncio.to_thread(importlib.import_module, "hostconsole.app.pasting")
        if self._console.prepare is None:
            return
        view = self._console.prepare.paste_view()
        if self._pasting is None:
            self._pasting = pasting.Pasting(
                view, directory=self._desk.directory, settings=self._settings(), later=self._desk.later,
                open_show=self._open_pasted, show=self._desk.show,
            )  # fmt: skip
        await self._pasting.take_in(what)

    def _open_pasted(self, path: Path) -> None:
        if self._console.prepare is not None:
            self._console.prepare.pages.back()
        self.open(path)

    async def _open(self, path: Path) -> None:
        from hostconsole.app.another import open_another

        try:
            wanted, found = await open_another(
                path, desk=self._desk, opener=self._opener, settings=self._settings(), base=self._base()
            )
        except Refused as refused:
            self._bridge.refused.emit("desk.open_sheet", refused)
            return
        self._opened(wanted, found)
        self._console.show_room("prepare")
