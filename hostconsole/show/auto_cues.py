"""Cues that the console sends by itself, if the setting `auto_cues` is on: low, sold out, a gift gone,
one minute left, over. At most one a minute, and none while a must cue stands: they may never drown what a
person says."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hostconsole.show.clocks import airing_ms
from hostconsole.show.cues import visible
from hostconsole.show.events import CueKind, CueSent
from hostconsole.show.gifts import offered_now
from hostconsole.show.levels import stock_level
from hostconsole.show.rules import Language, Rules
from hostconsole.show.state import Airing, State

PAUSE_MS = 60_000
"""Least time between two cues of the console's own."""

_MINUTE_MS = 60_000
_SHORTEST_PLAN_MS = 2 * _MINUTE_MS
"""A shorter item is not told of its last minute: it would be at its beginning."""


class _Auto(msgspec.Struct, frozen=True):
    code: str
    zh: str
    en: str
    kind: CueKind = "routine"


def auto_cue(state: State, now_ms: int, rules: Rules) -> CueSent | None:
    """The cue to send now, or None. Each is sent once an airing."""
    airing = state.on_air
    if not rules.auto_cues or not state.running or airing is None:
        return None
    if any(cue.kind == "must" for cue in visible(state, now_ms, rules)):
        return None
    own = [cue for cue in state.cues if cue.auto]
    if own and now_ms - own[-1].sent_ms < PAUSE_MS:
        return None
    sent = {cue.auto for cue in own}
    for meant in _due(state, airing, now_ms):
        name = f"{meant.code} {airing.seq}"
        if name not in sent:
            return CueSent(text=_words(meant, rules.host_language), cue_kind=meant.kind, auto=name)
    return None


def _words(meant: _Auto, language: Language) -> str:
    return meant.zh if language == "zh" else meant.en


def _due(state: State, airing: Airing, now_ms: int) -> Iterator[_Auto]:
    """What is true now, most urgent first."""
    if airing.item.kind != "segment":
        level = stock_level(state, airing.item)
        if level == "sold_out":
            yield _Auto("sold_out", "售罄 下链接", "Sold out: link down", "must")
        elif level == "low":
            # What is held back is not for the host (rule 13).
            left = state.stock[airing.item.sku].sellable or 0
            if left > 0:  # else only the batch is gone, and "0 left" would be taken for sold out
                yield _Auto("low", f"库存告急 剩{left}", f"Low: {left} left")
        for gift in offered_now(state, airing.item).gone:
            yield _Auto(f"gift_gone {gift}", "赠品没了 别再说送", "Gift gone: stop offering", "must")
    planned = (airing.item.planned_s or 0) * 1000
    aired = airing_ms(state, now_ms) or 0
    if planned and aired >= planned:
        yield _Auto("over", "时间到 准备过款", "Time is up: wrap up")
    elif planned >= _SHORTEST_PLAN_MS and aired >= planned - _MINUTE_MS:
        yield _Auto("minute", "还有1分钟", "One minute left")
