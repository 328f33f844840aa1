"""People and their time: minutes, starts that overlap, the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hostconsole.show.plan import Item
from hostconsole.show.preflight.goods import minutes
from hostconsole.show.preflight.remark import Remark


def people(items: Sequence[Item], *, have_s: int | None = None) -> Iterator[Remark]:
    """`have_s` is how long the show may last, None if nobody has said."""
    for item in items:
        if item.kind == "product" and not item.planned_s:
            yield Remark(box="people", code="no_minutes", item=item.id, column="planned_minutes")
    yield from _overruns(items)
    planned = sum(item.planned_s or 0 for item in items)
    if have_s is not None and planned > have_s:
        fields = {"planned": minutes(planned), "have": minutes(have_s), "over": minutes(planned - have_s)}
        yield Remark(box="people", code="ends_late", fields=fields)


def _overruns(items: Sequence[Item]) -> Iterator[Remark]:
    timed = [item for item in items if item.planned_start_s is not None]
    for item, following in pairwise(timed):
        start, then = item.planned_start_s or 0, following.planned_start_s or 0
        until = start + (item.planned_s or 0)
        if start <= then < until:
            fields = {"until": _clock(until), "start": _clock(then), "over": minutes(until - then)}
            yield Remark(box="people", code="overruns", item=item.id, column="planned_minutes", fields=fields)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
