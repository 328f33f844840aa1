"""Events of the hours before a show: what people say is ready, how long there is, the sheet written back."""

from __future__ import annotations

from hostconsole.show.event import Event


class PreflightTicked(Event, frozen=True, kw_only=True):
    """A person says that something no program can see is ready (`what`: links, cover, hotspot), or, with
    `done` False, that it is not."""

    kind = "preflight.ticked"
    what: str
    done: bool = True


class HoursSet(Event, frozen=True, kw_only=True):
    """From when to when the show may last, as "19:30"; both "" if nobody says any more."""

    kind = "hours.set"
    start: str
    end: str


class SheetSaved(Event, frozen=True, kw_only=True):
    """What was edited here has been written to `path`. `digest` is the SHA-256 of the run-sheet now: another
    one if it was the sheet itself that was written."""

    kind = "sheet.saved"
    path: str
    digest: str
