"""Scripts: what is read, what is only shown, how long it takes, and where the mark stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.show.clocks import prompter_at
from hostconsole.show.levels import stock_level
from hostconsole.show.reading import is_words, read_ms, timeline, words_a_minute
from hostconsole.show.rereading import place_in
from hostconsole.show.script import parsed
from tests.show.stage import Stage, on_air, product

BLOCKS = "开头。\n::充足\n不急。\n::紧张\n只剩{库存}件!\n::售罄\n没有了。\n::完\n结尾。"

TEXTS = st.text(alphabet="字a *=#-:[]{}\n\r价格price::low", max_size=120) | st.text(max_size=120)


# -- what is read -----------------------------------------------------------------------------------


def test_markup_notes_and_marks_are_not_read() -> None:
    script = parsed("# 开场\n今天**很**便宜,==red:真的==。[[举起来]]\n- 第一\n- 第二\n")
    assert script.spoken == "今天很便宜,真的。\n第一\n第二\n"
    assert script.marks == (("开场", 0),)
    shown = [(run.kind, run.text.strip(), run.bold, run.colour) for run in script.runs]
    assert ("text", "很", True, "") in shown
    assert ("text", "真的", False, "red") in shown
    assert ("note", "举起来", False, "") in shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "你好,2*3*4 = 24。a == b",
        "**粗没关",
        "==颜色没关",
        "[[注没关",
        "没开]]",
        "#标签 不是标题",
        "-5 度",
        "::别的\n文字",
        "::end",
        "**",
        "****",
        "a ** b ** c",
        "1. 第一\n2. 第二",
    ],
)
def test_what_is_no_markup_is_text(text: str) -> None:
    shown = "".join(run.text for run in parsed(text).runs)
    assert (shown, parsed(text).spoken) == (text, text)


@given(TEXTS)
def test_any_text_is_a_script_whose_runs_hold_the_spoken_text_in_order(text: str) -> None:
    script = parsed(text)
    end = 0
    for run in script.runs:
        assert run.start == end <= run.end
        end = run.end
    assert end == len(script.spoken)
    assert timeline(text).length == end


@pytest.mark.parametrize(
    "text", ["字" * 50_000, "**" * 25_000, "==" * 25_000, "[[" * 25_000, "{" * 50_000, "- " * 25_000]
)
def test_a_long_line_is_read_in_no_time(text: str) -> None:
    started = time.process_time()
    timeline(text)
    assert time.process_time() - started < 1.5


# -- blocks -----------------------------------------------------------------------------------------


def test_a_block_is_read_only_at_its_stock() -> None:
    texts = {level: timeline(BLOCKS, level).sums[-1] for level in ("plenty", "low", "sold_out")}
    assert texts == {"plenty": 11.0, "low": 15.0, "sold_out": 12.0}


def test_the_level_is_that_of_all_that_is_left() -> None:
    stage = on_air(product("P1", stock=100, warn_qty=10))
    levels = []
    for left in ("11", "10", "0"):
        stage.does("stock.count", qty=left)
        levels.append(stock_level(stage.state, stage.state.on_air.item))
    assert levels == ["plenty", "low", "sold_out"]


def test_when_stock_turns_low_the_mark_stays_where_it_is() -> None:
    stage = on_air(product("P1", stock=100, warn_qty=10, script="长" * 60 + "\n" + BLOCKS))
    stage.does("prompter.toggle")
    stage.wait(10_000)
    before = prompter_at(stage.state, stage.now)
    stage.does("stock.count", qty="8")
    assert prompter_at(stage.state, stage.now) == before == 40.0
    stage.wait(1_000)
    assert prompter_at(stage.state, stage.now) == 44.0


def test_words_of_a_block_that_is_over_give_way_to_those_that_take_its_place() -> None:
    stage = on_air(product("P1", stock=100, warn_qty=10, script=BLOCKS))
    stage.does("prompter.line_forward")
    stage.does("prompter.line_forward")
    spoken = parsed(BLOCKS).spoken
    assert spoken[int(stage.state.prompter.at) :].startswith("不急")
    stage.does("stock.count", qty="8")
    assert spoken[int(stage.state.prompter.at) :].startswith("只剩")


# -- pace -------------------------------------------------------------------------------------------


def test_240_characters_or_150_words_are_a_minute() -> None:
    assert read_ms("字" * 240, pace=240) == 60_000
    assert read_ms("word " * 150, pace=240) == pytest.approx(60_000, rel=0.001)
    mixed = "字" * 120 + " " + "word " * 75
    assert read_ms(mixed, pace=240) == pytest.approx(60_000, rel=0.01)


def test_notes_take_no_time_and_a_token_takes_that_of_a_number() -> None:
    assert read_ms("字字[[一句很长很长的提示]]字", pace=60) == 3_000
    assert read_ms("{ref_price}", pace=60) == read_ms("{{ 原价 }}", pace=60) == 3_000


@given(TEXTS, st.floats(0, 1), st.floats(0, 200))
def test_reading_goes_on_by_what_is_read_and_never_back(text: str, share: float, units: float) -> None:
    line = timeline(text)
    at = share * line.length
    there = line.place(at, units=units)
    assert at - 1e-6 <= there <= line.length
    assert line.units(there) == pytest.approx(min(line.units(at) + units, line.sums[-1]))


def test_words_are_told_from_characters() -> None:
    assert is_words("Good evening and welcome. 好")
    assert words_a_minute(240) == 150
    assert not is_words("今天这款 OK,真的")


# -- edits ------------------------------------------------------------------------------------------

OLD = "第一句。第二句。第三句。第四句。"


@pytest.mark.parametrize(
    ("new", "after"),
    [
        ("新的。" + OLD, "第三句"),
        (OLD + "第五句。", "第三句"),
        ("第三句。第四句。", "第三句"),
        ("第一句。第二句。第三句改了。第四句。", "第三句改了"),
        ("第一句。第二句。第四句。", "第四句"),
        ("第一句,长了很多很多。第二句。第三句。", "第三句"),
    ],
)
def test_an_edit_leaves_the_line_at_the_mark(new: str, after: str) -> None:
    place = place_in(new, old=OLD, at=float(OLD.index("第三句")))
    assert new[int(place) :].startswith(after)


@given(st.text(alphabet="字。a\n", max_size=60), st.text(alphabet="字。a\n", max_size=60), st.floats(0, 1))
def test_the_mark_is_always_within_the_new_words(old: str, new: str, share: float) -> None:
    assert 0 <= place_in(new, old=old, at=share * len(old)) <= len(new)


def test_an_edit_on_air_keeps_the_running_prompter_on_its_line() -> None:
    stage = on_air(product("P1", script=OLD))
    stage.does("prompter.toggle")
    stage.wait(2_500)
    assert prompter_at(stage.state, stage.now) == 10.0
    stage.does("item.edit", field="script", value="先说清楚。" + OLD)
    assert prompter_at(stage.state, stage.now) == 15.0
    stage.does("undo")
    assert prompter_at(stage.state, stage.now) == 10.0


# -- moving -----------------------------------------------------------------------------------------

MARKED = "# 开场\n大家好。欢迎。\n\n# 价格\n{价格}。\n::售罄\n没有了。\n::完\n# 收尾\n谢谢。"


def at_mark(stage: Stage) -> str:
    return parsed(MARKED).spoken[int(stage.state.prompter.at) :]


def test_marks_are_gone_to_by_name_or_one_after_the_other() -> None:
    stage = on_air(product("P1", script=MARKED))
    stage.does("prompter.mark", name="价格")
    assert at_mark(stage).startswith("{价格}")
    stage.does("prompter.mark")
    assert at_mark(stage) == "谢谢。"
    stage.does("prompter.mark")
    assert at_mark(stage).startswith("大家好")
    stage.refuses("prompter.mark", name="别处", code="no_mark")
    on_air(product("P1", script="没有标记")).refuses("prompter.mark", code="no_marks")


def test_paragraph_and_line_steps_pass_over_what_is_not_read() -> None:
    stage = on_air(product("P1", script=MARKED))
    places = []
    for _step in range(4):
        stage.does("prompter.paragraph_forward")
        places.append(at_mark(stage)[:3])
    assert places == ["{价格", "谢谢。", "谢谢。", "谢谢。"]
    stage.does("prompter.paragraph_back")
    assert at_mark(stage).startswith("{价格}")
    for _step in range(9):
        stage.does("prompter.line_forward")
        assert not at_mark(stage).startswith("没有了")


def test_the_prompter_goes_to_any_place_within_the_words() -> None:
    stage = on_air(product("P1", script=MARKED))
    stage.does("prompter.to", at="3")
    assert stage.state.prompter.at == 3.0
    stage.does("prompter.to", at="9999")
    assert at_mark(stage) == ""
    stage.refuses("prompter.to", at="-1", code="bad_value")


def test_steps_in_an_empty_script_stay_at_its_beginning() -> None:
    stage = on_air(product("P1", script=""))
    for command in ("line_forward", "line_back", "paragraph_forward", "paragraph_back", "top", "toggle"):
        stage.does(f"prompter.{command}")
        assert stage.state.prompter.at == 0.0
