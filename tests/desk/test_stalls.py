"""What console.log says when the main thread keeps its loop waiting."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path
from traceback import FrameSummary, StackSummary

import pytest

import hostconsole
from hostconsole import logs
from hostconsole.desk.stalls import STACKS_AN_HOUR, StallWords
from hostconsole.desk.watchdog import BEAT_S, Watchdog
from tests.waiting import until

_HOUR_S = 3600.0


def stood_in(name: str) -> StackSummary:
    """A stack that ends in a library called by the function `name` of ours."""
    ours = Path(hostconsole.__file__).with_name("ui") / "plan_table.py"
    library = "/usr/lib/python3/json/decoder.py"
    return StackSummary.from_list([FrameSummary(str(ours), 7, name), FrameSummary(library, 40, "decode")])


def has_stack(text: str) -> bool:
    return "\n" in text


def test_a_stall_is_one_line_that_names_the_place_in_our_code() -> None:
    words = StallWords()
    words.of(80, stood_in("paint"), 0.0)
    assert words.of(120.4, stood_in("paint"), 1.0) == (
        "main thread stalled for 120 ms at plan_table.py:7 paint"
    )


def test_the_first_of_its_kind_and_long_ones_have_their_stack() -> None:
    words = StallWords()
    assert has_stack(words.of(60, stood_in("paint"), 0.0))
    assert not has_stack(words.of(60, stood_in("paint"), 1.0))
    assert has_stack(words.of(500, stood_in("paint"), 2.0))
    assert has_stack(words.of(60, stood_in("load"), 3.0))


def test_only_so_many_stacks_an_hour_and_who_waited_has_it_in_the_next() -> None:
    words = StallWords()
    told = [has_stack(words.of(900, stood_in("paint"), float(second))) for second in range(20)]
    assert told == [True] * STACKS_AN_HOUR + [False] * (20 - STACKS_AN_HOUR)
    assert not has_stack(words.of(60, stood_in("load"), 30.0))
    assert has_stack(words.of(60, stood_in("load"), _HOUR_S + 1))


def test_a_stall_nobody_can_place_is_said_all_the_same() -> None:
    assert (
        StallWords()
        .of(60, StackSummary(), 0.0)
        .startswith("main thread stalled for 60 ms at an unknown place")
    )


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    logs.log_to(tmp_path)
    yield tmp_path / logs.FILE_NAME
    for handler in root.handlers:
        handler.close()
    logging.basicConfig(handlers=before, level=level, force=True)


def busy(ms: float) -> None:
    """Keeps the thread it runs on, as a slow paint does."""
    end = time.monotonic() + ms / 1000
    while time.monotonic() < end:
        pass


async def test_the_log_has_a_line_a_stall_and_the_stack_of_the_first(log_file: Path) -> None:
    watchdog = Watchdog(asyncio.get_running_loop())
    try:
        # Two stalls close to each other are one to it, and a slow machine has stalls of its own.
        end = time.monotonic() + 20
        while not has_lines_without_stack(log_file):
            assert time.monotonic() < end, said(log_file)
            busy(120)
            await asyncio.sleep(3 * BEAT_S)
        assert said(log_file).index("in busy") < said(log_file).rindex("main thread stalled")
        # It looks once a beat, so it may come to a stall a beat and its own turn late.
        assert watchdog.longest_ms() >= 120 - 2 * BEAT_S * 1000
    finally:
        watchdog.stop()


async def test_a_thread_that_stands_long_is_said_while_it_stands(log_file: Path) -> None:
    watchdog = Watchdog(asyncio.get_running_loop())
    try:
        end = time.monotonic() + 10
        while "main thread stalled" not in said(log_file):  # the loop is kept waiting all the time
            assert time.monotonic() < end, "nothing was said of it"
        busy(120)
        await until(lambda: "main thread came back after" in said(log_file))
    finally:
        watchdog.stop()


def has_lines_without_stack(log_file: Path) -> bool:
    """Stalls of `busy` were told, and only the first of them, or the first few long ones, with its stack."""
    told = re.findall(r"main thread stalled for \d+ ms at test_stalls\.py:\d+ busy", said(log_file))
    return len(told) >= said(log_file).count("in busy") + 2


def said(log_file: Path) -> str:
    return log_file.read_text(encoding="utf-8") if log_file.exists() else ""


def test_the_log_begins_a_new_file_when_it_is_large_and_keeps_three(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for handler in logging.getLogger().handlers:
        monkeypatch.setattr(handler, "maxBytes", 2_000, raising=False)
    for number in range(400):
        logging.getLogger("hostconsole").info("line %d of a long night", number)
    kept = sorted(path.name for path in log_file.parent.iterdir())
    assert kept == ["console.log", "console.log.1", "console.log.2", "console.log.3"]
    assert "line 399" in said(log_file)
    assert all(path.stat().st_size <= 2_000 for path in log_file.parent.iterdir())
