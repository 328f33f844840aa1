"""Files of all kinds become rows, or say in one sentence why not."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.tables import Table, Unreadable, read_table

WORDS = "品名,直播价,库存\n加厚棉柔巾八十抽,19.9,600\n不锈钢保温杯,89,900\n"


def table_of(folder: Path, content: bytes, name: str = "sheet.csv") -> Table:
    path = folder / name
    path.write_bytes(content)
    return read_table(path)


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read_table(path)
    assert caught.value.reason.endswith(".")
    assert "\n" not in caught.value.reason
    return caught.value.code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "utf-32"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_chinese_sheets_read_the_same_in_every_encoding(tmp_path, encoding, separator, line_end):
    text = WORDS.replace(",", separator).replace("\n", line_end)
    table = table_of(tmp_path, text.encode(encoding))
    assert table.rows == (
        ("品名", "直播价", "库存"),
        ("加厚棉柔巾八十抽", "19.9", "600"),
        ("不锈钢保温杯", "89", "900"),
    )
    assert table.separator == separator


def test_a_western_sheet_with_semicolons_and_decimal_commas(tmp_path):
    text = "Title;Price;Stock\nCrème brûlée;19,90;5\nGemüseschäler für Köche;7,50;12\nMüsli größer;3,20;8\n"
    table = table_of(tmp_path, text.encode("cp1252"))
    assert table.separator == ";"
    assert table.rows[1] == ("Crème brûlée", "19,90", "5")
    assert [issue.code for issue in table.issues] == ["guessed_encoding"]


def test_a_guess_looks_at_the_lines_that_need_it(tmp_path):
    text = "title,price\n" + "Cup,1\n" * 30_000 + "保温杯大号三百毫升,2\n挂耳咖啡中度烘焙,3\n"
    table = table_of(tmp_path, text.encode("gb18030"))
    assert table.rows[-1][0] == "挂耳咖啡中度烘焙"


def test_one_broken_byte_does_not_turn_utf8_into_something_else(tmp_path):
    table = table_of(tmp_path, (WORDS * 20).encode()[:-10] + b"\xff,1,2\n")
    assert table.encoding == "utf-8"
    assert table.rows[1][0] == "加厚棉柔巾八十抽"
    assert [issue.code for issue in table.issues] == ["bad_characters"]


def test_separators_and_line_ends_inside_quotes_belong_to_the_cell(tmp_path):
    table = table_of(tmp_path, b'title,script\r\nCup,"one; two, three\r\nfour ""five"""\r\nPan,six\r\n')
    assert table.rows[1] == ("Cup", 'one; two, three\r\nfour "five"')
    assert table.rows[2] == ("Pan", "six")


def test_blank_rows_keep_their_place(tmp_path):
    assert table_of(tmp_path, b"title,price\n\nCup,1\n").rows[2] == ("Cup", "1")


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path):
    table = table_of(tmp_path, b'title,price\nCup,1\n"Pan,2\nPot,3\n')
    assert [(issue.code, issue.row) for issue in table.issues] == [("unclosed_quote", 2)]


def test_a_cell_of_thirty_megabytes_is_left_out_and_the_rest_read(tmp_path):
    table = table_of(tmp_path, b"title,script\nCup," + b"x" * 30_000_000 + b"\nPan,short\n")
    assert table.rows[1:] == (("Cup", ""), ("Pan", "short"))
    assert [(issue.code, issue.row, issue.column) for issue in table.issues] == [("huge_cell", 1, 1)]


