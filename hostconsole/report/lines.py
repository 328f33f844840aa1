"""The log as lines: `.jsonl` as it is kept, `.csv` as rows a spreadsheet opens.

Both stream: memory stays flat however long the night was.

In `.csv` an actor or an item id that a spreadsheet would take for a formula (it begins with = + - @, a tab
or a carriage return) gets a leading apostrophe; the details are JSON and begin with "{", so they are as in
the log. UTF-8 with a byte order mark, because Excel takes it for another encoding without.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from hostconsole.log.reader import Row

COLUMNS = ("seq", "at", "mono_ms", "session", "actor", "kind", "item", "data", "prev_hash", "hash")

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 1_000


class LoggedRow(msgspec.Struct, frozen=True, gc=False):
    """A row's text taken apart; `data` is still its JSON text, exactly as logged."""

    seq: int
    at: str
    mono_ms: int
    session: str
    actor: str
    kind: str
    item: str | None
    data: msgspec.Raw


read_row = msgspec.json.Decoder(LoggedRow).decode


def write_jsonl(lines: Iterable[str], path: Path) -> None:
    """The contract's lines (docs/log.md) as the log gives them, each ending in a line feed."""
    lines = iter(lines)
    with path.open("wb") as file:
        while some := list(islice(lines, _AT_ONCE)):
            some.append("")  # so that the last line ends too
            file.write("\n".join(some).encode())


def write_csv(rows: Iterable[Row], path: Path) -> None:
    """A header and one row per event, CRLF line ends."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_csv_rows(rows))


def _csv_rows(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        event = read_row(row.text)
        yield (
            event.seq,
            event.at,
            event.mono_ms,
            event.session,
            harmless(event.actor),
            event.kind,
            harmless(event.item or ""),
            bytes(event.data).decode(),
            row.prev_hash,
            row.hash,
        )


def harmless(text: str) -> str:
    """`text` that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
