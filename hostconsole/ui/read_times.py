"""How long each script of the plan takes to be read aloud, worked out a little at a time: a show of hundreds
of long scripts may not hold up its first picture."""

from __future__ import annotations

import time
from collections.abc import Callable

from hostconsole.show.own_pace import own_pace, pace_of
from hostconsole.show.reading import is_words, timeline, words_a_minute
from hostconsole.show.spoken import script_text
from hostconsole.show.state import State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import minutes

_TURN_S = 0.006


class ReadTimes:
    """Knows what it was given time for; `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._units: dict[str, tuple[str, float]] = {}

    def learn(self, state: State) -> bool:
        """Reads scripts that are not known yet, for a few milliseconds; whether there was one."""
        began, learned = self._clock(), False
        for key in state.order:
            text = script_text(state.items[key].item)
            if self._units.get(key, (None, 0.0))[0] == text:
                continue
            line = timeline(text)
            self._units[key] = (text, line.units(line.length))
            learned = True
            if self._clock() - began > _TURN_S:
                break
        return learned

    def ms(self, state: State, key: str) -> int | None:
        """How long the script of row `key` takes; None without one, or before it was read."""
        text, units = self._units.get(key, ("", 0.0))
        if not units or text != script_text(state.items[key].item):
            return None
        return round(units * 60_000 / pace_of(state))

    def told(self, state: State) -> str:
        """All scripts together, and at which pace; "" without scripts."""
        known = [(key, self.ms(state, key)) for key in state.order if not state.items[key].skipped]
        whole = sum(ms for _key, ms in known if ms is not None)
        if not whole:
            return ""
        if own_pace(state) is not None:
            template = translate("Console", "{time} to read, at the host's own {pace}")
        else:
            template = translate("Console", "{time} to read, at {pace}")
        return template.format(time=minutes(whole), pace=_pace(state))


def _pace(state: State) -> str:
    """In words a minute where most scripts are of words."""
    pace = pace_of(state)
    texts = [text for key in state.order if (text := script_text(state.items[key].item))]
    if 2 * sum(is_words(text) for text in texts) > len(texts):
        return translate("Console", "{count} words/min").format(count=words_a_minute(pace))
    return translate("Console", "{count} characters/min").format(count=pace)
