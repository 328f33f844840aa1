"""What becomes known of a session after its end: rows of a chain of their own, `<session>+after`.

The night's own chain is never touched. The chain begins like a session, with the last hash the log had
when its first row was written, so `LogReader.verify` and `exported_lines` serve it as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hostconsole.log.chain import Pending
from hostconsole.log.lock import DataLock
from hostconsole.log.reader import LogReader
from hostconsole.log.writer import LogWriter
from hostconsole.show.after_events import AfterEvent, chain_after
from hostconsole.show.codec import entry_of, entry_text
from hostconsole.show.errors import Trouble
from hostconsole.show.events import Entry


def told_after(reader: LogReader, session: str) -> Iterator[Entry]:
    """What became known of `session`, in order. Raises ValueError for a newer program's row."""
    return (entry_of(row.text) for row in reader.rows(chain_after(session)))


def last_seq(reader: LogReader, session: str) -> int:
    """The seq of the newest row after `session`; 0 if there is none."""
    return max((row.seq for row in reader.rows(chain_after(session))), default=0)


def after_rows(
    session: str, events: Iterable[AfterEvent], *, last: int, at: str, actor: str
) -> list[Pending]:
    """`events` as rows that follow the one with seq `last`. Their session's clock stands at 0: nothing
    runs any more. `at` is UTC ISO 8601 with milliseconds."""
    chain = chain_after(session)
    rows: list[Pending] = []
    for seq, event in enumerate(events, start=last + 1):
        text = entry_text(Entry(seq, at, 0, chain, actor, None, event))
        rows.append(Pending(session=chain, seq=seq, kind=event.kind, text=text))
    return rows


def write_after(path: Path, session: str, events: Iterable[AfterEvent], *, at: str, actor: str) -> None:
    """Writes them to the log at `path` of a data directory in which no console runs.

    Raises Trouble "console_starting" if one has it after all, "not_saved" if the disk refuses."""
    lock = DataLock(path.parent)
    if not lock.acquire():
        raise Trouble("console_starting", "A console is just being opened or closed: try again.")
    writer = LogWriter(path)
    try:
        with LogReader(path) as reader:
            rows = after_rows(session, events, last=last_seq(reader, session), at=at, actor=actor)
        writer.write(rows)
    except Trouble:
        raise
    except Exception as fault:
        raise Trouble("not_saved", f"It was not kept: {writer.reason(fault)}") from fault
    finally:
        writer.close()
        lock.release()
