"""What holds whatever people do: any commands, in any order, with any arguments, and news in between."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.show import events as e
from hostconsole.show.alerts import AlertBook, alerts
from hostconsole.show.clocks import prompter_at, recording_ms, schedule
from hostconsole.show.commands import COMMANDS
from hostconsole.show.commands.reverse import undoable
from hostconsole.show.cues import visible
from hostconsole.show.errors import Refused
from hostconsole.show.lamps import lamps
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from hostconsole.show.state import Mode, State
from hostconsole.show.target import target
from tests.show.stage import READY, Stage, encore, outputs, plan_of, product, segment
from tests.show.test_stock import feed

STEADY = settings(suppress_health_check=list(HealthCheck))

P1 = product(
    "P1", floor="60", release=((50, "open"), (30, "manual")), buffer=5, countdown_s=3, script="好。" * 30
)
ROWS: tuple[Item, ...] = (
    segment("S1"),
    P1,
    product("P2", variants=(("蓝", 31), ("白", 60)), key_points=("a", "b"), planned_s=60),
    product("P3", stock=None, currency="JPY", price="7900"),
    encore("E1", P1),
    segment("S2"),
)

IDS = st.sampled_from(["S1", "P1", "P2", "P3", "E1", "S2", "A3", "A9", "?", ""])
NUMBERS = st.sampled_from(
    ["0", "1", "3", "20", "50", "120", "-7", "９", "1.5", "abc", "", "nan", "9" * 30, "1e9"]
)
RUBBISH = st.text(max_size=6)
SKUS = st.sampled_from(["SKU-P1", "SKU-P2", "SKU-P2:蓝", "SKU-P2:白", "SKU-P3", "SKU-P2:红", "nope", ""])
FIELDS = st.sampled_from(["title", "price", "stock", "sku", "minutes", "script", "key_points", "floor_price",
                          "warn_qty", "countdown_sec", "link_no", "nonsense", "kind"])  # fmt: skip

VALUES: dict[str, st.SearchStrategy[str]] = {
    "item": IDS, "before": IDS | st.just("end"), "sku": SKUS, "qty": NUMBERS, "by": NUMBERS, "price": NUMBERS,
    "n": NUMBERS, "preset": NUMBERS, "seconds": NUMBERS, "field": FIELDS, "value": NUMBERS | RUBBISH,
    "confirm": st.sampled_from(["yes", "no", "?"]), "now": st.just("yes"), "sure": st.just("yes"),
    "link": st.sampled_from(["1", "2", "3", "９", ""]),
}  # fmt: skip

Step = tuple[str, dict[str, str], int]


@st.composite
def steps(draw: st.DrawFn, commands: list[str]) -> Step:
    """A command with some of its arguments (often all that it needs), now and then one it does not know,
    and the milliseconds that go by before it."""
    command = COMMANDS[draw(st.sampled_from(commands))]
    given = {
        arg.name: draw(VALUES.get(arg.name, RUBBISH))
        for arg in command.args
        if draw(st.integers(0, 9)) < (9 if arg.required else 6)
    }
    if draw(st.integers(0, 19)) == 0:
        given[draw(st.sampled_from(["link", "stock", "minutes", "bogus"]))] = draw(NUMBERS)
    return command.id, given, draw(st.sampled_from([0, 1, 700, 700, 5_000, 11_000, 61_000]))


ROW = st.sampled_from(["P1", "P2", "P3", "E1"])
FEW = st.integers(1, 60).map(str)


def sensible(command: str, **given: st.SearchStrategy[str]) -> st.SearchStrategy[Step]:
    pauses = st.sampled_from([0, 700, 5_000, 30_000])
    return st.tuples(st.just(command), st.fixed_dictionaries({}, optional=given), pauses)


def needing(command: str, **given: st.SearchStrategy[str]) -> st.SearchStrategy[Step]:
    return st.tuples(st.just(command), st.fixed_dictionaries(given), st.sampled_from([0, 700, 5_000]))


SENSIBLE: st.SearchStrategy[Step] = st.one_of(
    sensible("show.take"),
    needing("show.take_item", item=ROW | st.just("S1")),
    sensible("show.back"),
    needing("next.set", item=ROW),
    sensible("item.skip", item=ROW),
    sensible("item.unskip", item=ROW),
    needing("item.move", item=ROW, before=ROW | st.just("end")),
    needing("item.add", title=st.just("加"), price=FEW, before=ROW),
    needing("item.add", title=st.just("加"), sku=st.sampled_from(["SKU-P1", "SKU-X"]), stock=FEW),
    needing("item.edit", item=ROW, field=st.just("price"), value=FEW | st.just(""), confirm=st.just("yes")),
    needing("item.edit", item=ROW, field=st.just("sku"), value=st.sampled_from(["SKU-P1", "SKU-X", ""])),
    needing("item.edit", item=ROW, field=st.just("stock"), value=FEW | st.just("")),
    needing("item.edit", item=ROW, field=st.sampled_from(["title", "key_points", "link_no"]), value=FEW),
    sensible("item.encore", item=ROW, qty=FEW),
    sensible("link.up", item=ROW, now=st.just("yes")),
    sensible("link.down", item=ROW),
    needing("price.set", item=ROW, price=FEW, confirm=st.just("yes")),
    needing("stock.count", item=ROW, qty=FEW),
    needing("stock.count", sku=st.sampled_from(["SKU-P2:蓝", "SKU-P2:白"]), qty=FEW),
    needing("stock.sold", item=ROW, qty=FEW),
    needing("stock.adjust", item=ROW, by=FEW | st.just("-9")),
    sensible("stock.release", item=ROW, qty=FEW),
    sensible("batch.gone", item=ROW),
    sensible("undo"),
    sensible("redo"),
    sensible("prompter.toggle"),
)


ENDS = {"show.end", "show.go_live", "show.start_rehearsal"}
ALL = sorted(COMMANDS)
RUNNING = sorted(set(ALL) - ENDS)

NEWS = st.integers(0, 7)


def news(stage: Stage, number: int) -> None:
    """Something happens outside."""
    state = stage.state
    match number:
        case 0:
            stage.told(READY, outputs(recording=True, streaming=True))
        case 1:
            stage.told(e.ObsLost(), e.ObsLinkChanged(was="ready", now="lost"))
        case 2:
            stage.told(e.SceneAsked(scene="A", order=1), e.SceneShown(scene="A", order=1, ms=3.0))
        case 3 if "P2" in state.items:
            feed(stage, "P2", max(0, (stage.left("P2") or 10) - 2))
        case 4:
            stage.told(e.MicChanged(muted=True), outputs())
        case 5 if state.countdown is not None and state.countdown.item is None:
            stage.told(e.CountdownEnded())
        case 6:
            stage.told(e.TroubleMet(code="disk", text="full", over=state.seq % 2 == 0))
        case _:
            pass


def tried(stage: Stage, step: Step) -> bool:
    """Whether the command was done; anything but `Refused` comes through."""
    command, given, pause = step
    stage.wait(pause)
    try:
        stage.show.run(command, given, sheet=plan_of(*ROWS[:3], product("P7"), digest=str(stage.state.seq)))
    except Refused as refused:
        assert refused.reason
        return False
    return True


def begun(mode: Mode = "live") -> Stage:
    stage = Stage(plan_of(*ROWS), rules=Rules(safe_scene="救场"))
    if mode == "live":
        stage.does("show.go_live")
    return stage


def look(stage: Stage, book: AlertBook) -> None:
    """All that windows, lamps and OBS ask for."""
    state, now, rules = stage.state, stage.now, stage.show.rules
    assert book.standing(state, now, rules) == alerts(state, now, rules)
    lamps(state, now, rules)
    visible(state, now, rules)
    target(state, rules, take=1, now_ms=now)
    schedule(state, now)
    recording_ms(state, now)
    assert prompter_at(state, now) >= 0
    undoable(state, now_ms=now, rules=rules)


def sound(state: State) -> None:
    """What must hold in every state."""
    assert sorted(state.order) == sorted(state.items)
    assert state.next is None or state.next in state.items
    on_air = state.on_air.item.id if state.on_air else None
    assert on_air is None or on_air in state.items
    counting = [key for key, row in state.items.items() if row.link.status == "countdown"]
    assert counting == ([state.countdown.item] if state.countdown and state.countdown.item else [])
    for key, row in state.items.items():
        assert row.item.id == key
        assert row.aired_ms >= 0
        assert (row.item.kind == "segment") == (not row.item.sku)
        assert not row.item.sku or row.item.sku in state.stock
        if not row.item.own_price and row.item.product in state.items:
            assert row.price == state.items[row.item.product].price
    for ledger in state.stock.values():
        if ledger.total is None:
            assert ledger.sellable is None
            continue
        assert ledger.buffer >= 0
        assert ledger.pool >= 0
        assert ledger.total == ledger.buffer + ledger.pool + (ledger.released or 0)
        assert ledger.released == (ledger.sold or 0) + ledger.unpaid + (ledger.sellable or 0)
        assert sum(v.left or 0 for v in ledger.variants) + (ledger.unassigned or 0) == ledger.sellable


@settings(STEADY, max_examples=150)
@given(st.lists(SENSIBLE | steps(ALL), max_size=25), st.lists(NEWS, max_size=25))
def test_no_sequence_of_commands_raises_anything_but_refused(todo: list[Step], told: list[int]) -> None:
    stage, book = begun("ready"), AlertBook()
    for place, step in enumerate(todo):
        tried(stage, step)
        if place < len(told):
            news(stage, told[place])
        sound(stage.state)
        look(stage, book)
    assert stage.bugs == []


@settings(STEADY, max_examples=150)
@given(st.lists(SENSIBLE | steps(ALL), max_size=30), st.lists(NEWS, max_size=30))
def test_replay_of_the_log_is_the_live_state(todo: list[Step], told: list[int]) -> None:
    stage = begun()
    for place, step in enumerate(todo):
        tried(stage, step)
        if place < len(told):
            news(stage, told[place])
    assert stage.replayed() == stage.state
    again = stage.resumed()
    assert again.now == stage.now
    assert again.state.items == stage.state.items or stage.state.countdown is not None
    assert again.state.undo == stage.state.undo


def host_made(state: State) -> tuple[object, ...]:
    """What people have made, without clocks: order, rows, stock, and what is on air."""
    rows = {key: (row.item, row.price, row.link, row.added, row.airings) for key, row in state.items.items()}
    return state.order, rows, dict(state.stock), state.on_air and state.on_air.item.id


@settings(STEADY, max_examples=400)
@given(st.lists(SENSIBLE, max_size=12), SENSIBLE.filter(lambda step: step[0] not in ("undo", "redo")))
def test_undo_after_an_act_brings_back_what_people_had_made(todo: list[Step], act: Step) -> None:
    stage = begun()
    for step in todo:
        tried(stage, step)
    stage.wait(act[2])
    before = stage.state
    if before.countdown is not None or not tried(stage, (act[0], act[1], 0)):
        return
    after = stage.state
    if after.undo[-1:] == before.undo[-1:] or act[0] == "show.back" or after.countdown is not None:
        return
    stage.does("undo")
    assert host_made(stage.state) == host_made(before)
    if not act[0].startswith("show."):
        assert stage.state.next == before.next
        assert [r.skipped for r in stage.state.items.values()] == [r.skipped for r in before.items.values()]


@settings(STEADY, max_examples=150)
@given(st.lists(SENSIBLE | steps(RUNNING), max_size=30))
def test_stock_appears_and_vanishes_only_by_a_count_or_a_correction(todo: list[Step]) -> None:
    stage = begun()
    for step in todo:
        before = stage.state.stock
        first = len(stage.log)
        tried(stage, step)
        kinds = {entry.event.kind for entry in stage.log[first:]}
        corrected = {
            "stock.counted",
            "stock.adjusted",
            "item.edited",
            "sheet.reloaded",
            "item.removed",
        } & kinds
        for sku, was in before.items():
            now = stage.state.stock.get(sku)
            if now is not None and not corrected:
                assert (now.total, now.buffer) == (was.total, was.buffer)
            if now is not None and kinds == {"stock.released"}:
                assert (now.sellable or 0) - (was.sellable or 0) == was.pool - now.pool
