"""`hostconsole compare` and `hostconsole history`: several sessions of the log at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hostconsole.desk.night import named
from hostconsole.report import comparing as report
from hostconsole.report.export import look_of, read_night
from hostconsole.report.target import written_whole
from hostconsole.report.words import Language
from hostconsole.show.errors import Trouble

MOST_SESSIONS = 30
"""The newest this many are looked through for a product's history."""


def compared(directory: Path, sessions: Sequence[str], *, language: Language) -> report.Compared:
    """The sessions side by side, in the order given. Raises Trouble if one is not in the log."""
    nights = []
    for session in dict.fromkeys(sessions):
        with named(directory, session) as (reader, id_):
            nights.append(read_night(reader, id_, language=language))
    return report.compare(nights, look_of(nights[0], language))


def write_compared(found: report.Compared, path: Path) -> None:
    """Raises Trouble for another ending than .html and .csv, and what the disk refuses."""
    write = {".html": report.write_html, ".csv": report.write_csv}.get(path.suffix.lower())
    if write is None:
        raise Trouble("format_unknown", f"A comparison is written as .html or .csv, not {path.name}.")
    with written_whole(path) as part:
        write(found, part)


def past_airings(directory: Path, key: str, *, rehearsals: bool) -> tuple[report.PastAiring, ...]:
    """The airings of a product (SKU, link number or title), newest session first. Rehearsals only if asked
    for. Raises Trouble if there is no log."""
    kinds = ("live", "rehearsal") if rehearsals else ("live",)
    with named(directory, "last") as (reader, _):
        rows = [row for row in reader.sessions() if row.kind in kinds][:MOST_SESSIONS]
        nights = [read_night(reader, row.id) for row in rows]
    return report.history(nights, key)
