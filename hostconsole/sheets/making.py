"""Columns of values to items, all at once.

A sheet of 10,000 rows spends most of its time in the constructor of a frozen class with fifty fields;
filling the slots column by column gives the same items in a quarter of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import MISSING, fields
from itertools import repeat
from typing import Any

from hostconsole.show.plan import Item

Columns = dict[str, list[Any]]
"""A field of Item → its values, one an item."""


def items_from(columns: Columns) -> list[Item]:
    """The items whose fields are these columns; fields without a column have their default.

    Raises ValueError for columns of different lengths or without a field that has no default.
    """
    count = len(next(iter(columns.values())))
    if any(len(values) != count for values in columns.values()):
        raise ValueError("columns differ in length")
    made = [Item.__new__(Item) for _ in range(count)]
    for field in fields(Item):
        values: Iterable[Any] | None = columns.get(field.name)
        if values is None:
            if field.default is MISSING:
                raise ValueError(f"no column for {field.name}")
            values = repeat(field.default)
        deque(map(Item.__dict__[field.name].__set__, made, values), maxlen=0)
    return made
