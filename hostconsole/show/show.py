"""`Show`: the one writer (DESIGN §4 rule 1).

Every change of any kind comes through `run` (people) or `record` (facts): command → events → state →
listeners. It lives on one thread, never waits, and knows nothing of disks, windows or OBS.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec
from msgspec import structs

from hostconsole.show.clock import Clock, Moment
from hostconsole.show.clocks import recording_ms, streaming_ms
from hostconsole.show.command import Context, Events, invoke
from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry, Event, SessionResumed, SessionStarted, TimedEvent
from hostconsole.show.fold import apply
from hostconsole.show.plan import Plan
from hostconsole.show.rules import Rules
from hostconsole.show.state import State

Listener = Callable[[State, tuple[Entry, ...]], None]
RefusalListener = Callable[[str, Refused], None]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a command did. `seq` is its first event in the session it left running, None for none."""

    seq: int | None
    session: str
    entries: tuple[Entry, ...]


class Show:
    """One show and its running session.

    `new_session` makes a fresh session id; `on_bug` hears of a listener that failed (the others go on).
    """

    def __init__(
        self,
        *,
        clock: Clock,
        rules: Rules,
        new_session: Callable[[], str],
        on_bug: Callable[[Exception], None],
    ) -> None:
        self.state = State()
        self.rules = rules
        self._clock = clock
        self._new_session = new_session
        self._on_bug = on_bug
        self._listeners: list[Listener] = []
        self._news: deque[tuple[State, tuple[Entry, ...]]] = deque()
        self._telling = False

    def subscribe(self, listener: Listener) -> None:
        """`listener(state, entries)` is called after every change, in the order of subscription."""
        self._listeners.append(listener)

    def now_ms(self) -> int:
        """The session's own clock now: never back, going on over restarts."""
        return self._session_ms(self._clock.now())

    def run(self, command: str, given: Mapping[str, str] | None = None, *, actor: str = "",
            sheet: Plan | None = None) -> Outcome:  # fmt: skip
        """Do what a person asks. Raises `Refused` and changes nothing if it cannot be done."""
        moment = self._clock.now()
        ctx = self._context(moment, actor=actor, sheet=sheet)
        events = invoke(COMMANDS, self.state, ctx, command=command, given=given or {})
        return self._commit(events, moment, actor=ctx.actor, act=True)

    def record(self, events: Events, *, actor: str) -> Outcome:
        """Take note of what happened outside (OBS, feeds, the program itself)."""
        return self._commit(events, self._clock.now(), actor=actor, act=False)

    def resume(self, state: State, *, simulated: bool) -> Outcome:
        """Go on with the session that `state` was replayed from (DESIGN §4 rule 11, §5.4 on mono_ms)."""
        moment = self._clock.now()
        self.state = state
        same = moment.boot == state.boot and moment.monotonic_ms - state.boot_ms >= state.mono_ms
        gap = (
            moment.monotonic_ms - state.boot_ms - state.mono_ms
            if same
            else max(0, _ms_between(state.at, moment.at))
        )
        resumed = SessionResumed(
            boot=moment.boot,
            boot_ms=moment.monotonic_ms - state.mono_ms - gap,
            how="monotonic" if same else "utc",
            gap_ms=gap,
            simulated=simulated,
        )
        return self._commit((resumed,), moment, actor="console", act=False)

    def _context(self, moment: Moment, *, actor: str, sheet: Plan | None) -> Context:
        return Context(
            now_ms=self._session_ms(moment),
            at=moment.at,
            boot=moment.boot,
            boot_ms=moment.monotonic_ms,
            actor=actor or self.state.operator or "controller",
            rules=self.rules,
            new_session=self._new_session(),
            sheet=sheet,
        )

    def _session_ms(self, moment: Moment) -> int:
        return max(self.state.mono_ms, moment.monotonic_ms - self.state.boot_ms)

    def _commit(self, events: Events, moment: Moment, *, actor: str, act: bool) -> Outcome:
        entries: list[Entry] = []
        state, first = self.state, None
        for event in events:
            entry = _stamped(state, event, moment, actor=actor, act=first if act else None)
            if first is None or isinstance(event, SessionStarted):
                first = entry.seq
                if act:
                    entry = _stamped(state, event, moment, actor=actor, act=first)
            state = apply(state, entry)
            entries.append(entry)
        self.state = state
        done = tuple(entries)
        if done:
            self._tell(state, done)
        return Outcome(seq=first, session=state.session, entries=done)

    def _tell(self, state: State, entries: tuple[Entry, ...]) -> None:
        """Every listener hears of changes in their order, also when one of them makes a new one."""
        self._news.append((state, entries))
        if self._telling:
            return
        self._telling = True
        while self._news:
            news = self._news.popleft()
            for listener in self._listeners:
                try:
                    listener(*news)
                except Exception as bug:
                    self._on_bug(bug)
        self._telling = False


def _stamped(state: State, event: Event, moment: Moment, *, actor: str, act: int | None) -> Entry:
    if isinstance(event, SessionStarted):
        return Entry(1, moment.at, 0, event.id, actor, act, event)
    boot_ms = event.boot_ms if isinstance(event, SessionResumed) else state.boot_ms
    mono = max(state.mono_ms, moment.monotonic_ms - boot_ms)
    if isinstance(event, TimedEvent):
        event = _timed(state, event, mono)
    return Entry(state.seq + 1, moment.at, mono, state.session, actor, act, event)


def _timed(state: State, event: TimedEvent, now_ms: int) -> TimedEvent:
    """`event` with its place in the recording and in the stream."""
    recorded, streamed = recording_ms(state, now_ms), streaming_ms(state, now_ms)
    if recorded is None and streamed is None:
        return event
    return structs.replace(
        event,
        rec_s=None if recorded is None else recorded / 1000,
        stream_s=None if streamed is None else streamed / 1000,
    )


def _ms_between(earlier: str, later: str) -> int:
    span = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
    return round(span.total_seconds() * 1000)
