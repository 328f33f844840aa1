"""What OBS should show, made true: the target, its scene in one frame with its texts, stock ticks after.

Owned by the request thread. Times in monotonic seconds.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from hostconsole.obs.chores import Chores
from hostconsole.obs.faults import NOT_FOUND, RequestFailed
from hostconsole.obs.known import PREFIX, Known, setting_of
from hostconsole.obs.letters import Aim, Ask, Order
from hostconsole.obs.orders import Orders
from hostconsole.obs.preview import Preview
from hostconsole.obs.reading import read_own_transition, read_scene
from hostconsole.show.events import Event, TextsFailed, TextsShown
from hostconsole.show.target import Target

if TYPE_CHECKING:
    from hostconsole.obs.wire import Request, Wire

TEXTS_EVERY_S = 0.2
"""Texts alone go out at most five times a second."""


class Effects:
    """Sends what differs between the target and what OBS is known to show. What becomes of it is told
    through `say`."""

    def __init__(self, say: Callable[[Event], None]) -> None:
        self._say = say
        self.orders = Orders(say)
        self._target = Target()
        self._aimed_at = 0.0
        self._delivered = False
        self._texts_from = 0.0
        self._given_up: dict[str, str] = {}
        self._preview = Preview()
        self.chores = Chores(say)

    # -- wishes ----------------------------------------------------------------------------------

    def aim(self, letter: Aim) -> None:
        """A newer target; latest wins."""
        if letter.target.take != self._target.take:
            self._delivered = False
        self._target, self._aimed_at = letter.target, letter.at
        self._preview.aim(letter.target)
        if letter.order is not None:
            self.orders.place(letter.order)

    def ask(self, letter: Ask, known: Known | None) -> None:
        """The target once more, or a scene outside it."""
        if letter.afresh:
            self._given_up.clear()
            self._aimed_at = time.monotonic()
            self._delivered = True
            if known is not None:
                known.values = dict.fromkeys(known.values)
        if letter.order is not None:
            self.orders.place(letter.order)

    def cannot(self, code: str, why: str) -> None:
        """OBS cannot be asked now; what waits is told as failed and not sent later by itself."""
        self.orders.hold(code, why)
        self.chores.lose(why)

    def lose(self, why: str) -> None:
        """The connection is gone."""
        self.orders.lose(why)
        self._delivered = False
        self._given_up.clear()
        self._preview.lose()
        self.chores.lose(why)

    # -- work ------------------------------------------------------------------------------------

    def due(self, known: Known) -> float:
        """When `work` has something to do next."""
        if self.orders.waiting is not None or self.chores.waiting:
            return 0.0
        texts = self._texts_from if self._may_send_texts(known) and self._differing(known) else math.inf
        look = self.orders.due()
        preview = self._preview.due(known) if self.orders.awaited is None else math.inf
        return min(texts, preview, math.inf if look is None else look)

    def work(self, wire: Wire, known: Known) -> None:
        """Does what is due. Raises `Lost` or `NotReady`."""
        now = time.monotonic()
        order = self.orders.waiting
        look = self.orders.due()
        if order is not None:
            self._send(wire, known, order)
        elif look is not None and now >= look:
            self._look(wire, known)
        elif self._may_send_texts(known) and now >= self._texts_from and self._differing(known):
            self._send_texts(wire, known)
        elif self.chores.waiting:
            self.chores.work(wire, known)
        elif self.orders.awaited is None and now >= self._preview.due(known):
            self._preview.work(wire)

    def _look(self, wire: Wire, known: Known) -> None:
        """No event has come in time: reads what is on air, unless the scene's own transition is longer."""
        if (awaited := self.orders.awaited) is None:
            return
        self.orders.lasts(read_own_transition(wire, awaited.scene))
        if (look := self.orders.due()) is None or time.monotonic() < look:
            return
        scene = read_scene(wire)
        self.orders.looked(scene, time.monotonic())
        if self.orders.awaited is None:
            known.scene, known.settled_at = scene, time.monotonic()

    def _send(self, wire: Wire, known: Known, order: Order) -> None:
        names = self._differing(known) if order.with_inputs else ()
        if order.scene not in known.scenes:
            self.orders.fail("missing", f"OBS has no scene {order.scene!r}")
            self._delivered = self._delivered or order.with_inputs
            return  # the texts follow by themselves, without the scene
        stands = known.scene == order.scene and time.monotonic() >= known.moving_until
        requests = [*self._requests(names), ("SetCurrentProgramScene", {"sceneName": order.scene})]
        answers = _send_together(wire, requests)
        now = time.monotonic()
        self._tell_texts(known, names, answers[:-1], now)
        self._delivered = self._delivered or order.with_inputs
        refused = answers[-1]
        if isinstance(refused, RequestFailed):
            self.orders.fail("missing" if refused.code == NOT_FOUND else "refused", refused.why)
            return
        self.orders.accept(now, known.transition_ms)
        if stands and read_scene(wire) == order.scene:
            self.orders.saw(order.scene, time.monotonic())

    def _send_texts(self, wire: Wire, known: Known) -> None:
        names = self._differing(known)
        if not names:
            return
        answers = _send_together(wire, self._requests(names))
        now = time.monotonic()
        self._texts_from = now + TEXTS_EVERY_S
        self._tell_texts(known, names, answers, now)

    # -- texts -----------------------------------------------------------------------------------

    def _may_send_texts(self, known: Known) -> bool:
        """Texts state facts about the item on air: they wait until its scene is there too."""
        return self._delivered or self._target.scene in (None, known.scene)

    def _differing(self, known: Known) -> tuple[str, ...]:
        return tuple(
            name
            for name, value in self._target.inputs.items()
            if name in known.values and known.values[name] != value and self._given_up.get(name) != value
        )

    def _requests(self, names: Iterable[str]) -> list[Request]:
        return [
            (
                "SetInputSettings",
                {
                    "inputName": PREFIX + name,
                    "inputSettings": {setting_of(name): self._target.inputs[name]},
                    "overlay": True,
                },
            )
            for name in names
        ]

    def _tell_texts(self, known: Known, names: Sequence[str], answers: Sequence[object], now: float) -> None:
        failed = {
            name: answer.why
            for name, answer in zip(names, answers, strict=True)
            if isinstance(answer, RequestFailed)
        }
        shown = tuple(name for name in names if name not in failed)
        known.values.update({name: self._target.inputs[name] for name in shown})
        self._given_up.update({name: self._target.inputs[name] for name in failed})
        if shown:
            self._say(TextsShown(names=shown, ms=round((now - self._aimed_at) * 1000, 1)))
        if failed:
            self._say(TextsFailed(names=tuple(failed), why="; ".join(dict.fromkeys(failed.values()))))


def _send_together(wire: Wire, requests: Sequence[Request]) -> Sequence[object]:
    """All in one video frame; a request alone needs no batch, and no wait for the next frame."""
    if len(requests) > 1:
        return wire.batch(requests, in_one_frame=True)
    request, fields = requests[0]
    try:
        return [wire.ask(request, **fields)]
    except RequestFailed as failed:
        return [failed]
