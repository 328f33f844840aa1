"""Where the reading mark stands after words were edited: on the line it stood on."""

from __future__ import annotations

from hostconsole.show.spoken import line_at, lines

_LONGEST = 2_000
"""Lines compared one by one; of a longer change only beginning and end are kept apart."""


def place_in(new: str, *, old: str, at: float) -> float:
    """The place in the spoken text `new` of what stood at `at` in `old`. A line that was itself changed
    keeps its beginning; one that was taken out gives way to what follows it."""
    before, after = lines(old), lines(new)
    if not before or not after:
        return min(at, float(len(new)))
    if at >= len(old) and not new.startswith(old):
        return float(len(new))
    number = line_at(old, at)
    within = at - before[number].start
    here, kept = _line_in(
        [old[line.start : line.end] for line in before],
        [new[line.start : line.end] for line in after],
        number,
    )
    if here >= len(after):
        return float(len(new))
    line = after[here]
    return min(float(len(new)), line.start + (min(within, line.end - line.start) if kept else 0.0))


def _line_in(old: list[str], new: list[str], number: int) -> tuple[int, bool]:
    """The index in `new` of old line `number`, and whether the place within it is kept."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    if number < head:
        return number, True
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if number >= len(old) - tail:
        return number + len(new) - len(old), True
    changed_old, changed_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(changed_old), len(changed_new)) > _LONGEST:
        return min(number, len(new) - tail), True
    return _line_in_change(changed_old, changed_new, number - head, head)


def _line_in_change(old: list[str], new: list[str], number: int, head: int) -> tuple[int, bool]:
    from difflib import SequenceMatcher  # a script is seldom changed: the start does not wait for it

    for what, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a1 <= number < a2:
            if what == "equal":
                return head + b1 + number - a1, True
            return (head + b1, False) if b2 == b1 else (head + min(b1 + number - a1, b2 - 1), True)
    return head + len(new), False
