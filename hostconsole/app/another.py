"""Another sheet in a console that is open: the way from trying the sample to a show of one's own."""

from __future__ import annotations

import asyncio
import importlib
from dataclasses import replace
from pathlib import Path

from hostconsole.app.opening import Opener
from hostconsole.app.wanted import Wanted
from hostconsole.desk.desk import Desk
from hostconsole.desk.opening import Found
from hostconsole.settings import DEFAULT_OBS, Settings
from hostconsole.sheets import Reading, read_show
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.show.errors import Refused, Trouble
from hostconsole.show.events import SessionEnded


async def open_another(
    path: Path, *, desk: Desk, opener: Opener, settings: Settings, base: Wanted
) -> tuple[Wanted, Found]:
    """Reads the sheet off the main thread and opens it on the same desk; what ran was a preparation, or had
    ended. `base` is what the program was started with; only a simulated OBS is left behind.

    Raises: Refused "show_runs" on air, "sheet_unreadable"."""
    _not_on_air(desk)
    try:
        reading = await asyncio.to_thread(_read, path, settings.currency, desk.directory)
    except Trouble as trouble:
        raise Refused("sheet_unreadable", why=trouble.reason.rstrip(".")) from None
    _not_on_air(desk)
    address = opener.address or base.address
    if address.strip().lower() == "simulated":
        address = settings.obs.address or DEFAULT_OBS
    wanted = replace(
        base,
        plan=reading.plan,
        findings=reading.findings,
        columns=reading.columns,
        address=address,
        kind=None,
        new=False,
        go_on=False,
    )
    if desk.show.state.mode == "ready":
        desk.show.record((SessionEnded(reason="another show is opened"),), actor="console")
    found = opener.open(wanted)
    opener.connect_to(address)
    return wanted, found


def _read(path: Path, currency: str, directory: Path) -> Reading:
    """The sheet; and what a link to a real OBS needs is loaded, as the sample show had no use for it."""
    importlib.import_module("hostconsole.obs.link")
    return read_show(path.absolute(), default_currency=currency, columns=RememberedColumns(directory))


def _not_on_air(desk: Desk) -> None:
    if desk.show.state.running:
        raise Refused("show_runs")
