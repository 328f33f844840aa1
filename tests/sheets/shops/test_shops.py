"""Exports of shops come in as they are: what is sold, for how much, how many; and what cannot be right is
refused by its row, while the rest comes in."""

from __future__ import annotations

import pytest

from hostconsole.sheets import read_show
from hostconsole.show.plan import Variant
from tests.sheets.making import codes, write_xlsx

from . import files
from .files import only, read_rows, refused

COLOURS = (Variant(name="Blue", qty=31, sku="CUP-B"), Variant(name="White", qty=92, sku="CUP-W"))


# -- Shopify -----------------------------------------------------------------------------------------


def test_a_shopify_product_is_one_item_with_its_variants(tmp_path):
    reading = read_rows(tmp_path, files.shopify_old())
    cup, towel = reading.plan.items
    assert reading.format == "shopify-products"
    assert (cup.title, cup.sku, cup.price, cup.ref_price, cup.row) == ("Steel Cup", "cup", 8900, 12900, 2)
    assert (cup.stock_total, cup.variants) == (123, COLOURS)
    assert dict(cup.extra) == {"Vendor": "Qinghe", "image_url": "https://cdn.example/cup.jpg"}
    assert (towel.title, towel.sku, towel.price, towel.variants) == ("Towel", "007", 1990, ())
    assert refused(reading) == []


def test_a_description_in_html_becomes_words(tmp_path):
    cup, _ = read_rows(tmp_path, files.shopify_old()).plan.items
    assert cup.script.splitlines()[0] == "Keeps warm."
    assert "316" in cup.script
    assert "<" not in cup.script


def test_what_shopify_does_not_track_is_not_counted(tmp_path):
    _, towel = read_rows(tmp_path, files.shopify_old()).plan.items
    assert towel.stock_total is None


def test_new_columns_give_the_same_and_a_range_of_prices_is_told(tmp_path):
    reading = read_rows(tmp_path, files.shopify_new())
    cup, towel = reading.plan.items
    assert (cup.title, cup.price, cup.ref_price, cup.stock_total) == ("Steel Cup", 7900, None, 123)
    assert (towel.sku, towel.price, towel.stock_total) == ("007", 1990, 5)
    (told,) = [f for f in reading.findings if f.code == "guessed"]
    assert (told.row, told.column) == (2, "Price")
    assert "79.00 to 89.00" in told.message


def test_a_row_with_more_cells_than_headers_is_refused_and_the_rest_comes_in(tmp_path):
    rows = files.shopify_new()
    rows[1] = [*rows[1][:17], "x", *rows[1][17:]]
    reading = read_rows(tmp_path, rows)
    assert refused(reading) == [("too_many_cells", 2)]
    assert [item.title for item in reading.plan.items] == ["cup", "Towel"]


def test_a_row_whose_stock_is_a_word_is_shifted_and_refused(tmp_path):
    rows = files.shopify_new()
    at = files.SHOPIFY_NEW.index("Inventory quantity")
    rows[3][at] = "shopify"
    reading = read_rows(tmp_path, rows)
    assert refused(reading) == [("misfit", 4)]
    assert "'shopify'" in reading.errors[0].message
    assert [item.title for item in reading.plan.items] == ["Steel Cup"]


def test_blank_cells_behind_every_row_are_no_shift(tmp_path):
    header, *rows = files.shopify_new()
    reading = read_rows(tmp_path, [header, *[[*row, ""] for row in rows]])
    assert refused(reading) == []
    assert len(reading.plan.items) == 2


def test_a_sku_twice_is_refused_at_the_second(tmp_path):
    rows = files.shopify_new()
    rows[3][files.SHOPIFY_NEW.index("SKU")] = "CUP-W"
    reading = read_rows(tmp_path, rows)
    assert refused(reading) == [("sku_twice", 4)]
    assert "row 3" in reading.errors[0].message


def test_a_product_whose_only_row_was_left_out_is_left_out_too(tmp_path):
    rows = files.shopify_old()
    rows[4][files.SHOPIFY_OLD.index("Variant SKU")] = "CUP-W"
    reading = read_rows(tmp_path, rows)
    assert refused(reading) == [("sku_twice", 5)]
    assert [item.title for item in reading.plan.items] == ["Steel Cup"]


def test_a_draft_comes_in_and_is_told(tmp_path):
    rows = files.shopify_new()
    rows[1][files.SHOPIFY_NEW.index("Status")] = "Draft"
    reading = read_rows(tmp_path, rows)
    assert [f.row for f in reading.findings if f.code == "not_for_sale"] == [2]
    assert len(reading.plan.items) == 2


def test_old_inventory_is_summed_over_the_shops_own_locations(tmp_path):
    reading = read_rows(tmp_path, files.inventory_old())
    cup, towel = reading.plan.items
    assert reading.format == "shopify-inventory"
    assert (cup.stock_total, [v.qty for v in cup.variants]) == (31, [31, 0])
    assert (towel.sku, towel.stock_total) == ("007", 5)
    assert [(f.code, f.row) for f in reading.findings if f.code == "oversold"] == [("oversold", 3)]


