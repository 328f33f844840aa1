"""Items made by columns are the items their constructor makes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from hostconsole.sheets import read_show
from hostconsole.sheets.making import items_from
from hostconsole.show.plan import Item

from .making import SAMPLE


def test_every_item_of_the_sample_equals_the_constructed_one():
    for item in read_show(SAMPLE).plan.items:
        built = Item(**{field.name: getattr(item, field.name) for field in fields(Item)})
        assert item == built
        assert hash(item) == hash(built)
        assert repr(item) == repr(built)
        with pytest.raises(FrozenInstanceError):
            item.title = "other"  # type: ignore[misc]


def test_fields_without_a_column_have_their_default():
    made = items_from({"id": ["A", "B"], "kind": ["product"] * 2, "title": ["Cup", "Pot"]})
    assert made == [Item(id="A", kind="product", title="Cup"), Item(id="B", kind="product", title="Pot")]


@pytest.mark.parametrize(
    "columns", [{"id": ["A"]}, {"id": ["A"], "kind": ["product"], "title": ["Cup", "Pot"]}]
)
def test_columns_that_make_no_items_are_refused(columns):
    with pytest.raises(ValueError, match="column"):
        items_from(columns)


def test_items_have_nothing_that_only_their_constructor_would_do():
    assert not hasattr(Item, "__post_init__")
