"""The report as a workbook: real numbers and dates, ids as text, and no text that becomes a formula.

Rows are written once, in order, and leave memory at once. Money is a number in the currency's own places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from hostconsole.log.reader import Row
from hostconsole.report.figures import Night
from hostconsole.report.grids import Column, Grid, Value, grids
from hostconsole.report.lines import LoggedRow, read_row
from hostconsole.report.look import Look, moment, session_kind
from hostconsole.report.target import PatientFile
from hostconsole.report.xlsx_charts import add_charts
from hostconsole.report.xlsx_text import cell_text
from hostconsole.report.xlsx_told import add_platforms, add_reconciled, add_told
from hostconsole.show.errors import Trouble
from hostconsole.show.money import places

ROWS_A_SHEET = 1_048_575
"""Rows below the header (Excel's limit); what is more goes on in another sheet."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd hh:mm:ss",
    "remove_timezone": True,
}
_FORMATS = {
    "count": "0",
    "tenths": "0.0##",
    "share": "0.0%",
    "local": "yyyy-mm-dd hh:mm:ss",
    "utc": "yyyy-mm-dd hh:mm:ss",
    "clock": "[h]:mm:ss",
    "text": "@",
}
_DAY_MS = 86_400_000


def write_xlsx(night: Night, rows: Iterable[Row], path: Path, *, look: Look) -> None:
    """`rows` are the events of the same session; they are streamed.

    Raises OSError when the disk refuses, Trouble "export_failed" for what else the library meets."""
    with closing(PatientFile(path)) as file:
        book = Book(file, look)
        try:
            _write(book, night, rows, look)
        except XlsxWriterException as fault:
            why = f"{path} cannot be written: {fault}."
            raise Trouble("export_failed", why, path=str(path)) from fault
        finally:
            book.drop()
        if file.fault is not None:
            raise file.fault


def _write(book: Book, night: Night, rows: Iterable[Row], look: Look) -> None:
    first, second, *more = grids(night, look)
    book.sheet(first)
    book.sheet(second)
    book.events(read_row(row.text) for row in rows)
    for grid in more:
        book.sheet(grid)
    add_told(book, night)
    add_reconciled(book, night)
    add_platforms(book, night)
    book.charts(night)
    book.head(night)
    book.close()


