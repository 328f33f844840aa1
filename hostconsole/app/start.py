"""The start page and what its three tiles do: try it, my sheet, continue."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hostconsole.app.opening import Opener
from hostconsole.app.sample_show import read_sample
from hostconsole.app.wanted import Wanted
from hostconsole.settings import Settings
from hostconsole.sheets import Reading, read_show
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.show.errors import Trouble
from hostconsole.ui.language import Language
from hostconsole.ui.start_page import StartPage

if TYPE_CHECKING:  # loaded when a table is pasted
    from hostconsole.app.pasting import Pasting


class Start:
    """Shows the page until a show is chosen; what cannot be opened is said in place."""

    def __init__(
        self,
        *,
        opener: Opener,
        settings: Settings,
        wanted: Wanted,
        chosen: Callable[[Wanted], None],
        directory: Path,
        last_sheet: str,
        language: Callable[[], Language],
    ) -> None:
        self._directory = directory
        self._language = language
        self._opener = opener
        self._settings = settings
        self._wanted = wanted
        self._chosen = chosen
        self.page = StartPage(last_sheet=last_sheet)
        self._last = opener.newest()
        self.page.show_last(self._last.plan.name if self._last else "", on_air=self._is_on_air())
        self.page.demo_asked.connect(self._demo)
        self.page.sheet_asked.connect(self._sheet)
        self.page.continue_asked.connect(self._continue)
        self.page.table_pasted.connect(lambda text, html: self._take_in({"text": text, "html": html}))
        self.page.file_dropped.connect(lambda path: self._take_in({"path": path}))
        self._pasting: Pasting | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.page.show()

    def _take_in(self, what: Mapping[str, str]) -> None:
        """A pasted table or a dropped file is looked at before it is opened."""
        self._later(self._shown(what))

    async def _shown(self, what: Mapping[str, str]) -> None:
        # Imported in a thread: the main thread waits for no disk.
        pasting = await asyncio.to_thread(importlib.import_module, "hostconsole.app.pasting")
        if self._pasting is None:
            self._pasting = pasting.Pasting(
                pasting.PasteView(), directory=self._directory, settings=self._settings,
                open_show=self._open_file, later=self._later,
            )  # fmt: skip
        if await self._pasting.take_in(what):
            self.page.say("")
            self.page.cover(self._pasting.view)
        else:
            self.page.say(self._pasting.view.answer.text())

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _demo(self) -> None:
        how = {"kind": "rehearsal", "new": True, "address": "simulated"}
        self._open(lambda: read_sample(self._language()), **how)

    def _sheet(self, path: str) -> None:
        self._open_file(Path(path))

    def _continue(self) -> None:
        if self._last is not None:
            # A session on a simulated OBS must not wake up on a real one.
            address = "simulated" if self._last.simulated else self._wanted.address
            self._leave(replace(self._wanted, plan=self._last.plan, go_on=True, address=address))

    def _is_on_air(self) -> bool:
        return self._last is not None and self._last.running

    def _open_file(self, path: Path) -> None:
        self._open(
            lambda: read_show(
                path.absolute(),
                default_currency=self._settings.currency,
                columns=RememberedColumns(self._directory),
            )
        )

    def _open(self, read: Callable[[], Reading], **how: object) -> None:
        try:
            reading = read()
        except Trouble as trouble:
            self.page.say(trouble.reason)
            return
        self._leave(
            replace(
                self._wanted,
                plan=reading.plan,
                findings=reading.findings,
                columns=reading.columns,
                **how,  # type: ignore[arg-type]
            )
        )

    def _leave(self, wanted: Wanted) -> None:
        self._chosen(wanted)
        self.page.hide()
