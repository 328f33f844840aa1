"""What may be edited in a row of the plan, under which names, and how typed text becomes its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hostconsole.show.errors import Refused
from hostconsole.show.money import to_minor
from hostconsole.show.numbers import seconds_of_minutes, whole
from hostconsole.show.plan import Item

LONGEST_SCRIPT = 1_000_000
"""Characters a script may have (DESIGN §5.1, `check`)."""

LONGEST_LINE = 1_000
"""Characters a one-line field may have."""

SHOP_FIELDS = frozenset(
    ("sku", "price", "ref_price", "floor_price", "stock_total", "warn_qty", "countdown_s")
)
"""Fields that only what is sold has."""

Parse = Callable[[Item, str], Any]


def _text(item: Item, text: str) -> str:
    if len(text) > LONGEST_SCRIPT:
        raise ValueError(f"longer than {LONGEST_SCRIPT} characters")
    return text.replace("\x00", "")


def _line(item: Item, text: str) -> str:
    """One line: what stands in a cell of the queue or a text of OBS has no line ends."""
    line = "".join(char if char >= " " else " " for char in text).strip()
    if len(line) > LONGEST_LINE:
        raise ValueError(f"longer than {LONGEST_LINE} characters")
    return line


def _title(item: Item, text: str) -> str:
    line = _line(item, text)
    if not line:
        raise ValueError("a title is needed")
    return line


def _sku(item: Item, text: str) -> str:
    return _line(item, text) or item.id


def _money(item: Item, text: str) -> int | None:
    if not text.strip():
        return None
    value = to_minor(text, item.currency)
    if value < 0:
        raise ValueError("below 0")
    return value


def _count(item: Item, text: str) -> int | None:
    if not text.strip():
        return None
    value = whole(text)
    if value < 0:
        raise ValueError("below 0")
    return value


def _minutes(item: Item, text: str) -> int | None:
    if not text.strip():
        return None
    return seconds_of_minutes(text)


def _list(item: Item, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


_FIELDS: Mapping[str, tuple[Parse, tuple[str, ...]]] = {
    "title": (_title, ("name_zh",)),
    "title_en": (_line, ("name_en",)),
    "link_no": (_line, ("link_number",)),
    "sku": (_sku, ("merchant_sku",)),
    "price": (_money, ("live_price",)),
    "ref_price": (_money, ()),
    "floor_price": (_money, ()),
    "stock_total": (_count, ("stock",)),
    "planned_s": (_minutes, ("planned_minutes", "minutes")),
    "countdown_s": (_count, ("countdown_sec",)),
    "warn_qty": (_count, ()),
    "scene": (_line, ("obs_scene",)),
    "role": (_line, ()),
    "spec": (_text, ()),
    "offer": (_text, ("offer_zh",)),
    "offer_en": (_text, ()),
    "gift": (_text, ()),
    "limit": (_text, ("limit_per_buyer",)),
    "ship_promise": (_text, ()),
    "cues": (_text, ()),
    "script": (_text, ("script_zh",)),
    "script_en": (_text, ()),
    "key_points": (_list, ()),
    "must_say": (_list, ()),
    "must_not_say": (_list, ()),
    "faq": (_text, ()),
    "disclosure": (_text, ()),
    "notes": (_text, ("compliance_notes",)),
    "owner": (_text, ()),
    "picture": (_text, ()),
    "props": (_text, ()),
}

_BY_NAME = {name: field for field, (_parse, others) in _FIELDS.items() for name in (field, *others)}

EDITABLE: tuple[str, ...] = tuple(_FIELDS)
"""Fields of the plan that `item.edit` may change."""


def field_named(name: str) -> str:
    """The plan's field for a field or column name; `Refused` if it cannot be edited."""
    field = _BY_NAME.get(name.strip().lower())
    if field is None:
        raise Refused("bad_value", name="field", value=name[:60], why="no such field to edit")
    return field


def edited_value(item: Item, field: str, text: str) -> Any:
    """The value `text` gives `field` of `item`. Prices are decimal texts, minutes may have decimals,
    lists are cut at "|"; an empty text means "not given". Raises ValueError with the reason."""
    return _FIELDS[field][0](item, text)
