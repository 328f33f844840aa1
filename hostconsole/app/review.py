"""The Review room's other side: reports that are written by themselves, and everything that room asks for.

All of it is done by the program's own verbs in processes of their own (errands.py), so the window can do
nothing that the command line cannot.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hostconsole.app.errands import Done, Errand, Errands
from hostconsole.app.opening import Opener
from hostconsole.desk.actions import still_open
from hostconsole.desk.desk import Desk
from hostconsole.desk.reports import FOLDER
from hostconsole.show.errors import Trouble
from hostconsole.show.events import Entry
from hostconsole.show.state import State
from hostconsole.ui.console_window import ConsoleWindow
from hostconsole.ui.language import Language
from hostconsole.ui.review_room import ReviewRoom
from hostconsole.ui.review_words import job_words, saved_words
from hostconsole.ui.session_told import told_of

_log = logging.getLogger(__name__)

LEAVE_MS = 8_000
"""So long a report that is being written may take when the program is closed."""


class Review:
    """Follows the show, serves the room once it is made, and keeps what runs."""

    def __init__(
        self, *, desk: Desk, opener: Opener, console: ConsoleWindow, language: Callable[[], Language]
    ) -> None:
        self._desk, self._opener, self._console, self._language = desk, opener, console, language
        self._errands = Errands(desk.directory)
        self._room: ReviewRoom | None = None
        self._job: Errand | None = None
        self._given: tuple[str, str, bool] | None = None
        self._reading = ""
        self._read_in: Language = language()
        self._written: dict[str, dict[str, str]] = {}
        desk.show.subscribe(self._followed)
        console.live.end_card.report_asked.connect(lambda session: self._open(session, ".html"))
        console.noted_ticked.connect(lambda session, seq: self._tick(session, seq, True))
        self.list_sessions()
        desk.later(self._read_noted())

    def close(self) -> None:
        self._drop_pasted()
        self._errands.close(within_ms=LEAVE_MS)

    # -- the show ------------------------------------------------------------------------------------

    def _followed(self, state: State, entries: tuple[Entry, ...]) -> None:
        ended = [entry for entry in entries if entry.event.kind == "session.ended"]
        if ended or any(entry.event.kind == "session.started" for entry in entries):
            self.list_sessions()
        if ended and state.kind != "preparation":
            self._desk.later(self._write_report(ended[-1].session, ended[-1].seq))

    async def _write_report(self, session: str, seq: int) -> None:
        """By itself, once the end is on disk."""
        await self._desk.saved(session, seq)
        self._forget(session)
        self._errands.start(
            "report", session, "--lang", self._language(), then=lambda done: self._reported(session, done)
        )

    def _reported(self, session: str, done: Done) -> None:
        if done.ok:
            self._written[session] = {name: str(path) for name, path in done.answer().items()}
            self._desk.mended("report")
        else:
            self._desk.trouble("report", f"The report could not be written: {done.why}")
        self._console.live.end_card.show_report(session, done.why if not done.ok else "")

    # -- the room ------------------------------------------------------------------------------------

    def serve(self, room: ReviewRoom) -> None:
        """Each time the room comes in front."""
        self.list_sessions()
        if self._read_in != self._language():
            self._read_in = self._language()
            self._written.clear()
            room.forget_all()
        if self._room is room:
            return
        self._room = room
        room.told_asked.connect(self._read)
        room.report_asked.connect(self._open)
        room.export_asked.connect(self._export)
        room.figures_given.connect(self._figures)
        room.figures_pasted.connect(self._pasted)
        room.orders_given.connect(self._orders)
        room.table_dropped.connect(lambda session, path: self._orders(session, path, dropped=True))
        room.card.kept.connect(self._keep_figures)
        room.card.left.connect(self._drop_pasted)
        room.clips_asked.connect(self._clips)
        room.action_kept.connect(lambda session, words: self._keep("action", session, words))
        room.action_ticked.connect(self._tick)
        room.compare_asked.connect(self._compare)
        room.stop_asked.connect(self._stop)
        room.show_sessions(room.model.rows)

    def list_sessions(self) -> None:
        self._console.rooms.show_sessions(self._opener.sessions())

    def _read(self, session: str) -> None:
        """One report at a time; the room asks again for what it still wants to know."""
        if self._reading:
            return
        self._reading = session
        words = ("summary", session, "--json", "--lang", self._language())
        self._errands.start(*words, then=lambda done: self._have_read(session, done))

    def _have_read(self, session: str, done: Done) -> None:
        self._reading = ""
        room = self._room
        if room is None:
            return
        try:
            room.show_told(told_of(done.answer()))
        except (KeyError, TypeError):
            room.show_untold(session, done.why or job_words("unreadable"))
        chosen = room.chosen()
        if chosen is not None and not room.knows(chosen.id) and chosen.id != session:
            self._read(chosen.id)

    def _forget(self, session: str) -> None:
        self._written.pop(session, None)
        if self._room is not None:
            self._room.forget(session)

    # -- work ----------------------------------------------------------------------------------------

    def _work(self, words: str, *verb: str, then: Callable[[Done], None]) -> None:
        """One job at a time, in the job line."""
        room = self._room
        if room is not None and self._job is not None and self._job.running:
            room.job.progress(0, job_words("one_at_a_time"))
            return
        self._job = self._errands.start(*verb, then=then)
        if room is not None:
            room.job.run(words)
            self._job.progressed.connect(room.job.progress)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _ended(self, done: Done, words: str) -> None:
        if self._room is None:
            return
        if done.stopped:
            self._room.job.rest(job_words("stopped"))
        elif done.ok:
            self._room.job.rest(words)
        else:
            self._room.job.rest(done.why, bad=True)

    def _open(self, session: str, suffix: str) -> None:
        """Written first if it is not there, or not in this language any more."""
        path = self._written.get(session, {}).get(suffix, "")
        if path and Path(path).exists():
            self._show_file(path)
            return

        def then(done: Done) -> None:
            self._reported(session, done)
            found = str(done.answer().get(suffix, ""))
            self._ended(done, saved_words(found))
            if done.ok and found:
                self._show_file(found)

        words = job_words("report")
        self._work(words, "report", session, "--lang", self._language(), then=then)

    def _show_file(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            _log.warning("nothing here opens %s", path)
        if self._room is not None:
            self._room.job.rest(saved_words(path))

    def _export(self, session: str, path: str) -> None:
        def then(done: Done) -> None:
            if done.ok:
                self._desk.mended("export")
            elif not done.stopped:
                self._desk.trouble("export", f"The export failed: {done.why}")
            self._ended(done, saved_words(path))

        words = job_words("export")
        verb = ("archive", session, "-o", path) if path.lower().endswith(".zip") else (
            "export", session, "-o", path, "--lang", self._language()
        )  # fmt: skip
        self._work(words, *verb, then=then)

    def _figures(self, session: str, path: str) -> None:
        """First whose they are; then they are read."""
        self._ask_whose(session, path, pasted=False)

    def _orders(self, session: str, path: str, *, dropped: bool = False) -> None:
        """The platform's orders beside our own counts. A table that was dropped and is no list of orders is
        one of figures."""

        def then(done: Done) -> None:
            self._ended(done, "")
            if done.ok and self._room is not None:
                self._room.reconcile.show_result(done.answer())
                self._forget(session)
            elif dropped and not done.stopped:
                self._figures(session, path)

        words = job_words("orders")
        self._work(words, "reconcile", session, path, "--json", then=then)

    def _pasted(self, session: str, text: str) -> None:
        """As a file of its own, so that paste and drop are read alike."""
        with tempfile.NamedTemporaryFile(
            "w", suffix=".txt", prefix="pasted-", encoding="utf-8", delete=False
        ) as file:
            file.write(text)
        self._ask_whose(session, file.name, pasted=True)

    def _ask_whose(self, session: str, path: str, *, pasted: bool) -> None:
        self._drop_pasted()
        self._given = (session, path, pasted)
        if self._room is not None:
            self._room.card.ask(job_words("clipboard") if pasted else Path(path).name)

    def _drop_pasted(self) -> None:
        if self._given is not None and self._given[2]:
            Path(self._given[1]).unlink(missing_ok=True)
        self._given = None

    def _keep_figures(self, options: object) -> None:
        """As they were said to be; a table whose columns nobody knows is asked about once more."""
        if self._given is None or not isinstance(options, list):
            return
        session, path, pasted = self._given

        def then(done: Done) -> None:
            told = done.answer()
            headers = told.get("headers")
            if self._room is not None and told.get("code") == "figures_unknown" and isinstance(headers, list):
                self._room.card.show_unknown([str(header) for header in headers])
                self._room.job.rest("")
                return
            if self._room is not None:
                self._room.card.hide()
            self._drop_pasted()
            self._ended(done, str(told.get("told", "")))
            self._forget(session)

        words = ("--json", *(["--pasted"] if pasted else []), "--lang", self._language(), *map(str, options))
        self._work(job_words("figures"), "figures", session, path, *words, then=then)

    def _compare(self, sessions: object) -> None:
        """As a page in `reports`, opened at once."""
        if not isinstance(sessions, list) or len(sessions) < 2:
            return
        folder = self._desk.directory / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        path = str(folder / f"{sessions[0]} … {sessions[-1]}.html")

        def then(done: Done) -> None:
            self._ended(done, saved_words(path))
            if done.ok:
                self._show_file(path)

        verb = ("compare", *map(str, sessions), "-o", path, "--lang", self._language())
        self._work(job_words("export"), *verb, then=then)

    def _clips(self, session: str, recording: str, folder: str) -> None:
        words = job_words("clips")
        saved = saved_words(folder)
        verb = ("clips", session, "--recording", recording, "-o", folder, "--progress")
        self._work(words, *verb, then=lambda done: self._ended(done, saved))

    def _keep(self, verb: str, session: str, *words: str) -> None:
        self._errands.start(verb, session, *words, then=lambda done: self._kept(session, done))

    def _tick(self, session: str, seq: int, done: bool) -> None:
        self._keep("action", session, "--done" if done else "--open", str(seq))

    async def _read_noted(self) -> None:
        """What the next show lists: read aside, as every session is looked at."""
        try:
            found = await asyncio.to_thread(still_open, self._desk.directory)
        except (Trouble, ValueError) as fault:
            _log.warning("what was noted after earlier shows cannot be read: %s", fault)
            return
        self._console.rooms.show_noted([(one["session"], one["seq"], one["text"]) for one in found])

    def _kept(self, session: str, done: Done) -> None:
        self._desk.later(self._read_noted())
        if not done.ok and self._room is not None:
            self._room.job.rest(done.why, bad=True)
        self._forget(session)
