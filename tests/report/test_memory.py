"""A long night is exported in the memory of a short one."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from hostconsole.log.reader import Row
from hostconsole.report.export import export
from hostconsole.show.plan import Plan

from .made import ListLog, desk, product, rows_of


class LongLog:
    """A session of `n` events that is made while it is read: a prompter that is moved for ever."""

    def __init__(self, n: int) -> None:
        made = desk(Plan(name="x", items=(product("P1", script="稿" * 900),)))
        made.at("0:10").do("show.take_item", item="P1")
        made.at("0:20").do("prompter.toggle")
        self._begin = rows_of(made.log)
        self._n = n

    def rows(self, session: str) -> Iterator[Row]:
        yield from self._begin
        last = self._begin[-1]
        for seq in range(last.seq + 1, self._n + 1):
            yield Row(seq, last.text.replace(f'"seq":{last.seq},', f'"seq":{seq},'), last.hash, last.hash)

    def exported_lines(self, session: str) -> Iterator[str]:
        return ListLog(self.rows(session)).exported_lines("s1")  # type: ignore[arg-type]


def peak(path: Path, events: int) -> int:
    """The most memory in use while exporting so many events."""
    gc.collect()
    tracemalloc.start()
    try:
        export(LongLog(events), "s1", path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("suffix", "events"),
    [(".jsonl", 40_000), (".csv", 30_000), (".json", 10_000), (".html", 4_800), (".xlsx", 4_000)],
)
def test_memory_does_not_grow_with_the_night(tmp_path: Path, suffix: str, events: int) -> None:
    path = tmp_path / f"n{suffix}"
    export(LongLog(50), "s1", path)  # what is loaded once does not count
    short = peak(path, events // 8)
    size = path.stat().st_size
    long = peak(path, events)
    assert path.stat().st_size > 3 * size
    assert long < short + 200_000
