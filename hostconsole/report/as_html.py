"""The report as one page: no network, no script, prints well. Every text is escaped by the template; the
drawings escape their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup

from hostconsole.log.reader import Row
from hostconsole.report.figures import AiringFacts, Night
from hostconsole.report.grids import Column, Grid, Value, apart, grids, misfires
from hostconsole.report.headline import headline
from hostconsole.report.lines import read_row
from hostconsole.report.look import Look, moment, session_kind
from hostconsole.report.night_chart import night_chart
from hostconsole.report.platform_tables import platform_tables
from hostconsole.report.product_pages import product_pages
from hostconsole.report.reading import clock
from hostconsole.report.reconciled import reconciled_tables
from hostconsole.report.sentences import sentences
from hostconsole.report.templates import template
from hostconsole.show.money import as_read

LONGEST_DETAILS = 600
"""Characters of an event's details on the page; the log has all."""

MOST_EVENTS = 5_000
"""A page with more is one no browser likes to open: then it says where the log can be read."""

_NARROW = 12
"""No column of words is narrower than its width, or than this many characters."""


def write_html(night: Night, rows: Iterable[Row], path: Path, *, look: Look, log: bool = True) -> None:
    """`rows` are the events of the same session; they are streamed, and left out without `log`."""
    head = night.head
    page = template("session.html.j2")
    whole = log and head.events <= MOST_EVENTS
    tables = [_table(grid, look) for grid in grids(apart(night), look)]
    if night.misfires:
        tables.append(_table(misfires(night, look), look))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(
            page.generate(
                w=look.word,
                language="zh-CN" if look.language == "zh" else "en",
                head=head,
                kind=session_kind(head, look),
                facts=_head_facts(night, look),
                notes=_notes(night, look),
                sentences=sentences(night, look),
                figures=headline(night, look),
                chart=Markup(night_chart(night, look)),
                pages=product_pages(night, look),
                svg=Markup,
                tables=tables,
                actions=night.actions,
                platforms=(*reconciled_tables(night, look), *platform_tables(night, look)),
                events=_events(rows, look) if whole else None,
            )
        )


def shown(value: Value, column: Column[Any], look: Look) -> str:
    """One cell as it is read: ¥19.9, 1:02:03, 20:43:10 (the date is in the head)."""
    if value is None:
        return column.missing or (look.word("unknown") if column.kind != "text" else "")
    if isinstance(value, tuple):
        return as_read(*value)
    if isinstance(value, datetime):
        return f"{value:%H:%M:%S}"
    if isinstance(value, str):
        return value
    if column.kind == "clock":
        return clock(round(value))
    return f"{value:.1f}" if column.kind == "tenths" else str(value)


def _table(grid: Grid[Any], look: Look) -> dict[str, Any]:
    columns = [column for column in grid.columns if column.page]
    return {
        "title": grid.title,
        "note": grid.note,
        "columns": [(column.title, column.kind, min(column.width, _NARROW)) for column in columns],
        "rows": [
            (
                isinstance(fact, AiringFacts) and fact.misfire,
                [_cell(fact, column, look) for column in columns],
            )
            for fact in grid.rows
        ],
    }


def _cell(fact: Any, column: Column[Any], look: Look) -> tuple[str, str, str]:
    more = column.more(fact) if column.more is not None else ""
    return column.kind, shown(column.value(fact), column, look), more


def _head_facts(night: Night, look: Look) -> list[tuple[str, str]]:
    head, w = night.head, look.word
    ended = w("not_over") if head.ended_at is None else _local(head.ended_at, look)
    return [
        (w("started"), _local(head.started_at, look)),
        (w("ended"), ended),
        (w("length"), clock(head.length_ms)),
        (w("airings"), str(len(night.aired))),
        (w("operators"), ", ".join(head.operators) or w("unknown")),
        (w("session"), head.session),
        (w("event_count"), str(head.events)),
        (w("last_hash"), head.last_hash),
    ]


def _notes(night: Night, look: Look) -> list[str]:
    notes = [look.word("times_in", zone=look.zone_name), look.word("counted_note")]
    if night.head.simulated:
        notes.insert(0, look.word("simulated_note"))
    if night.head.kind == "rehearsal":
        notes.insert(0, look.word("rehearsal_note"))
    return notes


def _local(at: str, look: Look) -> str:
    return f"{moment(at).astimezone(look.zone):%Y-%m-%d %H:%M:%S}"


def _events(rows: Iterable[Row], look: Look) -> Iterator[tuple[str, ...]]:
    for row in rows:
        event = read_row(row.text)
        details = bytes(event.data).decode()
        if len(details) > LONGEST_DETAILS:
            more = look.word("cut", n=len(details) - LONGEST_DETAILS)
            details = details[:LONGEST_DETAILS] + more
        at = f"{moment(event.at).astimezone(look.zone):%H:%M:%S}"
        yield (
            str(event.seq), at, clock(event.mono_ms), event.actor, event.kind, event.item or "", details
        )  # fmt: skip
