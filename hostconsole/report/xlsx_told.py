"""What a report says on top, and the platform's figures, as sheets of a workbook with real numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hostconsole.report.figures import Night
from hostconsole.report.headline import Figure, headline
from hostconsole.report.look import moment
from hostconsole.report.platform import MONEY, OF_A_MINUTE, PlatformView, platform_views
from hostconsole.report.platform_chart import minutes_of
from hostconsole.report.reconciled import COLUMNS, lines_of, newest, row_name
from hostconsole.report.sentences import sentences
from hostconsole.show.money import places

if TYPE_CHECKING:
    from hostconsole.report.as_xlsx import Book

_DAY_MS = 86_400_000


def add_told(book: Book, night: Night) -> None:
    """The three sentences with their evidence, and the headline figures with their formulas."""
    look = book.look
    sheet = book.book.add_worksheet(look.word("figures"))
    for column, width in enumerate((30, 22, 70)):
        sheet.set_column(column, column, width)
    row = 0
    for said in sentences(night, look):
        book.text(sheet, row, 0, said.text)
        for one in said.evidence:
            row += 1
            book.text(sheet, row, 1, one.clock)
            book.text(sheet, row, 2, one.text)
        row += 2
    for column, word in enumerate(("fig_name", "fig_value_head", "fig_formula")):
        sheet.write_string(row, column, look.word(word), book.header)
    for figure in headline(night, look):
        row += 1
        book.text(sheet, row, 0, figure.title)
        if figure.value is None:
            book.text(sheet, row, 1, figure.text)
        else:
            _figure(book, sheet, row, figure, night)
        book.text(sheet, row, 2, figure.formula)


def _figure(book: Book, sheet: Any, row: int, figure: Figure, night: Night) -> None:
    """A real number in the unit its title says: money, a clock, a share, or what was counted."""
    assert figure.value is not None
    if figure.key == "value":
        digits = places(figure.currency or night.plan.currency)
        sheet.write_number(row, 1, figure.value / 10**digits, book.money(digits))
    elif figure.key in ("on_air", "incidents"):
        sheet.write_number(row, 1, figure.value / _DAY_MS, book.formats["clock"])
    elif figure.key in ("plan", "through", "points"):
        sheet.write_number(row, 1, figure.value, book.formats["share"])
    else:
        sheet.write_number(row, 1, round(figure.value, 3), book.formats["tenths"])


def add_reconciled(book: Book, night: Night) -> None:
    """Our own counts beside the platform's orders, a sheet a platform."""
    for n, one in enumerate(newest(night), start=1):
        sheet = book.book.add_worksheet(f"{book.look.word('r_sheet')} {n}")
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 18)
        lines = lines_of(one, night, book.look)
        for row, words in enumerate(lines):
            book.text(sheet, row, 0, words)
        top = len(lines) + 1
        for column, word in enumerate(COLUMNS):
            sheet.write_string(top, column, book.look.word(word), book.header)
        for row, sku in enumerate(one.told.rows, start=top + 1):
            book.text(sheet, row, 0, row_name(sku, night, book.look))
            book.text(sheet, row, 1, sku.sku)
            counts = (sku.ours, sku.theirs, sku.delta, sku.refunded, sku.unpaid, sku.cancelled, sku.was)
            for column, value in enumerate(counts, start=2):
                if value is not None:
                    sheet.write_number(row, column, value, book.formats["count"])


def add_platforms(book: Book, night: Night) -> None:
    """The platform's figures by product, a sheet a platform, beside our own counts."""
    for n, view in enumerate(platform_views(night, book.look), start=1):
        sheet = book.book.add_worksheet(f"{book.look.word('p_theirs')} {n}")
        sheet.set_column(0, 0, 34)
        book.text(sheet, 0, 0, view.source)
        names = ("title", "sku", "p_own", "p_theirs", "p_orders", "p_clicks", "p_gmv", "p_returned")
        for column, word in enumerate(names):
            sheet.write_string(2, column, book.look.word(word), book.header)
        money = book.money(places(view.currency))
        for row, item in enumerate(view.items, start=3):
            book.text(sheet, row, 0, item.name)
            book.text(sheet, row, 1, item.sku)
            told = item.figures
            counts = (item.own, told.sold, told.orders, told.clicks)
            for column, value in enumerate(counts, start=2):
                if value is not None:
                    sheet.write_number(row, column, value, book.formats["count"])
            if told.gmv is not None:
                sheet.write_number(row, 6, told.gmv / 10 ** places(view.currency), money)
            if item.returned is not None:
                sheet.write_number(row, 7, item.returned, book.formats["count"])
        if view.minutes:
            _add_minutes(book, night, view, n)


def _add_minutes(book: Book, night: Night, view: PlatformView, n: int) -> None:
    """The platform's minutes of the show, in the show's own time."""
    sheet = book.book.add_worksheet(f"{book.look.word('p_minute_sheet')} {n}")
    sheet.set_column(0, 0, 20)
    words = ("p_minute_at", "clock", *(f"lane_{name}" for name in OF_A_MINUTE))
    for column, word in enumerate(words):
        sheet.write_string(0, column, book.look.word(word), book.header)
    money = book.money(places(view.currency))
    for row, (ms, minute) in enumerate(minutes_of(view, night), start=1):
        at = moment(minute.at).astimezone(book.look.zone).replace(tzinfo=None)
        sheet.write_datetime(row, 0, at, book.formats["local"])
        sheet.write_number(row, 1, max(0, ms) / _DAY_MS, book.formats["clock"])
        for column, name in enumerate(OF_A_MINUTE, start=2):
            value = getattr(minute, name)
            if value is None:
                continue
            if name in MONEY:
                sheet.write_number(row, column, value / 10 ** places(view.currency), money)
            else:
                sheet.write_number(row, column, value, book.formats["count"])
