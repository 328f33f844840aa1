"""A pasted table: what was read as what, what was guessed, and what people have said, remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hostconsole.sheets import read_show
from hostconsole.sheets.chosen import FILE_NAME, RememberedColumns
from hostconsole.sheets.headers import normal
from hostconsole.sheets.pasting import Pasted, clipboard_table, looked_at
from hostconsole.sheets.saving import save_show

from .shops import files

TEXT = "链接号\t品名\t直播价\t库存\t心情\n第一部分\n3\t杯\t¥19.9/6包\t900\t好\n4\t壶\tabc\t约100\t\n"


def pasted(folder: Path, text: str = TEXT, *, said: dict[str, str] | None = None, html: str = "") -> Pasted:
    meant = {normal(header): column for header, column in (said or {}).items()}
    return looked_at(
        clipboard_table(text, html), folder / "x.xlsx", currency="CNY", said=meant,
        columns=RememberedColumns(folder),
    )  # fmt: skip


def test_each_column_says_what_it_was_read_as(tmp_path):
    found = pasted(tmp_path)
    assert dict(zip(found.headers, found.meant, strict=True)) == {
        "链接号": "link_no", "品名": "title", "直播价": "live_price", "库存": "stock_total", "心情": "",
    }  # fmt: skip
    assert (found.numbers, found.taken) == ((2, 3, 4), {3, 4})


def test_guessed_cells_have_their_guess_and_unreadable_ones_none(tmp_path):
    marks = pasted(tmp_path).marks
    assert {place: (mark.guess, mark.bad) for place, mark in marks.items()} == {
        (3, 2): ("19.90", False),
        (4, 2): ("", True),
        (4, 3): ("100", False),
    }
    assert "19.9/6包" in marks[3, 2].why


def test_a_person_may_say_what_a_column_is(tmp_path):
    found = pasted(tmp_path, said={"心情": "offer", "链接号": ""})
    assert [item.offer for item in found.reading.plan.items] == ["好", ""]
    assert found.reading.plan.items[0].link_no == ""
    assert dict(zip(found.headers, found.meant, strict=True))["链接号"] == ""


def test_without_a_title_it_asks_which_column_it_is_and_takes_the_answer(tmp_path):
    text = "东西\t多少钱\n杯\t89\n壶\t59\n"
    found = pasted(tmp_path, text)
    assert [(one.ask, one.column, one.places) for one in found.questions] == [
        ("which", "title", (0, 1)),
        ("which", "live_price", (0, 1)),
        ("which", "stock_total", (0, 1)),
    ]
    assert found.reading.plan.items == ()
    found = pasted(tmp_path, text, said={"东西": "title", "多少钱": "live_price"})
    assert [(item.title, item.price) for item in found.reading.plan.items] == [("杯", 8900), ("壶", 5900)]
    assert [one.column for one in found.questions] == []


def test_a_header_is_one_though_nobody_knows_its_word_for_the_title(tmp_path):
    text = (
        "直播排品 11月26日\n讲解顺序\t东西\t到手价\t日常价\t机制\n1\t杯\t89\t129\t买一送一\n2\t壶\t59\t79\t\n"
    )
    found = pasted(tmp_path, text)
    assert (found.top, found.lettered) == (1, False)
    assert found.meant == ("seq", "", "live_price", "ref_price", "offer")
    assert [(one.ask, one.column, one.places) for one in found.questions] == [
        ("which", "title", (1,)),
        ("which", "stock_total", (1,)),
    ]
    found = pasted(tmp_path, text, said={"东西": "title"})
    assert [(item.title, item.price, item.offer) for item in found.reading.plan.items] == [
        ("杯", 8900, "买一送一"),
        ("壶", 5900, ""),
    ]


def test_two_columns_with_one_meaning_are_asked_about(tmp_path):
    found = pasted(tmp_path, "品名\t售价\t直播价\t库存\n杯\t129\t89\t5\n")
    assert [(one.ask, one.column, one.places) for one in found.questions] == [("two", "live_price", (1, 2))]
    found = pasted(
        tmp_path, "品名\t售价\t直播价\t库存\n杯\t129\t89\t5\n", said={"直播价": "", "售价": "live_price"}
    )
    assert found.reading.plan.items[0].price == 12900


def test_what_was_said_is_remembered_for_the_same_headers_in_any_order(tmp_path):
    header = ["东西", "多少钱", "备注"]
    RememberedColumns(tmp_path).remember(header, {"东西": "title", "多少钱": "live_price", "备注": ""})
    path = tmp_path / "show.csv"
    path.write_text("备注,多少钱,东西\nx,89,杯\n", encoding="utf-8")
    reading = read_show(path, columns=RememberedColumns(tmp_path))
    (cup,) = reading.plan.items
    assert (cup.title, cup.price, cup.notes) == ("杯", 8900, "")
    assert read_show(path).plan.items == ()
    again = save_show(
        type(reading.plan)(**{**_fields(reading.plan), "items": (_with(cup, price=7900),)}),
        currency="CNY", columns=RememberedColumns(tmp_path),
    )  # fmt: skip
    assert again.path.read_text(encoding="utf-8") == "备注,多少钱,东西\nx,79.00,杯\n"


def _fields(plan):
    return {name: getattr(plan, name) for name in plan.__dataclass_fields__}


def _with(item, **words):
    from dataclasses import replace

    return replace(item, **words)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"a": 3}', '{"品名": {"品名": "no_such_column"}}', "\x00"]
)
def test_a_damaged_memory_is_none(tmp_path, content):
    (tmp_path / FILE_NAME).write_text(content, encoding="utf-8")
    known = RememberedColumns(tmp_path)
    assert not known.recall(["品名"])
    known.remember(["品名"], {"品名": "title"})
    assert json.loads((tmp_path / FILE_NAME).read_text("utf-8"))


def test_a_pasted_shop_export_is_known_as_one(tmp_path):
    text = files.as_text(files.shopify_new(), separator="\t")
    found = pasted(tmp_path, text)
    assert (found.reading.format, found.questions) == ("shopify-products", ())
    assert dict(zip(found.headers, found.meant, strict=True))["Price"] == "live_price"


def test_a_paste_without_any_header_gets_letters_and_loses_no_row(tmp_path):
    found = pasted(tmp_path, "杯\t89\n壶\t59\n")
    assert (found.headers, found.lettered) == (("A", "B"), True)
    assert pasted(tmp_path, "链接\t产品ID\t89\n壶\t59\t\n").lettered  # goods, whatever they are called
    found = pasted(tmp_path, "杯\t89\n壶\t59\n", said={"A": "title", "B": "live_price"})
    assert [(item.title, item.price) for item in found.reading.plan.items] == [("杯", 8900), ("壶", 5900)]
