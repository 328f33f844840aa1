"""Boxes for files: they speak the windows' language and begin where the person's sheets are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QFileInfo, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QFileIconProvider,
    QLabel,
    QMessageBox,
    QTreeView,
    QWidget,
)

from hostconsole.bundled import bundled
from hostconsole.ui.file_boxes import LAST_SHEET, ask_sheet, file_box
from hostconsole.ui.start_page import StartPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # a platform without screens says it

QtOwn = QFileDialog.Option.DontUseNativeDialog


def words(box: QWidget) -> set[str]:
    """What stands on its buttons, labels and columns, without the letters for Alt."""
    parts = [*box.findChildren(QAbstractButton), *box.findChildren(QLabel)]
    return {part.text().replace("&", "") for part in parts if part.text()}


def headings(box: QFileDialog) -> list[str]:
    model = box.findChildren(QTreeView)[0].model()
    return [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]


@pytest.fixture
def parent(qtbot, speech) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_a_box_for_files_is_all_chinese_in_chinese_windows(parent, speech):
    speech.speak("zh")
    box = file_box(parent, "打开", sheet="")
    box.setOption(QtOwn)
    box.show()
    seen = words(box) | set(headings(box))
    assert seen >= {"打开(O)", "取消", "查看(L):", "文件类型(T):", "名称"}
    assert [text for text in seen if text.isascii()] == []


def test_the_kinds_of_files_are_named_in_chinese(parent, speech):
    speech.speak("zh")
    ask_sheet(parent, print, last="")
    box = parent.findChildren(QFileDialog)[0]
    assert box.nameFilters()[0].startswith("排品表 (*.csv ")


def test_the_buttons_of_a_question_change_with_the_language_while_it_stands(parent, speech, qtbot):
    box = QMessageBox(parent)
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    box.show()
    assert words(box) >= {"OK", "Cancel"}
    speech.speak("zh")
    qtbot.waitUntil(lambda: words(box) >= {"确定", "取消"})
    speech.speak("en")
    qtbot.waitUntil(lambda: words(box) >= {"OK", "Cancel"})


def test_a_folder_is_called_so_in_chinese(speech):
    speech.speak("zh")
    assert QFileIconProvider().type(QFileInfo(QDir.tempPath())) == "文件夹"


def test_it_begins_beside_the_sheet(parent, tmp_path):
    assert folder_of(file_box(parent, "x", sheet=str(tmp_path / "tonight.xlsx"))) == tmp_path


@pytest.mark.parametrize(
    "sheet", ["", "tonight.csv", "/no/such/folder/tonight.csv", str(bundled("sample_show.csv"))]
)
def test_else_in_the_documents_and_never_in_the_programs_folder(parent, sheet, monkeypatch, tmp_path):
    documents = persons_documents(monkeypatch, tmp_path)
    assert folder_of(file_box(parent, "x", sheet=sheet)) == documents


def test_a_person_without_documents_begins_at_home(parent, monkeypatch, tmp_path):
    persons_documents(monkeypatch, tmp_path).rmdir()
    assert folder_of(file_box(parent, "x", sheet="")) == tmp_path


def test_the_start_page_asks_where_the_last_sheet_was(qtbot, speech, tmp_path):
    page = StartPage(last_sheet=str(tmp_path / "tonight.xlsx"))
    qtbot.addWidget(page)
    page.show()
    page.sheet.clicked.emit()
    assert folder_of(page.findChildren(QFileDialog)[0]) == tmp_path


def test_the_prepare_room_asks_where_the_last_sheet_was(console, tmp_path):
    opened = console(kept={LAST_SHEET: str(tmp_path / "tonight.xlsx").encode()})
    opened.window.show_room("prepare")
    room = opened.window.prepare
    room.open_step("sheet")
    assert folder_of(room.findChildren(QFileDialog)[0]) == tmp_path


def folder_of(box: QFileDialog) -> Path:
    return Path(box.directory().absolutePath())


def persons_documents(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A home of its own, with Documents in it."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    (home / "Documents").mkdir()
    return home / "Documents"
