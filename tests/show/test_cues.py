"""Cues: short enough to be read in passing, logged unseen, and those the console sends by itself."""

from __future__ import annotations

import pytest

from hostconsole.show.auto_cues import auto_cue
from hostconsole.show.cells import cells, fitted, two_lines
from hostconsole.show.cues import MOST_CELLS, faded, preset, visible
from hostconsole.show.events import CueUnseen
from hostconsole.show.rules import Rules
from tests.show.stage import Stage, on_air, product, segment

AUTO = Rules(auto_cues=True)


def sent(stage: Stage) -> str | None:
    """What the console sends now, on the show's road."""
    due = auto_cue(stage.state, stage.now, stage.show.rules)
    if due is not None:
        stage.show.record((due,), actor="console")
    return due.text if due is not None else None


def long_stage() -> Stage:
    item = product("P1", stock=100, warn_qty=10, planned_s=300)
    return on_air(item, product("P2"), rules=AUTO)


# -- width ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("报价 ¥89", 8), ("\uff21\uff22", 4), ("e\u0301", 1), ("👍", 2), ("", 0)]
)
def test_a_chinese_character_is_two_cells_wide(text: str, width: int) -> None:
    assert cells(text) == width


def test_words_are_cut_between_characters_and_lines_at_spaces() -> None:
    assert fitted("字" * 20, 24) == "字" * 12
    assert two_lines("Ask for the order", 24) == ("Ask for the order",)
    assert two_lines("Say that it ships tomorrow morning", 24) == ("Say that it ships", "tomorrow morning")
    assert two_lines("字" * 20, 24) == ("字" * 12, "字" * 8)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("number", range(1, 21))
def test_every_preset_fits_one_line_whatever_the_numbers(language: str, number: int) -> None:
    rules = Rules(host_language=language)  # type: ignore[arg-type]
    item = product("P1", price="123456.78", stock=987654, gift="赠品" * 20, limit="每人限购一百件")
    stage = on_air(item, product("P2", link_no="12345678901"), rules=rules)
    stage.wait(31_000)
    text, _kind = preset(stage.state, number, rules=rules, now_ms=stage.now)
    assert 0 < cells(text) <= MOST_CELLS


def test_a_persons_own_words_may_take_two_lines_and_no_more() -> None:
    stage = on_air()
    stage.does("cue.send", text="字" * 24)
    stage.refuses("cue.send", text="字" * 25, code="cue_too_long")
    stage.refuses("cue.send", preset="7", text="字" * 25, code="cue_too_long")


# -- unseen -----------------------------------------------------------------------------------------


def test_a_routine_cue_that_faded_is_noted_once_and_a_must_cue_never() -> None:
    stage = on_air()
    for number in ("3", "10"):
        stage.does("cue.send", preset=number)
    stage.wait(14_999)
    assert faded(stage.state, stage.now, stage.show.rules) == ()
    stage.wait(1)
    (cue,) = faded(stage.state, stage.now, stage.show.rules)
    stage.show.record((CueUnseen(cue=cue.seq),), actor="console")
    assert faded(stage.state, stage.now, stage.show.rules) == ()
    assert [c.unseen for c in stage.state.cues] == [True, False]
    assert stage.last().event.kind == "cue.unseen"


def test_a_seen_cue_is_not_unseen_later() -> None:
    stage = on_air()
    stage.does("cue.send", preset="3")
    stage.does("cue.ack")
    stage.wait(60_000)
    assert faded(stage.state, stage.now, stage.show.rules) == ()


# -- the console's own ------------------------------------------------------------------------------


def test_the_console_sends_nothing_by_itself_unless_it_is_switched_on() -> None:
    stage = on_air(product("P1", stock=100, warn_qty=10), rules=Rules())
    stage.does("stock.count", qty="0")
    assert sent(stage) is None


def test_low_then_sold_out_each_once_and_a_minute_apart() -> None:
    stage = long_stage()
    stage.does("stock.count", qty="8")
    assert (sent(stage), sent(stage)) == ("库存告急 剩8", None)
    stage.does("stock.count", qty="0")
    assert sent(stage) is None
    stage.wait(60_000)
    assert (sent(stage), stage.state.cues[-1].kind) == ("售罄 下链接", "must")
    stage.does("cue.ack")
    stage.wait(60_000)
    assert sent(stage) is None


