"""The platform's orders in a report: beside our own counts, and never among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from msgspec import structs
from python_calamine import CalamineWorkbook

from hostconsole.report.after import after_facts
from hostconsole.report.as_json import document
from hostconsole.report.as_xlsx import write_xlsx
from hostconsole.report.facts import night
from hostconsole.report.figures import ImportFacts, Night, ReconciledFacts
from hostconsole.report.headline import headline
from hostconsole.report.look import Look
from hostconsole.report.reconciled import reconciled_tables
from hostconsole.show.after_events import (
    FiguresImported,
    LeftOut,
    MinuteFigures,
    ReconciledSku,
    SalesReconciled,
)
from hostconsole.show.events import Entry
from hostconsole.show.reconciling import NOTES

from .golden import golden

ZONE = timezone(timedelta(hours=8))
EN, ZH = Look(language="en", zone=ZONE), Look(language="zh", zone=ZONE)
ROWS = (
    ReconciledSku(sku="SKU-P1", title="加厚棉柔巾", ours=100, theirs=97, refunded=2, unpaid=5, was=90),
    ReconciledSku(sku="SKU-P2", title="Thermos", ours=None, theirs=4),
    ReconciledSku(sku="SKU-P3", title="Bowl", ours=7, theirs=7, was=7),
)


def compared(**fields: object) -> ReconciledFacts:
    whole = SalesReconciled(
        batch="b", platform="Douyin", file="orders.csv", digest="d", night="hash", rows=ROWS,
        notes=("3 order lines are from before or after the show: left out.",),
        left_out=(LeftOut(code="outside", fields={"count": 3}),),
    )  # fmt: skip
    return ReconciledFacts(at="2026-11-24T02:12:00.000Z", by="甲", told=structs.replace(whole, **fields))


def evening(*found: ReconciledFacts, last_hash: str = "hash") -> Night:
    made = night(golden().log)
    return replace(made, head=replace(made.head, last_hash=last_hash), reconciled=found)


def test_each_sku_stands_with_our_count_the_platforms_and_the_difference() -> None:
    (section,) = reconciled_tables(evening(compared()), EN)
    (table,) = section.tables
    assert section.title == "Orders of Douyin beside our own counts"
    assert section.lines[0] == "Douyin: orders.csv, brought in 2026-11-24 10:12 by 甲"
    assert section.lines[1] == "1 SKUs differ, 1 agree, 1 not counted here"
    first, second, third = table.rows
    assert first == ("Link 1 加厚棉柔巾", "SKU-P1", "100", "97", "-3", "2", "5", "0", "90")
    assert second[2:5] == ("not counted", "4", "–")
    assert (third[4], third[-1]) == ("0", "")


def test_what_was_left_out_is_said_in_the_words_of_the_report_and_in_english_for_old_logs() -> None:
    (chinese,) = reconciled_tables(evening(compared()), ZH)
    assert chinese.lines[-1] == "3 行订单不在本场时间内,未计"
    (old,) = reconciled_tables(evening(compared(left_out=())), ZH)
    assert old.lines[-1] == "3 order lines are from before or after the show: left out."


@pytest.mark.parametrize("code", NOTES)
@pytest.mark.parametrize("look", [EN, ZH], ids=["en", "zh"])
def test_every_note_has_words_in_the_report(code: str, look: Look) -> None:
    names = ("count", "text", "word", "named", "row", "sku")
    note = LeftOut(code=code, fields=dict.fromkeys(names, 7))
    (section,) = reconciled_tables(evening(compared(left_out=(note,))), look)
    assert "7" in section.lines[-1]


def test_a_session_that_changed_since_says_so() -> None:
    (section,) = reconciled_tables(evening(compared(), last_hash="another"), EN)
    assert "Compared before the session was changed: compare once more." in section.lines


def test_the_newest_comparison_with_each_platform_is_shown() -> None:
    again = compared(rows=(replace(ROWS[0], theirs=100),))
    sections = reconciled_tables(evening(compared(), compared(platform="Taobao"), again), EN)
    assert [section.title.split()[2] for section in sections] == ["Douyin", "Taobao"]
    assert sections[0].tables[0].rows[0][4] == "0"


def test_nothing_of_it_enters_our_own_figures() -> None:
    ours = [(one.key, one.value) for one in headline(evening(), EN)]
    assert [(one.key, one.value) for one in headline(evening(compared()), EN)] == ours


def test_json_has_the_rows_with_their_difference() -> None:
    (found,) = document(evening(compared()))["reconciled"]
    assert [row["delta"] for row in found["rows"]] == [-3, None, 0]
    assert (found["platform"], found["by"]) == ("Douyin", "甲")


def test_a_long_comparison_is_read_as_one_and_one_that_lacks_a_part_is_left_out() -> None:
    parts = [compared(rows=(row,), part=n, parts=3).told for n, row in enumerate(ROWS, 1)]
    entries = [
        Entry(n, "2026-11-24T02:12:00.000Z", 0, "s1+after", "甲", None, part)
        for n, part in enumerate(parts, 1)
    ]
    (whole,) = after_facts(entries).reconciled
    assert whole.told.rows == ROWS
    assert after_facts(entries[1:]).reconciled == ()


def test_the_workbook_has_them_as_numbers_beside_the_platforms_minutes(tmp_path: Path) -> None:
    minutes = (MinuteFigures(at="2026-11-23T12:04:00.000Z", viewers=7, gmv=1250),)
    told = FiguresImported(
        batch="f", source="m.csv", platform="Douyin", basis="final", taken="2026-11-24", currency="CNY",
        minutes=minutes,
    )  # fmt: skip
    figures = ImportFacts(at="2026-11-24T02:12:00.000Z", by="甲", told=told)
    path = tmp_path / "n.xlsx"
    write_xlsx(replace(evening(compared()), imports=(figures,)), (), path, look=EN)
    book = CalamineWorkbook.from_path(path)
    rows = book.get_sheet_by_name("Orders 1").to_python()
    assert ["Link 1 加厚棉柔巾", "SKU-P1", 100, 97, -3, 2, 5, 0, 90] in rows
    assert ["Link 2 Thermos 480 ml", "SKU-P2", "", 4, "", 0, 0, 0, ""] in rows
    (minute,) = book.get_sheet_by_name("Platform minutes 1").to_python()[1:]
    assert (str(minute[0]), str(minute[1]), minute[2:]) == (
        "2026-11-23 20:04:00",
        "0:04:00",
        [7, "", "", 12.5],
    )
