"""`export`: one session of the log as a file, in the format its name asks for (DESIGN §5.1).

It works while a console writes the same log: what is exported ends with the last event found at the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from hostconsole.log.reader import Row
from hostconsole.report.after import after_facts
from hostconsole.report.facts import Gathering
from hostconsole.report.figures import Night
from hostconsole.report.lines import write_csv, write_jsonl
from hostconsole.report.look import Look, local_zone
from hostconsole.report.target import written_whole
from hostconsole.report.titles import titled
from hostconsole.report.words import Language
from hostconsole.show.after_events import chain_after
from hostconsole.show.bands import NO_BANDS, Bands
from hostconsole.show.codec import entry_of
from hostconsole.show.errors import Trouble

PAINTED = (".pdf", ".png")
"""Formats that are painted: by the package `printing`, which needs Qt."""


class Wording(NamedTuple):
    """In whose language, and held against what."""

    language: Language
    bands: Bands


class StoredEvents(Protocol):
    """Where the rows of a session come from: a LogReader, or anything that can be read twice."""

    def rows(self, session: str) -> Iterator[Row]: ...

    def exported_lines(self, session: str) -> Iterator[str]: ...


def export(
    reader: StoredEvents, session: str, path: Path, *, language: Language = "en", bands: Bands = NO_BANDS
) -> None:
    """Writes `session` to `path`; the suffix says the format, `language` the words of .xlsx and .html,
    `bands` what is held for good in metrics.

    The file is there whole or not at all. Raises Trouble: "format_unknown", "no_session" (no event of
    it), "event_unknown" (a newer program's), "export_failed" (the disk), and what the reader raises."""
    path = Path(path)
    ending = next((e for e in _FORMATS if path.name.lower().endswith(e)), path.suffix.lower())
    write = _FORMATS.get(ending)
    if write is None:
        raise Trouble(
            "format_unknown",
            f"Host Console cannot write {path.suffix or 'a file without suffix'!r}; it can write "
            f"{', '.join((*_FORMATS, *PAINTED))}.",
            suffix=path.suffix,
            formats=(*_FORMATS, *PAINTED),
        )
    if next(reader.rows(session), None) is None:
        raise Trouble("no_session", f"There is no session {session!r} in the log.", session=session)
    with written_whole(path) as part:
        write(reader, session, part, Wording(language, bands))


def read_night(reader: StoredEvents, session: str, *, language: Language | None = None) -> Night:
    """The facts of a session as it is in the log now, its last hash among them; with titles in `language`,
    where the sheet has them.

    Raises Trouble "no_session" and "event_unknown"."""
    gathering, last_hash = Gathering(), ""
    for row in reader.rows(session):
        try:
            gathering.hear(entry_of(row.text))
        except ValueError as fault:
            why = f"event {row.seq} cannot be read ({fault}); .jsonl and .csv have it as it is"
            raise Trouble("event_unknown", f"There is no report of {session}: {why}.", seq=row.seq) from fault
        last_hash = row.hash
    if not last_hash:
        raise Trouble("no_session", f"There is no session {session!r} in the log.", session=session)
    night = gathering.night()
    after = after_facts(entry_of(row.text) for row in reader.rows(chain_after(session)))
    head = replace(night.head, last_hash=last_hash)
    night = replace(
        night, head=head, actions=after.actions, imports=after.imports, reconciled=after.reconciled
    )
    return night if language is None else titled(night, language)


def _upto(reader: StoredEvents, night: Night) -> Iterator[Row]:
    """The events the facts were read from; what was logged since belongs to the next export."""
    return islice(reader.rows(night.head.session), night.head.events)


def look_of(night: Night, language: Language, bands: Bands = NO_BANDS) -> Look:
    """The words of `language`, times at this computer's offset on that night."""
    return Look(language=language, zone=local_zone(night.head.started_at), bands=bands)


def _jsonl(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    write_jsonl(reader.exported_lines(session), part)


def _csv(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    write_csv(reader.rows(session), part)


def _json(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    from hostconsole.report.as_json import write_json

    night = read_night(reader, session)
    lines = islice(reader.exported_lines(session), night.head.events)
    write_json(night, lines, part)


def _xlsx(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    from hostconsole.report.as_xlsx import write_xlsx  # the library is loaded only where it is needed

    night = read_night(reader, session, language=wording.language)
    write_xlsx(night, _upto(reader, night), part, look=look_of(night, *wording))


def _html(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    from hostconsole.report.as_html import write_html

    night = read_night(reader, session, language=wording.language)
    write_html(night, _upto(reader, night), part, look=look_of(night, *wording))


def _chapters(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    from hostconsole.report.chapters import write_youtube

    night = read_night(reader, session, language=wording.language)
    write_youtube(night, part, look_of(night, *wording))


def _chapter_table(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    from hostconsole.report.chapters import write_chapter_table

    night = read_night(reader, session, language=wording.language)
    write_chapter_table(night, part, look_of(night, *wording))


def _edl(reader: StoredEvents, session: str, part: Path, wording: Wording) -> None:
    from hostconsole.report.chapters import write_edl

    night = read_night(reader, session, language=wording.language)
    write_edl(night, part, look_of(night, *wording))


_FORMATS: dict[str, Callable[[StoredEvents, str, Path, Wording], None]] = {
    ".jsonl": _jsonl, ".chapters.csv": _chapter_table, ".csv": _csv, ".json": _json, ".xlsx": _xlsx,
    ".html": _html, ".chapters.txt": _chapters, ".edl": _edl,
}  # fmt: skip
"""By ending; a longer one comes before what it ends in."""
