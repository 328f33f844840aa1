"""A reloaded sheet says what it would change, and nothing more."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hostconsole.sheets import Difference, differences, read_show
from hostconsole.show.plan import Item, Plan

from .making import SAMPLE


def plan_of(*ids: str) -> Plan:
    return Plan(name="show", items=tuple(Item(id=i, kind="product", title=f"Cup {i}", sku=i) for i in ids))


def test_the_same_sheet_has_no_differences():
    assert differences(read_show(SAMPLE).plan, read_show(SAMPLE).plan) == ()


def test_a_row_put_in_above_changes_nothing_below():
    plan = plan_of("A", "B")
    shifted = replace(plan, items=tuple(replace(item, row=9) for item in plan.items))
    assert differences(plan, shifted) == ()


def test_changes_additions_and_removals_are_named():
    old = plan_of("A", "B", "C")
    changed = replace(old.items[1], price=8900, title="Mug")
    new = replace(old, items=(old.items[0], changed, *plan_of("D").items))
    assert differences(old, new) == (
        Difference(kind="removed", item="C", was="Cup C"),
        Difference(kind="changed", item="B", field="title", was="Cup B", now="Mug"),
        Difference(kind="changed", item="B", field="price", was=None, now=8900),
        Difference(kind="added", item="D", now="Cup D"),
    )


def test_one_moved_item_is_one_difference():
    assert differences(plan_of("A", "B", "C", "D"), plan_of("D", "A", "B", "C")) == (
        Difference(kind="moved", item="D", was=4, now=1),
    )


@given(st.permutations(list("ABCDEF")))
def test_items_not_called_moved_kept_their_order(order):
    found = differences(plan_of(*"ABCDEF"), plan_of(*order))
    moved = {difference.item for difference in found}
    assert [i for i in order if i not in moved] == [i for i in "ABCDEF" if i not in moved]
    assert all(difference.kind == "moved" for difference in found)
