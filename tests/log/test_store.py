"""The database: append-only, listed, verified; refused when newer, set aside when damaged."""

from __future__ import annotations

import os
import sqlite3

import pytest

from hostconsole.log.chain import ZERO, link_hash
from hostconsole.log.journal import Journal
from hostconsole.log.reader import LogReader
from hostconsole.show.codec import entry_text
from hostconsole.show.errors import Trouble
from hostconsole.show.events import Entry, SessionEnded, SessionStarted
from hostconsole.show.plan import Plan
from tests.log.made import (
    WAIT_S,
    Heard,
    Pending,
    drop_triggers,
    journal_at,
    raw,
    row,
    rows_of,
    started,
    write_log,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "log.sqlite3"


# -- listing ----------------------------------------------------------------------------------------


def test_without_a_file_the_log_is_empty_and_no_file_is_made(path):
    with LogReader(path) as reader:
        assert reader.sessions() == ()
        assert reader.last_hash() == ZERO
        assert list(reader.rows("a")) == []
        assert not reader.has("a")
    assert not path.exists()


def test_an_empty_file_is_an_empty_log(path):
    path.parent.mkdir()
    path.touch()
    with LogReader(path) as reader:
        assert reader.sessions() == ()
    write_log(path, rows_of("a", last=1))
    with LogReader(path) as reader:
        assert reader.verify("a") is None


def test_sessions_are_listed_newest_first_with_what_a_list_shows(path):
    write_log(
        path,
        [started("p", kind="preparation"), row("p", 2)],
        [started("r", kind="rehearsal"), row("r", 2, "session.ended"), row("r", 3)],
        [started("l", kind="live", show="晚场", sheet="/s/晚场.csv")],
    )
    with LogReader(path) as reader:
        live, rehearsal, preparation = reader.sessions()
        assert reader.newest(("live", "rehearsal")) == live
        assert reader.newest(("rehearsal",)) == rehearsal
        assert reader.newest(("none",)) is None
        assert live.last_hash == reader.last_hash()
    assert (live.id, live.show, live.kind, live.sheet) == ("l", "晚场", "live", "/s/晚场.csv")
    assert (live.simulated, live.ended, live.events) == (False, None, 1)
    assert (rehearsal.ended, rehearsal.events) == ("2026-11-23T20:43:10.123Z", 3)
    assert (preparation.started, preparation.last_at) == ("2026-11-23T20:43:10.123Z",) * 2


def test_a_session_as_the_codec_writes_it_is_listed(path):
    begun = SessionStarted(
        id="s1", session_kind="rehearsal", plan=Plan(name="秋季", items=(), sheet="/q.csv"),
        simulated=True, operator="甲", boot="b", boot_ms=0,
    )  # fmt: skip
    events = (begun, SessionEnded())
    entries = [
        Entry(n, f"2026-11-23T20:43:1{n}.000Z", 0, "s1", "甲", None, e) for n, e in enumerate(events, 1)
    ]
    write_log(path, [Pending("s1", e.seq, e.event.kind, entry_text(e)) for e in entries])
    with LogReader(path) as reader:
        (listed,) = reader.sessions()
        assert reader.verify("s1") is None
    assert (listed.show, listed.kind, listed.simulated, listed.sheet) == ("秋季", "rehearsal", True, "/q.csv")
    assert (listed.started, listed.ended) == ("2026-11-23T20:43:11.000Z", "2026-11-23T20:43:12.000Z")


def test_the_log_is_read_while_it_is_written(path):
    with journal_at(path) as (journal, _):
        journal.append(rows_of("a", last=5))
        assert journal.wait_saved(WAIT_S)
        with LogReader(path) as reader:
            reading = reader.rows("a")
            assert next(reading).seq == 1
            journal.append(rows_of("a", first=6, last=9))
            assert journal.wait_saved(WAIT_S)
            assert [found.seq for found in reading] == [2, 3, 4, 5]
            assert reader.sessions()[0].events == 9


def test_an_exported_line_is_the_text_with_its_hashes_before_the_last_brace(path):
    write_log(path, rows_of("a", last=2))
    text = started("a").text
    digest = link_hash(ZERO, text)
    with LogReader(path) as reader:
        first, second = reader.exported_lines("a")
    assert first == text[:-1] + f',"prev_hash":"{ZERO}","hash":"{digest}"' + "}"
    assert f'"prev_hash":"{digest}"' in second


def test_a_copy_holds_everything(path, tmp_path):
    write_log(path, rows_of("a", last=30))
    with LogReader(path) as reader:
        reader.backup(tmp_path / "copy.sqlite3")
        with pytest.raises(FileExistsError):
            reader.backup(tmp_path / "copy.sqlite3")
    with LogReader(tmp_path / "copy.sqlite3") as copy:
        assert copy.verify("a") is None


# -- append-only and the chain ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET text = '{}' WHERE seq = 2",
        "DELETE FROM events WHERE seq = 2",
        "DELETE FROM events",
        "UPDATE sessions SET show = ''",
        "DELETE FROM sessions",
    ],
)
def test_changing_or_deleting_what_is_logged_is_refused(path, statement):
    write_log(path, rows_of("a", last=3))
    with raw(path) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)


def test_values_of_the_wrong_type_are_refused(path):
    write_log(path, rows_of("a", last=1))
    with raw(path) as connection, pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        connection.execute("INSERT INTO events VALUES (NULL, 'a', 'two', 'x', '{}', '', '')")


