"""The export of a long night: JSONL against reading the log bare, CSV against a bare csv.writer."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hostconsole.log.reader import LogReader
from hostconsole.report.export import export
from tests.bench.figures import Figure, mb, pairs, s, times
from tests.bench.nights import log_of_a_night, run_folder

_EVENTS = 200_000
_SHORT = 10_000
_SUFFIXES = (".jsonl", ".csv")


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _exports(Path(folder))


def _exports(folder: Path) -> Iterator[Figure]:
    path, session = log_of_a_night(run_folder(), events=_EVENTS)
    bare, ours = pairs(
        lambda: _bare_lines(path, session, folder / "bare.jsonl"),
        lambda: _export(path, session, folder / "ours.jsonl"),
        3,
    )
    yield Figure(
        name=f"export of {_EVENTS:,} events as JSONL", median=s(ours), floor=f"{s(bare)} sqlite3 to a file",
        compared=times(ours / bare), bar="≤ × 3", met=ours <= 3 * bare,
    )  # fmt: skip
    _export(path, session, folder / "ours.csv")
    with (folder / "ours.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    bare, ours = pairs(
        lambda: _bare_csv(rows, folder / "bare.csv"), lambda: _export(path, session, folder / "ours.csv"), 3
    )
    yield Figure(
        name=f"export of {_EVENTS:,} events as CSV", median=s(ours),
        floor=f"{s(bare)} csv.writer, same rows in memory",
        compared=times(ours / bare), bar="≤ × 2", met=ours <= 2 * bare,
    )  # fmt: skip
    short, brief = log_of_a_night(run_folder(), events=_SHORT)
    before = max(_peak_of(short, brief, folder / f"short{suffix}") for suffix in _SUFFIXES)
    after = max(_peak_of(path, session, folder / f"long{suffix}") for suffix in _SUFFIXES)
    yield Figure(
        name="most memory while exporting it", median=mb(after), floor=f"{mb(before)} for {_SHORT:,} events",
        compared=f"+ {mb(after - before)}", bar="flat (≤ 5 MB more)", met=after - before <= 5e6,
    )  # fmt: skip


def _peak_of(log: Path, session: str, to: Path) -> int:
    """The most memory of a process that does nothing but this export, in bytes."""
    program = (
        "import sys; from pathlib import Path; from tests.bench.exports import _export;"
        "_export(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]));"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    command = [sys.executable, "-c", program, str(log), session, str(to)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(told.stdout) * 1024


def _export(log: Path, session: str, to: Path) -> None:
    with LogReader(log) as reader:
        export(reader, session, to)


def _bare_lines(log: Path, session: str, to: Path) -> None:
    connection = sqlite3.connect(log)
    sql = "SELECT text, prev_hash, hash FROM events WHERE session = ? ORDER BY seq"
    with to.open("w", encoding="utf-8") as file:
        for text, before, digest in connection.execute(sql, (session,)):
            file.write(f'{text[:-1]},"prev_hash":{json.dumps(before)},"hash":{json.dumps(digest)}}}\n')
    connection.close()


def _bare_csv(rows: list[list[str]], to: Path) -> None:
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
