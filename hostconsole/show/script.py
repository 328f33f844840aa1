"""A script as it was written: what is read aloud, and what is only shown (docs/scripts.md).

    **bold**  ==amber==  ==red:words==  - a list   # Named mark   [[a note]]   {price}
    ::plenty … ::low … ::sold out … ::end

The *spoken text* is what is read: markup, notes, marks and block lines left out, tokens as they are written.
Places in a script count characters of the spoken text, so a token's value may grow or shrink, and a block
may come or go, without moving any place. Whatever is not understood is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import msgspec

Kind = Literal["text", "token", "note", "mark", "bullet"]
Level = Literal["plenty", "low", "sold_out"]

TOKEN_NAMES: Mapping[str, str] = {
    "price": "price", "价格": "price",
    "ref_price": "ref_price", "原价": "ref_price",
    "stock": "stock", "库存": "stock",
    "batch_left": "batch_left", "本批": "batch_left",
    "sold": "sold", "已卖": "sold",
    "countdown": "countdown", "倒计时": "countdown",
    "next": "next", "下一款": "next",
}  # fmt: skip
"""Names a token may be written with, and the one they stand for."""

TOKEN = re.compile(r"\{\{[ \t]*([^{}\s]{1,12})[ \t]*\}\}|\{[ \t]*([^{}\s]{1,12})[ \t]*\}")

_LEVELS: Mapping[str, Level] = {
    "plenty": "plenty", "充足": "plenty", "low": "low", "紧张": "low", "快没了": "low",
    "sold out": "sold_out", "sold_out": "sold_out", "售罄": "sold_out",
}  # fmt: skip
_ENDS = frozenset({"", "end", "完"})
_COLOURS: Mapping[str, str] = {
    "amber": "amber", "橙": "amber", "red": "red", "红": "red", "green": "green", "绿": "green",
    "blue": "blue", "蓝": "blue",
}  # fmt: skip
_LONGEST_SPAN = 200

_NOTE = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_LINE = re.compile(r"::[ \t]*(?P<block>[^\n]{0,12})|#{1,3}[ \t]+(?P<mark>[^\n]{1,60})|[-*][ \t]+(?=\S)")
_SPAN = re.compile(
    rf"\*\*(?=[^\s*])(?P<bold>[^\n*]{{1,{_LONGEST_SPAN}}})\*\*"
    rf"|==(?=[^\s=])(?:(?P<colour>[^\s:=]{{1,5}}):)?(?P<lit>[^\n=]{{1,{_LONGEST_SPAN}}})=="
)


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one look. `start` to `end` (exclusive) is its place in the spoken text: the same for
    what is shown but not read. `text` is what to show; a token's is its name. `when` names the block it
    stands in, "" outside."""

    kind: Kind
    start: int
    end: int
    text: str
    bold: bool = False
    colour: str = ""
    when: Level | Literal[""] = ""


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """`marks` are the named places, in order."""

    spoken: str
    runs: tuple[Run, ...]
    marks: tuple[tuple[str, int], ...] = ()
    tokens: frozenset[str] = frozenset()
    has_blocks: bool = False


@dataclass(slots=True)
class _Writing:
    runs: list[Run]
    spoken: list[str]
    at: int = 0
    when: Level | Literal[""] = ""

    def add(self, kind: Kind, text: str, *, read: str = "", bold: bool = False, colour: str = "") -> None:
        if text or read:
            self.runs.append(Run(kind=kind, start=self.at, end=self.at + len(read), text=text, bold=bold,
                                 colour=colour, when=self.when))  # fmt: skip
            self.spoken.append(read)
            self.at += len(read)


@lru_cache(maxsize=128)
def parsed(text: str) -> Script:
    """The script of `text`; any text at all is one."""
    if not any(sign in text for sign in ("[[", "{", "**", "==", "::", "#", "- ", "* ")):
        runs = (Run(kind="text", start=0, end=len(text), text=text),) if text else ()
        return Script(spoken=text, runs=runs)
    to = _Writing([], [])
    for part, note in _notes(text):
        if note:
            to.add("note", part)
        else:
            _write_lines(to, part, fresh=not to.spoken or to.spoken[-1].endswith("\n"))
    made = tuple(to.runs)
    return Script(
        spoken="".join(to.spoken),
        runs=made,
        marks=tuple((run.text.strip(), run.start) for run in made if run.kind == "mark"),
        tokens=frozenset(run.text for run in made if run.kind == "token"),
        has_blocks=any(run.when for run in made),
    )


def _notes(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is a note. A note that is not closed is text."""
    start = 0
    while (opened := text.find("[[", start)) >= 0 and (closed := text.find("]]", opened)) >= 0:
        yield text[start:opened], False
        yield text[opened + 2 : closed], True
        start = closed + 2
    yield text[start:], False


def _write_lines(to: _Writing, text: str, *, fresh: bool) -> None:
    """`fresh`: the text begins on a line of its own."""
    for number, line in enumerate(text.splitlines(keepends=True) if "\r" not in text else _lines(text)):
        sign = _LINE.match(line) if fresh or number else None
        if sign is None:
            _write_spans(to, line)
        elif sign["block"] is not None:
            _write_block(to, line, sign["block"].strip().lower())
        elif sign["mark"] is not None:
            to.add("mark", line[sign.start("mark") :].rstrip("\n") + "\n")
        else:
            to.add("bullet", "• ")
            _write_spans(to, line[sign.end() :])


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").splitlines(keepends=True)


def _write_block(to: _Writing, line: str, name: str) -> None:
    if name in _LEVELS:
        to.when = _LEVELS[name]
    elif name in _ENDS and to.when:
        to.when = ""
    else:
        to.add("text", line, read=line)


def _write_spans(to: _Writing, text: str) -> None:
    last = 0
    for found in _SPAN.finditer(text):
        colour, words = found["colour"], found["lit"]
        if words is not None and colour is not None and colour.lower() not in _COLOURS:
            words, colour = f"{colour}:{words}", None
        _write_tokens(to, text[last : found.start()])
        if words is None:
            _write_tokens(to, found["bold"], bold=True)
        else:
            _write_tokens(to, words, colour=_COLOURS[(colour or "amber").lower()])
        last = found.end()
    _write_tokens(to, text[last:])


def _write_tokens(to: _Writing, text: str, *, bold: bool = False, colour: str = "") -> None:
    last = 0
    for found in TOKEN.finditer(text):
        name = TOKEN_NAMES.get(found[1] or found[2])
        if name is None:
            continue
        before = text[last : found.start()]
        to.add("text", before, read=before, bold=bold, colour=colour)
        to.add("token", name, read=found[0], bold=bold, colour=colour)
        last = found.end()
    to.add("text", text[last:], read=text[last:], bold=bold, colour=colour)
