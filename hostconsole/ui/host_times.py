"""The clocks of the host's screen as ready texts: this item against its plan, the show, the sale, what
comes next and the time of day."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.show.clocks import (
    airing_ms,
    countdown_left_ms,
    prompter_at,
    reading_line,
    sale_ms,
    schedule,
)
from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.rules import Language
from hostconsole.show.state import State
from hostconsole.ui.host_goods import Tone
from hostconsole.ui.host_texts import say
from hostconsole.ui.phrases import time_of_day

_ON_TIME_MS = 30_000
"""Within this the show is on time; a figure that dances around zero only unsettles."""

_RED_SHARE = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A clock's text; `share` is the part of the plan that is used up (None without a plan)."""

    text: str = ""
    tone: Tone = "calm"
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What comes: `head` is "Next" or that nothing comes; `ready` what to have at hand."""

    head: str = ""
    link: str = ""
    title: str = ""
    price: str = ""
    ready: str = ""


def clock_text(ms: int) -> str:
    """12 s → "00:12", an hour and more → "1:02:03"."""
    seconds = abs(ms) // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if hours:
        return f"{hours}:{minutes:02d}:{seconds % 60:02d}"
    return f"{minutes:02d}:{seconds % 60:02d}"


def title_of(item: Item, language: Language) -> str:
    """The item's name in the host's language where the sheet has one."""
    return (item.title_en if language == "en" else "") or item.title


def airing_of(state: State, item: Item, now_ms: int, language: Language) -> Timed:
    """Time on air against plan: amber when it is used up, red from a fifth over."""
    aired = airing_ms(state, now_ms) or 0
    planned = (item.planned_s or 0) * 1000
    if not planned:
        return Timed(text=say(language, "airing", time=clock_text(aired)))
    share = aired / planned
    tone: Tone = "red" if share >= _RED_SHARE else "amber" if share >= 1 else "calm"
    text = say(language, "airing_of", time=clock_text(aired), plan=clock_text(planned))
    if aired - planned >= 1000:
        text = f"{text} · {say(language, 'over', time=clock_text(aired - planned))}"
    return Timed(text=text, tone=tone, share=share)


def late_of(state: State, now_ms: int, language: Language) -> Timed:
    """How far the whole show is behind or ahead, and when it will end; "" before anything was on air."""
    course = schedule(state, now_ms)
    if course is None:
        return Timed()
    late = course.late_ms
    word = "on_time" if abs(late) < _ON_TIME_MS else "late" if late > 0 else "early"
    end = time_of_day(state, now_ms + course.left_ms) if state.running else ""
    texts = (say(language, word, time=clock_text(late)), say(language, "ends", time=end) if end else "")
    return Timed(text=" · ".join(text for text in texts if text), tone="dim")


def sale_of(state: State, item: Item, now_ms: int, language: Language) -> Timed:
    """Whether the shop link is up, by the hand that ticked it, and since when."""
    row = state.items.get(item.id)
    if row is None or item.kind == "segment":
        return Timed()
    on_sale = sale_ms(state, item.id, now_ms)
    if on_sale is not None:
        return Timed(text=say(language, "sale", time=clock_text(on_sale)), tone="good")
    if row.link.status == "down":
        return Timed(text=say(language, "link_down"), tone="dim")
    return Timed(text=say(language, "link_none"), tone="dim")


def reading_of(state: State, item: Item, now_ms: int, language: Language) -> Timed:
    """How long the rest of the script takes to read at the set pace, from its words alone."""
    line = reading_line(state, item)
    if not line.length:
        return Timed(text=say(language, "no_script"), tone="dim")
    prompter = state.prompter
    at = prompter_at(state, now_ms) if prompter.item == item.id else 0.0
    text = say(language, "time_left", time=clock_text(line.left_ms(at, pace=prompter.pace)))
    if prompter.item == item.id and prompter.running:
        return Timed(text=text, tone="calm")
    return Timed(text=f"{text} · {say(language, 'paused')}", tone="dim")


def countdown_of(state: State, now_ms: int, language: Language) -> tuple[str, str]:
    """What is counted down to, and the seconds left as the host says them ("3"); ("", "") without."""
    left = countdown_left_ms(state, now_ms)
    if left is None or state.countdown is None:
        return "", ""
    head = say(language, "countdown" if state.countdown.item else "counting")
    return head, str(-(-left // 1000))


def next_of(state: State, language: Language) -> Next:
    """What NEXT is, with what to have at hand for it."""
    row = state.items.get(state.next or "")
    if row is None:
        return Next(head=say(language, "nothing_next"))
    item = row.item
    ready = item.props or item.notes
    return Next(
        head=say(language, "next"),
        link=say(language, "link", no=item.link_no) if item.link_no else "",
        title=title_of(item, language),
        price=as_read(row.price, item.currency) if row.price is not None else "",
        ready=say(language, "prepare", what=ready) if ready else "",
    )
