"""Which session a show is opened with, and OBS's link after it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hostconsole.app.wanted import Wanted
from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import Found, state_of, unfinished
from hostconsole.desk.saving import LOG_NAME
from hostconsole.log.clock import SystemClock
from hostconsole.log.reader import LogReader
from hostconsole.log.reader import SessionRow as LoggedSession
from hostconsole.obs.password import Passwords
from hostconsole.settings import Settings
from hostconsole.show.errors import Trouble
from hostconsole.show.events import SessionEnded
from hostconsole.show.plan import Plan
from hostconsole.show.state import State

if TYPE_CHECKING:
    from hostconsole.ui.review_room import SessionRow

FEEDS_NAME = "feeds.toml"

_READ_BACK_S = 1.0


class Opener:
    """Opens shows on one desk. `address` is the OBS that is connected to, "" before that."""

    def __init__(self, *, desk: Desk, settings: Settings) -> None:
        self.address = ""
        self.passwords = Passwords()
        self._desk = desk
        self._settings = settings
        self._path = desk.directory / LOG_NAME

    def open(self, wanted: Wanted) -> Found:
        """Goes on with the session rule 11 names, or begins a new one; says what else could go on."""
        assert wanted.plan is not None
        # Acts that an earlier run kept beside the log belong to the session that may go on now.
        self._desk.journal.wait_saved(_READ_BACK_S)
        found, state, trouble = self._left(wanted)
        if state is None:
            self._desk.begin(
                wanted.plan,
                operator=self._settings.operator,
                simulated=wanted.simulated,
                kind=wanted.kind or "preparation",
            )
            if trouble is not None:
                self._desk.trouble(trouble.code, trouble.reason)
            return found
        self._go_on(state, wanted)
        if wanted.plan.digest not in ("", state.digest):
            self._tell_changed(wanted.plan)
        return found

    def _tell_changed(self, sheet: Plan) -> None:
        """That the sheet is another one by now, and how much of it would come into the show."""
        from hostconsole.desk.sheet_news import news_of

        news = news_of(self._desk.show.state, sheet)
        much = f"changes: {len(news.changes)}, rows: {news.rows}"
        self._desk.trouble("sheet_changed", f"The sheet has changed since ({much}); nothing was applied yet.")

    def connect(self, wanted: Wanted) -> None:
        """Starts the link to the OBS that is wanted, or that was chosen since."""
        self.connect_to(self.address or wanted.address)

    def connect_to(self, address: str) -> None:
        """From now on this OBS."""
        from hostconsole.obs.link import open_obs

        self.address = address
        password = self.passwords.known
        self._desk.connect(lambda tell, loop: open_obs(address, password=password, tell=tell, loop=loop))

    @property
    def feeds_path(self) -> Path:
        """Where the feeds file is looked for, unless another one is named."""
        return self._desk.directory / FEEDS_NAME

    def feed(self, wanted: Wanted) -> None:
        """Starts the feeds of the feeds file. A faulty one keeps no show from running: it is counted by hand,
        and the trouble says why. One that is not there yet is waited for."""
        self._desk.feeds.follow(wanted.feeds or self.feeds_path)

    def go_on_with(self, row: LoggedSession | None, wanted: Wanted) -> None:
        """Leaves the session just begun for one that was offered."""
        if row is None:
            return
        try:
            with LogReader(self._path) as log:
                state = state_of(log, row.id)
        except (Trouble, ValueError, KeyError) as fault:
            self._desk.trouble("session_unreadable", f"That session cannot be read: {fault}")
            return
        self._desk.show.record((SessionEnded(reason="another session goes on"),), actor="console")
        self._go_on(state, wanted)
        self.connect(wanted)

    def _go_on(self, state: State, wanted: Wanted) -> None:
        """The session as it was left; from now on signs who was named to sit here."""
        self._desk.go_on(state, simulated=wanted.simulated)
        if wanted.operator:
            self._desk.run("operator.set", {"name": wanted.operator}, actor=wanted.operator)

    def sessions(self) -> tuple[SessionRow, ...]:
        """The rehearsals and shows of the log, newest first, as the Review room lists them. A preparation is
        no session anybody looks back at."""
        state = self._desk.show.state
        running = state.session if state.running else ""
        try:
            with LogReader(self._path) as log:
                rows = [row for row in log.sessions() if row.kind != "preparation"]
                return tuple(_listed(row, running=row.id == running) for row in rows)
        except Trouble as trouble:
            self._desk.trouble(trouble.code, trouble.reason)
            return ()

    def newest(self) -> State | None:
        """The newest unfinished session of any show, as it was left; None if there is none to go on with."""
        try:
            with LogReader(self._path) as log:
                row = next((row for row in log.sessions() if row.ended is None), None)
                return state_of(log, row.id) if row is not None else None
        except (Trouble, ValueError):
            return None  # the damage is told when a show is opened

    def _left(self, wanted: Wanted) -> tuple[Found, State | None, Trouble | None]:
        """The session to go on with, and the state it was left in. A log that cannot be read keeps no show
        from opening: it begins anew, and the trouble says why."""
        found = Found()
        try:
            found = self._found(wanted)
            if found.resume is None:
                return found, None, None
            with LogReader(self._path) as log:
                return found, state_of(log, found.resume.id), None
        except (ValueError, KeyError) as fault:
            reason = f"The last session cannot be read ({fault}); it stays in the log, and a new one begins."
            return Found(), None, Trouble("session_unreadable", reason)
        except Trouble as trouble:
            return found, None, trouble

    def _found(self, wanted: Wanted) -> Found:
        if wanted.new or wanted.plan is None:
            return Found()
        with LogReader(self._path) as log:
            sessions = log.sessions()
        if wanted.go_on:
            return Found(resume=next((row for row in sessions if row.ended is None), None))
        now = SystemClock().now().at
        return unfinished(sessions, sheet=wanted.plan.sheet, kind=wanted.kind, now=now)


def _listed(row: LoggedSession, *, running: bool) -> SessionRow:
    from hostconsole.ui.review_room import SessionRow

    return SessionRow(
        id=row.id,
        show=row.show,
        kind=row.kind,
        simulated=row.simulated,
        started=row.started,
        ended=row.ended or "",
        running=running,
        last_hash=row.last_hash,
        events=row.events,
    )
