"""The log as the command line and the Review room see it: listed, exported, verified."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from hostconsole.desk.afterwards import LOG_NAME
from hostconsole.log.reader import LogReader, SessionRow
from hostconsole.show.after_events import chain_after
from hostconsole.show.bands import NO_BANDS, Bands
from hostconsole.show.errors import Trouble

LAST = "last"
"""Names the newest rehearsal or live session."""


def listed(directory: Path) -> list[dict[str, Any]]:
    """Every session, newest first, as `hostconsole sessions --json` gives it; [] when there is no log."""
    if not (directory / LOG_NAME).exists():
        return []
    with LogReader(directory / LOG_NAME) as reader:
        return [_row_json(row) for row in reader.sessions()]


def _row_json(row: SessionRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "show": row.show,
        "kind": row.kind,
        "simulated": row.simulated,
        "started": row.started,
        "ended": row.ended,
        "events": row.events,
        "last_hash": row.last_hash,
    }


def exported(
    directory: Path,
    session: str,
    path: Path,
    *,
    language: Literal["en", "zh"] | str,
    bands: Bands = NO_BANDS,
) -> None:
    """Writes `session` to `path`. Raises Trouble if there is no such session or format."""
    from hostconsole.report.export import export

    with _reader(directory) as reader:
        words: Literal["en", "zh"] = "zh" if language == "zh" else "en"
        export(reader, _id_of(reader, session), path, language=words, bands=bands)


def verified(directory: Path, session: str) -> int | None:
    """The first bad seq of the session's chain, or of what was told after its end; None if both are whole."""
    with _reader(directory) as reader:
        night = _id_of(reader, session)
        after = chain_after(night)
        bad = reader.verify(night)
        return reader.verify(after) if bad is None and reader.has(after) else bad


@contextmanager
def named(directory: Path, session: str) -> Iterator[tuple[LogReader, str]]:
    """The log, and the id that `session` names. Raises Trouble if there is none."""
    with _reader(directory) as reader:
        yield reader, _id_of(reader, session)


def _reader(directory: Path) -> LogReader:
    if not (directory / LOG_NAME).exists():
        raise Trouble("no_log", f"there is no log in {directory} yet")
    return LogReader(directory / LOG_NAME)


def _id_of(reader: LogReader, session: str) -> str:
    if session == LAST:
        newest = reader.newest(("rehearsal", "live"))
        if newest is None:
            raise Trouble("no_session", "there is no rehearsal or live session yet")
        return newest.id
    if not reader.has(session):
        raise Trouble("no_session", f"there is no session {session!r}; `hostconsole sessions` lists them")
    return session
