"""Clips cut by ffmpeg from a real file whose colours tell where they begin."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from hostconsole.desk.cutting import MANIFEST, cut_clips, length_s
from hostconsole.report.facts import night
from hostconsole.report.figures import Night
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Plan
from tests.report.made import desk, product
from tests.report.test_told import outputs

COLOURS = ("red", "lime", "blue")
SECONDS = 10
"""Each colour lasts so long; key frames are three seconds apart."""


@pytest.fixture(scope="module", params=["0", "2"], ids=["in order", "with B-frames"])
def recording(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With B-frames as OBS's x264 writes them, or without, as some hardware does."""
    path = tmp_path_factory.mktemp("video") / "2026-11-23 20-00-00.mkv"
    sources = [
        word for c in COLOURS for word in ("-f", "lavfi", "-i", f"color={c}:s=160x90:r=30:d={SECONDS}")
    ]
    tone = ("-f", "lavfi", "-i", f"sine=440:d={SECONDS * len(COLOURS)}")
    joined = f"concat=n={len(COLOURS)}:v=1:a=0"
    subprocess.run(
        ["ffmpeg", "-v", "error", *sources, *tone, "-filter_complex", joined, "-map", f"{len(COLOURS)}:a",
         "-c:v", "libx264", "-preset", "ultrafast", "-bf", request.param, "-g", "90", "-keyint_min", "90",
         "-sc_threshold", "0", "-c:a", "aac", str(path)],
        check=True,
    )  # fmt: skip
    return path


def shown(*, titles: tuple[str, ...] = ("红", "绿", "蓝")) -> Night:
    """Three products, taken just when the recording's colour changes."""
    items = tuple(product(f"P{n}", title=title, link_no=f"{n}") for n, title in enumerate(titles, start=1))
    made = desk(Plan(name="x", items=items))
    made.at("1:00").hear(outputs(True))
    for n, item in enumerate(items):
        made.at(f"1:{n * SECONDS:02d}").do("show.take_item", item=item.id)
    made.at("1:30").hear(outputs(False))
    made.do("show.end", sure="yes")
    return night(made.log)


def colour_at(path: Path, seconds: float) -> str:
    """The colour of a frame."""
    said = subprocess.run(
        ["ffmpeg", "-v", "error", "-ss", f"{seconds}", "-i", str(path), "-frames:v", "1", "-vf", "scale=1:1",
         "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    return COLOURS[max(range(3), key=lambda n: said[n])]


def silent(_share: float, _what: str) -> None:
    pass


def test_exact_clips_begin_with_their_own_picture(recording: Path, tmp_path: Path) -> None:
    told: list[float] = []
    cut_clips(shown(), [recording], tmp_path, exact=True, progress=lambda share, _: told.append(share))
    clips = sorted(tmp_path.glob("*.mkv"))
    assert [clip.name for clip in clips] == ["01 1 红.mkv", "02 2 绿.mkv", "03 3 蓝.mkv"]
    assert [colour_at(clip, 0) for clip in clips] == list(COLOURS)
    assert all(abs(length_s(clip) - SECONDS) < 0.3 for clip in clips)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_without_re_encoding_a_clip_begins_at_the_key_frame_before_and_says_so(
    recording: Path, tmp_path: Path
) -> None:
    manifest = cut_clips(shown(), [recording], tmp_path, exact=False, progress=silent)
    assert json.loads((tmp_path / MANIFEST).read_text("utf-8")) == manifest
    leads = [clip["lead_s"] for clip in manifest["clips"]]
    assert leads == [0.0, pytest.approx(1.0, abs=0.05), pytest.approx(2.0, abs=0.05)]
    second = tmp_path / manifest["clips"][1]["file"]
    assert colour_at(second, 0.2) == "red"
    assert colour_at(second, leads[1] + 0.3) == "lime"
    assert length_s(second) == pytest.approx(manifest["clips"][1]["seconds"], abs=0.3)
    assert manifest["clips"][1]["taken_at"] == "2026-11-23T12:01:10.000Z"


def test_hostile_titles_are_names_of_files_in_the_folder(recording: Path, tmp_path: Path) -> None:
    titles = ("../../x", "-rf <script>", "字" * 10_000)
    folder = tmp_path / "clips"
    cut_clips(shown(titles=titles), [recording], folder, exact=False, progress=silent)
    assert [path.name for path in tmp_path.iterdir()] == ["clips"]
    assert len(list(folder.glob("*.mkv"))) == 3


class Enough(Exception):
    pass


def test_stopping_leaves_whole_clips_and_nothing_half_done(recording: Path, tmp_path: Path) -> None:
    def stop(share: float, what: str) -> None:
        if what.startswith("2/"):
            raise Enough

    with pytest.raises(Enough):
        cut_clips(shown(), [recording], tmp_path, exact=True, progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["01 1 红.mkv"]

    def stop_within(share: float, what: str) -> None:
        if what.startswith("1/") and share > 0:
            raise Enough

    other = tmp_path / "other"
    with pytest.raises(Enough):
        cut_clips(shown(), [recording], other, exact=True, progress=stop_within)
    assert list(other.iterdir()) == []


def test_a_file_that_is_another_recording_is_refused_with_both_lengths(
    recording: Path, tmp_path: Path
) -> None:
    made = desk(Plan(name="x", items=(product("P1"),)))
    made.at("0:10").do("show.take_item", item="P1")
    for start, end in (("1:00", "5:00"), ("6:00", "8:00")):
        made.at(start).hear(outputs(True))
        made.at(end).hear(outputs(False))
    with pytest.raises(Trouble, match=r"is 30 s long; this session's recordings are 240 s, 120 s"):
        cut_clips(night(made.log), [recording], tmp_path, exact=False, progress=silent)


@pytest.mark.parametrize("name", ["no-such.mkv", "text.mkv"])
def test_what_is_no_video_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.mkv").write_text("no video")
    with pytest.raises(Trouble, match="cannot be read"):
        cut_clips(shown(), [tmp_path / name], tmp_path / "clips", exact=False, progress=silent)
    assert not (tmp_path / "clips").exists()


def test_a_session_without_a_recording_is_told(recording: Path, tmp_path: Path) -> None:
    made = desk(Plan(name="x", items=(product("P1"),)))
    made.at("0:10").do("show.take_item", item="P1")
    with pytest.raises(Trouble, match="recorded nothing"):
        cut_clips(night(made.log), [recording], tmp_path, exact=False, progress=silent)
