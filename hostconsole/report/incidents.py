"""What was not as planned: OBS lost, the safe picture, the stream's target gone, the program not running,
scenes that failed, troubles of the world. Each with its span on the session's clock."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.report.figures import IncidentFacts, IncidentKind
from hostconsole.show import events as e
from hostconsole.show.events import Entry
from hostconsole.show.state import State


class IncidentNotes:
    """Feed it every entry with the states around it; `facts` gives the incidents in order."""

    def __init__(self) -> None:
        self._found: list[IncidentFacts] = []
        self._open: dict[str, int] = {}

    def hear(self, before: State, entry: Entry, after: State) -> None:
        """Spans open and close by what the state says, so that a take that ends the safe picture, or a
        reconnect by any road, closes them."""
        self._span("safe_picture", entry, before.obs.safe is not None, after.obs.safe is not None, after)
        self._span("stream_reconnecting", entry, before.obs.reconnecting, after.obs.reconnecting, after)
        match entry.event:
            case e.ObsLost() | e.ObsLinkChanged(now="lost") as event if "obs_lost" not in self._open:
                self._begin("obs_lost", entry, event.why, before)
            case e.ObsReady() | e.ObsLinkChanged(now="ready" | "simulated" | "off"):
                self._end("obs_lost", entry.mono_ms)
            case e.SessionResumed() as event:
                self._resumed(entry, event, before)
            case e.SceneFailed() as event if event.code != "stale":
                text = f"{event.scene} ({event.code})" + (f": {event.why}" if event.why else "")
                self._point("scene_failed", entry, text, before)
            case e.IncidentBegan() as event:
                self._begin(event.what, entry, "", before)
            case e.IncidentEnded() as event:
                self._end(event.what, entry.mono_ms)
            case e.TroubleMet() as event if event.over:
                self._end(f"trouble {event.code}", entry.mono_ms)
            case e.TroubleMet() as event:
                self._end(f"trouble {event.code}", entry.mono_ms)
                self._begin("trouble", entry, event.text, before, name=f"trouble {event.code}")
            case e.OversoldSettled() as event:
                to = f" ({event.to})" if event.to else ""
                self._point("oversold", entry, f"{event.sku}: {event.qty} · {event.how}{to}", before)
            case e.SessionEnded():
                for name in tuple(self._open):
                    self._end(name, entry.mono_ms)

    def facts(self) -> tuple[IncidentFacts, ...]:
        return tuple(self._found)

    def _span(self, kind: IncidentKind, entry: Entry, was: bool, now: bool, state: State) -> None:
        if now and not was:
            text = state.obs.safe.scene if kind == "safe_picture" and state.obs.safe is not None else ""
            self._begin(kind, entry, text, state)
        elif was and not now:
            self._end(kind, entry.mono_ms)

    def _resumed(self, entry: Entry, event: e.SessionResumed, before: State) -> None:
        """The program was away from its last event on; OBS is read anew after it."""
        self._end("obs_lost", entry.mono_ms)
        self._begin("not_running", entry, event.how, before)
        since = max(0, entry.mono_ms - event.gap_ms)
        self._found[-1] = replace(self._found[-1], since_ms=since)
        self._end("not_running", entry.mono_ms)

    def _begin(
        self, kind: IncidentKind, entry: Entry, text: str, state: State, *, name: str | None = None
    ) -> None:
        self._open[name or kind] = len(self._found)
        self._found.append(
            IncidentFacts(
                seq=entry.seq, kind=kind, at=entry.at, since_ms=entry.mono_ms, until_ms=None, text=text,
                item=state.on_air.item.id if state.on_air is not None else None,
            )
        )  # fmt: skip

    def _point(self, kind: IncidentKind, entry: Entry, text: str, state: State) -> None:
        self._begin(kind, entry, text, state)
        self._end(kind, entry.mono_ms)

    def _end(self, name: str, now_ms: int) -> None:
        place = self._open.pop(name, None)
        if place is not None:
            self._found[place] = replace(self._found[place], until_ms=now_ms)