def test_new_inventory_is_summed_over_its_rows_and_not_stocked_is_not_zero(tmp_path):
    reading = read_rows(tmp_path, files.inventory_new())
    cup, towel = reading.plan.items
    assert (cup.sku, cup.stock_total) == ("CUP-B", 31)
    assert (towel.sku, towel.stock_total) == ("007", None)
    assert refused(reading) == []


def test_an_inventory_row_with_words_for_numbers_is_refused(tmp_path):
    rows = files.inventory_old()
    rows[1][files.INVENTORY_OLD.index("Lager Köln")] = "Blue"
    reading = read_rows(tmp_path, rows)
    assert refused(reading) == [("misfit", 2)]
    assert [item.title for item in reading.plan.items] == ["Steel Cup", "Towel"]


def test_sixteen_thousand_inventory_rows_are_read_in_a_moment(tmp_path):
    header, first, *_ = files.inventory_old()
    at, handle = files.INVENTORY_OLD.index("SKU"), files.INVENTORY_OLD.index("Handle")
    rows = []
    for n in range(15_700):
        row = list(first)
        row[at], row[handle] = f"{n:06}" if n % 7 else "", f"cup-{n // 3}"
        rows.append(row)
    reading = read_rows(tmp_path, [header, *rows])
    assert len(reading.plan.items) == 5234
    assert refused(reading) == []


# -- WooCommerce -------------------------------------------------------------------------------------


def check_woo(reading):
    cup, towel, soap = reading.plan.items
    assert reading.format == "woocommerce"
    assert (cup.title, cup.sku, cup.price, cup.ref_price) == ("Steel Cup", "CUP", 8900, 12900)
    assert (cup.stock_total, cup.variants, cup.script) == (123, COLOURS, "Keeps warm.")
    assert (towel.sku, towel.price, towel.ref_price, towel.stock_total) == ("TOWEL", 1990, None, None)
    assert (soap.price, soap.stock_total) == (500, 0)
    assert refused(reading) == []


def test_variations_join_their_parent_by_sku_or_id(tmp_path):
    check_woo(read_rows(tmp_path, files.woo()))


def test_translated_headers_are_the_same_file(tmp_path):
    check_woo(read_rows(tmp_path, files.woo(files.WOO_DE)))


def test_headers_in_a_language_nobody_has_listed_are_found_by_their_cells(tmp_path):
    header = [chr(0x410 + n) * 3 for n in range(39)] + ["ж 1 а", "ж 1 б", "ж 1 в", "ж 1 г"]
    check_woo(read_rows(tmp_path, files.woo(header)))


def test_an_older_export_without_low_stock_is_found_by_its_cells_too(tmp_path):
    at = files.WOO.index("Low stock amount")
    header = [chr(0x410 + n) * 3 for n in range(38)] + ["ж 1 а", "ж 1 б", "ж 1 в", "ж 1 г"]
    rows = [row[:at] + row[at + 1 :] for row in files.woo()[1:]]
    check_woo(read_rows(tmp_path, [header, *rows]))


def test_a_file_saved_again_by_excel_has_semicolons_and_decimal_commas(tmp_path):
    rows = files.woo(files.WOO_DE)
    for row in rows[1:]:
        for name in ("Sale price", "Regular price"):
            at = files.WOO.index(name)
            row[at] = row[at].replace(".", ",")
    reading = read_rows(tmp_path, rows, separator=";", encoding="cp1252")
    check_woo(reading)
    assert reading.encoding == "cp1252"
    assert "guessed" not in codes(reading)


def test_a_parents_own_stock_is_that_of_all_its_variations(tmp_path):
    rows = files.woo()
    at = files.WOO.index("Stock")
    rows[1][at], rows[2][at], rows[3][at] = "50", "", ""
    cup = read_rows(tmp_path, rows).plan.items[0]
    assert (cup.stock_total, cup.variants) == (50, ())


def test_counts_that_are_left_out_because_one_variation_is_not_counted_are_told(tmp_path):
    rows = files.woo()
    rows[3][files.WOO.index("Stock")] = ""
    reading = read_rows(tmp_path, rows)
    cup = reading.plan.items[0]
    assert (cup.stock_total, cup.variants) == (None, ())
    (told,) = [f for f in reading.findings if f.code == "variants_uncounted"]
    assert (told.level, told.row, told.column) == ("warning", 4, "Stock")
    assert told.message == (
        "White is not counted, so nobody knows how many there are of 'Steel Cup': its variants were left out "
        "(Blue: 31, CUP-B; White: CUP-W)."
    )


def test_where_no_variation_is_counted_nothing_was_left_out(tmp_path):
    rows = files.woo()
    rows[2][files.WOO.index("Stock")] = rows[3][files.WOO.index("Stock")] = ""
    assert "variants_uncounted" not in codes(read_rows(tmp_path, rows))


def test_a_variation_without_its_parent_stands_by_itself(tmp_path):
    rows = files.woo()
    del rows[1]
    reading = read_rows(tmp_path, rows)
    assert [item.title for item in reading.plan.items][:2] == [
        "Steel Cup - Blue",
        "Steel Cup - White",
    ] or len(reading.plan.items) == 4
    assert [f.row for f in reading.findings if f.code == "unknown_parent"] == [2, 3]


