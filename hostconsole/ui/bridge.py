"""The one small QObject between the show and the windows.

It stands on the show's thread: what the show tells its listeners goes on as signals, what windows ask
goes to `run`. It holds no state of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry
from hostconsole.show.feed_view import FeedView
from hostconsole.show.ledger import Ledger
from hostconsole.show.rules import Rules
from hostconsole.show.show import Show
from hostconsole.show.state import State

Run = Callable[[str, Mapping[str, str]], Any]

Later = Callable[[Callable[[], None]], None]
"""Does what it is given when it is time to tell the windows."""


class Bridge(QObject):
    """`run` does a command and raises `Refused` if it cannot be done; None: the show's own `run`. `later`
    says when windows are told of a change, several at once if they came together; None: at once."""

    changed = Signal(object, object)
    """(State, tuple[Entry, …]): the state as it is now, and all that happened since the last time."""
    refused = Signal(str, object)
    """(command id, Refused)"""
    accepted = Signal(str)
    """(command id)"""
    said = Signal(str)
    """What was done that is no act of the show, in the windows' words: something was copied."""
    dropped = Signal(str)
    """What was typed and will not be done, in the windows' words: what it was typed for is gone."""
    unsaved = Signal(int, str)
    """(acts that are not on disk, why)"""
    keys_unbound = Signal(object)
    """tuple[Unbound, …]: system-wide keys that do not work now."""

    def __init__(
        self,
        *,
        show: Show,
        rules: Rules | None = None,
        run: Run | None = None,
        later: Later | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show = show
        self.rules = rules or show.rules
        self._run: Run = run or show.run
        self._later: Later = later or _at_once
        self._news: tuple[Entry, ...] = ()
        self.feeds: Callable[[], tuple[FeedView, ...]] = tuple
        """How the feeds are doing, asked at each look; none until the program sets it."""
        self.feeds_path = ""
        show.subscribe(self._told)

    @property
    def state(self) -> State:
        return self._show.state

    def feed_age_s(self, ledger: Ledger) -> float | None:
        """Seconds since the feed whose number it is last said it, changed or not."""
        name = ledger.source.removeprefix("feed:")
        return next((feed.ages.get(ledger.sku) for feed in self.feeds() if feed.name == name), None)

    def now_ms(self) -> int:
        """The session's own clock, in milliseconds."""
        return self._show.now_ms()

    def run(self, command: str, **args: str) -> bool:
        """Does a command; whether it was accepted. A refusal goes out as a signal."""
        return self.attempt(command, args) is None

    def attempt(self, command: str, args: Mapping[str, str]) -> Refused | None:
        """As `run`, but returns the refusal, for editors that answer it in place."""
        try:
            self._run(command, args)
        except Refused as refusal:
            self.refused.emit(command, refusal)
            return refusal
        self.accepted.emit(command)
        return None

    def _told(self, _state: State, entries: tuple[Entry, ...]) -> None:
        first, self._news = not self._news, self._news + entries
        if first:
            self._later(self._hand_on)

    def _hand_on(self) -> None:
        entries, self._news = self._news, ()
        self.changed.emit(self._show.state, entries)


def _at_once(tell: Callable[[], None]) -> None:
    tell()
