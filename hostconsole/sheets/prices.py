"""Prices as they stand in run-sheets: ¥19.9/6包, 券后34.9,日常59, $19.99, 1.299,00."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from hostconsole.sheets.numerals import is_nothing, numerals, plain
from hostconsole.show import money


@dataclass(frozen=True, slots=True)
class Price:
    """What a price cell says. `value` is None if nothing can be read; `ref` is a compared price in the
    same cell; `currency` is "" if the cell has no sign. `guess` and `error` say what is wrong with it."""

    value: Decimal | None = None
    ref: Decimal | None = None
    currency: str = ""
    guess: str = ""
    error: str = ""


class _Candidate(msgspec.Struct, frozen=True):
    value: Decimal
    label: str
    after: str
    guess: str


_CLEAN = re.compile(r"\d{1,9}(?:\.\d{1,2})?")
_SIGNED = (
    ("USD", r"US\$|美元|美金"), ("HKD", r"HK\$|港币|港元"), ("TWD", r"NT\$|新台币|台币"),
    ("SGD", r"S\$|新币"), ("AUD", r"AU?\$"), ("CAD", r"CA?\$"), ("BRL", r"R\$"), ("MXN", r"MX\$"),
    ("JPY", r"円|日元|JP¥"), ("CNY", r"RMB|CN¥|人民币|块"), ("EUR", r"€|欧元"), ("GBP", r"£|英镑"),
    ("KRW", r"₩|韩元"), ("THB", "฿|泰铢"), ("VND", "₫"), ("PHP", "₱"), ("INR", "₹"),
    ("MYR", r"RM(?=\s*\d)"), ("IDR", r"Rp(?=[\s.]*\d)"),
)  # fmt: skip
_CODES = (
    "CNY USD EUR GBP JPY KRW HKD TWD SGD MYR THB VND PHP IDR INR AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF "
    "BRL MXN AED SAR TRY RUB ZAR ILS KWD BHD OMR JOD TND CLP"
)
_CODE = re.compile(rf"(?<![A-Za-z])(?:{_CODES.replace(' ', '|')})(?![A-Za-z])", re.IGNORECASE)
_SIGN = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _SIGNED)
_DOLLARS = frozenset({"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"})
_YUAN = frozenset({"CNY", "HKD", "TWD"})
_SPOKEN = re.compile(r"(?<![\d.,])(\d{1,6})\s*([块元])\s*(\d{1,2})(?!\d|[.,]\d)")
"""9块9 is 9.9, as people say it; 9元3件 is not."""

_MONEY_WORDS = re.compile(rf"[¥$€£₩฿₫₱₹円元块]|包邮|rmb|rm|rp|hk|nt|us|{'|'.join(_CODES.lower().split())}|\s")
_UNITS = re.compile(
    r"\s*(?:包(?!邮)|件|套(?!餐)|盒|瓶|只|个|支|片|袋|罐|双|条|把|箱|组|份|枚|张|卷|抽|斤|款|天(?!猫)|人|折|%|kg|g\b|ml|l\b|cm|mm|"
    r"pcs?\b|packs?\b|pieces?\b|sets?\b|units?\b|for\b|x\b|×|\*)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"(?:买|送|第|满|减|限|[x×*/])\s*$|(?:^|\s)(?:per|buy|get)\s*$", re.IGNORECASE)
_LIVE = re.compile(
    r"券后|到手|直播|现价|活动|秒杀|福利|特价|售价|优惠价|live|sale|deal|now|today|only", re.IGNORECASE
)
_REF = re.compile(
    r"日常|原价|划线|平时|吊牌|市场|专柜|标价|官方|门市|店铺|was|rrp|list|msrp|reg|normal|usual|compare",
    re.IGNORECASE,
)
_ARROW = re.compile(r"→|->|=>|➜")
_RANGE = re.compile(r"^\D{0,3}?\s*(?:-|~|–|—|至|到|to)\s*\D{0,3}$")
_NEGATIVE = re.compile(r"^\D{0,4}-\s*\D{0,4}\d")
_FREE = frozenset({"免费", "赠送", "赠品", "free"})


def price_of(text: str, *, comma_is_usual: bool = False) -> Price:
    """Reads a price cell. Never raises: what cannot be read is an `error` in words. Where
    `comma_is_usual`, a decimal comma is not called a guess."""
    if _CLEAN.fullmatch(text):
        return Price(Decimal(text))
    if is_nothing(text):
        return Price()
    clean = _SPOKEN.sub(_as_written, plain(text)[:2000])
    if clean.lower() in _FREE:
        return Price(Decimal(0), guess=f"{clean!r} was read as 0")
    if _NEGATIVE.match(clean):
        return Price(error=f"{_short(clean)} is negative")
    return replace(_chosen(clean, _candidates(clean, comma_is_usual)), currency=sign_of(clean))


def sign_of(text: str) -> str:
    """The currency a text names by sign, word or code; "$", "¥" and "元" as such, "" if none."""
    if found := _CODE.search(text):
        return found.group().upper()
    for code, pattern in _SIGN:
        if pattern.search(text):
            return code
    return next((sign for sign in "¥$元" if sign in text), "")


def currency_of(sign: str, default: str) -> str:
    """The code of what `sign_of` found; signs that several currencies share follow the default."""
    if sign == "$":
        return default if default in _DOLLARS else "USD"
    if sign == "元":
        return default if default in _YUAN else "CNY"
    if sign == "¥":
        return "JPY" if default == "JPY" else "CNY"
    return sign or default


def minor_of(value: Decimal, currency: str) -> tuple[int | None, str]:
    """Minor units and, if the value was finer or too large, what was done about it (None: nothing)."""
    exact = value.scaleb(money.places(currency))
    whole = exact.to_integral_value(ROUND_HALF_UP)
    if abs(whole) > money.LARGEST:
        return None, f"{value:f} is too large for a price"
    minor = int(whole)
    if whole == exact:
        return minor, ""
    return minor, f"{value:f} was rounded to {money.plain(minor, currency)} {currency}"


def _as_written(spoken: re.Match[str]) -> str:
    whole, sign, tenths = spoken.groups()
    if _UNITS.match(spoken.string, spoken.end()):
        return spoken.group()
    return f"{whole}.{tenths}{sign}"


def _candidates(text: str, comma_is_usual: bool) -> list[_Candidate]:
    """The numbers of the text that may be prices: no counts, sizes, discounts in tenths or per cent."""
    found: list[_Candidate] = []
    end = 0
    tokens = numerals(text)
    for n, (start, stop, number) in enumerate(tokens):
        label = text[end:start]
        after = text[stop : tokens[n + 1][0] if n + 1 < len(tokens) else len(text)]
        end = stop
        if _UNITS.match(after) and not re.search(r"[¥$€£]\s*$", label):
            continue
        whole = number.value == number.value.to_integral_value()
        if whole and _COUNTS.search(label):
            continue
        scale = {"万": 10_000, "千": 1_000, "k": 1_000}.get(after[:1].lower(), 1)
        guess = "" if number.comma and comma_is_usual else number.guess
        if scale > 1:
            guess = f"{text[start : stop + 1]} was read as {number.value * scale:f}"
        found.append(_Candidate(number.value * scale, label, after, guess))
    return found


def _chosen(text: str, found: list[_Candidate]) -> Price:
    if not found:
        return Price(error=f"{_short(text)} is not a price")
    if len(found) == 1:
        return _single(text, found[0])
    live = [c for c in found if _LIVE.search(c.label)]
    ref = [c for c in found if c not in live and _REF.search(c.label)]
    rest = [c for c in found if c not in live and c not in ref]
    best = live[0] if live else rest[0] if len(rest) == 1 and ref else None
    if best and (len(live) == 1 or not live):
        compared = ref[0].value if ref else None
        told = f", compared price {compared:f}" if compared is not None else ""
        return Price(best.value, compared, guess=f"{_short(text)} was read as {best.value:f}{told}")
    return _pair(text, found)


def _single(text: str, one: _Candidate) -> Price:
    around = _MONEY_WORDS.sub("", (one.label + one.after).lower())
    loose = around.strip("./-") != "" or len(numerals(text)) > 1
    return Price(one.value, guess=one.guess or (f"{_short(text)} was read as {one.value:f}" if loose else ""))


def _pair(text: str, found: list[_Candidate]) -> Price:
    """129→89 is a cut, 19.9-29.9 a range; anything else is for the seller to sort out."""
    first, second = found[0].value, found[1].value
    if len(found) == 2 and _ARROW.search(found[1].label):
        guess = f"{_short(text)} was read as {second:f}, compared price {first:f}"
        return Price(second, first, guess=guess)
    if len(found) == 2 and _RANGE.match(found[1].label) and first <= second:
        return Price(first, guess=f"{_short(text)} is a range; the lowest, {first:f}, was taken")
    if len({c.value for c in found}) == 1:
        return Price(first, guess=f"{_short(text)} was read as {first:f}")
    return Price(error=f"{_short(text)} holds several prices")


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "…")
