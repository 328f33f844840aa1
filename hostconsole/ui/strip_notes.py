"""The next of the sheet's cue notes for the item on air: `T-60s 备样|T0 上链接|T+60s 报剩余|末30s 过款`.

T is the link going up for what is sold, the take for segments. What cannot be timed is shown as it
stands, first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hostconsole.show.clocks import airing_ms, sale_ms
from hostconsole.show.state import State

_TIMED = re.compile(
    r"\s*(?:T\s*(?P<t>[+-]?\s*\d+)\s*(?P<tu>s|m|min)?|(?:末|end-?)\s*(?P<e>\d+)\s*(?P<eu>s|m|min)?)"
    r"\s*(?P<end>[((](?:末|end)[))])?\s*(?P<words>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """`at_s`: seconds from T, or before the slot's end if `from_end`; None: not timed."""

    words: str
    at_s: int | None = None
    from_end: bool = False


def notes(cues: str) -> tuple[Note, ...]:
    """The notes of a cell, in its order."""
    return tuple(_note(part.strip()) for part in cues.split("|") if part.strip())


def _note(text: str) -> Note:
    found = _TIMED.fullmatch(text)
    if found is None:
        return Note(words=text)
    typed, unit = (found["t"], found["tu"]) if found["t"] else (found["e"], found["eu"])
    seconds = int(typed.replace(" ", "")) * (60 if unit and unit[0] in "mM" else 1)
    from_end = bool(found["e"] or found["end"])
    return Note(words=found["words"], at_s=abs(seconds) if from_end else seconds, from_end=from_end)


def next_note(state: State, now_ms: int) -> tuple[int | None, str]:
    """(milliseconds until it is due or None, words); ("" if nothing is left to do)."""
    airing = state.on_air
    if airing is None:
        return None, ""
    every = notes(airing.item.cues)
    since = sale_ms(state, airing.item.id, now_ms) if airing.item.sku else airing_ms(state, now_ms)
    if since is None:
        before = [note.words for note in every if not note.from_end and (note.at_s or 0) <= 0]
        if before and state.items[airing.item.id].link.status == "none":
            return None, " → ".join(before)
    due = sorted((_due_ms(note, state, now_ms, since), note.words) for note in every if note.at_s is not None)
    for ms, words in due:
        if 0 <= ms < _FAR:
            return ms, words
    return None, ""


_FAR = 10**9


def _due_ms(note: Note, state: State, now_ms: int, since: int | None) -> int:
    assert note.at_s is not None
    airing = state.on_air
    if note.from_end:
        planned = (airing.item.planned_s or 0) * 1000 if airing is not None else 0
        return planned - note.at_s * 1000 - (airing_ms(state, now_ms) or 0) if planned else _FAR
    return _FAR if since is None else note.at_s * 1000 - since
