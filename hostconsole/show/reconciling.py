"""Our own count of a session beside the platform's orders, SKU by SKU. Pure.

What was left out is said, never guessed: orders outside the show, SKUs that are not of it, states nobody
knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hostconsole.show.after_events import ReconciledSku
from hostconsole.show.numbers import typed
from hostconsole.show.plan import Component

OrderState = Literal["sold", "refunded", "unpaid", "cancelled", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One line of the platform's export. `row` as a spreadsheet numbers it; `at` UTC ISO 8601 ("…Z"), None
    if the file does not say; `word` the platform's own word for `state`; `returned` units of a sold line
    that came back."""

    row: int
    sku: str
    qty: int
    state: OrderState
    at: str | None = None
    word: str = ""
    returned: int = 0


NOTES: Mapping[str, str] = {
    "outside": "{count} order lines are from before or after the show: left out.",
    "undated": "{count} order lines have no time: counted.",
    "unreadable_time": "{count} order lines have a time that cannot be read ({text!r}): left out.",
    "state": "{count} order lines have the state {word!r}, which is not known: left out.",
    "nameless": "{count} units have no SKU: left out.",
    "strangers": "Not SKUs of this show, left out: {named}.",
    "twice": "{count} order lines stand in the file twice: counted once.",
    "lost_sku": "Row {row}: the SKU {sku} has lost its last digits; left out.",
    "no_number": "Row {row}: {text!r} is no number of pieces; left out.",
    "more_rows": "{count} more rows cannot be read; left out.",
}
"""One English sentence a code; windows translate by it."""

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was left out or doubtful: a code of NOTES and its fields."""

    code: str
    fields: Mapping[str, object]

    @property
    def text(self) -> str:
        return NOTES[self.code].format(**self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCount:
    """What we counted of one SKU. `bundle` are the parts that one unit of it takes along; `variants` the SKUs
    under which the shop sells it by colour and size."""

    sku: str
    title: str
    sold: int | None
    bundle: tuple[Component, ...] = ()
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """The SKUs of the show in its order, and what was left out."""

    rows: tuple[ReconciledSku, ...]
    notes: tuple[Note, ...]


def compare(
    own: Sequence[OwnCount],
    lines: Iterable[OrderLine],
    *,
    since: str,
    until: str | None,
    before: Mapping[str, int] | None = None,
) -> Reckoning:
    """Our counts beside the orders made from `since` to `until` (UTC ISO 8601; None: no end). `before` is
    what the platform said the last time, by SKU."""
    names = {sku_key(variant): count.sku for count in own for variant in count.variants}
    names |= {sku_key(count.sku): count.sku for count in own}
    units: dict[str, Counter[str]] = {count.sku: Counter() for count in own}
    left_out = _LeftOut()
    for line in lines:
        if line.at is not None and not _within(line.at, since, until):
            left_out.outside += 1
        elif line.state == "unknown":
            left_out.words[line.word] += 1
        elif sku_key(line.sku) not in names:
            left_out.strangers[line.sku] += line.qty
        else:
            left_out.undated += line.at is None
            _add(units[names[sku_key(line.sku)]], line)
    _add_parts(units, own, names)
    rows = tuple(_row(count, units[count.sku], before or {}) for count in own)
    return Reckoning(rows=rows, notes=left_out.notes())


class _LeftOut:
    def __init__(self) -> None:
        self.outside = self.undated = 0
        self.words: Counter[str] = Counter()
        self.strangers: Counter[str] = Counter()

    def notes(self) -> tuple[Note, ...]:
        said: list[Note] = []
        if self.outside:
            said.append(Note("outside", {"count": self.outside}))
        if self.undated:
            said.append(Note("undated", {"count": self.undated}))
        for word, lines in self.words.most_common(_MOST_NAMED):
            said.append(Note("state", {"count": lines, "word": word}))
        if nameless := self.strangers.pop("", 0):
            said.append(Note("nameless", {"count": nameless}))
        if self.strangers:
            most = self.strangers.most_common(_MOST_NAMED)
            named = ", ".join(f"{sku} ({units})" for sku, units in most)
            said.append(
                Note("strangers", {"named": named + (" …" if len(self.strangers) > len(most) else "")})
            )
        return tuple(said)


def sku_key(sku: str) -> str:
    """SKUs that differ in width or case only are the same: people retype them."""
    return typed(sku).casefold()


def _within(at: str, since: str, until: str | None) -> bool:
    """Shops write whole seconds: the second of the beginning belongs to the show."""
    return at[:19] >= since[:19] and (until is None or at <= until)


def _add(units: Counter[str], line: OrderLine) -> None:
    if line.state in ("unpaid", "cancelled"):
        units[line.state] += line.qty
        return
    units["theirs"] += line.qty
    units["refunded"] += line.qty if line.state == "refunded" else min(line.returned, line.qty)


def _add_parts(units: dict[str, Counter[str]], own: Sequence[OwnCount], names: Mapping[str, str]) -> None:
    """A bundle that was sold took its parts along: our own count of the parts says so too."""
    for count in own:
        sold = Counter(units[count.sku]) if count.bundle else Counter[str]()
        for part in count.bundle:
            name = names.get(sku_key(part.sku))
            if name is not None:
                units[name].update({what: number * part.qty for what, number in sold.items()})


def _row(count: OwnCount, units: Counter[str], before: Mapping[str, int]) -> ReconciledSku:
    return ReconciledSku(
        sku=count.sku,
        title=count.title,
        ours=count.sold,
        theirs=units["theirs"],
        refunded=units["refunded"],
        unpaid=units["unpaid"],
        cancelled=units["cancelled"],
        was=before.get(count.sku),
    )