@pytest.mark.parametrize(
    ("careless", "first_bad"),
    [
        ("UPDATE events SET text = replace(text, '第 4 条', '第 5 条') WHERE session = 'b' AND seq = 4", 4),
        ("UPDATE events SET hash = prev_hash WHERE session = 'b' AND seq = 6", 6),
        ("UPDATE events SET prev_hash = hash WHERE session = 'b' AND seq = 1", 1),
        ("DELETE FROM events WHERE session = 'b' AND seq = 5", 5),
        ("DELETE FROM events WHERE session = 'b' AND seq = 1", 1),
        ("DELETE FROM events WHERE session = 'b' AND seq >= 8", 8),
        ("DELETE FROM events WHERE session = 'a' AND seq = 3", 1),
        ("UPDATE events SET seq = seq + 1 WHERE session = 'b' AND seq = 9", 9),
        ("UPDATE events SET text = 'x' WHERE session = 'b' AND seq = 2", 2),
    ],
)
def test_a_careless_edit_is_found_where_it_was_made(path, careless, first_bad):
    write_log(path, rows_of("a", last=3), rows_of("b", last=9), rows_of("c", last=3))
    with raw(path) as connection:
        drop_triggers(connection)
        connection.execute(careless)
    with LogReader(path) as reader:
        assert reader.verify("b") == first_bad
        assert [found.id for found in reader.sessions()] == ["c", "b", "a"]


def test_two_rows_that_changed_places_are_found_although_rehashed(path):
    write_log(path, rows_of("a", last=4))
    second, third = row("a", 2, label="x"), row("a", 3, label="y")
    with raw(path) as connection:
        drop_triggers(connection)
        (prev,) = connection.execute("SELECT hash FROM events WHERE seq = 1").fetchone()
        for seq, text in ((2, third.text), (3, second.text)):
            digest = link_hash(prev, text)
            connection.execute(
                "UPDATE events SET text = ?, prev_hash = ?, hash = ? WHERE seq = ?", (text, prev, digest, seq)
            )
            prev = digest
    with LogReader(path) as reader:
        assert reader.verify("a") == 2


def test_verifying_an_unknown_session_is_an_error(path):
    write_log(path, rows_of("a", last=1))
    with LogReader(path) as reader, pytest.raises(LookupError):
        reader.verify("b")


# -- files that are not as they should be ---------------------------------------------------------------


def opened_anew(path) -> Trouble:
    """Opens the log, writes to it, and gives back the one thing that was noted at opening."""
    with journal_at(path) as (journal, _):
        journal.append(rows_of("new", last=3))
        assert journal.wait_saved(WAIT_S)
        (note,) = journal.notes
    with LogReader(path) as reader:
        assert reader.verify("new") is None
        assert [found.id for found in reader.sessions()] == ["new"]
    assert note.code == "log_set_aside"
    return note


def test_a_newer_programs_log_is_refused_and_left_alone(path):
    write_log(path, rows_of("a", last=1))
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="written by a newer Host Console") as writing:
        Journal(path, committed=Heard().on_committed, state=Heard().on_state)
    with pytest.raises(Trouble) as reading:
        LogReader(path)
    assert writing.value.code == reading.value.code == "log_newer"
    assert path.read_bytes() == before


def test_a_file_of_garbage_is_set_aside_not_deleted(path):
    path.parent.mkdir()
    garbage = os.urandom(20_000)
    path.write_bytes(garbage)
    with pytest.raises(Trouble, match="damaged"):
        LogReader(path)
    note = opened_anew(path)
    (aside,) = path.parent.glob("log.sqlite3.damaged-*")
    assert aside.read_bytes() == garbage
    assert aside.name in note.reason


def test_a_folder_in_the_place_of_the_log_is_a_state_not_a_crash(path):
    path.mkdir(parents=True)
    with pytest.raises(Trouble) as reading:
        LogReader(path)
    assert reading.value.code == "log_unreadable"
    with journal_at(path) as (journal, heard):
        assert "unable to open" in heard.wait_state(False)
        journal.append(rows_of("a", last=2))
        path.rmdir()
        heard.wait_committed("a", 2)


def test_a_truncated_log_is_set_aside(path):
    write_log(path, rows_of("a", last=500))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    opened_anew(path)
    (aside,) = path.parent.glob("log.sqlite3.damaged-*")
    assert aside.read_bytes() == whole[: len(whole) // 2]


def test_another_programs_database_is_set_aside(path):
    path.parent.mkdir()
    with raw(path) as connection:
        connection.execute("CREATE TABLE events (title TEXT)")
    assert "another program's database" in opened_anew(path).reason


def test_damage_inside_is_found_at_the_start_after_a_crash(path):
    write_log(path, rows_of("a", last=500))
    spoil_pages(path)
    path.with_name("log.sqlite3-wal").touch()
    opened_anew(path)


def test_damage_met_while_writing_sets_aside_and_goes_on(path):
    write_log(path, rows_of("a", last=500))
    spoil_pages(path)
    with journal_at(path) as (journal, _):
        assert journal.notes == ()
        journal.append([row(f"s{n % 7}-{n}", 1) for n in range(100)])
        assert journal.wait_saved(WAIT_S)
        assert [note.code for note in journal.notes] == ["log_set_aside"]


def spoil_pages(path) -> None:
    """Overwrites everything from the third page but the last one of the file with rubbish."""
    content = bytearray(path.read_bytes())
    content[5 * 4096 : -4096] = b"\xa5" * (len(content) - 6 * 4096)
    path.write_bytes(content)


def test_two_files_set_aside_in_the_same_second_are_both_kept(path):
    path.parent.mkdir()
    for _ in range(2):
        path.write_bytes(b"rubbish" * 1000)
        write_log(path, rows_of("a", last=1))
    assert len(list(path.parent.glob("log.sqlite3.damaged-*"))) == 2
