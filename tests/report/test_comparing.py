"""Sessions side by side, and a product's airings over all of them."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path

from hostconsole.report.comparing import Compared, as_json, as_text, compare, history, write_csv, write_html
from hostconsole.report.facts import night
from hostconsole.report.look import Look
from hostconsole.show.plan import Plan

from .golden import golden
from .made import desk, product

EN = Look(language="en", zone=timezone(timedelta(hours=8)))


def second_night():
    plan = Plan(
        name="<b>=next</b>",
        items=(product("X1", sku="SKU-P1", title="加厚棉柔巾", price=1790, stock_total=50, planned_s=120),),
    )
    made = desk(plan)
    made.at("0:00").do("show.take_item", item="X1")
    made.at("1:00").do("stock.sold", qty=20)
    made.at("4:00").do("show.end", sure="yes")
    return night(made.log)


def both() -> Compared:
    return compare([night(golden().log), second_night()], EN)


def test_figures_and_products_stand_side_by_side() -> None:
    found = both()
    rows = {row.name: row.cells for row in found.rows}
    assert rows["Sold (counted)"] == ("100", "20")
    assert rows["Counted value"] == ("¥1,920", "¥358")
    start = [row.name for row in found.rows].index("加厚棉柔巾")
    assert [(row.name, row.cells) for row in found.rows[start + 1 : start + 5]] == [
        ("Aired", ("11:00", "4:00")),
        ("Last price", ("¥18.9", "¥17.9")),
        ("Sold", ("100", "20")),
        ("Sold a minute", ("9.1 /min", "5.0 /min")),
    ]
    flask = [row.name for row in found.rows].index("Thermos 480 ml")
    assert found.rows[flask + 3].cells == ("not counted", "")
    assert found.values["s1"]["sold"] == 20  # both nights of this test are called s1


def test_a_comparison_is_a_table_for_terminals_spreadsheets_and_browsers(tmp_path: Path) -> None:
    found = both()
    assert "加厚棉柔巾" in as_text(found)
    assert as_json(found)["rows"][0] == {"name": "Sold (counted)", "cells": ["100", "20"]}
    write_csv(found, tmp_path / "c.csv")
    write_html(found, tmp_path / "c.html")
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "&lt;b&gt;=next&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "5.0 /min" in (tmp_path / "c.csv").read_text("utf-8-sig")


def test_a_products_history_is_found_by_sku_link_or_title() -> None:
    nights = [night(golden().log), second_night()]
    for key in ("SKU-P1", "1", "加厚棉柔巾"):
        found = history(nights, key)
        assert [(one.aired_ms, one.price, one.sold, one.batch_s) for one in found][:2] == [
            (540_000, "¥18.9", 42, 960.0), (120_000, "¥18.9", 58, 960.0)
        ]  # fmt: skip
        assert (found[-1].sold, found[-1].batch_s) == (20, None) or key == "1"
    assert history(nights, "nobody") == ()
