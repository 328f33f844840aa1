"""Before the show, with the real program: a table is pasted, edited in place and saved."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hostconsole.sheets import read_show
from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.obs_rig import wait_until

OWNER = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.argv[1])
print("copied", flush=True)
app.exec()
"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with Desktop(tmp_path) as desktop:
        running = Program(desktop, tmp_path / "data")
        yield running
        running.end()  # opening a show builds its windows: no stall of a show


@pytest.fixture
def copied(program: Program) -> Iterator[None]:
    """Another program has copied a table."""
    text = "No.\tProduct\tPrice\tStock\tScene\n3\tCup\t¥19.9/6\t900\tA\n4\tPot\t59\t100\tB\n"
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, text], env=program.environment, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    assert owner.stdout.readline() == "copied\n"
    yield
    owner.terminate()
    owner.wait(10)
    owner.stdout.close()


def test_a_pasted_table_is_a_show_two_keys_later_and_is_edited_in_place(
    program: Program, copied: None
) -> None:
    program.start()
    program.focus(program.window("Host Console"))
    before = program.picture()
    program.press("ctrl+v")
    wait_until(lambda: program.changed(before) > 3_000, what="the table to be shown")
    program.press("ctrl+Return")
    wait_until(lambda: program.state["mode"] == "ready", what="the show to be opened")
    cup, pot = program.state["items"]
    assert (cup["title"], cup["price"], cup["sellable"], cup["scene"]) == ("Cup", "19.90", 900, "A")

    program.focus(program.window("— Host Console"))
    program.press("F2")
    program.type("Steel cup")
    program.press("Return")
    wait_until(lambda: program.state["items"][0]["title"] == "Steel cup", what="the title to be edited")
    program.press("Control+Down")
    wait_until(lambda: program.state["items"][0]["title"] == "Pot", what="the row to be moved")
    program.press("Control+z")
    wait_until(lambda: program.state["items"][0]["title"] == "Steel cup", what="the move to be taken back")
    assert program.do("sheet.save")["saved"] is True
    (saved,) = (program.directory / "sheets").glob("*(edited).xlsx")
    assert [item.title for item in read_show(saved).plan.items] == ["Steel cup", pot["title"]]
