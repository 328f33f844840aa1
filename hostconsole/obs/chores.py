"""What OBS is asked beside scenes and texts: outputs switched, chapters set, scenes made. One at a time, and
never while a take waits."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from hostconsole.obs.faults import Lost, NotBuilt, NotReady, RequestFailed
from hostconsole.obs.known import Known
from hostconsole.obs.letters import Build, Chapter, SwitchOutput
from hostconsole.show.events import Event, SceneNotBuilt, TroubleMet
from hostconsole.show.obs_state import Output

if TYPE_CHECKING:
    from hostconsole.obs.wire import Wire

_REQUESTS: dict[tuple[Output, bool], str] = {
    ("stream", True): "StartStream",
    ("stream", False): "StopStream",
    ("recording", True): "StartRecord",
    ("recording", False): "StopRecord",
    ("virtual_camera", True): "StartVirtualCam",
    ("virtual_camera", False): "StopVirtualCam",
}
_NAMES: dict[Output, str] = {
    "stream": "the stream",
    "recording": "the recording",
    "virtual_camera": "the virtual camera",
}
TROUBLE = "obs_output"


class Chores:
    """What cannot be done is told as TroubleMet, and taken back once the output does what was asked."""

    def __init__(self, say: Callable[[Event], None]) -> None:
        self._say = say
        self._waiting: deque[SwitchOutput | Chapter | Build] = deque()
        self._failed = False

    @property
    def waiting(self) -> bool:
        return bool(self._waiting)

    def add(self, letter: SwitchOutput | Chapter) -> None:
        self._waiting.append(letter)

    def build(self, letter: Build) -> None:
        """Scenes are made one at a time; a letter without any takes back those that still wait."""
        if letter.needs:
            self._waiting += [Build(needs=(need,), language=letter.language) for need in letter.needs]
            return
        waiting, self._waiting = self._waiting, deque()
        for chore in waiting:
            if isinstance(chore, Build):
                self._not_built(chore, "show_began", "the show began first")
            else:
                self._waiting.append(chore)

    def lose(self, why: str) -> None:
        """OBS cannot be asked: nothing of this is done later by itself."""
        while self._waiting:
            chore = self._waiting.popleft()
            if isinstance(chore, SwitchOutput):
                self._fail(chore, why)
            elif isinstance(chore, Build):
                self._not_built(chore, "lost", why)

    def work(self, wire: Wire, known: Known) -> None:
        """Does the next one. Raises `Lost` or `NotReady`."""
        chore = self._waiting.popleft()
        if isinstance(chore, Chapter):
            _set_chapter(wire, known, chore)
        elif isinstance(chore, Build):
            self._build(wire, chore)
        else:
            self._switch(wire, known, chore)

    def _switch(self, wire: Wire, known: Known, chore: SwitchOutput) -> None:
        try:
            if _is_on(known, chore.name) != chore.on:
                wire.ask(_REQUESTS[chore.name, chore.on])
        except RequestFailed as failed:
            self._fail(chore, failed.why)
            return
        if self._failed:
            self._failed = False
            self._say(TroubleMet(code=TROUBLE, text="", over=True))

    def _build(self, wire: Wire, chore: Build) -> None:
        from hostconsole.obs.building import build  # late: a show is prepared once

        try:
            for need in chore.needs:
                self._say(build(wire, need, chore.language))
        except NotBuilt as cannot:
            self._not_built(chore, cannot.code, cannot.why)
        except RequestFailed as failed:
            self._not_built(chore, "refused", failed.why)
        except (Lost, NotReady):
            self._not_built(chore, "lost", "OBS went away meanwhile: it may be half made there")
            raise

    def _not_built(self, chore: Build, code: str, why: str) -> None:
        for need in chore.needs:
            self._say(SceneNotBuilt(scene=need.scene, code=code, why=why))

    def _fail(self, chore: SwitchOutput, why: str) -> None:
        self._failed = True
        done = "started" if chore.on else "stopped"
        text = f"{_NAMES[chore.name]} could not be {done}: {why}"
        self._say(TroubleMet(code=TROUBLE, text=text[0].upper() + text[1:]))


def _set_chapter(wire: Wire, known: Known, chapter: Chapter) -> None:
    """Only some recordings (hybrid MP4) hold chapters; one that does not is not asked again."""
    if not (known.chapters and known.recording and not known.paused):
        return
    try:
        wire.ask("CreateRecordChapter", chapterName=chapter.name)
    except RequestFailed as failed:
        known.chapters = False
        logging.getLogger("hostconsole.obs").info("no chapters in this recording: %s", failed.why)


def _is_on(known: Known, name: Output) -> bool:
    on = {"stream": known.streaming, "recording": known.recording, "virtual_camera": known.virtual_camera}
    return on[name]
