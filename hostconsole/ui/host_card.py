"""What the host's screen says, computed from the state and the time as ready texts.

The window only paints a `Card`. So everything that can be wrong with a number or a word is tested here,
without a window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hostconsole.show.cues import STOP_PRESET, visible
from hostconsole.show.events import CueKind
from hostconsole.show.levels import stock_level
from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.rules import Language, Rules
from hostconsole.show.said_points import said_point
from hostconsole.show.script import Level, parsed
from hostconsole.show.spoken import layout_of, script_text
from hostconsole.show.state import SaidPoint, State
from hostconsole.show.tokens import filled, token_values
from hostconsole.ui.host_goods import (
    Left,
    Price,
    VariantLine,
    flagged_now,
    left_of,
    price_of,
    variants_of,
)
from hostconsole.ui.host_texts import say
from hostconsole.ui.host_times import (
    Next,
    Timed,
    airing_of,
    countdown_of,
    late_of,
    next_of,
    reading_of,
    sale_of,
    title_of,
)
from hostconsole.ui.phrases import time_of_day

Layout = Literal["idle", "card", "scroll"]

PAGE_MS = 6_000
"""How long a page of a card that does not fit stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Key point `n` (from 1), ticked when it was said. `was`: it was said, and is to be said anew; with
    what was said and what it is now."""

    n: int
    text: str
    said: bool
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLine:
    """A cue that waits for the host. `pulse`: it must be answered and has waited long enough."""

    seq: int
    text: str
    kind: CueKind
    pulse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One picture of the host's screen. Empty texts are not painted.

    `flagged` names parts whose words have just changed ("title", "points", "must", "script"); `turn`
    counts on every six seconds, for a card of more than one page. `source` is the script as written,
    `spoken` as read; `level` says which of its blocks is meant, `values` what its tokens stand for.
    """

    layout: Layout
    language: Language
    show: str
    item: str = ""
    rehearsal: str = ""
    notice: str = ""
    link: str = ""
    tag: str = ""
    title: str = ""
    price: Price = field(default_factory=Price)
    left: Left = field(default_factory=Left)
    variants: tuple[VariantLine, ...] = ()
    countdown: tuple[str, str] = ("", "")
    sale: Timed = field(default_factory=Timed)
    points: tuple[Point, ...] = ()
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()
    note: str = ""
    disclosure: str = ""
    ship: str = ""
    airing: Timed = field(default_factory=Timed)
    late: Timed = field(default_factory=Timed)
    next: Next = field(default_factory=Next)
    wall: str = ""
    cues: tuple[CueLine, ...] = ()
    stop: str = ""
    spoken: str = ""
    source: str = ""
    level: Level = "plenty"
    values: tuple[tuple[str, str], ...] = ()
    reading: Timed = field(default_factory=Timed)
    flagged: frozenset[str] = frozenset()
    turn: int = 0


def host_card(state: State, now_ms: int, rules: Rules, *, layout: Layout | None = None) -> Card:
    """The host's screen at `now_ms` of the session's clock. `layout` is the host's own choice between
    card and scroll; None takes the item's."""
    if state.on_air is None:
        return _idle(state, now_ms, rules)
    language, item = rules.host_language, state.on_air.item
    values = token_values(state, item, now_ms, language)
    source = script_text(item)
    script = parsed(source)
    return Card(
        layout=layout or layout_of(item),
        language=language,
        show=state.plan.name,
        item=item.id,
        rehearsal=_rehearsal(state, language),
        notice=say(language, "safe") if state.obs.safe is not None else "",
        link=say(language, "link", no=item.link_no) if item.link_no else "",
        tag=_tag(item, language),
        title=title_of(item, language),
        price=price_of(state, item, now_ms, language),
        left=left_of(state, item, now_ms, language),
        variants=variants_of(state, item, language),
        countdown=countdown_of(state, now_ms, language),
        sale=sale_of(state, item, now_ms, language),
        points=_points(state, item, values, language),
        must_say=tuple(filled(text, values) for text in item.must_say),
        must_not_say=item.must_not_say,
        note="" if item.must_say or item.must_not_say else filled(item.notes, values),
        disclosure=filled(item.disclosure, values),
        ship=say(language, "ship", what=item.ship_promise) if item.ship_promise else "",
        airing=airing_of(state, item, now_ms, language),
        late=late_of(state, now_ms, language),
        next=next_of(state, language),
        wall=time_of_day(state, now_ms),
        cues=_cues(state, now_ms, rules),
        stop=_stop(state, now_ms, rules),
        spoken=script.spoken,
        source=source,
        level=stock_level(state, item) if script.has_blocks else "plenty",
        values=tuple((name, values[name]) for name in sorted(script.tokens)),
        reading=reading_of(state, item, now_ms, language),
        flagged=_flagged(state, now_ms),
        turn=now_ms // PAGE_MS,
    )


