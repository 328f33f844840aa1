"""The one thread that speaks to OBS: connects, asks, notices losses, connects again.

It takes letters from a queue and never sleeps otherwise than by waiting for one. Link states as in
DESIGN §5.3; the first retry comes 100 ms after a loss, later ones at most 2 s apart.
"""

from __future__ import annotations

import contextlib
import logging
import math
import queue
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import structs

from hostconsole.obs.collection import CollectionName
from hostconsole.obs.conversation import Conversation
from hostconsole.obs.effects import Effects
from hostconsole.obs.faults import Lost, NotReady, PasswordRefused, RequestFailed
from hostconsole.obs.known import Told
from hostconsole.obs.letters import (
    Aim,
    Ask,
    Build,
    Chapter,
    Ended,
    Halt,
    Heard,
    Letter,
    Named,
    SwitchOutput,
    TryAgain,
)
from hostconsole.obs.meters import Meters
from hostconsole.obs.vitals import Vitals
from hostconsole.obs.way import NO_OBS_HERE, SERVER_OFF, FindWay
from hostconsole.show.events import Event, ObsLink, ObsLinkChanged, ObsLost

if TYPE_CHECKING:
    from hostconsole.obs.wire import Switch, Wire

TIMEOUT_S = 2.0
FIRST_RETRY_S = 0.1
CHEAP_RETRY_S = 0.25
LAST_RETRY_S = 2.0

_CANNOT: dict[ObsLink, tuple[str, str]] = {
    "refused": ("refused", "OBS refused the password"),
    "loading": ("lost", "OBS is still loading"),
}
_HINT_AFTER_S = 15.0
_HINT = "if OBS is open, it may be asking about Safe Mode, in which its websocket server is off"


