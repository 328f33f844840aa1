"""What the products did in past shows, read beside the running program and shown when it is there."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from hostconsole.desk.desk import Desk
from hostconsole.desk.saving import LOG_NAME
from hostconsole.show.errors import Trouble
from hostconsole.show.history import History
from hostconsole.ui.console_window import ConsoleWindow

_log = logging.getLogger(__name__)


async def look_back(desk: Desk, console: ConsoleWindow) -> None:
    """Reads the log in a thread; a log that cannot be read is told elsewhere, and here shows nothing."""
    skus = {row.item.sku for row in desk.show.state.items.values() if row.item.sku}
    try:
        found = await asyncio.to_thread(_read, desk.directory / LOG_NAME, skus)
    except Trouble as trouble:
        _log.warning("past shows cannot be read: %s", trouble.reason)
        return
    console.show_history(found)


def _read(path: Path, skus: set[str]) -> History:
    """In the thread, what has to be imported for it too: the main thread waits for neither."""
    from hostconsole.desk.history import history

    return history(path, skus)
