"""The sheet's own cue notes, read as people write them: `T-60s 备样|T0 上链接|T+4m 加库存250|末30s 过款`.

A note that cannot be timed is kept as it stands; nothing here ever fails.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

Base = Literal["t", "take", "link", "end", "manual", "sold_out", "start"]
"""What a note's time runs from. `t`: link up for what is sold, the take for segments. `manual` and
`sold_out` have no time: by hand, and once nothing is left. `start`: not timed, shown from the take on."""

LONGEST_S = 24 * 3600


class CueNote(msgspec.Struct, frozen=True, kw_only=True):
    """`at_s`: seconds after the base, negative before it; 0 where the base has no time. `text` is the
    note as the sheet has it, `words` what is left of it without its time."""

    words: str
    base: Base = "start"
    at_s: int = 0
    text: str = ""

    @property
    def timed(self) -> bool:
        return self.base in ("t", "take", "link", "end")


_NUMBER = r"\d{1,5}(?:\.\d{1,2})?"
_HOURS = r"(?:小时|hours?|hrs?|h)(?![a-z])"
_MINUTES = r"(?:分钟|分(?!享|析|类|享|批|别)|minutes?|mins?|m|')(?![a-z])"
_SECONDS = r"(?:秒钟?|seconds?|secs?|s|\")(?![a-z])"
_UNITS = (
    rf"(?:(?:{_NUMBER}\s*{_HOURS}\s*)?(?:{_NUMBER}\s*{_MINUTES}\s*)?{_NUMBER}\s*{_SECONDS}"
    rf"|(?:{_NUMBER}\s*{_HOURS}\s*)?{_NUMBER}\s*{_MINUTES}(?:\s*半)?"
    rf"|{_NUMBER}\s*{_HOURS}|半\s*分钟)"
)
_CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?"
_SPAN = rf"(?:{_UNITS}|{_CLOCK}|{_NUMBER}(?![\d%]))"
_TAKE = r"(?:take|start|切款|切换|开讲|讲解|开始|开场|切)"
_LINK = r"(?:link\s*up|link|sale|上链接|上链|链接|开卖|开售|上架)"
_END = r"(?:the\s+end|end|slot\s+end|结束|收尾|末尾|末|下款)"
_SOLD_OUT = r"(?:售罄|卖完|卖光|抢光|现货尽|库存尽|没货|sold\s*-?\s*out|out\s+of\s+stock)"
_BY_HAND = r"(?:手动|人工|随时|manual(?:ly)?|by\s+hand|any\s*time)"
_GAP = r"(?:\s*(?:[:,、·]|->|=>|→|=)|\s+-(?=\s))?\s*"

_FORMS: tuple[tuple[str, str], ...] = (
    (rf"T\s*(?P<sign>[+-])\s*(?P<span>{_SPAN})(?P<ending>\s*\(\s*(?:末|末尾|end|结束前?)\s*\))?", "t"),
    (r"T\s*0(?!\d|[.:]\d)\s*(?:s(?![a-z])|秒)?", "t"),
    (rf"{_TAKE}\s*(?P<sign>[+-])\s*(?P<span>{_SPAN})", "take"),
    (rf"{_LINK}\s*(?P<sign>[+-])\s*(?P<span>{_SPAN})", "link"),
    (rf"{_END}\s*[+-]\s*(?P<span>{_SPAN})", "end"),
    (rf"{_TAKE}\s*(?P<way>前|后|before|after)\s*(?P<span>{_UNITS})", "take"),
    (rf"{_LINK}\s*(?P<way>前|后|before|after)\s*(?P<span>{_UNITS})", "link"),
    (rf"{_END}\s*(?:前|before)\s*(?P<span>{_UNITS})", "end"),
    (rf"(?P<span>{_UNITS})\s*(?P<way>before|after)\s+{_TAKE}", "take"),
    (rf"(?P<span>{_UNITS})\s*(?P<way>before|after)\s+{_LINK}", "link"),
    (rf"(?P<span>{_UNITS})\s*before\s+{_END}", "end"),
    (rf"(?:最后|末尾|末|last|final)\s*(?P<span>{_UNITS})", "end"),
    (r"(?:末(?=\s|:)|end(?=\s*:))", "end"),
    (rf"(?P<sign>[+-])\s*(?P<span>{_UNITS}|{_CLOCK})", "t"),
    (rf"第\s*(?P<span>{_UNITS})", "t"),
    (rf"(?P<span>{_UNITS})(?!\s*(?:前|后|内|一次|before|after|every))", "t"),
    (_SOLD_OUT + r"(?:后|时)?(?=[\s:,→]|$)", "sold_out"),
    (_BY_HAND + r"(?=[\s:,→]|$)", "manual"),
)
"""The most usual first: a form is compiled when the ones before it did not match (2 ms each)."""


@cache
def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _GAP + r"(?P<words>.*)", re.IGNORECASE | re.DOTALL)


def warm() -> None:
    """Compiles every form, so that the first sheet with notes does not wait for it on air."""
    for pattern, _base in _FORMS:
        _form(pattern)


_CUT = re.compile(r"[|\n]|;(?=\s*(?:T\s*[+\-0]|[+-]?\d|末|end|手动|售罄|manual|sold))", re.IGNORECASE)
_PLAIN = {0xFF01 + at: 0x21 + at for at in range(94)} | dict.fromkeys(map(ord, "−–—"), "-") | {0x3000: " "}
_PART = re.compile(rf"(?P<n>{_NUMBER})\s*(?:(?P<h>{_HOURS})|(?P<m>{_MINUTES})|{_SECONDS})", re.IGNORECASE)


@lru_cache(maxsize=1024)
def cue_notes(cues: str) -> tuple[CueNote, ...]:
    """The notes of a cell, in its order."""
    plain = cues.translate(_PLAIN)
    notes: list[CueNote] = []
    since = 0
    for cut in (*_CUT.finditer(plain), None):
        until = cut.start() if cut is not None else len(plain)
        if plain[since:until].strip():
            notes.append(_note(cues[since:until], plain[since:until]))
        since = cut.end() if cut is not None else until
    return tuple(notes)


def _note(text: str, plain: str) -> CueNote:
    """`plain` is `text`, character for character, in half-width signs."""
    skipped = len(plain) - len(plain.lstrip())
    whole = text.strip()
    for pattern, base in _FORMS:
        found = _form(pattern).match(plain, skipped)
        if found is None:
            continue
        if found.groupdict().get("ending"):
            base = "end"
        at_s = _at(found, base)
        words = text[found.start("words") :].strip() or whole
        if at_s is not None:
            return CueNote(words=words, base=base, at_s=at_s, text=whole)  # type: ignore[arg-type]
    return CueNote(words=whole, text=whole)


def _at(found: re.Match[str], base: str) -> int | None:
    """Seconds from the base; None for what is longer than a day."""
    named = found.groupdict()
    seconds = _seconds(named.get("span") or "0")
    if seconds > LONGEST_S:
        return None
    before = named.get("sign") == "-" or (named.get("way") or "").lower() in ("前", "before") or base == "end"
    return -seconds if before else seconds


def _seconds(span: str) -> int:
    if ":" in span:
        total = 0
        for part in span.split(":"):
            total = total * 60 + int(part)
        return total
    if span.startswith("半"):
        return 30
    parts = list(_PART.finditer(span))
    if not parts:
        return round(float(span))
    total_s = sum(float(part["n"]) * (3600 if part["h"] else 60 if part["m"] else 1) for part in parts)
    return round(total_s) + (30 if span.rstrip().endswith("半") else 0)
