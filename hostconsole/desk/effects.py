"""What follows from the state outside: OBS shows the target, once the act is on disk.

On disk before on air (DESIGN §4 rule 2): an effect waits for the commit of the event that caused it, but
no longer than `LATEST_S`: a slow disk may not hold up the show.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from hostconsole.show import events as e
from hostconsole.show.events import Entry
from hostconsole.show.fold.obs import OUTPUTS
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.show.target import Target, preview, target

if TYPE_CHECKING:
    from hostconsole.obs.link import Obs

LATEST_S = 0.25

_Order = Callable[[], None]


class Effects:
    """Listens to the show and to commits, and aims OBS. All of it on the loop's thread."""

    def __init__(
        self, *, obs: Obs, loop: asyncio.AbstractEventLoop, rules: Rules, now_ms: Callable[[], int]
    ) -> None:
        self._obs = obs
        self._loop = loop
        self._rules = rules
        self._now_ms = now_ms
        self._airing: tuple[str, int] | None = None
        self._take = 0
        self._state = State()
        self._aimed: Target | None = None
        self._came_from = ""
        self._newest = ""
        self._orders: list[_Order] = []
        self._waiting: tuple[str, int] | None = None
        self._latest: asyncio.TimerHandle | None = None

    def changed(self, state: State, entries: tuple[Entry, ...]) -> None:
        """The show changed: hold what follows from it until it is on disk."""
        if self._state.obs.safe is not None:
            self._came_from = self._state.obs.safe.came_from
        self._state = state
        self._newest = entries[-1].session
        self._count_takes(state)
        for entry in entries:
            self._orders += self._orders_of(entry.event, entries)
        if self._orders or self._wanted() != self._aimed:
            self._hold(entries[-1])

    def aim_at(self, state: State) -> None:
        """The state the link starts with: what it would show is remembered, and nothing is sent by it."""
        self._state = state
        self._count_takes(state)
        self._release()

    def committed(self, session: str, seq: int) -> None:
        """Everything up to this event is on disk."""
        if self._waiting is None:
            return
        of, number = self._waiting
        # Commits come in the order of the events, so one of the newest session covers all before it.
        if (session == of and seq >= number) or (session != of and session == self._newest):
            self._release()

    def set_rules(self, rules: Rules) -> None:
        """From now on these."""
        self._rules = rules
        self.refresh()

    def refresh(self) -> None:
        """Time went by: the countdown's text moves without an event."""
        if self._waiting is None and self._wanted() != self._aimed:
            self._release()

    def _count_takes(self, state: State) -> None:
        airing = (state.session, state.on_air.seq) if state.on_air else None
        if airing is not None and airing != self._airing:
            self._take += 1
        self._airing = airing

    def _orders_of(self, event: e.Event, entries: tuple[Entry, ...]) -> list[_Order]:
        obs = self._obs
        match event:
            case e.SceneResent():
                return [self._resend]
            case e.SafeEntered(scene=scene):
                return [lambda: obs.show_scene(scene)]
            case e.SafeLeft() if not _is_taken(entries):
                return [self._back_from_safe]
            case e.RestoreAsked(scene=scene, outputs=outputs):
                starts = [partial(obs.switch_output, name, on=True) for name in OUTPUTS if name in outputs]
                return [partial(self._restore_scene, scene), *starts]
            case e.OutputAsked(name=name, on=on):
                return [partial(obs.switch_output, name, on=on)]
            case e.BuildAsked(scenes=needs):
                return [partial(obs.build, needs, language=self._rules.host_language)]
            case e.SessionStarted(session_kind="rehearsal" | "live"):
                return [partial(obs.build, (), language=self._rules.host_language)]
            case e.ItemTaken(item=item) if item in self._state.items:
                return [partial(obs.chapter, self._state.items[item].item.title)]
            case e.MarkerAdded(label=label):
                return [partial(obs.chapter, label or "mark")]
            case _:
                return []

    def _resend(self) -> None:
        """Under the safe picture that is what OBS should show, not the item's scene."""
        safe = self._state.obs.safe
        self._obs.resend(None if safe is None else safe.scene)

    def _restore_scene(self, scene: str) -> None:
        """The scene of the item on air goes with its texts."""
        if self._aimed is not None and self._aimed.scene == scene:
            self._obs.resend()
        elif scene:
            self._obs.show_scene(scene)

    def _back_from_safe(self) -> None:
        """To the item's scene; when no item has one, to the scene that was there before."""
        if self._aimed is not None and self._aimed.scene is not None:
            self._obs.resend()
        elif self._came_from:
            self._obs.show_scene(self._came_from)

    def _wanted(self) -> Target | None:
        """Until the first take only the preview: the texts in OBS are not ours before."""
        if self._take == 0:
            scene = preview(self._state, self._rules)
            return None if scene is None else Target(preview=scene)
        return target(self._state, self._rules, take=self._take, now_ms=self._now_ms())

    def _hold(self, entry: Entry) -> None:
        self._waiting = (entry.session, entry.seq)
        if self._latest is None:
            self._latest = self._loop.call_later(LATEST_S, self._release)

    def _release(self) -> None:
        if self._latest is not None:
            self._latest.cancel()
        self._latest = self._waiting = None
        wanted = self._wanted()
        if wanted is not None and wanted != self._aimed:
            self._aimed = wanted
            self._obs.aim(wanted)
        orders, self._orders = self._orders, []
        for order in orders:
            order()


def _is_taken(entries: tuple[Entry, ...]) -> bool:
    return any(isinstance(entry.event, e.ItemTaken | e.ItemMisfired) for entry in entries)
