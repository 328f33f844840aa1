"""The page of a report in a real browser: laid out without a network, printed with its mark on every page."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest

from hostconsole.report.export import export
from hostconsole.report.words import Language

from .evening import evening
from .made import ListLog
from .test_export import EVIL, Plan, desk, product


@pytest.fixture(scope="module")
def log() -> ListLog:
    return ListLog.of(evening(kind="rehearsal", simulated=True).log)


def chromium(profile: Path, page: Path, *words: str) -> str:
    """What it says on standard error; it is given no network."""
    done = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         "--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}",
         *words, page.as_uri()],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr


def printed(folder: Path, page: Path) -> list[str]:
    pdf = folder / "page.pdf"
    said = chromium(folder / "profile", page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    assert "CONSOLE" not in said, said  # an error of the page would stand here
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return unicodedata.normalize("NFKC", told.stdout).split("\f")[:-1]


@pytest.mark.parametrize(
    ("language", "mark", "words"),
    [
        ("en", "REHEARSAL · SIMULATED", ("Sell-through", "Planned", "Points said", "not counted")),
        ("zh", "彩排 · 模拟", ("售罄率", "计划", "讲到的要点", "未统计")),
    ],
)
def test_a_rehearsal_is_marked_on_every_printed_page(
    log: ListLog, tmp_path: Path, language: Language, mark: str, words: tuple[str, ...]
) -> None:
    export(log, "s1", tmp_path / "n.html", language=language)
    pages = printed(tmp_path, tmp_path / "n.html")
    assert len(pages) > 10
    assert all(mark in page for page in pages)
    for word in words:
        assert any(word in page for page in pages), word


def test_hostile_names_run_nothing_in_a_browser(tmp_path: Path) -> None:
    items = tuple(
        product(f"P{n}", title=name, link_no=name[:20], planned_s=60, key_points=(name,))
        for n, name in enumerate((*EVIL, "<img src=x onerror=document.title='hit'>"))
    )
    made = desk(Plan(name=EVIL[0], items=items), operator=EVIL[0])
    for n, item in enumerate(items):
        made.at(f"{n}:10").do("show.take_item", item=item.id)
        made.do("cue.send", text=EVIL[0])
    export(ListLog.of(made.log), "s1", tmp_path / "n.html")
    pages = printed(tmp_path, tmp_path / "n.html")
    assert any("<script>alert(1)</script>" in page for page in pages)
    assert any("onerror=document.title" in page.replace("\n", "") for page in pages)


def test_the_page_has_no_sideways_scroll_at_the_width_of_a_desk(log: ListLog, tmp_path: Path) -> None:
    export(log, "s1", tmp_path / "n.html", language="zh")
    picture = tmp_path / "n.png"
    chromium(tmp_path / "profile", tmp_path / "n.html", "--window-size=1280,2000", f"--screenshot={picture}")
    grey = subprocess.run(
        ["convert", str(picture), "-colorspace", "Gray", "-depth", "8", "-format", "%w %h %k", "info:"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert grey[:2] == ["1280", "2000"]
    assert int(grey[2]) > 30
