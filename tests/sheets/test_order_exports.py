"""Exports of orders as the platforms write them, to lines that can be counted."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path

import pytest
import xlsxwriter

from hostconsole.sheets.order_columns import ColumnsSaid
from hostconsole.sheets.order_export import OrderExport, moment, read_orders
from hostconsole.sheets.order_states import state_of
from hostconsole.show.errors import Trouble

DOUYIN = (
    "主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码,订单应付金额,订单状态,售后状态,订单提交时间,发货时间\n"
    "6934512345678901234\t,6934512345678901235\t,保温杯,白,2,CUP-1\t,178.00,待发货,-,2026-11-23 20:43:10,-\n"
    "6934512345678901300\t,6934512345678901301\t,保温杯,蓝,1,CUP-1,89.00,已关闭,-,2026-11-23 20:44:00,-\n"
    "6934512345678901400\t,6934512345678901401\t,保温杯,蓝,1,CUP-1,89.00,已完成,退款成功,2026/11/23 20:45,-\n"
    "6934512345678901500\t,6934512345678901501\t,保温杯,蓝,3,CUP-1,267.00,待支付,-,2026-11-23 20:46:00,-\n"
    "6934512345678901600\t,6934512345678901601\t,保温杯,,1,CUP-1,89.00,已发货,退款中,2026-11-23 20:47:00,-\n"
    "6934512345678901600\t,6934512345678901601\t,保温杯,,1,CUP-1,89.00,已发货,退款中,2026-11-23 20:47:00,-\n"
    "6934512345678901700\t,6934512345678901701\t,杯刷,-,1,-,5.00,已发货,-,2026-11-23 20:48:00,-\n"
)  # fmt: skip

SHOPIFY = """Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Id
#1001,a@x.example,paid,2026-11-23 20:43:11 +0800,unfulfilled,CNY,2026-11-23 20:43:10 +0800,2,Cup,89.00,CUP-1,,0.00,5551
#1001,a@x.example,,,,,2026-11-23 20:43:10 +0800,1,Brush,9.00,BRUSH-1,,,
#1002,b@x.example,pending,,unfulfilled,CNY,2026-11-23 20:44:00 +0800,4,Cup,89.00,CUP-1,,0.00,5552
#1003,c@x.example,refunded,2026-11-23 20:45:11 +0800,unfulfilled,CNY,2026-11-23 20:45:10 +0800,1,Cup,89.00,CUP-1,2026-11-23 21:00:00 +0800,89.00,5553
#1004,d@x.example,voided,,unfulfilled,CNY,2026-11-23 20:46:10 +0800,1,Cup,89.00,CUP-1,2026-11-23 20:50:00 +0800,0.00,5554
"""  # noqa: E501

WOO = """Order Number,Order Status,Order Date,First Name (Billing),Item #,SKU,Item Name,Quantity (- Refund),Item Cost
701,Processing,2026-11-23 20:43,A,1,CUP-1,Cup,2,89.00
701,Processing,2026-11-23 20:43,A,2,BRUSH-1,Brush,1,9.00
702,On hold,2026-11-23 20:44,B,1,CUP-1,Cup,5,89.00
703,Cancelled,2026-11-23 20:45,C,1,CUP-1,Cup,1,89.00
"""  # noqa: E501

WOO_WIDE = """order_id,order_date,status,line_item_1,line_item_2
801,2026-11-23 20:43:00,wc-completed,name:Cup|product_id:1|sku:CUP-1|quantity:2|total:178.00,name:Brush|sku:BRUSH-1|quantity:1
802,2026-11-23 20:44:00,wc-refunded,name:Cup|product_id:1|sku:CUP-1|quantity:1|total:89.00,
"""  # noqa: E501


def read(folder: Path, text: str, *, name: str = "1764000000_orders.csv", **how: object) -> OrderExport:
    file = folder / name
    file.write_bytes(text.encode(str(how.pop("encoding", "utf-8"))))
    return read_orders(file, ColumnsSaid(**how))  # type: ignore[arg-type]


def lines(export: OrderExport) -> list[tuple[str, int, str]]:
    return [(line.sku, line.qty, line.state) for line in export.lines]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_douyin_with_tabs_dashes_refunds_and_a_line_that_stands_twice(tmp_path: Path, encoding: str) -> None:
    export = read(tmp_path, DOUYIN, encoding=encoding)
    assert export.platform == "douyin"
    assert lines(export) == [
        ("CUP-1", 2, "sold"),
        ("CUP-1", 1, "cancelled"),
        ("CUP-1", 1, "refunded"),
        ("CUP-1", 3, "unpaid"),
        ("CUP-1", 1, "sold"),
        ("", 1, "sold"),
    ]
    assert tuple(note.text for note in export.notes) == (
        "1 order lines stand in the file twice: counted once.",
    )


def test_douyin_times_are_beijings(tmp_path: Path) -> None:
    assert [line.at for line in read(tmp_path, DOUYIN).lines][:3:2] == [
        "2026-11-23T12:43:10.000Z",
        "2026-11-23T12:45:00.000Z",
    ]


def test_ids_that_a_spreadsheet_shortened_are_never_taken_for_one_order(tmp_path: Path) -> None:
    spoiled = DOUYIN.replace("6934512345678901235\t", "6.93451E+18").replace(
        "6934512345678901301\t", "6.93451E+18"
    )
    assert len(read(tmp_path, spoiled).lines) == 6
    lost = DOUYIN.replace("CUP-1\t", "6.93E+18", 1)
    export = read(tmp_path, lost)
    assert ("6.93E+18", 2, "sold") not in lines(export)
    assert "Row 2: the SKU 6.93E+18 has lost its last digits; left out." in [
        note.text for note in export.notes
    ]


def test_a_workbook_whose_ids_are_rounded_numbers(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for at, row in enumerate(DOUYIN.splitlines()[:3]):
        sheet.write_row(at, 0, row.split(","))
    for at in (1, 2):
        sheet.write_number(at, 1, 6934512345678901235)
        sheet.write_number(at, 4, 2)
    book.close()
    assert [line.qty for line in read_orders(path).lines] == [2, 2]


def test_shopifys_second_row_of_an_order_has_the_state_of_its_first(tmp_path: Path) -> None:
    export = read(tmp_path, SHOPIFY)
    assert export.platform == "shopify"
    assert lines(export) == [
        ("CUP-1", 2, "sold"),
        ("BRUSH-1", 1, "sold"),
        ("CUP-1", 4, "unpaid"),
        ("CUP-1", 1, "refunded"),
        ("CUP-1", 1, "cancelled"),
    ]
    assert export.lines[0].at == "2026-11-23T12:43:10.000Z"


def test_woocommerce_with_a_row_a_line_and_with_lines_side_by_side(tmp_path: Path) -> None:
    by_rows = read(tmp_path, WOO, zone=timezone(timedelta(hours=8)))
    assert by_rows.platform == "woocommerce"
    assert lines(by_rows)[1:] == [("BRUSH-1", 1, "sold"), ("CUP-1", 5, "unpaid"), ("CUP-1", 1, "cancelled")]
    assert by_rows.lines[0].at == "2026-11-23T12:43:00.000Z"
    wide = read(tmp_path, WOO_WIDE)
    assert lines(wide) == [("CUP-1", 2, "sold"), ("BRUSH-1", 1, "sold"), ("CUP-1", 1, "refunded")]


def test_any_other_file_by_naming_its_columns(tmp_path: Path) -> None:
    text = "nr;Artikel-Kennung;Stueck;Zustand\n1;CUP-1;2;bezahlt\n2;CUP-1;1;offen\n"
    with pytest.raises(Trouble, match=r"no list of orders: .*Its columns: nr, Artikel-Kennung") as met:
        read(tmp_path, text)
    assert met.value.code == "order_columns"
    with pytest.raises(Trouble, match="has no column for sku and qty: name it"):
        read(tmp_path, text, order="nr")
    how = {"sku": "Artikel-Kennung", "qty": "Stueck", "status": "Zustand"}
    assert [line.state for line in read(tmp_path, text, **how).lines] == ["unknown", "unknown"]
    assert lines(read(tmp_path, text, **how, sold=frozenset({"Bezahlt"}))) == [
        ("CUP-1", 2, "sold"),
        ("CUP-1", 1, "unpaid"),
    ]
    with pytest.raises(Trouble, match="has no column 'Menge'"):
        read(tmp_path, text, sku="Artikel-Kennung", qty="Menge")


def test_what_is_no_table_is_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is empty") as met:
        read(tmp_path, "")
    assert met.value.code == "orders_unreadable"


@pytest.mark.parametrize(
    ("word", "after_sale", "state"),
    [
        ("已完成", "-", "sold"),
        ("已完成", "退款成功", "refunded"),
        ("已完成", "售后关闭", "sold"),
        ("已发货", "退款中", "sold"),
        ("wc-completed", "", "sold"),
        ("On hold", "", "unpaid"),
        ("Completed", "Return/Refund", "refunded"),
        ("", "", "sold"),
        ("gefunden", "", "unknown"),
    ],
)
def test_the_words_of_the_platforms(word: str, after_sale: str, state: str) -> None:
    assert state_of(word, after_sale=after_sale, cancelled=False, sold=frozenset()) == state


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-23 20:43:10", "2026-11-23T12:43:10.000Z"),
        ("2026/11/23 20:43", "2026-11-23T12:43:00.000Z"),
        ("2026年11月23日 20:43:10", "2026-11-23T12:43:10.000Z"),
        ("2026-11-23T12:43:10Z", "2026-11-23T12:43:10.000Z"),
        ("2026-11-23 07:43:10 -0500", "2026-11-23T12:43:10.000Z"),
        ("2026-11-23 8:43:10 PM", "2026-11-23T12:43:10.000Z"),
        ("2026-11-23 12:05 am", "2026-11-22T16:05:00.000Z"),
        ("2026-11-23 13:05 PM", None),
        ("2026-11-23 at noon", None),
        ("2026-13-45", None),
        ("-", None),
    ],
)
def test_times(text: str, at: str | None) -> None:
    assert moment(text, timezone(timedelta(hours=8))) == at


TIKTOK = "Order ID,Order Status,Order Substatus,Seller SKU,Quantity,SKU Unit Original Price,Created Time\n"


def timed(folder: Path, *times: str) -> OrderExport:
    """One order at each of these times, the first of one piece, the second of two."""
    rows = [f'{n},Completed,Delivered,MUG-1,{n},9.9,"{at}"\n' for n, at in enumerate(times, start=1)]
    return read(folder, TIKTOK + "".join(rows), zone=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("times", "days"),
    [
        (("11/20/2026 8:03:11 PM", "11/05/2026 12:08:11 AM"), ("11-20T12:03:11", "11-04T16:08:11")),
        (("11/05/2026 8:03:11 PM", "11/06/2026 12:08 PM"), ("11-05T12:03:11", "11-06T04:08:00")),
        (("20/11/2026 20:03:11", "05/11/2026 12:08:11"), ("11-20T12:03:11", "11-05T04:08:11")),
        (("05/11/2026 12:08:11", "11-20-2026 20:03:11"), ("05-11T04:08:11", "11-20T12:03:11")),
        (("20/11/2026 8:03:11 pm", "05/11/2026, 8:03 p.m."), ("11-20T12:03:11", "11-05T12:03:00")),
    ],
)
def test_days_with_their_year_last_are_read_in_the_order_the_whole_column_has(
    tmp_path: Path, times: tuple[str, ...], days: tuple[str, ...]
) -> None:
    export = timed(tmp_path, *times)
    assert [line.at for line in export.lines] == [f"2026-{day}.000Z" for day in days]
    assert export.notes == ()


@pytest.mark.parametrize(
    "times",
    [
        ("05/11/2026 20:03:11", "06/11/2026 20:03:11"),
        ("20/11/2026 20:03:11", "11/20/2026 20:03:11"),
        ("20/11/2026 20:03:11", "11/20/2026 8:03:11 PM"),
    ],
)
def test_days_that_may_be_months_are_left_out_and_said(tmp_path: Path, times: tuple[str, ...]) -> None:
    export = timed(tmp_path, *times, "2026-11-23 20:43:10")
    assert [line.qty for line in export.lines] == [3]
    assert [note.text for note in export.notes] == [
        f"2 order lines have a time that cannot be read ({times[0]!r}): left out."
    ]


def test_a_time_that_cannot_be_read_is_left_out_and_a_line_without_one_is_not(tmp_path: Path) -> None:
    export = timed(tmp_path, "yesterday", "-", "", "31/11/2026 20:03:11")
    assert [(line.qty, line.at) for line in export.lines] == [(2, None), (3, None)]
    assert [(note.code, note.fields) for note in export.notes] == [
        ("unreadable_time", {"count": 2, "text": "yesterday"})
    ]
