"""Cells of a text file are changed, and not a byte besides."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.tables.separated import separator_of
from hostconsole.tables.splicing import Fresh, Kept, Unsplicable, spliced

TEXT = '标题,"价格, 元",备注\r\n杯,89,"第一行\n第二行 ""好"""\r\n\r\n壶,59\r\n'


def all_kept(count: int) -> list[Kept | Fresh]:
    return [Kept(row, {}) for row in range(count)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_nothing_changed_is_not_a_byte_changed(encoding):
    content = TEXT.encode(encoding)
    assert spliced(content, all_kept(4)) == content


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_stay_as_they_are(end, last):
    content = f"a,b{end}1,2{end}3,4{end if last else ''}".encode()
    assert spliced(content, all_kept(3)) == content
    moved = spliced(content, [Kept(0, {}), Kept(2, {}), Kept(1, {})])
    assert moved == f"a,b{end}3,4{end}1,2{end if last else ''}".encode()


def test_only_the_changed_cell_is_another():
    content = TEXT.encode("utf-8-sig")
    lines = all_kept(4)
    lines[1] = Kept(1, {1: "79"})
    assert spliced(content, lines) == TEXT.replace("89", "79").encode("utf-8-sig")


def test_a_cell_keeps_its_quotation_marks_and_gets_them_where_it_needs_them():
    lines = all_kept(4)
    lines[0] = Kept(0, {1: "价"})
    lines[1] = Kept(1, {0: 'a,"b"'})
    changed = spliced(TEXT.encode(), lines).decode()
    assert changed.startswith('标题,"价",备注\r\n"a,""b""",89,"第一行')


def test_a_cell_beyond_a_short_record_is_added_and_a_fresh_record_put_in():
    lines = [*all_kept(4)[:3], Kept(3, {2: "新"}), Fresh(["碗", "9,9"])]
    assert spliced(TEXT.encode(), lines).decode().endswith('壶,59,新\r\n碗,"9,9"\r\n')


def test_what_the_encoding_cannot_say_is_refused():
    content = "Titel;Größe\nBücher für Gärtner;groß\nKännchen;übrig\n".encode("cp1252")
    assert spliced(content, all_kept(3)) == content
    with pytest.raises(Unsplicable, match="cannot be written in cp1252"):
        spliced(content, [Kept(0, {}), Kept(1, {0: "杯"}), Kept(2, {})])


def test_what_was_patched_while_reading_is_not_written_back():
    with pytest.raises(Unsplicable):
        spliced(("杯子,价格\n" * 40).encode() + b"\xff,1\n", all_kept(41))


cells = st.text('ab,;"\n\r\t 蓝', max_size=6)
tables = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5)


@given(tables, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_any_written_table_is_kept_or_refused(rows, separator, end):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    content = text.getvalue().encode()
    if not content.strip():
        return
    with io.StringIO(text.getvalue(), newline="") as again:
        count = len(list(csv.reader(again, delimiter=separator_of(text.getvalue()))))
    try:
        kept = spliced(content, all_kept(count))
    except Unsplicable:
        return
    assert kept == content
