"""An OBS that is not there: same interface, every scene exists, a fade takes 300 ms. All it tells is
marked simulated by the link state."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable

from hostconsole.show.events import (
    Event,
    ObsLinkChanged,
    ObsReady,
    OutputsChanged,
    SceneAccepted,
    SceneAsked,
    SceneFailed,
    ScenesChanged,
    SceneShown,
    TextsShown,
)
from hostconsole.show.obs_state import Output, SceneNeed
from hostconsole.show.rules import Language
from hostconsole.show.target import PICTURE_INPUT, TEXT_INPUTS, Target

TRANSITION_MS = 300
_ACCEPT_MS = 2.0
_INPUTS = tuple(f"hc:{name}" for name in (*TEXT_INPUTS, PICTURE_INPUT))


class SimulatedObs:
    """Makes a scene when it is first asked for."""

    def __init__(self, *, tell: Callable[[Event], None], loop: asyncio.AbstractEventLoop) -> None:
        self._tell = tell
        self._loop = loop
        self._numbers = itertools.count(1)
        self._target = Target()
        self._shown: dict[str, str] = {}
        self._scenes: tuple[str, ...] = ()
        self._scene = ""
        self._outputs: frozenset[Output] = frozenset()
        self._fade: tuple[asyncio.TimerHandle, SceneShown] | None = None
        self._started = self._stopped = False

    def start(self) -> None:
        if self._started:
            return
        self._started = True
        self._say(ObsLinkChanged(was="off", now="simulated"))
        self._say(
            ObsReady(
                version="simulated",
                scene="",
                scenes=(),
                inputs=_INPUTS,
                transition_ms=TRANSITION_MS,
                simulated=True,
            )
        )

    def aim(self, target: Target) -> None:
        fires = self._started and target.take != self._target.take
        self._target = target
        self._show_texts()
        if fires and target.scene is not None:
            self.show_scene(target.scene)

    def resend(self, scene: str | None = None) -> None:
        self._shown.clear()
        self._show_texts()
        wanted = scene or self._target.scene
        if wanted is not None:
            self.show_scene(wanted)

    def show_scene(self, scene: str) -> None:
        if self._fade is not None:
            timer, old = self._fade
            timer.cancel()
            self._say(
                SceneFailed(
                    scene=old.scene, order=old.order or 0, code="stale", why="a newer one took its place"
                )
            )
        order = next(self._numbers)
        self._say(SceneAsked(scene=scene, order=order))
        if scene not in self._scenes:
            self._scenes = (*self._scenes, scene)
            self._say(ScenesChanged(scenes=self._scenes, inputs=_INPUTS))
        self._say(SceneAccepted(scene=scene, order=order, ms=_ACCEPT_MS))
        wait_ms = TRANSITION_MS if scene != self._scene else _ACCEPT_MS
        shown = SceneShown(scene=scene, order=order, ms=_ACCEPT_MS + wait_ms)
        self._fade = self._loop.call_later(wait_ms / 1000, self._faded, shown), shown

    def switch_output(self, name: Output, *, on: bool) -> None:
        self._outputs = (self._outputs | {name}) if on else (self._outputs - {name})
        self._say(
            OutputsChanged(
                streaming="stream" in self._outputs,
                recording="recording" in self._outputs,
                paused=False,
                virtual_camera="virtual_camera" in self._outputs,
            )
        )

    def chapter(self, name: str) -> None:
        """There is no recording to put it in."""

    def build(self, needs: tuple[SceneNeed, ...], *, language: Language) -> None:
        """Every scene is there when it is asked for."""

    def stop(self, *, wait: bool = True) -> None:
        self._stopped = True
        if self._fade is not None:
            self._fade[0].cancel()

    def _faded(self, shown: SceneShown) -> None:
        self._fade, self._scene = None, shown.scene
        self._say(shown)

    def _show_texts(self) -> None:
        names = tuple(name for name, text in self._target.inputs.items() if self._shown.get(name) != text)
        self._shown.update(self._target.inputs)
        if names and self._started:
            self._say(TextsShown(names=names, ms=_ACCEPT_MS))

    def _say(self, event: Event) -> None:
        self._loop.call_soon_threadsafe(self._hand_over, event)

    def _hand_over(self, event: Event) -> None:
        if not self._stopped:
            self._tell(event)
