"""The spoken text as the prompter shows it: cut into pieces that are laid out one at a time.

Every character keeps its place, so that a place in the show's text is a place here. What cannot be seen
(control characters) is shown by a sign, never obeyed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hostconsole.show.spoken import lines

LONGEST_PIECE = 500
"""Characters laid out together: few milliseconds of work at most."""

_TAKEN_FOR_LINE_ENDS = "\u2028\u2029\x85\v\f"


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text` is shown for characters `start` to `end` (exclusive) of the spoken text: as many of its own if
    it is read as it stands, others for a token's value, none for a note. `colour` is a name of
    `prompter_lines.COLOURS`, "" the text's own."""

    start: int
    end: int
    text: str
    bold: bool = False
    colour: str = ""

    def cut(self, first: int, last: int) -> Stretch:
        """Characters `first` to `last` (exclusive) of what is shown."""
        return replace(self, start=self.place(first), end=self.place(last), text=self.text[first:last])

    def place(self, offset: int) -> int:
        """The place in the spoken text of shown character `offset`."""
        return self.start + (self.end - self.start) * offset // max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` (exclusive); `shown` has no line end. `parts` are what it is made of."""

    start: int
    end: int
    shown: str
    parts: tuple[Stretch, ...] = ()

    def place(self, offset: int) -> int:
        """The place in the spoken text of shown character `offset`."""
        for part in self.parts:
            if offset <= len(part.text):
                return part.place(offset)
            offset -= len(part.text)
        return self.end


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
    """The pieces of a text that is shown as it is read."""
    return shown_pieces((Stretch(0, len(text), text),))


def shown_pieces(shown: Iterable[Stretch]) -> tuple[Piece, ...]:
    """Paragraphs, the long ones cut at ends of sentences. Together they hold every character once."""
    found: list[Piece] = []
    parts: list[Stretch] = []
    length = 0
    for part in (cut for stretch in shown for cut in _cuts(stretch)):
        if parts and length + len(part.text) > LONGEST_PIECE:
            found.append(_piece(parts))
            parts, length = [], 0
        parts.append(part)
        length += len(part.text)
        if part.text.endswith("\n"):
            found.append(_piece(parts))
            parts, length = [], 0
    return (*found, _piece(parts)) if parts else tuple(found)


def _piece(parts: list[Stretch]) -> Piece:
    text = visible_text("".join(part.text for part in parts))
    return Piece(parts[0].start, parts[-1].end, text, tuple(parts))


def _cuts(stretch: Stretch) -> Iterator[Stretch]:
    """Cut at line ends, and where it is too long at ends of sentences."""
    text, start = stretch.text, 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        if end - start <= LONGEST_PIECE:
            yield stretch.cut(start, end)
        else:
            last = start
            for line in lines(text[start:end]):
                if start + line.end - last > LONGEST_PIECE:
                    yield stretch.cut(last, start + line.start)
                    last = start + line.start
            yield stretch.cut(last, end)
        start = end


def piece_at(found: tuple[Piece, ...], at: float) -> int:
    """Index of the piece that holds character `at`; the last one at the text's end."""
    starts = [piece.start for piece in found]
    return max(0, min(bisect_right(starts, at) - 1, len(found) - 1))
