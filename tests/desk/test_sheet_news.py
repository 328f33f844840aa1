"""What a sheet read again would change is known before it does."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.desk.sheet_news import news_of
from hostconsole.show.plan import Item
from hostconsole.show.row_news import RowNews
from tests.show.stage import on_air, plan_of, product


def row(id: str, **words: object) -> Item:
    return product(id, planned_s=60, **words)


def test_each_change_names_its_row_and_column_with_what_stands_here_and_there() -> None:
    stage = on_air()
    stage.does("item.edit", item="P2", field="scene", value="05_近景")
    stage.does("price.set", item="P2", price="80")
    before = stage.state
    rows = (row("P1"), row("P5"), row("P2", price="95"), row("P3"))
    sheet = plan_of(*rows, digest="2")
    news = news_of(stage.state, sheet)
    assert news.changes == (
        RowNews(kind="removed", item="4 款P4"),
        RowNews(kind="added", item="5 款P5"),
        RowNews(kind="changed", item="2 款P2", column="live_price", was="80.00", now="95.00"),
        RowNews(kind="changed", item="2 款P2", column="obs_scene", was="05_近景", now="–"),
    )
    assert (news.rows, news.stays) == (3, 0)
    assert stage.state is before


def test_a_price_set_here_that_would_stand_is_no_change() -> None:
    stage = on_air()
    stage.does("price.set", item="P2", price="80")
    assert news_of(stage.state, replace(stage.state.plan, digest="2")).changes == ()


def test_rows_that_aired_or_are_on_sale_are_counted_apart() -> None:
    stage = on_air()
    stage.does("link.up", item="P3")
    sheet = plan_of(*(row(f"P{n}", title="新") for n in (1, 2, 3, 4)), digest="2")
    news = news_of(stage.state, sheet)
    assert ([one.item for one in news.changes], news.stays) == (["2 新", "4 新"], 2)
