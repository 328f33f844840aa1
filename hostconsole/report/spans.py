"""What lasted: links that were up, scenes that were shown, files that were recorded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from hostconsole.report.figures import LinkFacts, RecordingFacts, SceneFacts
from hostconsole.show.clocks import recording_ms
from hostconsole.show.events import Entry
from hostconsole.show.state import State

SLACK_MS = 1_000
"""A file whose time has gone back by more is another file."""

_MOVES_LINKS = ("link.", "countdown.")


@dataclass(slots=True)
class SpanNotes:
    """Feed it every entry with the states around it."""

    _links: list[LinkFacts] = field(default_factory=list)
    _up: dict[str, int] = field(default_factory=dict)
    _scenes: list[tuple[str, int]] = field(default_factory=list)
    _recordings: list[list[tuple[int, int, int]]] = field(default_factory=list)
    _piece: tuple[int, int] | None = None
    stream_since_ms: int | None = None

    def hear(self, before: State, entry: Entry, after: State) -> None:
        if entry.event.kind.startswith(_MOVES_LINKS) and before.items is not after.items:
            self._hear_links(before, entry, after)
        if before.obs is not after.obs:
            self._hear_scene(entry, after)
            self._hear_recording(before, entry, after)
            if self.stream_since_ms is None:
                self.stream_since_ms = after.obs.stream_since_ms

    def _hear_links(self, before: State, entry: Entry, after: State) -> None:
        for key, row in after.items.items():
            old = before.items.get(key)
            if old is row or (old is not None and old.link == row.link):
                continue
            up = row.link.status == "up"
            if up and key not in self._up:
                self._up[key] = len(self._links)
                self._links.append(
                    LinkFacts(
                        item=key, link_no=row.item.link_no, sku=row.item.sku, since_ms=entry.mono_ms,
                        until_ms=None, by=row.link.by,
                    )
                )  # fmt: skip
            elif not up and key in self._up:
                place = self._up.pop(key)
                self._links[place] = replace(self._links[place], until_ms=entry.mono_ms)

    def _hear_scene(self, entry: Entry, after: State) -> None:
        """An OBS that is lost may show anything: its scene is known again when it is back."""
        scene = after.obs.scene if after.obs.link in ("ready", "simulated") else ""
        if scene != (self._scenes[-1][0] if self._scenes else ""):
            self._scenes.append((scene, entry.mono_ms))

    def _hear_recording(self, before: State, entry: Entry, after: State) -> None:
        was, now = recording_ms(before, entry.mono_ms), recording_ms(after, entry.mono_ms)
        running = after.obs.recording and after.obs.rec_since_ms is not None and now is not None
        anew = now is not None and now + SLACK_MS < (self._recorded_ms(entry.mono_ms) if was is None else was)
        if self._piece is not None and (not running or anew):
            self._close(entry.mono_ms)
        if running and self._piece is None and now is not None:
            if not self._recordings or not before.obs.recording or anew:
                self._recordings.append([])
            self._piece = (entry.mono_ms, now)

    def _recorded_ms(self, now_ms: int) -> int:
        """How far the last file had got when it was last seen."""
        if self._piece is not None:
            return self._piece[1] + now_ms - self._piece[0]
        pieces = self._recordings[-1] if self._recordings else []
        return pieces[-1][2] + pieces[-1][1] - pieces[-1][0] if pieces else 0

    def _close(self, now_ms: int) -> None:
        if self._piece is not None:
            since, at = self._piece
            self._recordings[-1].append((since, now_ms, at))
            self._piece = None

    def links(self) -> tuple[LinkFacts, ...]:
        return tuple(self._links)

    def scenes(self, end_ms: int) -> tuple[SceneFacts, ...]:
        """Up to `end_ms`, the times in which nobody knew left out."""
        starts = [*self._scenes, ("", end_ms)]
        spans = pairwise(starts)
        return tuple(
            SceneFacts(scene=scene, since_ms=since, until_ms=until)
            for (scene, since), (_, until) in spans
            if scene and until > since
        )

    def recordings(self, end_ms: int) -> tuple[RecordingFacts, ...]:
        """Up to `end_ms`, the running one among them."""
        found = [list(pieces) for pieces in self._recordings]
        if self._piece is not None:
            since, at = self._piece
            found[-1].append((since, end_ms, at))
        whole = [tuple(pieces) for pieces in found if pieces]
        return tuple(RecordingFacts(n=n, pieces=pieces) for n, pieces in enumerate(whole, start=1))
