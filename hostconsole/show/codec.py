"""Events to the log's JSON text and back (DESIGN §5.4).

The row's text is made once, at the moment of the act, and never again: what is hashed is what is stored
and exported. `UPCASTERS` bring the data of older versions to today's shape, so old logs open for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from hostconsole.show.events import KINDS, Entry, Event
from hostconsole.show.plan import Item

Data = dict[str, Any]

_TO_LOG = {"came_from": "from", "session_kind": "kind"}
_FROM_LOG = {("item.taken", "from"): "came_from", ("safe.entered", "from"): "came_from",
             ("session.started", "kind"): "session_kind"}  # fmt: skip

_TIMECODES = ("rec_s", "stream_s")
"""Left out of the log where nothing was recorded or streamed."""

UPCASTERS: Mapping[tuple[str, int], Callable[[Data], Data]] = {}
"""(kind, version of the stored data) → data of the next version. Empty while nothing has changed."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


def entry_text(entry: Entry) -> str:
    """The row of `entry` as one JSON text, without hashes."""
    data, item = _data(entry.event)
    if entry.act is not None:
        data["act"] = entry.act
    row = {
        "seq": entry.seq,
        "at": entry.at,
        "mono_ms": entry.mono_ms,
        "session": entry.session,
        "actor": entry.actor,
        "kind": entry.event.kind,
        "item": item,
        "data": data,
    }
    return _encoder.encode(row).decode()


def entry_of(text: str) -> Entry:
    """The entry a row's text was made from.

    Raises ValueError with the row's kind for a text this program cannot read (a newer program's)."""
    row = _decoder.decode(text)
    data = row["data"]
    act = data.pop("act", None)
    return Entry(
        row["seq"], row["at"], row["mono_ms"], row["session"], row["actor"], act,
        event_of(row["kind"], row["item"], data),
    )  # fmt: skip


def item_of(data: Data) -> Item:
    """A row of the plan from JSON values; raises ValueError if they make no item."""
    return msgspec.convert(data, Item, strict=False)


def json_value(value: object) -> Any:
    """`value` as the JSON values an ItemEdited holds (lists for tuples)."""
    return _decoder.decode(_encoder.encode(value))


def with_field(item: Item, name: str, value: object) -> Item:
    """`item` with one field set from JSON values; raises ValueError if it does not fit the field."""
    return item_of({**msgspec.to_builtins(item), name: value})


def _data(event: Event) -> tuple[Data, str | None]:
    data: Data = msgspec.to_builtins(event)
    item = data.pop("item", None)
    for ours, theirs in _TO_LOG.items():
        if ours in data:
            data[theirs] = data.pop(ours)
    for name in _TIMECODES:
        if name in data and (timecode := data.pop(name)) is not None:
            data[name] = timecode
    if event.shape > 1:
        data["v"] = event.shape
    return data, item


def event_of(kind: str, item: str | None, data: Data) -> Event:
    """The event of a row's `kind`, `item` and `data`. Raises ValueError for what makes none."""
    cls = KINDS.get(kind)
    if cls is None:
        raise ValueError(f"unknown kind of event: {kind}")
    version = data.pop("v", 1)
    while version < cls.shape:
        data = UPCASTERS[kind, version](data)
        version += 1
    for (of_kind, theirs), ours in _FROM_LOG.items():
        if of_kind == kind and theirs in data:
            data[ours] = data.pop(theirs)
    if "item" in cls.__dataclass_fields__:
        data["item"] = item
    try:
        return msgspec.convert(data, cls)
    except msgspec.ValidationError as fault:
        raise ValueError(f"{kind}: {fault}") from fault
