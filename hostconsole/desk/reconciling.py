"""`hostconsole reconcile`: our own count of a session beside the platform's orders, kept after the night."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec

from hostconsole.desk.afterwards import keep_after
from hostconsole.desk.night import named
from hostconsole.log.afterwards import told_after
from hostconsole.log.reader import LogReader
from hostconsole.report.export import read_night
from hostconsole.report.figures import Night
from hostconsole.sheets.order_columns import ColumnsSaid
from hostconsole.sheets.order_export import OrderExport, read_orders
from hostconsole.show.after_events import LeftOut, ReconciledSku, SalesReconciled
from hostconsole.show.errors import Trouble
from hostconsole.show.reconciling import Note, OwnCount, Reckoning, compare

_ROWS_AT_ONCE = 150
"""More would not go through the door in one line."""


def reconciled(
    directory: Path, session: str, orders: Path, *, said: ColumnsSaid | None = None, actor: str = "console"
) -> dict[str, Any]:
    """Compares, keeps the result, and gives it as JSON values: `notes` in English, `left_out` the same by
    code. The same file is kept once.

    Raises Trouble: no such session, a file that cannot be read or used, a log that takes nothing."""
    export = read_orders(orders.absolute(), said)
    with named(directory, session) as (reader, night_id):
        night = read_night(reader, night_id)
        before = _last(reader, night_id, export.platform)
    found = compare(
        _own(night),
        export.lines,
        since=night.head.started_at,
        until=night.head.ended_at,
        before={row.sku: row.theirs for event in before for row in event.rows},
    )
    events = tuple(_events(night, orders, export, found))
    known = bool(before) and _same(before, events)
    if not known:
        keep_after(directory, night.head.session, events, actor=actor)
    notes = [{"code": note.code, **note.fields} for note in (*export.notes, *found.notes)]
    return {**_as_json(night, events, recorded=not known), "left_out": notes}


def _own(night: Night) -> tuple[OwnCount, ...]:
    bundles = {item.sku: item.bundle for item in night.plan.items if item.bundle}
    variants = night.plan.variant_skus()
    return tuple(
        OwnCount(
            sku=p.sku,
            title=p.title,
            sold=p.sold,
            bundle=bundles.get(p.sku, ()),
            variants=variants.get(p.sku, ()),
        )
        for p in night.products
    )


def _last(reader: LogReader, session: str, platform: str) -> tuple[SalesReconciled, ...]:
    """The parts of the newest reconciliation with this platform."""
    told = [e.event for e in told_after(reader, session) if isinstance(e.event, SalesReconciled)]
    of_it = [event for event in told if event.platform == platform]
    return tuple(event for event in of_it if event.batch == of_it[-1].batch)


def _events(night: Night, orders: Path, export: OrderExport, found: Reckoning) -> Iterator[SalesReconciled]:
    batch, notes = secrets.token_hex(4), (*export.notes, *found.notes)
    parts = max(1, -(-len(found.rows) // _ROWS_AT_ONCE))
    for part in range(parts):
        yield SalesReconciled(
            batch=batch,
            platform=export.platform,
            file=orders.name,
            digest=export.digest,
            night=night.head.last_hash,
            rows=found.rows[part * _ROWS_AT_ONCE : (part + 1) * _ROWS_AT_ONCE],
            notes=tuple(note.text for note in notes) if part == 0 else (),
            left_out=tuple(_left_out(note) for note in notes) if part == 0 else (),
            part=part + 1,
            parts=parts,
        )


def _left_out(note: Note) -> LeftOut:
    fields = {name: value if isinstance(value, int) else str(value) for name, value in note.fields.items()}
    return LeftOut(code=note.code, fields=fields)


def _same(before: tuple[SalesReconciled, ...], now: tuple[SalesReconciled, ...]) -> bool:
    """Whether nothing has changed since the last time: not the file, not the night, not what came of it."""
    return [_told(event) for event in before] == [_told(event) for event in now]


def _told(event: SalesReconciled) -> tuple[object, ...]:
    rows = [(row.sku, row.ours, row.theirs, row.refunded, row.unpaid, row.cancelled) for row in event.rows]
    return (event.digest, event.night, event.notes, rows)


def _as_json(night: Night, events: tuple[SalesReconciled, ...], *, recorded: bool) -> dict[str, Any]:
    first = events[0]
    return {
        "session": night.head.session,
        "kind": night.head.kind,
        "file": first.file,
        "platform": first.platform,
        "rows": [_row(row) for event in events for row in event.rows],
        "notes": list(first.notes),
        "recorded": recorded,
    }


def _row(row: ReconciledSku) -> dict[str, Any]:
    return {**msgspec.to_builtins(row), "delta": row.delta}


def columns_said(said: Mapping[str, str]) -> ColumnsSaid:
    """What the command line says of the file. Raises Trouble "bad_zone"."""
    zone = None
    if said.get("zone"):
        found = re.fullmatch(r"([+-])(\d{1,2}):?(\d{2})?", said["zone"])
        if found is None or int(found[2]) > 14:
            raise Trouble("bad_zone", f"{said['zone']!r} is no zone such as +08:00")
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        zone = timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))
    words = frozenset(word.strip() for word in said.get("sold", "").split(",") if word.strip())
    names = {name: said.get(name, "") for name in ("sku", "qty", "order", "status", "at")}
    return ColumnsSaid(**names, sold=words, zone=zone)


def lines_of(found: Mapping[str, Any]) -> Iterator[str]:
    """The result as a person reads it: a table, what was left out, whether it was kept."""
    kind = "" if found["kind"] == "live" else f" ({found['kind']})"
    yield f"{found['session']}{kind} and {found['file']} ({found['platform']})"
    yield f"{'SKU':20} {'ours':>7} {'platform':>9} {'delta':>7} {'refunded':>9} {'unpaid':>7}  title"
    for row in found["rows"]:
        ours = "–" if row["ours"] is None else row["ours"]
        delta = "–" if row["delta"] is None else f"{row['delta']:+d}" if row["delta"] else "0"
        again = "" if row["was"] in (None, row["theirs"]) else f"  (the platform said {row['was']} before)"
        yield (
            f"{row['sku']:20} {ours:>7} {row['theirs']:>9} {delta:>7} {row['refunded']:>9} "
            f"{row['unpaid']:>7}  {row['title']}{again}"
        )
    yield from found["notes"]
    yield (
        "Kept in the log after the session." if found["recorded"] else "Known already: nothing new was kept."
    )
