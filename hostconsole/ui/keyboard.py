"""Where the keyboard is: in the list of the room that is shown, unless a person went somewhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def give_back(part: QWidget) -> None:
    """Before `part` goes: the keyboard returns to the window's own place, if it was in `part`. Left alone, Qt
    hands it to whatever comes next."""
    focus = part.window().focusWidget()
    if focus is None or focus is part or part.isAncestorOf(focus):
        part.window().setFocus()


def leave(card: QWidget) -> None:
    """Hides a card that may have had the keyboard."""
    give_back(card)
    card.hide()


def keep_off(*parts: QWidget) -> None:
    """A click on a button of `parts` leaves the keyboard where it is: the list's keys go on, and Space does
    not press it again. Tab still reaches it."""
    for part in parts:
        for button in part.findChildren(QAbstractButton):
            if button.focusPolicy() != Qt.FocusPolicy.NoFocus:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
