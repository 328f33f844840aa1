"""Long work in processes of its own: what it says, how far it is, and that it stops without a trace."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hostconsole.app.errands import Done, Errands
from hostconsole.show.plan import Plan
from tests.report.golden import golden
from tests.report.made import desk, log_in, product
from tests.report.test_told import outputs


@pytest.fixture
def errands(qapp, tmp_path: Path) -> Errands:
    return Errands(log_in(tmp_path / "data", golden()))


@pytest.fixture
def deaf_to_interrupts() -> Iterator[None]:
    """What this process starts ignores SIGINT, as everything does that a shell starts in its background."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


def done_of(qtbot, errands: Errands, *words: str) -> Done:
    heard: list[Done] = []
    errands.start(*words, then=heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    return heard[0]


def test_a_summary_is_read_in_another_process(qtbot, errands: Errands) -> None:
    done = done_of(qtbot, errands, "summary", "s1", "--json", "--lang", "zh")
    assert (done.ok, done.why) == (True, "")
    assert done.answer()["session"] == "s1"


def test_what_cannot_be_done_is_one_plain_line(qtbot, errands: Errands) -> None:
    done = done_of(qtbot, errands, "summary", "nobody")
    assert (done.ok, done.answer()) == (False, {})
    assert done.why == "there is no session 'nobody'; `hostconsole sessions` lists them"


def test_a_report_that_is_stopped_leaves_nothing(qtbot, errands: Errands, tmp_path: Path) -> None:
    heard: list[Done] = []
    target = tmp_path / "n.pdf"
    errand = errands.start("export", "s1", "-o", str(target), then=heard.append)
    errand.stop()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].stopped
    assert not heard[0].ok
    assert [path for path in tmp_path.iterdir() if path.name != "data"] == []


def test_work_can_be_stopped_in_a_console_that_a_shell_started_in_its_background(
    qtbot, deaf_to_interrupts: None, errands: Errands, tmp_path: Path
) -> None:
    heard: list[Done] = []
    errand = errands.start("export", "s1", "-o", str(tmp_path / "n.pdf"), then=heard.append)
    errand.stop()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert (heard[0].stopped, heard[0].ok) == (True, False)


def test_work_that_does_not_end_when_told_is_ended_once_however_often_it_was_told(
    qtbot, monkeypatch: pytest.MonkeyPatch, errands: Errands, tmp_path: Path
) -> None:
    monkeypatch.setattr("hostconsole.app.errands.STOP", "a word it does not know")
    monkeypatch.setattr("hostconsole.app.errands.KILL_AFTER_MS", 50)
    heard: list[Done] = []
    errand = errands.start("export", "s1", "-o", str(tmp_path / "n.pdf"), then=heard.append)
    errand.stop()
    errand.stop()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert (heard[0].stopped, heard[0].ok) == (True, False)
    assert done_of(qtbot, errands, "summary", "s1", "--json").ok, "no warning by Qt comes meanwhile"


def test_at_the_end_of_the_program_work_may_finish(qtbot, errands: Errands, tmp_path: Path) -> None:
    heard: list[Done] = []
    errands.start("export", "s1", "-o", str(tmp_path / "n.csv"), then=heard.append)
    errands.close(within_ms=20_000)
    assert [done.ok for done in heard] == [True]
    assert (tmp_path / "n.csv").stat().st_size > 1000


def test_clips_that_are_stopped_leave_whole_ones_only(qtbot, tmp_path: Path) -> None:
    film = tmp_path / "film.mkv"
    source = ("-f", "lavfi", "-i", "testsrc2=s=640x360:r=30:d=40", "-c:v", "libx264", "-preset", "ultrafast")
    subprocess.run(["ffmpeg", "-v", "error", *source, str(film)], check=True)
    made = desk(Plan(name="x", items=(product("P1", title="one"), product("P2", title="two"))))
    made.at("1:00").hear(outputs(True))
    made.do("show.take_item", item="P1")
    made.at("1:05").do("show.take_item", item="P2")
    made.at("1:40").hear(outputs(False))
    made.do("show.end", sure="yes")
    errands = Errands(log_in(tmp_path / "data", made))
    heard: list[Done] = []
    folder = tmp_path / "clips"
    words = ("clips", "s1", "--recording", str(film), "-o", str(folder), "--exact", "--progress")
    errand = errands.start(*words, then=heard.append)
    errand.progressed.connect(lambda share, _words: errand.stop() if share > 0.3 else None)
    qtbot.waitUntil(lambda: bool(heard), timeout=60_000)
    assert heard[0].stopped
    assert [path.name for path in folder.iterdir()] == ["01 1 one.mkv"]