def test_low_says_what_can_be_sold_and_never_what_is_held_back() -> None:
    plan = ((57, "open"), (3, "manual"))
    stage = on_air(product("P1", stock=63, buffer=3, release=plan, warn_qty=5), rules=AUTO)
    stage.does("link.up")
    stage.does("stock.sold", qty="55")
    assert sent(stage) == "库存告急 剩2"


def test_low_is_not_said_while_there_is_nothing_to_sell_of_what_is_held_back() -> None:
    plan = ((2, "open"), (3, "manual"))
    stage = on_air(product("P1", stock=5, release=plan, warn_qty=5), rules=AUTO)
    assert sent(stage) is None
    stage.does("link.up")
    stage.does("batch.gone")
    assert sent(stage) is None
    stage.does("stock.release")
    assert sent(stage) == "库存告急 剩3"


def test_one_minute_left_and_over() -> None:
    stage = long_stage()
    stage.wait(300_000 - 60_000 - stage.now + stage.state.on_air.since_ms - 1)
    assert sent(stage) is None
    stage.wait(1)
    assert sent(stage) == "还有1分钟"
    stage.wait(60_000)
    assert sent(stage) == "时间到 准备过款"
    stage.wait(600_000)
    assert sent(stage) is None


def test_none_is_sent_while_a_must_cue_stands() -> None:
    stage = long_stage()
    stage.does("cue.send", preset="10")
    stage.does("stock.count", qty="8")
    assert sent(stage) is None
    stage.does("cue.ack")
    assert sent(stage) == "库存告急 剩8"


def test_the_next_airing_is_told_anew() -> None:
    stage = long_stage()
    stage.does("stock.count", qty="8")
    assert sent(stage) is not None
    stage.wait(60_000)
    stage.does("show.take_item", item="P2")
    stage.wait(60_000)
    stage.does("show.take_item", item="P1")
    assert sent(stage) == "库存告急 剩8"


def test_a_segment_has_no_stock_to_be_low() -> None:
    assert sent(on_air(segment("S1"), rules=AUTO)) is None


def test_its_words_are_in_the_hosts_language_and_short() -> None:
    stage = on_air(product("P1", stock=100, warn_qty=10), rules=Rules(auto_cues=True, host_language="en"))
    stage.does("stock.count", qty="8")
    text = sent(stage)
    assert text == "Low: 8 left"
    assert [cue.text for cue in visible(stage.state, stage.now, stage.show.rules)] == [text]


def test_stop_gives_way_to_no_other_cue_and_is_seen_before_what_it_covers() -> None:
    stage = on_air(product("P1", price="89"), product("P2"))
    stage.does("price.set", price="79")
    stage.does("cue.send", preset="1")
    stage.does("cue.send", preset="10")
    stage.does("cue.ack")
    assert [cue.preset for cue in visible(stage.state, stage.now, stage.show.rules)] == [1]
    stage.does("cue.ack")
    stage.refuses("cue.ack", code="nothing_waiting")
    stage.does("cue.send", preset="10")
    for price in ("78", "77", "76"):
        stage.does("price.set", price=price)
        stage.does("cue.send", preset="1")
        stage.wait(1_000)
    shown = [cue.preset for cue in visible(stage.state, stage.now, stage.show.rules)]
    assert shown == [10, 1]


def test_stop_sent_twice_is_seen_at_once() -> None:
    stage = on_air(product("P1"), product("P2"))
    stage.does("cue.send", preset="10")
    stage.wait(2_000)
    stage.does("cue.send", preset="10")
    stage.does("cue.ack")
    stage.refuses("cue.ack", code="nothing_waiting")


def test_a_price_that_was_to_be_said_leaves_with_its_item_and_stop_stays() -> None:
    stage = on_air(product("P1", price="89"), product("P2", price="45"))
    stage.does("price.set", price="79")
    stage.does("cue.send", preset="1")
    stage.does("cue.send", preset="10")
    stage.wait(6_000)
    stage.does("show.take")
    shown = [cue.text for cue in visible(stage.state, stage.now, stage.show.rules)]
    assert shown == ["停!这句别说"]
    assert stage.alerts()["cue_unseen"].fields["text"] == "停!这句别说"
    assert stage.replayed() == stage.state
