"""Run-sheets as people have them: any order, any words, notes above, headings between."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.sheets import read_show
from hostconsole.sheets.headers import SYNONYMS, known_as
from hostconsole.show.errors import Trouble

from .making import SAMPLE, codes, read_text, write_xlsx

PROMISED = {
    "title": "Title, Product, Product name, Item, Name, name_zh, name_en, 品名, 产品名称, 商品, 商品名称, "
    "标题",
    "live_price": "Price, Live price, 直播价, 到手价, 券后价, 售价",
    "ref_price": "Compare-at price, List price, RRP, Was, 原价, 日常价, 划线价",
    "stock_total": "Stock, Qty, Quantity, Inventory, 库存, 备货, 数量",
    "planned_minutes": "Minutes, Duration, 时长, 讲解时长",
    "script": "Script, Talking points, script_zh, script_en, 话术, 口播, 脚本",
    "key_points": "Key points, Selling points, 卖点, 利益点",
    "obs_scene": "Scene, OBS scene, 场景",
    "merchant_sku": "SKU, 商家编码, 货号",
    "link_no": "Link, No., #, 链接号, 序号",
    "offer": "Offer, Deal, 机制, 优惠, 权益",
}
NAMES = [(field, name) for field, names in PROMISED.items() for name in [field, *names.split(", ")]]
VALUES = {
    "live_price": ("price", "19.9", 1990), "ref_price": ("ref_price", "29.9", 2990),
    "stock_total": ("stock_total", "600", 600), "planned_minutes": ("planned_s", "8", 480),
    "script": ("script", "Hello.", "Hello."), "key_points": ("key_points", "a|b", ("a", "b")),
    "obs_scene": ("scene", "03_Close", "03_Close"), "merchant_sku": ("sku", "QH-1", "QH-1"),
    "link_no": ("link_no", "3", "3"), "offer": ("offer", "2 for 1", "2 for 1"),
    "title": ("title", "Cup", "Cup"),
}  # fmt: skip


@pytest.mark.parametrize(("field", "name"), NAMES)
@pytest.mark.parametrize("dress", [str, str.upper, str.lower, lambda n: f"  {n} "])
def test_every_promised_column_name_is_known(tmp_path, field, name, dress):
    attribute, cell, value = VALUES[field]
    text = f"{dress(name)}\n{cell}\n" if field == "title" else f"{dress(name)},title\n{cell},Cup\n"
    (item,) = read_text(tmp_path, text).plan.items
    assert getattr(item, attribute) == value


def test_the_samples_own_names_are_known():
    header = SAMPLE.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    assert len(header) == 47
    assert [known_as(name) for name in header] == [(name, 0) for name in header]


def test_no_name_is_given_to_two_columns():
    names = [name.strip().casefold() for listed in SYNONYMS.values() for name in listed.split(",")]
    assert len(names) == len(set(names))


def test_columns_may_stand_in_any_order_and_unknown_ones_are_kept(tmp_path):
    text = "库存,主播心情,品名,直播价(元),Weather\n600,开心,棉柔巾,19.9,\n"
    (item,) = read_text(tmp_path, text).plan.items
    assert (item.title, item.price, item.stock_total) == ("棉柔巾", 1990, 600)
    assert item.extra == (("主播心情", "开心"),)


def test_of_two_columns_with_one_meaning_the_surer_counts(tmp_path):
    text = "序号,品名,售价,直播价,链接号\n9,杯,129,89,3\n"
    (item,) = read_text(tmp_path, text).plan.items
    assert (item.price, item.link_no) == (8900, "3")
    assert item.extra == (("序号", "9"), ("售价", "129"))


@pytest.mark.parametrize("title", ["宝贝", "宝贝名称", "宝贝标题"])
def test_taobaos_word_for_goods_is_a_title(tmp_path, title):
    (item,) = read_text(tmp_path, f"讲解顺序,{title},到手价,备货数量\n1,保温杯,89,100\n").plan.items
    assert (item.title, item.price, item.stock_total) == ("保温杯", 8900, 100)


def test_the_header_may_stand_below_titles_and_notes(tmp_path):
    text = (
        "青禾秋日专场,,,\n,,,\n制表:小王,日期 10月,,\n"
        + ",,,\n" * 15
        + "链接号,品名,直播价,库存\n3,杯,89,900\n"
    )
    reading = read_text(tmp_path, text)
    (item,) = reading.plan.items
    assert (item.id, item.row, item.title, item.price) == ("R1", 20, "杯", 8900)


def test_a_header_below_row_twenty_is_not_looked_for(tmp_path):
    reading = read_text(tmp_path, "note\n" * 20 + "title\nCup\n")
    assert reading.plan.items == ()
    assert codes(reading) == ["no_header"]


@pytest.mark.parametrize("text", ["杯,89,900\n壶,59,100\n", "price,stock\n1,2\n"])
def test_a_headless_sheet_gives_no_items_and_says_why(tmp_path, text):
    reading = read_text(tmp_path, text)
    assert reading.plan.items == ()
    assert codes(reading) == ["no_header"]
    assert reading.findings[0].as_json()["level"] == "error"


def test_a_header_alone_gives_no_items(tmp_path):
    assert codes(read_text(tmp_path, "title,price\n")) == ["columns", "no_items"]


def test_only_a_title_is_required(tmp_path):
    reading = read_text(tmp_path, "品名\n杯\n壶\n")
    assert [(i.id, i.title, i.kind, i.sku) for i in reading.plan.items] == [
        ("R1", "杯", "product", "R1"),
        ("R2", "壶", "product", "R2"),
    ]
    assert codes(reading) == ["columns", "no_price", "no_stock", "no_scene", "no_script", "readable"]


def test_what_is_missing_is_a_warning_with_its_row_and_column(tmp_path):
    reading = read_text(tmp_path, "品名,直播价,库存,场景,话术\n杯,89,9,A,hi\n壶,,,,\n碗,1,2,B,ho\n")
    assert [(f.level, f.code, f.row, f.column) for f in reading.findings] == [
        ("ok", "columns", None, None),
        ("warning", "no_price", 3, "直播价"),
        ("warning", "no_stock", 3, "库存"),
        ("warning", "no_scene", 3, "场景"),
        ("warning", "no_script", 3, "话术"),
        ("ok", "readable", None, None),
    ]
    assert len(reading.plan.items) == 3


def test_headings_totals_blank_rows_and_repeated_headers_are_no_items(tmp_path):
    header = "链接号,品名,直播价\n"
    text = f"{header}第一部分 热场,,\n1,杯,89\n,,\n{header},【第二轮】,\n2,壶,59\n合计,,148\n"
    reading = read_text(tmp_path, text)
    assert [(i.title, i.row) for i in reading.plan.items] == [("杯", 3), ("壶", 7)]
    assert [(f.code, f.row) for f in reading.findings if f.row] == [
        ("heading", 2),
        ("heading", 6),
        ("totals", 8),
    ]


@pytest.mark.parametrize("label", ["合计", "小计", "总 计", "Total", "Grand total:"])
def test_a_row_of_totals_is_no_item_where_its_label_stands_under_the_title(tmp_path, label):
    reading = read_text(tmp_path, f"品名,直播价,库存\n杯,89,1\n壶,59,3\n{label},148,4\n")
    assert [item.title for item in reading.plan.items] == ["杯", "壶"]
    assert [(f.code, f.row) for f in reading.findings if f.code == "totals"] == [("totals", 4)]


def test_a_row_without_title_is_an_error_and_left_out(tmp_path):
    reading = read_text(tmp_path, "品名,直播价,库存\n杯,89,1\n,59,3\n")
    assert [i.title for i in reading.plan.items] == ["杯"]
    assert [(f.code, f.row, f.column) for f in reading.findings if f.level == "error"] == [
        ("no_title", 3, "品名")
    ]


def test_a_row_shifted_by_a_stray_comma_is_refused(tmp_path):
    reading = read_text(tmp_path, "title,price,stock\nCup, blue,89,900\nPot,59,100\n")
    assert [i.title for i in reading.plan.items] == ["Pot"]
    assert [(f.code, f.row) for f in reading.findings if f.level == "error"] == [("too_many_cells", 2)]


def test_a_repeated_id_is_an_error_and_the_row_is_shown_under_a_fresh_one(tmp_path):
    reading = read_text(tmp_path, "row_id,title\nA,Cup\nA,Pot\nA-2,Pan\n,Jug\nR4,Mug\nA,Lid\n")
    assert [i.id for i in reading.plan.items] == ["A", "A-3", "A-2", "R4-2", "R4", "A-4"]
    errors = [f for f in reading.findings if f.level == "error"]
    assert [(f.code, f.row, f.column) for f in errors] == [
        ("duplicate_id", 3, "row_id"),
        ("duplicate_id", 7, "row_id"),
    ]


def test_ten_thousand_equal_ids_take_no_longer_than_different_ones(tmp_path):
    reading = read_text(tmp_path, "row_id,title\n" + "A,Cup\n" * 10_000)
    assert len({i.id for i in reading.plan.items}) == 10_000


def test_kinds_have_names_in_both_languages(tmp_path):
    text = "类型,品名,货号,商品ID\n环节,开场,,\n商品,杯,S1,P1\n返场,再讲杯,,P1\n抽奖环节,抽奖,,\n???,壶,S2,\n"
    reading = read_text(tmp_path, text)
    assert [i.kind for i in reading.plan.items] == ["segment", "product", "encore", "segment", "product"]
    assert [(f.row, f.column) for f in reading.findings if f.code == "row_type"] == [(6, "类型")]


def test_an_encore_keeps_its_own_cells_and_takes_the_rest(tmp_path):
    text = (
        "row_id,row_type,title,product_id,sku,price,ref_price,stock,script,points,scene\n"
        "A,product,Cup,,S1,89,129,900,Buy.,x|y,one\n"
        "B,return,Cup again,A,,,,,,,two\n"
        "C,encore,Cup cheaper,A,,79,,,Again.,z,\n"
        "D,encore,Nothing,Q,,,,,,,\n"
    )
    reading = read_text(tmp_path, text)
    _, again, cheaper, orphan = reading.plan.items
    assert (again.product, again.sku, again.price, again.own_price) == ("A", "S1", 8900, False)
    assert (again.script, again.key_points, again.ref_price, again.scene) == (
        "Buy.",
        ("x", "y"),
        12900,
        "two",
    )
    assert again.stock_total is None
    assert (cheaper.price, cheaper.own_price, cheaper.script, cheaper.key_points) == (
        7900,
        True,
        "Again.",
        ("z",),
    )
    assert (orphan.kind, orphan.sku, orphan.product) == ("product", "D", "")
    assert [(f.code, f.row) for f in reading.findings if f.level == "error"] == [("unknown_product", 5)]


def test_a_sku_or_link_on_two_products_is_a_warning(tmp_path):
    reading = read_text(tmp_path, "title,sku,link,price\nCup,S,1,1\nPot,S,1,1\n")
    found = {f.code: (f.level, f.row) for f in reading.findings}
    assert found["duplicate_sku"] == found["duplicate_link"] == ("warning", 3)


@pytest.mark.parametrize(
    ("cell", "link"), [("3", "3"), ("3号", "3"), ("3号链接", "3"), ("No. 3", "3"), ("#3", "3"), ("A3", "A3")]
)
def test_link_numbers(tmp_path, cell, link):
    assert read_text(tmp_path, f"链接,品名\n{cell},杯\n").plan.items[0].link_no == link


def test_times_of_day_become_offsets_even_over_midnight(tmp_path):
    reading = read_text(tmp_path, "开始时间,品名\n23:30,杯\n23:50-00:10,壶\n00:10,碗\n")
    assert [i.planned_start_s for i in reading.plan.items] == [0, 1200, 2400]
    assert "times_of_day" in codes(reading, "warning")


def test_must_say_lines_come_only_from_their_own_columns(tmp_path):
    text = "品名,必说,不能说,备注\n杯,现场测温|报告编号,最保温,不说'最好'\n"
    (item,) = read_text(tmp_path, text).plan.items
    assert item.must_say == ("现场测温", "报告编号")
    assert item.must_not_say == ("最保温",)
    assert item.notes == "不说'最好'"


def test_english_fills_in_where_chinese_is_missing(tmp_path):
    text = "name_zh,name_en,script_zh,script_en,offer_zh,offer_en\n杯,Cup,话,Words,惠,Deal\n,Pot,,Say,,Off\n"
    cup, pot = read_text(tmp_path, text).plan.items
    assert (cup.title, cup.title_en, cup.script, cup.script_en, cup.offer, cup.offer_en) == (
        "杯", "Cup", "话", "Words", "惠", "Deal",
    )  # fmt: skip
    assert (pot.title, pot.script, pot.offer) == ("Pot", "Say", "Off")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_the_sample_reads_the_same_however_it_is_saved(tmp_path, encoding, separator, line_end):
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows(rows)
    reading = read_text(tmp_path, text.getvalue(), encoding=encoding)
    assert reading.plan.items == read_show(SAMPLE).plan.items
    assert reading.separator == separator


def test_the_sample_reads_the_same_from_a_workbook_with_real_numbers(tmp_path):
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = [[_typed(cell) for cell in row] for row in csv.reader(file)]
    reading = read_show(write_xlsx(tmp_path / "show.xlsx", rows))
    assert reading.plan.items == read_show(SAMPLE).plan.items
    assert (reading.encoding, reading.separator) == ("", "")


def _typed(cell: str) -> str | float | None:
    try:
        return float(cell)
    except ValueError:
        return cell or None


def test_a_semicolon_sheet_with_decimal_commas_has_nothing_guessed(tmp_path):
    reading = read_text(tmp_path, "Title;Price;Stock\nTasse;19,90;5\nTopf;1.299,00;7\n", currency="EUR")
    assert [(i.price, i.currency) for i in reading.plan.items] == [(1990, "EUR"), (129900, "EUR")]
    assert "guessed" not in codes(reading)


def test_a_gbk_sheet_of_two_rows_is_recognised(tmp_path):
    reading = read_text(tmp_path, "品名,直播价\n杯子,19\n", encoding="gbk")
    assert reading.plan.items[0].title == "杯子"
    assert reading.encoding == "gb18030"


def test_merged_cells_are_headings_across_and_values_down(tmp_path):
    rows = [
        ["角色", "品名", "直播价", "库存"],
        ["第一轮", None, None, None],
        ["福利款", "杯", 89, 900],
        ["福利款", "壶", 59, 900],
        ["利润款", "碗", 9.9, 10],
    ]
    path = write_xlsx(tmp_path / "show.xlsx", rows, merges=((1, 0, 1, 3), (2, 0, 3, 0), (2, 3, 3, 3)))
    reading = read_show(path)
    assert [(i.title, i.role, i.row) for i in reading.plan.items] == [
        ("杯", "福利款", 3), ("壶", "福利款", 4), ("碗", "利润款", 5),
    ]  # fmt: skip
    # One stock for two rows is not two stocks.
    assert [i.stock_total for i in reading.plan.items] == [900, None, 10]


def test_a_long_id_stored_as_a_number_is_refused_by_row(tmp_path):
    rows = [["品名", "货号", "直播价"], ["杯", 1729384756102938475, 89], ["壶", "1729384756102938475", 59]]
    reading = read_show(write_xlsx(tmp_path / "show.xlsx", rows))
    assert [i.sku for i in reading.plan.items] == ["R1", "1729384756102938475"]
    (error,) = [f for f in reading.findings if f.level == "error"]
    assert (error.code, error.row, error.column) == ("rounded_number", 2, "货号")


def test_a_stored_number_has_a_decimal_point_not_thousands(tmp_path):
    reading = read_show(
        write_xlsx(tmp_path / "show.xlsx", [["品名", "直播价"], ["杯", 1.299], ["壶", 0.1 + 0.2]])
    )
    assert [i.price for i in reading.plan.items] == [130, 30]


def test_the_sheet_with_the_headers_is_found_among_others(tmp_path):
    import xlsxwriter

    path = tmp_path / "show.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明").write(0, 0, "请先阅读")
        book.add_worksheet("排品").write_column(0, 0, ["品名", "杯"])
    assert [i.title for i in read_show(path).plan.items] == ["杯"]


def tabs(path, *sheets, hidden=()):
    """A workbook of (name, rows)."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if name in hidden:
                sheet.hide()
    return path


