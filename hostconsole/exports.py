"""`export`, whatever the format: what is painted needs Qt, the rest does not."""

from __future__ import annotations

from pathlib import Path

from hostconsole.desk import night
from hostconsole.report.export import PAINTED
from hostconsole.report.words import Language
from hostconsole.settings import FILE_NAME, load
from hostconsole.show.bands import Bands


def exported(directory: Path, session: str, path: Path, *, language: Language) -> None:
    """Writes `session` (an id, or "last") to `path`; its suffix says the format. Raises Trouble."""
    if path.suffix.lower() not in PAINTED:
        night.exported(directory, session, path, language=language, bands=_bands(directory))
        return
    from hostconsole.printing.export import print_session

    with night.named(directory, session) as (reader, id_):
        print_session(reader, id_, path, language=language, bands=_bands(directory))


def written_reports(directory: Path, session: str, *, language: Language) -> dict[str, str]:
    """The report as it is written by itself when a show ends: a page, a picture and a text, in `reports` of
    the data directory. Gives their paths by suffix; files of an earlier report are replaced. Raises Trouble
    and OSError."""
    from hostconsole.desk.reports import report_paths, write_page_and_text
    from hostconsole.printing.export import write_png
    from hostconsole.report.export import look_of
    from hostconsole.report.target import written_whole

    with night.named(directory, session) as (reader, id_):
        bands = _bands(directory)
        written, whole = write_page_and_text(directory, reader, id_, language=language, bands=bands)
        picture = report_paths(directory, written.head)[".png"]
        with written_whole(picture) as part:
            write_png(written, part, look_of(written, language, bands))
    return {**whole, ".png": str(picture)}


def _bands(directory: Path) -> Bands:
    settings, _warnings = load(directory / FILE_NAME)
    return settings.bands
