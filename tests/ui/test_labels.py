"""A text that has little room."""

from __future__ import annotations

import pytest

from hostconsole.ui.labels import Elided

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
