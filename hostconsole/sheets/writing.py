"""A plan written as a run-sheet: XLSX or CSV that reads back as the same plan, whole or not at all."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from hostconsole.sheets.cells import Value, rows_of
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Plan

LONGEST_XLSX = 32_767
"""Characters a cell of a workbook holds; what is longer would be cut."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_show(plan: Plan, path: Path) -> None:
    """Writes the plan as .xlsx or .csv, whole or not at all. Raises Trouble."""
    write_whole(path, content_of(plan, path))


def content_of(plan: Plan, path: Path) -> bytes:
    """The bytes of the plan's file, .xlsx or .csv by its name. Raises Trouble."""
    if path.suffix.lower() == ".xlsx":
        return workbook(rows_of(plan))
    if path.suffix.lower() == ".csv":
        return _text(rows_of(plan))
    raise Trouble("bad_ending", f"{path.name}: a show is written as .xlsx or .csv", path=str(path))


def write_whole(path: Path, content: bytes) -> None:
    """The bytes at `path`, or what was there before: never half of them. Raises Trouble."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, ValueError) as why:
        part.unlink(missing_ok=True)
        reason = why.strerror if isinstance(why, OSError) and why.strerror else str(why)
        raise Trouble("not_written", f"{path} cannot be written: {reason}.", path=str(path)) from why


def workbook(rows: Sequence[Sequence[Value]], *, sheet: str = "Show") -> bytes:
    """The rows as XLSX: numbers as numbers, everything else as text, formulas never. Raises Trouble for a
    text that no cell of a workbook can hold."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet(sheet)
    bold, top = book.add_format({"bold": True, "bg_color": "#E7E6E6"}), book.add_format({"valign": "top"})
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                if len(value) > LONGEST_XLSX:
                    raise Trouble(
                        "cell_too_long",
                        f"Row {r + 1} has a text of {len(value):,} characters, a workbook's cell holds "
                        f"{LONGEST_XLSX:,}: write it as .csv.",
                    )
                if value:
                    page.write_string(r, c, value, bold if r == 0 else top)
            else:
                page.write_number(r, c, value, top)
    page.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def _text(rows: Sequence[Sequence[Value]]) -> bytes:
    """UTF-8 with a mark, as Excel wants it; what would be a formula there is marked as text."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[_safe(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _safe(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
