"""The host's own pace is found again in the log after the program was started anew."""

from __future__ import annotations

import asyncio
from pathlib import Path

from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import new_session_id
from hostconsole.desk.pace_back import pace_before
from hostconsole.desk.saving import LOG_NAME
from hostconsole.sheets import read_show
from hostconsole.show.own_pace import own_pace
from hostconsole.show.rules import Rules
from tests.show.stage import FakeClock


def desk_in(folder: Path, clock: FakeClock) -> Desk:
    return Desk(
        directory=folder,
        rules=Rules(),
        clock=clock,
        new_session=new_session_id,
        loop=asyncio.get_running_loop(),
    )


async def rehearsed(folder: Path, sheet: Path, *, seconds: int) -> None:
    """A run in which the opening is read for so long, faster than usual, and never ended."""
    clock = FakeClock()
    desk = desk_in(folder, clock)
    desk.begin(read_show(sheet).plan, operator="A", simulated=True, kind="rehearsal")
    desk.run("show.take")
    desk.run("prompter.faster")
    desk.run("prompter.toggle")
    clock.wait(seconds * 1000)
    desk.run("prompter.toggle")
    await desk.saved(desk.show.state.session, desk.show.state.seq)
    await desk.close()


def sheet_in(folder: Path, name: str = "show.csv") -> Path:
    sheet = folder / name
    sheet.write_text("品名,类型,话术\n开场,segment," + "今天晚上说一说。" * 200 + "\n", encoding="utf-8")
    return sheet


async def test_the_pace_of_the_last_rehearsal_of_this_sheet_is_found(tmp_path: Path) -> None:
    sheet = sheet_in(tmp_path)
    await rehearsed(tmp_path, sheet, seconds=90)
    plan = read_show(sheet).plan
    assert pace_before(tmp_path / LOG_NAME, plan.sheet, without="") == 260
    other = read_show(sheet_in(tmp_path, "other.csv")).plan
    assert pace_before(tmp_path / LOG_NAME, other.sheet, without="") is None


async def test_a_rehearsal_too_short_to_tell_has_no_pace(tmp_path: Path) -> None:
    sheet = sheet_in(tmp_path)
    await rehearsed(tmp_path, sheet, seconds=20)
    assert pace_before(tmp_path / LOG_NAME, read_show(sheet).plan.sheet, without="") is None


async def test_without_a_log_or_a_sheet_there_is_none(tmp_path: Path) -> None:
    assert pace_before(tmp_path / LOG_NAME, "x.csv", without="") is None
    assert pace_before(tmp_path / LOG_NAME, "", without="") is None
    assert own_pace(desk_in(tmp_path, FakeClock()).show.state) is None
