"""The spoken text as the prompter shows it: cut into pieces that are laid out one at a time.

Every character keeps its place, so that a place in the show's text is a place here. What cannot be seen
(control characters) is shown by a sign, never obeyed.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from hostconsole.show.spoken import lines

LONGEST_PIECE = 500
"""Characters laid out together: few milliseconds of work at most."""

_TAKEN_FOR_LINE_ENDS = "\u2028\u2029\x85\v\f"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` (exclusive); `shown` has as many characters and no line end."""

    start: int
    end: int
    shown: str


def shown_char(char: str) -> str:
    """The one character that stands for `char` on the screen."""
    code = ord(char)
    if code < 0x20:
        return " " if char in "\t\r\n" else chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if char in _TAKEN_FOR_LINE_ENDS:
        return " "
    # Direction overrides would turn the rest of the line around; lone surrogates are no characters.
    if 0x80 <= code < 0xA0 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return char


def visible_text(text: str) -> str:
    """`text` of the same length with every character visible."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else shown_char(char) for char in text)


def one_line(text: str) -> str:
    """`text` on one line, for labels."""
    return " ".join(visible_text(text).split())


def pieces(text: str) -> tuple[Piece, ...]:
    """Paragraphs, the long ones cut at ends of sentences. Together they hold every character once."""
    found: list[Piece] = []
    start = 0
    for paragraph in text.split("\n"):
        end = min(len(text), start + len(paragraph) + 1)
        if end > start:
            found += _cut(text, start, end)
        start = end
    return tuple(found)


def _cut(text: str, start: int, end: int) -> list[Piece]:
    if end - start <= LONGEST_PIECE:
        return [Piece(start, end, visible_text(text[start:end]))]
    cuts = [start]
    last = start
    for line in lines(text[start:end]):
        stop = start + line.end
        if stop - cuts[-1] > LONGEST_PIECE:
            cuts.append(last)
        last = stop
    ends = [*cuts[1:], end]
    return [Piece(a, b, visible_text(text[a:b])) for a, b in zip(cuts, ends, strict=True)]


def piece_at(found: tuple[Piece, ...], at: float) -> int:
    """Index of the piece that holds character `at`; the last one at the text's end."""
    starts = [piece.start for piece in found]
    return max(0, min(bisect_right(starts, at) - 1, len(found) - 1))
