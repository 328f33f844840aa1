"""Words: scripts, key points, claims that need proof, the rules of a draw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from hostconsole.show.plan import Item
from hostconsole.show.preflight.goods import minutes
from hostconsole.show.preflight.remark import Remark
from hostconsole.show.reading import timeline
from hostconsole.show.spoken import spoken_text

ENOUGH_POINTS = 2

_CLAIM = re.compile(
    r"第一名|销量第一|全网第一|行业第一|冠军|专利|临床|检测报告|权威认证|获奖|金奖|"
    r"\bpatent(?:ed)?\b|\bclinically\b|\bcertified\b|\baward[- ]winning\b|\bno\.? ?1\b|\bnumber one\b",
    re.IGNORECASE,
)
"""Ranks, patents, tests and prizes: true or not, they may be said only with a source (DOMAIN §2.2)."""
_NOT = re.compile(r"(?:不|没有|无|非|未|并非|not|no|never)[^,。;!?.]{0,8}$", re.IGNORECASE)
_DRAW = re.compile(r"抽奖|lucky draw|\bdraw\b|giveaway", re.IGNORECASE)


ReadMs = Callable[[Item], int | None]
"""How long an item's script takes to be read; None where nobody knows (yet)."""


def words(items: Sequence[Item], *, read_ms: ReadMs) -> Iterator[Remark]:
    for item in items:
        yield from _points(item)
        yield from _length(item, read_ms)
        yield from _claims(item)
        drawn = item.kind == "segment" and (_DRAW.search(item.title) or _DRAW.search(item.title_en))
        if drawn and not item.draw:
            yield Remark(box="words", code="no_draw_rules", item=item.id, column="draw_spec")


def read_at(pace: int) -> ReadMs:
    """At the prompter's pace, in Chinese characters a minute; a long script takes a millisecond."""
    return lambda item: timeline(spoken_text(item)).left_ms(0, pace=pace)


def _points(item: Item) -> Iterator[Remark]:
    if item.kind != "product":
        return
    if not (item.key_points or item.script or item.script_en):
        yield Remark(box="words", code="no_script", item=item.id, column="script")
    elif len(item.key_points) < ENOUGH_POINTS:
        fields = {"points": len(item.key_points)}
        yield Remark(box="words", code="few_points", item=item.id, column="key_points", fields=fields)


def _length(item: Item, read_ms: ReadMs) -> Iterator[Remark]:
    if not item.planned_s or not (item.script or item.script_en):
        return
    reading_ms = read_ms(item)
    if reading_ms is not None and reading_ms > item.planned_s * 1000:
        fields = {"script": minutes(reading_ms // 1000), "minutes": minutes(item.planned_s)}
        yield Remark(box="words", code="script_long", item=item.id, column="script", fields=fields)


def _claims(item: Item) -> Iterator[Remark]:
    if item.evidence or not item.sku:
        return
    said = "\n".join((item.title, item.offer, item.script, item.script_en, *item.key_points, *item.must_say))
    text = unicodedata.normalize("NFKC", said)
    for found in _CLAIM.finditer(text):
        if not _NOT.search(text[max(0, found.start() - 14) : found.start()]):
            fields = {"word": found.group()}
            yield Remark(box="words", code="no_evidence", item=item.id, column="evidence_ref", fields=fields)
            return
