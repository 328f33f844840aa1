"""The reading line is sacred: what is said about stock, or an edit, may not move the line at the mark."""

from __future__ import annotations

from hostconsole.show.clocks import prompted_item, prompter_at, reading_line
from hostconsole.show.events import Entry
from hostconsole.show.frozen import replace
from hostconsole.show.levels import stock_level
from hostconsole.show.plan import Item
from hostconsole.show.rereading import place_in
from hostconsole.show.script import Level, Script, parsed
from hostconsole.show.spoken import script_text, spoken_text
from hostconsole.show.state import State


def held(before: State, after: State, entry: Entry) -> State:
    """`after` with the prompter at the words it stood on `before`, if the event changed them or which of
    their blocks is read."""
    key = after.prompter.item
    if key is None or before.prompter is not after.prompter:
        return after
    if key not in before.items or key not in after.items:
        return after
    old, new = prompted_item(before, key), prompted_item(after, key)
    if _same_words(before, after, old, new):
        return after
    at = prompter_at(before, entry.mono_ms)
    spoken = spoken_text(new)
    if spoken != spoken_text(old):
        at = place_in(spoken, old=spoken_text(old), at=at)
    at = _in_what_is_read(parsed(script_text(new)), at, stock_level(after, new))
    return replace(after, prompter=replace(after.prompter, at=round(at, 2), since_ms=entry.mono_ms))


def _same_words(before: State, after: State, old: Item, new: Item) -> bool:
    if old is new and before.stock is after.stock:
        return True
    text = script_text(new)
    if script_text(old) != text:
        return False
    if not parsed(text).has_blocks:
        return True
    return reading_line(before, old) is reading_line(after, new)


def _in_what_is_read(script: Script, at: float, level: Level) -> float:
    """Out of a block that is not meant any more into the one that takes its place."""
    found = [n for n, run in enumerate(script.runs) if run.start <= at < run.end]
    if not found or script.runs[found[0]].when in ("", level):
        return at
    first = last = found[0]
    while first > 0 and script.runs[first - 1].when:
        first -= 1
    while last + 1 < len(script.runs) and script.runs[last + 1].when:
        last += 1
    group = script.runs[first : last + 1]
    return float(next((run.start for run in group if run.when == level), group[-1].end))
