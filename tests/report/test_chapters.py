"""Chapters and cuts: where each airing lies in the stream and in the recordings."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hostconsole.report.chapters import chapters, timecode, write_chapter_table, write_edl, write_youtube
from hostconsole.report.facts import night
from hostconsole.report.figures import Night, RecordingFacts
from hostconsole.report.look import Look
from hostconsole.report.moments import at_in, cuts, overlap
from hostconsole.show.plan import Plan

from .golden import golden
from .made import desk, product
from .test_told import outputs

EN = Look(language="en", zone=timezone(timedelta(hours=8)))


def golden_night() -> Night:
    return night(golden().log)


def test_chapters_are_in_the_streams_time() -> None:
    """It began at 0:02 of the show."""
    found = [(c.since_ms, c.until_ms, c.title) for c in chapters(golden_night(), EN)]
    assert found == [
        (8_000, 548_000, "Link 1 加厚棉柔巾"),
        (548_000, 848_000, "Link 2 Thermos 480 ml"),
        (848_000, 968_000, "抽奖"),
        (968_000, 1_088_000, "Link 1 加厚棉柔巾"),
    ]


def test_chapters_for_a_video_begin_at_nought_and_are_ten_seconds_apart(tmp_path: Path) -> None:
    write_youtube(golden_night(), tmp_path / "n.txt", EN)
    assert (tmp_path / "n.txt").read_text("utf-8").splitlines() == [
        "0:00 Link 1 加厚棉柔巾",  # at 0:08, too near to nought for a chapter of its own
        "9:08 Link 2 Thermos 480 ml",
        "14:08 抽奖",
        "16:08 Link 1 加厚棉柔巾",
    ]


def test_an_edit_list_names_reel_source_and_place(tmp_path: Path) -> None:
    write_edl(golden_night(), tmp_path / "n.edl", EN)
    lines = (tmp_path / "n.edl").read_text("utf-8").splitlines()
    assert lines[:2] == ["TITLE: 双十一 晚场", "FCM: NON-DROP FRAME"]
    # seen 0.305 s after the take at 0:10, and a clip waits 0.15 s more: 8.455 s of the recording
    assert lines[3] == "001  R01      V     C        00:00:08:14 00:09:08:00 00:00:00:00 00:08:59:16"
    assert lines[4] == "* FROM CLIP NAME: Link 1 加厚棉柔巾"
    assert timecode(62_500) == "00:01:02:15"


def test_a_table_of_chapters_holds_what_was_sold_and_no_formula(tmp_path: Path) -> None:
    plan = Plan(name="x", items=(product("P1", title="=cmd|x", price=1990, stock_total=9),))
    made = desk(plan)
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").do("stock.sold", qty=4)
    made.at("2:10").do("show.end", sure="yes")
    write_chapter_table(night(made.log), tmp_path / "n.csv", EN)
    with (tmp_path / "n.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["From"], row["Until"], row["Seconds"]) == ("0:00:10", "0:02:10", "120.0")
    assert (row["Title"], row["Price at take"], row["Sold"]) == ("'=cmd|x", "19.90", "4")


def test_an_airing_over_two_recordings_is_two_cuts_and_a_pause_is_left_out() -> None:
    made = desk(Plan(name="x", items=(product("P1"), product("P2"))))
    made.at("0:00").hear(outputs(True))
    made.at("0:10").do("show.take_item", item="P1")
    made.at("1:00").hear(outputs(True, paused=True))
    made.at("1:30").hear(outputs(True))
    made.at("2:00").hear(outputs(False))
    made.at("2:30").hear(outputs(True))
    made.at("3:00").do("show.take_item", item="P2")
    made.at("4:00").do("show.end", sure="yes")
    found = [(c.airing.item, c.recording, c.since_ms, c.until_ms) for c in cuts(night(made.log))]
    assert found == [("P1", 1, 10_000, 90_000), ("P1", 2, 0, 30_000), ("P2", 2, 30_000, 90_000)]


def test_misfires_are_never_cut() -> None:
    assert all(not cut.airing.misfire for cut in cuts(golden_night()))
    assert len(cuts(golden_night())) == 4


pauses = st.lists(st.tuples(st.integers(1, 5_000), st.integers(1, 5_000)), min_size=1, max_size=6)


@given(pauses, st.integers(0, 80_000), st.integers(0, 80_000))
def test_no_moment_lies_outside_the_file_and_none_goes_back(
    runs: list[tuple[int, int]], one: int, other: int
) -> None:
    """`runs` are how long it recorded and then paused."""
    pieces, now, at = [], 1_000, 0
    for ran, paused in runs:
        pieces.append((now, now + ran, at))
        now, at = now + ran + paused, at + ran
    recording = RecordingFacts(n=1, pieces=tuple(pieces))
    first, last = sorted((one, other))
    inside = overlap(recording, first, last)
    if inside is not None:
        assert 0 <= inside[0] < inside[1] <= recording.length_ms
    assert at_in(recording, max(first, 1_000)) <= at_in(recording, max(last, 1_000))


def test_without_a_stream_the_recording_and_then_the_show_give_the_time() -> None:
    whole = golden_night()
    recorded = replace(whole, stream_since_ms=None)
    neither = replace(recorded, recordings=())
    assert chapters(recorded, EN)[0].since_ms == 8_000
    assert chapters(neither, EN)[0].since_ms == 10_000
