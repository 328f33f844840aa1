"""Exports: the same night in every format, whole files or none, and texts that stay texts."""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as dtime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from python_calamine import CalamineWorkbook

from hostconsole.report import export as exporting
from hostconsole.report.as_xlsx import write_xlsx
from hostconsole.report.export import export, read_night
from hostconsole.report.lines import COLUMNS
from hostconsole.report.look import Look, local_zone
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Plan

from .evening import evening, sample_plan
from .golden import golden
from .made import ListLog, desk, product

SUFFIXES = (".jsonl", ".csv", ".json", ".xlsx", ".html")


@pytest.fixture(scope="module")
def log() -> ListLog:
    return ListLog.of(golden(rehearsal=True, simulated=True).log)


@pytest.fixture(autouse=True)
def in_china(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()


def written(log: ListLog, path: Path, *, language: Literal["en", "zh"] = "en") -> Path:
    export(log, "s1", path, language=language)
    return path


def sheets(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


class Page(HTMLParser):
    """The tags and the texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links.extend(name for name, _ in attrs if name in ("src", "href", "action") or name[:2] == "on")

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


def test_jsonl_lines_are_the_log_and_their_hashes_can_be_followed(log: ListLog, tmp_path: Path) -> None:
    lines = written(log, tmp_path / "n.jsonl").read_text(encoding="utf-8").splitlines()
    before = "0" * 64
    for seq, line in enumerate(lines, start=1):
        event = json.loads(line)
        assert list(event) == list(COLUMNS)
        text = line[: line.rindex(',"prev_hash":')] + "}"
        assert (event["seq"], event["prev_hash"]) == (seq, before)
        assert sha256((before + text).encode()).hexdigest() == event["hash"]
        before = event["hash"]
    assert before == list(log.rows("s1"))[-1].hash


def test_csv_rows_are_the_same_events(log: ListLog, tmp_path: Path) -> None:
    path = written(log, tmp_path / "n.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfseq,at,")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    events = [json.loads(line) for line in log.exported_lines("s1")]
    assert len(rows) == len(events)
    for row, event in zip(rows, events, strict=True):
        assert tuple(row) == COLUMNS
        assert json.loads(row["data"]) == event["data"]
        assert (row["seq"], row["mono_ms"]) == (str(event["seq"]), str(event["mono_ms"]))
        assert (row["item"] or None, row["hash"]) == (event["item"], event["hash"])


def test_json_holds_plan_airings_products_and_events(log: ListLog, tmp_path: Path) -> None:
    document = json.loads(written(log, tmp_path / "n.json").read_text(encoding="utf-8"))
    assert document["session"]["kind"] == "rehearsal"
    assert document["session"]["last_hash"] == list(log.rows("s1"))[-1].hash
    assert document["plan"]["items"][0]["price"] == "19.90"
    assert [a["sold"] for a in document["airings"]] == [42, None, None, None, 58]
    assert document["airings"][0]["price_at_end"] == "18.90"
    assert document["products"][0]["stock_left"]["left"] == 0
    assert document["events"] == [json.loads(line) for line in log.exported_lines("s1")]


def test_the_workbook_has_real_numbers_and_dates(log: ListLog, tmp_path: Path) -> None:
    book = sheets(written(log, tmp_path / "n.xlsx"))
    assert list(book)[:3] == ["Airings", "Products", "Events"]
    header, first, misfire = book["Airings"][:3]
    row = dict(zip(header, first, strict=True))
    assert (row["Link"], row["Item"], row["Title"]) == ("1", "P1", "加厚棉柔巾")
    assert (row["Planned min"], row["Aired min"]) == (6, 9)
    assert (row["Price at take"], row["Price at end"], row["Sold"]) == (19.9, 18.9, 42)
    assert str(row["Start (UTC)"]) == "2026-11-23 12:00:10"
    assert str(row["Start (UTC+08:00)"]) == "2026-11-23 20:00:10"
    assert (row["Left before"], row["Source before"]) == (100, "sheet")
    assert (row["Left after"], row["Source after"]) == (58, "by hand 甲")
    assert row["Session"] == "REHEARSAL · SIMULATED"
    missed = dict(zip(header, misfire, strict=True))
    assert (missed["Note"], missed["Sold"]) == ("misfire", "not counted")
    assert len(book["Events"]) == 1 + len(list(log.rows("s1")))


def test_a_chinese_workbook_is_chinese(log: ListLog, tmp_path: Path) -> None:
    book = sheets(written(log, tmp_path / "n.xlsx", language="zh"))
    assert list(book)[:3] == ["讲解", "商品", "日志"]
    assert "卖出" in book["商品"][0]
    assert book["讲解"][1][-1] == "彩排 · 模拟"


def converted(path: Path, folder: Path) -> dict[str, list[list[str]]]:
    """Every sheet of a workbook as LibreOffice shows it, by name."""
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         every_sheet, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = {}
    for name in sheets(path):
        with (folder / f"{path.stem}-{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = [row for row in csv.reader(file) if row]
    return found


def says(cell: object, shown: str) -> bool:
    """Whether the words LibreOffice shows are this cell: numbers as their format rounds them."""
    if isinstance(cell, timedelta | dtime):
        return shown == str(cell).partition(".")[0]
    if isinstance(cell, datetime | date):
        return shown == str(cell).partition(".")[0]
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return shown == str(cell)
    share = shown.endswith("%")
    digits = len(shown.rstrip("%").partition(".")[2])
    given = float(shown.rstrip("%").replace(",", "")) / (100 if share else 1)
    return abs(given - cell) <= 0.5001 * 10.0 ** -(digits + 2 * share)


def test_libreoffice_reads_the_same_cells_on_every_sheet(tmp_path: Path) -> None:
    log = ListLog.of(evening().log)
    path = written(log, tmp_path / "n.xlsx")
    book, shown = sheets(path), converted(path, tmp_path)
    assert len(book) >= 7
    for name, rows in book.items():
        assert len(shown[name]) == len(rows), name
        for row, line in zip(rows, shown[name], strict=True):
            cells = [*row, *[""] * (len(line) - len(row))]
            differ = [
                (c, w) for c, w in zip(cells, [*line, *[""] * len(cells)], strict=False) if not says(c, w)
            ]
            assert differ == [], name


def test_libreoffice_shows_a_price_a_time_and_what_was_not_counted(log: ListLog, tmp_path: Path) -> None:
    shown = converted(written(log, tmp_path / "n.xlsx"), tmp_path)
    header, *rows = shown["Airings"]
    first, misfire = (dict(zip(header, row, strict=True)) for row in rows[:2])
    assert (first["Title"], first["Price at take"], first["Sold"]) == ("加厚棉柔巾", "19.90", "42")
    assert (first["Planned min"], first["Aired min"]) == ("6.0", "9.0")
    assert (first["Start (UTC)"], first["Show clock"]) == ("2026-11-23 12:00:10", "0:00:10")
    assert (first["Accepted ms"], first["On air ms"]) == ("2.5", "305.0")
    assert misfire["Sold"] == "not counted"
    events = [dict(zip(shown["Events"][0], line, strict=True)) for line in shown["Events"][1:]]
    texts = [json.loads(line) for line in log.exported_lines("s1")]
    assert [e["What"] for e in events] == [text["kind"] for text in texts]
    assert [json.loads(e["Details (JSON)"]) for e in events] == [text["data"] for text in texts]


def test_an_english_report_has_the_english_titles_of_the_sheet(tmp_path: Path) -> None:
    log = ListLog.of(evening().log)
    english, chinese = (
        written(log, tmp_path / f"{language}.html", language=language).read_text("utf-8")
        for language in ("en", "zh")
    )
    item = next(item for item in sample_plan().items if item.id == "P03")
    assert (item.title, item.title_en) == ("316不锈钢保温杯 480ml", "316 Steel Thermos 480 ml")
    assert item.title_en in english
    assert item.title in chinese
    assert item.title_en not in chinese
    rows = sheets(written(log, tmp_path / "n.xlsx"))["Airings"]
    assert item.title_en in [row[2] for row in rows]


def test_the_page_needs_no_network_and_marks_the_rehearsal(log: ListLog, tmp_path: Path) -> None:
    page = Page(written(log, tmp_path / "n.html").read_text(encoding="utf-8"))
    assert page.links == []
    assert "script" not in page.tags
    assert "REHEARSAL · SIMULATED" in page.texts
    assert list(log.rows("s1"))[-1].hash in page.texts
    for text in (
        "¥19.9",
        "¥18.9",
        "42",
        "not counted",
        "misfire",
        "2026-11-23 20:00:00",
        "20:00:10",
        "9.0",
        "0:00:10",
    ):
        assert text in page.texts


def test_the_page_speaks_chinese(log: ListLog, tmp_path: Path) -> None:
    page = Page(written(log, tmp_path / "n.html", language="zh").read_text(encoding="utf-8"))
    for text in ("彩排 · 模拟", "讲解", "未统计", "误切", "时间均为 UTC+08:00。"):
        assert text in page.texts


EVIL = (
    "<script>alert(1)</script>",
    "=cmd|'/c calc'!A0",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "<r>raw</r>",
    "🧨🎎 𠮷",
    "字" * 10_000,
    'a"b,c;d\te',
    "_x0041_",
    "http://example.com/x",
    "00123456789012345678",
    "{{ 7 * 7 }}",
)


@pytest.fixture(scope="module")
def evil() -> ListLog:
    plan = Plan(
        name=EVIL[0],
        items=tuple(
            product(f"={n}", title=name, sku=name, link_no=name[:40], price=100, stock_total=1)
            for n, name in enumerate(EVIL)
        ),
    )
    made = desk(plan, operator="=1+1")
    for n in range(len(EVIL)):
        made.at(f"{n}:10").do("show.take_item", item=f"={n}")
    made.do("cue.send", text=EVIL[0])
    return ListLog.of(made.log)


def test_hostile_names_are_plain_cells_in_a_workbook(evil: ListLog, tmp_path: Path) -> None:
    path = written(evil, tmp_path / "n.xlsx")
    book = sheets(path)
    assert [row[2] for row in book["Airings"][1:]] == list(EVIL)
    assert [row[1] for row in book["Products"][1:]] == list(EVIL)
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(parts) >= 4
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts)


def test_hostile_names_are_plain_texts_on_a_page(evil: ListLog, tmp_path: Path) -> None:
    page = Page(written(evil, tmp_path / "n.html").read_text(encoding="utf-8"))
    assert "script" not in page.tags
    assert page.links == []
    for name in EVIL:
        assert name.strip() in page.texts


def test_hostile_ids_and_actors_are_no_formulas_in_csv(evil: ListLog, tmp_path: Path) -> None:
    with written(evil, tmp_path / "n.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert {row[6] for row in rows[1:]} >= {"'=0", "'=12"}
    assert {row[4] for row in rows[1:]} == {"console", "'=1+1"}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    plan = Plan(name="x", items=tuple(product(f"P{n}", script="字" * 9_000) for n in range(5)))
    data = sheets(written(ListLog.of(desk(plan).log), tmp_path / "n.xlsx"))["Events"][1][-1]
    assert isinstance(data, str)
    assert len(data) <= 32_767
    assert data.endswith("more characters in the .jsonl export)")


@pytest.mark.parametrize("suffix", [".pdf", ".doc", ""])
def test_an_unknown_format_is_refused_with_what_is_possible(
    log: ListLog, tmp_path: Path, suffix: str
) -> None:
    with pytest.raises(Trouble) as met:
        export(log, "s1", tmp_path / f"n{suffix}", language="en")
    assert met.value.code == "format_unknown"
    assert all(known in met.value.reason for known in SUFFIXES)
    assert list(tmp_path.iterdir()) == []


def test_a_session_that_is_not_there_makes_no_file(log: ListLog, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as met:
        export(log, "s9", tmp_path / "n.csv")
    assert met.value.code == "no_session"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_failure_half_way_leaves_the_old_file_and_no_half_one(
    log: ListLog, tmp_path: Path, suffix: str
) -> None:
    class Failing(ListLog):
        """The disk of the log fails in the middle of the second reading at the latest."""

        def rows(self, session: str):
            yield from list(super().rows(session))[:9]
            raise OSError(5, "Input/output error")

        def exported_lines(self, session: str):
            yield from list(super().exported_lines(session))[:9]
            raise OSError(5, "Input/output error")

    path = tmp_path / f"n{suffix}"
    path.write_text("old")
    with pytest.raises(Trouble) as met:
        export(Failing(list(log.rows("s1"))), "s1", path)
    assert (met.value.code, path.read_text()) == ("export_failed", "old")
    assert list(tmp_path.iterdir()) == [path]


@contextmanager
def no_room() -> Iterator[None]:
    """No file can grow beyond 200 bytes; only around the write itself, as the test runner writes too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_disk_without_room_is_a_trouble_and_leaves_no_file(
    log: ListLog, tmp_path: Path, suffix: str
) -> None:
    with no_room(), pytest.raises(Trouble) as met:
        export(log, "s1", tmp_path / f"n{suffix}")
    assert met.value.code == "export_failed"
    assert "File too large" in met.value.reason
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_on_a_full_disk_fails_at_the_end_without_an_echo(log: ListLog) -> None:
    night = read_night(log, "s1")
    look = Look(language="en", zone=local_zone(night.head.started_at))
    with pytest.raises(OSError, match="No space left"):
        write_xlsx(night, log.rows("s1"), Path("/dev/full"), look=look)


def test_a_folder_that_is_missing_is_a_trouble(log: ListLog, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as met:
        export(log, "s1", tmp_path / "nowhere" / "n.csv")
    assert met.value.code == "export_failed"


def test_an_event_of_a_newer_program_is_named_but_lines_still_come_out(tmp_path: Path) -> None:
    rows = list(ListLog.of(golden().log).rows("s1"))
    rows[3] = replace(rows[3], text=rows[3].text.replace('"kind":"', '"kind":"future.', 1))
    with pytest.raises(Trouble) as met:
        export(ListLog(rows), "s1", tmp_path / "n.html")
    assert (met.value.code, met.value.fields) == ("event_unknown", {"seq": 4})
    export(ListLog(rows), "s1", tmp_path / "n.csv")
    assert (tmp_path / "n.csv").read_text(encoding="utf-8-sig").count("future.") == 1


def test_what_is_logged_while_exporting_waits_for_the_next_export(tmp_path: Path) -> None:
    rows = list(ListLog.of(golden().log).rows("s1"))

    class Growing(ListLog):
        """Each reading finds one more event."""

        reads = 0

        def rows(self, session: str):
            if session != "s1":
                return iter(())
            Growing.reads += 1
            return iter(rows[: 10 + Growing.reads])

        def exported_lines(self, session: str):
            raise AssertionError("not asked for")

    export(Growing(rows), "s1", tmp_path / "n.xlsx")
    assert Growing.reads == 3
    assert len(sheets(tmp_path / "n.xlsx")["Events"]) == 1 + 12


def test_all_formats_are_what_the_refusal_lists() -> None:
    chapters = (".chapters.csv", ".chapters.txt", ".edl")
    assert sorted(exporting._FORMATS) == sorted((*SUFFIXES, *chapters))


def test_the_workbook_says_the_sentences_and_holds_the_figures_as_numbers(tmp_path: Path) -> None:
    book = sheets(written(ListLog.of(golden().log), tmp_path / "n.xlsx"))
    told = book["Figures"]
    assert told[0][0] == "Link 1 加厚棉柔巾 sold most: 100 of 100 counted (100 %), in 11:00 on air."
    figures = {str(row[0]): row[1] for row in told if row[2]}
    assert (figures["Sold (counted)"], figures["Counted value"], figures["Points said"]) == (100, 1920, 0.25)
    assert str(figures["On air"]) == "0:17:30"
    (batch,) = book["Batches"][1:]
    assert batch[-2:] == [100, 960]
    products = {row[0]: row[1:] for row in book["By product"][1:]}
    assert products["Link 1 加厚棉柔巾"] == [100, 6, 11]
    assert products["Link 2 Thermos 480 ml"][0] == ""
    minutes = book["By minute"][1:]
    assert [(n, row[1], row[2]) for n, row in enumerate(minutes) if row[1]] == [
        (5, 30, 30), (8, 12, 42), (17, 58, 100)
    ]  # fmt: skip


def test_the_workbook_draws_its_charts_from_its_own_cells(tmp_path: Path) -> None:
    path = written(ListLog.of(golden().log), tmp_path / "n.xlsx")
    with zipfile.ZipFile(path) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
    assert len(charts) == 3
    assert "'By product'!$B$2:$B$3" in charts[0]
    assert "'By minute'!$C$2:$C$19" in "".join(charts)


def test_nothing_counted_draws_no_chart_of_what_was_sold(tmp_path: Path) -> None:
    made = desk(Plan(name="x", items=(product("P1", planned_s=60),)))
    made.at("0:10").do("show.take_item", item="P1")
    path = written(ListLog.of(made.log), tmp_path / "n.xlsx")
    with zipfile.ZipFile(path) as archive:
        assert len([name for name in archive.namelist() if "charts/chart" in name]) == 1
    assert sheets(path)["By minute"] == [["Show clock", "Sold", "So far"]]
