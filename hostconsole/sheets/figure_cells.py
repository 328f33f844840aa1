"""Numbers as platforms write them: 1,234 · ¥1,234.50 · 1.2万 · 12w · 38件."""

from __future__ import annotations

import re
from decimal import Decimal

from hostconsole.sheets.numerals import numeral, plain
from hostconsole.tables import Cell

LARGEST = 10**15
_TENS = {"万": 10**4, "w": 10**4, "亿": 10**8, "k": 10**3, "m": 10**6}
_AMOUNT = re.compile(r"[¥$€£₩฿]?\s*([\d.,']+)\s*([万亿wkm]?)\s*(?:元|件|人|单|次|秒|s)?", re.IGNORECASE)


def amount_of(cell: Cell) -> Decimal | None:
    """The number a cell means; None if it means none."""
    if not isinstance(cell, str):
        return Decimal(str(cell)) if cell == cell and abs(cell) <= LARGEST else None
    words = plain(cell)
    negative = words.startswith("-")
    found = _AMOUNT.fullmatch(words.lstrip("-+ "))
    if found is None:
        return None
    read = numeral(found[1]) if any(letter.isdigit() for letter in found[1]) else None
    if read is None:
        return None
    value = read.value * _TENS.get(found[2].lower(), 1)
    return -value if negative else value
