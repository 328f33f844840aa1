"""A table that another program rewrites while we look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import xlsxwriter

from hostconsole.feeds.file import FileSource
from hostconsole.feeds.reading import Figure
from hostconsole.feeds.source import Part
from hostconsole.show.errors import Trouble
from tests.feeds.desk import BEGINNING, HandClock, feed_of

SKUS = ("A", "B", "C")


class Watched:
    """A file and the feed that watches it, one look a second."""

    def __init__(self, path: Path, clock: HandClock, columns: str = 'on_hand = "Stock"') -> None:
        self.path = path
        self.clock = clock
        feed = feed_of(f'[[feed]]\nname = "f"\nkind = "file"\npath = "{path}"\nsku = "SKU"\n{columns}\n')
        self.source = FileSource(feed, clock=clock)
        self.parts: list[Part] = []
        self.missing: frozenset[str] = frozenset()

    @property
    def left(self) -> dict[str, int | None]:
        return {sku: figure.available for sku, figure in self.figures.items()}

    @property
    def figures(self) -> dict[str, Figure]:
        return {figure.sku: figure for part in self.parts for figure in part.figures}

    def write(self, content: str | bytes, *, renamed: bool = False) -> None:
        """Written at the clock's time, in place or put there finished."""
        raw = content if isinstance(content, bytes) else content.encode()
        target = self.path.with_suffix(".new") if renamed else self.path
        target.write_bytes(raw)
        ns = int(BEGINNING.timestamp() * 1e9) + self.clock.ms * 1_000_000
        os.utime(target, ns=(ns, ns))
        if renamed:
            target.replace(self.path)

    async def look(self, times: int = 1) -> None:
        for _ in range(times):
            self.clock.ms += 1000
            self.missing = await self.source.read(SKUS, self.parts.append)


@pytest.fixture
def watched(tmp_path: Path, clock: HandClock) -> Watched:
    return Watched(tmp_path / "stock.csv", clock)


