"""When the disk fails the show goes on: nothing is lost, it is shown, and it mends itself."""

from __future__ import annotations

import resource
import subprocess
import tempfile
import threading
from contextlib import contextmanager

import pytest

from hostconsole.log.journal import Journal
from hostconsole.log.reader import LogReader
from hostconsole.show.errors import Trouble
from tests.log.made import WAIT_S, Heard, journal_at, raw, row, rows_of, write_log


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "log.sqlite3"


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB of its own (as root, rights alone stop nobody)."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """The temporary directory of the system, for this test only."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def no_file_may_grow():
    """Every write past the first KB of a file fails (EFBIG) while this context lasts."""

    @contextmanager
    def limited():
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limited


def remount(folder, options):
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


def fill(folder):
    """Leaves not one free block."""
    with (folder / "filler").open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def assert_holds(path, session, last):
    with LogReader(path) as reader:
        assert [found.seq for found in reader.rows(session)] == list(range(1, last + 1))
        assert reader.verify(session) is None


def append_in_pieces(journal, first, last):
    for seq in range(first, last + 1):
        journal.append(rows_of("a", first=seq, last=seq))


# -- while it runs ------------------------------------------------------------------------------------


def test_a_full_disk_is_shown_and_everything_is_written_when_there_is_room(small_disk):
    path = small_disk / "log.sqlite3"
    with journal_at(path) as (journal, heard):
        append_in_pieces(journal, 1, 5)
        assert journal.wait_saved(WAIT_S)
        fill(small_disk)
        append_in_pieces(journal, 6, 3_000)
        assert heard.wait_state(False) == "The disk is full."
        assert journal.unsaved > 0
        before = journal.unsaved
        append_in_pieces(journal, 3_001, 3_010)
        assert journal.unsaved >= before
        remount(small_disk, "size=16m")
        heard.wait_committed("a", 3_010)
        assert journal.unsaved == 0
        heard.wait_state(True)
        assert [ok for ok, _ in heard.states] == [False, True]
    assert_holds(path, "a", 3_010)


def test_a_disk_that_fails_under_the_open_log_is_shown_and_mends_itself(path, no_file_may_grow):
    with journal_at(path) as (journal, heard):
        append_in_pieces(journal, 1, 5)
        assert journal.wait_saved(WAIT_S)
        with no_file_may_grow():
            append_in_pieces(journal, 6, 20)
            assert "The log cannot be written: disk I/O error" in heard.wait_state(False)
            assert journal.unsaved == 15
        heard.wait_committed("a", 20)
    assert_holds(path, "a", 20)


def test_a_log_on_a_read_only_disk_can_be_read(small_disk):
    path = small_disk / "log.sqlite3"
    write_log(path, rows_of("a", last=5))
    remount(small_disk, "ro")
    assert_holds(path, "a", 5)


def test_a_read_only_disk_at_the_start_is_a_state_too(small_disk, elsewhere):
    path = small_disk / "log.sqlite3"
    write_log(path, rows_of("a", last=5))
    remount(small_disk, "ro")
    with journal_at(path) as (journal, heard):
        assert heard.wait_state(False) == "The disk is read-only."
        append_in_pieces(journal, 6, 9)
        assert not journal.ok
        remount(small_disk, "rw")
        heard.wait_committed("a", 9)
    assert_holds(path, "a", 9)


def test_a_log_locked_by_another_program_is_shown_and_written_when_it_is_free(path):
    with journal_at(path) as (journal, heard):
        append_in_pieces(journal, 1, 3)
        assert journal.wait_saved(WAIT_S)
        with raw(path) as other:
            other.execute("BEGIN EXCLUSIVE")
            append_in_pieces(journal, 4, 10)
            assert heard.wait_state(False) == "Another program has locked the log."
            assert journal.unsaved == 7
            other.execute("COMMIT")
        heard.wait_committed("a", 10)
        heard.wait_state(True)
    assert_holds(path, "a", 10)


def test_a_log_locked_since_before_the_start_holds_nobody_up(path):
    write_log(path, rows_of("a", last=2))
    with raw(path) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with journal_at(path) as (journal, heard):
            assert heard.wait_state(False) == "Another program has locked the log."
            append_in_pieces(journal, 3, 5)
            other.close()
            heard.wait_committed("a", 5)
    assert_holds(path, "a", 5)


def test_appending_never_waits_for_the_disk(path):
    """While the thread is held inside a commit, `append` returns all the same."""
    held, let_go = threading.Event(), threading.Event()

    def stuck(session, seq):
        held.set()
        assert let_go.wait(WAIT_S)

    journal = Journal(path, committed=stuck, state=Heard().on_state)
    journal.append([row("a", 1)])
    assert held.wait(WAIT_S)
    append_in_pieces(journal, 2, 500)
    assert journal.unsaved == 499
    let_go.set()
    assert journal.wait_saved(WAIT_S)
    journal.close()


