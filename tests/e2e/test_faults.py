"""What goes wrong on an evening: OBS, disks, logs, sheets, clocks, callers. The show goes on, and says so."""

from __future__ import annotations

import csv
import json
import os
import socket
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from hostconsole.door.client import FILE_NAME as DOOR
from tests.e2e.acts import (
    alerts,
    guard_passed,
    holds,
    live,
    logged,
    people_did,
    settled,
    taken,
)
from tests.e2e.mutated import Mutated
from tests.e2e.program import HOSTCONSOLE, Program
from tests.obs_rig import ObsRig, free_port, wait_until

LOG = "log.sqlite3"
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


# -- OBS ------------------------------------------------------------------------------------------------


class Relay:
    """A port in front of OBS that counts who comes."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._ending = False
        self.visits = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"ws://127.0.0.1:{self._server.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    def _serve(self) -> None:
        while True:
            visitor, _ = self._server.accept()
            if self._ending:
                visitor.close()
                return
            self.visits += 1
            obs = socket.create_connection(("127.0.0.1", self._to))
            for one, other in ((visitor, obs), (obs, visitor)):
                self._threads.append(threading.Thread(target=_carry, args=(one, other)))
                self._threads[-1].start()

    def close(self) -> None:
        self._ending = True
        socket.create_connection(self._server.getsockname()).close()
        for thread in self._threads:
            thread.join(10)
        self._server.close()


def _carry(one: socket.socket, other: socket.socket) -> None:
    """Everything from one to the other, until either ends; each socket is closed by its own carrier."""
    try:
        while some := one.recv(65536):
            other.sendall(some)
    except OSError:
        pass  # the other carrier ended it
    finally:
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it is down already
        one.close()


def test_a_wrong_password_is_refused_once_and_the_show_goes_on(
    studio: ObsRig, sheet: Mutated, tmp_path: Path
) -> None:
    studio.fresh()
    program = Program(studio, tmp_path / "data", env={"HOSTCONSOLE_OBS_PASSWORD": "not the password"})
    relay = Relay(studio.port)
    try:
        program.start("run", str(sheet.path), "--obs", relay.address, "--live")
        wait_until(lambda: program.state["obs"]["link"] == "refused", what="the refusal")
        settled(program)
        assert "obs_refused" in alerts(program)
        taken(program, sheet.rows[0]["row_id"])
        taken(program, sheet.rows[1]["row_id"])
        assert program.do("obs.resend")["code"] == "no_obs"
        # Long enough for several of the retries that a lost OBS gets.
        wait_until(lambda: program.state["airing_s"] > 5, what="five seconds")
        assert (program.state["obs"]["link"], relay.visits) == ("refused", 1)
        assert program.state["on_air"] == sheet.rows[1]["row_id"]
        assert "not the password" not in (program.directory / "console.log").read_text()
        program.calm()
    finally:
        program.stop()
        relay.close()


def test_an_obs_that_is_not_there_is_looked_for_while_the_show_runs(program: Program, sheet: Mutated) -> None:
    program.start("run", str(sheet.path), "--obs", f"ws://127.0.0.1:{free_port()}", "--live")
    wait_until(lambda: program.state["obs"]["why"], what="the reason")
    settled(program)
    for row in sheet.rows[:3]:
        taken(program, row["row_id"])
    state = program.state
    assert state["obs"]["link"] in ("connecting", "lost")
    assert (state["on_air"], state["lamps"]["scene"]) == (sheet.rows[2]["row_id"], "failed")
    assert state["obs"]["scene_on_air"] is None
    program.calm()


def test_a_frozen_obs_does_not_hold_up_the_show_and_one_key_sends_the_last_take(
    program: Program, studio: ObsRig, sheet: Mutated
) -> None:
    live(program, sheet)
    taken(program, sheet.rows[0]["row_id"])
    wait_until(lambda: program.state["lamps"]["scene"] == "on_air", what="the first scene on air")
    settled(program)
    last = sheet.products[4]
    studio.freeze()
    try:
        for row in (*sheet.products[1:4], last):
            assert taken(program, row["row_id"])["saved"]
        assert program.state["on_air"] == last["row_id"]
        wait_until(lambda: program.state["lamps"]["scene"] == "failed", what="the scene lamp to fail")
        wait_until(lambda: program.state["obs"]["link"] != "ready", what="the loss to be seen")
        program.calm()
    finally:
        studio.thaw()
    wait_until(lambda: program.state["obs"]["link"] == "ready", within_s=20, what="OBS to be ready again")
    program.focus(program.window("— Host Console"))
    program.press("Control+r")
    wait_until(lambda: studio.scene == last["obs_scene"], what="the last take on air")
    wait_until(lambda: program.state["lamps"]["scene"] == "on_air", what="the scene lamp")
    wait_until(lambda: studio.text("link") == last["link_no"], what="its link number")
    program.calm()


# -- disks and logs -------------------------------------------------------------------------------------


@contextmanager
def disk_of(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own, as root."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Leaves not one free block."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return filler


def show_goes_on_unsaved(program: Program, sheet: Mutated, why: str) -> list[int]:
    """Acts while the log takes nothing: done, shown, and said to be unsaved. Their events' numbers."""
    done = [taken(program, sheet.products[1]["row_id"])]
    wait_until(lambda: program.state["lamps"]["log"] == "not_saved", what="the log's lamp")
    done.append(
        program.do("price.set", price=f"{float(sheet.products[1]['live_price']) + 1:.2f}", confirm="yes")
    )
    done.append(program.do("stock.count", qty="41"))
    done.append(taken(program, sheet.products[2]["row_id"]))
    done.append(program.do("cue.send", text="not on disk"))
    assert [(answer["ok"], answer["saved"]) for answer in done] == [(True, False)] * len(done)
    state = program.state
    assert state["on_air"] == sheet.products[2]["row_id"]
    assert (state["lamps"]["log"], state["log"]["unsaved"] >= len(done)) == ("not_saved", True)
    wait_until(lambda: why in alerts(program).get("not_saved", ""), what=f"the alert that says {why!r}")
    return [answer["seq"] for answer in done]


