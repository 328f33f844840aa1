"""OBS as the rest of the program sees it: aim at a target, be told facts. One interface for the real
link, the simulated one and "off".

Every method is called on the main thread and returns at once; `tell(event)` is always called on the loop
of that thread, with the events of `hostconsole.show.events`, and a fact only when it changed.
"""

from __future__ import annotations

import asyncio
import itertools
import queue
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from hostconsole.obs.letters import Aim, Ask, Build, Chapter, Halt, Letter, Order, SwitchOutput, TryAgain
from hostconsole.obs.way import FindWay, way_to
from hostconsole.show.events import Event, SceneAsked
from hostconsole.show.obs_state import Output, SceneNeed
from hostconsole.show.rules import Language
from hostconsole.show.target import Target

if TYPE_CHECKING:
    from hostconsole.obs.wire import Switch

Tell = Callable[[Event], None]

_STOP_S = 0.8


class Obs(Protocol):
    """What the desk may ask of OBS."""

    def start(self) -> None:
        """Begins to connect; after a refused password: tries again."""

    def aim(self, target: Target) -> None:
        """What OBS should show from now on; latest wins. A new `target.take` sends its scene. Before
        `start` it only says how things stood (a resumed session): nothing will be fired by it."""

    def resend(self, scene: str | None = None) -> None:
        """Sends the last target again, scene and texts, whatever OBS is believed to show. `scene` goes in the
        place of the target's: the safe picture, while that is wanted."""

    def show_scene(self, scene: str) -> None:
        """Shows a scene outside the target (safe picture, and back), texts untouched."""

    def switch_output(self, name: Output, *, on: bool) -> None:
        """Starts or stops an output; what cannot be done is told as TroubleMet."""

    def chapter(self, name: str) -> None:
        """A chapter of the recording begins, where OBS can set one."""

    def build(self, needs: tuple[SceneNeed, ...], *, language: Language) -> None:
        """Makes scenes, one after the other; each is told as SceneBuilt or SceneNotBuilt. Without any: those
        that still wait are not made."""

    def stop(self, *, wait: bool = True) -> None:
        """Ends all threads within a second, and waits for that unless told not to; nothing is told
        afterwards."""


class ObsLink:
    """The link to a real OBS. `way` is called on the request thread, at each connect; `address` is what
    a person calls it."""

    def __init__(self, *, address: str, way: FindWay, tell: Tell, loop: asyncio.AbstractEventLoop) -> None:
        self._address = address
        self._way = way
        self._tell = tell
        self._loop = loop
        self._letters: queue.SimpleQueue[Letter] = queue.SimpleQueue()
        self._numbers = itertools.count(1)
        self._target = Target()
        self._thread: threading.Thread | None = None
        self._switch: Switch | None = None
        self._stopped = False

    def __repr__(self) -> str:
        return f"<OBS at {self._address}>"

    def start(self) -> None:
        if self._thread is not None:
            self._letters.put(TryAgain())
            return
        from hostconsole.obs.worker import Worker

        worker = Worker(
            way=self._way,
            letters=self._letters,
            say=self._say,
            connecting=self._connecting,
        )
        self._thread = threading.Thread(target=worker.run, name="obs", daemon=True)
        self._thread.start()

    def aim(self, target: Target) -> None:
        fires = self._thread is not None and target.take != self._target.take
        self._target = target
        order = self._order(target.scene) if fires else None
        self._letters.put(Aim(target=target, at=time.monotonic(), order=order))

    def resend(self, scene: str | None = None) -> None:
        self._letters.put(Ask(order=self._order(scene or self._target.scene), afresh=True))

    def show_scene(self, scene: str) -> None:
        self._letters.put(Ask(order=self._order(scene, with_inputs=False)))

    def switch_output(self, name: Output, *, on: bool) -> None:
        self._letters.put(SwitchOutput(name=name, on=on))

    def chapter(self, name: str) -> None:
        self._letters.put(Chapter(name=name))

    def build(self, needs: tuple[SceneNeed, ...], *, language: Language) -> None:
        self._letters.put(Build(needs=needs, language=language))

    def stop(self, *, wait: bool = True) -> None:
        self._stopped = True
        self._letters.put(Halt())
        if self._switch is not None:
            self._switch.cut()
        if wait and self._thread is not None:
            self._thread.join(_STOP_S)

    def _order(self, scene: str | None, *, with_inputs: bool = True) -> Order | None:
        if scene is None:
            return None
        order = Order(number=next(self._numbers), scene=scene, at=time.monotonic(), with_inputs=with_inputs)
        self._say(SceneAsked(scene=scene, order=order.number))
        return order

    def _connecting(self, switch: Switch) -> None:
        self._switch = switch
        if self._stopped:
            switch.cut()

    def _say(self, event: Event) -> None:
        if self._stopped:
            return
        try:
            self._loop.call_soon_threadsafe(self._hand_over, event)
        except RuntimeError:
            self._stopped = True  # the loop is closed: nobody is left to be told

    def _hand_over(self, event: Event) -> None:
        if not self._stopped:
            self._tell(event)


class NoObs:
    """OBS is switched off: nothing is asked, nothing is told."""

    def __init__(self, *, tell: Tell, loop: asyncio.AbstractEventLoop) -> None:
        """`tell` and `loop` are taken so that all three can be made alike."""

    def start(self) -> None:
        """Nothing to do."""

    def aim(self, target: Target) -> None:
        """Nothing to do."""

    def resend(self, scene: str | None = None) -> None:
        """Nothing to do."""

    def show_scene(self, scene: str) -> None:
        """Nothing to do."""

    def switch_output(self, name: Output, *, on: bool) -> None:
        """Nothing to do."""

    def chapter(self, name: str) -> None:
        """Nothing to do."""

    def build(self, needs: tuple[SceneNeed, ...], *, language: Language) -> None:
        """Nothing to do."""

    def stop(self, *, wait: bool = True) -> None:
        """Nothing to do."""


def open_obs(
    address: str, *, password: Callable[[], str | None], tell: Tell, loop: asyncio.AbstractEventLoop
) -> Obs:
    """The OBS that `address` names: "ws://HOST:PORT", "this-pc", "simulated" or "off". Nothing runs before
    `start`. Raises `Refused` (bad_value)."""
    if address.strip().lower() == "off":
        return NoObs(tell=tell, loop=loop)
    if address.strip().lower() == "simulated":
        from hostconsole.obs.simulated import SimulatedObs

        return SimulatedObs(tell=tell, loop=loop)
    return ObsLink(address=address, way=way_to(address, password=password), tell=tell, loop=loop)
