"""Files brought together: what was made here stays, prices and stock follow."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.sheets.merging import merged
from hostconsole.show.plan import Item, Variant

from .making import read_text
from .shops import files
from .shops.files import read_rows

SHEET = (
    "row_id,row_type,merchant_sku,title,live_price,stock_total,script,obs_scene,product_id\n"
    "S1,segment,,开场,,,你好,01,\n"
    "P1,product,cup,钢杯,99,1,我的话术,03,\n"
    "P2,product,007,毛巾,25,2,,04,\n"
    "R1,return,,钢杯返场,,,,,P1\n"
    "S2,segment,,收尾,,,再见,10,\n"
)


def by_id(items: tuple[Item, ...]) -> dict[str, Item]:
    return {item.id: item for item in items}


def test_prices_and_stock_follow_and_words_scenes_and_order_stay(tmp_path):
    here = read_text(tmp_path, SHEET).plan
    result = merged(here, read_rows(tmp_path, files.shopify_old()))
    items = by_id(result.plan.items)
    assert [item.id for item in result.plan.items] == ["S1", "P1", "P2", "R1", "S2"]
    cup = items["P1"]
    assert (cup.title, cup.price, cup.ref_price, cup.stock_total) == ("钢杯", 8900, 12900, 123)
    assert (cup.script, cup.scene) == ("我的话术", "03")
    assert (items["P2"].price, items["P2"].stock_total) == (1990, 2)
    assert (result.found, result.added, result.outside) == (2, 0, 0)


def test_an_encore_goes_on_with_its_products_price(tmp_path):
    here = read_text(tmp_path, SHEET).plan
    items = by_id(merged(here, read_rows(tmp_path, files.shopify_old())).plan.items)
    assert (items["R1"].price, items["R1"].own_price, items["R1"].script) == (8900, False, "我的话术")


def test_empty_cells_are_filled_with_what_the_shop_says(tmp_path):
    text = "merchant_sku,title\ncup,钢杯\n"
    (cup,) = merged(read_text(tmp_path, text).plan, read_rows(tmp_path, files.shopify_old())).plan.items[:1]
    assert cup.script.startswith("Keeps warm")
    assert dict(cup.extra)["Vendor"] == "Qinghe"


def test_a_row_for_one_variant_gets_that_variants_price_and_stock(tmp_path):
    text = "merchant_sku,title,live_price,stock_total\nCUP-W,白杯,99,1\n"
    result = merged(read_text(tmp_path, text).plan, read_rows(tmp_path, files.shopify_new()))
    white = result.plan.items[0]
    assert (white.price, white.stock_total) == (7900, 92)
    assert result.outside == 1


def test_inventory_counts_and_changes_nothing_else(tmp_path):
    here = read_text(tmp_path, SHEET).plan
    items = by_id(merged(here, read_rows(tmp_path, files.inventory_old())).plan.items)
    assert (items["P1"].stock_total, items["P1"].price) == (31, 9900)
    assert (items["P2"].stock_total, items["P2"].price) == (5, 2500)


def test_an_unknown_quantity_keeps_the_old_one(tmp_path):
    at = files.TIKTOK.index("quantity")
    rows = [row[:at] + row[at + 1 :] for row in files.tiktok()]
    text = "merchant_sku,title,live_price,stock_total\n1729384756102938475,杯,99,7\n"
    (cup, *_) = merged(read_text(tmp_path, text).plan, read_rows(tmp_path, rows)).plan.items
    assert (cup.stock_total, cup.price) == (7, 8900)


def test_variants_are_counted_by_their_skus_under_the_names_used_here(tmp_path):
    here = read_text(tmp_path, SHEET).plan
    colours = (Variant(name="雾霾蓝", qty=1, sku="CUP-B"), Variant(name="奶油白", qty=0, sku="CUP-W"))
    here = replace(here, items=tuple(replace(i, variants=colours) if i.id == "P1" else i for i in here.items))
    cup = by_id(merged(here, read_rows(tmp_path, files.shopify_old())).plan.items)["P1"]
    assert [(v.name, v.qty) for v in cup.variants] == [("雾霾蓝", 31), ("奶油白", 92)]


def test_a_whole_shop_does_not_flood_a_show(tmp_path):
    text = "merchant_sku,title\nTOWEL,毛巾\n"
    result = merged(read_text(tmp_path, text).plan, read_rows(tmp_path, files.woo()))
    assert [item.title for item in result.plan.items] == ["毛巾"]
    assert (result.outside, result.names) == (2, ["Steel Cup", "Soap"])


def test_what_is_new_in_the_same_shop_comes_before_the_closing_words(tmp_path):
    here = read_text(tmp_path, SHEET).plan
    rows = files.shopify_old()
    new = {
        "Handle": "soap",
        "Title": "Soap",
        "Variant SKU": "SOAP",
        "Variant Price": "5.00",
        "Published": "TRUE",
    }
    rows += files.rows_of(files.SHOPIFY_OLD, new)
    result = merged(here, read_rows(tmp_path, rows))
    assert [item.id for item in result.plan.items] == ["S1", "P1", "P2", "R1", "R3", "S2"]
    assert (result.plan.items[4].title, result.added) == ("Soap", 1)


def test_merging_the_same_file_twice_changes_nothing_more(tmp_path):
    here = read_text(tmp_path, SHEET).plan
    for made in (files.shopify_old, files.inventory_new, files.woo, files.tiktok, files.shopify_new):
        came = read_rows(tmp_path, made())
        once = merged(here, came).plan
        assert merged(once, came).plan == once


def test_a_new_encore_repeats_the_product_as_it_is_called_here(tmp_path):
    here = read_text(tmp_path, "row_id,merchant_sku,title,live_price\nA7,CUP,杯,89\n").plan
    came = read_text(
        tmp_path,
        "row_id,row_type,merchant_sku,title,live_price,product_id\nP1,product,CUP,杯,79,\nA7,return,,杯返场,,P1\n",
    )
    cup, encore = merged(here, came).plan.items
    assert (cup.id, cup.price) == ("A7", 7900)
    assert (encore.id, encore.product, encore.price) == ("A7-2", "A7", 7900)
