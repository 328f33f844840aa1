"""The examples of docs/feeds.md are true."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from hostconsole.feeds.config import feeds_of
from hostconsole.feeds.reading import read_rows
from hostconsole.feeds.values import LARGEST, Warned
from hostconsole.feeds.wire import LARGEST_ANSWER, Limits

PAGE = Path(__file__).parents[2] / "docs" / "feeds.md"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_plain_example_reads_its_answer() -> None:
    (feed,) = feeds_of(blocks("toml")[0], beside=Path())
    (figure,) = read_rows(json.loads(blocks("json")[0]), feed, {"LIP-01"}).figures
    assert (figure.available, figure.as_of, feed.warnings) == (116, "2026-11-23T20:43:10.000Z", ())


def test_the_graphql_example_sends_json() -> None:
    (feed,) = feeds_of(blocks("toml")[1], beside=Path())
    assert feed.request and feed.request.body and feed.login and feed.login.request.body
    assert feed.orders and feed.orders.request.body and feed.orders.request.url == feed.request.url
    body = json.loads(feed.request.body.filled({"size": "100", "cursor": None, "sku": "no"}))
    assert body["variables"] == {"n": 100, "after": None}
    assert "{ onHand allocated }" in body["query"]
    assert json.loads(feed.login.request.body.filled({"env:SHOP_PASSWORD": 'a"b'}))["variables"] == {
        "p": 'a"b'
    }
    json.loads(feed.orders.request.body.filled({"since": "2026-11-23T20:00:00Z"}))
    answer = {
        "data": {
            "variants": {
                "nodes": [
                    {"sku": "A", "stock": [{"onHand": 5, "allocated": 1}, {"onHand": 2, "allocated": 0}]},
                    {"sku": "B", "stock": [], "track": False},
                    {"sku": "C", "stock": None},
                ]
            }
        }
    }
    figures = read_rows(answer, feed, {"A", "B", "C"}).figures
    assert [(one.available, one.untracked, one.warning) for one in figures] == [
        (6, False, ""),
        (None, True, ""),
        (None, False, "unfit"),
    ]


def test_the_other_examples_load() -> None:
    feeds = feeds_of(blocks("toml")[2], beside=Path())
    assert [feed.kind for feed in feeds] == ["file", "shopify", "woocommerce"]


def test_the_figures_and_words_are_those_of_the_program() -> None:
    text = PAGE.read_text("utf-8")
    assert f"more than {LARGEST:,}" in text
    assert f"be of {LARGEST_ANSWER // 2**20} MB" in text
    assert f"{Limits().silence:.0f} s between two bytes and {Limits().all:.0f} s in all" in text
    assert [code for code in get_args(Warned) if code and f"`{code}`" not in text] == []
