"""Ctrl+V or a dropped file: the user's own table, what it was read as, and the way to a show."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget

from hostconsole.app.pasting import Pasting
from hostconsole.settings import Settings
from hostconsole.sheets import read_show
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.ui.paste_model import MARK_ROLE
from hostconsole.ui.paste_view import PasteView
from hostconsole.ui.start_page import StartPage
from tests.sheets.shops import files
from tests.ui.host_stage import Stage, coffee, cup, opening

TEXT = "链接号\t品名\t直播价\t库存\n3\t杯\t¥19.9/6包\t900\n4\t壶\tabc\t100\n"


class Table:
    """A pasted table in its view, with what was opened in the end."""

    def __init__(self, view: PasteView, folder: Path, stage: Stage | None = None) -> None:
        self.view, self.folder, self.opened = view, folder, []
        self.work: list = []
        self.pasting = Pasting(
            view, directory=folder, settings=Settings(), open_show=self.opened.append,
            later=self.work.append, show=stage.show if stage else None,
        )  # fmt: skip

    def takes_in(self, **what: str) -> bool:
        return asyncio.run(self.pasting.take_in(what))

    def finish(self) -> None:
        """Does what was put off."""
        while self.work:
            asyncio.run(self.work.pop(0))


@pytest.fixture
def view(qtbot, speech):
    """A view inside a window, as it always is."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    view = PasteView()
    view.setParent(window)
    view.resize(1000, 600)
    window.show()
    yield view


@pytest.fixture
def table(view, tmp_path):
    return Table(view, tmp_path)


def test_the_users_own_table_is_shown_with_what_each_column_was_read_as(table):
    assert table.takes_in(text=TEXT, html="")
    view = table.view
    assert [view.model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)] == [
        "链接号", "品名", "直播价", "库存",
    ]  # fmt: skip
    assert [box.currentText() for box in view.choosers] == ["Link number", "Title", "Price", "Stock"]
    assert view.model.data(view.model.index(1, 1)) == "杯"
    marks = [view.model.data(view.model.index(row, 2), MARK_ROLE) for row in (1, 2)]
    assert [(mark.guess, mark.bad) for mark in marks] == [("19.90", False), ("", True)]


def test_a_column_is_given_another_meaning_and_read_anew(table):
    table.takes_in(text=TEXT, html="")
    chooser = table.view.choosers[0]
    chooser.setCurrentIndex(chooser.findData("offer"))
    chooser.activated.emit(chooser.currentIndex())
    table.finish()
    assert [box.currentData() for box in table.view.choosers] == [
        "offer",
        "title",
        "live_price",
        "stock_total",
    ]


def test_a_question_is_answered_with_a_column(table):
    table.takes_in(text="东西\t多少\n杯\t九十\n", html="")
    assert not table.view.take.isEnabled()
    box = table.view.questions[0]
    box.setCurrentIndex(box.findData(0))
    box.activated.emit(box.currentIndex())
    table.finish()
    assert table.view.take.isEnabled()


def test_it_becomes_a_show_in_a_workbook_and_the_meaning_is_remembered(table):
    table.takes_in(text="东西\t多少钱\n杯\t八十九块 89\n", html="")
    table.view.meant.emit(0, "title")
    table.finish()
    table.view.meant.emit(1, "live_price")
    table.finish()
    table.view.taken.emit()
    table.finish()
    (path,) = table.opened
    assert (path.parent, path.suffix) == (table.folder / "sheets", ".xlsx")
    assert [(item.title, item.price) for item in read_show(path).plan.items] == [("杯", 8900)]
    assert RememberedColumns(table.folder).recall(["多少钱", "东西"]) is not None


def test_a_dropped_run_sheet_is_opened_itself_and_an_export_as_a_workbook_beside_it(table):
    sheet, shop = table.folder / "plan.csv", table.folder / "shop.csv"
    sheet.write_text("品名,直播价\n杯,89\n", encoding="utf-8")
    shop.write_text(files.as_text(files.shopify_old()), encoding="utf-8")
    for path in (sheet, shop):
        assert table.takes_in(path=str(path))
        table.view.taken.emit()
        table.finish()
    assert table.opened == [sheet, table.folder / "shop.xlsx"]
    assert read_show(table.opened[1]).plan.items[0].title == "Steel Cup"


def test_what_is_no_table_is_said_in_place(table):
    assert not table.takes_in(text="", html="")
    assert table.view.answer.text() == "There is no table on the clipboard."
    assert not table.takes_in(path=str(table.folder / "no.xlsx"))
    assert "There is no file" in table.view.answer.text()


def test_into_the_show_that_is_open_the_differences_come_first(view, tmp_path):
    stage = Stage(opening(), cup(), coffee(), kind="preparation")
    table = Table(view, tmp_path, stage)
    table.takes_in(text="货号\t品名\t直播价\t库存\nCUP\t别的名字\t79\t700\nCOF\tx\t45\t400\n", html="")
    view.merged.emit()
    assert "live_price 89.00 → 79.00" in view.changes.text()
    assert stage.state.items["P03"].price == 8900
    view.merged.emit()
    row = stage.state.items["P03"]
    assert (row.price, row.item.title, row.item.script) == (7900, cup().title, "三号,保温杯。")
    assert stage.state.stock["CUP"].total == 700
    assert list(stage.state.order) == ["S01", "P03", "P04"]


def test_whole_rows_are_copied_without_sixteen_thousand_choosers(table):
    empty = "\t" * 16_379
    table.takes_in(text=f"链接号\t品名\t直播价\t库存{empty}\n3\t杯\t89\t900{empty}\n", html="")
    assert [box.currentText() for box in table.view.choosers] == ["Link number", "Title", "Price", "Stock"]
    wide = "\t".join(f"c{n}" for n in range(300))
    table.takes_in(text=f"品名\t{wide}\n杯\t{wide}\n", html="")
    assert len(table.view.choosers) == 120
    assert table.view.take.isEnabled()


def test_esc_leaves_and_ctrl_enter_takes(table, qtbot):
    table.takes_in(text=TEXT, html="")
    with qtbot.waitSignal(table.view.left):
        qtbot.keyClick(table.view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(table.view.taken):
        qtbot.keyClick(table.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    table.finish()


def test_the_start_page_takes_a_paste_and_a_dropped_file(qtbot, speech, tmp_path):
    page = StartPage()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    QGuiApplication.clipboard().setText(TEXT)
    with qtbot.waitSignal(page.table_pasted) as pasted:
        qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args[0] == TEXT
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.xlsx"))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.file_dropped) as dropped:
        page.dropEvent(drop)
    assert dropped.args == [str(tmp_path / "plan.xlsx")]


def test_in_prepare_a_paste_opens_its_page_and_a_field_keeps_its_own_paste(console, qtbot):
    desk = console(Stage(opening(), cup(), kind="preparation"))
    asked = []
    desk.window.asked.connect(lambda command, args: asked.append((command, args)))
    QGuiApplication.clipboard().setText(TEXT)
    table = desk.window.prepare.findChild(QTableView)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [command for command, _ in asked] == ["desk.paste"]
    field = desk.window.prepare.name
    field.setFocus()
    field.clear()
    QGuiApplication.clipboard().setText("小王")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), len(asked)) == ("小王", 1)
    assert desk.window.prepare.paste_view().isVisible()
