"""The show's sheet read again and written back, off the main thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

from hostconsole.bundled import SAMPLES, bundled
from hostconsole.sheets import read_show
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.show.errors import Refused, Trouble
from hostconsole.show.events import SheetSaved
from hostconsole.show.plan import Plan
from hostconsole.show.show import Outcome, Show
from hostconsole.show.state import State


async def reload_sheet(show: Show, directory: Path) -> Outcome:
    """Reads the sheet again and applies it to what has not aired. Raises Refused."""
    return show.run("sheet.reload", sheet=await sheet_now(show, directory))


async def sheet_now(show: Show, directory: Path) -> Plan:
    """The sheet of the open show as it is on disk now; nothing is changed by reading it. Raises Refused."""
    sheet = _sheet(show.state)
    currency = show.state.plan.currency
    try:
        columns = RememberedColumns(directory)
        reading = await asyncio.to_thread(
            lambda: read_show(sheet, default_currency=currency, columns=columns)
        )
    except Trouble as trouble:
        raise Refused("sheet_unreadable", why=trouble.reason.rstrip(".")) from None
    return reading.plan


async def save_sheet(show: Show, directory: Path) -> Outcome:
    """Writes what was edited back: into a CSV itself, beside a workbook. Raises Refused."""
    from hostconsole.sheets.saving import save_show

    sheet = _sheet(show.state)
    if sheet in {bundled(name).absolute() for name in SAMPLES.values()}:
        raise Refused("sample_sheet")
    plan, columns = plan_now(show.state), RememberedColumns(directory)
    try:
        saved = await asyncio.to_thread(lambda: save_show(plan, currency=plan.currency, columns=columns))
    except Trouble as trouble:
        raise Refused("sheet_not_saved", why=trouble.reason.rstrip(".")) from None
    event = SheetSaved(path=str(saved.path), digest=saved.digest)
    return show.record((event,), actor=show.state.operator or "controller")


SHEET_ACTS: Mapping[str, Callable[[Show, Path], Awaitable[Outcome]]] = {
    "sheet.reload": reload_sheet,
    "sheet.save": save_sheet,
}
"""Commands that read or write a file before they are done."""


def plan_now(state: State) -> Plan:
    """The plan as it was edited here, in the queue's order."""
    items = tuple(state.items[key].item for key in state.order)
    return replace(state.plan, items=items, digest=state.digest)


def _sheet(state: State) -> Path:
    if not state.plan.sheet:
        raise Refused("no_sheet")
    return Path(state.plan.sheet)
