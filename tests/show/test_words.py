"""The prompter, key points, cues and marks."""

from __future__ import annotations

import pytest

from hostconsole.show.clocks import prompter_at
from hostconsole.show.cues import visible
from hostconsole.show.rules import Rules
from hostconsole.show.spoken import line_at, lines, spoken_text
from hostconsole.show.state import Cue
from tests.show.stage import Stage, on_air, on_stage, product, segment
from tests.show.test_stock import feed

SCRIPT = "今天这款保温杯,19.9元!真的?!\n看这里。" + "长" * 50


def cut(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines(text)]


def seen(stage: Stage) -> list[str]:
    return [cue.text for cue in visible(stage.state, stage.now, stage.show.rules)]


# -- lines ------------------------------------------------------------------------------------------


def test_a_line_ends_at_a_stop_a_line_end_or_40_characters() -> None:
    assert cut(SCRIPT) == ["今天这款保温杯,19.9元!", "真的?!", "\n", "看这里。", "长" * 40, "长" * 10]


def test_lines_cover_every_character() -> None:
    for text in (SCRIPT, "", "\n\n", "a.b. c;d", "…" * 81):
        assert "".join(cut(text)) == text


def test_a_place_belongs_to_one_line() -> None:
    text = "一。二。三"
    assert [line_at(text, at) for at in (0, 1.9, 2, 4, 5, 99)] == [0, 0, 1, 2, 2, 2]
    assert line_at("", 0) == 0


def test_notes_in_brackets_are_not_read_aloud_and_the_language_decides() -> None:
    assert spoken_text(product("P1", script="好[[看镜头\n笑]]的")) == "好的"
    both = {"script": "你好", "script_en": "Hello"}
    assert spoken_text(product("P1", **both)) == "你好"
    assert spoken_text(product("P1", lang="en-US", **both)) == "Hello"
    assert spoken_text(product("P1", lang="en", script="你好")) == "你好"


# -- the prompter -----------------------------------------------------------------------------------


def prompting() -> Stage:
    return on_air(product("P1", script=SCRIPT), product("P2", script="二"))


def test_the_prompters_place_is_a_function_of_time() -> None:
    stage = prompting()
    assert prompter_at(stage.state, stage.now) == 0.0
    stage.does("prompter.toggle")
    stage.wait(2_500)
    assert prompter_at(stage.state, stage.now) == 10.0
    stage.does("prompter.toggle")
    stage.wait(2_500)
    assert prompter_at(stage.state, stage.now) == 10.0


def test_it_stops_at_the_end_of_the_words() -> None:
    stage = prompting()
    stage.does("prompter.toggle")
    stage.wait(3_600_000)
    assert prompter_at(stage.state, stage.now) == len(SCRIPT)


def test_faster_and_slower_go_on_from_where_it_is_within_bounds() -> None:
    stage = prompting()
    stage.does("prompter.toggle")
    stage.wait(2_500)
    stage.does("prompter.faster")
    assert (stage.state.prompter.at, stage.state.prompter.pace) == (10.0, 260)
    for _ in range(100):
        stage.does("prompter.faster")
    assert stage.state.prompter.pace == 1_200
    for _ in range(100):
        stage.does("prompter.slower")
    assert stage.state.prompter.pace == 40


def test_a_line_forward_and_back_and_to_the_top() -> None:
    stage = prompting()
    starts = [float(line.start) for line in lines(SCRIPT)]
    for start in starts[1:]:
        stage.does("prompter.line_forward")
        assert stage.state.prompter.at == start
    stage.does("prompter.line_forward")
    assert stage.state.prompter.at == starts[-1]
    stage.does("prompter.line_back")
    assert stage.state.prompter.at == starts[-2]
    stage.does("prompter.top")
    stage.does("prompter.line_back")
    assert stage.state.prompter.at == 0.0


def test_a_take_puts_the_new_items_words_at_the_top_paused_at_the_same_pace() -> None:
    stage = prompting()
    stage.does("prompter.faster")
    stage.does("prompter.toggle")
    stage.does("show.take")
    prompter = stage.state.prompter
    assert (prompter.item, prompter.at, prompter.running, prompter.pace) == ("P2", 0.0, False, 260)


def test_before_the_show_the_prompter_shows_next() -> None:
    stage = on_stage(kind="preparation")
    stage.does("prompter.toggle")
    assert stage.state.prompter.item == "P1"


def test_words_cut_short_while_they_run_hold_the_mark_at_their_end() -> None:
    stage = prompting()
    stage.does("prompter.toggle")
    stage.wait(10_000)
    stage.does("item.edit", field="script", value="短")
    assert prompter_at(stage.state, stage.now) == 1.0


# -- key points -------------------------------------------------------------------------------------


def test_a_point_is_ticked_the_first_unsaid_one_if_none_is_named_and_again_unticked() -> None:
    stage = on_air(product("P1", key_points=("a", "b", "c")))
    stage.does("point.tick", n="2")
    stage.does("point.tick")
    stage.does("point.tick")
    assert stage.row("P1").said == (1, 2, 3)
    stage.refuses("point.tick", code="no_points")
    stage.does("point.tick", n="2")
    assert stage.row("P1").said == (1, 3)
    stage.refuses("point.tick", n="4", code="no_points")
    stage.refuses("point.tick", n="0", code="bad_value")


def test_points_need_an_item_on_air() -> None:
    on_stage(product("P1", key_points=("a",))).refuses("point.tick", n="1", code="nothing_on_air")


