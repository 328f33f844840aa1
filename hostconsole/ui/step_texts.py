"""Steps of the now-do line in the windows' language, with how long there is, or how late they are."""

from __future__ import annotations

from hostconsole.keys.table import KeyTable, parse_act
from hostconsole.show.nowdo import Step
from hostconsole.show.state import State
from hostconsole.ui.language import translate
from hostconsole.ui.part import key_name
from hostconsole.ui.phrases import link_name, minutes

LATE_MS = 5_000
"""Nobody is late within so long after the time: hands are slower than clocks."""


def step_words(step: Step, state: State) -> str:
    """What is to be done: the sheet's own words where it has some."""
    if step.code == "release":
        return _release(step)
    if step.code == "oversold":
        return translate("Steps", "Oversold by {qty}: settle that first").format(qty=step.fields.get("qty"))
    row = state.items.get(step.item or "")
    if step.words:
        if step.coming and row is not None:
            return translate("Steps", "{item}: {words}").format(item=link_name(row.item), words=step.words)
        return step.words
    words = {
        "take": translate("Steps", "Take"),
        "link_up": translate("Steps", "Link up"),
        "link_down": translate("Steps", "Sold out: link down"),
        "link_opens": translate("Steps", "Link opens"),
        "countdown": translate("Steps", "Countdown"),
    }.get(step.code, step.text)
    if step.code == "take" and row is not None:
        return f"{words} {link_name(row.item)}"
    return words


def _release(step: Step) -> str:
    qty = step.fields.get("qty")
    if step.fields.get("gone"):
        return translate("Steps", "Batch gone: release +{qty}").format(qty=qty)
    if step.words:
        return step.words
    return translate("Steps", "Release +{qty}").format(qty=qty)


def step_line(step: Step, state: State, now_ms: int) -> str:
    """The step with its time: "01:20 → …", "… (late 01:40)"; a batch soon due asks in seconds."""
    words, left = step_words(step, state), step.left_ms(now_ms)
    if left is None:
        return _missed(step, words)
    if is_late(step, now_ms):
        return translate("Steps", "{words} (late {time})").format(words=words, time=minutes(-left))
    if step.code == "release" and step.asks:
        seconds = max(0, -(-left // 1000))
        return translate("Steps", "+{qty} in {s} s").format(qty=step.fields.get("qty"), s=seconds)
    return f"{minutes(left + 999)} → {words}"


def is_late(step: Step, now_ms: int) -> bool:
    """Whether it has waited so long that somebody should be told."""
    left = step.left_ms(now_ms)
    return left is not None and left <= -LATE_MS


def _missed(step: Step, words: str) -> str:
    """A step whose time was over before anybody could know it."""
    if step.missed == "take":
        return translate("Steps", "{words} (was for before the take)").format(words=words)
    if step.missed == "link":
        return translate("Steps", "{words} (was for before the link)").format(words=words)
    return words


def act_words(step: Step, state: State) -> str:
    """What one key will do, whatever the sheet calls it."""
    row = state.items.get((state.next if step.command == "show.take" else step.item) or "")
    name = link_name(row.item) if row is not None else ""
    words = {
        "show.take": translate("Steps", "Take {item}"),
        "link.up": translate("Steps", "Link up: {item}"),
        "link.down": translate("Steps", "Link down: {item}"),
        "batch.gone": translate("Steps", "Batch gone"),
        "stock.release": translate("Steps", "Release +{qty}"),
    }[step.command]
    return words.format(item=name, qty=step.fields.get("qty"))


def step_key(step: Step, table: KeyTable) -> str:
    """The key that does it, as it is written on its button; "" if it has none."""
    return act_key(table, step.key) if step.key else ""


def act_key(table: KeyTable, act: str) -> str:
    """The first key of an act named as settings name it: `cue.send preset=2`."""
    command, args = parse_act(act)
    return key_name(table, command, **dict(args))
