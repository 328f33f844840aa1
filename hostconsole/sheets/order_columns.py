"""Which column of an order export is which: the platforms' own headers, and those a person names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import timedelta, timezone
from typing import Literal

from hostconsole.sheets.headers import HEADER_ROWS, normal
from hostconsole.show.errors import Trouble
from hostconsole.tables import Cell, text_of

Platform = Literal["shopify", "woocommerce", "douyin", "tiktok", "orders"]

BEIJING = timezone(timedelta(hours=8))

_NAMES: Mapping[str, str] = {
    "order": "主订单编号, Name, Order ID, Order Number, Order #, 订单编号, 订单号",
    "line": "子订单编号, Line ID, Lineitem ID",
    "sku": "商家编码, Lineitem SKU, Seller SKU, SKU, Item SKU, Merchant SKU, 商家SKU, 货号",
    "qty": "商品数量, Lineitem quantity, Quantity, Quantity (- Refund), Qty, Items sold, 数量, 购买数量",
    "status": "订单状态, Financial Status, Order Status, Status, 状态",
    "after_sale": "售后状态, Cancelation/Return Type, Cancellation/Return Type, Refund status, 退款状态",
    "returned": "Sku Quantity of return, Quantity refunded, Refunded quantity, 退款数量, 退货数量",
    "at": "订单提交时间, Created at, Created Time, 下单时间, 订单创建时间, Order Date, Date created, Date",
    "cancelled": "Cancelled at, Cancelled Time, 取消时间",
}
"""What each column is called, the likeliest first."""

_KNOWN = {normal(name): field for field, names in _NAMES.items() for name in names.split(",")}

_MARKS: Sequence[tuple[Platform, frozenset[str]]] = (
    ("douyin", frozenset({normal("子订单编号"), normal("选购商品")})),
    ("shopify", frozenset({normal("Lineitem sku"), normal("Lineitem quantity")})),
    (
        "tiktok",
        frozenset({normal("Seller SKU"), normal("Order Substatus"), normal("SKU Unit Original Price")}),
    ),
    ("woocommerce", frozenset({normal("Quantity (- Refund)"), normal("Line item 1"), normal("Order #")})),
)
"""Headers that only one platform writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsSaid:
    """What a person says of an export of another kind: names of columns, the states that count as sold (none:
    all known ones), and the zone of times that name none (None: the platform's, else this PC's)."""

    sku: str = ""
    qty: str = ""
    order: str = ""
    status: str = ""
    at: str = ""
    sold: frozenset[str] = frozenset()
    zone: timezone | None = None

    def names(self) -> dict[str, str]:
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("sold", "zone")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where things stand: the index of the header's row, and of each column by its meaning. `items` are
    columns that hold a whole line each (`line_item_1`)."""

    header: int
    platform: Platform
    at: Mapping[str, int]
    items: tuple[int, ...] = ()


def columns_in(rows: Sequence[Sequence[Cell]], said: ColumnsSaid, *, name: str) -> Columns:
    """Finds the header among the first rows. Raises Trouble "order_columns" if SKU or quantity is missing."""
    wanted = {normal(text): field for field, text in said.names().items() if text}
    best = Columns(header=0, platform="orders", at={})
    for index, row in enumerate(rows[:HEADER_ROWS]):
        found = _columns(index, [normal(text_of(cell)) for cell in row], wanted)
        if len(found.at) + len(found.items) > len(best.at) + len(best.items):
            best = found
    missing = [text for key, text in ((normal(t), t) for t in said.names().values() if t)
               if key not in _headers(rows, best)]  # fmt: skip
    if missing:
        raise Trouble("order_columns", f"{name} has no column {missing[0]!r}. {_has(rows, best)}")
    if not wanted and "order" not in best.at and "line" not in best.at:
        raise Trouble(
            "order_columns", f"{name} is no list of orders: no column of order ids. {_has(rows, best)}"
        )
    if not best.items and not {"sku", "qty"} <= set(best.at):
        lacking = " and ".join(word for word in ("sku", "qty") if word not in best.at)
        raise Trouble(
            "order_columns",
            f"{name} has no column for {lacking}: name it with --sku or --qty. {_has(rows, best)}",
        )
    return best


def _columns(index: int, headers: Sequence[str], wanted: Mapping[str, str]) -> Columns:
    at: dict[str, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        field = wanted.get(header) or _KNOWN.get(header)
        if field is not None:
            rank = -1 if header in wanted else _rank(field, header)
            at[field] = min(at.get(field, (rank, place)), (rank, place))
    items = tuple(
        place
        for place, header in enumerate(headers)
        if header.startswith("lineitem") and header[8:].isdigit()
    )
    columns = {field: place for field, (_rank_, place) in at.items()}
    return Columns(header=index, platform=_platform(headers), at=columns, items=items)


def _rank(field: str, header: str) -> int:
    return [normal(name) for name in _NAMES[field].split(",")].index(header)


def _platform(headers: Iterable[str]) -> Platform:
    there = set(headers)
    return next((platform for platform, marks in _MARKS if marks & there), "orders")


def _headers(rows: Sequence[Sequence[Cell]], columns: Columns) -> set[str]:
    row = rows[columns.header] if rows else ()
    return {normal(text_of(cell)) for cell in row}


def _has(rows: Sequence[Sequence[Cell]], columns: Columns) -> str:
    row = rows[columns.header] if rows else ()
    names = [text_of(cell).strip() for cell in row if text_of(cell).strip()]
    return f"Its columns: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}."
