"""A platform's export of orders, to lines: Shopify, WooCommerce, Douyin, TikTok Shop, or mapped by hand.

Met in real files (FORMATS): several rows an order of which only the first has its state, "-" for nothing,
ids with a tab behind them, ids that a spreadsheet turned into 6.93E+18, Beijing time without a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timezone
from pathlib import Path

from hostconsole.sheets.numerals import is_nothing, plain
from hostconsole.sheets.order_columns import BEIJING, Columns, ColumnsSaid, Platform, columns_in
from hostconsole.sheets.order_states import state_of
from hostconsole.sheets.stamps import First, first_in, stamp
from hostconsole.show.errors import Trouble
from hostconsole.show.reconciling import Note, OrderLine
from hostconsole.tables import Cell, Unreadable, read_table, rounded, text_of

_LOST_DIGITS = re.compile(r"\d(\.\d+)?E\+?\d{2}", re.IGNORECASE)
_MOST_SAID = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderExport:
    """What a file says. `notes` are about rows that could not be read."""

    platform: Platform
    digest: str
    lines: tuple[OrderLine, ...]
    notes: tuple[Note, ...]


def read_orders(path: Path, said: ColumnsSaid | None = None) -> OrderExport:
    """Reads CSV, XLSX, XLS or ODS. Raises Trouble "orders_unreadable" and "order_columns"."""
    said = said or ColumnsSaid()
    try:
        table = read_table(path)
    except Unreadable as why:
        raise Trouble("orders_unreadable", why.reason) from None
    columns = columns_in(table.rows, said, name=path.name)
    reading = _Reading(columns, said)
    lines = tuple(reading.lines(table.rows[columns.header + 1 :]))
    return OrderExport(
        platform=columns.platform, digest=table.digest, lines=lines, notes=tuple(reading.notes())
    )


class _Reading:
    def __init__(self, columns: Columns, said: ColumnsSaid) -> None:
        self._columns = columns
        self._said = said
        self._zone = said.zone or (BEIJING if columns.platform == "douyin" else None)
        self._order: dict[str, str] = {}
        self._seen: set[str] = set()
        self._twice = 0
        self._first: First | None = None
        self._untimed: list[str] = []
        self._bad: list[Note] = []

    def lines(self, rows: Sequence[Sequence[Cell]]) -> Iterator[OrderLine]:
        self._first = first_in(self._text(row, "at") for row in rows)
        for number, row in enumerate(rows, self._columns.header + 2):
            if any(text_of(cell).strip() for cell in row):
                yield from self._lines(number, row)

    def notes(self) -> Iterator[Note]:
        if self._twice:
            yield Note("twice", {"count": self._twice})
        if self._untimed:
            yield Note("unreadable_time", {"count": len(self._untimed), "text": self._untimed[0][:40]})
        yield from self._bad[:_MOST_SAID]
        if len(self._bad) > _MOST_SAID:
            yield Note("more_rows", {"count": len(self._bad) - _MOST_SAID})

    def _lines(self, number: int, row: Sequence[Cell]) -> Iterator[OrderLine]:
        order = self._of_order(row)
        at = moment(order["at"], self._zone, self._first)
        for sku, qty, returned in self._goods(number, row):
            if at is None and order["at"]:
                # Counted, it could be of any day: what has a time must be of the show.
                self._untimed.append(order["at"])
                continue
            yield OrderLine(
                row=number,
                sku=sku,
                qty=qty,
                state=state_of(
                    order["status"],
                    after_sale=self._text(row, "after_sale"),
                    cancelled=bool(order["cancelled"]),
                    sold=self._said.sold,
                ),
                at=at,
                word=order["status"],
                returned=returned,
            )

    def _of_order(self, row: Sequence[Cell]) -> dict[str, str]:
        """What is said of the order as a whole: on its first row only, in some exports."""
        own = {name: self._text(row, name) for name in ("order", "status", "cancelled", "at")}
        if own["order"] and own["order"] == self._order.get("order") and not own["status"]:
            return self._order
        self._order = own
        return own

    def _goods(self, number: int, row: Sequence[Cell]) -> Iterator[tuple[str, int, int]]:
        if self._is_again(row):
            self._twice += 1
            return
        for place in self._columns.items:
            yield from self._goods_in(number, text_of(row[place]) if place < len(row) else "")
        if self._columns.items or not (self._text(row, "qty") or self._text(row, "sku")):
            return
        if self._is_lost(row, "sku"):
            self._bad.append(Note("lost_sku", {"row": number, "sku": self._text(row, "sku")}))
        else:
            yield from self._counted(
                number, self._text(row, "sku"), self._text(row, "qty"), self._text(row, "returned")
            )

    def _goods_in(self, number: int, cell: str) -> Iterator[tuple[str, int, int]]:
        """`name:Beanie|sku:woo-beanie|quantity:2|…`"""
        parts = dict(part.split(":", 1) for part in cell.split("|") if ":" in part)
        if parts:
            yield from self._counted(number, parts.get("sku", "").strip(), parts.get("quantity", ""), "")

    def _counted(self, number: int, sku: str, qty: str, returned: str) -> Iterator[tuple[str, int, int]]:
        pieces = _pieces(qty)
        if pieces is None:
            self._bad.append(Note("no_number", {"row": number, "text": qty[:20]}))
        elif pieces > 0:
            yield sku, pieces, _pieces(returned) or 0

    def _is_again(self, row: Sequence[Cell]) -> bool:
        """Whether this line was on a row before: exports overlap. A shortened id says nothing."""
        line = self._text(row, "line")
        if not line or self._is_lost(row, "line"):
            return False
        again = line in self._seen
        self._seen.add(line)
        return again

    def _is_lost(self, row: Sequence[Cell], name: str) -> bool:
        place = self._columns.at.get(name)
        if place is None or place >= len(row):
            return False
        return rounded(row[place]) or _LOST_DIGITS.fullmatch(text_of(row[place]).strip()) is not None

    def _text(self, row: Sequence[Cell], name: str) -> str:
        """The cell of a column, "" for what says that there is nothing in it."""
        place = self._columns.at.get(name)
        text = plain(text_of(row[place])) if place is not None and place < len(row) else ""
        return "" if is_nothing(text) else text


def _pieces(text: str) -> int | None:
    found = re.fullmatch(r"(-?\d{1,7})(\.0+)?", plain(text))
    return int(found[1]) if found else None


def moment(text: str, zone: timezone | None, first: First | None = None) -> str | None:
    """A time as UTC ISO 8601 with "Z"; None if it is none. Without a zone of its own it is of `zone`, None:
    of this PC's."""
    utc = stamp(text, zone, first)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z") if utc else None
