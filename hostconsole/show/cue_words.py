"""What a cue note asks for, where the console knows the act: `三二一上链接`, `加库存250`, `过款`, `催付`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

Meaning = Literal["text", "link_up", "link_down", "release", "take", "price", "mark", "cue"]


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """`number`: units of a release; `price`: as it is typed; `preset`: the cue to the host."""

    what: Meaning = "text"
    number: int | None = None
    price: str = ""
    preset: int = 0


_I = re.IGNORECASE
_ANNOUNCED = re.compile(r"预告|预热|准备上|提醒.*上链接|announce|tease", _I)
_LINK_DOWN = re.compile(r"下链接|下架|撤链接|关链接|link\s*down|(?:close|pull)\s+(?:the\s+)?link", _I)
_LINK_UP = re.compile(
    r"[上开挂].{0,4}链接|上小黄车|上架|link\s*up|(?:open|push|drop|pin)\s+(?:the\s+)?link", _I
)
_RELEASE = re.compile(
    r"[加放补上]库存|[加放]量|补货|放货|第\s*[二三四五六七八九十\d]+\s*批|放下一批"
    r"|release|add\s+(?:stock|\+?\d+)|restock|batch\s*\d",
    _I,
)
_ORDINAL = re.compile(r"第\s*\d+\s*批|batch\s*\d+", _I)
_TAKE = re.compile(r"过款|[下换]一款|换款|next\s+item|move\s+on|wrap(?:\s*up)?\b", _I)
_PRICE = re.compile(r"(?:改价|调价|(?:new\s+)?price\s*(?:to|→|->|:)?)\s*[¥$]?\s*(\d{1,7}(?:\.\d{1,2})?)", _I)
_MARK = re.compile(r"打点|\bmark(?:er)?\b", _I)
_CUES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"报.{0,6}(?:剩余|库存|余量|尺码)|(?:say|call)\s+(?:the\s+)?stock|stock\s+left", _I), 2),
    (re.compile(r"催付|remind.{0,8}\bpay|chase\s+payment", _I), 4),
    (re.compile(r"催[拍单]|ask\s+for\s+(?:the\s+)?orders?", _I), 3),
    (re.compile(r"念.{0,4}声明|(?:read|say)\s+(?:the\s+)?disclos", _I), 13),
)
_DIGITS = re.compile(r"\d{1,6}")


@lru_cache(maxsize=1024)
def meaning(words: str) -> Meant:
    """The act a note's words ask for; `text` for all that only people can do."""
    price = _PRICE.search(words)
    if price is not None:
        return Meant(what="price", price=price[1])
    if _LINK_DOWN.search(words):
        return Meant(what="link_down")
    if _LINK_UP.search(words) and not _ANNOUNCED.search(words):
        return Meant(what="link_up")
    if _RELEASE.search(words):
        found = _DIGITS.findall(_ORDINAL.sub("", words))
        return Meant(what="release", number=int(found[-1]) if found else None)
    if _TAKE.search(words):
        return Meant(what="take")
    preset = next((number for form, number in _CUES if form.search(words)), 0)
    if preset:
        return Meant(what="cue", preset=preset)
    return Meant(what="mark") if _MARK.search(words) else Meant()