def _idle(state: State, now_ms: int, rules: Rules) -> Card:
    """Nothing on air: the show's name, what comes, the time of day."""
    language = rules.host_language
    word = "ended" if state.mode == "ended" else "idle_nothing" if state.airings else "idle"
    return Card(
        layout="idle",
        language=language,
        show=state.plan.name,
        rehearsal=_rehearsal(state, language),
        title=say(language, word),
        late=late_of(state, now_ms, language) if state.running else Timed(),
        next=next_of(state, language) if state.mode != "ended" else Next(),
        wall=time_of_day(state, now_ms),
        cues=_cues(state, now_ms, rules),
        stop=_stop(state, now_ms, rules),
    )


def _rehearsal(state: State, language: Language) -> str:
    return say(language, "rehearsal") if state.mode == "rehearsal" else ""


def _tag(item: Item, language: Language) -> str:
    """That it is an encore, unless its title says so already."""
    word = say(language, "encore")
    again = item.kind == "encore" and word.casefold() not in title_of(item, language).casefold()
    return word if again else ""


def _points(state: State, item: Item, values: Mapping[str, str], language: Language) -> tuple[Point, ...]:
    row = state.items.get(item.id)
    said = row.said if row is not None else ()
    unsaid = {one.n: one for one in row.unsaid} if row is not None else {}
    return tuple(
        Point(n=n, text=filled(text, values), said=n in said, was=_was(state, item, unsaid.get(n), language))
        for n, text in enumerate(item.key_points, 1)
    )


def _was(state: State, item: Item, said: SaidPoint | None, language: Language) -> str:
    """What the host said of a point that is not true any more."""
    if said is None:
        return ""
    now = said_point(state, item.id, said.n)
    if now.text != said.text:
        return say(language, "you_said_words", said=said.text)
    if now.level != said.level:
        return say(language, "you_said_stock")
    if now.price is None or said.price is None or now.price == said.price:
        return say(language, "say_again")
    prices = as_read(said.price, item.currency), as_read(now.price, item.currency)
    return say(language, "you_said", said=prices[0], now=prices[1])


def _cues(state: State, now_ms: int, rules: Rules) -> tuple[CueLine, ...]:
    return tuple(
        CueLine(
            seq=cue.seq,
            text=cue.text,
            kind=cue.kind,
            pulse=cue.kind == "must" and now_ms - cue.sent_ms > rules.must_cue_ms,
        )
        for cue in visible(state, now_ms, rules)
    )


def _stop(state: State, now_ms: int, rules: Rules) -> str:
    waiting = [cue.text for cue in visible(state, now_ms, rules) if cue.preset == STOP_PRESET]
    return waiting[-1] if waiting else ""


_PARTS = {
    "title": ("title", "title_en", "link_no"),
    "points": ("key_points",),
    "must": ("must_say", "must_not_say", "notes", "disclosure"),
    "ship": ("ship_promise",),
    "script": ("script", "script_en", "lang"),
}


def _flagged(state: State, now_ms: int) -> frozenset[str]:
    return frozenset(part for part, names in _PARTS.items() if flagged_now(state, now_ms, *names))