RUN_SHEET = [["品名", "直播价", "库存"], ["杯", 19, 5]]


def test_a_second_tab_that_looks_like_the_first_is_named(tmp_path):
    nearly = [["notes"], [], ["品名", "价格", "颜料"], ["碗", 9, "x"]]
    path = tabs(tmp_path / "two.xlsx", ("上半场", RUN_SHEET), ("下半场", RUN_SHEET), ("说明", [["hello"]]),
                ("加时", nearly), ("空", RUN_SHEET[:1]), ("旧", RUN_SHEET), hidden=("旧",))  # fmt: skip
    reading = read_show(path)
    (warning,) = [finding for finding in reading.findings if finding.code == "other_sheets"]
    assert (warning.level, warning.row, warning.column) == ("warning", None, None)
    assert warning.message == (
        "Other sheets of the workbook look like '上半场' and were not read: 下半场, 加时."
    )
    assert [item.title for item in reading.plan.items] == ["杯"]


def test_a_second_tab_with_one_known_word_is_like_nothing(tmp_path):
    path = tabs(tmp_path / "one.xlsx", ("a", [["品名"], ["杯"]]), ("b", [["品名"], ["碗"]]))
    assert "other_sheets" not in codes(read_show(path))


def test_the_tabs_beside_a_shops_products_are_not_named(tmp_path):
    from .shops import files

    path = tabs(tmp_path / "shop.xlsx", ("Template", files.shopify_old()), ("Guide", files.shopify_old()))
    reading = read_show(path)
    assert reading.format.startswith("shopify")
    assert "other_sheets" not in codes(reading)


