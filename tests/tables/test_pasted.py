"""What spreadsheets put on the clipboard is the table that was copied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.tables import Unreadable
from hostconsole.tables.pasted import pasted_table

EXCEL = (
    "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style>td{color:red}</style></head><body>"
    "<!--StartFragment--><table><col width=72><tr><td>品名</td><td>直播价</td><td>场景</td></tr>"
    "<tr><td>杯<br>大</td><td align=right>¥19.90</td><td rowspan=2>A</td></tr>"
    "<tr><td>壶 &amp; 碗</td><td>59</td></tr></table><!--EndFragment--></body></html>"
)


def test_tabs_and_quoted_line_ends_are_read_as_excel_writes_them():
    table = pasted_table('品名\t直播价\r\n"杯\n大"\t¥19.90\r\n')
    assert table.rows == (("品名", "直播价"), ("杯\n大", "¥19.90"))
    assert (table.separator, table.encoding) == ("\t", "clipboard")


def test_html_keeps_line_breaks_and_spans():
    assert pasted_table("other", EXCEL).rows == (
        ("品名", "直播价", "场景"),
        ("杯\n大", "¥19.90", "A"),
        ("壶 & 碗", "59", "A"),
    )


def test_a_cell_across_columns_leaves_the_others_empty():
    html = (
        "<table><tr><td colspan=2>第一部分</td><td>x</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert pasted_table("", html).rows == (("第一部分", "", "x"), ("1", "2", "3"))


def test_html_without_a_table_gives_the_text():
    assert pasted_table("a\tb\n1\t2", "<p>a b</p>").rows == (("a", "b"), ("1", "2"))


def test_scripts_and_styles_are_no_words():
    html = "<table><tr><td>杯<script>alert(1)</script><style>x</style></td><td>1</td></tr></table>"
    assert pasted_table("", html).rows == (("杯", "1"),)


@pytest.mark.parametrize(("text", "html"), [("", ""), ("  \r\n", ""), ("\x00", "<p></p>")])
def test_a_clipboard_without_a_table_says_so(text, html):
    with pytest.raises(Unreadable, match="no table on the clipboard"):
        pasted_table(text, html)


@given(st.text(max_size=200), st.text(max_size=200).map(lambda inside: f"<table><tr><td>{inside}</table>"))
def test_no_clipboard_breaks_it(text, html):
    try:
        table = pasted_table(text, html)
    except Unreadable:
        return
    assert all(isinstance(cell, str) for row in table.rows for cell in row)
