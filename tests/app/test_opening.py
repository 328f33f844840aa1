"""A session that goes on: who was named to sit at the desk signs from then on."""

from __future__ import annotations

from pathlib import Path

from hostconsole.app.opening import Opener
from hostconsole.app.wanted import Wanted
from hostconsole.settings import Settings
from hostconsole.sheets import read_show
from tests.desk.test_desk import SAMPLE, desk_in, opened


async def gone_on(folder: Path, *, operator: str) -> list[str]:
    """Who signs in a session of A's that was left and goes on, before and after the next act."""
    left = await opened(folder)
    left.journal.wait_saved(5)
    await left.close()
    desk = desk_in(folder)
    try:
        wanted = Wanted(plan=read_show(SAMPLE).plan, address="simulated", operator=operator)
        assert Opener(desk=desk, settings=Settings()).open(wanted).resume is not None
        return [desk.show.state.operator, desk.run("marker.add").entries[0].actor]
    finally:
        await desk.close()


async def test_who_is_named_on_the_command_line_signs_in_a_session_that_goes_on(tmp_path: Path) -> None:
    assert await gone_on(tmp_path, operator="B") == ["B", "B"]


async def test_without_a_name_the_session_goes_on_under_the_one_it_had(tmp_path: Path) -> None:
    assert await gone_on(tmp_path, operator="") == ["A", "A"]
