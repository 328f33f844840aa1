from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hostconsole.ui.start_page import StartPage


@pytest.fixture
def page(qtbot, speech) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_sample_show_is_one_click_away(page, qtbot):
    with qtbot.waitSignal(page.demo_asked):
        qtbot.mouseClick(page.demo, Qt.MouseButton.LeftButton)


def test_the_tiles_work_by_keyboard_too(page, qtbot):
    page.show_last("秋日居家夜")
    with qtbot.waitSignal(page.continue_asked):
        qtbot.keyClick(page.again, Qt.Key.Key_Return)


def test_nothing_is_offered_that_cannot_be_gone_on_with(page, qtbot):
    assert not page.again.isEnabled()
    assert page.again.words.text() == "There is no show to go on with yet."
    page.show_last("秋日居家夜")
    assert page.again.words.text() == "Go on with '秋日居家夜' where you left it."


def test_why_a_sheet_cannot_be_opened_is_said_in_place(page):
    page.say("This is a folder.")
    assert page.answer.text() == "This is a folder."


def test_the_windows_have_their_icon(page):
    assert not page.windowIcon().isNull()
    assert page.windowIcon().availableSizes()


def test_it_speaks_chinese(page, speech, qtbot):
    speech.speak("zh")
    qtbot.waitUntil(lambda: page.demo.title.text() == "试一试")