def test_a_price_that_is_an_error_in_a_workbook_is_told_as_in_a_csv(tmp_path):
    import xlsxwriter

    path = tmp_path / "show.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["品名", "直播价"])
        sheet.write(1, 0, "杯")
        sheet.write_formula(1, 1, "=VLOOKUP(A2,C:D,2,0)", None, "#N/A")
    (error,) = read_show(path).errors
    (tmp_path / "show.csv").write_text("品名,直播价\n杯,#N/A\n", encoding="utf-8")
    assert read_show(tmp_path / "show.csv").errors == (error,)
    assert "'#N/A' is not a price" in error.message


def test_a_huge_cell_is_an_error_with_its_place_and_the_rest_is_read(tmp_path):
    reading = read_text(tmp_path, "title,script\nCup," + "x" * 1_000_001 + "\nPot,hi\n")
    assert [i.title for i in reading.plan.items] == ["Cup", "Pot"]
    (error,) = [f for f in reading.findings if f.level == "error"]
    assert (error.code, error.row, error.column) == ("huge_cell", 2, "script")


def test_words_and_pictures_beside_the_sheet(tmp_path):
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "A.md").write_text("From a file.\n", encoding="utf-8")
    (tmp_path / "scripts" / "B.md").write_text("Not this.", encoding="utf-8")
    (tmp_path / "scripts" / "C.md").write_bytes(b"\xff\xfe\x00broken")
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (tmp_path / "cup.png").write_bytes(b"png")
    text = "row_id,title,script,图片\nA,Cup,,cup.png\nB,Pot,In the cell.,none.png\nC,Pan,,\n../secret,Jug,,\n"
    reading = read_text(tmp_path, text)
    assert [i.script for i in reading.plan.items] == ["From a file.", "In the cell.", "", ""]
    assert [i.picture for i in reading.plan.items] == [str(tmp_path / "cup.png"), "", "", ""]
    found = {f.code: (f.level, f.row, f.column) for f in reading.findings}
    assert found["no_picture"] == ("warning", 3, "图片")
    assert found["script_file"] == ("error", 4, "script")


