"""The pre-flight: everything a program can know to be missing or at odds before a show, by box.

Remarks about the plan need nothing but its rows; those about the room need the state. What OBS has to say
is a further source of remarks for the same boxes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hostconsole.show.frozen import replace
from hostconsole.show.plan import Item
from hostconsole.show.preflight.goods import goods
from hostconsole.show.preflight.people import people
from hostconsole.show.preflight.pictures import pictures
from hostconsole.show.preflight.prices import prices
from hostconsole.show.preflight.remark import BOXES, Box, Remark, together
from hostconsole.show.preflight.words import ReadMs, read_at, words
from hostconsole.show.rules import Rules
from hostconsole.show.state import State

__all__ = ["BOXES", "Box", "Remark", "of_plan", "of_show"]


def of_plan(
    items: Sequence[Item],
    rules: Rules,
    *,
    speeds: Mapping[str, float] | None = None,
    have_s: int | None = None,
    read_ms: ReadMs | None = None,
) -> tuple[Remark, ...]:
    """What the rows of a plan lack or contradict, box by box. `speeds` are units sold a minute in past
    shows, by SKU; `have_s` how long the show may last; `read_ms` knows how long scripts take, else they are
    timed here."""
    found = (
        *goods(items, speeds or {}),
        *prices(items),
        *words(items, read_ms=read_ms or read_at(rules.pace)),
        *pictures(items, rules),
        *people(items, have_s=have_s),
    )
    return together(found, products=sum(1 for item in items if item.kind == "product"))


def of_show(
    state: State,
    rules: Rules,
    *,
    speeds: Mapping[str, float] | None = None,
    read_ms: ReadMs | None = None,
) -> tuple[Remark, ...]:
    """The same of the show as it stands now, without what is skipped, and what the room lacks."""
    rows = [state.items[key] for key in state.order if not state.items[key].skipped]
    items = [row.item if row.price == row.item.price else replace(row.item, price=row.price) for row in rows]
    have_s = state.hours.seconds if state.hours else None
    found = of_plan(items, rules, speeds=speeds, have_s=have_s, read_ms=read_ms)
    if not state.operator:
        found = (*found, Remark(box="people", code="no_operator"))
    return found
