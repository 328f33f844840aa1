"""How OBS is doing, from its counters: shares of frames over 20 s, bitrate, minutes of disk left, and the
incidents they amount to (DOMAIN §3.8).

Pure bookkeeping: answers of OBS and times (monotonic seconds) in, events out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hostconsole.obs.run import Run
from hostconsole.show.events import Event, IncidentBegan, IncidentEnded, ObsHealth
from hostconsole.show.obs_state import Incident, Level

WINDOW_S = 20.0
TOLD_EVERY_S = 10.0
STUCK_AFTER_S = 3.0
_RATE_S = 5.0
_DISK_RATE_S = 10.0
_MENDED = 1.2

NETWORK = (0.01, 0.05)
COMPUTER = (0.02, 0.10)
"""Amber and red: shares of the frames of the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """OBS's counters at `at`; None where that output does not run."""

    at: float
    fps: float
    rendered: int
    unrendered: int
    encoded: int
    unencoded: int
    streamed: int | None = None
    dropped: int = 0
    stream_bytes: int = 0
    congestion: float = 0.0
    reconnecting: bool = False
    record_bytes: int | None = None
    disk_bytes: float = 0.0


def sample_of(
    stats: Mapping[str, Any], stream: Mapping[str, Any], record: Mapping[str, Any], *, at: float
) -> Sample:
    """The counters in OBS's answers to GetStats, GetStreamStatus and GetRecordStatus."""
    recording = bool(record.get("outputActive")) and not record.get("outputPaused")
    return Sample(
        at=at,
        fps=float(stats.get("activeFps") or 0.0),
        rendered=int(stats.get("renderTotalFrames") or 0),
        unrendered=int(stats.get("renderSkippedFrames") or 0),
        encoded=int(stats.get("outputTotalFrames") or 0),
        unencoded=int(stats.get("outputSkippedFrames") or 0),
        streamed=int(stream.get("outputTotalFrames") or 0) if stream.get("outputActive") else None,
        dropped=int(stream.get("outputSkippedFrames") or 0),
        stream_bytes=int(stream.get("outputBytes") or 0),
        congestion=float(stream.get("outputCongestion") or 0.0),
        reconnecting=bool(stream.get("outputReconnecting")),
        record_bytes=int(record.get("outputBytes") or 0) if recording else None,
        disk_bytes=float(stats.get("availableDiskSpace") or 0.0) * 1024 * 1024,
    )


class Vitals:
    """Feed it samples while something leaves OBS; `say` gets what is to be told."""

    def __init__(self, say: Callable[[Event], None]) -> None:
        self._say = say
        self._samples: deque[Sample] = deque()
        self._told: ObsHealth | None = None
        self._told_at = 0.0
        self._arrived_at = 0.0
        self._open: dict[Incident, float] = {}
        self.run = Run()

    # -- health ----------------------------------------------------------------------------------

    def take(self, sample: Sample) -> None:
        """One more sample."""
        self.run.rendered(sample.rendered, fps=sample.fps, now=sample.at)
        self._keep(sample)
        health = self._health(sample)
        before = self._told or ObsHealth()
        turned = (health.network, health.computer, health.stuck) != (
            before.network, before.computer, before.stuck
        )  # fmt: skip
        if turned or self._told is None or sample.at - self._told_at >= TOLD_EVERY_S:
            self._told, self._told_at = health, sample.at
            self._say(health)
        self.incident("network", health.network != "ok", sample.at)
        self.incident("computer", health.computer != "ok", sample.at)
        self.incident("stream_stuck", health.stuck, sample.at)

    def rest(self, now: float) -> None:
        """Nothing leaves OBS any more, or it cannot be asked."""
        self._samples.clear()
        self._told = None
        for what in tuple(self._open):
            self.incident(what, False, now)

    def incident(self, what: Incident, stands: bool, now: float) -> None:
        """It stands, or not; only changes are told."""
        if stands and what not in self._open:
            self._open[what] = now
            self._say(IncidentBegan(what=what))
        elif not stands and what in self._open:
            self._say(IncidentEnded(what=what, seconds=round(now - self._open.pop(what), 1)))

    def _keep(self, sample: Sample) -> None:
        last = self._samples[-1] if self._samples else None
        if last is not None and _is_another_output(last, sample):
            self._samples.clear()
            last = None
        if last is None or sample.stream_bytes != last.stream_bytes or sample.streamed is None:
            self._arrived_at = sample.at
        self._samples.append(sample)
        while sample.at - self._samples[0].at > WINDOW_S:
            self._samples.popleft()

    def _health(self, now: Sample) -> ObsHealth:
        first = self._samples[0]
        was = self._told or ObsHealth()
        dropped = None if now.streamed is None or first.streamed is None else _share(
            now.dropped - first.dropped, now.streamed - first.streamed, now.fps
        )  # fmt: skip
        skipped = max(
            _share(now.unrendered - first.unrendered, now.rendered - first.rendered, now.fps),
            _share(now.unencoded - first.unencoded, now.encoded - first.encoded, now.fps),
        )
        streams = now.streamed is not None
        return ObsHealth(
            dropped=dropped,
            skipped=skipped,
            congestion=round(now.congestion, 3) if streams else None,
            kbps=self._kbps(now) if streams else None,
            disk_min=self._disk_min(now),
            network=level(was.network, dropped or 0.0, NETWORK),
            computer=level(was.computer, skipped, COMPUTER),
            stuck=streams and now.at - self._arrived_at >= STUCK_AFTER_S,
        )

    def _kbps(self, now: Sample) -> float | None:
        first = next((s for s in self._samples if now.at - s.at <= _RATE_S), now)
        seconds = now.at - first.at
        return round((now.stream_bytes - first.stream_bytes) * 8 / 1000 / seconds, 1) if seconds > 0 else None

    def _disk_min(self, now: Sample) -> float | None:
        first = self._samples[0]
        if now.record_bytes is None or first.record_bytes is None or now.at - first.at < _DISK_RATE_S:
            return None
        rate = (now.record_bytes - first.record_bytes) / (now.at - first.at)
        return round(now.disk_bytes / rate / 60, 1) if rate > 0 else None


def level(was: Level, share: float, marks: tuple[float, float]) -> Level:
    """The level of `share`; a level that stands is left only a fifth below its mark."""
    amber, red = marks
    if share >= red or (was == "red" and share * _MENDED >= red):
        return "red"
    if share >= amber or (was != "ok" and share * _MENDED >= amber):
        return "amber"
    return "ok"


def _share(lost: int, made: int, fps: float) -> float:
    """Lost frames as a share of a whole window's, so that one frame at the start is no alarm."""
    whole = max(made, round(fps * WINDOW_S), 1)
    return round(max(0, lost) / whole, 4)


def _is_another_output(last: Sample, now: Sample) -> bool:
    """Its counters began anew, or it runs and did not: rates over the change would be wrong."""
    went_back = (
        now.rendered < last.rendered
        or now.stream_bytes < last.stream_bytes
        or (now.record_bytes or 0) < (last.record_bytes or 0)
    )
    return (
        went_back
        or (now.streamed is None) != (last.streamed is None)
        or (now.record_bytes is None) != (last.record_bytes is None)
    )
