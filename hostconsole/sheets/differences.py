"""What a reloaded sheet would change."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import fields
from typing import Any, Literal

import msgspec

from hostconsole.show.plan import Item, Plan

Kind = Literal["added", "removed", "changed", "moved"]

_NOT_CONTENT = frozenset({"id", "row"})
"""A row number changes when a line is put in above: that is no change of the item."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One change. `item` is an id. `changed`: `field` was `was` and is `now`, in the types of Item.
    `added` and `removed`: `now` or `was` is the title. `moved`: both are places in the queue, from 1."""

    kind: Kind
    item: str
    field: str = ""
    was: Any = None
    now: Any = None


def differences(old: Plan, new: Plan) -> tuple[Difference, ...]:
    """All changes from `old` to `new`: removed items first, then the new plan's items in their order."""
    before = {item.id: item for item in old.items}
    after = {item.id for item in new.items}
    found = [
        Difference(kind="removed", item=item.id, was=item.title) for item in old.items if item.id not in after
    ]
    moved = _moved(old, new)
    for item in new.items:
        if item.id not in before:
            found.append(Difference(kind="added", item=item.id, now=item.title))
            continue
        if item.id in moved:
            was, now = moved[item.id]
            found.append(Difference(kind="moved", item=item.id, was=was, now=now))
        found.extend(_changed(before[item.id], item))
    return tuple(found)


def _changed(was: Item, now: Item) -> list[Difference]:
    names = (field.name for field in fields(Item) if field.name not in _NOT_CONTENT)
    pairs = ((name, getattr(was, name), getattr(now, name)) for name in names)
    return [
        Difference(kind="changed", item=now.id, field=name, was=a, now=b) for name, a, b in pairs if a != b
    ]


def _moved(old: Plan, new: Plan) -> dict[str, tuple[int, int]]:
    """The fewest items that must have moved: all but the longest run that kept its order."""
    places = {item.id: place for place, item in enumerate(old.items, 1)}
    common = [(item.id, place) for place, item in enumerate(new.items, 1) if item.id in places]
    kept = _longest_rising([places[identity] for identity, _ in common])
    return {
        identity: (places[identity], place) for at, (identity, place) in enumerate(common) if at not in kept
    }


def _longest_rising(values: list[int]) -> set[int]:
    """Indexes of a longest rising subsequence (patience sorting, n log n)."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_left(ends, value)
        before.append(tops[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(value)
            tops.append(at)
        else:
            ends[pile], tops[pile] = value, at
    kept: set[int] = set()
    at = tops[-1] if tops else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
