"""Where airings lie in what was recorded: the session's clock to a recording's own time."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.report import figures as f

SETTLE_MS = 150
"""A recording's start is known to a tenth of a second: a clip begins so long after its scene was seen."""

SHORTEST_MS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """An airing in recording `recording` (1-based): from `since_ms` to `until_ms` of that file."""

    airing: f.AiringFacts
    recording: int
    since_ms: int
    until_ms: int

    @property
    def length_ms(self) -> int:
        return self.until_ms - self.since_ms


def cuts(night: f.Night) -> tuple[Cut, ...]:
    """One for each airing and each recording it lies in, misfires left out, in the order of the takes. It
    begins when the item's scene was seen on air, or at the take where that was not seen."""
    found: list[Cut] = []
    for airing in night.aired:
        since, until = shown_ms(airing), airing_end(night, airing)
        for recording in night.recordings:
            inside = overlap(recording, since, until)
            if inside is not None and inside[1] - inside[0] >= SHORTEST_MS:
                found.append(
                    Cut(airing=airing, recording=recording.n, since_ms=inside[0], until_ms=inside[1])
                )
    return tuple(found)


def shown_ms(airing: f.AiringFacts) -> int:
    """When viewers saw the item, on the session's clock."""
    if airing.on_air_ms is None:
        return airing.started_ms
    return airing.started_ms + round(airing.on_air_ms) + SETTLE_MS


def airing_end(night: f.Night, airing: f.AiringFacts) -> int:
    return night.head.length_ms if airing.ended_ms is None else airing.ended_ms


def overlap(recording: f.RecordingFacts, since: int, until: int) -> tuple[int, int] | None:
    """The part of [since, until] that is in the recording, in the recording's own milliseconds."""
    if until <= recording.since_ms or since >= recording.until_ms:
        return None
    first = at_in(recording, max(since, recording.since_ms))
    last = at_in(recording, min(until, recording.until_ms))
    return (first, last) if last > first else None


def at_in(recording: f.RecordingFacts, ms: int) -> int:
    """The recording's own time at `ms` of the session; within a pause, where it stood still. While OBS was
    lost the file went on, which its later pieces tell."""
    before = recording.pieces[0]
    for piece in recording.pieces:
        since, until, at = piece
        if ms < since:
            stood = before[2] + before[1] - before[0]
            return min(at, stood + ms - before[1]) if at > stood else at
        if ms <= until:
            return at + ms - since
        before = piece
    return recording.length_ms
