"""The report as one page: no network, no script, prints well. Every text is escaped by the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from hostconsole.log.reader import Row
from hostconsole.report.figures import AiringFacts, Night
from hostconsole.report.grids import Column, Grid, Value, grids
from hostconsole.report.lines import read_row
from hostconsole.report.look import Look, moment, session_kind
from hostconsole.report.templates import template
from hostconsole.show.money import as_read

LONGEST_DETAILS = 600
"""Characters of an event's details on the page; the log has all."""

_NARROW = 12
"""No column of words is narrower than its width, or than this many characters."""


def write_html(night: Night, rows: Iterable[Row], path: Path, *, look: Look) -> None:
    """`rows` are the events of the same session; they are streamed."""
    head = night.head
    page = template("session.html.j2")
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(
            page.generate(
                w=look.word,
                language="zh-CN" if look.language == "zh" else "en",
                head=head,
                kind=session_kind(head, look),
                facts=_head_facts(night, look),
                notes=_notes(night, look),
                tables=[_table(grid, look) for grid in grids(night, look)],
                events=_events(rows, look),
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


def clock(ms: int) -> str:
    """Hours, minutes and seconds: 0:04:12."""
    seconds = ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _table(grid: Grid[Any], look: Look) -> dict[str, Any]:
    columns = [column for column in grid.columns if column.page]
    return {
        "title": grid.title,
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
        (w("misfires"), str(len(night.misfires))),
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
