"""The start page and what its three tiles do: try it, my sheet, continue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hostconsole.app.opening import Opener
from hostconsole.app.wanted import Wanted
from hostconsole.bundled import bundled
from hostconsole.settings import Settings
from hostconsole.sheets import read_show
from hostconsole.show.errors import Trouble
from hostconsole.ui.start_page import StartPage


class Start:
    """Shows the page until a show is chosen; what cannot be opened is said in place."""

    def __init__(
        self,
        *,
        opener: Opener,
        settings: Settings,
        wanted: Wanted,
        chosen: Callable[[Wanted], None],
    ) -> None:
        self._opener = opener
        self._settings = settings
        self._wanted = wanted
        self._chosen = chosen
        self.page = StartPage()
        self._last = opener.newest()
        self.page.show_last(self._last.name if self._last else "")
        self.page.demo_asked.connect(self._demo)
        self.page.sheet_asked.connect(self._sheet)
        self.page.continue_asked.connect(self._continue)
        self.page.show()

    def _demo(self) -> None:
        self._open(bundled("sample_show.csv"), kind="rehearsal", new=True, address="simulated")

    def _sheet(self, path: str) -> None:
        self._open(Path(path))

    def _continue(self) -> None:
        if self._last is not None:
            self._leave(replace(self._wanted, plan=self._last, go_on=True))

    def _open(self, path: Path, **how: object) -> None:
        try:
            reading = read_show(path.absolute(), default_currency=self._settings.currency)
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
