"""What belongs to OBS beside the link: the pre-flight, the OBS page, the stills of the Live room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hostconsole.app.opening import Opener
from hostconsole.app.stills import Stills
from hostconsole.desk.desk import Desk
from hostconsole.desk.obs_preflight import ObsPreflight
from hostconsole.settings import Settings
from hostconsole.show.rules import Rules
from hostconsole.ui.console_window import ConsoleWindow

if TYPE_CHECKING:  # made with the page
    from hostconsole.app.obs_setup import ObsSetup
    from hostconsole.ui.obs_page import ObsPage


class ObsSide:
    """Made before the first connect. `settings` are those of now, `save` keeps others, `obey` makes new rules
    the show's."""

    def __init__(
        self,
        console: ConsoleWindow,
        *,
        desk: Desk,
        opener: Opener,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        obey: Callable[[Rules], None],
    ) -> None:
        self._desk, self._opener = desk, opener
        self._settings, self._save, self._obey = settings, save, obey
        self._preflight = ObsPreflight(
            desk=desk, settings=settings, address=lambda: opener.address, password=opener.passwords.known
        )
        self._stills = Stills(console.live.stills, desk=desk, opener=opener)
        self._setup: ObsSetup | None = None
        console.obs_opened.connect(self._open_page)
        if settings().obs.stills:
            self._stills.turn(True)

    def stop(self) -> None:
        """Nothing is asked of OBS any more."""
        self._preflight.stop()
        self._stills.turn(False)

    def _open_page(self, page: ObsPage) -> None:
        if self._setup is None:
            from hostconsole.app.obs_setup import ObsSetup

            self._setup = ObsSetup(
                page,
                desk=self._desk,
                opener=self._opener,
                preflight=self._preflight,
                stills=self._stills,
                settings=self._settings,
                save=self._save,
                obey=self._obey,
            )
        self._setup.look()