def all_is_saved(program: Program, numbers: list[int]) -> None:
    """Everything is in the log, in its order, and nothing says otherwise any more."""
    wait_until(lambda: program.state["log"]["unsaved"] == 0, what="everything on disk")
    wait_until(lambda: "not_saved" not in alerts(program), what="the alert to go")
    assert program.state["lamps"]["log"] == "ok"
    session = program.state["session"]
    assert program.do("marker.add", label="after")["saved"]
    events = logged(program, session)
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert set(numbers) <= {event["seq"] for event in events}
    times = [event["mono_ms"] for event in events]
    assert times == sorted(times)
    holds(program, session)


def test_a_full_disk_does_not_stop_the_show_and_is_caught_up_when_there_is_room(
    studio: ObsRig, sheet: Mutated, tmp_path: Path
) -> None:
    studio.fresh()
    with disk_of(tmp_path / "data", "4m") as disk:
        program = Program(studio, disk)
        try:
            live(program, sheet)
            taken(program, sheet.products[0]["row_id"])
            settled(program)
            filler = fill(disk)
            wait_until(lambda: filled_up(program), what="the log's file to need more room")
            numbers = show_goes_on_unsaved(program, sheet, "disk is full")
            program.calm()
            filler.unlink()
            all_is_saved(program, numbers)
            assert program.quit() == 0
        finally:
            program.stop()


def filled_up(program: Program) -> bool:
    """A log has some room within its file: writes until that is used up."""
    return program.do("marker.add", label="x" * 900)["saved"] is False


