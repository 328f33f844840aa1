"""Reading a run-sheet of 10,000 rows with the 47 columns of the sample."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

import python_calamine
import xlsxwriter

from hostconsole.bundled import bundled
from hostconsole.sheets import read_show
from tests.bench.figures import Figure, pairs, s, times

_ROWS = 10_000
_ROUNDS = 5


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        rows = _rows()
        as_csv, as_xlsx = Path(folder) / "show.csv", Path(folder) / "show.xlsx"
        _write_csv(as_csv, rows)
        _write_xlsx(as_xlsx, rows)
        bare, ours = pairs(lambda: _bare_csv(as_csv), lambda: _read(as_csv), _ROUNDS)
        yield Figure(
            name="reading 10,000 rows of CSV", median=s(ours), floor=f"{s(bare)} csv.reader",
            compared=times(ours / bare), bar="≤ × 8 and ≤ 1.5 s", met=ours <= 8 * bare and ours <= 1.5,
        )  # fmt: skip
        bare, ours = pairs(lambda: _bare_xlsx(as_xlsx), lambda: _read(as_xlsx), _ROUNDS)
        yield Figure(
            name="reading 10,000 rows of XLSX", median=s(ours), floor=f"{s(bare)} python-calamine",
            compared=times(ours / bare), bar="≤ × 3", met=ours <= 3 * bare,
        )  # fmt: skip


def _rows() -> list[list[str]]:
    """The sample's header, then its rows over and over, each with ids of its own."""
    with bundled("sample_show.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *body = csv.reader(file)
    own = [n for n, name in enumerate(header) if name in ("row_id", "link_no", "merchant_sku", "bundle_of")]
    rows = [header]
    for n in range(_ROWS):
        row = list(body[n % len(body)])
        for column in own:
            row[column] = f"{row[column]}{n // len(body)}" if row[column] else ""
        rows.append(row)
    return rows


def _write_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def _write_xlsx(path: Path, rows: list[list[str]]) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for n, row in enumerate(rows):
        sheet.write_row(n, 0, row)
    book.close()


def _read(path: Path) -> None:
    assert len(read_show(path, default_currency="CNY").plan.items) == _ROWS


def _bare_csv(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == _ROWS + 1


def _bare_xlsx(path: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_path(path)
    assert len(book.get_sheet_by_index(0).to_python()) == _ROWS + 1
