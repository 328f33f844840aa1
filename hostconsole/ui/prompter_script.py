"""A script with its values put in, as the prompter shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hostconsole.show.rules import Language
from hostconsole.show.script import Level, Run, Script
from hostconsole.show.spoken import lines
from hostconsole.show.tokens import contradicts
from hostconsole.ui.host_texts import say
from hostconsole.ui.prompter_lines import FLASH
from hostconsole.ui.prompter_text import Stretch, one_line


class SaidValues:
    """What the host has read aloud in the place of each token, until the mark goes back before it."""

    def __init__(self) -> None:
        self._said: dict[int, str] = {}

    def forget(self) -> None:
        """Other words: nothing of them was said yet."""
        self._said = {}

    def pass_by(self, script: Script, at: float, values: Mapping[str, str]) -> None:
        """The mark stands at `at` while the tokens have these `values`."""
        for run in script.runs if script.tokens else ():
            if run.kind != "token":
                continue
            if run.end <= at:
                self._said.setdefault(run.start, values[run.text])
            else:
                self._said.pop(run.start, None)

    def told(self) -> tuple[tuple[int, str], ...]:
        """All that was said: two equal answers show the same words."""
        return tuple(self._said.items())

    def of(self, run: Run) -> str | None:
        return self._said.get(run.start)


def stretches(
    script: Script,
    level: Level,
    *,
    values: Mapping[str, str],
    said: SaidValues,
    language: Language,
    changed: frozenset[str] = frozenset(),
) -> tuple[Stretch, ...]:
    """What stands on the screen for `script`. `changed` are lines of the spoken text to be flashed."""
    found: list[Stretch] = []
    for run in script.runs:
        if run.when and run.when != level:
            continue
        if run.kind == "token":
            found.append(_token(run, values, said, language))
        elif run.kind == "text":
            found += _flashed(run, changed) if changed else [_plain(run)]
        else:
            found.append(Stretch(run.start, run.end, run.text, run.kind == "mark", _QUIET[run.kind]))
    return tuple(found)


_QUIET = {"note": "note", "mark": "blue", "bullet": "note"}


def new_lines(now: str, *, old: str) -> frozenset[str]:
    """The lines of spoken text `now` that `old` has not."""
    before = {old[line.start : line.end].strip() for line in lines(old)}
    found = {now[line.start : line.end].strip() for line in lines(now)}
    return frozenset(found - before - {""})


def _plain(run: Run) -> Stretch:
    return Stretch(run.start, run.end, run.text, run.bold, run.colour)


def _flashed(run: Run, changed: frozenset[str]) -> Iterable[Stretch]:
    whole = _plain(run)
    for line in lines(run.text):
        part = whole.cut(line.start, line.end)
        words = part.text.strip()
        new = words and any(words in line for line in changed)
        yield Stretch(part.start, part.end, part.text, part.bold, FLASH if new else part.colour)


def _token(run: Run, values: Mapping[str, str], said: SaidValues, language: Language) -> Stretch:
    now, before = values[run.text], said.of(run)
    if before is not None and contradicts(run.text, before, now):
        both = say(language, "you_said", said=before, now=now)
        return Stretch(run.start, run.end, one_line(both), True, "amber")
    return Stretch(run.start, run.end, one_line(now), True, run.colour)
