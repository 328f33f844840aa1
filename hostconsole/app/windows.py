"""The desk with windows in front of it: from the first window to the last."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hostconsole.app.after_commit import AfterCommit
from hostconsole.app.kept_settings import KeptSettings
from hostconsole.app.opening import Opener
from hostconsole.app.painted import FirstPaint
from hostconsole.app.remembered import Remembered
from hostconsole.app.wanted import Wanted
from hostconsole.awake import Awake
from hostconsole.desk.desk import SLOW, Desk
from hostconsole.desk.keyboard import key_table
from hostconsole.desk.opening import Found, new_session_id
from hostconsole.keys.clicker import ACTS
from hostconsole.keys.table import Args, KeyTable
from hostconsole.log.clock import SystemClock
from hostconsole.settings import Settings
from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry, HostScreenChanged
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow, Keeping
from hostconsole.ui.file_boxes import LAST_SHEET, is_own
from hostconsole.ui.language import Speech, chosen
from hostconsole.ui.theme import dress
from hostconsole.ui.ticker import Ticker

if TYPE_CHECKING:  # loaded when first needed: nobody waits for them with an empty screen
    from hostconsole.app.ahead import Ahead
    from hostconsole.app.aside import Aside
    from hostconsole.app.host import HostScreen
    from hostconsole.app.keyboard import Keyboard
    from hostconsole.app.more_sheets import MoreSheets
    from hostconsole.app.obs_side import ObsSide
    from hostconsole.app.review import Review
    from hostconsole.app.start import Start
    from hostconsole.ui.host_page import HostPage


class Windows:
    """Builds the desk and its windows, and ends them in the right order."""

    def __init__(self, *, app: QApplication, directory: Path, settings: Settings) -> None:
        self._app = app
        self._directory = directory
        self._table = key_table(settings)
        self._loop = asyncio.get_running_loop()
        self._closed = self._loop.create_future()
        self._remembered = Remembered(directory)
        self._awake = Awake()
        self._speech = Speech(app, chosen(settings.language))
        self._ticker = Ticker()
        self._after_commit = AfterCommit(self._loop)
        self._desk = Desk(
            directory=directory,
            rules=settings.rules,
            clock=SystemClock(),
            new_session=new_session_id,
            loop=self._loop,
            front=self._to_the_front,
            unsaved=self._unsaved_told,
            on_its_way=self._after_commit.now,
            held=True,
        )
        self._settings = KeptSettings(settings, desk=self._desk, directory=directory)
        self._opener = Opener(desk=self._desk, settings=settings)
        self._console: ConsoleWindow | None = None
        self._host: HostScreen | None = None
        self._keyboard: Keyboard | None = None
        self._ahead: Ahead | None = None
        self._aside: Aside | None = None
        self._start: Start | None = None
        self._more: MoreSheets | None = None
        self._review: Review | None = None
        self._obs_side: ObsSide | None = None
        dress(app)

    def hide(self, text: str) -> str:
        """`text` without any secret that the desk has used."""
        return self._desk.feeds.hide(text)

    # -- from start to end ----------------------------------------------------------------------------

    async def open(self, wanted: Wanted) -> None:
        """The start page, or the show that is wanted; the door is open afterwards."""
        if wanted.plan is None:
            self._show_start_page(wanted)
        else:
            self._open_show(wanted)
        await self._desk.open()

    async def closed(self) -> None:
        """Waits for the window to be closed, then ends everything."""
        await self._closed
        if self._keyboard is not None:
            self._keyboard.stop()
        if self._aside is not None:
            self._aside.close()
        if self._ahead is not None:
            self._ahead.stop()
        self._awake.let_go()
        for window in (self._host.window if self._host is not None else None, self._console):
            if window is not None:
                window.hide()
        if self._obs_side is not None:
            self._obs_side.stop()
        await self._settings.written()
        if self._review is not None:
            self._review.close()
        await self._desk.close()

    def close(self) -> None:
        if not self._closed.done():
            self._closed.set_result(None)

    # -- windows --------------------------------------------------------------------------------------

    def _show_start_page(self, wanted: Wanted) -> None:
        from hostconsole.app.start import Start

        self._start = Start(
            opener=self._opener, settings=self._settings.now(), wanted=wanted, chosen=self._open_show,
            directory=self._directory, last_sheet=self._remembered.recall_text(LAST_SHEET) or "",
            language=lambda: self._speech.language,
        )  # fmt: skip
        self._start.page.closed.connect(self.close)
        self._start.page.language_chosen.connect(self._speak)

    def _open_show(self, wanted: Wanted) -> None:
        found = self._opener.open(wanted)
        bridge = Bridge(
            show=self._desk.show, rules=self._settings.now().rules, run=self._run, later=self._after_commit
        )
        self._bridge = bridge
        keeping = Keeping(
            remember=self._remembered.remember,
            recall=self._remembered.recall,
            save_keys=self._save_keys,
            save_language=self._settings.keep_language,
        )
        table = self._table
        console = ConsoleWindow(
            bridge=bridge, ticker=self._ticker, keys=table, speech=self._speech, keeping=keeping
        )
        self._console = console
        console.closed.connect(self.close)
        console.asked.connect(self._window_act)
        console.listening.connect(self._listen)
        console.review_opened.connect(lambda room: self._review.serve(room) if self._review else None)
        console.host_page_opened.connect(self._serve_host_page)
        bridge.feeds = self._desk.feeds.views
        bridge.feeds_path = str(wanted.feeds or self._opener.feeds_path)
        console.try_feeds.connect(self._desk.feeds.try_now)
        console.offer.accepted.connect(lambda: self._opener.go_on_with(self._found.offer, self._wanted))
        self._tell_opened(wanted, found)
        console.show()
        self._ticker.start()
        FirstPaint(console, lambda: self._after_first_paint(wanted, table, console))

    def _tell_opened(self, wanted: Wanted, found: Found) -> None:
        """What the reading of the sheet found, and which session could go on."""
        self._wanted, self._found = wanted, found
        if wanted.plan is not None and is_own(wanted.plan.sheet):
            self._remembered.remember_text(LAST_SHEET, wanted.plan.sheet)
        if self._console is not None:
            self._console.rooms.show_findings(wanted.findings, wanted.columns)
            self._console.offer.offer(found.offer.last_at if found.offer is not None else "")
            if found.resume is not None and self._desk.show.state.running:
                self._console.live.done.say_resumed(found.resume.last_at)

    def _look_back(self) -> None:
        from hostconsole.app.looking_back import look_back

        if self._console is not None:
            self._desk.later(look_back(self._desk, self._console))

    def _opened_another(self, wanted: Wanted, found: Found) -> None:
        self._tell_opened(wanted, found)
        self._look_back()
        self._show_what_differs()
        if self._aside is not None:
            self._aside.learn()

    def _after_first_paint(self, wanted: Wanted, table: KeyTable, console: ConsoleWindow) -> None:
        from hostconsole.app.ahead import Ahead
        from hostconsole.app.aside import Aside
        from hostconsole.app.hinting import hint
        from hostconsole.app.keyboard import Keyboard
        from hostconsole.app.more_sheets import MoreSheets
        from hostconsole.app.obs_side import ObsSide
        from hostconsole.app.review import Review

        if self._closed.done():
            return
        self._desk.journal.let_go()
        host = self._open_host(table, console)
        console.raise_()  # on a single screen the host's window would cover what is pressed next
        self._obs_side = ObsSide(
            console, desk=self._desk, opener=self._opener,
            settings=self._settings.now, save=self._settings.keep, obey=self._obey,
        )  # fmt: skip
        self._opener.connect(wanted)
        self._opener.feed(wanted)
        self._keyboard = Keyboard(
            desk=self._desk,
            bridge=self._bridge,
            table=table,
            act=self._pressed,
            change=console.change_keys,
            rehearsing=console.rehearse,
            remember=self._remembered.remember_text,
        )
        self._aside = Aside(
            bridge=self._bridge,
            ticker=self._ticker,
            table=lambda: self._table,
            remembered=self._remembered,
            host=host.window,
        )
        self._more = MoreSheets(
            console, bridge=self._bridge, desk=self._desk, opener=self._opener,
            settings=self._settings.now, base=lambda: self._wanted, opened=self._opened_another,
        )  # fmt: skip
        hint(console, self._bridge, self._remembered)
        self._desk.show.subscribe(self._followed)
        self._followed(self._desk.show.state, ())
        self._review = Review(
            desk=self._desk, opener=self._opener, console=console, language=lambda: self._speech.language
        )
        # Building the windows is no stall of the show: the figure counts from when they stand.
        self._ahead = Ahead(self._loop, console, stands=self._desk.watchdog.longest_ms)
        self._look_back()
        self._show_what_differs()

    def _show_what_differs(self) -> None:
        """A sheet that changed while the show was left is compared at once; on air the alert waits."""
        state = self._desk.show.state
        if self._more is not None and not state.running and "sheet_changed" in dict(state.troubles):
            self._more.compare()

    def _open_host(self, table: KeyTable, console: ConsoleWindow) -> HostScreen:
        from hostconsole.app.host import HostScreen

        host = self._host = HostScreen(
            bridge=self._bridge,
            settings=self._settings.now,
            save=self._settings.keep,
            obey=self._obey,
            remembered=self._remembered,
            tell=self._host_told,
            keys=table,
        )
        console.live.host.miniature.show_source(host.window.picture)
        return host

    def _serve_host_page(self, page: HostPage) -> None:
        if self._host is not None:
            self._host.serve(page)

    def _obey(self, rules: Rules) -> None:
        self._bridge.rules = rules
        self._desk.set_rules(rules)

    def _to_the_front(self) -> None:
        window = self._console or (self._start.page if self._start is not None else None)
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    # -- what happens ---------------------------------------------------------------------------------

    def _run(self, command: str, given: Mapping[str, str]) -> None:
        if command in SLOW:
            self._desk.later(self._run_slowly(command))
        else:
            self._desk.run(command, given)

    async def _run_slowly(self, command: str) -> None:
        try:
            await self._desk.run_slowly(command)
        except Refused as refused:
            self._bridge.refused.emit(command, refused)

    def _pressed(self, command: str, args: Args) -> None:
        if command in ACTS and self._host is not None:
            # A clicker's button that works anywhere does what it does in the host's window.
            self._host.window.do(command)
        elif command in COMMANDS:
            self._bridge.run(command, **dict(args))
        else:
            self._window_act(command, dict(args))

    def _listen(self, waiting: bool) -> None:
        if self._keyboard is not None:
            self._keyboard.listen(waiting)

    def _window_act(self, command: str, args: object) -> None:
        if command == "desk.quick_bar" and self._aside is not None:
            self._aside.open_bar()
        elif command in ("desk.paste", "desk.drop") and self._more is not None and isinstance(args, dict):
            self._more.take_in(args)
        elif command == "desk.open_sheet" and self._more is not None and isinstance(args, dict):
            self._more.open(Path(args["path"]))
        elif command == "desk.sheet" and self._more is not None:
            self._more.compare()
        elif command == "desk.rehearse_keys" and self._keyboard is not None:
            self._keyboard.rehearse()
        elif self._console is not None:
            self._console.act(command, dict(args) if isinstance(args, dict) else {})

    def _unsaved_told(self, count: int, why: str) -> None:
        if self._console is not None:
            self._bridge.unsaved.emit(count, why)

    def _host_told(self, shown: bool, why: str) -> None:
        state = self._desk.show.state
        if state.session and (state.host_shown, state.host_why) != (shown, why):
            self._desk.show.record((HostScreenChanged(shown=shown, why=why),), actor="console")

    def _followed(self, state: State, entries: tuple[Entry, ...]) -> None:
        if state.running:
            self._awake.hold()
        else:
            self._awake.let_go()
        kinds = {entry.event.kind for entry in entries}
        if "session.ended" in kinds:
            self._look_back()
        if kinds & {"session.started", "session.resumed"} and self._host is not None:
            # Not while the show still tells its followers about the session.
            self._loop.call_soon(self._host.window.screens.tell_again)

    # -- the settings ---------------------------------------------------------------------------------

    def _save_keys(self, table: KeyTable) -> None:
        self._table = table
        self._settings.keep_keys(table)
        if self._keyboard is not None:
            self._keyboard.bind(table)
        if self._host is not None:
            self._host.window.set_keys(table.bindings)

    def _speak(self, language: str) -> None:
        """Before a show is open a host who was spoken to in the windows' language goes with them."""
        if self._settings.now().rules.host_language == self._speech.language:
            self._settings.speak_to_host(chosen(language))
        self._speech.speak(chosen(language))
        self._settings.keep_language(chosen(language))
