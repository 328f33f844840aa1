"""Exports of shops, made for the tests from what real ones look like."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hostconsole.sheets import Reading, read_show
from hostconsole.show.plan import Item


def names(listed: str) -> list[str]:
    return listed.split(",")


SHOPIFY_OLD = names(
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,"
    "Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
    "Option3 Name,Option3 Value,Variant SKU,Variant Grams,"
    "Variant Inventory Tracker,Variant Inventory Qty,"
    "Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,"
    "Variant Requires Shipping,Variant Taxable,Variant Barcode,"
    "Image Src,Image Position,Image Alt Text,Gift Card,"
    "SEO Title,SEO Description,Variant Image,Variant Weight Unit,Cost per item,Status"
)
SHOPIFY_NEW = names(
    "Title,URL handle,Description,Vendor,Product category,Type,"
    "Tags,Published on online store,Status,SKU,Barcode,"
    "Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option2 Linked To,Price,"
    "Price / International,Compare-at price,Cost per item,"
    "Charge tax,Inventory tracker,Inventory quantity,"
    "Continue selling when out of stock,Weight value (grams),Requires shipping,Fulfillment service,"
    "Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title"
)
INVENTORY_OLD = [
    *names(
        "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,"
        "SKU,HS Code,COO"
    ),
    "Lager Köln", "12 High Street",
]  # fmt: skip
INVENTORY_NEW = names(
    "Handle,Title,Option1 Name,Option1 Value,Option2 Name,"
    "Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO,"
    "Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),"
    "Available (not editable),On hand (current),On hand (new)"
)
WOO = names(
    "ID,Type,SKU,Name,Published,Is featured?,Visibility in catalog,Short description,Description,"
    "Date sale price starts,Date sale price ends,Tax status,Tax class,In stock?,Stock,Low stock amount,"
    "Backorders allowed?,Sold individually?,Weight (kg),"
    "Length (cm),Width (cm),Height (cm),Allow customer reviews?,"
    "Purchase note,Sale price,Regular price,Categories,Tags,Shipping class,Images,Download limit,"
    "Download expiry days,Parent,Grouped products,Upsells,Cross-sells,External URL,Button text,Position,"
    "Attribute 1 name,Attribute 1 value(s),Attribute 1 visible,Attribute 1 global"
)
WOO_DE = names(
    "ID,Typ,Artikelnummer,Name,Veröffentlicht,Ist hervorgehoben?,"
    "Sichtbarkeit im Katalog,Kurzbeschreibung,"
    "Beschreibung,Datum an dem Angebotspreis beginnt,"
    "Datum an dem Angebotspreis endet,Steuerstatus,Steuerklasse,"
    "Vorrätig?,Bestand,Geringe Lagermenge,"
    "Lieferrückstände erlaubt?,Nur einzeln verkaufen?,Gewicht (kg),Länge (cm),"
    "Breite (cm),Höhe (cm),Kundenrezensionen erlauben?,"
    "Hinweis zum Kauf,Angebotspreis,Regulärer Preis,Kategorien,"
    "Schlagwörter,Versandklasse,Bilder,Downloadlimit,Ablauftage des Downloads,Übergeordnetes Produkt,"
    "Gruppierte Produkte,Zusatzverkäufe,Querverkäufe,Externe URL,Button-Text,Position,Attribut 1 Name,"
    "Attribut 1 Wert(e),Attribut 1 Sichtbar,Attribut 1 Global"
)
TIKTOK = names(
    "product_id,category,product_name,product_status,sku_id,"
    "variation_value,product_description,price,quantity,"
    "seller_sku,parcel_weight,main_image,image_2"
)
TAOBAO = names(
    "title,cid,seller_cids,stuff_status,location_state,price,num,"
    "valid_thru,description,cateProps,skuProps,"
    "outer_id,propAlias,num_id,picture"
)
TAOBAO_ZH = names(
    "宝贝名称,宝贝类目,店铺类目,新旧程度,省,宝贝价格,宝贝数量,有效期,宝贝描述,宝贝属性,销售属性组合,"
    "商家编码,销售属性别名,数字ID,新图片"
)


def rows_of(header: list[str], *rows: dict[str, str]) -> list[list[str]]:
    """Full rows from the few cells that matter."""
    assert all(set(row) <= set(header) for row in rows)
    return [[row.get(name, "") for name in header] for row in rows]


def as_text(rows: list[list[str]], *, separator: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def read_rows(
    folder: Path, rows: list[list[str]], *, separator: str = ",", encoding: str = "utf-8", name: str = "x.csv"
) -> Reading:
    path = folder / name
    path.write_bytes(as_text(rows, separator=separator).encode(encoding))
    return read_show(path)


def only(reading: Reading) -> Item:
    (item,) = reading.plan.items
    return item


def refused(reading: Reading) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in reading.errors]


def shopify_old() -> list[list[str]]:
    """A cup of two colours with a third picture, and a towel without variants."""
    return [
        SHOPIFY_OLD,
        *rows_of(
            SHOPIFY_OLD,
            {"Handle": "cup", "Title": "Steel Cup",
             "Body (HTML)": "<p>Keeps <b>warm</b>.</p>\n<ul><li>316</li></ul>",
             "Vendor": "Qinghe", "Published": "TRUE", "Option1 Name": "Colour", "Option1 Value": "Blue",
             "Variant SKU": "CUP-B", "Variant Inventory Tracker": "shopify", "Variant Inventory Qty": "31",
             "Variant Inventory Policy": "deny", "Variant Price": "89.00",
              "Variant Compare At Price": "129.00",
             "Image Src": "https://cdn.example/cup.jpg", "Image Position": "1", "Status": "active"},
            {"Handle": "cup", "Option1 Value": "White", "Variant SKU": "CUP-W", "Variant Price": "89.00",
             "Variant Inventory Tracker": "shopify", "Variant Inventory Qty": "92",
             "Variant Compare At Price": "129.00"},
            {"Handle": "cup", "Image Src": "https://cdn.example/cup2.jpg", "Image Position": "2"},
            {"Handle": "towel", "Title": "Towel", "Option1 Name": "Title", "Option1 Value": "Default Title",
             "Variant SKU": "007", "Variant Price": "19.90", "Variant Inventory Tracker": "",
             "Variant Inventory Qty": "0", "Status": "active"},
        ),
    ]  # fmt: skip


def shopify_new() -> list[list[str]]:
    return [
        SHOPIFY_NEW,
        *rows_of(
            SHOPIFY_NEW,
            {"Title": "Steel Cup", "URL handle": "cup", "Status": "Active", "SKU": "CUP-B", "Price": "89.00",
             "Option1 name": "Colour", "Option1 value": "Blue", "Compare-at price": "129.00",
             "Price / International": "99.00", "Inventory tracker": "shopify", "Inventory quantity": "31",
             "Continue selling when out of stock": "DENY"},
            {"URL handle": "cup", "SKU": "CUP-W", "Price": "79.00", "Option1 value": "White",
             "Inventory tracker": "shopify", "Inventory quantity": "92"},
            {"Title": "Towel", "URL handle": "towel", "SKU": "007", "Price": "19.90",
             "Inventory tracker": "shopify", "Inventory quantity": "5"},
        ),
    ]  # fmt: skip


def inventory_old() -> list[list[str]]:
    cup = {"Handle": "cup", "Title": "Steel Cup", "Option1 Name": "Colour"}
    return [
        INVENTORY_OLD,
        *rows_of(
            INVENTORY_OLD,
            {**cup, "Option1 Value": "Blue", "SKU": "CUP-B", "Lager Köln": "20", "12 High Street": "11"},
            {**cup, "Option1 Value": "White", "SKU": "CUP-W", "Lager Köln": "not stocked",
             "12 High Street": "-2"},
            {"Handle": "towel", "Title": "Towel", "Option1 Value": "Default Title",
             "SKU": "007", "Lager Köln": "5",
             "12 High Street": "0"},
        ),
    ]  # fmt: skip


def inventory_new() -> list[list[str]]:
    cup = {
        "Handle": "cup",
        "Title": "Steel Cup",
        "Option1 Name": "Colour",
        "Option1 Value": "Blue",
        "SKU": "CUP-B",
    }
    available = "Available (not editable)"
    return [
        INVENTORY_NEW,
        *rows_of(
            INVENTORY_NEW,
            {**cup, "Location": "Köln", available: "20", "On hand (current)": "25"},
            {**cup, "Location": "London", available: "11", "On hand (current)": "11"},
            {"Handle": "towel", "Title": "Towel", "SKU": "007", "Location": "Köln", available: "Not stocked"},
        ),
    ]  # fmt: skip


def woo(header: list[str] = WOO) -> list[list[str]]:
    """A cup with two variations (one by SKU, one by id), a towel nobody counts and a sold-out soap."""
    at = {name: n for n, name in enumerate(WOO)}
    lines = rows_of(
        WOO,
        {"ID": "10", "Type": "variable", "SKU": "CUP", "Name": "Steel Cup", "Published": "1",
         "In stock?": "1",
         "Description": "<p>Keeps warm.</p>", "Categories": "Home", "Attribute 1 name": "Colour",
         "Attribute 1 value(s)": "Blue, White"},
        {"ID": "11", "Type": "variation", "SKU": "CUP-B", "Name": "Steel Cup - Blue", "Published": "1",
         "In stock?": "1", "Stock": "31", "Sale price": "89", "Regular price": "129", "Parent": "CUP",
         "Attribute 1 name": "Colour", "Attribute 1 value(s)": "Blue"},
        {"ID": "12", "Type": "variation, virtual", "SKU": "CUP-W",
         "Name": "Steel Cup - White", "Published": "1",
         "In stock?": "1", "Stock": "92", "Sale price": "89", "Regular price": "129", "Parent": "id:10",
         "Attribute 1 name": "Colour", "Attribute 1 value(s)": "White"},
        {"ID": "13", "Type": "simple", "SKU": "TOWEL", "Name": "Towel", "Published": "1", "In stock?": "1",
         "Regular price": "19.9", "Categories": "Home"},
        {"ID": "14", "Type": "simple, downloadable, virtual", "SKU": "SOAP", "Name": "Soap", "Published": "1",
         "In stock?": "0", "Regular price": "5", "Categories": "Bath"},
    )  # fmt: skip
    assert len(header) == len(at)
    return [header, *lines]


def tiktok() -> list[list[str]]:
    """A cup of two colours below the five header rows."""
    lines = rows_of(
        TIKTOK,
        {"product_id": "1729384756102938475", "category": "Cups (605196)", "product_name": "Steel Cup",
         "product_status": "Active(1)", "sku_id": "1729384756103004011", "variation_value": "Blue, L",
         "product_description": "<p>Keeps warm</p>", "price": "89", "quantity": "31", "seller_sku": "CUP-B"},
        {"product_id": "1729384756102938475", "product_name": "Steel Cup", "sku_id": "1729384756103004012",
         "variation_value": "White, L", "price": "89", "quantity": "92", "seller_sku": "CUP-W"},
        {"product_id": "1729384756102938476", "product_name": "Towel", "sku_id": "1729384756103004013",
         "price": "19.90", "quantity": "5"},
    )  # fmt: skip
    return [
        TIKTOK,
        ["V4", *["metric"] * (len(TIKTOK) - 1)],
        ["Product ID", "Category", "Product name", *[""] * (len(TIKTOK) - 3)],
        ["Mandatory"] * len(TIKTOK),
        [
            "Cannot be edited",
            "Choose",
            "Up to 255 characters",
            *["Numbers only, such as 10.99"] * (len(TIKTOK) - 3),
        ],
        *lines,
    ]


def taobao() -> list[list[str]]:
    lines = rows_of(
        TAOBAO,
        {"title": "保温杯", "cid": "50014", "price": "129", "num": "123", "outer_id": "CUP",
         "num_id": "612345678901",
         "description": "<p>读数为准</p><p>316内胆</p>",
         "skuProps": "89:31:CUP-B:1627207:28338;20509:28314;89:92:CUP-W:1627207:28320;20509:28314;",
         "propAlias": "1627207:28338:雾霾蓝;1627207:28320:奶油白;20509:28314:480ml",
         "picture": "b5f0a:1:0:|https://img.example/cup.jpg;"},
        {"title": "棉柔巾", "cid": "50015", "price": "19.90", "num": "600", "outer_id": "TIS",
         "num_id": "612345678902"},
    )  # fmt: skip
    return [["version 1.00"], TAOBAO, TAOBAO_ZH, *lines]
