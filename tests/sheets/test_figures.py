"""Figures of a platform read from tables as platforms and people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from hostconsole.sheets.figure_cells import amount_of
from hostconsole.sheets.figure_export import Aired, FigureExport, Night, read_figures
from hostconsole.show.after_events import ItemFigures, MinuteFigures
from hostconsole.show.errors import Trouble

CHINA = timezone(timedelta(hours=8))
NIGHT = Night(
    products=(
        Aired(sku="SKU-1", link_no="1", title="棉柔巾", ids=("P1",), on_air=True),
        Aired(sku="SKU-2", link_no="2", title="保温杯", ids=("P2", "R9"), on_air=True),
        Aired(sku="SKU-3", link_no="3", title="锅铲", ids=("P3",), on_air=False),
    ),
    currency="CNY",
    began=datetime(2026, 11, 23, 12, 0, tzinfo=UTC),
    zone=CHINA,
)


def read(folder: Path, text: str, name: str = "figures.csv", **said: str) -> FigureExport:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_figures(path, NIGHT, said=said)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1,234", "1234"), ("¥1,234.50", "1234.50"), ("1.2万", "12000"), ("12w", "120000"),
        ("3亿", "300000000"),
        ("38件", "38"), ("１２", "12"), ("-5", "-5"), (7, "7"), (1.5, "1.5"), ("¥ 9", "9"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_platforms_write_them(cell: str | float, amount: str) -> None:
    assert amount_of(cell) == Decimal(amount)


@pytest.mark.parametrize("cell", ["", "x", "12%", "1.2.3.4", "未统计", "=1+1", "...", "1e9"])
def test_what_is_no_number_is_none(cell: str) -> None:
    assert amount_of(cell) is None


def test_one_column_is_units_of_every_product_in_the_reports_order(tmp_path: Path) -> None:
    found = read(tmp_path, "12\n-\n1.2万\n", "pasted.txt")
    assert (found.kind, [(i.sku, i.sold) for i in found.items]) == (
        "column",
        [("SKU-1", 12), ("SKU-3", 12_000)],
    )


def test_one_column_may_be_of_what_was_on_air_only(tmp_path: Path) -> None:
    assert [(i.sku, i.sold) for i in read(tmp_path, "12\n34\n").items] == [("SKU-1", 12), ("SKU-2", 34)]


def test_a_column_of_another_length_is_refused_with_both(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="has 4 figures; the show has 3 products, 2 of them aired"):
        read(tmp_path, "1\n2\n3\n4\n")


def test_rows_by_product_are_found_by_sku_link_or_title(tmp_path: Path) -> None:
    text = (
        "某平台 直播数据\n\n商家编码,链接号,商品名称,成交件数,成交金额(元),商品点击人数,退款订单数\n"
        'SKU-1,,,30,"1,234.50",500,2\n,2,,12,99,,\n,,锅铲,1,5,,\nSKU-X,9,别的,7,7,7,7\n'
    )
    found = read(tmp_path, text)
    assert found.items == (
        ItemFigures(sku="SKU-1", key="SKU-1", sold=30, gmv=123_450, clicks=500, returned=2),
        ItemFigures(sku="SKU-2", key="2", sold=12, gmv=9_900),
        ItemFigures(sku="SKU-3", key="锅铲", sold=1, gmv=500),
    )
    assert found.notes == ("Row 7: 'SKU-X' is no product of this show.",)


def test_two_rows_of_a_product_are_added_up_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, "SKU,Units sold\nSKU-1,3\nP1,4\n")
    assert [(i.sku, i.sold) for i in found.items] == [("SKU-1", 7)]
    assert "added up" in found.notes[0]


def test_rows_by_minute_are_of_the_nights_day_and_of_the_morning_after(tmp_path: Path) -> None:
    found = read(tmp_path, "时间,在线人数,成交金额\n20:05,1.2万,100\n00:10,300,50\n25:00,1,1\n")
    assert found.minutes == (
        MinuteFigures(at="2026-11-23T12:05:00Z", viewers=12_000, gmv=10_000),
        MinuteFigures(at="2026-11-23T16:10:00Z", viewers=300, gmv=5_000),
    )
    assert found.notes == ("Row 4: '25:00' is no time.",)


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("2026/11/3 20:05", "2026-11-03T12:05:00Z"),
        ("2026/11/23 8:05", "2026-11-23T00:05:00Z"),
        ("2026/1/3 8:05:09", "2026-01-03T00:05:09Z"),
        ("2026/11/23 20:05", "2026-11-23T12:05:00Z"),
        ("2026-11-23T12:05:00Z", "2026-11-23T12:05:00Z"),
        ("2026年11月3日 8:05", "2026-11-03T00:05:00Z"),
    ],
)
def test_a_day_with_its_time_may_be_of_one_digit_each(tmp_path: Path, told: str, at: str) -> None:
    assert [m.at for m in read(tmp_path, f"时间,在线人数\n{told},5\n").minutes] == [at]


@pytest.mark.parametrize(
    "told", ["2026/11/31 8:05", "2026/11/3 25:05", "2026/11/3 x", "2026/11/3 20:05-20:06"]
)
def test_what_is_no_time_of_a_day_is_said(tmp_path: Path, told: str) -> None:
    found = read(tmp_path, f"时间,在线人数\n20:05,5\n{told},5\n")
    assert (len(found.minutes), found.notes) == (1, (f"Row 3: {told!r} is no time.",))


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    found = read(tmp_path, "某平台\n\n时间,在线人数\n\n20:05,5\n\n谁,5\n")
    assert found.notes == ("Row 7: '谁' is no time.",)


@pytest.mark.parametrize(
    "text",
    [
        "指标,数值\n成交金额,1.5万\n观看人数,2000\n备注,好\n",
        "GMV\t15000\nViewers\t2000\n",
        "成交金额,观看人数\n15000,2000\n",
    ],
)
def test_totals_are_read_as_a_list_or_as_one_row(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).totals == (("gmv", 1_500_000), ("viewers", 2000))


@pytest.mark.parametrize("cell", ["约30", "abc", "1千", "1.2k+", "9" * 20])
@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("SKU,销量,点击数\nSKU-1,7,{}\nSKU-2,-,5\n", 2),
        ("时间,在线人数,成交金额\n20:05,,3\n20:06,{},5\n", 3),
        ("成交金额,观看人数\n15000,{}\n", 2),
        ("指标,数值\n成交金额,1.5万\n观看次数,-\n观看人数,{}\n", 4),
        ("成交金额\t15000\n\n观看人数\t{}\n", 3),
        ("观看人数\t{}\n成交金额\t15000\n", 1),
    ],
)
def test_a_cell_that_is_no_number_is_said_and_an_empty_one_is_not(
    tmp_path: Path, text: str, row: int, cell: str
) -> None:
    found = read(tmp_path, text.format(cell))
    assert found.notes == (f"Row {row}: {cell!r} is no number.",)
    assert found.items or found.minutes or found.totals == (("gmv", 1_500_000),)


@pytest.mark.parametrize(
    ("text", "row", "words"),
    [
        ("指标,数值\n成交金额,1.5万\n备注,好\n", 3, "备注 好"),
        ("GMV\t15000\n\nApplause\t7\n", 3, "Applause 7"),
        ("GMV\t15000\nViewers: 2000\n", 2, "Viewers: 2000"),
    ],
)
def test_a_line_of_a_list_whose_name_is_not_known_is_said(
    tmp_path: Path, text: str, row: int, words: str
) -> None:
    found = read(tmp_path, text)
    assert found.totals == (("gmv", 1_500_000),)
    assert found.notes == (f"Row {row}: {words!r} is no figure that is known here.",)


def test_of_many_notes_the_first_thirty_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "GMV\t15000\n" + "Applause\t7\n" * 40)
    assert (len(found.notes), found.notes[-1]) == (31, "… and 10 rows more.")


def test_a_column_nobody_knows_is_named_once(tmp_path: Path) -> None:
    text = "编号牌,卖了\nSKU-1,5\n"
    with pytest.raises(Trouble) as met:
        read(tmp_path, text)
    assert met.value.fields["headers"] == ("编号牌", "卖了")
    assert "--map sold=" in met.value.reason
    assert read(tmp_path, text, 编号牌="sku", 卖了="sold").items == (
        ItemFigures(sku="SKU-1", key="SKU-1", sold=5),
    )


def test_an_id_whose_last_digits_are_lost_is_no_product(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "n.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["SKU", "Units sold"])
    sheet.write_row(1, 0, [1234567890123456789, 3])
    sheet.write_row(2, 0, ["SKU-2", 4])
    book.close()
    found = read_figures(tmp_path / "n.xlsx", NIGHT, said={})
    assert [(i.sku, i.sold) for i in found.items] == [("SKU-2", 4)]
    assert "last digits are lost" in found.notes[0]


cells = st.text(alphabet='0123456789,.:¥万-SKU 成交金额时间x\t"\n', max_size=12)


@settings(max_examples=150)
@given(rows=st.lists(st.lists(cells, max_size=5), max_size=8))
def test_any_table_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    try:
        found = read_figures(path, NIGHT, said={})
    except Trouble as trouble:
        assert trouble.reason
    else:
        assert found.items or found.minutes or found.totals or found.kind == "column"
