"""What the sheet read again would change in the show that is open, before it does (DESIGN §4 rule 11)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hostconsole.desk.importing import cell_text, extras_text
from hostconsole.sheets import Difference, differences
from hostconsole.sheets.cells import column_of
from hostconsole.show.commands.session import is_kept, reloaded
from hostconsole.show.fold import queue
from hostconsole.show.plan import Item, Plan
from hostconsole.show.row_news import RowNews
from hostconsole.show.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetNews:
    """`changes` are in the sheet's order, of `rows` rows. `stays`: rows the sheet has otherwise, and that
    stay, since they aired or are on sale."""

    changes: tuple[RowNews, ...]
    rows: int
    stays: int


def news_of(state: State, sheet: Plan) -> SheetNews:
    """What `sheet.reload` with this sheet would do now; nothing is changed by asking."""
    here, then = _seen(state), _seen(queue.reloaded(state, reloaded(state, sheet)))
    found = differences(here, then)
    was, now = ({item.id: item for item in plan.items} for plan in (here, then))
    return SheetNews(
        changes=tuple(_news(one, was.get(one.item), now.get(one.item)) for one in found),
        rows=len({one.item for one in found}),
        stays=_staying(state, sheet),
    )


def _seen(state: State) -> Plan:
    """The plan with the prices that count now: one set here stands unless the sheet's changed."""
    rows = (state.items[key] for key in state.order)
    return replace(state.plan, items=tuple(replace(row.item, price=row.price) for row in rows))


def _staying(state: State, sheet: Plan) -> int:
    rows = {item.id: item for item in sheet.items}
    kept = (key for key in state.order if key in rows and is_kept(state, key))
    return sum(state.items[key].item != replace(rows[key], row=state.items[key].item.row) for key in kept)


def _news(change: Difference, was: Item | None, now: Item | None) -> RowNews:
    item = now or was
    name = f"{item.link_no} {item.title}".strip() if item is not None else change.item
    if was is None or now is None:
        return RowNews(kind=change.kind, item=name)
    if change.kind == "moved":
        return RowNews(kind="moved", item=name, was=str(change.was), now=str(change.now))
    if change.field == "extra":
        return RowNews(kind="changed", item=name, now=extras_text(dict(was.extra), dict(now.extra)))
    field = change.field
    return RowNews(
        kind="changed",
        item=name,
        column=column_of(field),
        was=cell_text(was, field),
        now=cell_text(now, field),
    )
