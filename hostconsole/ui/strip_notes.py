"""What the strip says is to be done next: the first step of the now-do line that still waits."""

from __future__ import annotations

from hostconsole.show.nowdo import Step, todo, waiting
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.ui.step_texts import step_line


def next_note(state: State, now_ms: int, rules: Rules) -> tuple[Step, str] | None:
    """The step and its words with their time; None if nothing is left to do."""
    steps = waiting(todo(state, now_ms, rules))
    if not steps:
        return None
    return steps[0], step_line(steps[0], state, now_ms)
