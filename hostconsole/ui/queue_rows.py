"""What one row of the queue says, made from the state."""

from __future__ import annotations

from typing import Literal

import msgspec

from hostconsole.show.clocks import aired_ms
from hostconsole.show.ledger import Ledger
from hostconsole.show.state import ItemState, State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import DASH, price, whole_minutes
from hostconsole.ui.shapes import Shape

Status = Literal["on_air", "next", "skipped", "aired", "waiting"]

SHAPES: dict[Status, Shape] = {
    "on_air": "square",
    "next": "play",
    "skipped": "skip",
    "aired": "check",
    "waiting": "none",
}
TONES: dict[Status, str] = {
    "on_air": "on_air",
    "next": "next",
    "skipped": "faint",
    "aired": "fine",
    "waiting": "faint",
}


class QueueRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row as it is shown. `left_tone` colours the stock; `link_up` marks an open link."""

    key: str
    status: Status
    kind: str
    link_no: str
    title: str
    price: str
    left: str
    left_tone: str
    times: str
    link_up: bool
    sku: str


_APART: tuple[Status, ...] = ("on_air", "next")
"""These do not follow from the row alone."""


class RowBook:
    """The rows, made anew only where something changed: a show may have 500 of them, a take changes
    three. Rows and ledgers are frozen, so the same object is the same row."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[ItemState, Ledger | None, Status, QueueRow]] = {}

    def clear(self) -> None:
        """After a change of language every row is made anew."""
        self._kept.clear()

    def rows(self, state: State, now_ms: int) -> tuple[QueueRow, ...]:
        apart = {state.next, state.on_air.item.id if state.on_air is not None else None}
        rows = []
        for key in state.order:
            item, kept = state.items[key], self._kept.get(key)
            if (
                kept is not None
                and kept[0] is item
                and kept[1] is state.stock.get(item.item.sku)
                and kept[2] not in _APART
                and key not in apart
            ):
                rows.append(kept[3])
            else:
                rows.append(self._made(state, key, now_ms))
        return tuple(rows)

    def _made(self, state: State, key: str, now_ms: int) -> QueueRow:
        item, row = state.items[key], row_of(state, key, now_ms)
        self._kept[key] = (item, state.stock.get(item.item.sku), row.status, row)
        return row


def rows_of(state: State, now_ms: int) -> tuple[QueueRow, ...]:
    return tuple(row_of(state, key, now_ms) for key in state.order)


def row_of(state: State, key: str, now_ms: int) -> QueueRow:
    row = state.items[key]
    left, tone = _left(state, row)
    return QueueRow(
        key=key,
        status=_status(state, key, row),
        kind=row.item.kind,
        link_no=row.item.link_no,
        title=row.item.title,
        price="" if row.price is None else price(row.price, row.item.currency),
        left=left,
        left_tone=tone,
        times=_times(state, key, now_ms),
        link_up=row.link.status == "up",
        sku=row.item.sku,
    )


def status_text(status: Status) -> str:
    """The state in words, for tooltips and screen readers."""
    return {
        "on_air": translate("Console", "On air"),
        "next": translate("Console", "Next"),
        "skipped": translate("Console", "Skipped"),
        "aired": translate("Console", "Aired"),
        "waiting": translate("Console", "Waiting"),
    }[status]


def _status(state: State, key: str, row: ItemState) -> Status:
    if state.on_air is not None and state.on_air.item.id == key:
        return "on_air"
    if state.next == key:
        return "next"
    if row.skipped:
        return "skipped"
    return "aired" if row.airings else "waiting"


def _left(state: State, row: ItemState) -> tuple[str, str]:
    ledger = state.stock.get(row.item.sku) if row.item.sku else None
    if ledger is None or ledger.sellable is None:
        return "", "faint"
    if ledger.sellable < 0:
        return f"−{-ledger.sellable}", "bad"
    if ledger.sellable == 0 and ledger.pool == 0:
        return translate("Console", "Sold out"), "bad"
    if ledger.sellable == 0 and ledger.batch == 0:
        return f"+{ledger.pool}", "faint"
    return f"{ledger.sellable}", "text"


def _times(state: State, key: str, now_ms: int) -> str:
    row = state.items[key]
    planned = whole_minutes(row.item.planned_s * 1000 if row.item.planned_s else None)
    on_air = state.on_air is not None and state.on_air.item.id == key
    if row.airings == 0 and not on_air:
        return planned
    return f"{aired_ms(state, key, now_ms) // 60_000}/{planned}" if planned != DASH else ""