class Book:
    """A workbook being written, sheet after sheet."""

    def __init__(self, file: PatientFile, look: Look) -> None:
        self.book = xlsxwriter.Workbook(file, _OPTIONS)
        self.look = look
        self.formats: dict[str, Any] = {
            name: self.book.add_format({"num_format": code, "valign": "top"})
            for name, code in _FORMATS.items()
        }
        self.header = self.book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8ECF1", "bottom": 1}
        )

    def sheet(self, grid: Grid[Any]) -> None:
        """One table on a sheet of its own."""
        self._table(grid.title, grid.columns, grid.rows)

    def events(self, events: Iterator[LoggedRow]) -> None:
        """The whole log, over as many sheets as it takes."""
        columns, title, n = _event_columns(self.look), self.look.word("events"), 1
        while True:
            written = self._table(title if n == 1 else f"{title} {n}", columns, islice(events, ROWS_A_SHEET))
            if written < ROWS_A_SHEET:
                return
            n += 1

    def charts(self, night: Night) -> None:
        formats = {name: self.formats[name] for name in ("count", "clock", "tenths")}
        add_charts(self.book, night, self.look, header=self.header, **formats)

    def head(self, night: Night) -> None:
        """The session itself, one fact a row."""
        sheet = self.book.add_worksheet(self.look.word("session"))
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 70)
        for row, (name, value) in enumerate(_head_rows(night, self.look)):
            sheet.write_string(row, 0, name, self.header)
            if isinstance(value, datetime):
                sheet.write_datetime(row, 1, value, self.formats["local"])
            elif isinstance(value, float):
                sheet.write_number(row, 1, value, self.formats["clock"])
            elif isinstance(value, int):
                sheet.write_number(row, 1, value, self.formats["count"])
            else:
                self.text(sheet, row, 1, value)

    def close(self) -> None:
        self.book.close()

    def drop(self) -> None:
        """Lets go of the files of rows that a failure left open."""
        for sheet in self.book.worksheets():
            if sheet.row_data_fh is not None and not sheet.row_data_fh.closed:
                with suppress(OSError):  # rows that still waited for a full disk: nobody wants them now
                    sheet.row_data_fh.close()
                Path(sheet.row_data_filename).unlink(missing_ok=True)
        self.book.fileclosed = True  # or its destructor would warn, or write after all

    def _table(self, title: str, columns: Sequence[Column[Any]], rows: Iterable[Any]) -> int:
        sheet = self.book.add_worksheet(title)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.title, self.header)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        written = 0
        for written, fact in enumerate(rows, start=1):
            for place, column in enumerate(columns):
                self._cell(sheet, written, place, column, column.value(fact))
        return written

    def _cell(self, sheet: Any, row: int, place: int, column: Column[Any], value: Value) -> None:
        if value is None:
            value = column.missing
        if isinstance(value, str):
            if value:
                self.text(sheet, row, place, value)
        elif isinstance(value, tuple):
            minor, currency = value
            digits = places(currency)
            sheet.write_number(row, place, minor / 10**digits, self.money(digits))
        elif isinstance(value, datetime):
            sheet.write_datetime(row, place, value, self.formats[column.kind])
        elif column.kind == "clock":
            sheet.write_number(row, place, value / _DAY_MS, self.formats["clock"])
        else:
            sheet.write_number(row, place, value, self.formats[column.kind])

    def text(self, sheet: Any, row: int, place: int, text: str) -> None:
        sheet.write_string(row, place, cell_text(text, self.look), self.formats["text"])

    def money(self, digits: int) -> Any:
        name = f"money {digits}"
        if name not in self.formats:
            code = "0" if digits == 0 else "0." + "0" * digits
            self.formats[name] = self.book.add_format({"num_format": code, "valign": "top"})
        return self.formats[name]


def _event_columns(look: Look) -> list[Column[LoggedRow]]:
    w = look.word
    local: Column[LoggedRow] = Column(
        title=w("at_local", zone=look.zone_name), kind="local", width=20,
        value=lambda event: moment(event.at).astimezone(look.zone),
    )  # fmt: skip
    return [
        Column(title=w("seq"), kind="count", width=8, value=lambda event: event.seq),
        *([] if look.zone_name == "UTC" else [local]),
        Column(title=w("at_utc"), kind="utc", width=20, value=lambda event: moment(event.at)),
        Column(title=w("clock"), kind="clock", width=12, value=lambda event: event.mono_ms),
        Column(title=w("actor"), kind="text", width=12, value=lambda event: event.actor),
        Column(title=w("what"), kind="text", width=20, value=lambda event: event.kind),
        Column(title=w("item"), kind="text", width=9, value=lambda event: event.item),
        Column(title=w("data"), kind="text", width=80, value=lambda event: bytes(event.data).decode()),
    ]


def _head_rows(night: Night, look: Look) -> list[tuple[str, str | int | float | datetime]]:
    head, w = night.head, look.word

    def local(at: str | None) -> datetime | str:
        return w("not_over") if at is None else moment(at).astimezone(look.zone).replace(tzinfo=None)

    return [
        (w("show"), head.show),
        (w("kind"), session_kind(head, look)),
        (w("session"), head.session),
        (w("started_local", zone=look.zone_name), local(head.started_at)),
        (w("started_utc"), moment(head.started_at).astimezone(UTC).replace(tzinfo=None)),
        (w("ended"), local(head.ended_at)),
        (w("length"), head.length_ms / _DAY_MS),
        (w("operators"), ", ".join(head.operators)),
        (w("sheet"), head.sheet),
        (w("event_count"), head.events),
        (w("last_hash"), head.last_hash),
    ]
