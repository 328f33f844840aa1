"""Where reports lie that were written by themselves, and the writing of page and text."""

from __future__ import annotations

from pathlib import Path

from hostconsole.report.export import StoredEvents, look_of, read_night
from hostconsole.report.figures import Head, Night
from hostconsole.report.look import local_zone, moment
from hostconsole.report.naming import file_name
from hostconsole.report.target import written_whole
from hostconsole.report.words import Language
from hostconsole.show.bands import NO_BANDS, Bands

FOLDER = "reports"
SUFFIXES = (".html", ".png", ".txt")


def report_paths(directory: Path, head: Head) -> dict[str, Path]:
    """The files of a session's report by suffix: "2026-11-23 Show name 20261123-…"."""
    day = f"{moment(head.started_at).astimezone(local_zone(head.started_at)):%Y-%m-%d}"
    name = f"{day} {file_name(head.show[:60])} {file_name(head.session)}"
    return {suffix: directory / FOLDER / f"{name}{suffix}" for suffix in SUFFIXES}


def write_page_and_text(
    directory: Path, reader: StoredEvents, session: str, *, language: Language, bands: Bands = NO_BANDS
) -> tuple[Night, dict[str, str]]:
    """Writes the page and the text of `session`; gives its facts and the paths by suffix.

    Raises Trouble as `read_night` and `written_whole` do, OSError if the folder cannot be made."""
    from hostconsole.report.as_html import write_html
    from hostconsole.report.summary import summary

    night = read_night(reader, session, language=language)
    look = look_of(night, language, bands)
    paths = report_paths(directory, night.head)
    (directory / FOLDER).mkdir(parents=True, exist_ok=True)
    with written_whole(paths[".html"]) as part:
        write_html(night, (), part, look=look, log=False)
    with written_whole(paths[".txt"]) as part:
        part.write_text(summary(night, look), encoding="utf-8")
    return night, {suffix: str(paths[suffix]) for suffix in (".html", ".txt")}