# -- a clean quit with unsaved acts ---------------------------------------------------------------------


def quit_with_unsaved(path, first, last):
    """Quits while another program holds the log; returns the files that were written."""
    heard = Heard()
    journal = Journal(path, committed=heard.on_committed, state=heard.on_state)
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        append_in_pieces(journal, first, last)
        return journal.close()


def test_what_could_not_be_saved_is_read_back_at_the_next_start(path):
    write_log(path, rows_of("a", last=3))
    (file,) = quit_with_unsaved(path, 4, 8)
    assert file == path.with_name("unsaved-a.jsonl")
    texts = [given.text for given in rows_of("a", first=4, last=8)]
    assert file.read_text(encoding="utf-8").splitlines() == texts
    with journal_at(path) as (journal, _):
        assert journal.wait_saved(WAIT_S)
        append_in_pieces(journal, 9, 9)
    assert not file.exists()
    assert_holds(path, "a", 9)


def test_unsaved_acts_of_two_starts_in_a_row_are_all_kept(path):
    write_log(path, rows_of("a", last=1))
    quit_with_unsaved(path, 2, 4)
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with journal_at(path) as (journal, _):
            assert [found.seq for found in journal.waiting("a")] == [2, 3, 4]
            append_in_pieces(journal, 5, 6)
    with journal_at(path) as (journal, _):
        assert journal.wait_saved(WAIT_S)
    assert_holds(path, "a", 6)


def test_rows_that_reached_the_log_all_the_same_are_not_written_twice(path):
    write_log(path, rows_of("a", last=3))
    (file,) = quit_with_unsaved(path, 4, 6)
    kept = file.read_bytes()
    write_log(path)
    file.write_bytes(kept)
    with journal_at(path) as (journal, _):
        assert journal.wait_saved(WAIT_S)
        append_in_pieces(journal, 7, 7)
        assert journal.notes == ()
    assert not file.exists()
    assert_holds(path, "a", 7)


def test_if_the_disk_takes_nothing_at_all_the_temporary_directory_keeps_it(small_disk, elsewhere):
    path = small_disk / "log.sqlite3"
    write_log(path, rows_of("a", last=3))
    remount(small_disk, "ro")
    journal = Journal(path, committed=Heard().on_committed, state=Heard().on_state)
    append_in_pieces(journal, 4, 6)
    (file,) = journal.close()
    assert file.parent == elsewhere
    assert file.stat().st_mode & 0o777 == 0o600
    remount(small_disk, "rw")
    write_log(path)
    assert list(elsewhere.iterdir()) == []
    assert_holds(path, "a", 6)


def test_two_quits_with_nowhere_to_write_lose_nothing(small_disk, elsewhere):
    path = small_disk / "log.sqlite3"
    write_log(path, rows_of("a", last=3))
    remount(small_disk, "ro")
    for first, last in ((4, 6), (7, 8)):
        journal = Journal(path, committed=Heard().on_committed, state=Heard().on_state)
        append_in_pieces(journal, first, last)
        journal.close()
    assert len(list(elsewhere.iterdir())) == 2
    remount(small_disk, "rw")
    write_log(path)
    assert list(elsewhere.iterdir()) == []
    assert_holds(path, "a", 8)


def test_what_cannot_be_kept_anywhere_is_said(small_disk, monkeypatch):
    path = small_disk / "log.sqlite3"
    write_log(path, rows_of("a", last=1))
    remount(small_disk, "ro")
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    journal = Journal(path, committed=Heard().on_committed, state=Heard().on_state)
    append_in_pieces(journal, 2, 3)
    with pytest.raises(Trouble, match="2 events could not be saved anywhere"):
        journal.close()


def test_a_line_that_cannot_be_read_back_keeps_its_file_and_the_others_are_saved(path):
    write_log(path, rows_of("a", last=1))
    file = path.with_name("unsaved-a.jsonl")
    file.write_text(row("a", 2).text + "\n{torn", encoding="utf-8")
    write_log(path)
    assert_holds(path, "a", 2)
    assert path.with_name("unsaved-a.jsonl.unreadable").read_text(encoding="utf-8").endswith("{torn")


def test_a_planted_link_among_the_unsaved_is_not_read(path, tmp_path):
    write_log(path, rows_of("a", last=1))
    planted = tmp_path / "planted"
    planted.write_text(row("a", 2).text + "\n", encoding="utf-8")
    path.with_name("unsaved-a.jsonl").symlink_to(planted)
    write_log(path)
    assert_holds(path, "a", 1)
