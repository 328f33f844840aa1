"""What goes into the journal is on disk, in order, chained, once."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.log.chain import ZERO, Pending, Tips, link_hash, linked
from hostconsole.log.journal import Journal
from hostconsole.log.reader import LogReader
from tests.log.made import WAIT_S, Heard, journal_at, raw, row, rows_of, started, write_log


@pytest.fixture
def path(tmp_path):
    return tmp_path / "log.sqlite3"


def test_what_is_appended_is_read_back_word_for_word(path):
    rows = rows_of("a", last=20)
    write_log(path, rows)
    with LogReader(path) as reader:
        assert [found.text for found in reader.rows("a")] == [given.text for given in rows]
        assert [found.seq for found in reader.rows("a", after=17)] == [18, 19, 20]
        assert reader.verify("a") is None


def test_a_commit_is_told_after_it_is_on_disk(path):
    on_disk: list[int] = []

    def look(session: str, seq: int) -> None:
        with LogReader(path) as reader:
            on_disk.append(sum(1 for _ in reader.rows(session)))

    journal = Journal(path, committed=look, state=Heard().on_state)
    journal.append(rows_of("a", last=3))
    assert journal.close() == ()
    assert on_disk[-1] == 3


def test_rows_that_wait_together_go_in_one_commit(path):
    with journal_at(path) as (journal, heard):
        with raw(path) as other:
            other.execute("BEGIN EXCLUSIVE")
            for seq in range(1, 51):
                journal.append([row("a", seq)])
            assert journal.unsaved == 50
            heard.wait_state(False)
            other.execute("ROLLBACK")
        heard.wait_committed("a", 50)
        assert heard.committed == [("a", 50)]


def test_an_appended_row_waits_in_sight_until_it_is_saved(path):
    with journal_at(path) as (journal, _):
        assert (journal.unsaved, journal.unsaved_since) == (0, None)
        with raw(path) as other:
            other.execute("BEGIN EXCLUSIVE")
            before = time.monotonic()
            journal.append([row("a", 1), row("b", 1)])
            assert journal.unsaved_since is not None
            assert before <= journal.unsaved_since <= time.monotonic()
            assert journal.waiting("a") == (row("a", 1),)
        assert journal.wait_saved(WAIT_S)
        assert (journal.unsaved, journal.unsaved_since, journal.waiting("a")) == (0, None, ())


def test_a_journal_goes_on_after_a_restart_in_the_same_chain(path):
    write_log(path, rows_of("a", last=3))
    write_log(path, rows_of("a", first=4, last=6), rows_of("b", last=2))
    with LogReader(path) as reader:
        assert reader.verify("a") is None
        assert reader.verify("b") is None
        last_of_a = list(reader.rows("a"))[-1].hash
        assert next(iter(reader.rows("b"))).prev_hash == last_of_a
        assert next(iter(reader.rows("a"))).prev_hash == ZERO


def test_the_journal_survives_listeners_that_fail(path):
    def broken(*facts: object) -> None:
        raise RuntimeError("a window that is gone")

    journal = Journal(path, committed=broken, state=broken)
    journal.append([row("a", 1)])
    assert journal.wait_saved(WAIT_S)
    journal.append([row("a", 2)])
    assert journal.wait_saved(WAIT_S)
    assert journal.close() == ()


def test_a_row_whose_place_is_taken_is_kept_aside_and_holds_nobody_up(path):
    write_log(path, rows_of("a", last=2))
    with journal_at(path) as (journal, _):
        journal.append([row("a", 2, label="another"), row("a", 3)])
        assert journal.wait_saved(WAIT_S)
        assert [note.code for note in journal.notes] == ["log_conflict"]
    kept = path.with_name("conflict-a-1.jsonl").read_text(encoding="utf-8")
    assert kept == row("a", 2, label="another").text + "\n"
    with LogReader(path) as reader:
        assert [found.seq for found in reader.rows("a")] == [1, 2, 3]
        assert reader.verify("a") is None


def test_a_backup_is_a_whole_log_and_ten_are_kept(path):
    folder = path.with_name("backups")
    folder.mkdir()
    for day in range(10, 22):
        (folder / f"log-202601{day}-000000.sqlite3").write_bytes(b"old")
    with journal_at(path) as (journal, _):
        journal.append(rows_of("a", last=2_000))
        journal.backup_soon()
        journal.append(rows_of("a", first=2_001, last=2_100))
    copies = sorted(folder.iterdir())
    assert len(copies) == 10
    with LogReader(copies[-1]) as reader:
        assert reader.verify("a") is None
        assert reader.sessions()[0].events >= 2_000


def test_a_closed_journal_leaves_one_plain_file(path):
    write_log(path, rows_of("a", last=3))
    assert [found.name for found in path.parent.iterdir()] == ["log.sqlite3"]


def test_fifty_thousand_events_are_written_listed_verified_and_read(path):
    write_log(path, rows_of("a", last=50_000), rows_of("b", last=10))
    began = time.process_time()
    with LogReader(path) as reader:
        listed = reader.sessions()
        listing_s = time.process_time() - began
        read = sum(1 for _ in reader.rows("a"))
        reading_s = time.process_time() - began
        assert reader.verify("a") is None
    assert [(found.id, found.events) for found in listed] == [("b", 10), ("a", 50_000)]
    assert read == 50_000
    assert listing_s < 0.2, "listing sessions must not read events"
    assert reading_s < 2.0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text()), max_size=30))
def test_any_texts_make_a_chain_in_which_each_row_names_the_one_before(drawn):
    rows = [Pending(session, n, "x.y", text) for n, (session, text) in enumerate(drawn) if text.isprintable()]
    chained, tips = linked(rows, Tips(), tip_of=lambda session: None)
    ends: dict[str, str] = {}
    last = ZERO
    for link in chained:
        assert link.prev_hash == ends.get(link.row.session, last)
        assert link.hash == link_hash(link.prev_hash, link.row.text)
        last = ends[link.row.session] = link.hash
    assert tips.last == last


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=8), max_size=4))
def test_whatever_is_said_the_log_on_disk_verifies(tmp_path_factory, drawn):
    path = tmp_path_factory.mktemp("log") / "log.sqlite3"
    with journal_at(path) as (journal, _):
        for number, words in enumerate(drawn):
            session = f"s{number}"
            journal.append([started(session, show="".join(words))])
            for seq, word in enumerate(words, start=2):
                journal.append([row(session, seq, label=word)])
        assert journal.wait_saved(WAIT_S)
    with LogReader(path) as reader:
        assert [reader.verify(found.id) for found in reader.sessions()] == [None] * len(drawn)
        assert [found.events for found in reversed(reader.sessions())] == [len(words) + 1 for words in drawn]


def test_a_held_journal_makes_its_new_log_once_it_is_let_go_and_writes_what_waits(path):
    heard = Heard()
    journal = Journal(path, committed=heard.on_committed, state=heard.on_state, held=True)
    journal.append(rows_of("one", last=3))
    assert (journal.unsaved, journal.unsaved_since, path.exists()) == (3, None, False)
    journal.let_go()
    assert journal.wait_saved(WAIT_S)
    assert journal.close() == ()
    with LogReader(path) as log:
        assert [row.seq for row in log.rows("one")] == [1, 2, 3]


def test_a_held_journal_that_is_closed_writes_what_waits(path):
    journal = Journal(path, committed=Heard().on_committed, state=Heard().on_state, held=True)
    journal.append(rows_of("one", last=2))
    assert journal.close() == ()
    with LogReader(path) as log:
        assert len(list(log.rows("one"))) == 2
