from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from hostconsole.show.events import SafeEntered
from hostconsole.show.plan import Variant
from hostconsole.show.rules import Rules
from hostconsole.show.said_points import contradicted
from hostconsole.ui.host_card import Card, host_card
from tests.ui.host_stage import Stage, coffee, cup, opening

EN = Rules(host_language="en")


def card_of(stage: Stage) -> Card:
    return host_card(stage.state, stage.show.now_ms(), stage.rules)


def texts_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | frozenset):
        return [text for part in value for text in texts_in(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts_in(getattr(value, field.name))]
    return []


def on_sale(**changes: object) -> Stage:
    stage = Stage(cup(**changes), coffee())
    stage.take("P03")
    stage.do("link.up", now="yes")
    return stage


def test_a_card_says_which_link_what_price_and_how_it_is_made():
    card = card_of(on_sale())
    assert (card.layout, card.link, card.price.was, card.price.now) == ("card", "3号", "¥129", "¥89")
    assert card.price.terms == ("赠 杯刷×1", "限2件")
    assert card.price.basis == "近7日最低"


def test_a_gift_that_is_gone_is_not_promised_by_the_card():
    stage = on_sale(gift="杯刷×1(店内售价¥9.9)+杯套", gift_stock=3)
    assert card_of(stage).price.terms[0] == "赠 杯刷×1(店内售价¥9.9)+杯套"
    stage.do("stock.count", sku="gift:杯刷", qty="0")
    assert card_of(stage).price.terms[:2] == ("赠品没了:杯刷", "赠 杯套")


def test_the_host_reads_english_while_the_console_may_not():
    stage = Stage(cup(), coffee(), rules=EN)
    stage.take("P03")
    stage.do("link.up", now="yes")
    card = card_of(stage)
    assert (card.link, card.title, card.left.batch) == ("Link 3", "316 Steel Thermos", "Batch 1 of 3")
    assert card.price.terms == ("Gift 杯刷×1", "Limit 2")


def test_left_is_what_can_be_sold_with_its_batch():
    stage = on_sale()
    stage.do("stock.count", qty="148")
    left = card_of(stage).left
    assert (left.text, left.is_number, left.batch) == ("148", True, "第1/3批")


def test_a_number_older_than_thirty_seconds_says_about():
    stage = on_sale()
    stage.do("stock.count", qty="148")
    stage.wait(30)
    assert card_of(stage).left.text == "148"
    stage.wait(0.001)
    assert card_of(stage).left.text == "约148"


def test_stock_that_nobody_counted_is_never_a_zero():
    stage = Stage(cup(stock_total=None, release=(), variants=()), rules=EN)
    stage.take("P03")
    left = card_of(stage).left
    assert (left.text, left.is_number) == ("not counted", False)


def test_before_the_link_is_up_a_released_batch_is_waited_for_not_sold_out():
    stage = Stage(cup())
    stage.take("P03")
    assert card_of(stage).left.text == "待上链接"


def test_an_empty_batch_is_not_sold_out_while_another_is_planned():
    stage = on_sale()
    stage.do("batch.gone")
    assert card_of(stage).left.text == "本批售罄"


def test_the_last_batch_gone_is_sold_out():
    stage = on_sale(release=())
    stage.do("batch.gone")
    assert card_of(stage).left.text == "售罄"


def test_oversold_is_shown_as_such():
    stage = on_sale(release=(), variants=())
    stage.do("stock.sold", qty="1000")
    left = card_of(stage).left
    assert (left.text, left.tone) == ("超卖 193", "red")


def test_variants_come_scarce_first_and_what_is_nobodys_stays_apart():
    stage = on_sale(
        variants=(Variant(name="蓝", qty=1), Variant(name="白", qty=1), Variant(name="绿", qty=1))
    )
    for name, qty in (("蓝", "31"), ("白", "92"), ("绿", "0")):
        stage.do("stock.count", sku=f"CUP:{name}", qty=qty)
    lines = [(line.name, line.left) for line in card_of(stage).variants]
    assert lines == [("绿", "售罄"), ("蓝", "31"), ("白", "92"), ("其他", "77")]


def test_points_are_ticked_as_they_are_said():
    stage = on_sale()
    stage.do("point.tick", n="2")
    assert [point.said for point in card_of(stage).points] == [False, True, False, False]


@pytest.mark.parametrize(("seconds", "tone"), [(659, "calm"), (660, "amber"), (791, "amber"), (792, "red")])
def test_the_clock_turns_amber_at_its_plan_and_red_a_fifth_over(seconds: int, tone: str):
    stage = on_sale()
    stage.wait(seconds)
    assert card_of(stage).airing.tone == tone


def test_a_clock_over_its_plan_says_by_how_much():
    stage = on_sale()
    stage.wait(700)
    assert card_of(stage).airing.text == "讲解 11:40 / 11:00 · 超 00:40"


def test_next_comes_with_what_to_have_at_hand():
    coming = card_of(on_sale()).next
    assert (coming.link, coming.title, coming.price, coming.ready) == (
        "4号",
        "挂耳咖啡",
        "¥45",
        "备:盒底日期朝镜头",
    )


def test_a_change_of_the_price_is_flagged_for_ten_seconds():
    stage = on_sale()
    assert not card_of(stage).price.flagged
    stage.do("price.set", price="87")
    stage.wait(9.9)
    assert (card_of(stage).price.now, card_of(stage).price.flagged) == ("¥87", True)
    stage.wait(0.1)
    assert not card_of(stage).price.flagged


def test_changed_words_of_the_item_on_air_are_flagged():
    stage = on_sale()
    stage.do("item.edit", item="P03", field="key_points", value="新要点")
    card = card_of(stage)
    assert ([point.text for point in card.points], card.flagged) == (["新要点"], {"points"})


def test_a_counted_stock_is_flagged():
    stage = on_sale()
    stage.do("stock.count", qty="12")
    assert card_of(stage).left.flagged


def test_floor_price_reserve_and_held_back_stock_never_appear():
    """Rule 13, in every state this product goes through."""
    stage = on_sale()
    secrets = ("85.71", "8571", "93", "610", "607", "360", "357")
    seen: list[str] = []
    for step in ("point.tick", "stock.release", "batch.gone", "stock.release", "batch.gone", "link.down"):
        seen += texts_in(card_of(stage))
        stage.wait(40)
        stage.do(step)
    seen += texts_in(card_of(stage))
    told = [text for text in seen for secret in secrets if secret in text]
    assert told == []


def test_segments_and_items_without_points_are_read():
    stage = Stage(opening(), coffee(key_points=()))
    stage.take("S01")
    assert card_of(stage).layout == "scroll"
    stage.take("P04")
    assert card_of(stage).layout == "scroll"


def test_the_time_left_to_read_comes_from_the_text_and_the_pace():
    stage = Stage(opening(script="字" * 480), rules=Rules(pace=240))
    stage.take("S01")
    assert card_of(stage).reading.text == "还有 02:00 · 已停"
    stage.do("prompter.toggle")
    stage.wait(30)
    assert card_of(stage).reading.text == "还有 01:30"


def test_with_nothing_on_air_the_show_and_what_comes_are_named():
    card = card_of(Stage())
    assert (card.layout, card.show, card.next.title, card.rehearsal) == ("idle", "秋日居家夜", "开场", "彩排")


def test_a_show_that_is_over_says_so_and_announces_nothing():
    stage = on_sale()
    stage.do("show.end", sure="yes")
    card = card_of(stage)
    assert (card.layout, card.title, card.next.head) == ("idle", "本场结束", "")


def test_routine_cues_fade_and_must_cues_stay_and_pulse():
    stage = on_sale()
    stage.do("cue.send", preset="3")
    stage.do("cue.send", preset="15", text="240克")
    assert [(cue.kind, cue.pulse) for cue in card_of(stage).cues] == [("routine", False), ("must", False)]
    stage.wait(15)
    assert [(cue.text, cue.pulse) for cue in card_of(stage).cues] == [("更正:240克", True)]


def test_stop_covers_the_screen_until_it_is_seen():
    stage = on_sale()
    stage.do("cue.send", preset="10")
    stage.wait(100)
    assert card_of(stage).stop == "停!这句别说"
    stage.do("desk.host_step")
    assert card_of(stage).stop == ""


def test_under_the_safe_picture_the_host_knows_that_nobody_sees():
    stage = on_sale()
    stage.show.record((SafeEntered(scene="BRB", came_from="A"),), actor="obs")
    assert card_of(stage).notice == "救场画面 · 观众看不到你"


def test_the_countdown_to_the_link_is_counted_in_whole_seconds():
    stage = Stage(cup(countdown_s=3))
    stage.take("P03")
    stage.do("link.up")
    assert card_of(stage).countdown == ("上链接", "3")
    stage.wait(2.001)
    assert card_of(stage).countdown == ("上链接", "1")


def test_an_encore_names_itself_once():
    stage = Stage(cup(id="R03", kind="encore"), cup(id="R04", kind="encore", title="返场:保温杯"))
    stage.take("R03")
    assert card_of(stage).tag == "返场"
    stage.take("R04")
    assert card_of(stage).tag == ""


def test_a_said_point_that_is_not_true_any_more_says_what_was_said():
    stage = Stage(cup(key_points=("到手{price}", "现场测温")), coffee())
    stage.take("P03")
    stage.do("point.tick")
    stage.do("price.set", price="88")
    stage.show.record(contradicted(stage.state), actor="console")
    points = host_card(stage.state, stage.show.now_ms(), stage.rules).points
    assert (points[0].text, points[0].said, points[0].was) == ("到手¥88", False, "刚说¥89,现在¥88")
    stage.do("point.tick")
    points = host_card(stage.state, stage.show.now_ms(), stage.rules).points
    assert (points[0].said, points[0].was) == (True, "")