class Worker:
    """`run` is the thread's whole life. `say` must be safe to call from here; `way` is asked at each
    connect and its password kept nowhere; `connecting(switch)` hands out the means to cut a connect short."""

    def __init__(
        self,
        *,
        way: FindWay,
        letters: queue.SimpleQueue[Letter],
        say: Callable[[Event], None],
        connecting: Callable[[Switch], None],
    ) -> None:
        self._way = way
        self._name = CollectionName(way)
        self._named_wire = self._asks = 0
        self._letters = letters
        self._say = say
        self._connecting = connecting
        self._effects = Effects(say)
        self._told = Told()
        self._vitals = Vitals(say)
        self._meters = Meters()
        self._lost_at: float | None = None
        self._absent_since: float | None = None
        self._link: ObsLink = "off"
        self._why = ""
        self._wire: Wire | None = None
        self._talk: Conversation | None = None
        self._wires = 0
        self._ended: str | None = None
        self._retry_at = 0.0
        self._retry_s = FIRST_RETRY_S
        self._going = True

    def run(self) -> None:
        """Until told to halt. An error of our own costs the connection, not the thread."""
        from hostconsole.obs.wire import quiet_library  # late: it takes 95 ms

        quiet_library()
        self._become("connecting")
        while self._going:
            try:
                self._turn()
            except (Lost, NotReady, RequestFailed) as error:
                self._lose(error)
            except Exception as error:
                logging.getLogger("hostconsole.obs").exception("the OBS thread met an error of its own")
                self._lose(Lost(f"an error of the console's own ({type(error).__name__})"))
        self._hang_up()

    def _turn(self) -> None:
        for letter in self._wait():
            self._take(letter)
        if self._ended is not None:
            ended, self._ended = self._ended, None
            raise Lost(ended)
        if not self._going:
            return
        if self._talk is None:
            if self._link != "refused" and time.monotonic() >= self._retry_at:
                self._connect()
        elif not self._talk.ready:
            if time.monotonic() >= self._talk.due():
                self._read()
        else:
            self._talk.work()
            self._talk.tell_changes()
        if self._talk is None or not self._talk.ready:
            self._effects.cannot(*_CANNOT.get(self._link, ("lost", "OBS is not connected")))

    def _wait(self) -> list[Letter]:
        """The letters that have come, after waiting for the first one until something is due."""
        if self._talk is not None:
            due = self._talk.due()
        else:
            due = math.inf if self._link == "refused" else self._retry_at
        wait_s = due - time.monotonic()
        letters: list[Letter] = []
        with contextlib.suppress(queue.Empty):
            if wait_s > 0:
                letters.append(self._letters.get(timeout=None if math.isinf(wait_s) else wait_s))
            while True:
                letters.append(self._letters.get_nowait())
        return letters

    def _take(self, letter: Letter) -> None:
        match letter:
            case Aim():
                self._effects.aim(letter)
            case Ask():
                self._effects.ask(letter, None if self._talk is None else self._talk.known)
            case Heard() if letter.wire == self._wires and self._talk is not None:
                self._hear(letter, self._talk)
            case Ended() if letter.wire == self._wires and self._talk is not None:
                self._ended = letter.why
            case Named() if letter.asked == self._asks and self._talk is not None:
                self._talk.in_collection(letter.collection)
            case SwitchOutput() | Chapter():
                self._effects.chores.add(letter)
            case Build():
                self._effects.chores.build(letter)
            case TryAgain():
                self._retry_at, self._retry_s = 0.0, FIRST_RETRY_S
                if self._link == "refused":
                    self._become("connecting")
            case Halt():
                self._going = False
            case _:
                pass  # news from a connection that has been thrown away

    # -- the link --------------------------------------------------------------------------------

    def _connect(self) -> None:
        from hostconsole.obs.wire import Switch, Wire  # late: as in `run`

        switch = Switch()
        self._connecting(switch)
        self._wires += 1
        number = self._wires
        way = self._way()
        wire = Wire(host=way.host, port=way.port, timeout_s=TIMEOUT_S, switch=switch)
        try:
            wire.open(
                way.password,
                heard=lambda event, fields: self._heard(number, event, fields),
                ended=lambda why: self._letters.put(Ended(wire=number, why=why)),
            )
        except PasswordRefused as refused:
            self._become("refused", refused.why)
            return
        self._wire = wire
        self._absent_since = None
        self._talk = Conversation(
            wire, effects=self._effects, told=self._told, vitals=self._vitals, meters=self._meters,
            say=self._say,
        )  # fmt: skip
        self._read()

    def _heard(self, wire: int, event: str, fields: dict[str, Any]) -> None:
        """On the listening thread."""
        if event == "InputVolumeMeters":
            self._meters.hear(fields, time.monotonic())
        else:
            self._letters.put(Heard(wire=wire, at=time.monotonic(), event=event, fields=fields))

    def _read(self) -> None:
        assert self._talk is not None
        ready = self._talk.reads()
        if ready is None:
            self._become("loading", "OBS is still loading")
            return
        self._retry_s = FIRST_RETRY_S
        self._become("ready")
        if self._named_wire != self._wires:
            self._named_wire = self._wires
            self._asks += 1
            number = self._asks
            self._name.ask(lambda name: self._letters.put(Named(asked=number, collection=name)))
        away_s = None if self._lost_at is None else round(time.monotonic() - self._lost_at, 1)
        self._lost_at = None
        self._say(structs.replace(ready, away_s=away_s))
        self._talk.tell_changes()

    def _hear(self, letter: Heard, talk: Conversation) -> None:
        if letter.event == "ExitStarted" and self._link != "lost":
            talk.leave()
            self._vitals.run.closed()
            self._tell_lost("OBS is being closed")
        elif not talk.hear(letter):
            self._become("loading", "OBS is changing its scene collection")
        elif letter.event == "CurrentSceneCollectionChanged":
            self._asks += 1  # what was asked before is of no interest any more
            talk.collection_changed(str(letter.fields.get("sceneCollectionName") or ""))

    def _lose(self, error: Lost | NotReady | RequestFailed) -> None:
        if isinstance(error, NotReady) and self._talk is not None:
            self._talk.wait()
            self._become("loading", "OBS is still loading")
            return
        why = error.why if isinstance(error, Lost | RequestFailed) else "OBS is not ready"
        cheap = isinstance(error, Lost) and error.cheap
        self._hang_up()
        if self._link in ("ready", "loading"):
            self._tell_lost(why)
            self._retry_s = FIRST_RETRY_S
        else:
            self._effects.lose(why)
            self._tell_absent(why, cheap=cheap)
        longest_s = CHEAP_RETRY_S if cheap else LAST_RETRY_S
        self._retry_at = time.monotonic() + min(self._retry_s, longest_s)
        self._retry_s = min(self._retry_s * 2, longest_s)

    def _tell_lost(self, why: str) -> None:
        self._effects.lose(why)
        self._lost_at = time.monotonic()
        self._vitals.rest(self._lost_at)
        self._say(ObsLost(why=why))
        self._become("lost", why)

    def _tell_absent(self, why: str, *, cheap: bool) -> None:
        """Nobody answers yet; after a while, what may be the matter on the other side."""
        now = time.monotonic()
        if cheap:
            self._vitals.run.refused()
        self._absent_since = (self._absent_since or now) if cheap else None
        known = why in (NO_OBS_HERE, SERVER_OFF)
        if not known and self._absent_since is not None and now - self._absent_since >= _HINT_AFTER_S:
            self._become("lost" if self._link == "lost" else "connecting", f"{why}; {_HINT}")
        elif self._link == "connecting":
            self._become("connecting", why)

    def _hang_up(self) -> None:
        self._name.stop()
        if self._wire is not None:
            self._wire.close()
        self._wire = self._talk = None
        self._meters.mics = frozenset()
        self._meters.end()

    def _become(self, link: ObsLink, why: str = "") -> None:
        if (link, why) != (self._link, self._why):
            self._say(ObsLinkChanged(was=self._link, now=link, why=why))
            self._link, self._why = link, why