# -- TikTok Shop -------------------------------------------------------------------------------------


def check_tiktok(reading):
    cup, towel = reading.plan.items
    assert reading.format == "tiktok"
    assert (cup.title, cup.sku, cup.price, cup.stock_total) == ("Steel Cup", "1729384756102938475", 8900, 123)
    assert [(v.name, v.qty, v.sku) for v in cup.variants] == [
        ("Blue, L", 31, "CUP-B"),
        ("White, L", 92, "CUP-W"),
    ]
    assert (cup.category, cup.script, cup.row) == ("Cups", "Keeps warm", 6)
    assert (towel.sku, towel.stock_total) == ("1729384756103004013", 5)


def test_a_tiktok_template_begins_below_its_five_header_rows(tmp_path):
    path = write_xlsx(
        tmp_path / "Tiktoksellercenter_batchedit_20261123_all_information_template.xlsx", files.tiktok()
    )
    reading = read_show(path)
    check_tiktok(reading)
    assert refused(reading) == []


def test_without_a_quantity_column_the_stock_is_not_zero_but_unknown(tmp_path):
    at = files.TIKTOK.index("quantity")
    rows = [row[:at] + row[at + 1 :] for row in files.tiktok()]
    reading = read_rows(tmp_path, rows)
    assert [item.stock_total for item in reading.plan.items] == [None, None]
    assert [f.code for f in reading.findings if f.code == "stock_kept"] == ["stock_kept"]


def test_a_run_sheet_with_a_shops_words_is_no_template(tmp_path):
    rows = [["Product ID", "Product name", "Seller SKU", "Price", "Scene"], ["1", "Cup", "CUP", "89", "A"]]
    reading = read_rows(tmp_path, rows)
    assert (reading.format, only(reading).scene) == ("run-sheet", "A")


def test_a_template_of_basic_information_has_no_prices_and_no_rows_of_help(tmp_path):
    keep = [
        files.TIKTOK.index(name) for name in ("product_id", "category", "product_name", "product_description")
    ]
    reading = read_rows(
        tmp_path, [[row[at] if at < len(row) else "" for at in keep] for row in files.tiktok()]
    )
    assert [(item.title, item.price) for item in reading.plan.items] == [("Steel Cup", None), ("Towel", None)]


@pytest.mark.parametrize("rounded", [1.729384756102938e18, "1.72938E+18"])
def test_a_rounded_id_is_refused_by_its_row(tmp_path, rounded):
    rows = files.tiktok()
    rows[7][0] = rounded
    reading = read_show(write_xlsx(tmp_path / "x.xlsx", rows))
    assert refused(reading) == [("rounded_number", 8)]
    assert [item.title for item in reading.plan.items] == ["Steel Cup"]


# -- Taobao ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "gbk"])
def test_a_taobao_file_has_its_variants_in_one_cell(tmp_path, encoding):
    reading = read_rows(tmp_path, files.taobao(), separator="\t", encoding=encoding)
    cup, towel = reading.plan.items
    assert (reading.format, reading.separator) == ("taobao", "\t")
    assert (cup.title, cup.sku, cup.price, cup.stock_total, cup.row) == ("保温杯", "CUP", 8900, 123, 4)
    assert cup.variants == (
        Variant(name="雾霾蓝 / 480ml", qty=31, sku="CUP-B"),
        Variant(name="奶油白 / 480ml", qty=92, sku="CUP-W"),
    )
    assert cup.script.split() == ["读数为准", "316内胆"]
    assert (towel.sku, towel.price, towel.stock_total) == ("TIS", 1990, 600)
    assert refused(reading) == []


def test_a_variant_of_taobao_that_cannot_be_read_is_named(tmp_path):
    rows = files.taobao()
    rows[3][files.TAOBAO.index("skuProps")] = "89:31:CUP-B:1627207:28338;oops;"
    reading = read_rows(tmp_path, rows, separator="\t", encoding="utf-16")
    assert [(f.code, f.row) for f in reading.errors] == [("bad_value", 4)]
    assert reading.plan.items[0].stock_total == 31


# -- every format ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(
    "made",
    [files.shopify_old, files.shopify_new, files.inventory_old, files.inventory_new, files.woo, files.tiktok],
)
def test_a_workbook_says_the_same_as_the_text(tmp_path, made, ending):
    rows = made()
    as_text = read_rows(tmp_path, rows, name="a.csv")
    other = (
        read_show(write_xlsx(tmp_path / "a.xlsx", rows))
        if ending == "xlsx"
        else read_rows(tmp_path, rows, separator=";", name="b.csv", encoding="utf-8-sig")
    )
    assert other.plan.items == as_text.plan.items
    assert other.format == as_text.format


def test_a_run_sheet_is_none_of_them(tmp_path):
    reading = read_rows(tmp_path, [["品名", "直播价", "库存"], ["杯", "89", "9"]])
    assert reading.format == "run-sheet"
    assert only(reading).price == 8900
