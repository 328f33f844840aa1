"""Numbers as people type them into sheets: 1,299.00 and 1.299,00, full width, with signs around."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import msgspec

TOKEN = re.compile(r"\d+(?:[.,'’]\d+)*|\.\d+")
_SPACED = re.compile(r"(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d ])")
_SEPARATOR = re.compile(r"[.,]")

NOTHING = frozenset(
    (
        *("", "-", "--", "—", "——", "–", "/", "\\", "?", "x", "×", "无", "没有", "暂无", "待定", "未定"),
        *("na", "n/a", "none", "null", "nan", "nil", "tbd", "tba"),
    )
)
"""Cells that say in words that there is nothing in them."""


class Numeral(msgspec.Struct, frozen=True):
    """A number and, if its separators could be read in two ways, how they were. `comma` says that the
    guess is no more than a decimal comma."""

    value: Decimal
    guess: str = ""
    comma: bool = False


def plain(text: str) -> str:
    """NFKC, trimmed, one kind of minus, thousands blanks closed."""
    text = unicodedata.normalize("NFKC", text).replace("−", "-").strip().strip("\ufeff\u200b'")
    return _SPACED.sub(lambda found: found[1] + found[2].replace(" ", ""), text)


def is_nothing(text: str) -> bool:
    """Whether the cell is empty or says so in words."""
    return plain(text).lower() in NOTHING


def numeral(token: str) -> Numeral | None:
    """The number a token means, None if its separators make no sense.

    The last separator with one or two digits behind it is the decimal one; with three it groups.
    """
    digits = token.replace("'", "").replace("’", "")
    if len(digits) > 30:
        return None
    parts = _SEPARATOR.split(digits)
    if len(parts) == 1:
        return Numeral(Decimal(digits))
    marks = _SEPARATOR.findall(digits)
    decimal = _tail_is_decimal(parts, marks)
    whole = parts[:-1] if decimal else parts
    if not _grouped(whole) or (decimal and len(set(marks[:-1])) > 1) or (not decimal and len(set(marks)) > 1):
        return None
    value = Decimal("".join(whole) + ("." + parts[-1] if decimal else ""))
    comma = decimal and marks[-1] == "," and "," not in marks[:-1]
    return Numeral(value, _guess(token, value, marks, decimal=decimal), comma)


def _tail_is_decimal(parts: list[str], marks: list[str]) -> bool:
    tail = parts[-1]
    if len(tail) <= 2:
        return True
    if len(parts) == 2:
        return len(tail) != 3 or parts[0] in ("0", "") or len(parts[0]) > 3
    return marks[-1] != marks[0]


def _grouped(whole: list[str]) -> bool:
    return len(whole) == 1 or (1 <= len(whole[0]) <= 3 and all(len(part) == 3 for part in whole[1:]))


def _guess(token: str, value: Decimal, marks: list[str], *, decimal: bool) -> str:
    comma_decimal = decimal and marks[-1] == ","
    dot_groups = not decimal and marks[-1] == "."
    same = decimal and len(marks) > 1 and marks[-1] == marks[-2]
    return f"{token} was read as {value:f}" if comma_decimal or dot_groups or same else ""


def numerals(text: str) -> list[tuple[int, int, Numeral]]:
    """All numbers of a text: (start, end, number). A token that makes no sense as one is cut at commas."""
    found: list[tuple[int, int, Numeral]] = []
    for token in TOKEN.finditer(text):
        if whole := numeral(token.group()):
            found.append((token.start(), token.end(), whole))
            continue
        at = token.start()
        for piece in token.group().split(","):
            if part := numeral(piece):
                found.append((at, at + len(piece), part))
            at += len(piece) + 1
    return found
