"""The running console without windows, on a real log, asked through its real door."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hostconsole.desk.afterwards import LOG_NAME
from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import new_session_id, state_of, unfinished
from hostconsole.door.client import FILE_NAME, NoConsole, ask
from hostconsole.log.clock import SystemClock
from hostconsole.log.reader import LogReader
from hostconsole.obs.link import open_obs
from hostconsole.sheets import read_show
from hostconsole.show.errors import Refused
from hostconsole.show.rules import Rules
from tests.waiting import until

SAMPLE = Path(__file__).parents[2] / "resources" / "sample_show.csv"


def desk_in(folder: Path, *, rules: Rules | None = None) -> Desk:
    return Desk(
        directory=folder,
        rules=rules or Rules(guard_ms=0),
        clock=SystemClock(),
        new_session=new_session_id,
        loop=asyncio.get_running_loop(),
    )


async def opened(
    folder: Path, *, sheet: Path = SAMPLE, kind: str = "rehearsal", rules: Rules | None = None
) -> Desk:
    desk = desk_in(folder, rules=rules)
    desk.begin(read_show(sheet).plan, operator="A", simulated=True, kind=kind)  # type: ignore[arg-type]
    desk.connect(lambda tell, loop: open_obs("simulated", password=lambda: None, tell=tell, loop=loop))
    await desk.open()
    return desk


async def asked(desk: Desk, request: dict) -> dict:
    return await asyncio.to_thread(ask, desk.directory, request)


async def test_a_take_through_the_door_is_on_disk_and_shown_in_the_state(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    try:
        answer = await asked(desk, {"do": "show.take", "args": {}})
        assert (answer["ok"], answer["saved"]) == (True, True)
        state = await asked(desk, {"state": True})
        assert (state["mode"], state["on_air"], state["next"]) == ("rehearsal", "S01", "P01")
        with LogReader(tmp_path / LOG_NAME) as log:
            kinds = [json.loads(row.text)["kind"] for row in log.rows(state["session"])]
        assert "item.taken" in kinds
    finally:
        await desk.close()


async def test_the_simulated_obs_shows_the_scene_of_the_item_taken(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    try:
        desk.run("show.take_item", {"item": "P03"})
        await until(lambda: desk.snapshot()["lamps"]["scene"] == "on_air")
        assert desk.snapshot()["obs"]["scene_on_air"] == "04_俯拍特写_ProductTop"
    finally:
        await desk.close()


async def test_a_countdown_opens_the_link_in_the_name_of_who_started_it(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    try:
        desk.run("show.take_item", {"item": "P01"})
        desk.run("item.edit", {"field": "countdown_sec", "value": "1"})
        desk.run("link.up", actor="B")
        await until(lambda: desk.show.state.items["P01"].link.status == "up")
        link = desk.show.state.items["P01"].link
        assert link.by == "B"
        assert desk.show.state.stock["QH-TIS-80x6"].sellable == 150
    finally:
        await desk.close()


async def test_what_is_refused_is_answered_with_its_code(tmp_path: Path) -> None:
    desk = await opened(tmp_path, kind="preparation")
    try:
        answer = await asked(desk, {"do": "show.take", "args": {}})
        assert (answer["ok"], answer["code"]) == (False, "not_on_air")
        answer = await asked(desk, {"do": "no.such", "args": {}})
        assert (answer["ok"], answer["code"]) == (False, "unknown_command")
    finally:
        await desk.close()


async def test_a_crashed_session_goes_on_with_its_clock_running_and_nothing_sent(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    desk.run("show.take_item", {"item": "P02"})
    desk.run("price.set", {"price": "12"})
    left = desk.show.state
    await desk.saved(left.session, left.seq)
    await desk.close()

    again = desk_in(tmp_path)
    try:
        with LogReader(tmp_path / LOG_NAME) as log:
            found = unfinished(log.sessions(), sheet=left.plan.sheet, kind=None, now=SystemClock().now().at)
            assert found.resume is not None
            again.go_on(state_of(log, found.resume.id), simulated=True)
        again.connect(lambda tell, loop: open_obs("simulated", password=lambda: None, tell=tell, loop=loop))
        await until(lambda: again.show.state.obs.link == "simulated")
        state = again.show.state
        assert (state.on_air and state.on_air.item.id, state.next) == ("P02", left.next)
        assert state.items["P02"].price == 1200
        assert again.show.now_ms() >= left.mono_ms
        assert state.obs.asked is None
    finally:
        await again.close()


async def test_sheet_reload_without_a_sheet_is_refused(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    try:
        with pytest.raises(Refused, match="not opened from a sheet"):
            await desk.run_slowly("sheet.reload")
    finally:
        await desk.close()


async def test_the_door_stays_shut_to_wrong_tokens_long_lines_and_rubbish(tmp_path: Path) -> None:
    desk = await opened(tmp_path)
    try:
        where = json.loads((tmp_path / FILE_NAME).read_text())
        for line in (
            b'{"state": true, "token": "guessed"}\n',
            b"\x00\xff rubbish\n",
            b'{"state": true, "token": "' + b"x" * 70_000 + b'"}\n',
            json.dumps({"state": True}).encode() + b"\n",
            b"[" * 20_000 + b"\n",
        ):
            reader, writer = await asyncio.open_connection("127.0.0.1", where["port"])
            writer.write(line)
            assert await asyncio.wait_for(reader.read(), 7) == b""
            writer.close()
        assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
        assert (await asked(desk, {"state": True}))["mode"] == "rehearsal"
    finally:
        await desk.close()


async def test_nobody_answers_when_no_console_runs(tmp_path: Path) -> None:
    with pytest.raises(NoConsole):
        ask(tmp_path, {"state": True})


async def test_the_safe_picture_comes_and_goes_by_one_key(tmp_path: Path) -> None:
    desk = await opened(tmp_path, rules=Rules(guard_ms=0, safe_scene="BRB"))
    try:
        desk.run("show.take_item", {"item": "P03"})
        desk.run("obs.safe_scene")
        await until(lambda: desk.show.state.obs.scene == "BRB")
        before = desk.show.state.obs.asked
        desk.run("obs.resend")
        await until(lambda: desk.show.state.obs.asked.order > before.order)
        assert desk.show.state.obs.asked.scene == "BRB"
        desk.run("obs.safe_scene")
        await until(lambda: desk.show.state.obs.scene == "04_俯拍特写_ProductTop")
    finally:
        await desk.close()


async def test_a_cue_that_nobody_saw_is_logged_when_it_fades(tmp_path: Path) -> None:
    desk = await opened(tmp_path, rules=Rules(guard_ms=0, cue_fades_ms=100, auto_cues=True))
    try:
        desk.run("cue.send", {"preset": "3"})
        await until(lambda: desk.show.state.cues[-1].unseen)
    finally:
        await desk.close()


async def test_a_log_that_is_made_late_is_no_slow_disk_and_what_was_called_unsaved_is_called_saved_again(
    tmp_path: Path,
) -> None:
    told: list[int] = []
    desk = Desk(
        directory=tmp_path,
        rules=Rules(guard_ms=0),
        clock=SystemClock(),
        new_session=new_session_id,
        loop=asyncio.get_running_loop(),
        unsaved=lambda count, _why: told.append(count),
        held=True,
    )
    try:
        desk.begin(read_show(SAMPLE).plan, operator="A", simulated=True, kind="rehearsal")
        held = time.monotonic()
        await until(lambda: time.monotonic() - held > 0.4)
        desk.run("next.down")
        assert told == []
        desk.journal.let_go()
        desk.run("next.down")
        assert told == []
        assert await desk.saved(desk.show.state.session, desk.show.state.seq)
        with stopped_disk(tmp_path):
            desk.run("next.down")
            since = time.monotonic()
            await until(lambda: time.monotonic() - since > 0.4)
            desk.run("next.up")
            assert told[-1] > 0
        await until(lambda: told[-1] == 0)
    finally:
        await desk.close()


@contextmanager
def stopped_disk(folder: Path) -> Iterator[None]:
    """Another program keeps the log to itself, as a disk that does not answer would."""
    other = sqlite3.connect(folder / LOG_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
