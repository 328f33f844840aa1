"""A text that has little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hostconsole.ui.labels import Elided
from hostconsole.ui.notes import Notes, wrapping

TITLE = "316 Steel Thermos 480 ml"


@pytest.fixture
def narrow(qtbot, dressed):
    """A label of two lines that is 135 pixels wide."""

    def made(text: str, *, shrinks: bool) -> Elided:
        label = Elided("title", bold=True, rows=2, shrinks=shrinks)
        qtbot.addWidget(label)
        label.setStyleSheet('*[role="title"] { font-size: 22px; font-weight: bold; }')
        label.setText(text)
        label.resize(135, label.minimumSizeHint().height())
        label.show()
        return label

    return made


def test_a_title_gets_smaller_before_it_is_cut(narrow) -> None:
    assert narrow(TITLE, shrinks=True).shown() == TITLE
    assert narrow(TITLE, shrinks=False).shown().endswith("…")


def test_a_short_title_keeps_its_size(narrow) -> None:
    font, shown = narrow("Cup", shrinks=True)._fitted()
    assert (font.pixelSize(), shown) == (22, "Cup")


def test_what_has_no_room_at_any_size_is_cut_and_told_whole_by_a_tooltip(narrow, qtbot) -> None:
    label = narrow(TITLE * 5, shrinks=True)
    label.grab()
    assert label.shown().endswith("…")
    assert label.toolTip() == TITLE * 5


def test_notes_break_between_words_and_inside_one_only_if_it_must(qtbot, dressed) -> None:
    notes = Notes()
    qtbot.addWidget(notes)
    metrics = notes.fontMetrics()
    words = Qt.TextFlag.TextWordWrap.value
    assert wrapping(metrics, "never 'keeps longest'; name, number and price of the gift", 180) == words
    assert wrapping(metrics, "温度数据以现场演示为准,不说'保温最久'", 180) == words
    assert wrapping(metrics, "x" * 200, 180) == Qt.TextFlag.TextWrapAnywhere.value
