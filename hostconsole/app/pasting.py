"""A pasted or dropped table on its way to a show: read in a thread, shown, asked about, remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from hostconsole.desk.sheet_merge import apply_merge, merge_of
from hostconsole.settings import Settings
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.sheets.headers import normal
from hostconsole.sheets.pasting import Pasted, clipboard_table, file_table, looked_at
from hostconsole.sheets.writing import write_show
from hostconsole.show.errors import Trouble
from hostconsole.show.show import Show
from hostconsole.tables import Table, Unreadable
from hostconsole.ui.paste_model import Asked, Marked, PastedSheet
from hostconsole.ui.paste_texts import nothing_changes, pasted_name
from hostconsole.ui.paste_view import PasteView

FOLDER = "sheets"
"""Where pasted shows are kept, in the data directory."""

MOST_ROWS_SHOWN = 2_000
MOST_COLUMNS_SHOWN = 120
"""A shop's export has some sixty columns; each shown one has a chooser of its own."""


class Pasting:
    """Serves one view. `open_show(path)` opens what was made of it; `later` runs a coroutine as a kept task;
    `show` is the one that is open and that a table may go into, None on the start page."""

    def __init__(
        self,
        view: PasteView,
        *,
        directory: Path,
        settings: Settings,
        open_show: Callable[[Path], None],
        later: Callable[[Any], None],
        show: Show | None = None,
    ) -> None:
        self.view = view
        self._directory = directory
        self._settings = settings
        self._open_show = open_show
        self._later = later
        self._show = show
        self._remembered = RememberedColumns(directory)
        self._table: Table | None = None
        self._path = Path()
        self._said: dict[str, str] = {}
        self._pasted: Pasted | None = None
        view.meant.connect(self._mean)
        view.taken.connect(lambda: later(self.take()))
        view.merged.connect(self._merged)

    async def take_in(self, what: Mapping[str, str]) -> bool:
        """What was pasted ("text", "html") or dropped ("path"): whether it is a table."""
        if "path" in what:
            return await self.drop(Path(what["path"]))
        return await self.paste(what.get("text", ""), what.get("html", ""))

    async def paste(self, text: str, html: str) -> bool:
        """Whether there was a table on the clipboard; why not is said in the view."""
        name = pasted_name(datetime.now().astimezone().strftime("%Y-%m-%d %H.%M"))
        return await self._begin(
            lambda: clipboard_table(text, html), self._directory / FOLDER / f"{name}.xlsx"
        )

    async def drop(self, path: Path) -> bool:
        """Whether the file can be read as a table; why not is said in the view."""
        return await self._begin(lambda: file_table(path), path)

    async def _begin(self, read: Callable[[], Table], path: Path) -> bool:
        try:
            self._table = await asyncio.to_thread(read)
        except Unreadable as why:
            self._table = None
            self.view.say(why.reason)
            return False
        self._path, self._said = path, {}
        await self._look()
        return True

    async def _look(self) -> None:
        table, said = self._table, dict(self._said)
        if table is None:
            return
        self._pasted = await asyncio.to_thread(
            lambda: looked_at(
                table, self._path, currency=self._settings.currency, columns=self._remembered, said=said
            )
        )
        self.view.say("")
        self.view.show_sheet(shown(self._pasted, self._path.stem), can_merge=self._can_merge())

    def _mean(self, place: int, column: str) -> None:
        """A person has said what a column is; another one that was read as it is free again."""
        if self._pasted is None:
            return
        headers = self._pasted.headers
        for other, meant in enumerate(self._pasted.meant):
            if column and meant == column and other != place:
                self._said[normal(headers[other])] = ""
        self._said[normal(headers[place])] = column
        self._later(self._look())

    async def take(self) -> None:
        """Remembers what the columns mean and opens the show: a run-sheet's own file, else a new workbook."""
        pasted = self._pasted
        if pasted is None or not pasted.reading.plan.items:
            return
        try:
            path = await asyncio.to_thread(self._kept, pasted)
        except Trouble as trouble:
            self.view.say(trouble.reason)
            return
        self._open_show(path)

    def _kept(self, pasted: Pasted) -> Path:
        """Raises Trouble."""
        if pasted.reading.format == "run-sheet" and not pasted.lettered:
            meant = zip(pasted.headers, pasted.meant, strict=True)
            said = {normal(header): column for header, column in meant if header}
            if self._said:
                self._remembered.remember(pasted.table.rows[pasted.top], said)
            if self._path.exists():
                return self._path
        folder = self._path.parent
        folder.mkdir(parents=True, exist_ok=True)
        target = _free(folder / f"{self._path.stem}.xlsx")
        write_show(replace(pasted.reading.plan, name=target.stem), target)
        return target

    def _can_merge(self) -> bool:
        return self._show is not None and bool(self._show.state.order) and self._show.state.mode != "ended"

    def _merged(self) -> None:
        """First what would change, then, pressed again, the change."""
        if self._pasted is None or self._show is None:
            return
        merge = merge_of(self._show.state, self._pasted.reading)
        if not merge.lines:
            self.view.say(nothing_changes())
        elif self.view.changes.isVisible():
            apply_merge(self._show, merge)
            self.view.left.emit()
        else:
            self.view.show_changes(merge.lines)


def shown(pasted: Pasted, name: str) -> PastedSheet:
    """The table in the window's own terms; of a very long one its beginning."""
    rows = list(zip(pasted.numbers, pasted.rows, strict=True))
    taken = pasted.taken
    shop = pasted.reading.format != "run-sheet"
    return PastedSheet(
        name=name,
        kind=pasted.reading.format,
        headers=pasted.headers[:MOST_COLUMNS_SHOWN],
        meant=pasted.meant[:MOST_COLUMNS_SHOWN],
        rows=tuple((number, shop or number in taken, row) for number, row in rows[:MOST_ROWS_SHOWN]),
        items=len(pasted.reading.plan.items),
        left_out=0 if shop else len(rows) - len(taken),
        marks={
            place: Marked(mark.guess, mark.bad, mark.why)
            for place, mark in pasted.marks.items()
            if place[1] < MOST_COLUMNS_SHOWN
        },
        questions=tuple(
            Asked(one.ask, one.column, tuple(at for at in one.places if at < MOST_COLUMNS_SHOWN))
            for one in pasted.questions
        ),
        fixed=shop,
    )


def _free(path: Path) -> Path:
    """The path, or with the first number behind it that no file has."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found
