"""The show's sheet read again, compared with the show, and the answer: keep, or apply."""

from __future__ import annotations

import asyncio

from hostconsole.desk.desk import Desk
from hostconsole.desk.sheet_file import sheet_now
from hostconsole.desk.sheet_news import news_of
from hostconsole.show.errors import Refused
from hostconsole.show.plan import Plan
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow
from hostconsole.ui.sheet_page import SheetPage


class Compared:
    """Serves the Prepare room's page of differences."""

    def __init__(self, console: ConsoleWindow, *, bridge: Bridge, desk: Desk) -> None:
        self._console, self._bridge, self._desk = console, bridge, desk
        self._sheet: Plan | None = None
        self._page: SheetPage | None = None

    async def show(self) -> None:
        """Nothing is changed by that; a sheet that cannot be read is refused in the window."""
        try:
            sheet = await sheet_now(self._desk.show, self._desk.directory)
        except Refused as refused:
            self._bridge.refused.emit("sheet.reload", refused)
            return
        news = await asyncio.to_thread(news_of, self._desk.show.state, sheet)
        self._console.show_room("prepare")
        if self._console.prepare is None:
            return
        page, self._sheet = self._console.prepare.sheet_page(), sheet
        if self._page is None:
            self._page = page
            page.applied.connect(self._apply)
            page.kept.connect(self._keep)
        page.show_changes(news.changes, rows=news.rows, stays=news.stays)

    def _apply(self) -> None:
        """What was shown, and not what the file has become since."""
        if self._sheet is None or self._page is None:
            return
        try:
            self._desk.follow_sheet(self._sheet)
        except Refused as refused:
            self._bridge.refused.emit("sheet.reload", refused)
            return
        self._page.done.emit()

    def _keep(self) -> None:
        self._desk.mended("sheet_changed")
        if self._page is not None:
            self._page.done.emit()