# -- cues -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (1, "报价 ¥89", "Say price ¥89"),
        (2, "报库存 剩148", "Say stock: 148 left"),
        (3, "催拍 再说一遍链接", "Ask for the order"),
        (5, "收尾 准备过款", "Wrap up → next: 2"),
        (8, "讲机制 赠杯刷 限2", "Say the offer + gift"),
        (9, "多讲2分钟", "Stretch 2 min"),
        (20, "谢谢,好!", "Great, keep going"),
    ],
)
def test_presets_speak_the_hosts_language_with_numbers_from_the_ledger(number: int, zh: str, en: str) -> None:
    for language, words in (("zh", zh), ("en", en)):
        rules = Rules(host_language=language)  # type: ignore[arg-type]
        stage = on_air(product("P1", gift="杯刷", limit="2", stock=148), product("P2"), rules=rules)
        stage.does("cue.send", preset=str(number))
        assert seen(stage) == [words]
        assert stage.state.cues[-1].kind == "routine"


def test_numbers_counted_more_than_30_s_ago_are_said_with_about() -> None:
    stage = on_air()
    stage.does("stock.count", qty="148")
    stage.wait(30_001)
    stage.does("cue.send", preset="2")
    assert seen(stage) == ["报库存 约148"]
    feed(stage, "P1", 140)
    stage.wait(30_001)
    stage.does("cue.send", preset="2")
    assert seen(stage) == ["报库存 剩140"]


def test_an_uncounted_stock_is_asked_for_without_a_number() -> None:
    stage = on_air(product("P1", stock=None))
    stage.does("cue.send", preset="2")
    assert seen(stage) == ["报库存"]


def test_a_price_changed_on_air_must_be_answered_for_a_minute() -> None:
    stage = on_air()
    stage.does("price.set", price="79")
    stage.does("cue.send", preset="1")
    assert (seen(stage), stage.state.cues[-1].kind) == (["改价 ¥79"], "must")
    stage.wait(60_000)
    stage.does("cue.send", preset="1")
    assert (stage.state.cues[-1].text, stage.state.cues[-1].kind) == ("报价 ¥79", "routine")


def test_stop_must_be_answered() -> None:
    stage = on_air()
    stage.does("cue.send", preset="10")
    assert stage.state.cues[-1].kind == "must"


def test_routine_cues_fade_and_must_cues_stay_until_seen() -> None:
    stage = on_air()
    stage.does("cue.send", preset="3")
    stage.does("cue.send", preset="10")
    stage.wait(15_000)
    assert seen(stage) == ["停!这句别说"]
    stage.wait(600_000)
    stage.does("cue.ack")
    assert seen(stage) == []
    assert stage.last().event.ms == 615_000
    stage.refuses("cue.ack", code="nothing_waiting")


def test_at_most_two_cues_are_visible_must_first_else_the_newest() -> None:
    stage = on_air()
    for number in ("3", "10", "4", "9"):
        stage.does("cue.send", preset=number)
    assert seen(stage) == ["停!这句别说", "多讲2分钟"]
    stage.does("cue.send", preset="15", text="是316")
    stage.does("cue.send", preset="3")
    assert seen(stage) == ["停!这句别说", "更正:是316"]


def test_seen_means_the_must_cue_first_then_the_newest() -> None:
    stage = on_air()
    for number in ("10", "3"):
        stage.does("cue.send", preset=number)
    stage.does("cue.ack", who="host")
    assert (stage.last().actor, seen(stage)) == ("host", ["催拍 再说一遍链接"])


def test_a_must_cue_is_never_pushed_out_by_others() -> None:
    stage = on_air()
    stage.does("cue.send", preset="10")
    for _ in range(30):
        stage.does("cue.send", preset="3")
    assert "停!这句别说" in seen(stage)
    assert len(stage.state.cues) == 21
    stage.does("cue.ack")
    stage.does("cue.send", preset="3")
    assert len(stage.state.cues) == 20


def test_a_free_cue_needs_words_and_a_preset_a_number_there_is() -> None:
    stage = on_air()
    stage.does("cue.send", text="换白色那个")
    assert seen(stage) == ["换白色那个"]
    stage.does("cue.send", preset="7", text="洗碗机?")
    assert seen(stage)[-1] == "看公屏 答:洗碗机?"
    stage.refuses("cue.send", code="no_text")
    stage.refuses("cue.send", text=" \n ", code="no_text")
    stage.refuses("cue.send", text="x" * 1001, code="bad_value")
    for preset in ("0", "21", "x"):
        stage.refuses("cue.send", preset=preset, code="bad_value")


def test_the_hosts_one_pedal_sees_a_cue_else_moves_the_prompter() -> None:
    stage = prompting()
    stage.does("cue.send", preset="3")
    stage.does("desk.host_step")
    assert stage.last().event.kind == "cue.seen"
    stage.does("desk.host_step")
    assert stage.state.prompter.running


def test_a_cue_is_kept_with_who_sent_it_and_when() -> None:
    stage = on_air()
    stage.does("cue.send", text="慢", who="乙")
    assert stage.state.cues == (
        Cue(seq=stage.last().seq, text="慢", kind="routine", sent_ms=20_000, by="乙"),
    )


def test_a_mark_names_the_item_on_air() -> None:
    stage = on_air(segment("S1"))
    stage.does("marker.add")
    assert (stage.last().event.item, stage.last().event.rec_s) == ("S1", None)


def test_before_the_first_batch_the_stock_cue_has_no_number() -> None:
    stage = on_air(product("P1", release=[(40, "open"), (60, "manual")]))
    stage.does("cue.send", preset="2")
    assert seen(stage) == ["报库存"]
    stage.does("link.up", now="yes")
    stage.does("cue.send", preset="2")
    assert seen(stage)[-1] == "报库存 剩40"
