"""Events to the log's JSON text and back (DESIGN §5.4).

The row's text is made once, at the moment of the act, and never again: what is hashed is what is stored
and exported. `UPCASTERS` bring the data of older versions to today's shape, so old logs open for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import msgspec

from hostconsole.show.events import KINDS, Entry, Event
from hostconsole.show.plan import Item

Data = dict[str, Any]

_TO_LOG = {"came_from": "from", "session_kind": "kind"}
_FROM_LOG = {("item.taken", "from"): "came_from", ("safe.entered", "from"): "came_from",
             ("session.started", "kind"): "session_kind"}  # fmt: skip

_RENAMED = frozenset(kind for kind, _theirs in _FROM_LOG)

_TIMECODES = ("rec_s", "stream_s")
"""Left out of the log where nothing was recorded or streamed."""

UPCASTERS: Mapping[tuple[str, int], Callable[[Data], Data]] = {}
"""(kind, version of the stored data) → data of the next version. Empty while nothing has changed."""


class _Row(msgspec.Struct):
    """A row of the log, its data still as text."""

    seq: int
    at: str
    mono_ms: int
    session: str
    actor: str
    kind: str
    item: str | None
    data: msgspec.Raw


class _Beside(msgspec.Struct):
    """What stands in a row's data beside the event's own fields."""

    act: int | None = None
    v: int = 1


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()
_rows = msgspec.json.Decoder(_Row)
_beside = msgspec.json.Decoder(_Beside)


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
    try:
        row = _rows.decode(text)
        beside = _beside.decode(row.data)
    except msgspec.DecodeError as fault:
        raise ValueError(f"not an event: {fault}") from fault
    return Entry(
        row.seq, row.at, row.mono_ms, row.session, row.actor, beside.act,
        _event(row.kind, row.item, row.data, version=beside.v),
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
    version = data.pop("v", 1)
    return _event(kind, item, msgspec.Raw(_encoder.encode(data)), version=version)


def _event(kind: str, item: str | None, data: msgspec.Raw, *, version: int) -> Event:
    cls = KINDS.get(kind)
    if cls is None:
        raise ValueError(f"unknown kind of event: {kind}")
    try:
        if version < cls.shape or kind in _RENAMED:
            return msgspec.convert(_upcast(kind, item, _decoder.decode(data), version=version), cls)
        text = _with_item(bytes(data), item) if "item" in cls.__struct_fields__ else bytes(data)
        return _events(kind).decode(text)
    except msgspec.ValidationError as fault:
        raise ValueError(f"{kind}: {fault}") from fault


@cache
def _events(kind: str) -> msgspec.json.Decoder[Event]:
    """Straight from the text to the event, unknown fields passed over: a long night is read so."""
    return msgspec.json.Decoder(KINDS[kind])


def _with_item(data: bytes, item: str | None) -> bytes:
    """The text of `data` with the row's item among its fields."""
    rest = data.lstrip()[1:]
    comma = b"" if rest.lstrip().startswith(b"}") else b","
    return b'{"item":' + _encoder.encode(item) + comma + rest


def _upcast(kind: str, item: str | None, data: Data, *, version: int) -> Data:
    """`data` in today's shape and names."""
    cls = KINDS[kind]
    while version < cls.shape:
        data = UPCASTERS[kind, version](data)
        version += 1
    for (of_kind, theirs), ours in _FROM_LOG.items():
        if of_kind == kind and theirs in data:
            data[ours] = data.pop(theirs)
    if "item" in cls.__struct_fields__:
        data["item"] = item
    return data