def test_a_cell_longer_than_the_csv_module_likes_is_read(tmp_path):
    table = table_of(tmp_path, b"title,script\nCup," + b"x" * 900_000 + b"\n")
    assert len(str(table.rows[1][1])) == 900_000
    assert table.issues == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\r\n", "empty"),
        (b",,,\n,,,\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not_a_table"),
        (b"%PDF-1.7\n1 0 obj\n", "not_a_table"),
        (b"<!DOCTYPE html><html><body>no</body></html>", "not_a_table"),
        (b"PK\x03\x04" + b"junk" * 50, "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, "not_a_workbook"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, code):
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    assert refusal(path) == code


def test_missing_files_folders_and_pipes_are_refused(tmp_path):
    assert refusal(tmp_path / "none.csv") == "missing"
    assert refusal(tmp_path) == "folder"
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv") == "not_a_file"
    assert refusal(tmp_path / ("x" * 4000)) == "no_access"
    assert refusal(Path("a\x00b")) == "no_access"


def test_text_called_xlsx_is_refused(tmp_path):
    path = tmp_path / "sheet.xlsx"
    path.write_text(WORDS)
    assert refusal(path) == "not_a_workbook"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "photos.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "hello")
    assert refusal(path) == "not_a_workbook"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for n in range(6):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", b"\x00" * (100 * 2**20))
    began = time.process_time()
    assert refusal(path) == "bomb"
    assert time.process_time() - began < 2


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
    content = packed.getvalue().replace((50_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path = tmp_path / "liar.xlsx"
    path.write_bytes(content)
    assert refusal(path) == "bomb"


def test_a_cell_in_the_far_corner_is_refused_instead_of_ending_the_program(tmp_path):
    path = tmp_path / "corner.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "title")
        sheet.write(1_048_575, 16_383, "x")
    assert refusal(path) == "too_large"


def ods_bytes(row: str) -> bytes:
    """The least that is an OpenDocument sheet."""
    names = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet>'
            f'<table:table table:name="a">{row}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()


CELL = '<table:table-cell office:value-type="string"{}><text:p>title</text:p></table:table-cell>'


def test_an_open_document_ends_where_its_cells_end(tmp_path):
    blank = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    content = ods_bytes(f"<table:table-row>{CELL.format('')}</table:table-row>{blank}")
    assert table_of(tmp_path, content, "a.ods").rows == (("title",),)


@pytest.mark.parametrize(("rows", "columns"), [(20_000, 5_000), (1_000_000, 50), (1_048_576, 16_384)])
def test_an_open_document_that_repeats_a_full_row_for_ever_is_refused(tmp_path, rows, columns):
    cell = CELL.format(f' table:number-columns-repeated="{columns}"')
    path = tmp_path / "a.ods"
    path.write_bytes(
        ods_bytes(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')
    )
    assert refusal(path) == "too_large"


def test_a_workbook_keeps_numbers_texts_times_and_places(tmp_path):
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("排品")
        sheet.write_row(2, 1, ["品名", "价", "SKU"])
        sheet.write_row(3, 1, ["杯", 19.9, "00123"])
        sheet.write_boolean(4, 1, True)
        sheet.write_number(4, 2, 8 / 1440, book.add_format({"num_format": "h:mm:ss"}))
        sheet.merge_range(5, 0, 5, 3, "第二部分")
    table = read_table(path)
    assert table.rows[2] == ("", "品名", "价", "SKU")
    assert table.rows[3] == ("", "杯", 19.9, "00123")
    assert table.rows[4] == ("", "TRUE", "00:08:00", "")
    assert [(m.top, m.left, m.bottom, m.right) for m in table.merges] == [(5, 0, 5, 3)]
    assert (table.sheet, table.encoding, table.separator) == ("排品", "", "")


ERRORS = ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!")


def errors_bytes() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        book.add_worksheet("Guide & more").write(0, 0, "words")
        sheet = book.add_worksheet("排品 <1>")
        sheet.write_row(1, 1, ["title", "price", 'of t="e"'])
        for row, error in enumerate(ERRORS, 2):
            sheet.write(row, 1, "Cup")
            sheet.write_formula(row, 2, "=VLOOKUP(1,A1:A2,1)", None, error)
    return packed.getvalue()


def test_a_cell_of_xlsx_that_is_an_error_says_which(tmp_path):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(errors_bytes())
    table = read_table(path, knows=lambda row: list(row).count("price"))
    assert [row[1:3] for row in table.rows[2:]] == [("Cup", error) for error in ERRORS]


@settings(max_examples=150, deadline=5000, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.data())
def test_any_damage_inside_a_workbook_with_errors_is_read_or_refused(tmp_path, at, patch, data):
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(errors_bytes())) as whole, zipfile.ZipFile(packed, "w") as damaged:
        names = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml")
        hurt = data.draw(st.sampled_from(names))
        for name in whole.namelist():
            content = whole.read(name)
            place = at % len(content)
            if name == hurt:
                content = content[:place] + patch + content[place + len(patch) :]
            damaged.writestr(name, content)
    try:
        assert table_of(tmp_path, packed.getvalue(), "a.xlsx").rows
    except Unreadable as why:
        assert why.reason


def test_a_workbook_without_cells_is_empty(tmp_path):
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
    assert refusal(path) == "empty"


def workbook_bytes() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet()
        for row in range(5):
            sheet.write_row(row, 0, ["title", 1, "x"])
    return packed.getvalue()


WORKBOOK = workbook_bytes()


@settings(max_examples=150, deadline=5000, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=3000), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods"]))
def test_any_bytes_are_read_or_refused(tmp_path, content, name):
    try:
        assert table_of(tmp_path, content, name).rows
    except Unreadable as why:
        assert why.reason


@settings(max_examples=150, deadline=5000, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_to_a_workbook_is_read_or_refused(tmp_path, at, patch):
    try:
        assert table_of(tmp_path, WORKBOOK[:at] + patch + WORKBOOK[at + len(patch) :], "a.xlsx").rows
    except Unreadable as why:
        assert why.reason
