"""The charts of a workbook and the numbers they are drawn from, on sheets of their own."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hostconsole.report.drawing import HUES
from hostconsole.report.figures import Night
from hostconsole.report.look import Look
from hostconsole.report.reading import name_of
from hostconsole.report.xlsx_text import cell_text

_MOST_BARS = 60
_MINUTE_MS = 60_000
_DAY_MS = 86_400_000


def add_charts(
    book: Any, night: Night, look: Look, *, header: Any, count: Any, clock: Any, tenths: Any
) -> None:
    """`book` is the library's; the rest are its formats. A chart without numbers is left out."""
    sheet = book.add_worksheet(look.word("charts"))
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    place = 0
    products = _Products(book, night, look, header=header, count=count, tenths=tenths)
    minutes = _Minutes(book, night, look, header=header, count=count, clock=clock)
    for chart in (products.sold(), products.minutes(), minutes.sold()):
        if chart is not None:
            chart.set_size({"width": 980, "height": 340})
            sheet.insert_chart(place, 0, chart, {"object_position": 3})
            place += 18


class _Products:
    """Units and minutes of each product that aired."""

    def __init__(self, book: Any, night: Night, look: Look, *, header: Any, count: Any, tenths: Any) -> None:
        self._book, self._look = book, look
        self._name = look.word("by_product")
        sheet = book.add_worksheet(self._name)
        words = ("title", "sold", "lane_planned", "lane_aired")
        sheet.set_column(0, 0, 34)
        for at, word in enumerate(words):
            sheet.write_string(0, at, look.word(word), header)
        aired = [product for product in night.products if product.airings][:_MOST_BARS]
        self._rows = len(aired)
        self._counted = any(product.sold is not None for product in aired)
        for row, product in enumerate(aired, start=1):
            name = name_of(product.link_no, product.title, look)
            sheet.write_string(row, 0, cell_text(name, look))
            if product.sold is not None:
                sheet.write_number(row, 1, product.sold, count)
            if product.planned_ms is not None:
                sheet.write_number(row, 2, round(product.planned_ms / _MINUTE_MS, 3), tenths)
            sheet.write_number(row, 3, round(product.aired_ms / _MINUTE_MS, 3), tenths)

    def _series(self, column: int, ink: str) -> dict[str, Any]:
        return {
            "name": [self._name, 0, column],
            "categories": [self._name, 1, 0, self._rows, 0],
            "values": [self._name, 1, column, self._rows, column],
            "fill": {"color": ink},
            "gap": 60,
        }

    def sold(self) -> Any:
        if not self._rows or not self._counted:
            return None
        chart = self._book.add_chart({"type": "column"})
        chart.add_series(self._series(1, HUES[0][1]))
        chart.set_title({"name": self._look.word("sold")})
        chart.set_legend({"none": True})
        return chart

    def minutes(self) -> Any:
        if not self._rows:
            return None
        chart = self._book.add_chart({"type": "column"})
        chart.add_series(self._series(2, HUES[7][0]))
        chart.add_series(self._series(3, HUES[0][1]))
        chart.set_title({"name": self._look.word("planned_and_aired")})
        chart.set_legend({"position": "bottom"})
        return chart


class _Minutes:
    """Units counted in each minute of the show, and all so far."""

    def __init__(self, book: Any, night: Night, look: Look, *, header: Any, count: Any, clock: Any) -> None:
        self._book, self._look = book, look
        self._name = look.word("by_minute")
        units: dict[int, int] = defaultdict(int)
        for sold in night.sales:
            units[sold.minute] += sold.units
        self._rows = max(units) + 1 if units else 0
        sheet = book.add_worksheet(self._name)
        for at, word in enumerate(("clock", "sold", "so_far")):
            sheet.write_string(0, at, look.word(word), header)
        so_far = 0
        for minute in range(self._rows):
            so_far += units.get(minute, 0)
            sheet.write_number(minute + 1, 0, minute * _MINUTE_MS / _DAY_MS, clock)
            sheet.write_number(minute + 1, 1, units.get(minute, 0), count)
            sheet.write_number(minute + 1, 2, so_far, count)

    def sold(self) -> Any:
        if not self._rows:
            return None
        name, rows = self._name, self._rows
        chart = self._book.add_chart({"type": "column"})
        chart.add_series({
            "name": [name, 0, 1], "categories": [name, 1, 0, rows, 0], "values": [name, 1, 1, rows, 1],
            "fill": {"color": HUES[2][1]}, "gap": 20,
        })  # fmt: skip
        line = self._book.add_chart({"type": "line"})
        line.add_series({
            "name": [name, 0, 2], "categories": [name, 1, 0, rows, 0], "values": [name, 1, 2, rows, 2],
            "y2_axis": True, "line": {"color": HUES[3][1], "width": 1.5},
        })  # fmt: skip
        chart.combine(line)
        chart.set_title({"name": self._look.word("sold_by_minute")})
        chart.set_x_axis({"num_format": "h:mm"})
        chart.set_legend({"position": "bottom"})
        return chart