async def test_a_file_is_read_once_it_holds_still(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,5\nB,0\n")
    await watched.look()
    assert watched.left == {}
    await watched.look()
    assert watched.left == {"A": 5, "B": 0}
    assert watched.missing == {"C"}
    assert watched.parts[0].at == "2026-11-23T20:00:00.000Z"


async def test_numbers_are_as_old_as_the_file(watched: Watched) -> None:
    watched.clock.ms = 60_000
    watched.write("SKU,Stock\nA,5\n")
    watched.clock.ms = 600_000
    await watched.look(2)
    assert watched.parts[0].asked_ms == 60_000


async def test_a_change_in_place_is_seen_and_an_unchanged_file_is_told_once(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,5\n")
    await watched.look(6)
    watched.write("SKU,Stock\nA,4\n")
    await watched.look(6)
    assert [part.figures[0].available for part in watched.parts] == [5, 4]


async def test_a_finished_file_put_in_place_is_read_at_once(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,5\n")
    await watched.look(2)
    for left in (4, 3, 2):
        watched.write(f"SKU,Stock\nA,{left}\n", renamed=True)
        await watched.look()
        assert watched.left == {"A": left}


async def test_the_same_numbers_written_again_are_fresh_numbers(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,5\n")
    await watched.look(2)
    watched.write("SKU,Stock\nA,5\n", renamed=True)
    await watched.look()
    assert [part.asked_ms for part in watched.parts] == [0, 2000]


async def test_a_half_written_file_changes_nothing(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,12\nB,34\n")
    await watched.look(2)
    for half in ("", "SKU,Stock\nA,1", "SKU,Stock\nA,12\nB,3"):
        watched.write(half)
        await watched.look()
        assert watched.left == {"A": 12, "B": 34}
    watched.write("SKU,Stock\nA,11\nB,34\n")
    await watched.look(2)
    assert watched.left == {"A": 11, "B": 34}


async def test_a_file_that_never_ends_with_a_line_end_is_believed_after_a_while(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,12")
    await watched.look(2)
    assert watched.left == {}
    await watched.look(3)
    assert watched.left == {"A": 12}


async def test_a_file_that_never_holds_still_is_read_all_the_same(watched: Watched) -> None:
    for left in range(20, 10, -1):
        watched.write(f"SKU,Stock\nA,{left}\n")
        await watched.look()
    assert watched.left["A"] is not None and watched.left["A"] <= 15


async def test_a_copy_with_an_older_date_is_the_newest_all_the_same(watched: Watched) -> None:
    watched.clock.ms = 100_000
    watched.write("SKU,Stock\nA,5\n")
    await watched.look(2)
    ms, watched.clock.ms = watched.clock.ms, 1000
    watched.write("SKU,Stock\nA,9\n", renamed=True)
    watched.clock.ms = ms
    await watched.look()
    assert watched.parts[-1].figures[0].available == 9
    assert watched.parts[-1].asked_ms > watched.parts[0].asked_ms


async def test_a_file_written_twice_within_a_tick_of_the_disk_is_seen(watched: Watched) -> None:
    watched.clock.ms = 1500
    watched.write("SKU,Stock\nA,5\n")
    watched.clock.ms = 1000
    await watched.look(2)
    assert watched.left == {"A": 5}
    watched.clock.ms = 1500
    watched.write("SKU,Stock\nA,4\n")
    watched.clock.ms = 3000
    await watched.look()
    assert watched.left == {"A": 4}


async def test_a_file_away_for_a_moment_is_no_fault_and_for_longer_it_is(watched: Watched) -> None:
    watched.write("SKU,Stock\nA,5\n")
    await watched.look(2)
    watched.path.unlink()
    await watched.look(3)
    with pytest.raises(Trouble, match="is not there"):
        await watched.look()
    watched.write("SKU,Stock\nA,4\n")
    await watched.look(2)
    assert watched.left == {"A": 4}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("Product;Quantity\nA;5\n", "no column 'SKU'"),
        ("SKU,Amount\nA,5\n", "no column 'Stock'"),
        ("<!doctype html>\n<html></html>\n", "not a table"),
        (b"PK\x03\x04 cut off", "not a workbook"),
    ],
)
async def test_a_file_that_cannot_be_used_says_why(
    watched: Watched, content: str | bytes, words: str
) -> None:
    watched.write(content)
    with pytest.raises(Trouble) as met:
        await watched.look(6)
    assert (met.value.code, words in met.value.reason) == ("feed_file", True), met.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
async def test_encodings_and_separators(
    tmp_path: Path, clock: HandClock, encoding: str, separator: str
) -> None:
    columns = 'on_hand = "库存"\nreserved = "已占用"\nuntracked = "不限量"'
    watched = Watched(tmp_path / "库存.csv", clock, columns)
    rows = [["导出时间", "20:00"], ["SKU", "名称", "库存", "已占用", "不限量"]]
    rows += [
        ["A", "口红", "12", "2", ""],
        ["B", "面霜", "1", "", "是"],
        ["", "", "", "", ""],
        ["C", "香水", "缺"],
    ]
    watched.write(
        "\r\n".join(map(separator.join, rows)).encode(encoding)
        + "\r\n".encode(encoding.replace("utf-16", "utf-16-le"))
    )
    await watched.look(2)
    assert watched.left == {"A": 10, "B": None, "C": None}
    assert (watched.figures["B"].untracked, watched.figures["C"].warning) == (True, "text")


async def test_a_workbook(tmp_path: Path, clock: HandClock) -> None:
    path = tmp_path / "stock.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["stock ", "sku"])
        sheet.write_row(1, 0, [7, "A"])
        sheet.write_row(2, 0, [3.0, 1001])
    watched = Watched(path, clock)
    watched.write(path.read_bytes())
    await watched.look(2)
    assert watched.left == {"A": 7}
