"""The key rehearsal as the person sees it: what to press, what arrived, why not, and what to use instead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hostconsole.keys.rehearsal import ObsUse, Rehearsal
from hostconsole.keys.system import Unbound
from hostconsole.keys.table import PRESETS, KeyTable
from hostconsole.ui.key_rehearsal import KeyRehearsal
from hostconsole.ui.key_rehearsal_texts import look, reason
from hostconsole.ui.language import Speech

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot, speech: Speech) -> KeyRehearsal:
    made = KeyRehearsal()
    qtbot.addWidget(made)
    made.open(Rehearsal.begin(KeyTable.build()))
    return made


def words(window: KeyRehearsal) -> str:
    return "\n".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_stands_above_all_and_never_takes_the_focus(window: KeyRehearsal) -> None:
    wanted = Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & wanted == wanted
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.windowModality() == Qt.WindowModality.NonModal


def test_it_asks_for_one_key_after_the_other_and_counts(window: KeyRehearsal) -> None:
    assert window.ask_key.text() == "Pause"
    rehearsal = Rehearsal.begin(KeyTable.build()).heard("Pause", ours_in_front=False)
    window.show_rehearsal(rehearsal)
    assert window.ask_key.text() == "Ctrl+Alt+Return"
    assert window.rows[0].lamp.shape == "check"
    assert window.count.text() == "1 of 20 keys arrived"
    for check in rehearsal.checks:
        rehearsal = rehearsal.heard(check.key, ours_in_front=False)
    window.show_rehearsal(rehearsal)
    assert "Every key arrives." in words(window)
    assert not window.nothing.isVisible()


def test_a_key_that_is_taken_says_so_and_another_is_offered(qtbot, window: KeyRehearsal) -> None:
    taken = Unbound(key="Ctrl+Alt+U", code="taken", reason="Another program has Ctrl+Alt+U.")
    window.show_rehearsal(Rehearsal.begin(KeyTable.build()).told((taken,)))
    row = window.rows[2]
    assert row.lamp.shape == "cross"
    assert "Another program has taken this key" in row.why.text()
    with qtbot.waitSignal(window.used) as used:
        click(qtbot, row.use)
    assert used.args == ["Ctrl+Alt+U", "Ctrl+Alt+K"]


def test_nothing_happens_names_the_key_that_was_asked_for(qtbot, window: KeyRehearsal) -> None:
    with qtbot.waitSignal(window.silent) as silent:
        click(qtbot, window.nothing)
    assert silent.args == ["Pause"]
    window.show_rehearsal(Rehearsal.begin(KeyTable.build()).silent("Pause", elevated=True))
    assert "runs as administrator" in window.rows[0].why.text()


def test_a_key_that_obs_has_too_is_warned_of_even_when_it_arrives(window: KeyRehearsal) -> None:
    obs = {"Pause": ObsUse(action="OBSBasic.SelectScene", owner="03_特写")}
    window.show_rehearsal(Rehearsal.begin(KeyTable.build()).clashing(obs).heard("Pause", ours_in_front=False))
    assert window.rows[0].lamp.shape == "warn"
    assert "switch to the scene 03_特写" in window.rows[0].why.text()


def test_an_action_of_obs_that_is_unknown_here_is_named_as_obs_names_it(speech: Speech) -> None:
    obs = {"Pause": ObsUse(action="libobs.brand_new", owner="Mic {1}")}
    check = Rehearsal.begin(KeyTable.build()).clashing(obs).checks[0]
    assert "libobs.brand_new Mic {1}" in reason(check)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_row_is_whole_in_both_languages(qtbot, speech: Speech, preset: str, language: str) -> None:
    speech.speak("zh" if language == "zh" else "en")
    window = KeyRehearsal()
    qtbot.addWidget(window)
    rehearsal = Rehearsal.begin(KeyTable.build(preset))
    for check in rehearsal.checks:
        rehearsal = rehearsal.silent(check.key, elevated=len(check.key) % 2 == 0)
    window.open(rehearsal)
    for row in window.rows:
        assert row.why.heightForWidth(row.why.width()) <= row.why.height()
        assert row.key.sizeHint().width() <= row.key.width()
        assert row.use.sizeHint().width() <= row.use.width()
    assert all(look(check)[0] == "cross" for check in rehearsal.checks)
