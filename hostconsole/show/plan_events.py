"""Events of the hours before a show: what people say is ready, how long there is, the sheet written back."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.show.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PreflightTicked(Event):
    """A person says that something no program can see is ready (`what`: links, cover, hotspot), or, with
    `done` False, that it is not."""

    kind = "preflight.ticked"
    what: str
    done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSet(Event):
    """From when to when the show may last, as "19:30"; both "" if nobody says any more."""

    kind = "hours.set"
    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSaved(Event):
    """What was edited here has been written to `path`. `digest` is the SHA-256 of the run-sheet now: another
    one if it was the sheet itself that was written."""

    kind = "sheet.saved"
    path: str
    digest: str
