"""Cues from the controller to the host: short, silent, with numbers from the ledger (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from hostconsole.show.cells import fitted
from hostconsole.show.events import CueKind
from hostconsole.show.feed_view import is_old
from hostconsole.show.gifts import Offered, offered_now
from hostconsole.show.money import as_read
from hostconsole.show.rules import Language, Rules
from hostconsole.show.state import Cue, State

MOST_VISIBLE = 2
"""Cues a host can take in at once."""

STOP_PRESET = 10
"""It covers the host's screen (DOMAIN §3.4, key 0)."""

MOST_CELLS = 24
"""Half-width cells of one line of a cue: what can be read in passing."""

MOST_LINES = 2
"""A person's own words may take two lines; longer ones are refused."""

OF_THE_ITEM = frozenset({1, 2, 8})
"""Presets whose words are the item's own: its price, its stock, its offer."""

_PRICE_NEWS_MS = 60_000
"""So long a price change on air makes "say the price" a cue that must be answered."""


class _Words(msgspec.Struct, frozen=True):
    zh: str
    en: str
    kind: CueKind = "routine"


_PLAIN: Mapping[int, _Words] = {
    3: _Words("催拍 再说一遍链接", "Ask for the order"),
    4: _Words("催付", "Remind to pay"),
    6: _Words("进人了 重讲开头", "New viewers: restart"),
    7: _Words("看公屏 答:", "Answer chat: "),
    9: _Words("多讲2分钟", "Stretch 2 min"),
    10: _Words("停!这句别说", "STOP – don't say that", "must"),
    11: _Words("慢一点", "Slower"),
    12: _Words("切特写给产品", "Show it close"),
    13: _Words("念声明", "Read disclosure"),
    14: _Words("喝口水", "Take a sip"),
    15: _Words("更正:", "Correct: ", "must"),
    16: _Words("断流 先别报价", "Stream down: no prices", "must"),
    17: _Words("开福袋", "Draw now"),
    18: _Words("返场", "Encore"),
    19: _Words("声音大点", "Louder"),
    20: _Words("谢谢,好!", "Great, keep going"),
}


def preset(state: State, number: int, *, rules: Rules, now_ms: int) -> tuple[str, CueKind]:
    """Words and kind of preset `number` (1 … 20) now; raises KeyError for any other number."""
    counted: Mapping[int, Callable[[State, Language, int], tuple[str, CueKind]]] = {
        1: _price,
        2: _stock,
        5: _wrap_up,
        8: _offer,
    }
    if number in counted:
        text, kind = counted[number](state, rules.host_language, now_ms)
        return fitted(text, MOST_CELLS), kind
    words = _PLAIN[number]
    return (words.zh if rules.host_language == "zh" else words.en), words.kind


def visible(state: State, now_ms: int, rules: Rules) -> tuple[Cue, ...]:
    """Cues on the host's screen, oldest first: must cues until seen, routine ones until they fade. STOP gives
    way to nothing but another STOP."""
    waiting = [
        cue
        for cue in state.cues
        if cue.waits and (cue.kind == "must" or now_ms - cue.sent_ms < rules.cue_fades_ms)
    ]
    must = [cue for cue in waiting if cue.kind == "must"]
    stop = [cue for cue in must if cue.preset == STOP_PRESET][-1:]
    others = MOST_VISIBLE - len(stop)
    must = stop + [cue for cue in must if cue.preset != STOP_PRESET][-others:]
    room = MOST_VISIBLE - len(must)
    routine = [cue for cue in waiting if cue.kind == "routine"]
    kept = must + (routine[-room:] if room else [])
    return tuple(sorted(kept, key=lambda cue: cue.seq))


def faded(state: State, now_ms: int, rules: Rules) -> tuple[Cue, ...]:
    """Routine cues whose time is over and that nobody has seen or noted as unseen yet."""
    return tuple(
        cue
        for cue in state.cues
        if cue.kind == "routine" and cue.waits and now_ms - cue.sent_ms >= rules.cue_fades_ms
    )


def _price(state: State, language: Language, now_ms: int) -> tuple[str, CueKind]:
    airing = state.on_air
    row = state.items[airing.item.id] if airing else None
    changed = dict(airing.flagged).get("price") if airing else None
    news = changed is not None and now_ms - changed < _PRICE_NEWS_MS
    price = as_read(row.price, row.item.currency) if row and row.price is not None else ""
    if language == "zh":
        words = ("改价 " if news else "报价 ") + price
    else:
        words = ("New price " if news else "Say price ") + price
    return words.strip(), "must" if news else "routine"


def _stock(state: State, language: Language, now_ms: int) -> tuple[str, CueKind]:
    ledger = state.stock.get(state.on_air.item.sku) if state.on_air else None
    left = ledger.sellable if ledger else None
    unopened = ledger is not None and ledger.batches > 0 and ledger.batch == 0
    if ledger is None or left is None or unopened:  # before link up there is no number to say
        return ("报库存" if language == "zh" else "Say stock"), "routine"
    old, left = is_old(state, ledger, now_ms), max(0, left)
    if language == "zh":
        return f"报库存 {'约' if old else '剩'}{left}", "routine"
    return (f"Say stock: about {left}" if old else f"Say stock: {left} left"), "routine"


def _wrap_up(state: State, language: Language, now_ms: int) -> tuple[str, CueKind]:
    row = state.items.get(state.next or "")
    coming = row.item if row else None
    name = (coming.link_no or coming.title[:8]) if coming else ""
    if language == "zh":
        return "收尾 准备过款", "routine"
    return (f"Wrap up → next: {name}" if name else "Wrap up"), "routine"


def _offer(state: State, language: Language, now_ms: int) -> tuple[str, CueKind]:
    """A gift that is gone is not promised any more, whatever the sheet says."""
    item = state.on_air.item if state.on_air else None
    gifts = offered_now(state, item) if item is not None else Offered()
    none_left = bool(gifts.gone) and not gifts.short
    if language == "zh":
        gift = "赠品没了" if none_left else gifts.short and f"赠{gifts.short}"
        limit = f"限{item.limit}" if item is not None and item.limit else ""
        return " ".join(part for part in ("讲机制", gift, limit) if part), "routine"
    return ("Say the offer, no gift" if none_left else "Say the offer + gift"), "routine"
