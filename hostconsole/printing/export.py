"""`export` to .pdf (the whole report) and .png (one long picture for the group chat)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hostconsole.printing.paper import Paper
from hostconsole.report.export import StoredEvents, look_of, read_night
from hostconsole.report.figures import Night
from hostconsole.report.headline import headline
from hostconsole.report.look import Look, moment, session_kind
from hostconsole.report.night_chart import night_chart
from hostconsole.report.platform_tables import platform_tables
from hostconsole.report.printed import printed_tables, short_table
from hostconsole.report.product_pages import product_pages
from hostconsole.report.reading import span
from hostconsole.report.reconciled import reconciled_tables
from hostconsole.report.sentences import sentences
from hostconsole.report.target import written_whole
from hostconsole.report.templates import template
from hostconsole.report.words import Language
from hostconsole.show.bands import NO_BANDS, Bands

PAPER_WIDTH = 1030
"""Of the text on A4 across, in CSS pixels."""

PICTURE_WIDTH, PICTURE_MARGIN, PICTURE_SCALE = 620, 28, 2.0

PICTURE_CHART = 820
"""The chart's own units across: fewer than on paper, so that its words can be read on a phone."""


def print_session(
    reader: StoredEvents, session: str, path: Path, *, language: Language, bands: Bands = NO_BANDS
) -> None:
    """Paints `session` to `path`; the suffix says how. The file is there whole or not at all.

    Raises Trouble as `report.export.export` does."""
    night = read_night(reader, session, language=language)
    look = look_of(night, language, bands)
    with written_whole(path) as part:
        PAINTERS[path.suffix.lower()](night, part, look)


def write_pdf(night: Night, path: Path, look: Look) -> None:
    pages = product_pages(night, look)
    chart = night_chart(night, look)
    charts = [airing.chart for page in pages for airing in page.airings if airing.chart]
    values = _values(night, look)
    theirs = [platform.chart for platform in values["platforms"]]
    drawings = [*([chart] if chart else []), *charts, *(drawn for drawn in theirs if drawn)]
    paper = Paper(width=PAPER_WIDTH, drawings=drawings)
    marks = iter([paper.mark(place) for place in range(len(drawings))])
    values["chart"] = next(marks) if chart else ""
    values["pages"] = [
        (page, [(airing, next(marks) if airing.chart else "") for airing in page.airings]) for page in pages
    ]
    values["platform_charts"] = [next(marks) if drawn else "" for drawn in theirs]
    values["tables"] = printed_tables(night, look)
    paper.fill(template("paper.html.j2").render(**values))
    running = "   ".join((session_kind(night.head, look), night.head.show[:80], night.head.session))
    paper.write_pdf(path, title=night.head.show[:200], running=running)


def write_png(night: Night, path: Path, look: Look) -> None:
    chart = night_chart(night, look, width=PICTURE_CHART)
    paper = Paper(width=PICTURE_WIDTH, drawings=[chart] if chart else [])
    values = _values(night, look)
    values["chart"] = paper.mark(0) if chart else ""
    values["tables"] = [short_table(night, look)]
    paper.fill(template("picture.html.j2").render(**values))
    paper.write_png(path, scale=PICTURE_SCALE, margin=PICTURE_MARGIN)


def _values(night: Night, look: Look) -> dict[str, Any]:
    head = night.head
    return {
        "w": look.word,
        "head": head,
        "kind": session_kind(head, look),
        "apart": head.kind != "live" or head.simulated,
        "date": f"{moment(head.started_at).astimezone(look.zone):%Y-%m-%d %H:%M}",
        "length": span(head.length_ms),
        "sentences": sentences(night, look),
        "figures": headline(night, look),
        "actions": night.actions,
        "platforms": (*reconciled_tables(night, look), *platform_tables(night, look)),
        "zone": look.zone_name,
    }


PAINTERS: dict[str, Callable[[Night, Path, Look], None]] = {".pdf": write_pdf, ".png": write_png}
