"""A shop's answer to figures. Pure: whatever JSON comes, it gives figures, warnings or Trouble.

The rules for odd values are in docs/feeds.md. A number that cannot be believed is no number: it is never
turned into 0.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from hostconsole.feeds.feed import Columns, Expression, Feed, Unfit, listed
from hostconsole.feeds.values import LARGEST, WHOLE, Warned, Whole, moment_of, shown, text_of, truth, whole
from hostconsole.show.errors import Trouble

MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a shop says of one SKU. `available` None: not known (`warning` says why) or, if `untracked`,
    not counted by the shop. `as_of` is the shop's own time of it (UTC, "…Z"), None if it gives none;
    `seen` is the odd value as it came, for people once secrets are taken out of it."""

    sku: str
    available: int | None
    untracked: bool = False
    as_of: str | None = None
    warning: Warned = ""
    seen: str = ""

    @property
    def usable(self) -> bool:
        """Whether it says anything: a number, or that nobody counts."""
        return self.available is not None or self.untracked


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The values of one row before anything is believed of them."""

    on_hand: Any = None
    reserved: Any = None
    available: Any = None
    untracked: Any = None
    as_of: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """One page of an answer: the figures of the SKUs asked for, how many things the shop counts on it, all
    SKUs in it."""

    figures: tuple[Figure, ...]
    count: int
    skus: frozenset[str]


def decoded(body: bytes) -> Any:
    """The JSON value of a body; a title cut through a sign, or a NaN, does not spoil the numbers beside it.
    Raises Trouble "feed_answer" for what is no JSON."""
    body = body.removeprefix(b"\xef\xbb\xbf")
    if body.lstrip()[:1] == b"<":
        raise Trouble("feed_html", "The shop answered with a web page instead of JSON.")
    try:
        return msgspec.json.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as fault:
        try:
            return json.loads(body.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise Trouble("feed_answer", f"The answer is not JSON: {shown(str(fault))}.") from None


def fault_in(payload: Any, error: Expression | None) -> str:
    """The shop's own error inside an answer, "" if there is none. 0, "0" and "" are none. It may repeat
    a secret: to be hidden before it is shown, or cut."""
    if error is None:
        return ""
    try:
        found = error.find(payload)
    except Unfit as why:
        return f"error = … cannot be read: {why}"
    if found is None or found is False or found in (0, "0", "", [], {}):
        return ""
    return "error" if found is True else shown(found, most=WHOLE)


def rows_of(payload: Any, rows: Expression) -> list[Any]:
    """The list in an answer; one object counts as a list of one. Raises Trouble "feed_rows"."""
    try:
        found = rows.find(payload)
    except Unfit as why:
        raise Trouble("feed_rows", f"rows = {rows.source!r} cannot be read: {why}.") from None
    if isinstance(found, Mapping):
        return [found]
    if not isinstance(found, list):
        raise Trouble("feed_rows", f"The answer has no list at {rows.source!r}.")
    return found[:MOST_ROWS]


def count_in(payload: Any, rows: Expression, otherwise: int) -> int:
    """How many things a page has as its shop counts them; `otherwise` if that cannot be told."""
    things = listed(rows)
    try:
        found = things.find(payload) if things else None
    except Unfit:
        return otherwise
    return len(found) if isinstance(found, list) else otherwise


def read_rows(payload: Any, feed: Feed, wanted: Collection[str], *, asked: str = "") -> Rows:
    """The figures of the wanted SKUs on one page. `asked` is the SKU of a call for one SKU, whose rows
    need not repeat it. Raises Trouble "feed_rows"."""
    assert feed.rows is not None
    found = rows_of(payload, feed.rows)
    skus: set[str] = set()
    figures: list[Figure] = []
    for row in found:
        sku = _sku(row, feed.columns.sku) or asked
        skus.add(sku)
        if sku and sku in wanted:
            figures.append(_figure(sku, row, feed.columns))
    return Rows(
        figures=once_each(figures),
        count=count_in(payload, feed.rows, len(found)),
        skus=frozenset(skus - {""}),
    )


def _sku(row: Any, expression: Expression | None) -> str:
    if expression is None:
        return ""
    try:
        return text_of(expression.find(row))
    except Unfit:
        return ""


def _figure(sku: str, row: Any, columns: Columns) -> Figure:
    try:
        raw = Raw(
            on_hand=_found(columns.on_hand, row),
            reserved=_found(columns.reserved, row),
            available=_found(columns.available, row),
            untracked=_found(columns.untracked, row),
            as_of=_found(columns.as_of, row),
        )
    except Unfit as why:
        return Figure(sku=sku, available=None, warning="unfit", seen=shown(str(why), most=WHOLE))
    return figure_of(sku, raw, by_available=columns.available is not None)


def _found(expression: Expression | None, row: Any) -> Any:
    return None if expression is None else expression.find(row)


def figure_of(sku: str, raw: Raw, *, by_available: bool) -> Figure:
    """One SKU's figure by the rules of docs/feeds.md. Never raises."""
    as_of = moment_of(raw.as_of)
    if truth(raw.untracked):
        return Figure(sku=sku, available=None, untracked=True, as_of=as_of)
    main = raw.available if by_available else raw.on_hand
    number = whole(main)
    if number.value is None:
        return _unknown(sku, main, why=number.warned, as_of=as_of)
    reserved = Whole(0) if by_available else _reserved(raw.reserved)
    if reserved.value is None:
        return _unknown(sku, raw.reserved, why="reserved", as_of=as_of)
    left = number.value - reserved.value
    warned = number.warned or reserved.warned or ("oversold" if left < 0 else "")
    odd = main if number.warned or not reserved.warned else raw.reserved
    seen = shown(odd, most=WHOLE) if warned else ""
    return Figure(sku=sku, available=left, as_of=as_of, warning=warned, seen=seen)


def _unknown(sku: str, value: Any, *, why: Warned, as_of: str | None) -> Figure:
    seen = "" if value is None else shown(value, most=WHOLE)
    return Figure(sku=sku, available=None, as_of=as_of, warning=why, seen=seen)


def _reserved(value: Any) -> Whole:
    """Nothing reserved yet is often null. A negative one counts as none, with a warning."""
    number = whole(value)
    if number.warned == "null":
        return Whole(0)
    if number.value is not None and number.value < 0:
        return Whole(0, "reserved")
    return number


def once_each(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """A SKU that comes twice in one answer with different numbers: the newer by the shop's own time, else
    the lower one, marked "twice". Summing places is for the expression to say (`sum(…)`)."""
    kept: dict[str, Figure] = {}
    for figure in figures:
        other = kept.get(figure.sku)
        if other is None or other == figure:
            kept[figure.sku] = figure
        else:
            kept[figure.sku] = _one_of(other, figure)
    return tuple(kept.values())


def _one_of(first: Figure, second: Figure) -> Figure:
    if first.as_of and second.as_of and first.as_of != second.as_of:
        return max(first, second, key=lambda figure: figure.as_of or "")
    lower = min(first, second, key=lambda f: LARGEST if f.available is None else f.available)
    both = f"{shown(first.available)} / {shown(second.available)}"
    return replace(lower, warning=lower.warning or "twice", seen=lower.seen or both)
