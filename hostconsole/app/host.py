"""The host's window in the program: opened, set up from the console's page, and kept in the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hostconsole.app.remembered import Remembered
from hostconsole.keys.table import KeyTable
from hostconsole.settings import HostSettings, Settings
from hostconsole.show.rules import Rules
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_look import HostLook, HostWishes
from hostconsole.ui.host_page import HostPage
from hostconsole.ui.host_sizes import dots_per_mm_of
from hostconsole.ui.host_window import HostWindow


class HostScreen:
    """`settings` are those of now, `save` keeps others; `obey` makes new rules the show's; `tell(shown,
    why)` hears whether the host can see the screen."""

    def __init__(
        self,
        *,
        bridge: Bridge,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        obey: Callable[[Rules], None],
        remembered: Remembered,
        tell: Callable[[bool, str], None],
        keys: KeyTable,
    ) -> None:
        self._bridge, self._settings, self._save, self._obey = bridge, settings, save, obey
        self.window = HostWindow(
            bridge,
            rules=settings().rules,
            remember=remembered.remember_text,
            recall=remembered.recall_text,
            tell=tell,
            look=_wishes(settings()).look,
            bindings=keys.bindings,
        )
        self.window.open()

    def serve(self, page: HostPage) -> None:
        """Puts the settings page to work."""
        window = self.window
        page.changed.connect(self._apply)
        page.screen_chosen.connect(window.screens.choose)
        page.shown.connect(lambda on: window.screens.open() if on else window.screens.close())
        page.tested.connect(window.show_test)
        window.screens.changed.connect(lambda: self._show_screens(page))
        page.show_wishes(_wishes(self._settings()))
        self._show_screens(page)

    def _show_screens(self, page: HostPage) -> None:
        screens, screen = self.window.screens, self.window.screen()
        page.show_screens(screens.choices(), stands=screens.stands, lost=screens.lost)
        page.preview.show_screen(self.window.size(), dots_per_mm=dots_per_mm_of(screen))

    def _apply(self, wishes: object) -> None:
        if not isinstance(wishes, HostWishes):
            return
        settings, look = self._settings(), wishes.look
        rules = replace(
            settings.rules,
            host_language=wishes.language,
            auto_cues=wishes.auto_cues,
            pace=wishes.pace,
        )
        if wishes.pace != settings.rules.pace and self._bridge.state.order:
            self._bridge.run("prompter.pace", at=str(wishes.pace))
        host = HostSettings(
            distance_m=look.distance_m,
            mirror_horizontally=look.mirror_horizontally,
            mirror_vertically=look.mirror_vertically,
            font_scale=look.font_scale,
            margin_percent=look.margin_percent,
            colours=look.colours,
            font=look.font,
            clock=look.clock,
        )
        self._obey(rules)
        self.window.set_look(look)
        self.window.set_rules(rules)
        self._save(replace(settings, host=host, rules=rules))


def _wishes(settings: Settings) -> HostWishes:
    host = settings.host
    look = HostLook(
        distance_m=host.distance_m,
        mirror_horizontally=host.mirror_horizontally,
        mirror_vertically=host.mirror_vertically,
        font_scale=host.font_scale,
        margin_percent=host.margin_percent,
        colours=host.colours,
        font=host.font,
        clock=host.clock,
    )
    rules = settings.rules
    return HostWishes(look=look, language=rules.host_language, auto_cues=rules.auto_cues, pace=rules.pace)
