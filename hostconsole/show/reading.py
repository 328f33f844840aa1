"""How long words take to be read, whatever their size on a screen.

The unit is a Chinese character: it takes 1, an English word 1.6 (240 characters a minute are 150 words a
minute), spread over its letters. A token takes what its value is likely to take; what is not read, nothing.
So a place in the spoken text is a function of time, for any mixture of languages.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

import msgspec

from hostconsole.show.script import Level, Run, parsed

WORD_UNITS = 1.6
"""An English word in Chinese characters: 240 characters and 150 words are a minute each."""

_LONG_WORD = 12
_TOKEN_UNITS = 3.0
# A word of a script that puts spaces between words, with what follows it: no time of its own.
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-\u1fff]+(?:['’-][A-Za-zÀ-ÖØ-öø-\u1fff]+)*[ \t,.;:!?\"')]*")


class Timeline(msgspec.Struct, frozen=True):
    """`sums[n]` is what the first n characters of the spoken text take, in Chinese characters."""

    sums: array[float]

    @property
    def length(self) -> int:
        return len(self.sums) - 1

    def units(self, at: float) -> float:
        """What is read before place `at`."""
        at = min(max(0.0, at), float(self.length))
        whole = int(at)
        if whole == self.length:
            return self.sums[whole]
        return self.sums[whole] + (at - whole) * (self.sums[whole + 1] - self.sums[whole])

    def place(self, at: float, *, units: float) -> float:
        """The place reached from `at` after `units` are read; never beyond the end."""
        goal = self.units(at) + units
        if goal >= self.sums[-1]:
            return float(self.length)
        here = max(0, bisect_right(self.sums, goal) - 1)
        return here + (goal - self.sums[here]) / (self.sums[here + 1] - self.sums[here])

    def left_ms(self, at: float, *, pace: int) -> int:
        """Milliseconds to read from `at` to the end at `pace` characters a minute."""
        return round((self.sums[-1] - self.units(at)) * 60_000 / max(1, pace))


@lru_cache(maxsize=256)
def timeline(text: str, level: Level = "plenty") -> Timeline:
    """The timeline of a script's text while its blocks of `level` are meant."""
    weights: list[float] = []
    for run in parsed(text).runs:
        weights += _weights(run, level)
    return Timeline(array("d", accumulate(weights, initial=0.0)))


def read_ms(text: str, *, pace: int) -> int:
    """How long a script's text takes to be read at `pace`, with plenty left to sell."""
    return timeline(text).left_ms(0.0, pace=pace)


def words_a_minute(pace: int) -> int:
    """`pace`, characters a minute, in English words a minute."""
    return round(pace / WORD_UNITS)


@lru_cache(maxsize=256)
def is_words(text: str) -> bool:
    """Whether most of the spoken text is of words rather than of characters: its pace is told in words."""
    spoken = parsed(text).spoken
    return 2 * sum(len(word) for word in _WORD.findall(spoken)) > len(spoken)


def _weights(run: Run, level: Level) -> list[float]:
    length = run.end - run.start
    if run.when and run.when != level:
        return [0.0] * length
    if run.kind == "token":
        return [_TOKEN_UNITS / length] * length
    weights = [1.0] * length
    if length:
        for word in _WORD.finditer(run.text):
            count = word.end() - word.start()
            each = WORD_UNITS / min(count, _LONG_WORD)
            weights[word.start() : word.end()] = [each] * count
    return weights
