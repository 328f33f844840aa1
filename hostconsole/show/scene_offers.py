"""Which scenes of OBS may be meant by a name it does not have: 04_俯拍特写_ProductTop is likely "Top cam".

Names are compared by what they say, in both languages, not by their letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

MOST = 3

_SAYS: dict[str, tuple[int, tuple[str, ...]]] = {
    "top": (4, ("俯拍", "俯视", "顶拍", "顶视", "top", "overhead", "above")),
    "wide": (4, ("全景", "远景", "大景", "wide", "long shot", "longshot")),
    "try_on": (4, ("试穿", "上身", "全身", "try", "fitting", "full body")),
    "opening": (4, ("开场", "片头", "opening", "intro", "start", "welcome")),
    "ending": (4, ("收尾", "结束", "下播", "片尾", "预告", "ending", "outro", "goodbye")),
    "draw": (4, ("抽奖", "福袋", "开奖", "draw", "lucky", "giveaway", "raffle")),
    "break": (4, ("稍等", "休息", "救场", "马上回来", "brb", "break", "be right back", "standby")),
    "countdown": (4, ("倒计时", "倒数", "countdown")),
    "encore": (4, ("返场", "encore")),
    "close": (3, ("特写", "近景", "close", "closeup", "macro")),
    "host": (1, ("主播", "主持", "人像", "host", "presenter", "talk")),
    "product": (1, ("产品", "商品", "货品", "桌面", "product", "goods", "table")),
}
"""What a name may say, how much that counts, and the words that say it."""

_ENOUGH, _SAME = 3, 100


class Offers:
    """The scenes there are, and what each says."""

    def __init__(self, there: Iterable[str]) -> None:
        self._there = {name: (_bare(name), _said(name)) for name in there}

    def instead_of(self, wanted: str) -> tuple[str, ...]:
        """The scenes that `wanted` may mean, likeliest first, `MOST` at most. A scene that says something
        which `wanted` does not counts for less; one that says too little is not offered."""
        bare, said = _bare(wanted), _said(wanted)
        scores = {
            name: _SAME if bare == theirs else _score(said, says)
            for name, (theirs, says) in self._there.items()
            if name != wanted
        }
        good = [name for name, score in scores.items() if score >= _ENOUGH]
        return tuple(sorted(good, key=lambda name: -scores[name]))[:MOST]


def _score(ours: frozenset[str], theirs: frozenset[str]) -> float:
    common = sum(_SAYS[what][0] for what in ours & theirs)
    foreign = sum(_SAYS[what][0] for what in theirs - ours)
    return common - foreign / 2


def _said(name: str) -> frozenset[str]:
    plain = _plain(name)
    words = _words(name)
    return frozenset(
        what
        for what, (_weight, signs) in _SAYS.items()
        if any(sign in (plain if _chinese(sign) or " " in sign else words) for sign in signs)
    )


def _words(name: str) -> frozenset[str]:
    """Its words in Latin letters: "HostCloseUp_2" is host, close, up, and closeup."""
    apart: list[str] = [""]
    was = ""
    for char in unicodedata.normalize("NFKC", name):
        if not (char.isascii() and char.isalpha()):
            apart.append("")
        elif char.isupper() and was.islower():
            apart.append(char)
        else:
            apart[-1] += char
        was = char
    found = [word.lower() for word in apart if word]
    return frozenset((*found, *(first + second for first, second in pairwise(found))))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _bare(name: str) -> str:
    """Its letters and digits alone, without a number in front."""
    kept = "".join(char for char in _plain(name) if char.isalnum())
    return kept.lstrip("0123456789") or kept


def _chinese(sign: str) -> bool:
    return not sign.isascii()
