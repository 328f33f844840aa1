"""The stock page: what feeds do, what a try brings, and what a seller without feeds sees."""

from __future__ import annotations

import pytest

from hostconsole.show.events import TroubleMet
from hostconsole.show.feed_view import FeedView, OddFigure
from hostconsole.ui.feed_words import ERROR_TEXTS, ODD_TEXTS, feed_lamp, stock_lamp
from hostconsole.ui.feeds_page import EXAMPLE, FeedsPage
from tests.ui.conftest import Console


def shop(**how: object) -> FeedView:
    given = {"name": "shop", "kind": "http", "status": "ok", "age_s": 2.0, "found": 28, "wanted": 30, **how}
    return FeedView(**given)  # type: ignore[arg-type]


def page_of(desk: Console, *feeds: FeedView) -> FeedsPage:
    desk.bridge.feeds = lambda: feeds
    desk.window.show_room("prepare")
    assert desk.window.prepare is not None
    desk.window.prepare.pages.open("stock")
    page = desk.window.prepare.pages.currentWidget()
    assert isinstance(page, FeedsPage)
    return page


def test_without_feeds_it_says_how_stock_is_counted_and_where_a_feed_is_written(console, qapp) -> None:
    desk = console()
    desk.bridge.feeds_path = "/home/me/hostconsole/feeds.toml"
    page = page_of(desk)
    assert "counted by hand" in page.words.text()
    assert "/home/me/hostconsole/feeds.toml" in page.words.text()
    assert not page.again.isVisible()
    assert not desk.window.status.stock.isVisible()
    page.example.click()
    assert qapp.clipboard().text() == EXAMPLE


def test_the_example_is_a_feed_that_loads() -> None:
    from pathlib import Path

    from hostconsole.feeds.config import feeds_of

    (feed,) = feeds_of(EXAMPLE, beside=Path())
    assert (feed.name, feed.warnings) == ("shop", ())


def test_a_feed_shows_its_age_what_it_found_and_what_is_odd(console) -> None:
    desk = console()
    odd = (OddFigure(sku="A", code="null"), OddFigure(sku="B", code="text", seen="many"))
    page = page_of(desk, shop(missing=("X", "Y"), odd=odd))
    (row,) = page.rows
    assert (row.name.text(), row.lamp.text(), row.lamp.tone) == ("shop", "2 s ago", "fine")
    assert row.found.text() == "28 of 30 SKUs have a number · not known to the shop: X, Y"
    assert row.odd.text() == "Odd figures: A: nothing said · B: no number (many)"
    assert not row.error.isVisible()


def test_a_feed_that_failed_says_why_and_the_top_line_too(console) -> None:
    desk = console()
    page = page_of(
        desk, shop(status="failed", age_s=40.0, code="feed_login", error="The login was refused: HTTP 401.")
    )
    assert page.rows[0].error.text() == "The login was refused: HTTP 401."
    desk.window._tick()
    assert (desk.window.status.stock.text(), desk.window.status.stock.tone) == ("Feed down: shop", "bad")


def test_a_try_asks_every_feed(console, qtbot) -> None:
    desk = console()
    page = page_of(desk, shop())
    with qtbot.waitSignal(desk.window.try_feeds):
        page.again.click()


def test_the_file_is_read_again_by_a_button_and_a_fault_in_it_says_where_it_is(console) -> None:
    desk = console()
    asked: list[str] = []
    desk.bridge._run = lambda command, _given: asked.append(command)
    desk.stage.show.record(
        (TroubleMet(code="feeds_file", text="feeds.toml: line 7: feed 1: url = … is missing."),), actor="x"
    )
    page = page_of(desk, shop())
    assert page.fault.text() == "feeds.toml: line 7: feed 1: url = … is missing."
    page.reload.click()
    assert asked == ["feeds.reload"]


@pytest.mark.parametrize(
    ("feed", "words", "tone"),
    [
        (shop(age_s=None, status="waiting"), "Waiting for the first answer", "waiting"),
        (shop(age_s=12.4), "12 s ago", "waiting"),
        (shop(age_s=9.0), "9 s ago", "fine"),
        (shop(status="failed"), "Down: count by hand", "bad"),
    ],
)
def test_the_lamp_of_a_feed(feed: FeedView, words: str, tone: str) -> None:
    assert feed_lamp(feed)[1:] == (words, tone)


def test_the_oldest_feed_speaks_for_all() -> None:
    look = stock_lamp((shop(age_s=1.0), shop(name="other", age_s=20.0)))
    assert look is not None and look[1] == "Stock 20 s ago"
    assert stock_lamp(()) is None


def test_every_trouble_of_a_feed_has_its_words() -> None:
    import re
    from pathlib import Path

    import hostconsole.feeds

    folder = Path(hostconsole.feeds.__file__).parent
    codes = set(
        re.findall(r'Trouble\(\s*"(feed_\w+)"', "".join(p.read_text("utf-8") for p in folder.glob("*.py")))
    )
    assert codes - set(ERROR_TEXTS) <= {"feed_bug"}


def test_every_odd_figure_has_its_words() -> None:
    from typing import get_args

    from hostconsole.feeds.values import Warned

    assert {code for code in get_args(Warned) if code} == set(ODD_TEXTS)
