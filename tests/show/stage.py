"""A small language to try the rules of a show with: a plan, a clock that moves only when told, a stage.

    stage = on_stage(product("P1"), product("P2"))
    stage.does("show.take")
    stage.refuses("show.take", code="too_soon")
    stage.wait(700)

Nothing is simulated here but the time: commands, events, fold and log text are the real ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from hostconsole.show.alerts import Alert, alerts
from hostconsole.show.clock import Moment
from hostconsole.show.codec import entry_of, entry_text
from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry, Event, ObsReady, OutputsChanged, SessionKind, SessionStarted
from hostconsole.show.fold import replay
from hostconsole.show.ledger import Ledger
from hostconsole.show.money import to_minor
from hostconsole.show.plan import Item, Plan, ReleasePart, Variant
from hostconsole.show.rules import Rules
from hostconsole.show.show import Outcome, Show
from hostconsole.show.state import ItemState, State

EVENING = datetime.fromisoformat("2026-11-23T20:00:00+00:00")


class FakeClock:
    """Both clocks of a machine; `monotonic_ms` starts high, as a machine that has been up for a while."""

    def __init__(self) -> None:
        self.monotonic_ms = 5_000_000
        self.utc = EVENING
        self.boot = "boot-1"

    def now(self) -> Moment:
        at = self.utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Moment(at, self.monotonic_ms, self.boot)

    def wait(self, ms: int) -> None:
        self.monotonic_ms += ms
        self.utc += timedelta(milliseconds=ms)


def product(id: str, **words: object) -> Item:
    """A product of ¥89 with 100 in stock, link number and SKU after its id, unless said otherwise.

    `price`, `floor`, `ref` are typed prices; `release` and `variants` are (quantity, when) and
    (name, quantity) pairs."""
    currency = str(words.pop("currency", "CNY"))
    given: dict[str, object] = {
        "kind": "product", "title": f"款{id}", "sku": f"SKU-{id}", "link_no": id.lstrip("PR"),
        "currency": currency, "stock_total": words.pop("stock", 100),
    }  # fmt: skip
    for name, field in (("price", "price"), ("floor", "floor_price"), ("ref", "ref_price")):
        typed = words.pop(name, "89" if name == "price" else None)
        given[field] = None if typed is None else to_minor(str(typed), currency)
    release: Iterable[tuple[int, str]] = words.pop("release", ())  # type: ignore[assignment]
    variants: Iterable[tuple[str, int]] = words.pop("variants", ())  # type: ignore[assignment]
    given["release"] = tuple(ReleasePart(qty=qty, when=when) for qty, when in release)  # type: ignore[arg-type]
    given["variants"] = tuple(Variant(name=name, qty=qty) for name, qty in variants)
    return Item(id=id, **{**given, **words})  # type: ignore[arg-type]


def segment(id: str, **words: object) -> Item:
    return Item(id=id, kind="segment", title=f"段{id}", **words)  # type: ignore[arg-type]


def encore(id: str, of: Item, **words: object) -> Item:
    """A planned encore row of `of`, sharing its price unless it has its own."""
    given: dict[str, object] = {
        "kind": "encore", "title": of.title, "sku": of.sku, "product": of.id, "price": of.price,
        "own_price": False, "stock_total": of.stock_total, "link_no": of.link_no,
    }  # fmt: skip
    return Item(id=id, **{**given, **words})  # type: ignore[arg-type]


class Stage:
    """A show being run. `log` holds every entry of every session, in order."""

    def __init__(self, plan: Plan, *, rules: Rules | None = None, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.log: list[Entry] = []
        self.bugs: list[Exception] = []
        self._sessions = 0
        self.show = Show(
            clock=self.clock, rules=rules or Rules(), new_session=self._session_id, on_bug=self.bugs.append
        )
        self.show.subscribe(lambda state, entries: self.log.extend(entries))
        moment = self.clock.now()
        self.told(
            SessionStarted(
                id=self._session_id(), session_kind="preparation", plan=plan, simulated=True,
                operator="甲", boot=moment.boot, boot_ms=moment.monotonic_ms, pace=self.show.rules.pace,
            ),
            actor="console",
        )  # fmt: skip

    def _session_id(self) -> str:
        self._sessions += 1
        return f"s{self._sessions}"

    # -- what people and the world do --------------------------------------------------------------

    def does(self, command: str, *, who: str = "", sheet: Plan | None = None, **given: str) -> Outcome:
        """The command is done."""
        return self.show.run(command, given, actor=who, sheet=sheet)

    def refuses(self, command: str, *, code: str, sheet: Plan | None = None, **given: str) -> Refused:
        """The command is refused with `code`, and nothing has changed."""
        before, entries = self.state, len(self.log)
        try:
            self.show.run(command, given, sheet=sheet)
        except Refused as refused:
            assert refused.code == code, f"{refused.code}: {refused}"
            assert self.state is before
            assert len(self.log) == entries
            return refused
        raise AssertionError(f"{command} was done")

    def told(self, *events: Event, actor: str = "obs") -> Outcome:
        return self.show.record(events, actor=actor)

    def wait(self, ms: int) -> None:
        self.clock.wait(ms)

    def takes(self, item: str) -> None:
        """`item` goes on air, long enough after the take before."""
        self.wait(700)
        self.does("show.take_item", item=item)

    def resumed(self) -> Stage:
        """The stage of a program started anew on the log of the running session."""
        again = object.__new__(Stage)
        again.clock, again.log, again.bugs = self.clock, list(self.log), []
        again._sessions = self._sessions
        again.show = Show(
            clock=self.clock, rules=self.show.rules, new_session=again._session_id, on_bug=again.bugs.append
        )
        again.show.subscribe(lambda state, entries: again.log.extend(entries))
        again.show.resume(self.replayed(), simulated=False)
        return again

    # -- what can be seen --------------------------------------------------------------------------

    @property
    def state(self) -> State:
        return self.show.state

    @property
    def now(self) -> int:
        return self.show.now_ms()

    @property
    def on_air(self) -> str | None:
        return self.state.on_air.item.id if self.state.on_air else None

    @property
    def next(self) -> str | None:
        return self.state.next

    def row(self, item: str) -> ItemState:
        return self.state.items[item]

    def stock(self, item: str) -> Ledger:
        """The ledger of the item's SKU."""
        return self.state.stock[self.row(item).item.sku]

    def left(self, item: str) -> int | None:
        return self.stock(item).sellable

    def alerts(self) -> dict[str, Alert]:
        """The standing alerts by code."""
        return {alert.code: alert for alert in alerts(self.state, self.now, self.show.rules)}

    def speaking(self) -> set[str]:
        """Codes of the alerts nobody has acknowledged."""
        return {code for code, alert in self.alerts().items() if not alert.acknowledged}

    def last(self) -> Entry:
        return self.log[-1]

    def kinds(self, session: str | None = None) -> list[str]:
        """The words of the log of a session, of the running one by default."""
        return [entry.event.kind for entry in self.session_log(session)]

    def session_log(self, session: str | None = None) -> list[Entry]:
        wanted = session or self.state.session
        return [entry for entry in self.log if entry.session == wanted]

    def replayed(self) -> State:
        """The running session's state, made from the text of its log."""
        return replay(entry_of(entry_text(entry)) for entry in self.session_log())


