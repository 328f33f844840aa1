"""Sessions made with a real Show and a clock the test moves, and a log that is a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import structs

from hostconsole.log.chain import ZERO, Pending, link_hash
from hostconsole.log.reader import Row
from hostconsole.log.writer import LogWriter
from hostconsole.show.clock import Moment
from hostconsole.show.codec import entry_text
from hostconsole.show.events import Entry, Event, SessionKind, SessionStarted
from hostconsole.show.ledger import Ledger
from hostconsole.show.plan import Item, Plan
from hostconsole.show.rules import Rules
from hostconsole.show.show import Outcome, Show

START = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


class TestClock:
    """Stands still until the test moves it."""

    __test__ = False

    def __init__(self) -> None:
        self.ms = 0

    def now(self) -> Moment:
        at = START + timedelta(milliseconds=self.ms)
        return Moment(f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z", 5_000 + self.ms, "boot")


@dataclass
class Desk:
    """A show and all its entries. `at` sets the show's clock by "minutes:seconds"."""

    show: Show
    clock: TestClock
    log: list[Entry] = field(default_factory=list)

    def at(self, time: str) -> Desk:
        minutes, seconds = time.split(":")
        self.clock.ms = round((int(minutes) * 60 + float(seconds)) * 1000)
        return self

    def do(self, command: str, /, **given: object) -> Outcome:
        return self.show.run(command, {name: str(value) for name, value in given.items()})

    def hear(self, *events: Event, actor: str = "obs") -> Outcome:
        return self.show.record(events, actor=actor)


def desk(
    plan: Plan,
    *,
    kind: SessionKind = "live",
    simulated: bool = False,
    operator: str = "甲",
    stock: tuple[Ledger, ...] = (),
    safe_scene: str = "",
) -> Desk:
    """A desk whose session of `kind` has just begun; its log holds that session only."""

    def fail(bug: Exception) -> None:
        raise bug

    clock = TestClock()
    show = Show(clock=clock, rules=Rules(safe_scene=safe_scene), new_session=lambda: "s2", on_bug=fail)
    made = Desk(show=show, clock=clock)
    show.subscribe(lambda state, entries: made.log.extend(entries))
    first = started(plan, kind=kind, simulated=simulated, operator=operator)
    made.hear(structs.replace(first, stock=stock), actor="console")
    return made


def started(plan: Plan, *, kind: SessionKind, simulated: bool, operator: str) -> SessionStarted:
    return SessionStarted(
        id="s1", session_kind=kind, plan=plan, simulated=simulated, operator=operator, boot="boot",
        boot_ms=5_000,
    )  # fmt: skip


def product(id: str, /, **fields: object) -> Item:
    whole = Item(id=id, kind="product", title=f"货 {id}", sku=f"SKU-{id}", link_no=id.lstrip("P0") or "0")
    return replace(whole, **fields)  # type: ignore[arg-type]


def rows_of(entries: Iterable[Entry]) -> list[Row]:
    rows: list[Row] = []
    before = ZERO
    for entry in entries:
        text = entry_text(entry)
        rows.append(Row(entry.seq, text, before, link_hash(before, text)))
        before = rows[-1].hash
    return rows


def log_in(folder: Path, *nights: Desk, session: str = "s{n}") -> Path:
    """A data directory whose log holds the sessions of `nights` as s1, s2 …"""
    writer = LogWriter(folder / "log.sqlite3")
    for n, night in enumerate(nights, start=1):
        name = session.format(n=n)
        entries = [_renamed(entry, name) for entry in night.log]
        writer.write([Pending(name, e.seq, e.event.kind, entry_text(e)) for e in entries])
    writer.close()
    return folder


def _renamed(entry: Entry, session: str) -> Entry:
    event = entry.event
    if isinstance(event, SessionStarted):
        event = structs.replace(event, id=session)
    return replace(entry, session=session, event=event)


class ListLog:
    """Reads one session from a list of rows."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> ListLog:
        return cls(rows_of(entries))

    def rows(self, session: str) -> Iterator[Row]:
        return iter(self._rows if session == "s1" else [])

    def exported_lines(self, session: str) -> Iterator[str]:
        for row in self.rows(session):
            yield f'{row.text[:-1]},"prev_hash":"{row.prev_hash}","hash":"{row.hash}"}}'
