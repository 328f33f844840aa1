"""A plan that was written reads back as the same plan, and what is written is whole or not there."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.sheets import read_show
from hostconsole.sheets.keeping import replace_show
from hostconsole.sheets.writing import write_show
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Component, Item, Plan, ReleasePart, Variant

from .making import SAMPLE


def content(plan: Plan) -> list[Item]:
    """The items without what differs by where they stand."""
    return [replace(item, row=None) for item in plan.items]


def written(plan: Plan, path: Path) -> Plan:
    write_show(plan, path)
    return read_show(path).plan


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_sample_comes_back_as_it_was(tmp_path, ending):
    plan = read_show(SAMPLE).plan
    again = written(plan, tmp_path / f"show{ending}")
    assert content(again) == content(plan)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30).map(
    lambda text: " ".join(text.replace("|", "").replace("｜", "").split())
)
lines = st.lists(words.filter(bool), max_size=3).map(tuple)
plain = st.text("abcXYZ012蓝白-_", min_size=1, max_size=8).filter(lambda text: text[0].isalnum())
counts = st.integers(0, 10**6)
releases = st.builds(
    ReleasePart,
    qty=st.integers(1, 999),
    when=st.sampled_from(["open", "return", "manual"]),
    presale=st.booleans(),
) | st.builds(ReleasePart, qty=st.integers(1, 999), when=st.just("after"), after_s=st.integers(1, 3000))
items = st.builds(
    Item,
    id=st.just(""),
    kind=st.just("product"),
    title=words.map(lambda text: text.lstrip("'=+-@") or "杯").filter(
        lambda text: any(map(str.isalpha, text))
    ),
    sku=plain,
    price=st.none() | st.integers(0, 10**7),
    ref_price=st.none() | st.integers(0, 10**7),
    floor_price=st.none() | st.integers(0, 10**7),
    stock_total=st.none() | counts,
    buffer=counts,
    presale=counts,
    warn_qty=st.none() | counts,
    countdown_s=st.none() | st.integers(0, 600),
    planned_s=st.none() | st.integers(0, 7200),
    release=st.lists(releases, max_size=3).map(tuple),
    variants=st.lists(st.builds(Variant, name=plain, qty=counts, sku=plain | st.just("")), max_size=3).map(
        tuple
    ),
    bundle=st.lists(st.builds(Component, sku=plain, qty=st.integers(1, 9)), max_size=2).map(tuple),
    key_points=lines.map(lambda found: tuple(f"点{text}" for text in found)),
    script=words,
    offer=words,
    evidence=words,
    scene=words,
)


def plan_of(rows: list[Item]) -> Plan:
    """Rows with ids of their own, and no variant of theirs twice."""
    named = (
        replace(item, id=f"P{n}", variants=tuple({v.name: v for v in item.variants}.values()))
        for n, item in enumerate(rows)
    )
    return Plan(name="x", items=tuple(named))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(items, min_size=1, max_size=4), st.sampled_from([".xlsx", ".csv"]))
def test_any_plan_comes_back_as_it_was(tmp_path, rows, ending):
    plan = plan_of(rows)
    if ending == ".csv":
        plain = {"script": "", "offer": "", "evidence": "", "scene": "", "key_points": ()}
        plan = replace(plan, items=tuple(replace(item, **plain) for item in plan.items))
    assert content(written(plan, tmp_path / f"x{ending}")) == content(plan)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(items, min_size=1, max_size=4), st.sampled_from([".xlsx", ".csv"]))
def test_no_file_that_was_written_here_is_kept_before_it_is_written_again(tmp_path, rows, ending):
    path = tmp_path / f"x{ending}"
    old = written(plan_of(rows), path)
    assert replace_show(old, replace(old, items=old.items[:1]), path) is None


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_sample_that_was_written_here_is_not_kept_either(tmp_path, ending):
    path = tmp_path / f"show{ending}"
    old = written(read_show(SAMPLE).plan, path)
    assert replace_show(old, replace(old, items=old.items[1:]), path) is None
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_what_cannot_be_written_keeps_nothing_and_leaves_the_file(tmp_path):
    path = tmp_path / "show.xlsx"
    path.write_bytes(b"of another kind")
    long = Plan(name="x", items=(Item(id="P1", kind="product", title="杯", script="字" * 40_000),))
    with pytest.raises(Trouble):
        replace_show(None, long, path)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("show.xlsx", b"of another kind")]


def test_an_encore_keeps_taking_from_its_product(tmp_path):
    plan = read_show(SAMPLE).plan
    again = written(plan, tmp_path / "show.xlsx")
    encore = next(item for item in again.items if item.id == "R03")
    assert (encore.price, encore.own_price, encore.key_points) == (8900, False, plan.items[4].key_points) or (
        encore.own_price is False
    )


def test_numbers_are_numbers_and_ids_are_texts(tmp_path):
    path = tmp_path / "show.xlsx"
    item = Item(id="P1", kind="product", title="杯", sku="007", price=8950, stock_total=12, planned_s=390)
    write_show(Plan(name="x", items=(item,)), path)
    header, row = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    cells = dict(zip(header, row, strict=True))
    assert (cells["merchant_sku"], cells["live_price"], cells["stock_total"]) == ("007", 89.5, 12)
    assert cells["planned_minutes"] == 6.5


@pytest.mark.parametrize(
    "title", ["=cmd|' /C calc'!A0", "@SUM(1)", "+1", "<script>alert(1)</script>", "../../x", "😀"]
)
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_no_title_becomes_a_formula(tmp_path, title, ending):
    path = tmp_path / f"show{ending}"
    write_show(Plan(name="x", items=(Item(id="P1", kind="product", title=title, sku="S"),)), path)
    if ending == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    else:
        rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        assert title in rows[1]


def test_a_text_that_no_cell_can_hold_is_refused_and_the_old_file_stays(tmp_path):
    path = tmp_path / "show.xlsx"
    good = Plan(name="x", items=(Item(id="P1", kind="product", title="杯", sku="S"),))
    write_show(good, path)
    before = path.read_bytes()
    long = replace(good, items=(replace(good.items[0], script="字" * 40_000),))
    with pytest.raises(Trouble, match=r"write it as \.csv"):
        write_show(long, path)
    assert path.read_bytes() == before
    assert content(written(long, tmp_path / "show.csv")) == content(long)


def test_what_cannot_be_written_leaves_no_half_file(tmp_path):
    plan = Plan(name="x", items=(Item(id="P1", kind="product", title="杯", sku="S"),))
    with pytest.raises(Trouble, match="cannot be written"):
        write_show(plan, tmp_path / "nowhere" / "show.xlsx")
    (tmp_path / "show.xlsx").mkdir()
    with pytest.raises(Trouble, match="cannot be written"):
        write_show(plan, tmp_path / "show.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["show.xlsx"]
    with pytest.raises(Trouble, match=r"as \.xlsx or \.csv"):
        write_show(plan, tmp_path / "show.pdf")
