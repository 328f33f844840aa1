"""Counts, minutes and times as they stand in run-sheets: 约600件, 8分钟, 0:08:00."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from hostconsole.sheets.numerals import is_nothing, numerals, plain

LARGEST_COUNT = 10**9
LONGEST_S = 100 * 3600


class Whole(msgspec.Struct, frozen=True):
    """A whole number read from a cell, None if there is none; `guess` and `error` say what is wrong."""

    value: int | None = None
    guess: str = ""
    error: str = ""


_DIGITS = re.compile(r"\d{1,9}")
_UNTRACKED = re.compile(r"不限|无限|充足|现货充足|plenty|unlimited|∞", re.IGNORECASE)
_ABOUT = re.compile(r"约|大概|左右|近|余|多|以上|about|approx|around|circa|ca\.|~|≈|\+", re.IGNORECASE)
_COUNT_WORDS = re.compile(
    r"^(?:库存|备货|现货|共|总共|限量|限|限购|每人|每单|一人|人)?(?:限)?\s*$|^(?:stock|qty|limit|max)\W*$",
    re.IGNORECASE,
)
_COUNT_UNIT = re.compile(
    r"^\s*(?:件|套|盒|瓶|只|个|支|片|包|袋|罐|双|条|把|箱|组|份|枚|台|张|本|单|pcs?|pieces?|units?|sets?|packs?)?"
    r"(?:[/每]?\s*(?:人|单|id|person|buyer|order))?\s*[.。]?$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(小时|时|h(?:ours?|rs?)?|分钟|分|min(?:ute)?s?|m|'|′|秒钟?|s(?:ec(?:ond)?s?)?|\"|″)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^[+T]?\s*(\d{1,3}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?$", re.IGNORECASE)
_DATED = re.compile(r"^\d{4}-\d\d-\d\d[ T](?=\d{1,2}:)")


def count_of(text: str) -> Whole:
    """A number of units. Never raises."""
    if _DIGITS.fullmatch(text):
        return Whole(int(text))
    if is_nothing(text):
        return Whole()
    clean = plain(text)[:500]
    if _UNTRACKED.search(clean) and not re.search(r"\d", clean):
        return Whole(guess=f"{clean!r} is not a number; the stock is not tracked")
    if re.match(r"^\D{0,6}-\s*\d", clean):
        return Whole(error=f"{clean!r} is negative")
    found = numerals(clean)
    if len(found) != 1:
        return Whole(error=f"{clean[:60]!r} is not one number")
    start, stop, number = found[0]
    return _counted(clean, number.value, before=clean[:start], after=clean[stop:])


def _counted(text: str, value: Decimal, *, before: str, after: str) -> Whole:
    scale = {"万": 10_000, "千": 1_000, "k": 1_000}.get(after[:1].lower(), 1)
    after = after[1:] if scale > 1 else after
    value *= scale
    if value != value.to_integral_value() or value > LARGEST_COUNT:
        return Whole(error=f"{text[:60]!r} is not a whole number of units")
    about = bool(_ABOUT.search(before) or _ABOUT.search(after)) or scale > 1
    clean = _COUNT_WORDS.match(before) and _COUNT_UNIT.match(after)
    guess = "" if clean and not about else f"{text[:60]!r} was read as {value:.0f}"
    return Whole(int(value), guess)


def minutes_of(text: str) -> Whole:
    """A duration in seconds; a bare number is minutes. Never raises."""
    if _DIGITS.fullmatch(text) and len(text) <= 3:
        return Whole(int(text) * 60)
    if is_nothing(text):
        return Whole()
    clean = plain(text)[:200]
    if clean.startswith("-"):
        return Whole(error=f"{clean!r} is negative")
    if clock := _CLOCK.match(clean):
        first, second, third = clock.groups()
        if third is not None:
            return _bounded(int(first) * 3600 + int(second) * 60 + int(third), clean)
        seconds = int(first) * 60 + int(second)
        return _bounded(seconds, clean, guess=f"{clean!r} was read as minutes and seconds")
    return _duration(clean)


def _duration(text: str) -> Whole:
    parts = list(_PARTS.finditer(text))
    if not parts:
        return Whole(error=f"{text[:60]!r} is not a duration")
    rest = _PARTS.sub("", text).strip(" .。")
    units = [_unit(part[2]) for part in parts]
    if len(parts) == 2 and units[0] in (0, units[1]) and re.fullmatch(r"-|~|–|—|至|到|to", rest.strip()):
        longest = Decimal(parts[1][1].replace(",", ".")) * (units[1] or 60)
        return _bounded(int(longest), text, guess=f"{text!r} is a range; the longest was taken")
    if len(parts) > 1 and 0 in units[:-1]:
        return Whole(error=f"{text[:60]!r} is not one duration")
    total = Decimal(0)
    for part, unit, before in zip(parts, units, [0, *units], strict=False):
        total += Decimal(part[1].replace(",", ".")) * (unit or (before // 60 if before else 60))
    guess = f"{text[:60]!r} was read as {total / 60:.4g} minutes" if rest else ""
    return _bounded(int(total.to_integral_value()), text, guess=guess)


def _unit(word: str | None) -> int:
    """Seconds in a unit, 0 if none was written."""
    if not word:
        return 0
    return {"小": 3600, "时": 3600, "h": 3600, "秒": 1, "s": 1, '"': 1, "″": 1}.get(word[0].lower(), 60)


def _bounded(seconds: int, text: str, guess: str = "") -> Whole:
    if seconds > LONGEST_S:
        return Whole(error=f"{text[:60]!r} is too long")
    return Whole(seconds, guess)


def seconds_of(text: str) -> Whole:
    """A short duration in seconds; a bare number is seconds. Never raises."""
    if _DIGITS.fullmatch(text) and len(text) <= 5:
        return Whole(int(text))
    return minutes_of(text)


def clock_of(text: str) -> Whole:
    """A time of the show in seconds: 00:06:00, 20:06, or minutes as a bare number. Never raises."""
    if is_nothing(text):
        return Whole()
    clean = _DATED.sub("", plain(text)[:100])
    first = re.split(r"\s*(?:-|~|–|—|至|到)\s*(?=\d)", clean, maxsplit=1)[0] if ":" in clean else clean
    guess = "" if first == clean else f"the start of {clean!r} was taken"
    if clock := _CLOCK.match(first):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return _bounded(hours * 3600 + minutes * 60 + seconds, clean, guess)
    return minutes_of(clean)
