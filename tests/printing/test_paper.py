"""Reports on paper and as a picture: painted without a display, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hostconsole.printing.export import print_session
from hostconsole.report.words import Language
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Plan
from tests.report.golden import golden
from tests.report.made import ListLog, desk, product

ROOT = Path(__file__).parents[2]


def printed(made, path: Path, *, language: Language = "en") -> Path:
    print_session(ListLog.of(made.log), "s1", path, language=language)
    return path


def words_of(pdf: Path) -> list[str]:
    """The text of each page; Qt writes some Chinese characters as their radicals, NFKC undoes it."""
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return unicodedata.normalize("NFKC", told.stdout).split("\f")[:-1]


def test_paper_has_the_sentences_the_figures_and_every_product(qapp, tmp_path: Path) -> None:
    pages = words_of(printed(golden(), tmp_path / "n.pdf", language="zh"))
    text = "\n".join(pages)
    for words in (
        "1 号 加厚棉柔巾讲了 9:00,计划 6:00,最后 5 分钟卖 42 件。",
        "统计金额", "¥1,920", "Thermos 480 ml", "湿水不掉絮", "¥19.9 → ¥18.9", "未统计", "误切", "报库存",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize(("language", "mark"), [("en", "REHEARSAL · SIMULATED"), ("zh", "彩排 · 模拟")])
def test_a_rehearsal_is_marked_on_every_page(qapp, tmp_path: Path, language: Language, mark: str) -> None:
    pages = words_of(printed(golden(rehearsal=True, simulated=True), tmp_path / "n.pdf", language=language))
    assert len(pages) >= 4
    assert all(mark in page for page in pages)


def ink(picture: QImage) -> int:
    """How many of its rows hold anything but white."""
    rows = range(0, picture.height(), 4)
    columns = range(0, picture.width(), 6)
    return sum(any(picture.pixel(x, y) != 0xFFFFFFFF for x in columns) for y in rows) * 4


def test_the_picture_is_one_long_image_full_of_words(qapp, tmp_path: Path) -> None:
    picture = QImage(str(printed(golden(), tmp_path / "n.png")))
    assert picture.width() == 2 * (620 + 2 * 28)
    assert picture.height() > 1.5 * picture.width()
    assert ink(picture) > picture.height() / 2


def test_hostile_names_are_printed_as_they_are(qapp, tmp_path: Path) -> None:
    names = ("<script>alert(1)</script>", "<img src='file:///etc/passwd'>", "=cmd", "../../x", "字" * 10_000)
    items = tuple(product(f"P{n}", title=name, planned_s=60) for n, name in enumerate(names))
    made = desk(Plan(name=names[0], items=items))
    for n in range(len(names)):
        made.at(f"{n}:10").do("show.take_item", item=f"P{n}")
    made.at("9:00").do("show.end", sure="yes")
    text = "\n".join(words_of(printed(made, tmp_path / "n.pdf")))
    for name in names[:4]:
        assert name in text
    assert ink(QImage(str(printed(made, tmp_path / "n.png")))) > 500


def long_night(items: int):
    made = desk(Plan(name="x", items=tuple(product(f"P{n}", price=100) for n in range(items))))
    for n in range(items):
        made.at(f"{n}:10").do("show.take_item", item=f"P{n}")
    return made


def test_the_picture_of_many_products_is_coarser_rather_than_refused(qapp, tmp_path: Path) -> None:
    picture = QImage(str(printed(long_night(500), tmp_path / "n.png")))
    assert picture.height() <= 32_767
    assert picture.width() > 620


def test_a_picture_nobody_could_read_is_refused_and_leaves_nothing(qapp, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="too long"):
        printed(long_night(1_500), tmp_path / "n.png")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(qapp, tmp_path: Path) -> None:
    for suffix in (".pdf", ".png"):
        with pytest.raises(Trouble, match="cannot be written"):
            printed(golden(), tmp_path / "none" / f"n{suffix}")


def test_export_paints_without_any_display(tmp_path: Path) -> None:
    """By the command line, with a display named that is not there."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from hostconsole.printing.export import print_session\n"
        "from tests.report.golden import golden\n"
        "from tests.report.made import ListLog\n"
        "for name in sys.argv[1:]:\n"
        "    print_session(ListLog.of(golden().log), 's1', Path(name), language='zh')\n"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":77", "PYTHONPATH": str(ROOT)}
    files = [str(tmp_path / name) for name in ("n.pdf", "n.png")]
    said = subprocess.run([sys.executable, "-c", code, *files], env=env, capture_output=True, text=True)
    assert (said.returncode, said.stderr) == (0, "")
    assert (tmp_path / "n.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "n.png").read_bytes().startswith(b"\x89PNG")
