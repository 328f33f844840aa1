"""Whatever is done in a show, the sums of the report are those of the log."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from hostconsole.report.facts import night
from hostconsole.show.codec import entry_of, entry_text
from hostconsole.show.errors import Refused
from hostconsole.show.events import Entry, ItemMisfired, ItemTaken
from hostconsole.show.fold import apply
from hostconsole.show.ledger import Ledger
from hostconsole.show.plan import Plan
from hostconsole.show.state import State

from .made import Desk, desk, product

IDS = ("P1", "P2", "P3")
PLAN = Plan(
    name="x",
    items=tuple(product(key, price=1000, stock_total=1000, planned_s=60) for key in IDS),
)
STOCK = tuple(Ledger(sku=f"SKU-{key}", total=1000, sold=0) for key in IDS)

steps = st.one_of(
    st.tuples(st.just("show.take_item"), st.fixed_dictionaries({"item": st.sampled_from(IDS)})),
    st.tuples(st.just("stock.sold"), st.fixed_dictionaries({"qty": st.integers(0, 900)})),
    st.tuples(st.just("stock.count"), st.fixed_dictionaries({"qty": st.integers(0, 900)})),
    st.tuples(st.just("price.set"), st.fixed_dictionaries({"price": st.sampled_from(("8", "9", "11"))})),
    st.tuples(
        st.sampled_from(("show.back", "undo", "redo", "batch.gone", "item.encore", "obs.safe_scene")),
        st.just({}),
    ),
)
shows = st.lists(st.tuples(st.sampled_from((700, 4_000, 30_000)), steps), max_size=40)


def aired(show: list[tuple[int, tuple[str, dict[str, object]]]]) -> Desk:
    made = desk(PLAN, stock=STOCK, safe_scene="稍等")
    for wait, (command, fields) in show:
        made.clock.ms += wait
        try:
            made.do(command, **fields)
        except Refused:
            continue
    made.clock.ms += 1_000
    made.do("marker.add", label="the end so far")
    return made


def on_air_ms(log: list[Entry]) -> int:
    """How long anything was on air, from the states between the entries alone."""
    total, state = 0, State()
    for entry in log:
        if state.on_air is not None:
            total += entry.mono_ms - state.mono_ms
        state = apply(state, entry)
    return total


@settings(max_examples=150)
@given(shows)
def test_airings_and_time_on_air_add_up(show: list[tuple[int, tuple[str, dict[str, object]]]]) -> None:
    log = aired(show).log
    report = night(log)
    kinds = [type(entry.event) for entry in log]
    assert len(report.airings) == kinds.count(ItemTaken)
    assert len(report.misfires) == kinds.count(ItemMisfired)
    alone = [a for a in report.misfires if log[a.seq - 1].event.came_from is None]  # type: ignore[attr-defined]
    whole = sum(a.aired_ms + a.held_ms for a in (*report.aired, *alone))
    assert whole == on_air_ms(log)
    assert sum(p.aired_ms for p in report.products) == sum(a.aired_ms for a in report.aired)
    assert sum(p.airings for p in report.products) == len(report.aired)


@settings(max_examples=150)
@given(shows)
def test_what_was_counted_on_air_adds_up_to_what_was_sold(
    show: list[tuple[int, tuple[str, dict[str, object]]]],
) -> None:
    """Every count here is made of the item on air, so no unit may be lost or counted twice."""
    made = aired(show)
    report = night(made.log)
    sold: dict[str, int] = defaultdict(int)
    for airing in report.airings:
        sold[airing.sku] += airing.sold or 0
    assert {p.sku: p.sold for p in report.products} == {p.sku: sold[p.sku] for p in report.products}
    assert {p.sku: p.stock_left.left for p in report.products} == {
        sku: ledger.sellable for sku, ledger in made.show.state.stock.items()
    }


@settings(max_examples=50)
@given(shows)
def test_a_report_of_the_log_is_the_report_of_the_show(
    show: list[tuple[int, tuple[str, dict[str, object]]]],
) -> None:
    log = aired(show).log
    assert night(entry_of(entry_text(entry)) for entry in log) == night(log)


@settings(max_examples=150)
@given(shows)
def test_the_sales_of_all_minutes_add_up_to_what_was_sold(
    show: list[tuple[int, tuple[str, dict[str, object]]]],
) -> None:
    report = night(aired(show).log)
    units: dict[str, int] = defaultdict(int)
    for sold in report.sales:
        units[sold.sku] += sold.units
    assert {p.sku: p.sold for p in report.products} == {p.sku: units[p.sku] for p in report.products}
    for airing in report.airings:
        assert sum(units for _, units in airing.counts) == (airing.sold or 0)
