"""What past shows tell of products and of the host's pace, read beside the running program."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from hostconsole.desk.desk import Desk
from hostconsole.desk.saving import LOG_NAME
from hostconsole.show.errors import Trouble
from hostconsole.show.history import History
from hostconsole.show.own_pace import recalled
from hostconsole.ui.console_window import ConsoleWindow

_log = logging.getLogger(__name__)


async def look_back(desk: Desk, console: ConsoleWindow) -> None:
    """Reads the log in a thread; a log that cannot be read is told elsewhere, and here shows nothing."""
    state = desk.show.state
    skus = {row.item.sku for row in state.items.values() if row.item.sku}
    try:
        found, pace = await asyncio.to_thread(
            _read, desk.directory / LOG_NAME, skus, sheet=state.plan.sheet, session=state.session
        )
    except Trouble as trouble:
        _log.warning("past shows cannot be read: %s", trouble.reason)
        return
    console.rooms.show_history(found)
    if pace is not None and desk.show.state.plan.sheet == state.plan.sheet:
        desk.show.record(recalled(desk.show.state, pace, desk.show.rules), actor="console")


def _read(path: Path, skus: set[str], *, sheet: str, session: str) -> tuple[History, int | None]:
    """In the thread, what has to be imported for it too: the main thread waits for neither."""
    from hostconsole.desk.history import history
    from hostconsole.desk.pace_back import pace_before

    return history(path, skus), pace_before(path, sheet, without=session)
