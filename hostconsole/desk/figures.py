"""`hostconsole figures`: the platform's figures of a night, read from a table and kept after it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from hostconsole.desk.afterwards import keep_after
from hostconsole.desk.night import named
from hostconsole.log.clock import SystemClock
from hostconsole.report.export import read_night
from hostconsole.report.figures import Night
from hostconsole.report.look import local_zone, moment
from hostconsole.report.target import written_whole
from hostconsole.sheets import figure_export as sheet
from hostconsole.sheets.figure_columns import KEYS, MEASURES
from hostconsole.sheets.headers import normal
from hostconsole.show.after_events import Basis, FiguresImported
from hostconsole.show.errors import Trouble

MAPPINGS = "figures.toml"
"""In the data directory: which columns people named, by the platform's headers."""

_ITEMS_AT_ONCE, _MINUTES_AT_ONCE = 120, 240
"""More would not go through the door in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the call said: `said` header → field; `taken` a date, "" for today; `days` the returns' D+N."""

    platform: str = ""
    basis: Basis = "provisional"
    taken: str = ""
    days: int | None = None
    source: str = ""
    said: Mapping[str, str] | None = None
    actor: str = "console"


def figures_kept(directory: Path, session: str, path: Path, asked: Asked) -> dict[str, Any]:
    """Reads `path` and keeps its figures after `session`; gives what was understood, as JSON values.

    Raises Trouble: no such session, a file that cannot be read or used, a log that takes nothing."""
    with named(directory, session) as (reader, id_):
        night = read_night(reader, id_)
    said = asked.said or {}
    for header, field in said.items():
        if field not in KEYS and field not in MEASURES:
            names = ", ".join((*KEYS, *MEASURES))
            raise Trouble("bad_mapping", f"{header!r} cannot be {field!r}: there are {names}.")
    export = sheet.read_figures(path, _night(night), said={**_remembered(directory), **said})
    if said:
        _remember(directory, said)
    events = tuple(_events(night, export, path, asked))
    keep_after(directory, night.head.session, events, actor=asked.actor)
    return _told(export, events[0])


def _night(night: Night) -> sheet.Night:
    variants = night.plan.variant_skus()
    return sheet.Night(
        products=[
            sheet.Aired(
                sku=p.sku,
                link_no=p.link_no,
                title=p.title,
                ids=(*p.items, *variants.get(p.sku, ())),
                on_air=p.airings > 0,
            )
            for p in night.products
        ],
        currency=night.plan.currency,
        began=moment(night.head.started_at),
        zone=local_zone(night.head.started_at),
    )


def _events(night: Night, export: sheet.FigureExport, path: Path, asked: Asked) -> Iterator[FiguresImported]:
    parts = max(
        1, -(-len(export.items) // _ITEMS_AT_ONCE), -(-len(export.minutes) // _MINUTES_AT_ONCE)
    )  # fmt: skip
    batch = secrets.token_hex(4)
    for n in range(parts):
        yield FiguresImported(
            batch=batch,
            source=asked.source or path.name,
            platform=asked.platform or "platform",
            basis=asked.basis,
            taken=asked.taken or SystemClock().now().at[:10],
            currency=night.plan.currency,
            totals=export.totals if n == 0 else (),
            items=export.items[n * _ITEMS_AT_ONCE : (n + 1) * _ITEMS_AT_ONCE],
            minutes=export.minutes[n * _MINUTES_AT_ONCE : (n + 1) * _MINUTES_AT_ONCE],
            after_days=asked.days,
            part=n + 1,
            parts=parts,
        )


def _told(export: sheet.FigureExport, event: FiguresImported) -> dict[str, Any]:
    counts = {"items": len(export.items), "minutes": len(export.minutes), "totals": len(export.totals)}
    told = ", ".join(f"{n} {name}" for name, n in counts.items() if n) or "nothing"
    return {
        "ok": True,
        "kind": export.kind,
        "batch": event.batch,
        "platform": event.platform,
        "basis": event.basis,
        "taken": event.taken,
        **counts,
        "notes": list(export.notes),
        "told": f"{event.platform} ({event.basis}): {told}"
        + (f"; {len(export.notes)} rows or cells left out or joined" if export.notes else ""),
    }


# -- what people named ----------------------------------------------------------------------------------


def _remembered(directory: Path) -> dict[str, str]:
    try:
        found = tomlkit.parse((directory / MAPPINGS).read_text("utf-8")).unwrap()
    except (OSError, ValueError):
        return {}
    columns = found.get("columns", {})
    return {str(name): str(field) for name, field in columns.items()} if isinstance(columns, dict) else {}


def _remember(directory: Path, said: Mapping[str, str]) -> None:
    known = _remembered(directory)
    fresh = {**{normal(name): field for name, field in known.items()},
             **{normal(name): field for name, field in said.items()}}  # fmt: skip
    if fresh == known:
        return
    document = tomlkit.document()
    document.add(tomlkit.comment("Columns of platforms' figures, as they were named once."))
    document["columns"] = fresh
    with written_whole(directory / MAPPINGS) as part:
        part.write_text(tomlkit.dumps(document), encoding="utf-8")
