"""Reports and actions by the command line, on a log on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.golden import golden
from tests.report.made import log_in

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return log_in(tmp_path_factory.mktemp("data"), golden(), golden(rehearsal=True, simulated=True))


def said(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-m", "hostconsole", *words, "--data-dir", str(data)]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120)


def told(data: Path, *words: str) -> str:
    done = said(data, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_report_is_a_page_a_picture_and_a_text_named_after_the_night(data: Path) -> None:
    paths = {
        suffix: Path(path) for suffix, path in json.loads(told(data, "report", "s1", "--lang", "zh")).items()
    }
    assert {path.name for path in paths.values()} == {
        "2026-11-23 双十一 晚场 s1.html", "2026-11-23 双十一 晚场 s1.png", "2026-11-23 双十一 晚场 s1.txt"
    }  # fmt: skip
    assert all(path.parent == data / "reports" for path in paths.values())
    page = paths[".html"].read_text("utf-8")
    assert "最后 5 分钟卖 42 件" in page
    assert "http://www.w3.org/2000/svg" in page
    assert paths[".png"].read_bytes().startswith(b"\x89PNG")
    assert paths[".txt"].read_text("utf-8").startswith("双十一 晚场 · 直播 · 2026-11-23 20:00")
    assert not list((data / "reports").glob("*.part"))


def test_a_summary_is_a_few_lines(data: Path) -> None:
    lines = told(data, "summary", "last").splitlines()
    assert lines[0] == "双十一 晚场 · REHEARSAL · SIMULATED · 2026-11-23 20:00 · 18:10"
    assert lines[2].startswith("1. Link 1 加厚棉柔巾 sold most: 100 of 100")


def test_the_command_line_speaks_the_language_that_was_chosen_in_the_windows(data: Path) -> None:
    settings = data / "settings.toml"
    settings.write_text('language = "zh"\n')
    try:
        assert "彩排" in told(data, "summary", "last").splitlines()[0]
        assert "REHEARSAL" in told(data, "summary", "last", "--lang", "en").splitlines()[0]
    finally:
        settings.unlink()


def test_actions_are_noted_listed_ticked_and_stand_in_the_report(data: Path) -> None:
    told(data, "action", "s1", "3 号多备", "50 件", "--as", "甲")
    told(data, "action", "s1", "开场前测麦")
    assert [one["text"] for one in json.loads(told(data, "actions", "--json"))] == [
        "3 号多备 50 件",
        "开场前测麦",
    ]
    told(data, "action", "s1", "--done", "2")
    (left,) = json.loads(told(data, "actions", "--json"))
    assert (left["session"], left["seq"], left["by"]) == ("s1", 1, "甲")
    assert "○ 3 号多备 50 件\n✔ 开场前测麦" in told(data, "summary", "s1", "--lang", "zh")
    assert told(data, "verify", "s1") == "ok\n"
    told(data, "action", "s1", "--open", "2")
    assert len(json.loads(told(data, "actions", "--json"))) == 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("action", "s1", "--done", "99"), "no action 99"),
        (("action", "s1", " "), "1 to 300"),
        (("action", "nobody", "x"), "no session 'nobody'"),
        (("report", "nobody"), "no session 'nobody'"),
        (("export", "s1", "-o", "n.doc"), ".pdf, .png"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(data: Path, words: tuple[str, ...], reason: str) -> None:
    done = said(data, *words)
    assert done.returncode == 2
    assert reason in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_figures_are_kept_after_the_night_and_stand_in_its_report(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "douyin.csv"
    table.write_text("货品,卖了\nSKU-P1,97\nSKU-P2,5\nSKU-Q,1\n", encoding="utf-8")
    hashes = [row["last_hash"] for row in json.loads(told(data, "sessions", "--json"))]
    assert "--map sold=" in said(data, "figures", "s1", str(table)).stderr
    kept = json.loads(
        told(
            data,
            "figures",
            "s1",
            str(table),
            "--platform",
            "Douyin",
            "--map",
            "sku=货品",
            "--map",
            "sold=卖了",
            "--json",
        )
    )
    assert (kept["items"], kept["basis"], len(kept["notes"])) == (2, "provisional", 1)
    table.write_text("货品,卖了\nSKU-P1,99\n", encoding="utf-8")
    told(data, "figures", "s1", str(table), "--platform", "Douyin", "--final")  # the columns are remembered
    assert told(data, "export", "s1", "-o", str(tmp_path / "n.html")) == f"{tmp_path / 'n.html'}\n"
    page = (tmp_path / "n.html").read_text("utf-8")
    assert "Figures of Douyin" in page
    assert "97 → 99 (+2)" in page
    assert "Douyin, final" in page
    assert told(data, "verify", "s1") == "ok\n"
    assert [row["last_hash"] for row in json.loads(told(data, "sessions", "--json"))] == hashes


def test_a_long_import_is_told_in_parts_and_read_as_one(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "minutes.csv"
    rows = [f"20:{n // 60:02d}:{n % 60:02d},{n},{n}" for n in range(600)]
    table.write_text("Time,Viewers,GMV\n" + "\n".join(rows), encoding="utf-8")
    told(data, "figures", "s2", str(table), "--platform", "X")
    told(data, "export", "s2", "-o", str(tmp_path / "n.json"))
    assert "Minutes given: 600" in read_page(data, tmp_path)


def read_page(data: Path, folder: Path) -> str:
    told(data, "export", "s2", "-o", str(folder / "n.html"))
    return (folder / "n.html").read_text("utf-8")


def test_sessions_are_compared_and_a_product_has_a_history(data: Path, tmp_path: Path) -> None:
    found = json.loads(told(data, "compare", "s1", "s2", "--json"))
    assert found["sessions"] == ["s1", "s2"]
    assert found["figures"]["s1"]["sold"] == 100
    told(data, "compare", "s1", "last", "-o", str(tmp_path / "both.html"))
    assert "REHEARSAL" in (tmp_path / "both.html").read_text("utf-8")
    assert [one["sold"] for one in json.loads(told(data, "history", "SKU-P1", "--json"))] == [42, 58]
    assert len(json.loads(told(data, "history", "SKU-P1", "--rehearsals", "--json"))) == 4


def test_a_program_is_told_which_columns_nobody_knows(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "strange.csv"
    table.write_text("甲,乙\nx,1\n", encoding="utf-8")
    done = said(data, "figures", "s1", str(table), "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["ok"], answer["code"]) == (2, False, "figures_unknown")
    assert answer["headers"] == ["甲", "乙"]
