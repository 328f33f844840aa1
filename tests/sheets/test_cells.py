"""Dirty cells, each read as a person would, with a remark wherever it was a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.sheets.lists import bundle_of, points_of, release_of, variants_of
from hostconsole.sheets.prices import currency_of, price_of
from hostconsole.sheets.quantities import clock_of, count_of, minutes_of, seconds_of
from hostconsole.show.plan import Component, ReleasePart, Variant

from .making import read_cell


@pytest.mark.parametrize(
    ("cell", "price", "level"),
    [
        ("19.9", 1990, None),
        ("¥19.9", 1990, None),
        ("19.9元", 1990, None),
        ("CNY 19.90", 1990, None),
        ("¥19.9", 1990, None),
        ("\uff11\uff19\uff0e\uff19", 1990, None),
        ("\uffe589", 8900, None),
        ("1,299.00", 129900, None),
        ("1,299", 129900, None),
        ("12,345,678.9", 1234567890, None),
        ("1 299.00", 129900, None),
        ("0", 0, None),
        ("1.299,00", 129900, "warning"),
        ("19,9", 1990, "warning"),
        ("1.299", 129900, "warning"),
        ("¥19.9/6包", 1990, "warning"),
        ("19.9/6包", 1990, "warning"),
        ("3件99", 9900, "warning"),
        ("买1送1 59元", 5900, "warning"),
        ("19.9起", 1990, "warning"),
        ("19.9-29.9", 1990, "warning"),
        ("129→89", 8900, "warning"),
        ("约20", 2000, "warning"),
        ("9块9", 990, None),
        ("9元9", 990, None),
        ("3件9块9", 990, "warning"),
        ("9元3件", 900, "warning"),
        ("9.9包邮", 990, None),
        ("9块9包邮", 990, None),
        ("到手9.9包邮", 990, "warning"),
        ("99套餐", 9900, "warning"),
        ("19.9天猫价", 1990, "warning"),
        ("9.9元/3天", 990, "warning"),
        ("1.2万", 1200000, "warning"),
        ("19.999", 1999900, "warning"),
        ("0.125", 13, "warning"),
        ("-5", None, "error"),
        ("\u22125.00", None, "error"),
        ("¥-5", None, "error"),
        ("abc", None, "error"),
        ("8折", None, "error"),
        ("59/99.5", None, "error"),
        ("99999999999999999999", None, "error"),
        ("待定", None, "warning"),
        ("-", None, "warning"),
    ],
)
def test_prices(tmp_path, cell, price, level):
    item, findings = read_cell(tmp_path, "live_price", cell)
    assert item.price == price
    assert [finding.level for finding in findings] == ([level] if level else [])


@pytest.mark.parametrize(
    "cell", ["券后34.9,日常59", "券后34.9\uff0c日常59", "原价59 到手34.9", "59→34.9", "now 34.9 was 59"]
)
def test_a_price_with_its_compared_price(tmp_path, cell):
    item, findings = read_cell(tmp_path, "直播价", cell)
    assert (item.price, item.ref_price) == (3490, 5900)
    assert [finding.level for finding in findings] == ["warning"]
    assert "34.9" in findings[0].message


@pytest.mark.parametrize(
    ("cell", "default", "currency", "price"),
    [
        ("$19.99", "CNY", "USD", 1999),
        ("US$19.99", "CNY", "USD", 1999),
        ("$19.99", "SGD", "SGD", 1999),
        ("HK$199", "CNY", "HKD", 19900),
        ("€1.299,00", "CNY", "EUR", 129900),
        ("£5", "CNY", "GBP", 500),
        ("¥7900", "JPY", "JPY", 7900),
        ("7,900円", "CNY", "JPY", 7900),
        ("¥79", "USD", "CNY", 7900),
        ("199 THB", "CNY", "THB", 19900),
        ("RM 35.50", "CNY", "MYR", 3550),
        ("12.345 KWD", "CNY", "KWD", 12345000),
        ("19.99", "EUR", "EUR", 1999),
    ],
)
def test_the_sign_in_the_cell_names_the_currency(tmp_path, cell, default, currency, price):
    item, _ = read_cell(tmp_path, "price", cell, currency=default)
    assert (item.currency, item.price) == (currency, price)


@pytest.mark.parametrize(
    ("cell", "qty", "level"),
    [
        ("600", 600, None), ("600件", 600, None), ("1,200", 1200, None), ("\uff16\uff10\uff10", 600, None),
        ("600.0", 600, None), ("库存600", 600, None), ("约600", 600, "warning"), ("600+", 600, "warning"),
        ("600左右", 600, "warning"), ("2k", 2000, "warning"), ("0", 0, None),
        ("-5", None, "error"), ("1.5", None, "error"), ("many", None, "error"), ("蓝300白200", None, "error"),
        ("不限", None, "warning"),
    ],
)  # fmt: skip
def test_stock(tmp_path, cell, qty, level):
    item, findings = read_cell(tmp_path, "库存", cell)
    assert item.stock_total == qty
    levels = {finding.level for finding in findings}
    assert levels == ({level} if level else set())


@pytest.mark.parametrize(
    ("cell", "seconds", "level"),
    [
        ("8", 480, None), ("8分钟", 480, None), ("8 min", 480, None), ("8mins", 480, None),
        ("8.5", 510, None),
        ("0:08:00", 480, None), ("8分30秒", 510, None), ("1h30m", 5400, None),
        ("90秒", 90, None), ("90s", 90, None),
        ("1小时", 3600, None), ("8分钟30", 510, None), ("\uff18分钟", 480, None),
        ("08:00", 480, "warning"), ("5-8分钟", 480, "warning"), ("约8分钟", 480, "warning"),
        ("soon", None, "error"), ("-8", None, "error"),
    ],
)  # fmt: skip
def test_minutes(tmp_path, cell, seconds, level):
    item, findings = read_cell(tmp_path, "时长", cell)
    assert item.planned_s == seconds
    assert [finding.level for finding in findings] == ([level] if level else [])


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("200@open", ReleasePart(qty=200, when="open")),
        ("250@t+4m", ReleasePart(qty=250, when="after", after_s=240)),
        ("250@T+90s", ReleasePart(qty=250, when="after", after_s=90)),
        ("250 @ t + 1h", ReleasePart(qty=250, when="after", after_s=3600)),
        ("250@t+4m30s", ReleasePart(qty=250, when="after", after_s=270)),
        ("200@return", ReleasePart(qty=200, when="return")),
        ("35@manual", ReleasePart(qty=35, when="manual")),
        ("presale:200@manual", ReleasePart(qty=200, when="manual", presale=True)),
        ("预售\uff1a200@open", ReleasePart(qty=200, when="open", presale=True)),
    ],
)
def test_batches(text, part):
    assert release_of(text).parts == (part,)
    assert release_of(text).error == ""


@pytest.mark.parametrize("text", ["200", "@open", "200@", "200@t+", "200@later", "x@open", "-5@open"])
def test_a_batch_that_cannot_be_read_is_named_and_the_others_stay(text):
    listed = release_of(f"100@open;{text}")
    assert listed.parts == (ReleasePart(qty=100, when="open"),)
    assert repr(text) in listed.error


def test_an_id_that_a_spreadsheet_has_written_as_a_power_of_ten_is_refused(tmp_path):
    item, found = read_cell(tmp_path, "merchant_sku", "6.93E+18")
    assert (item.sku, [f.code for f in found]) == ("R1", ["rounded_number"])
    assert read_cell(tmp_path, "merchant_sku", "5E10")[0].sku == "5E10"


def test_variants_bundles_and_points():
    assert variants_of("雾霾蓝=300|白:20件").parts == (
        Variant(name="雾霾蓝", qty=300),
        Variant(name="白", qty=20),
    )
    assert variants_of("红=x|蓝=3").error
    assert variants_of("红|蓝").guess
    assert bundle_of("A-1×2|Box x3|C*4|MAX").parts == (
        Component(sku="A-1", qty=2), Component(sku="Box", qty=3),
        Component(sku="C", qty=4), Component(sku="MAX", qty=1),
    )  # fmt: skip
    assert points_of("a|b, c") == ("a", "b, c")
    assert points_of("1. a\n2. b") == ("a", "b")
    assert points_of("甲;乙") == points_of("甲\uff1b乙") == points_of("甲、乙") == ("甲", "乙")
    assert points_of("316内胆") == ("316内胆",)


@pytest.mark.parametrize(
    ("text", "seconds"), [("00:06:00", 360), ("0:06", 360), ("01:32:00", 5520), ("6", 360)]
)
def test_planned_starts(text, seconds):
    assert clock_of(text).value == seconds


@pytest.mark.parametrize(
    "read",
    [price_of, count_of, minutes_of, seconds_of, clock_of, release_of, variants_of, bundle_of, points_of],
)
@given(
    text=st.one_of(
        st.text(max_size=60), st.from_regex(r"[¥$]?[\d.,:@+x/×万k -]{0,24}[元件分m]?", fullmatch=True)
    )
)
def test_no_text_is_too_dirty(read, text):
    read(text.strip())


@given(st.decimals(min_value=0, max_value=999_999, places=2))
def test_plain_prices_are_read_exactly(value):
    for text in (f"{value}", f"{value:,}", f"¥{value}", f"{value}元"):
        assert price_of(text).value == value
        assert price_of(text).error == ""


def test_signs_shared_by_currencies_follow_the_default():
    assert currency_of("$", "CNY") == "USD"
    assert currency_of("$", "HKD") == "HKD"
    assert currency_of("元", "TWD") == "TWD"
    assert currency_of("", "EUR") == "EUR"
