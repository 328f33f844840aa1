"""The quick bar's grammar, as people type."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostconsole.show.plan import Item
from hostconsole.show.quick import Understood, confirmed, understood
from hostconsole.show.quick_find import sounds
from tests.show.stage import Stage, encore, on_air, on_stage, product, segment


def shop() -> tuple[Item, ...]:
    """Link 3 will be on air; 12 is a link of its own, 7 a row without stock control."""
    cup = product(
        "P3", title="316不锈钢保温杯 480ml", price="89", floor="70", stock=300, title_en="Steel Thermos",
        variants=[("雾蓝", 100), ("米白", 120)], release=[(150, "open"), (100, "manual")],
    )  # fmt: skip
    return (
        cup,
        segment("S1", planned_s=60),
        product("P4", title="云南小粒挂耳咖啡 10g×20"),
        product("P12", title="儿童防滑家居鞋 12cm", price="35"),
        product("P1", title="加厚棉柔巾"),
        product("P7", title="T-5 台灯", stock=None),
        encore("R3", of=cup),
    )


@pytest.fixture(scope="module")
def stage() -> Stage:
    stage = on_air(*shop())
    stage.does("link.up", now="yes")
    return stage


def read(stage: Stage, line: str, *, pick: int | None = None) -> Understood:
    return understood(line, stage.state, stage.show.rules, stage.now, pick=pick)


LINES = [
    # a number or a name: NEXT
    ("12", "next.set", {"item": "P12"}),
    ("１２", "next.set", {"item": "P12"}),
    (" 12 ", "next.set", {"item": "P12"}),
    ("1", "next.set", {"item": "P1"}),
    ("4", "next.set", {"item": "P4"}),
    ("咖啡", "next.set", {"item": "P4"}),
    ("gekf", "next.set", {"item": "P4"}),
    ("KAFEI", "next.set", {"item": "P4"}),
    ("ｋａｆｅｉ", "next.set", {"item": "P4"}),
    ("mrj", "next.set", {"item": "P1"}),
    ("R3", "next.set", {"item": "R3"}),
    ("段S1", "next.set", {"item": "S1"}),
    ("T-5", "next.set", {"item": "P7"}),
    ("t-5 台灯", "next.set", {"item": "P7"}),
    ("家居鞋", "next.set", {"item": "P12"}),
    ("jjx", "next.set", {"item": "P12"}),
    ("taideng", "next.set", {"item": "P7"}),
    # a number as it is said
    ("12号", "next.set", {"item": "P12"}),
    ("12 号", "next.set", {"item": "P12"}),
    ("１２号链接", "next.set", {"item": "P12"}),
    ("第12号", "next.set", {"item": "P12"}),
    ("link 12", "next.set", {"item": "P12"}),
    ("Link12", "next.set", {"item": "P12"}),
    ("12号=30", "price.set", {"item": "P12", "price": "30"}),
    ("12号k148", "stock.count", {"item": "P12", "qty": "148"}),
    ("12号*20", "item.encore", {"item": "P12", "qty": "20"}),
    # the price
    ("=79.9", "price.set", {"item": "P3", "price": "79.9"}),
    ("＝７９．９", "price.set", {"item": "P3", "price": "79.9"}),
    ("=79。9", "price.set", {"item": "P3", "price": "79.9"}),
    ("=79,9", "price.set", {"item": "P3", "price": "79.9"}),
    ("= ¥79.9", "price.set", {"item": "P3", "price": "79.9"}),
    ("=￥79.9元", "price.set", {"item": "P3", "price": "79.9"}),
    ("12=30", "price.set", {"item": "P12", "price": "30"}),
    ("12 = 30", "price.set", {"item": "P12", "price": "30"}),
    ("etfh=30", "price.set", {"item": "P12", "price": "30"}),
    ("挂耳=79", "price.set", {"item": "P4", "price": "79"}),
    ("=79.90", "price.set", {"item": "P3", "price": "79.90"}),
    ("12=￥29.9", "price.set", {"item": "P12", "price": "29.9"}),
    ("咖啡=39", "price.set", {"item": "P4", "price": "39"}),
    # how many are left
    ("k96", "stock.count", {"item": "P3", "qty": "96"}),
    ("k 蓝 31", "stock.count", {"sku": "SKU-P3:雾蓝", "qty": "31"}),
    ("3k100", "stock.count", {"item": "P3", "qty": "100"}),
    ("s0", "stock.sold", {"item": "P3", "qty": "0"}),
    ("s1,052", "stock.sold", {"item": "P3", "qty": "1052"}),
    ("3s60", "stock.sold", {"item": "P3", "qty": "60"}),
    ("-1", "stock.adjust", {"item": "P3", "by": "-1"}),
    ("4-2", "stock.adjust", {"item": "P4", "by": "-2"}),
    ("+50", "stock.release", {"item": "P3", "qty": "50"}),
    ("k148", "stock.count", {"item": "P3", "qty": "148"}),
    ("K148", "stock.count", {"item": "P3", "qty": "148"}),
    ("ｋ１４８", "stock.count", {"item": "P3", "qty": "148"}),
    ("k 148", "stock.count", {"item": "P3", "qty": "148"}),
    ("k1,480", "stock.count", {"item": "P3", "qty": "1480"}),
    ("k0", "stock.count", {"item": "P3", "qty": "0"}),
    ("12k148", "stock.count", {"item": "P12", "qty": "148"}),
    ("7k20", "stock.count", {"item": "P7", "qty": "20"}),
    ("k雾蓝31", "stock.count", {"sku": "SKU-P3:雾蓝", "qty": "31"}),
    ("k蓝31", "stock.count", {"sku": "SKU-P3:雾蓝", "qty": "31"}),
    ("kmb92", "stock.count", {"sku": "SKU-P3:米白", "qty": "92"}),
    ("3k白92", "stock.count", {"sku": "SKU-P3:米白", "qty": "92"}),
    ("s52", "stock.sold", {"item": "P3", "qty": "52"}),
    ("S 52", "stock.sold", {"item": "P3", "qty": "52"}),
    ("12s5", "stock.sold", {"item": "P12", "qty": "5"}),
    ("-3", "stock.adjust", {"item": "P3", "by": "-3"}),
    ("－３", "stock.adjust", {"item": "P3", "by": "-3"}),
    ("−3", "stock.adjust", {"item": "P3", "by": "-3"}),
    ("k-3", "stock.adjust", {"item": "P3", "by": "-3"}),
    ("k+3", "stock.adjust", {"item": "P3", "by": "3"}),
    ("12-3", "stock.adjust", {"item": "P12", "by": "-3"}),
    ("+100", "stock.release", {"item": "P3", "qty": "100"}),
    ("＋100", "stock.release", {"item": "P3", "qty": "100"}),
    ("3+100", "stock.release", {"item": "P3", "qty": "100"}),
    # encores
    ("12*20", "item.encore", {"item": "P12", "qty": "20"}),
    ("12×20", "item.encore", {"item": "P12", "qty": "20"}),
    ("12x20", "item.encore", {"item": "P12", "qty": "20"}),
    ("12＊20", "item.encore", {"item": "P12", "qty": "20"}),
    ("12*", "item.encore", {"item": "P12"}),
    ("咖啡*5", "item.encore", {"item": "P4", "qty": "5"}),
    ("*20", "item.encore", {"item": "P3", "qty": "20"}),
    ("1*", "item.encore", {"item": "P1"}),
    ("3×10", "item.encore", {"item": "P3", "qty": "10"}),
    # words to the host
    ("#慢一点", "cue.send", {"text": "慢一点"}),
    ("#Show the blue one", "cue.send", {"text": "Show the blue one"}),
    ("#换白色那个", "cue.send", {"text": "换白色那个"}),
    ("＃换白色那个", "cue.send", {"text": "换白色那个"}),
    ("#看公屏,答:多大？", "cue.send", {"text": "看公屏,答:多大？"}),
    ("#12", "cue.send", {"text": "12"}),
    ("# show the white one ", "cue.send", {"text": "show the white one"}),
    # any command
    ("/price.set item=P12 price=30", "price.set", {"item": "P12", "price": "30"}),
    ("／price.set　item＝P12　price＝３０", "price.set", {"item": "P12", "price": "30"}),
    ("/cue.send preset=2", "cue.send", {"preset": "2"}),
    ('/cue.send text="慢一点 再说"', "cue.send", {"text": "慢一点 再说"}),
    ("/cue.send text=慢一点!", "cue.send", {"text": "慢一点!"}),
    ("/undo", "undo", {}),
    ("/timer.start label=福袋 seconds=300", "timer.start", {"label": "福袋", "seconds": "300"}),
    ("/operator.set name=小李", "operator.set", {"name": "小李"}),
    ("/item.skip item=P12", "item.skip", {"item": "P12"}),
    ("/session.handover to=小李", "session.handover", {"to": "小李"}),
    ("/show.take", "show.take", {}),
    ("/marker.add label=金句", "marker.add", {"label": "金句"}),
    ("/PROMPTER.TOGGLE", "prompter.toggle", {}),
]


@pytest.mark.parametrize(("line", "command", "args"), LINES, ids=[line for line, _c, _a in LINES])
def test_a_line_is_one_act(stage: Stage, line: str, command: str, args: dict[str, str]) -> None:
    found = read(stage, line)
    assert found.status == "ready", found
    assert found.step is not None
    typed = {"typed": "yes"} if command in ("stock.count", "stock.sold", "stock.adjust") else {}
    assert (found.step.command, dict(found.step.args)) == (command, {**args, **typed})


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("k14.5", "nothing"),
        ("xyzzy", "nothing"),
        ("99", "nothing"),
        ("99=5", "nothing"),
        ("k绿3", "nothing"),
        ("=1=2", "nothing"),
        ("??", "nothing"),
        ("/nosuch", "command"),
        ("/nosuch x=1", "command"),
    ],
)
def test_what_cannot_be_understood_says_so(stage: Stage, line: str, code: str) -> None:
    found = read(stage, line)
    assert (found.status, found.code, found.step) == ("unknown", code, None)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("=abc", "bad_value"),
        ("=-5", "bad_value"),
        ("=79.999", "bad_value"),
        ("=1e999999999", "bad_value"),
        ("+9999", "not_enough"),
        ("+0", "bad_value"),
        ("7-3", "not_counted"),
        ("3", "already_on_air"),
        ("/point.tick n=9", "no_points"),
        ("/price.set item=NO price=3", "unknown_item"),
        ("/price.set colour=red price=3", "unknown_argument"),
    ],
)
def test_what_cannot_be_done_says_why_before_enter(stage: Stage, line: str, why: str) -> None:
    found = read(stage, line)
    assert found.status == "refused"
    assert found.refusal is not None
    assert found.refusal.code == why


@pytest.mark.parametrize(
    ("line", "code", "was"),
    [
        ("=", "price", "¥89"),
        ("12=", "price", "¥35"),
        ("k", "count", 150),
        ("s", "sold", None),
        ("+", "release", 150),
    ],
)
def test_a_sign_without_its_number_shows_what_stands_there_now(
    stage: Stage, line: str, code: str, was: object
) -> None:
    found = read(stage, line)
    assert (found.status, found.code, found.fields["was"]) == ("partial", code, was)


def test_numbers_are_told_before_and_after(stage: Stage) -> None:
    assert read(stage, "=79.9").fields == {"was": "¥89", "now": "¥79.9"}
    assert read(stage, "k148").fields == {"was": 150, "now": 148, "pool": 150}
    assert read(stage, "s52").fields["now"] == 98
    assert read(stage, "+100").fields["pool"] == 50
    assert read(stage, "k-3").fields["now"] == 147


def test_nothing_is_changed_by_looking(stage: Stage) -> None:
    before, seq = stage.state, stage.state.seq
    for line, _command, _args in LINES:
        read(stage, line)
    assert stage.state is before
    assert stage.state.seq == seq


def test_a_second_enter_puts_the_item_on_air(stage: Stage) -> None:
    found = read(stage, "12")
    assert found.then is not None
    assert (found.then.command, dict(found.then.args), found.asks) == (
        "show.take_item",
        {"item": "P12"},
        False,
    )


@pytest.mark.parametrize(
    "line", ["=69", "=40", "=200", "/price.set price=69", "/item.edit field=price value=69"]
)
def test_a_doubtful_price_wants_a_second_enter(line: str) -> None:
    stage = on_air(*shop())
    found = read(stage, line)
    assert found.asks
    assert found.step is not None and found.then is not None
    stage.refuses(found.step.command, code="needs_confirm", **found.step.args)
    stage.does(found.then.command, **found.then.args)


def test_ending_the_show_wants_a_second_enter(stage: Stage) -> None:
    found = read(stage, "/show.end")
    assert found.asks
    assert found.step is not None
    assert dict(confirmed(found.step).args) == {"sure": "yes"}


def test_with_nothing_on_air_the_item_must_be_named() -> None:
    stage = on_stage(*shop())
    alone = read(stage, "=79.9")
    assert alone.refusal is not None and alone.refusal.code == "nothing_on_air"
    assert read(stage, "12=30").status == "ready"


def test_a_segment_has_no_price(stage: Stage) -> None:
    assert read(stage, "段S1=5").status == "unknown"


def test_initials_find_every_product_called_so_and_what_is_on_air_last(stage: Stage) -> None:
    found = read(stage, "bwb")
    assert [choice.item for choice in found.choices] == ["R3", "P3"]
    assert found.picked == 0
    second = read(stage, "bwb", pick=1)
    assert second.refusal is not None
    assert second.refusal.code == "already_on_air"


def test_initials_with_a_sign_mean_what_is_on_air_first(stage: Stage) -> None:
    assert [choice.item for choice in read(stage, "bwb=80").choices] == ["P3", "R3"]


def test_a_choice_completes_the_line(stage: Stage) -> None:
    assert [choice.fill for choice in read(stage, "gekf=80").choices] == ["4=80"]
    assert [choice.fill for choice in read(stage, "1").choices] == ["1", "12"]
    assert [choice.fill for choice in read(stage, "/price.set ").choices][:2] == [
        "/price.set item=",
        "/price.set price=",
    ]
    assert [c.fill for c in read(stage, "/price.set item=P1").choices] == ["/price.set item=P12 "]
    assert read(stage, "/pri").choices[0].fill == "/price.set "


def test_a_lone_letter_may_begin_a_name(stage: Stage) -> None:
    found = read(stage, "k")
    assert "P4" in [choice.item for choice in found.choices]
    chosen = read(stage, "k", pick=[c.item for c in found.choices].index("P4"))
    assert chosen.step is not None
    assert dict(chosen.step.args) == {"item": "P4"}


def test_only_words_for_people_are_free_text(stage: Stage) -> None:
    free = [
        line
        for line in ("#", "#换", "/cue.send text=换", "12", "=79", "/cue.send preset=")
        if read(stage, line).free_text
    ]
    assert free == ["#", "#换", "/cue.send text=换"]


def test_titles_are_heard_by_initials_and_whole() -> None:
    assert sounds("316不锈钢保温杯") == ("316bxgbwb", "316buxiugangbaowenbei")


TYPED = st.text(max_size=40) | st.text(alphabet="0123456789ksx=+-*/#., １２ｋ＝P杯bw\"'\u3000¥e", max_size=24)


@settings(max_examples=400)
@given(line=TYPED, pick=st.none() | st.integers(-3, 12))
def test_no_text_raises(stage: Stage, line: str, pick: int | None) -> None:
    found = read(stage, line, pick=pick)
    assert (found.status == "ready") <= (found.step is not None)
    assert (found.status == "refused") == (found.refusal is not None and found.status != "unknown")
    assert found.picked < max(1, len(found.choices))
    assert found == read(stage, line, pick=pick) or found.refusal is not None


@pytest.mark.parametrize("line", ["k99999", "s99999", "-99999"])
def test_an_absurd_number_wants_a_second_enter(stage: Stage, line: str) -> None:
    found = read(stage, line)
    assert (found.status, found.asks) == ("ready", True)
    assert found.then is not None and found.then.args["confirm"] == "yes"
