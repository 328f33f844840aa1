"""What a person sets on the OBS page, carried out: another OBS, its password, how the picture leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from hostconsole.app.opening import Opener
from hostconsole.app.stills import Stills
from hostconsole.desk.desk import Desk
from hostconsole.desk.obs_preflight import ObsPreflight
from hostconsole.obs.own_files import own_obs
from hostconsole.obs.way import is_this_pc, way_to
from hostconsole.settings import Settings
from hostconsole.show.errors import Refused
from hostconsole.show.obs_state import Output
from hostconsole.show.rules import Rules
from hostconsole.ui.language import translate
from hostconsole.ui.obs_page import ObsPage
from hostconsole.ui.obs_words import ObsPlace
from hostconsole.ui.texts import refusal_text

LOOK_EVERY_S = 1.0
"""How often OBS's own settings are looked at while somebody looks at the page."""


class ObsSetup:
    """`settings` reads and `save` keeps them; `obey` makes new rules the show's."""

    def __init__(
        self,
        page: ObsPage,
        *,
        desk: Desk,
        opener: Opener,
        preflight: ObsPreflight,
        stills: Stills,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        obey: Callable[[Rules], None],
    ) -> None:
        self._page = page
        self._desk = desk
        self._opener = opener
        self._settings = settings
        self._save = save
        self._obey = obey
        self._stills = stills
        self._looking = False
        page.address_chosen.connect(self._choose)
        page.output_chosen.connect(self._set_output)
        page.safe_chosen.connect(self._set_safe)
        page.stills_wanted.connect(self._set_stills)
        page.stills.setChecked(settings().obs.stills)
        page.again_asked.connect(desk.look_for_obs)
        page.checks.asked.connect(preflight.check)
        preflight.busy = page.checks.show_busy
        page.checks.show_busy(preflight.looking)

    def look(self) -> None:
        """The page is opened."""
        self._page.show_address(self._opener.address)
        if not self._looking:
            self._looking = True
            self._desk.later(self._watch())

    async def _watch(self) -> None:
        """Reads OBS's own settings, away from the main thread, while the page is in sight."""
        try:
            while self._page.isVisible():
                own = await asyncio.to_thread(own_obs)
                place = ObsPlace() if own is None else ObsPlace(
                    found=True, server_on=own.server_on, port=own.port
                )  # fmt: skip
                if place != self._page.where.place:
                    self._page.show_place(place)
                    self._follow(place)
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            self._looking = False

    def _follow(self, place: ObsPlace) -> None:
        """What was refused may be welcome now that OBS's settings are others."""
        if place.server_on and is_this_pc(self._opener.address):
            self._desk.look_for_obs()

    def _choose(self, address: str, password: str) -> None:
        self._desk.later(self._go_to(address, password))

    async def _go_to(self, address: str, password: str) -> None:
        try:
            if address != "off":
                way_to(address, password=lambda: None)
        except Refused as refused:
            self._page.say(refusal_text(refused, self._desk.show.state))
            return
        if password and not await asyncio.to_thread(self._opener.passwords.keep, password):
            words = translate("Obs", "This PC has no keyring: the password is known until the program ends.")
            self._page.say(words)
        self._opener.connect_to(address)
        self._page.show_address(address)
        self._save(replace(self._settings(), obs=replace(self._settings().obs, address=address)))

    def _set_output(self, name: Output) -> None:
        self._change(replace(self._settings().rules, output=name))

    def _set_safe(self, scene: str) -> None:
        self._change(replace(self._settings().rules, safe_scene=scene))

    def _set_stills(self, on: bool) -> None:
        self._save(replace(self._settings(), obs=replace(self._settings().obs, stills=on)))
        self._stills.turn(on)

    def _change(self, rules: Rules) -> None:
        self._save(replace(self._settings(), rules=rules))
        self._obey(rules)
        self._page.show_state(self._desk.show.state, self._desk.show.now_ms())