def test_a_log_locked_by_another_program_is_caught_up_when_it_is_free(
    program: Program, sheet: Mutated
) -> None:
    live(program, sheet)
    taken(program, sheet.products[0]["row_id"])
    settled(program)
    with closing(sqlite3.connect(program.directory / LOG, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        numbers = show_goes_on_unsaved(program, sheet, "locked")
        program.calm()
        other.execute("ROLLBACK")
        all_is_saved(program, numbers)


def test_a_read_only_log_is_caught_up_when_it_can_be_written(program: Program, sheet: Mutated) -> None:
    live(program, sheet)
    session = program.state["session"]
    assert program.quit() == 0
    log = program.directory / LOG
    subprocess.run(["mount", "--bind", str(log), str(log)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(log)], check=True)
        live(program, sheet)
        assert program.state["session"] == session
        numbers = show_goes_on_unsaved(program, sheet, "")
    finally:
        subprocess.run(["umount", "--lazy", str(log)], check=True)
    all_is_saved(program, numbers)


def test_a_read_only_data_directory_is_one_clear_line(program: Program, sheet: Mutated) -> None:
    with disk_of(program.directory, "1m"):
        subprocess.run(["mount", "-o", "remount,ro", str(program.directory)], check=True)
        said = program.call("run", str(sheet.path), "--obs", "off")
        assert said.returncode == 2
        one_line(said.stderr, "Read-only")


def test_acts_that_could_not_be_saved_before_a_clean_quit_are_read_back(
    program: Program, sheet: Mutated
) -> None:
    live(program, sheet)
    taken(program, sheet.products[0]["row_id"])
    session = program.state["session"]
    with closing(sqlite3.connect(program.directory / LOG, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        numbers = show_goes_on_unsaved(program, sheet, "locked")
        assert program.quit() == 0
        assert len(list(program.directory.glob("unsaved-*.jsonl"))) == 1
        other.execute("ROLLBACK")
    live(program, sheet)
    state = program.state
    assert (state["session"], state["on_air"]) == (session, sheet.products[2]["row_id"])
    assert program.item(sheet.products[1]["row_id"])["sellable"] == 41
    all_is_saved(program, numbers)
    assert list(program.directory.glob("unsaved-*")) == []


def truncated(log: Path) -> None:
    whole = log.read_bytes()
    log.write_bytes(whole[: len(whole) // 2])


def garbage(log: Path) -> None:
    log.write_bytes(os.urandom(50_000))


def emptied(log: Path) -> None:
    log.write_bytes(b"")


@pytest.mark.parametrize("spoil", [truncated, garbage])
def test_a_damaged_log_is_set_aside_and_a_new_one_begun(
    program: Program, sheet: Mutated, spoil: Callable[[Path], None]
) -> None:
    live(program, sheet)
    taken(program, sheet.products[0]["row_id"])
    assert program.quit() == 0
    log = program.directory / LOG
    spoil(log)
    damaged = log.read_bytes()

    live(program, sheet)
    (aside,) = program.directory.glob(f"{LOG}.damaged-*")
    assert aside.read_bytes() == damaged
    assert aside.name in alerts(program)["log_set_aside"]
    taken(program, sheet.products[1]["row_id"])
    holds(program, program.state["session"])


def test_an_empty_log_file_is_a_new_log(program: Program, sheet: Mutated) -> None:
    program.directory.mkdir()
    emptied(program.directory / LOG)
    live(program, sheet)
    taken(program, sheet.products[0]["row_id"])
    holds(program, program.state["session"])
    assert list(program.directory.glob("*damaged*")) == []


def test_a_newer_programs_log_is_refused_kindly_and_left_alone(program: Program, sheet: Mutated) -> None:
    live(program, sheet)
    assert program.quit() == 0
    log = program.directory / LOG
    with closing(sqlite3.connect(log)) as other:
        other.execute("PRAGMA user_version = 99")
    before = log.read_bytes()
    for words in (("run", str(sheet.path)), ("sessions",), ("export", "last", "-o", "/tmp/x.csv"), ("demo",)):
        said = program.call(*words)
        assert said.returncode == 2, words
        one_line(said.stderr, "newer Host Console")
    assert log.read_bytes() == before


# -- sheets ---------------------------------------------------------------------------------------------


def one_line(text: str, about: str = "") -> None:
    """One clear line, never a traceback."""
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert "Traceback" not in text
    assert about in text


def a_folder(folder: Path, _whole: bytes) -> Path:
    (folder / "show.csv").mkdir()
    return folder / "show.csv"


def missing(folder: Path, _whole: bytes) -> Path:
    return folder / "no such show.csv"


@pytest.mark.parametrize("made", [a_folder, missing])
def test_what_is_no_file_cannot_be_opened(
    program: Program, sheet: Mutated, tmp_path: Path, made: Callable[[Path, bytes], Path]
) -> None:
    path = made(tmp_path, sheet.path.read_bytes())
    for verb in ("run", "check"):
        said = program.call(verb, str(path))
        assert (said.returncode, said.stdout) == (2, "")
        one_line(said.stderr, path.name)


def empty(_whole: bytes) -> bytes:
    return b""


def binary(_whole: bytes) -> bytes:
    return bytes(range(256)) * 40


def headless(whole: bytes) -> bytes:
    return whole.split(b"\n", 1)[1]


def wrongly_encoded(whole: bytes) -> bytes:
    return whole.decode("utf-8-sig").encode("utf-16-be")[1:]


def huge_cell(whole: bytes) -> bytes:
    head, first, rest = whole.split(b"\n", 2)
    return b"\n".join((head, first.rstrip(b"\r") + b"x" * 30_000_000, rest))


BAD = {
    "empty.csv": empty,
    "binary.csv": binary,
    "headless.csv": headless,
    "wrong.csv": wrongly_encoded,
    "huge.csv": huge_cell,
    "not a zip.xlsx": lambda whole: whole,
}


@pytest.mark.parametrize("name", BAD)
def test_a_sheet_that_cannot_be_read_is_said_in_a_line(
    program: Program, sheet: Mutated, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name](sheet.path.read_bytes()))
    said = program.call("check", str(path), "--json")
    assert (said.returncode, said.stderr) == (1, "")
    found = json.loads(said.stdout)["findings"]
    errors = [finding for finding in found if finding["level"] == "error"]
    assert errors
    assert all(finding["message"] for finding in errors)

    ran = subprocess.Popen(
        [*HOSTCONSOLE, "run", str(path), "--obs", "off"],
        env=program.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until(lambda: ran.poll() is not None or (program.directory / DOOR).exists(), what=name)
        if ran.poll() is None:  # what is wrong inside a sheet never keeps the show from opening
            assert program.state["mode"] == "ready"
            ran.terminate()
        out, err = ran.communicate(timeout=20)
    finally:
        ran.kill()
        ran.communicate()
    assert "Traceback" not in out + err
    if ran.returncode != 0:
        assert ran.returncode == 2
        one_line(err)


def test_a_sheet_changed_between_runs_is_said_and_applied_only_to_what_has_not_aired(
    program: Program, sheet: Mutated, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(sheet.path.read_bytes())
    mine = Mutated(path=path, rows=sheet.rows)
    aired, on_air, waiting = sheet.products[:3]
    live(program, mine)
    taken(program, aired["row_id"])
    taken(program, on_air["row_id"])
    before = {item["id"]: (item["title"], item["price"]) for item in program.state["items"]}
    program.kill()
    raised = {row["row_id"]: f"{float(row['live_price']) + 1:.2f}" for row in (aired, on_air, waiting)}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(sheet.rows[0]))
        writer.writeheader()
        writer.writerows(
            {**row, "live_price": raised.get(row["row_id"], row["live_price"])} for row in sheet.rows
        )

    live(program, mine)
    assert "sheet_changed" in alerts(program)
    kept = {item["id"]: (item["title"], item["price"]) for item in program.state["items"]}
    assert kept == before
    assert program.do("sheet.reload")["ok"]
    assert program.item(on_air["row_id"])["price"] == before[on_air["row_id"]][1]
    assert program.item(aired["row_id"])["price"] == before[aired["row_id"]][1]
    assert program.item(waiting["row_id"])["price"] == raised[waiting["row_id"]]
    assert program.state["on_air"] == on_air["row_id"]
    wait_until(lambda: "sheet_changed" not in alerts(program), what="the alert to go")


# -- clocks ---------------------------------------------------------------------------------------------


def with_clock(studio: ObsRig, folder: Path) -> tuple[Program, Path]:
    """A console whose system clock is off by what the file says ("-1h"); its monotonic clock is not."""
    off_by = folder / "off_by"
    off_by.write_text("+0\n")
    env = {
        "LD_PRELOAD": FAKETIME,
        "FAKETIME_TIMESTAMP_FILE": str(off_by),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    return Program(studio, folder / "data", env=env), off_by


def test_a_system_clock_set_back_an_hour_changes_no_order_and_no_clock_of_the_show(
    studio: ObsRig, sheet: Mutated, tmp_path: Path
) -> None:
    studio.fresh()
    program, off_by = with_clock(studio, tmp_path)
    try:
        live(program, sheet)
        taken(program, sheet.rows[0]["row_id"])
        session, elapsed = program.state["session"], program.state["elapsed_s"]
        off_by.write_text("-3600\n")
        taken(program, sheet.rows[1]["row_id"])
        assert elapsed <= program.state["elapsed_s"] < elapsed + 60
        program.kill()
        live(program, sheet)
        state = program.state
        assert (state["session"], state["on_air"]) == (session, sheet.rows[1]["row_id"])
        assert elapsed <= state["elapsed_s"] < elapsed + 120
        taken(program, sheet.rows[2]["row_id"])
        events = logged(program, session)
        times = [event["mono_ms"] for event in events]
        assert times == sorted(times)
        said = [event["at"] for event in events]
        assert said != sorted(said)
        holds(program, session)
    finally:
        program.stop()


def test_a_session_left_for_more_than_half_an_hour_is_not_resumed_by_itself(
    studio: ObsRig, sheet: Mutated, tmp_path: Path
) -> None:
    studio.fresh()
    program, off_by = with_clock(studio, tmp_path)
    try:
        off_by.write_text("-1900\n")
        live(program, sheet)
        taken(program, sheet.rows[0]["row_id"])
        old = program.state["session"]
        program.kill()
        off_by.write_text("+0\n")
        live(program, sheet)
        state = program.state
        assert (state["session"] != old, state["on_air"]) == (True, None)
        rows = json.loads(program.call("sessions", "--json").stdout)
        assert [row["ended"] for row in rows if row["id"] == old] == [None]
        holds(program, old)
    finally:
        program.stop()


# -- callers --------------------------------------------------------------------------------------------


def test_rubbish_from_callers_is_answered_and_changes_nothing(program: Program, sheet: Mutated) -> None:
    live(program, sheet)
    taken(program, sheet.products[0]["row_id"])
    settled(program)
    session = program.state["session"]
    before = people_did(program, session)
    sku = sheet.products[0]["merchant_sku"]
    refused = {
        "unknown_command": [("no.such.command", {}), ("SHOW.TAKE", {}), ("", {}), ("show take; rm -rf", {})],
        "unknown_item": [("show.take_item", {"item": "nobody"}), ("next.set", {"item": "\u202e\U0001f4a5"})],
        "unknown_sku": [("stock.count", {"sku": "none", "qty": "1"})],
        "bad_value": [
            ("stock.count", {"sku": sku, "qty": "many"}),
            ("stock.count", {"sku": sku, "qty": "1e999"}),
            ("stock.count", {"sku": sku, "qty": "-9" * 400}),
            ("price.set", {"price": "nan"}),
            ("price.set", {"price": "-1"}),
            ("price.set", {"price": "9" * 5000}),
            ("point.tick", {"n": "0x10"}),
        ],
        "unknown_argument": [("show.take", {"speed": "fast"})],
        "missing_argument": [("show.take_item", {})],
    }
    for code, calls in refused.items():
        for command, args in calls:
            answer = program.do(command, **args)
            assert (answer["ok"], answer["code"]) == (False, code), (command, args, answer)
            assert answer["reason"].strip()
            assert "\n" not in answer["reason"]
    said = program.call("do", "cue.send", "text=" + "x" * 70_000)
    assert said.returncode == 2
    one_line(said.stderr, "64 KB")
    said = program.call("do", "show.take", "rubbish")
    assert said.returncode == 2
    one_line(said.stderr)
    assert people_did(program, session) == before
    program.calm()


def test_a_second_console_and_a_caller_of_none_are_told_so(
    program: Program, sheet: Mutated, tmp_path: Path
) -> None:
    for words in (("state",), ("do", "show.take")):
        said = program.call(*words)
        assert (said.returncode, said.stdout) == (3, "")
        one_line(said.stderr)
    live(program, sheet)
    session = program.state["session"]
    for words in (("run", str(sheet.path)), ("demo",), ()):
        said = program.call(*words)
        assert said.returncode == 4, (words, said)
        one_line(said.stderr, "already")
    assert program.state["session"] == session
    guard_passed(program)


def test_sessions_and_every_export_are_given_while_the_show_runs(
    program: Program, sheet: Mutated, tmp_path: Path
) -> None:
    live(program, sheet)
    for row in sheet.products[:3]:
        taken(program, row["row_id"])
    settled(program)
    for suffix in ("jsonl", "csv", "json", "xlsx", "html"):
        out = tmp_path / f"night.{suffix}"
        said = program.call("export", "last", "-o", str(out))
        assert (said.returncode, said.stderr) == (0, "")
        assert out.stat().st_size > 500
    rows = json.loads(program.call("sessions", "--json").stdout)
    assert [(row["kind"], row["ended"] is None) for row in rows] == [("live", True), ("preparation", False)]
    assert rows[0]["id"] == program.state["session"]
    said = program.call("export", "nobody", "-o", str(tmp_path / "x.csv"))
    assert said.returncode == 2
    one_line(said.stderr, "nobody")
    said = program.call("export", "last", "-o", str(tmp_path / "x.docx"))
    assert said.returncode == 2
    one_line(said.stderr)
    program.calm()
