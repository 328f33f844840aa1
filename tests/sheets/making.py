"""Sheets made for one test each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

from hostconsole.sheets import Finding, Reading, read_show
from hostconsole.show.plan import Item

SAMPLE = Path(__file__).parents[2] / "resources" / "sample_show.csv"


def read_text(folder: Path, text: str, *, encoding: str = "utf-8", currency: str = "CNY") -> Reading:
    path = folder / "show.csv"
    path.write_bytes(text.encode(encoding))
    return read_show(path, default_currency=currency)


def read_cell(folder: Path, header: str, cell: str, *, currency: str = "CNY") -> tuple[Item, list[Finding]]:
    """The item of a sheet with one product, and what was found about the cell."""
    quoted = cell.replace('"', '""')
    reading = read_text(folder, f'title,{header}\nCup,"{quoted}"\n', currency=currency)
    return reading.plan.items[0], [f for f in reading.findings if f.column == header and f.row == 2]


def write_xlsx(
    path: Path, rows: list[list[Any]], *, merges: tuple[tuple[int, int, int, int], ...] = ()
) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for top, left, bottom, right in merges:
            sheet.merge_range(top, left, bottom, right, rows[top][left])
        taken = {
            (r, c) for t, left, b, right in merges for r in range(t, b + 1) for c in range(left, right + 1)
        }
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if cell is not None and (r, c) not in taken:
                    sheet.write(r, c, cell)
    return path


def codes(reading: Reading, level: str | None = None) -> list[str]:
    return [f.code for f in reading.findings if level in (None, f.level)]
