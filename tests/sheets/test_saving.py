"""What was edited is written back: into the CSV itself, beside a workbook, and nothing besides changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.sheets import read_show
from hostconsole.sheets.saving import Saved, save_show
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Item, Plan

from .making import SAMPLE, write_xlsx
from .shops import files

SHEET = (
    "青禾专场,,,,,\r\n"
    '链接号,品名,"直播价(元)",库存,主播心情,场景\r\n'
    "第一部分,,,,,\r\n"
    "1,杯,¥89.00,900,开心,A\r\n"
    '2,"壶, 大",59,约100,,B\r\n'
    "合计,,148,,,\r\n"
)


def changed(plan: Plan, key: str, **words: object) -> Plan:
    items = tuple(replace(i, **words) if i.id == key else i for i in plan.items)  # type: ignore[arg-type]
    return replace(plan, items=items)


def saved(plan: Plan) -> Saved:
    return save_show(plan, currency="CNY")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "show.csv"
    path.write_bytes(SHEET.encode("gb18030"))
    return path


def test_a_csv_is_the_same_byte_for_byte_outside_the_changed_cells(sheet):
    plan = read_show(sheet).plan
    result = saved(changed(plan, "R1", price=7950, title="钢杯"))
    assert result.path == sheet
    assert sheet.read_bytes() == SHEET.replace("1,杯,¥89.00", "1,钢杯,79.50").encode("gb18030")
    assert read_show(sheet).plan.digest == result.digest


def test_nothing_edited_is_nothing_written(sheet):
    before = sheet.stat().st_mtime_ns
    assert saved(read_show(sheet).plan).changed == 0
    assert sheet.stat().st_mtime_ns == before


def test_rows_change_places_and_headings_and_totals_stay(sheet):
    plan = read_show(sheet).plan
    saved(replace(plan, items=tuple(reversed(plan.items))))
    one, two = SHEET.splitlines(keepends=True)[3:5]
    assert sheet.read_bytes() == SHEET.replace(one + two, two + one).encode("gb18030")


def test_a_new_row_stands_where_it_was_put_and_a_new_column_behind_the_others(sheet):
    plan = read_show(sheet).plan
    new = Item(id="A9", kind="product", title="碗", sku="A9", price=900, offer="买一送一")
    saved(replace(plan, items=(plan.items[0], new, plan.items[1])))
    lines = sheet.read_bytes().decode("gb18030").splitlines()
    assert lines[1] == '链接号,品名,"直播价(元)",库存,主播心情,场景,merchant_sku,offer' or lines[1].endswith(
        "offer"
    )
    again = read_show(sheet).plan.items
    assert [(i.title, i.price, i.offer) for i in again] == [
        ("杯", 8900, ""),
        ("碗", 900, "买一送一"),
        ("壶, 大", 5900, ""),
    ]


def test_a_workbook_is_written_beside_with_every_column_and_value(tmp_path):
    rows = [
        ["链接号", "品名", "直播价", "库存", "主播心情", "日期"],
        [1, "杯", 89.5, 900, "开心", "2026-11-25"],
        [2, "壶", 59, 100, "累", ""],
    ]
    path = write_xlsx(tmp_path / "show.xlsx", rows)
    before = path.read_bytes()
    result = saved(changed(read_show(path).plan, "R2", stock_total=80))
    assert result.path == tmp_path / "show (edited).xlsx"
    assert path.read_bytes() == before
    book = python_calamine.CalamineWorkbook.from_path(result.path)
    rows[2][3] = 80
    assert book.get_sheet_by_index(0).to_python() == rows


def test_merged_cells_are_filled_where_nothing_is_merged_any_more(tmp_path):
    rows = [["品名", "场景", "库存"], ["杯", "A", 9], ["壶", None, 8]]
    path = write_xlsx(tmp_path / "show.xlsx", rows, merges=((1, 1, 2, 1),))
    result = saved(changed(read_show(path).plan, "R1", stock_total=7))
    assert [(i.scene, i.stock_total) for i in read_show(result.path).plan.items] == [("A", 7), ("A", 8)]


def test_the_sample_with_an_encore_and_a_moved_row_reads_back_as_it_is_shown(tmp_path):
    path = tmp_path / "show.csv"
    path.write_bytes(SAMPLE.read_bytes())
    plan = read_show(path).plan
    cup = next(item for item in plan.items if item.id == "P03")
    again = replace(
        cup, id="A30", kind="encore", product="P03", own_price=False, row=None, release=(), cues=""
    )
    items = [replace(item, row=None) for item in plan.items]
    items.insert(20, replace(again, stock_total=None))
    items.insert(2, items.pop(7))
    saved(replace(plan, items=tuple(items)))
    assert [replace(item, row=None) for item in read_show(path).plan.items] == items


def test_a_picture_beside_the_sheet_is_named_from_there(sheet):
    picture = sheet.parent / "pictures" / "cup.png"
    picture.parent.mkdir()
    picture.write_bytes(b"x")
    saved(changed(read_show(sheet).plan, "R1", picture=str(picture)))
    lines = sheet.read_bytes().decode("gb18030").splitlines()
    assert lines[1].endswith(",picture")
    assert lines[3] == "1,杯,¥89.00,900,开心,A,pictures/cup.png"
    assert read_show(sheet).plan.items[0].picture == str(picture)


def test_a_shops_export_is_saved_as_a_run_sheet_beside_it(tmp_path):
    path = tmp_path / "shop.csv"
    path.write_text(files.as_text(files.shopify_old()), encoding="utf-8")
    before = path.read_bytes()
    result = saved(changed(read_show(path).plan, "R1", price=7900))
    assert (path.read_bytes(), result.path.name) == (before, "shop (edited).xlsx")
    assert read_show(result.path).plan.items[0].price == 7900


def test_what_the_files_encoding_cannot_say_goes_beside_it(tmp_path):
    path = tmp_path / "show.csv"
    path.write_bytes("Title;Price;Note\nBücher für Gärtner;8,50;schön\nKännchen;5;übrig\n".encode("cp1252"))
    before = path.read_bytes()
    result = saved(changed(read_show(path).plan, "R1", title="书"))
    assert (path.read_bytes(), result.path.name) == (before, "show (edited).xlsx")
    assert "cannot be written in cp1252" in result.why
    assert read_show(result.path).plan.items[0].title == "书"


def test_a_sheet_that_was_changed_elsewhere_is_not_overwritten(sheet):
    plan = read_show(sheet).plan
    sheet.write_bytes(SHEET.replace("900", "800").encode("gb18030"))
    with pytest.raises(Trouble, match="changed elsewhere"):
        saved(changed(plan, "R1", price=7900))


values = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text('杯壶 ,"x', min_size=1, max_size=6).map(lambda t: "品" + " ".join(t.split())),
        "price": st.integers(1, 10**6),
        "stock_total": st.none() | st.integers(0, 9999),
        "scene": st.sampled_from(["", "A", "B,2"]),
        "offer": st.sampled_from(["", '买"一"送一', "x\ny"]),
        "planned_s": st.none() | st.integers(0, 3600),
    },
)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(values, values, st.permutations([0, 1]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_any_edit_reads_back_as_it_is_shown(tmp_path, first, second, order, encoding):
    path = tmp_path / "show.csv"
    path.write_bytes(SHEET.encode(encoding))
    plan = changed(changed(read_show(path).plan, "R1", **first), "R2", **second)
    plan = replace(plan, items=tuple(plan.items[n] for n in order))
    result = saved(plan)
    again = read_show(result.path).plan.items
    keep = ("title", "price", "stock_total", "scene", "offer", "planned_s", "extra", "link_no")
    assert [[getattr(i, n) for n in keep] for i in again] == [
        [getattr(i, n) for n in keep] for i in plan.items
    ]
