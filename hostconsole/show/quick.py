"""The quick bar's grammar: one line of text to one act, told before it is done (DESIGN §3).

    12      NEXT is link 12; a second Enter puts it on air      =79.9   price of the item on air
    k148    stock is 148 (k蓝31: of a variant)                   s52     sold so far 52
    +200    release 200 · -3, k-3  stock by −3                   12*20   encore of 12 with 20
    #words  a free cue                                           /command key=value

Every sign but # and / may follow a link number or a name: `12=79.9`, `bwb=79.9`, `12k148`. Nothing is
changed here: the act is tried on the frozen state, so that what it would do, or why it cannot be done,
stands there before Enter. No text raises.
"""

from __future__ import annotations

from dataclasses import replace

from hostconsole.show.command import Context
from hostconsole.show.quick_command import slashed
from hostconsole.show.quick_find import learn, plain
from hostconsole.show.quick_forms import choices_of, form
from hostconsole.show.quick_meaning import Choice, Look, Step, Understood, confirmed, tried
from hostconsole.show.rules import Rules
from hostconsole.show.state import State

__all__ = ["Choice", "Step", "Understood", "confirmed", "learn", "understood"]


def understood(text: str, state: State, rules: Rules, now_ms: int, *, pick: int | None = None) -> Understood:
    """What `text` means at `now_ms` of the session's clock. `pick`: the choice the user has moved to."""
    ctx = Context(
        now_ms=now_ms, at=state.at, boot=state.boot, boot_ms=state.boot_ms, actor=state.operator,
        rules=rules, new_session="",
    )  # fmt: skip
    look = Look(state=state, ctx=ctx, pick=pick)
    line = plain(text)
    if not line:
        return Understood(status="empty")
    if line.startswith("#"):
        return _cue(look, text.strip()[1:].strip())
    if line.startswith("/"):
        return slashed(look, text.lstrip()[1:])
    return form(look, line) or _named(look, line)


def _cue(look: Look, words: str) -> Understood:
    """The words stay as they were typed, full-width punctuation too: people read them."""
    if not words:
        return Understood(status="partial", code="cue", fields={"text": ""}, free_text=True)
    found = Understood(status="ready", code="cue", fields={"text": words}, free_text=True)
    return tried(look, Step(command="cue.send", args={"text": words}), found)


def _named(look: Look, line: str) -> Understood:
    """An item by number or name: NEXT, and on air by a second Enter."""
    items, choices, picked = choices_of(look, line, "")
    if not items:
        return Understood(status="unknown", code="nothing", fields={"words": line[:40]})
    item = items[picked]
    found = Understood(status="ready", code="next", item=item, choices=choices, picked=picked)
    found = tried(look, Step(command="next.set", args={"item": item}), found)
    if not look.state.running:
        return found
    return replace(found, then=Step(command="show.take_item", args={"item": item}))
