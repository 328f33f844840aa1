"""What becomes known after a session's end is kept beside its chain, with and without a running console."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from hostconsole.desk.afterwards import LOG_NAME, keep_after
from hostconsole.desk.night import listed, verified
from hostconsole.log.afterwards import told_after
from hostconsole.log.lock import DataLock
from hostconsole.log.reader import LogReader
from hostconsole.show.after_events import ActionNoted, AfterEvent, chain_after
from hostconsole.show.errors import Trouble

from .test_desk import asked, opened


def kept(folder: Path, session: str) -> list[AfterEvent]:
    with LogReader(folder / LOG_NAME) as reader:
        return [entry.event for entry in told_after(reader, session)]  # type: ignore[misc]


async def ended(folder: Path) -> str:
    """A rehearsal that was ended, and whose console was closed."""
    desk = await opened(folder)
    session = desk.show.state.session
    desk.run("show.take")
    desk.run("show.end", {"sure": "yes"})
    await desk.close()
    return session


async def test_an_action_told_after_the_end_leaves_the_nights_chain_as_it_was(tmp_path: Path) -> None:
    session = await ended(tmp_path)
    before = listed(tmp_path)
    keep_after(tmp_path, session, [ActionNoted(text="多备 50 件"), ActionNoted(text="灯")], actor="甲")
    keep_after(tmp_path, session, [ActionNoted(text="麦")], actor="甲")
    assert kept(tmp_path, session) == [ActionNoted(text=text) for text in ("多备 50 件", "灯", "麦")]
    assert listed(tmp_path) == before
    assert verified(tmp_path, session) is None


async def test_with_a_running_console_it_goes_through_the_door_and_the_next_session_chains_on(
    tmp_path: Path,
) -> None:
    first = await ended(tmp_path)
    desk = await opened(tmp_path)
    second = desk.show.state.session
    await asyncio.to_thread(
        keep_after, tmp_path, first, [ActionNoted(text="x"), ActionNoted(text="y")], actor="甲"
    )
    desk.run("show.take")
    desk.run("show.end", {"sure": "yes"})
    desk.run("show.start_rehearsal")
    third = desk.show.state.session
    await desk.close()
    assert kept(tmp_path, first) == [ActionNoted(text="x"), ActionNoted(text="y")]
    assert [verified(tmp_path, session) for session in (first, second, third)] == [None, None, None]


async def test_an_altered_row_after_the_end_is_found(tmp_path: Path) -> None:
    import sqlite3

    session = await ended(tmp_path)
    keep_after(tmp_path, session, [ActionNoted(text="a"), ActionNoted(text="b")], actor="甲")
    with sqlite3.connect(tmp_path / LOG_NAME) as db:
        db.execute("DROP TRIGGER events_no_update")
        db.execute(
            "UPDATE events SET text = replace(text, '\"b\"', '\"c\"') WHERE session = ?",
            (chain_after(session),),
        )
    db.close()
    assert verified(tmp_path, session) == 2


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"after": "none", "event": {"kind": "action.noted", "data": {"text": "x"}}}, "no_session"),
        ({"after": "s", "event": {"kind": "action.noted", "data": {}}}, "bad_event"),
        ({"after": "s", "event": {"kind": "item.taken", "data": {"from": None, "airing": 1}}}, "bad_event"),
        ({"after": 1, "event": []}, "bad_event"),
    ],
)
async def test_what_is_no_event_after_a_session_is_refused(
    tmp_path: Path, request_: dict[str, object], code: str
) -> None:
    desk = await opened(tmp_path)
    try:
        answer = await asked(desk, request_)
        assert (answer["ok"], answer["code"]) == (False, code)
    finally:
        await desk.close()


async def test_while_a_console_opens_nothing_is_written_past_it(tmp_path: Path) -> None:
    session = await ended(tmp_path)
    lock = DataLock(tmp_path)
    assert lock.acquire()
    try:
        with pytest.raises(Trouble, match="try again"):
            keep_after(tmp_path, session, [ActionNoted(text="x")], actor="甲")
    finally:
        lock.release()
    assert kept(tmp_path, session) == []
