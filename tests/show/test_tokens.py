"""Tokens: what {price} and its like stand for."""

from __future__ import annotations

import pytest

from hostconsole.show.script import parsed
from hostconsole.show.tokens import NOTHING, contradicts, filled, token_values
from tests.show.stage import Stage, on_air, product
from tests.show.test_stock import feed


def said(stage: Stage, text: str, *, language: str = "zh") -> str:
    item = stage.state.on_air.item
    return filled(text, token_values(stage.state, item, stage.now, language))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("english", "chinese", "value"),
    [
        ("price", "价格", "¥89"),
        ("ref_price", "原价", "¥129.9"),
        ("stock", "库存", "148"),
        ("batch_left", "本批", "148"),
        ("sold", "已卖", "12"),
        ("countdown", "倒计时", NOTHING),
        ("next", "下一款", "2号 款P2"),
    ],
)
def test_each_token_has_a_name_in_both_languages_and_may_have_two_braces(english, chinese, value) -> None:
    stage = on_air(product("P1", price="89", ref="129.9"), product("P2"))
    stage.does("stock.count", qty="148")
    stage.does("stock.sold", qty="12")
    stage.does("stock.count", qty="148")
    for name in (english, chinese):
        for written in (f"{{{name}}}", f"{{{{{name}}}}}", f"{{ {name} }}"):
            assert said(stage, f"现在{written}!") == f"现在{value}!"


def test_what_is_no_token_is_text() -> None:
    stage = on_air()
    for text in ("{cost}", "{", "}{", "{{price}", "{}", "{ }", "{price", "{pri\nce}", "{{{{"):
        assert said(stage, text) == text.replace("{price}", "¥89")


def test_a_count_older_than_30_s_says_about_and_a_feeds_does_not() -> None:
    stage = on_air()
    stage.does("stock.count", qty="148")
    stage.wait(30_001)
    assert (said(stage, "剩{库存}"), said(stage, "{stock}", language="en")) == ("剩约148", "about 148")
    feed(stage, "P1", 140)
    stage.wait(30_001)
    assert said(stage, "剩{库存}") == "剩140"


def test_what_nobody_knows_is_a_dash_never_a_number() -> None:
    stage = on_air(product("P1", stock=None, price=None))
    unknown = ("price", "ref_price", "stock", "batch_left", "sold", "countdown")
    assert [said(stage, f"{{{name}}}") for name in unknown] == [NOTHING] * 6


def test_a_countdown_says_its_seconds() -> None:
    stage = on_air()
    stage.does("countdown.start", seconds="10")
    stage.wait(2_500)
    assert said(stage, "{倒计时}") == "8"


def test_a_said_price_is_corrected_always_and_a_said_count_when_it_moved_by_a_fifth() -> None:
    assert contradicts("price", "¥89", "¥79")
    assert not contradicts("price", "¥89", "¥89")
    assert not contradicts("stock", "148", "约140")
    assert contradicts("stock", "148", "100")
    assert contradicts("stock", "3", "2")
    assert not contradicts("sold", "10", "90")


def test_tokens_are_places_in_the_script_as_they_are_written() -> None:
    script = parsed("今天{价格},{{stock}}件。{unknown}")
    assert script.spoken == "今天{价格},{{stock}}件。{unknown}"
    assert [(r.text, r.start, r.end) for r in script.runs if r.kind == "token"] == [
        ("price", 2, 6),
        ("stock", 7, 16),
    ]
