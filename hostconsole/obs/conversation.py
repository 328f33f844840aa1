"""One connection that stands: what is heard over it, and what is asked while nothing else is to be done.

Owned by the request thread. Times in monotonic seconds.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from hostconsole.obs.effects import Effects
from hostconsole.obs.faults import NotReady
from hostconsole.obs.known import Known, Told
from hostconsole.obs.letters import Heard
from hostconsole.obs.meters import MOST_INPUTS, Meters
from hostconsole.obs.reading import read_all, read_health, read_lists, read_scene, read_transition
from hostconsole.obs.vitals import Vitals
from hostconsole.show.events import Event, ObsReady, SceneRenamed

if TYPE_CHECKING:
    from hostconsole.obs.wire import Wire

BEAT_S = 0.75
"""After so long without a word, OBS is asked for a sign of life."""

HEALTH_EVERY_S = 2.0
STREAM_EVERY_S = 1.0
"""How often OBS is asked how it is doing; more often while it streams, as a stream without bytes is told
after three seconds."""

LISTS_EVERY_S = 0.25
LOADING_EVERY_S = 0.1
COLLECTION_S = 10.0
"""A change of collection that is not over after this is asked about."""

LEAVING_S = 5.0
"""An OBS that said it closes and is still there after this is asked again."""


class Conversation:
    """`known` is None until OBS has told everything; `ready` says whether it can be asked to show."""

    def __init__(
        self, wire: Wire, *, effects: Effects, told: Told, vitals: Vitals, meters: Meters,
        say: Callable[[Event], None],
    ) -> None:  # fmt: skip
        self.known: Known | None = None
        self._wire = wire
        self._effects = effects
        self._told = told
        self._vitals = vitals
        self._meters = meters
        self._say = say
        self._read_from = 0.0
        self._beat_at = 0.0
        self._health_at = 0.0
        self._lists_from = 0.0
        self._strange = ""

    @property
    def ready(self) -> bool:
        """OBS serves."""
        return self.known is not None

    def reads(self) -> ObsReady | None:
        """Reads all there is. None while OBS loads: then it is tried again at `due`. Raises `Lost`,
        `RequestFailed`."""
        try:
            known = read_all(self._wire)
        except NotReady:
            self.wait()
            return None
        self.known = known
        self._effects.lose("OBS was not ready")
        for event in self._told.elsewhere(known):
            self._say(event)
        self._told.knows(known)
        self._listen_to_mics(known)
        self._put_off_beat()
        now = time.monotonic()
        self._health_at = now + STREAM_EVERY_S
        same_run = self._vitals.run.goes_on(known.rendered, now)
        self._vitals.run.rendered(known.rendered or 0, fps=known.fps, now=now)
        return ObsReady(
            same_run=same_run,
            collection=self._told.collection,
            version=known.version,
            scene=known.scene,
            scenes=known.scenes,
            inputs=known.inputs,
            transition_ms=known.transition_ms,
            studio_mode=known.studio_mode,
        )

    def tell_changes(self) -> None:
        """Tells what changed in OBS since the last call."""
        if self.known is not None:
            for event in self._told.changes(self.known):
                self._say(event)

    def hear(self, letter: Heard) -> bool:
        """Takes in one event. False: OBS is changing its collection and cannot be asked now."""
        if letter.event == "CurrentSceneCollectionChanging":
            self.wait(COLLECTION_S)
            return False
        known = self.known
        if known is None:
            return True
        was = known.scene
        known.hear(letter.event, letter.fields, letter.at)
        if letter.event == "SceneNameChanged":
            self._rename(str(letter.fields["oldSceneName"]), str(letter.fields["sceneName"]))
        elif letter.event == "CurrentProgramSceneChanged":
            known.scene = str(letter.fields.get("sceneName", ""))
            self._effects.orders.saw(known.scene, letter.at)
        elif known.scene != was:
            self._effects.orders.saw(known.scene, letter.at)
        return True

    def _rename(self, was: str, now: str) -> None:
        self._effects.orders.rename(was, now)
        self._told.renamed(was, now)
        self._say(SceneRenamed(was=was, now=now))

    def _listen_to_mics(self, known: Known) -> None:
        """Levels are listened to while there are microphones, and few enough inputs."""
        wanted = bool(known.mics) and known.input_count <= MOST_INPUTS
        if wanted and not self._meters.mics:
            self._meters.begin(time.monotonic())
            self._wire.hear_meters(True)
        elif self._meters.mics and not wanted:
            self._meters.end()
            self._wire.hear_meters(False)
        self._meters.mics = frozenset(known.mics) if wanted else frozenset()

    def wait(self, seconds: float = LOADING_EVERY_S) -> None:
        """OBS cannot serve just now: everything is read again after so long."""
        self.known = None
        self._read_from = time.monotonic() + seconds

    def leave(self) -> None:
        """OBS is closing: nothing is asked any more, lest it crash on the way; the connection will end."""
        self.wait(LEAVING_S)

    def collection_changed(self, name: str) -> None:
        """The change is over: read again at once."""
        self._read_from = 0.0
        self.in_collection(name)

    def in_collection(self, name: str) -> None:
        """OBS works with this collection."""
        for event in self._told.in_collection(name) if name else ():
            self._say(event)

    def due(self) -> float:
        """When there is something to do."""
        known = self.known
        if known is None:
            return self._read_from
        lists = self._lists_from if known.stale_lists or known.stale_transition else math.inf
        return min(self._effects.due(known), self._beat_at, lists, self._health_at)

    def work(self) -> None:
        """Does what is due. Raises `Lost`, `NotReady`, `RequestFailed`."""
        known = self.known
        now = time.monotonic()
        if known is None:
            return
        if self._effects.due(known) <= now:
            self._effects.work(self._wire, known)
        elif (known.stale_lists or known.stale_transition) and self._lists_from <= now:
            self._refresh(known, now)
        elif self._health_at <= now:
            self._look_after(known, now)
        elif self._beat_at <= now:
            self._beat(known)
        else:
            return
        self._put_off_beat()

    def _refresh(self, known: Known, now: float) -> None:
        self._lists_from = now + LISTS_EVERY_S
        if known.stale_lists:
            scene = known.scene
            read_lists(self._wire, known)
            known.scene = scene  # which scene is on air, its event tells
            self._listen_to_mics(known)
        else:
            read_transition(self._wire, known)

    def _look_after(self, known: Known, now: float) -> None:
        """Asks how OBS is doing; it is judged only while something leaves it."""
        self._health_at = now + (STREAM_EVERY_S if known.streaming else HEALTH_EVERY_S)
        sample = read_health(self._wire, known)
        if known.streaming or known.recording:
            self._vitals.take(sample)
        else:
            self._vitals.run.rendered(sample.rendered, fps=sample.fps, now=sample.at)
            self._vitals.rest(now)
        known.silent = self._meters.silent(now) and not all(known.mics.values())
        known.untold = self._meters.untold(now)
        self._vitals.incident("mic_silent", known.silent, now)

    def _beat(self, known: Known) -> None:
        """A sign of life, and a check of the truth: the same other scene twice is a switch not told."""
        scene = read_scene(self._wire)
        if scene == known.scene or self._effects.orders.awaited is not None:
            self._strange = ""
        elif self._strange == scene:
            known.scene, self._strange = scene, ""
            self._effects.orders.saw(scene, time.monotonic())
        else:
            self._strange = scene

    def _put_off_beat(self) -> None:
        self._beat_at = time.monotonic() + BEAT_S