def test_what_does_not_add_up_is_told(tmp_path):
    text = (
        "title,price,floor_price,ref_price,stock,buffer_qty,variants,release_plan,presale_qty\n"
        "Cup,9,10,8,100,10,red=50|blue=40,50@open;presale:5@manual,6\n"
    )
    expected = {"below_floor", "above_reference", "variants_differ", "release_differs", "presale_differs"}
    assert expected <= set(codes(read_text(tmp_path, text), "warning"))


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_what_cannot_be_opened_is_trouble(tmp_path, name):
    with pytest.raises(Trouble) as caught:
        read_show(tmp_path / name)
    assert caught.value.code in ("missing", "folder")
    assert caught.value.reason.endswith(".")


@settings(max_examples=200, deadline=5000, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=2000), st.sampled_from([".csv", ".xlsx"]), st.booleans())
def test_any_bytes_give_a_reading_or_trouble(tmp_path, content, ending, headed):
    path = tmp_path / f"show{ending}"
    path.write_bytes((b"title,price,stock,row_id\n" if headed else b"") + content)
    try:
        reading = read_show(path)
    except Trouble as why:
        assert why.reason
    else:
        assert len({item.id for item in reading.plan.items}) == len(reading.plan.items)


CELL = st.one_of(
    st.text(max_size=12), st.sampled_from(["A", "return", "返场", "segment", "-1", "19.9", "1,2@open"])
)


