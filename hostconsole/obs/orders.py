"""Requests for scenes, from asked to seen: at most one is awaited, the newest; the rest is stale.

Pure bookkeeping: times are arguments (monotonic seconds), nothing is sent here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from hostconsole.obs.letters import Order
from hostconsole.show.events import Event, SceneAccepted, SceneFailed, SceneShown

LOOK_AFTER_S = 0.25
GIVE_UP_AFTER_S = 1.2
"""After the end of the transition: when to look, and when to call it failed (DESIGN §4 rule 3)."""


@dataclass(slots=True)
class _Sent:
    """An order OBS has accepted; `looked`: the first fresh read has been made."""

    order: Order
    look_at: float
    give_up_at: float
    length_ms: int
    looked: bool = False
    settled: bool = False
    gave_up: bool = False


class Orders:
    """Tells, through `say`, what becomes of each order."""

    def __init__(self, say: Callable[[Event], None]) -> None:
        self._say = say
        self._waiting: Order | None = None
        self._undelivered: Order | None = None
        self._sent: _Sent | None = None
        self._before: deque[Order] = deque(maxlen=8)

    @property
    def waiting(self) -> Order | None:
        """The order to be sent now."""
        return self._waiting

    @property
    def awaited(self) -> Order | None:
        """The accepted order that has not been seen on air yet."""
        return None if self._sent is None or self._sent.settled else self._sent.order

    def place(self, order: Order) -> None:
        """A newer order: whatever came before and is not on air is stale."""
        if self._waiting is not None:
            self._stale(self._waiting)
        if self._undelivered is not None and self._undelivered.scene != order.scene:
            self._stale(self._undelivered)
        if self._sent is not None:
            if not self._sent.settled:
                self._stale(self._sent.order)
            self._before.append(self._sent.order)
        self._waiting, self._undelivered, self._sent = order, None, None

    def hold(self, code: str, why: str) -> None:
        """The waiting order cannot be sent now, and will not be sent later by itself."""
        if self._waiting is not None:
            self._undelivered = self._waiting
            self.fail(code, why)

    def fail(self, code: str, why: str) -> None:
        """The waiting order did not come true."""
        if self._waiting is not None:
            self._say(SceneFailed(scene=self._waiting.scene, order=self._waiting.number, code=code, why=why))
            self._waiting = None

    def accept(self, now: float, transition_ms: int) -> None:
        """OBS has answered the waiting order."""
        order, self._waiting = self._waiting, None
        if order is None:
            return
        end = now + transition_ms / 1000
        self._sent = _Sent(order, end + LOOK_AFTER_S, end + GIVE_UP_AFTER_S, transition_ms)
        self._say(SceneAccepted(scene=order.scene, order=order.number, ms=_ms(order, now)))

    def saw(self, scene: str, at: float) -> None:
        """OBS shows `scene` now: the awaited order has come true, or a stale one after all, or somebody
        switched by hand."""
        sent = self._sent
        if sent is not None and sent.order.scene == scene and (not sent.settled or sent.gave_up):
            sent.settled, sent.gave_up = True, False
            self._tell_shown(sent.order, at)
            return
        late = next((order for order in reversed(self._before) if order.scene == scene), None)
        if self.awaited is not None and late is not None:
            self._before.remove(late)
            self._tell_shown(late, at)
        else:
            self._say(SceneShown(scene=scene))

    def rename(self, was: str, now: str) -> None:
        """A scene has another name: what was asked for it still means it."""

        def renamed(order: Order) -> Order:
            return replace(order, scene=now) if order.scene == was else order

        if self._waiting is not None:
            self._waiting = renamed(self._waiting)
        if self._undelivered is not None:
            self._undelivered = renamed(self._undelivered)
        if self._sent is not None:
            self._sent.order = renamed(self._sent.order)
        self._before = deque((renamed(order) for order in self._before), maxlen=self._before.maxlen)

    def due(self) -> float | None:
        """When to look with a fresh read."""
        if self._sent is None or self._sent.settled:
            return None
        return self._sent.give_up_at if self._sent.looked else self._sent.look_at

    def lasts(self, length_ms: int) -> None:
        """The awaited order's transition takes this long, not what was thought when it was accepted."""
        sent = self._sent
        if sent is not None and length_ms > sent.length_ms:
            later_s = (length_ms - sent.length_ms) / 1000
            sent.look_at += later_s
            sent.give_up_at += later_s
            sent.length_ms = length_ms

    def looked(self, scene: str, now: float) -> None:
        """A fresh read, made when due, found `scene`."""
        sent = self._sent
        if sent is None or sent.settled:
            return
        if scene == sent.order.scene:
            self.saw(scene, now)
        elif now >= sent.give_up_at:
            sent.settled = sent.gave_up = True
            why = f"OBS shows {scene!r} instead"
            self._say(SceneFailed(scene=sent.order.scene, order=sent.order.number, code="timeout", why=why))
        else:
            sent.looked = True

    def lose(self, why: str) -> None:
        """The connection is gone: what was on its way is lost."""
        if self._sent is not None and not self._sent.settled:
            self._waiting = self._waiting or self._sent.order
        self._sent = None
        self._before.clear()
        self.hold("lost", why)

    def _stale(self, order: Order) -> None:
        why = "a newer one took its place"
        self._say(SceneFailed(scene=order.scene, order=order.number, code="stale", why=why))

    def _tell_shown(self, order: Order, at: float) -> None:
        self._say(SceneShown(scene=order.scene, order=order.number, ms=_ms(order, at)))


def _ms(order: Order, at: float) -> float:
    return round(max(0.0, at - order.at) * 1000, 1)
