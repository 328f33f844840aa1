"""The documents say what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands_page import PAGE, page

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_the_commands_page_is_what_the_program_says() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.commands_page"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_a_document_points_to_exists(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8")):
        if not target.startswith("http"):
            assert (document.parent / target).exists(), target


def test_no_document_names_a_path_of_one_machine() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"/(home|root|work)/\w", document.read_text("utf-8")), document.name


def test_both_readmes_give_the_same_commands_and_the_same_keys() -> None:
    english, chinese = (said(ROOT / name) for name in ("README.md", "README.zh.md"))
    assert english == chinese
    assert english


def said(readme: Path) -> list[str]:
    """The commands of a README without their remarks, and the first cell of each row of its table."""
    text = readme.read_text("utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, flags=re.S | re.M)
    commands = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    keys = re.findall(r"^\| (`[^|]+) \|", text, flags=re.M)
    return commands + [key.replace(" 或 ", " or ") for key in keys]