@settings(max_examples=200, deadline=5000, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(sorted(SYNONYMS)), min_size=1, max_size=8),
    st.lists(st.lists(CELL, max_size=9), max_size=8),
)
def test_any_cells_under_any_headers_give_sound_items(tmp_path, header, rows):
    text = io.StringIO()
    csv.writer(text).writerows([["title", *header], *rows])
    path = tmp_path / "show.csv"
    path.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
    try:
        reading = read_show(path)
    except Trouble:
        return
    ids = {item.id for item in reading.plan.items}
    assert len(ids) == len(reading.plan.items)
    for item in reading.plan.items:
        assert item.title
        assert item.price is None or item.price >= 0
        assert item.stock_total is None or item.stock_total >= 0
        assert bool(item.sku) == (item.kind != "segment")
        assert (item.product in ids) if item.kind == "encore" else not item.product


def test_it_is_said_what_columns_were_read_as_and_which_are_not_used(tmp_path):
    reading = read_text(tmp_path, "品名,直播价,备住\n杯,89,轻\n")
    said = {finding.code: finding.message for finding in reading.findings}
    assert said["columns"] == "Read as: 品名 → title, 直播价 → live_price."
    assert said["unknown_columns"] == "Kept, but not used: 备住."
    assert reading.plan.items[0].extra == (("备住", "轻"),)
