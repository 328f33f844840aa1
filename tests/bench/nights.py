"""Long nights for benchmarks: a plan of many products, and a log with as many events as wanted, made by a
real show on a clock that is moved by hand."""

from __future__ import annotations

import contextlib
import itertools
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hostconsole.desk.opening import preparation
from hostconsole.log.chain import Pending
from hostconsole.log.journal import Journal
from hostconsole.show.clock import Moment
from hostconsole.show.codec import entry_text
from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry
from hostconsole.show.plan import Item, Plan, ReleasePart
from hostconsole.show.rules import Rules
from hostconsole.show.show import Show

_ACTS: tuple[tuple[int, str, Callable[[random.Random, int], dict[str, str]]], ...] = (
    (60, "stock.count", lambda r, n: {"sku": f"K{r.randrange(n)}", "qty": f"{r.randint(0, 300)}"}),
    (8, "stock.adjust", lambda r, n: {"by": f"{r.randint(-3, -1)}"}),
    (8, "show.take_item", lambda r, n: {"item": f"P{r.randrange(n)}"}),
    (8, "prompter.toggle", lambda r, n: {}),
    (4, "price.set", lambda r, n: {"price": f"{r.randint(60, 120)}"}),
    (4, "point.tick", lambda r, n: {"n": "1"}),
    (3, "link.up", lambda r, n: {"now": "yes"}),
    (2, "cue.send", lambda r, n: {"preset": "1"}),
    (2, "cue.ack", lambda r, n: {}),
    (1, "marker.add", lambda r, n: {"label": "clip"}),
)
"""What a night is made of, by weight: most of a long log are counts."""

_WEIGHTS = [weight for weight, _, _ in _ACTS]


class HandClock:
    """Moves only when `ms` is set."""

    def __init__(self) -> None:
        self.ms = 0

    def now(self) -> Moment:
        at = datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(milliseconds=self.ms)
        return Moment(f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z", 5_000 + self.ms, "boot")


def plan_of(n: int, *, images: tuple[str, ...] = ()) -> Plan:
    return Plan(name="night", sheet="/night.csv", items=tuple(_product(k, images) for k in range(n)))


def _product(k: int, images: tuple[str, ...]) -> Item:
    return Item(
        id=f"P{k}", kind="product", title=f"保温杯 {k} 号", link_no=f"{k + 1}", sku=f"K{k}", price=8900,
        stock_total=900, buffer=50, release=(ReleasePart(qty=300, when="open"),), planned_s=360,
        key_points=("现场测温", "316 内胆", "赠品标单价"), must_say=("读数为准",),
        script="三号,保温杯。" * 40,
        picture=images[k] if images else "",
    )  # fmt: skip


class Night:
    """A live show of `items` products. `act` does one act of a busy controller, 900 ms after the last."""

    def __init__(self, items: int, session: str = "night", *, plan: Plan | None = None) -> None:
        self.clock = HandClock()
        self.rules = Rules(guard_ms=0)
        sessions = itertools.chain(("preparation",), itertools.repeat(session))
        self.show = Show(
            clock=self.clock, rules=self.rules, new_session=lambda: next(sessions), on_bug=_raise
        )
        self.entries: list[Entry] = []
        self.show.subscribe(lambda state, entries: self.entries.extend(entries))
        self._items = items
        self._random = random.Random(1)
        started = preparation(
            plan or plan_of(items),
            self.clock.now(),
            session=next(sessions),
            operator="甲",
            simulated=True,
            pace=240,
        )
        self.show.record((started,), actor="甲")
        self.show.run("show.go_live", {})

    def act(self) -> None:
        _, command, args = self._random.choices(_ACTS, weights=_WEIGHTS)[0]
        self.clock.ms += 900
        with contextlib.suppress(Refused):  # a busy controller errs, too
            self.show.run(command, args(self._random, self._items))


def _raise(bug: Exception) -> None:
    raise bug


def log_of_a_night(folder: Path, *, events: int, items: int = 60) -> tuple[Path, str]:
    """A log whose live session, left as by a crash, has so many events, and the session's id. Made once a
    run: later calls get the same file, for reading."""
    path = folder / f"{events}-{items}.sqlite3"
    session = "night-of-log"
    if not path.exists():
        _write(path.with_suffix(".part"), events, items, session)
        path.with_suffix(".part").rename(path)
    return path, session


def _write(path: Path, events: int, items: int, session: str) -> None:
    night = Night(items, session)
    journal = Journal(path, committed=lambda session, seq: None, state=lambda ok, why: None)
    written = 0
    while written < events:
        while len(night.entries) < 5_000 and written + len(night.entries) < events:
            night.act()
        rows = [Pending(e.session, e.seq, e.event.kind, entry_text(e)) for e in night.entries]
        written += len(rows)
        night.entries.clear()
        journal.append(rows)
        assert journal.wait_saved(60)
    journal.close(60)


def run_folder() -> Path:
    """The folder of this run of the benchmarks, removed at its end."""
    return Path(os.environ["HOSTCONSOLE_BENCH"])
