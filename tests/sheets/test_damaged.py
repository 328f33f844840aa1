"""Files damaged at random: a clear message or a plan; what is not damaged comes in."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.sheets import read_show
from hostconsole.sheets.readable import readable
from hostconsole.show.errors import Trouble

from .making import SAMPLE, write_xlsx
from .shops import files

FORMATS = {
    "sample": SAMPLE.read_bytes,
    "shopify-old": lambda: files.as_text(files.shopify_old()).encode("utf-8-sig"),
    "shopify-new": lambda: files.as_text(files.shopify_new()).encode(),
    "inventory-old": lambda: files.as_text(files.inventory_old()).encode(),
    "inventory-new": lambda: files.as_text(files.inventory_new()).encode(),
    "woocommerce": lambda: files.as_text(files.woo(files.WOO_DE), separator=";").encode("cp1252"),
    "tiktok": lambda: files.as_text(files.tiktok()).encode(),
    "taobao": lambda: files.as_text(files.taobao(), separator="\t").encode("utf-16"),
}
WORKBOOKS = {"tiktok": files.tiktok, "shopify": files.shopify_new, "woocommerce": files.woo}
STEADY = settings(max_examples=40, deadline=5_000, suppress_health_check=list(HealthCheck))

damages = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "repeat", "drop"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 400),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=5,
)


def damaged(content: bytes, harm: list[tuple[str, float, int, bytes]]) -> bytes:
    for how, share, length, put in harm:
        at = int(len(content) * share)
        middle = content[at : at + length]
        if how == "cut":
            content = content[:at]
        elif how == "flip":
            content = content[:at] + put + content[at + len(put) :]
        elif how == "insert":
            content = content[:at] + put + content[at:]
        elif how == "repeat":
            content = content[:at] + middle * 3 + content[at + length :]
        else:
            content = content[:at] + content[at + length :]
    return content


def read(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        reading = read_show(path)
    except Trouble as trouble:
        assert trouble.reason.strip()
        return
    assert all(finding.message for finding in reading.findings)
    assert len({item.id for item in reading.plan.items}) == len(reading.plan.items)
    assert all(item.title and (item.sku or item.kind == "segment") for item in reading.plan.items)


@pytest.mark.parametrize("name", FORMATS)
def test_no_damage_of_a_text_is_more_than_a_message(tmp_path, name):
    content = FORMATS[name]()

    @STEADY
    @given(damages)
    def any_damage(harm):
        read(tmp_path / "x.csv", damaged(content, harm))

    any_damage()


@pytest.mark.parametrize("name", WORKBOOKS)
def test_no_damage_of_a_workbook_is_more_than_a_message(tmp_path, name):
    content = write_xlsx(tmp_path / "whole.xlsx", WORKBOOKS[name]()).read_bytes()

    @STEADY
    @given(damages)
    def any_damage(harm):
        read(tmp_path / "x.xlsx", damaged(content, harm))

    any_damage()


cells = st.text(max_size=12) | st.sampled_from(
    [
        "=cmd|x",
        "<script>",
        "../../etc",
        "1.7E+18",
        "-5",
        "\x00",
        "😀" * 20,
        "x" * 10_000,
        "¥",
        "NaN",
        "1e999",
        '"',
    ]
)


@pytest.mark.parametrize(
    "made", [files.shopify_old, files.shopify_new, files.woo, files.tiktok, files.taobao]
)
def test_any_cell_may_hold_anything(tmp_path, made):
    @STEADY
    @given(st.data())
    def any_cell(data):
        rows = [list(row) for row in made()]
        at = data.draw(st.integers(1, len(rows) - 1))
        rows[at][data.draw(st.integers(0, len(rows[at]) - 1))] = data.draw(cells)
        read(tmp_path / "x.csv", files.as_text(rows).encode("utf-8", "surrogatepass"))

    any_cell()


@STEADY
@given(st.integers(0, 25), cells)
def test_a_damaged_row_of_a_run_sheet_leaves_the_others_as_they_were(tmp_path, number, cell):
    whole = list(csv.reader(io.StringIO(SAMPLE.read_text("utf-8-sig"), newline="")))
    column = whole[0].index("live_price")
    whole[1 + number][column] = cell
    text = io.StringIO(newline="")
    csv.writer(text).writerows(whole)
    path = tmp_path / "x.csv"
    path.write_text(text.getvalue(), encoding="utf-8", errors="surrogatepass")
    before, after = read_show(SAMPLE).plan.items, read_show(path).plan.items
    hurt = before[number]
    same = [(a, b) for a, b in zip(before, after, strict=True) if hurt.id not in (a.id, a.product)]
    assert [b.price for _, b in same] == [a.price for a, _ in same]
    assert [b.title for b in after] == [a.title for a in before]


PIECES = ["<p>", "</p>", "<br>", "<ul><li>", "<script>", "</table>", "&amp;", "<!--", "杯", "\x00", "]]>"]


@STEADY
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_description_becomes_words(pieces):
    words = readable("".join(pieces))
    assert "\x00" not in words


@pytest.mark.parametrize("depth", [300, 3_000])
def test_deeply_nested_html_is_no_trap(depth):
    assert "杯" in readable("<div>" * depth + "杯" + "</div>" * depth)


def test_words_of_a_description_keep_their_order_and_lists_their_lines():
    html = "<h2>杯</h2><p>保温 <b>12</b> 小时</p><ul><li>316</li><li>480ml</li></ul><script>x()</script>"
    assert [line.strip("* ") for line in readable(html).splitlines() if line.strip()] == [
        "杯", "保温 12 小时", "316", "480ml",
    ]  # fmt: skip
