"""`Desk`: the running console without windows. The only place where the parts meet.

key / do / button ─► Desk.run ─► Show ─► journal ─► (on disk) ─► effects ─► OBS
OBS facts ─► Show.record ─► the same road
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hostconsole.desk.answering import Answers
from hostconsole.desk.countdowns import FREE_ENDED, Countdowns
from hostconsole.desk.cueing import Cueing
from hostconsole.desk.effects import Effects
from hostconsole.desk.feeding import Feeding
from hostconsole.desk.opening import preparation
from hostconsole.desk.saving import LOG_NAME as LOG_NAME
from hostconsole.desk.saving import Saving
from hostconsole.desk.sheet_file import SHEET_ACTS
from hostconsole.desk.snapshot import Surroundings, snapshot
from hostconsole.desk.watchdog import Watchdog
from hostconsole.door.server import Door
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Refused, Trouble
from hostconsole.show.events import Entry, Event, ObsLinkChanged, SessionKind, TroubleMet
from hostconsole.show.plan import Plan
from hostconsole.show.rules import Rules
from hostconsole.show.show import Outcome, Show
from hostconsole.show.state import State

if TYPE_CHECKING:  # loaded when first needed
    from hostconsole.obs.link import Obs

_OF_A_RUN = ("not_saved", "keys_unbound", "sheet_changed", "export", "settings", "obs_output",
           "feed_down", "feeds_file")  # fmt: skip
"""Troubles that a run finds anew, if they are still there."""

RELOAD_FEEDS = "feeds.reload"

SLOW = frozenset({*SHEET_ACTS, RELOAD_FEEDS})
"""Commands that read or write a file before they are done."""

_log = logging.getLogger(__name__)

OpenObs = Callable[[Callable[[Event], None], asyncio.AbstractEventLoop], "Obs"]


class Desk:
    """Wires the show to its log, OBS and the door. Everything here runs on the loop's thread.

    `front` brings the window to the front; `unsaved(count, why)` hears how many acts are not on disk while
    the log fails, and (0, "") once they are; `on_its_way` is called when acts are on disk and their effects
    sent; `held` as in Journal. Raises Trouble "log_newer" if the log is of a newer program.
    Until `begin` or `go_on` there is no session (mode "none"): the start page is open.
    """

    def __init__(
        self,
        *,
        directory: Path,
        rules: Rules,
        clock: Clock,
        new_session: Callable[[], str],
        loop: asyncio.AbstractEventLoop,
        front: Callable[[], None] = lambda: None,
        unsaved: Callable[[int, str], None] = lambda _count, _why: None,
        on_its_way: Callable[[], None] = lambda: None,
        held: bool = False,
    ) -> None:
        self.directory = directory
        self._loop = loop
        self._unsaved = unsaved
        self._on_its_way = on_its_way
        self._called_unsaved = False
        self._saving = Saving(
            directory / LOG_NAME,
            loop=loop,
            committed=self._committed,
            told=self._log_turned,
            held=held,
        )
        self.journal = self._saving.journal
        self.show = Show(clock=clock, rules=rules, new_session=new_session, on_bug=_bug)
        self.show.subscribe(self._journaled)
        self._clock = clock
        self._new_session = new_session
        self._obs: Obs | None = None
        self._effects: Effects | None = None
        self.feeds = Feeding(show=self.show, clock=clock, loop=loop, ails=self._feeds_file_ails)
        self._countdowns = Countdowns(
            loop=loop, now_ms=self.show.now_ms, step=self._time_went_by, ended=self._countdown_ended
        )
        self.show.subscribe(self._countdowns.changed)
        self._cueing = Cueing(loop=loop, show=self.show)
        self.answers = Answers(self, front=front)
        self._door = Door(directory, self.answers.to)
        self.watchdog = Watchdog(loop)
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Opens the door. Raises OSError if that cannot be done."""
        await self._door.open()
        self._cueing.start()

    # -- a show begins --------------------------------------------------------------------------------

    def begin(self, plan: Plan, *, operator: str, simulated: bool, kind: SessionKind) -> None:
        """A new session of `plan`: its preparation, and the rehearsal or live session at once if that is
        the kind."""
        started = preparation(
            plan,
            self._clock.now(),
            session=self._new_session(),
            operator=operator,
            simulated=simulated,
            pace=self.show.rules.pace,
        )
        self.show.record((started,), actor=operator or "console")
        if kind != "preparation":
            self.run("show.go_live" if kind == "live" else "show.start_rehearsal")
        self._tell_log()

    def go_on(self, state: State, *, simulated: bool) -> None:
        """Goes on with the session that left `state`; nothing is sent to OBS by that."""
        self.show.resume(state, simulated=simulated)
        for code in _OF_A_RUN:
            self.mended(code)
        self._tell_log()

    def connect(self, open_obs: OpenObs) -> None:
        """Starts the link to OBS, after `begin` or `go_on`. An earlier link is ended, without waiting."""
        if self._obs is not None:
            self._obs.stop(wait=False)
            self._forget_obs()
        self._obs = open_obs(self._obs_told, self._loop)
        if self._effects is None:
            self.show.subscribe(self._effects_follow)
        self._effects = Effects(
            obs=self._obs, loop=self._loop, rules=self.show.rules, now_ms=self.show.now_ms
        )
        self._effects.aim_at(self.show.state)
        self._obs.start()

    def _forget_obs(self) -> None:
        """Nothing is known of an OBS that is not asked any more."""
        was = self.show.state.obs.link
        if was != "off":
            self.show.record((ObsLinkChanged(was=was, now="off"),), actor="console")

    def look_for_obs(self) -> None:
        """Tries to connect once more, after a refused password too."""
        if self._obs is not None:
            self._obs.start()

    def set_rules(self, rules: Rules) -> None:
        """From now on these; what they ask of OBS follows at once."""
        self.show.rules = rules
        if self._effects is not None:
            self._effects.set_rules(rules)

    def _feeds_file_ails(self, code: str, why: str) -> None:
        if why:
            self.trouble(code, why)
        else:
            self.mended(code)

    def _effects_follow(self, state: State, entries: tuple[Entry, ...]) -> None:
        if self._effects is not None:
            self._effects.changed(state, entries)

    def _time_went_by(self) -> None:
        if self._effects is not None:
            self._effects.refresh()

    def _tell_log(self) -> None:
        """What had to be done with the log's files, and whether it takes events."""
        for note in self.journal.notes:
            self.trouble(note.code, note.reason)
        if self.journal.ok:
            self.mended("not_saved")
        else:
            self.trouble("not_saved", f"NOT SAVED: {self._saving.why} It is kept in memory and tried again.")

    def trouble(self, code: str, text: str) -> None:
        """Shows and logs what the world did."""
        if (code, text) not in self.show.state.troubles:
            self.show.record((TroubleMet(code=code, text=text),), actor="console")

    async def close(self) -> None:
        """Ends everything; what could not be written is kept beside the log for the next start."""
        self._countdowns.stop()
        self._cueing.stop()
        await self._door.close()
        await self.feeds.stop()
        if self._obs is not None:
            self._obs.stop()
        self.watchdog.stop()
        try:
            kept = await asyncio.to_thread(self.journal.close)
        except Trouble as trouble:
            _log.error("acts lost: %s", trouble.reason)
        else:
            if kept:
                _log.warning("acts kept beside the log: %s", ", ".join(map(str, kept)))

    # -- what people do -------------------------------------------------------------------------------

    def run(self, command: str, given: Mapping[str, str] | None = None, *, actor: str = "") -> Outcome:
        """One act of a person. Raises Refused. Those of `SLOW` take their time: see `run_slowly`."""
        return self.show.run(command, given, actor=actor)

    async def run_slowly(self, command: str) -> Outcome:
        """One of `SLOW`: reads or writes a file off the main thread. Raises Refused."""
        if command == RELOAD_FEEDS:
            return await self.feeds.read_again()
        outcome = await SHEET_ACTS[command](self.show, self.directory)
        self.mended("sheet_changed")
        return outcome

    def follow_sheet(self, sheet: Plan) -> None:
        """Applies a sheet that was read and looked at. Raises Refused."""
        self.show.run("sheet.reload", sheet=sheet)
        self.mended("sheet_changed")

    async def act(self, command: str, given: Mapping[str, str]) -> Outcome:
        """Any act, however long it takes. Raises Refused."""
        return await self.run_slowly(command) if command in SLOW else self.run(command, given)

    def later(self, work: Any) -> None:
        """Runs a coroutine as a task that is kept and whose failure is logged."""
        task = self._loop.create_task(_guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # -- what is told -----------------------------------------------------------------------------------

    def snapshot(self) -> dict[str, Any]:
        around = Surroundings(
            unsaved=self.journal.unsaved,
            log_ok=self._saving.ok,
            longest_stall_ms=self.watchdog.longest_ms(),
            feeds=self.feeds.snapshot(),
            confirmed=self.feeds.confirmed(),
        )
        return snapshot(self.show.state, self.show.now_ms(), self.show.rules, around)

    # -- the log --------------------------------------------------------------------------------------

    async def saved(self, session: str, seq: int) -> bool:
        """Whether the event is on disk, once that is known (at the latest after two seconds)."""
        return await self._saving.saved(session, seq)

    def _journaled(self, _state: State, entries: tuple[Entry, ...]) -> None:
        self._saving.append(entries)
        if not self._saving.ok:
            self._call_unsaved(self.journal.unsaved, self._saving.why)

    def _call_unsaved(self, count: int, why: str) -> None:
        self._called_unsaved = count > 0
        self._unsaved(count, why)

    def _log_turned(self, ok: bool, reason: str) -> None:
        self._call_unsaved(self.journal.unsaved, reason)
        if self.show.state.session:
            self._tell_log()

    def _committed(self, session: str, seq: int) -> None:
        if self._effects is not None:
            self._effects.committed(session, seq)
        self._on_its_way()
        if self._called_unsaved and self._saving.ok and self.journal.unsaved == 0:
            self._call_unsaved(0, "")  # a disk that was slow, and never failed

    # -- what happens outside -------------------------------------------------------------------------

    def _obs_told(self, event: Event) -> None:
        self.show.record((event,), actor="obs")

    def _countdown_ended(self, item: str | None, actor: str) -> None:
        if item is None:
            self.show.record(FREE_ENDED, actor="console")
            return
        try:
            self.run("link.up", {"item": item, "now": "yes"}, actor=actor)
        except Refused as refused:
            _log.warning("the countdown's link of %s did not open: %s", item, refused.reason)

    def mended(self, code: str) -> None:
        """The trouble of this code is over."""
        if any(known == code for known, _text in self.show.state.troubles):
            self.show.record((TroubleMet(code=code, text="", over=True),), actor="console")


async def _guarded(work: Any) -> None:
    try:
        await work
    except Refused as refused:
        _log.info("refused, %s: %s", refused.code, refused.reason)
    except Exception:
        _log.exception("a task died: our bug")


def _bug(bug: Exception) -> None:
    _log.error("a listener failed: our bug", exc_info=bug)
