"""The rooms of the console: Live from the start, Prepare and Review when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from hostconsole.show.history import History
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.keeping import Keeping, texts_kept
from hostconsole.ui.language import Speech
from hostconsole.ui.live_room import LiveRoom
from hostconsole.ui.part import Part

if TYPE_CHECKING:  # loaded when first looked at
    from hostconsole.ui.prepare_room import PrepareRoom
    from hostconsole.ui.review_room import ReviewRoom, SessionRow

MADE_LATER = ("prepare", "review")


class Rooms(QStackedWidget):
    """`made(room)` is called once a room stands, to wire it. What is told to one that does not stand yet is
    kept for it."""

    def __init__(
        self,
        live: LiveRoom,
        *,
        bridge: Bridge,
        speech: Speech,
        keeping: Keeping,
        made: Callable[[PrepareRoom | ReviewRoom], None],
    ) -> None:
        super().__init__()
        self.live = live
        self.prepare: PrepareRoom | None = None
        self.review: ReviewRoom | None = None
        self._bridge, self._speech, self._keeping, self._made = bridge, speech, keeping, made
        self._findings: Sequence[object] = ()
        self._columns: Mapping[str, str] = {}
        self._history: History = {}
        self._sessions: Sequence[SessionRow] = ()
        self._noted: tuple[tuple[str, int, str], ...] = ()
        self.addWidget(live)

    def at(self, name: str) -> Part:
        """prepare, live or review; made if it does not stand yet."""
        if name == "prepare":
            return self.prepare or self._make_prepare()
        if name == "review":
            return self.review or self._make_review()
        return self.live

    def open(self) -> str:
        """The name of the one that is looked at."""
        shown = self.currentWidget()
        return "prepare" if shown is self.prepare else "review" if shown is self.review else "live"

    def _make_prepare(self) -> PrepareRoom:
        from hostconsole.ui.prepare_room import PrepareRoom

        room = PrepareRoom(self._bridge, language=self._speech.language, keeping=texts_kept(self._keeping))
        self.prepare = room
        self.show_findings(self._findings, self._columns)
        self.show_history(self._history)
        self.show_noted(self._noted)
        self.addWidget(room)
        self._made(room)
        return room

    def _make_review(self) -> ReviewRoom:
        from hostconsole.ui.review_room import ReviewRoom

        room = self.review = ReviewRoom(self._bridge)
        self.show_sessions(self._sessions)
        self.addWidget(room)
        self._made(room)
        return room

    # -- what the rooms are told ---------------------------------------------------------------------

    def show_findings(self, findings: Sequence[object], columns: Mapping[str, str]) -> None:
        """What the reading of the sheet found: objects with level, code, row, column and message. `columns`
        is its own headers → the run-sheet's columns."""
        self._findings, self._columns = findings, columns
        if self.prepare is not None:
            self.prepare.show_findings(findings, columns)

    def show_noted(self, noted: Sequence[tuple[str, int, str]]) -> None:
        """What was noted after earlier shows: session, seq, words."""
        self._noted = tuple(noted)
        if self.prepare is not None:
            self.prepare.last_time.show_noted(self._noted)

    def show_history(self, history: History) -> None:
        """What the products did in past shows, by SKU."""
        self._history = history
        if self.prepare is not None:
            self.prepare.show_history(history)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        self._sessions = rows
        if self.review is not None:
            self.review.show_sessions(rows)
