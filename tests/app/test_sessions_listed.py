"""Which sessions the Review room lists."""

from __future__ import annotations

from pathlib import Path

from hostconsole.app.opening import Opener
from hostconsole.settings import Settings
from tests.desk.test_desk import opened


async def test_review_lists_shows_and_rehearsals_and_knows_which_one_runs(tmp_path: Path) -> None:
    killed = await opened(tmp_path, kind="rehearsal")
    killed.journal.wait_saved(5)
    await killed.close()  # as after a crash: no end in its log
    prepared = await opened(tmp_path, kind="preparation")
    prepared.journal.wait_saved(5)
    await prepared.close()
    desk = await opened(tmp_path, kind="live")
    desk.journal.wait_saved(5)
    listed = Opener(desk=desk, settings=Settings()).sessions()
    assert [(row.kind, row.running, row.ended) for row in listed] == [
        ("live", True, ""),
        ("rehearsal", False, ""),
    ]
    await desk.close()