def plan_of(*rows: Item, name: str = "双十一", **words: str) -> Plan:
    return Plan(name=name, items=rows, **words)  # type: ignore[arg-type]


def four() -> tuple[Item, ...]:
    """P1 to P4, of 60 s each."""
    return tuple(product(f"P{n}", planned_s=60) for n in range(1, 5))


def on_stage(*rows: Item, kind: SessionKind = "rehearsal", rules: Rules | None = None) -> Stage:
    """A stage with `rows` (P1 to P4 if none), its session begun; nothing on air."""
    stage = Stage(plan_of(*(rows or four())), rules=rules)
    if kind == "rehearsal":
        stage.does("show.start_rehearsal")
    elif kind == "live":
        stage.does("show.go_live")
    return stage


def on_air(*rows: Item, rules: Rules | None = None, kind: SessionKind = "rehearsal") -> Stage:
    """A stage whose first row has been on air for 20 s."""
    stage = on_stage(*rows, kind=kind, rules=rules)
    stage.does("show.take")
    stage.wait(20_000)
    return stage


READY = ObsReady(version="29", scene="A", scenes=("A", "B"), inputs=(), transition_ms=300)
"""OBS can serve; scene A is on air."""


def outputs(**on: bool) -> OutputsChanged:
    """What leaves OBS; whatever is not named does not."""
    off = dict.fromkeys(("streaming", "recording", "paused", "virtual_camera"), False)
    return OutputsChanged(**{**off, **on})
