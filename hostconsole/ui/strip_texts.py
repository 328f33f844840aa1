"""What the strip says: each of its places as words, a tone and a shape, from the state alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import msgspec

from hostconsole.show.alerts import Alert, alerts
from hostconsole.show.clocks import countdown_left_ms, sale_ms
from hostconsole.show.errors import Refused
from hostconsole.show.next_act import next_act
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.ui.language import translate
from hostconsole.ui.outputs import LampLook, mic_lamp, out_lamp
from hostconsole.ui.phrases import DASH, count, minutes, price
from hostconsole.ui.step_texts import act_words
from hostconsole.ui.strip_notes import next_note
from hostconsole.ui.texts import alert_text, refusal_text

KeyOf = Callable[[str], str]
"""Key of an act (`cue.send preset=2`) as it is written on its button, "" for none."""

_OWN_KEY = {"link.down": "desk.gone"}
"""Acts whose key is that of a wider act."""

LOWEST_LEFT = 20


class News(msgspec.Struct, frozen=True, kw_only=True):
    """The bottom line. `level` colours its ground; `key` is what mends or does it."""

    level: Literal["none", "amber", "red", "do"]
    words: str
    key: str = ""
    alert: bool = False


def number(state: State) -> tuple[str, str]:
    """The link number, and the tone it has; the title of what has none."""
    if state.on_air is None:
        return DASH, "faint"
    return state.on_air.item.link_no or state.on_air.item.title, "text"


def price_now(state: State) -> str:
    if state.on_air is None:
        return ""
    row = state.items[state.on_air.item.id]
    return price(row.price, row.item.currency) if row.item.sku else ""


def left_now(state: State) -> tuple[str, str, str]:
    """What the number is, how many are left, and its tone; "" for what is not sold."""
    ledger = state.stock.get(state.on_air.item.sku) if state.on_air else None
    if ledger is None:
        return "", "", "text"
    left = ledger.sellable
    if left is not None and left < 0:
        return translate("Strip", "oversold"), count(-left), "bad"
    caption = translate("Strip", "left")
    if left is None:
        return caption, DASH, "faint"
    if left == 0 and ledger.batches and not ledger.batch:
        return caption, count(left), "waiting"
    return caption, count(left), "bad" if left == 0 else "waiting" if left <= LOWEST_LEFT else "text"


def link_lamp(state: State, now_ms: int) -> LampLook:
    """The link is ticked by a person: a hand, never a machine's proof."""
    row = state.items[state.on_air.item.id] if state.on_air else None
    if row is None or not row.item.sku:
        return "none", "", "faint"
    if row.link.status == "countdown":
        left = countdown_left_ms(state, now_ms)
        return "half", translate("Strip", "link in {s}").format(s=-(-(left or 0) // 1000)), "waiting"
    if row.link.status == "up":
        on_sale = minutes(sale_ms(state, row.item.id, now_ms) or 0)
        return "hand", translate("Strip", "link up {time}").format(time=on_sale), "fine"
    if row.link.status == "down":
        return "hand", translate("Strip", "link down"), "faint"
    return "ring", translate("Strip", "link not up"), "faint"


def next_words(state: State) -> str:
    """ "4 挂耳咖啡 ¥45"; what TAKE will do."""
    row = state.items.get(state.next or "")
    if row is None:
        return translate("Strip", "nothing is next")
    shown = price(row.price, row.item.currency) if row.item.sku else ""
    return "  ".join(part for part in (row.item.link_no, row.item.title, shown) if part)


def cue_lamp(state: State, now_ms: int, rules: Rules) -> LampLook:
    """The last cue, and whether the host has seen it."""
    if not state.cues:
        return "none", "", "faint"
    cue = state.cues[-1]
    if cue.seen_ms is not None:
        return "check", cue.text, "fine"
    if cue.unseen:
        return "dash", cue.text, "faint"
    age = now_ms - cue.sent_ms
    if cue.kind == "must" and age > rules.must_cue_ms:
        return "warn", cue.text, "waiting"
    if age > rules.cue_fades_ms and cue.kind == "routine":
        return "dash", cue.text, "faint"
    return "ring", cue.text, "waiting"


def step_lamp(state: State, now_ms: int, rules: Rules, key_of: KeyOf) -> LampLook:
    """What the one key will do next, for those who have given it a key."""
    key = key_of("desk.step")
    if not key or not state.running:
        return "none", "", "faint"
    step = next_act(state, now_ms, rules)
    words = act_words(step, state) if step is not None else translate("Strip", "wait")
    return "play", f"{key}: {words}", "text" if step is not None else "faint"


def mode_words(state: State) -> tuple[str, str]:
    """A word and a tone where the mode is not plainly live."""
    if state.mode == "live":
        return "", "text"
    return {
        "rehearsal": (translate("Strip", "REHEARSAL"), "rehearsal"),
        "ready": (translate("Strip", "READY"), "soft"),
        "ended": (translate("Strip", "ENDED"), "soft"),
    }.get(state.mode, (translate("Strip", "NO SHOW"), "soft"))


def news(state: State, now_ms: int, rules: Rules, key_of: KeyOf) -> News:
    """The worst alert nobody has acknowledged, else a countdown, else what the sheet asks for."""
    standing = alerts(state, now_ms, rules)
    fresh = [alert for alert in standing if not alert.acknowledged]
    if fresh:
        return _of_alert(fresh[0], len(fresh) - 1, state, key_of)
    left = countdown_left_ms(state, now_ms)
    if left is not None:
        words = translate("Strip", "Link opens in {s}") if state.countdown and state.countdown.item else (
            translate("Strip", "Countdown {s}")
        )  # fmt: skip
        return News(level="do", words=words.format(s=-(-left // 1000)))
    return _to_do(state, now_ms, rules, key_of)


def _of_alert(alert: Alert, others: int, state: State, key_of: KeyOf) -> News:
    more = "  " + translate("Strip", "+{count}").format(count=others) if others else ""
    key = key_of(_act_of(alert)) if alert.command else ""
    on_air = state.on_air is not None and state.on_air.item.id == alert.item
    words = alert_text(replace(alert, item=None) if on_air else alert, state)
    return News(level=alert.severity, words=words + more, key=key, alert=True)


def _act_of(alert: Alert) -> str:
    """The act as its key is named: `cue.send preset=2`."""
    command = _OWN_KEY.get(alert.command, alert.command)
    return " ".join([command, *(f"{name}={value}" for name, value in alert.given.items())])


def _to_do(state: State, now_ms: int, rules: Rules, key_of: KeyOf) -> News:
    if not state.running:
        return News(level="none", words=translate("Strip", "Start a rehearsal, or go live"))
    found = next_note(state, now_ms, rules)
    if found is None:
        return News(level="none", words=translate("Strip", "Nothing more is to be done"))
    step, words = found
    return News(level="do" if step.asks else "none", words=words, key=key_of(step.key) if step.key else "")


def out_short(state: State, now_ms: int, rules: Rules) -> LampLook:
    """The lamp without its running time: the strip has no room for it. The safe picture goes out, and is not
    what the item's numbers say."""
    shape, words, tone = out_lamp(state, now_ms, rules)
    if state.obs.safe is not None and tone in ("fine", "faint"):
        return "half", translate("Lamps", "Safe picture"), "waiting"
    return shape, words if state.obs.reconnecting else translate("Lamps", "Out"), tone


def mic_short(state: State) -> LampLook:
    shape, _words, tone = mic_lamp(state)
    return shape, translate("Lamps", "Mic"), tone


def refused(refusal: Refused, state: State) -> str:
    """Why a key did nothing. A doubt is answered where it was typed: here it is only told of."""
    if refusal.code == "needs_confirm":
        return translate("QuickBar", "Enter again to confirm")
    return refusal_text(refusal, state)
