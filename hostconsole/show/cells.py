"""How wide a text is in half-width cells: a Chinese character takes two, a Latin letter one."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """The width of `text`; what joins or marks the character before it takes none."""
    return sum(_cells(char) for char in text)


def fitted(text: str, most: int) -> str:
    """The beginning of `text` that is at most `most` cells wide, cut between characters."""
    width = 0
    for place, char in enumerate(text):
        width += _cells(char)
        if width > most:
            return text[:place].rstrip()
    return text


def two_lines(text: str, most: int) -> tuple[str, ...]:
    """`text` as one line of at most `most` cells, or as two: cut at the last space before, else anywhere."""
    if cells(text) <= most:
        return (text,)
    first = fitted(text, most)
    space = first.rfind(" ")
    if space > 0 and cells(text[space + 1 :]) <= most:
        first = first[:space]
    return first, text[len(first) :].strip()


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
