"""The now-do line: what is to be done next, when, and how it ticks itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import Refused
from hostconsole.show.frozen import replace
from hostconsole.show.nowdo import Step, todo, waiting
from hostconsole.show.plan import Item, ReleasePart
from tests.show.stage import Stage, encore, on_air, on_stage, product, segment

CUES = "T-60s 备样|T0 三二一上链接|T+60s 报剩余|T+240s 加库存250|末30s 过款"


def cup(**words: object) -> Item:
    release = (
        ReleasePart(qty=200, when="open"),
        ReleasePart(qty=250, when="after", after_s=240),
        ReleasePart(qty=160, when="after", after_s=480),
        ReleasePart(qty=90, when="manual"),
    )
    made = product("P3", stock=900, planned_s=660, **{"cues": CUES, **words})  # type: ignore[arg-type]
    return replace(made, release=release) if "release" not in words else made


def steps(stage: Stage) -> dict[str, Step]:
    """What is still to be done, by its words (or its plain English)."""
    return {step.text: step for step in waiting(todo(stage.state, stage.now, stage.show.rules))}


def order(stage: Stage) -> list[str]:
    return list(steps(stage))


def left(stage: Stage, words: str) -> float | None:
    ms = steps(stage)[words].left_ms(stage.now)
    return None if ms is None else ms / 1000


def test_before_the_first_take_the_take_is_what_there_is_to_do() -> None:
    stage = on_stage(cup(cues="T0 上链接"), product("P4"))
    assert order(stage) == ["Take the next item"]
    assert steps(stage)["Take the next item"].command == "show.take"


def test_nothing_is_to_be_done_while_no_session_runs() -> None:
    stage = on_stage(cup(), kind="preparation")
    assert todo(stage.state, stage.now, stage.show.rules) == ()


def test_times_before_the_link_is_up_are_not_known_but_their_order_is() -> None:
    stage = on_air(cup(), product("P4"))
    assert order(stage) == [
        "备样",
        "三二一上链接",
        "报剩余",
        "Release +250",
        "Release +160",
        "过款",
        "Release +90",
    ]
    assert left(stage, "备样") is None
    assert left(stage, "过款") == 660 - 20 - 30


def test_times_run_from_link_up_once_it_is_up() -> None:
    stage = on_air(cup(), product("P4"))
    stage.does("link.up")
    stage.wait(5_000)
    assert left(stage, "报剩余") == 55
    assert left(stage, "Release +250") == 235
    assert steps(stage)["Release +250"].words == "加库存250"
    assert left(stage, "Release +160") == 475


def test_a_countdown_gives_the_times_before_the_link_their_clock() -> None:
    stage = on_air(cup(cues="T-20s 切特写|T0 上链接", countdown_s=30), product("P4"))
    stage.does("link.up")
    assert left(stage, "切特写") == 10
    assert left(stage, "The link opens") == 30


def test_for_a_segment_times_run_from_the_take() -> None:
    stage = on_air(segment("S1", planned_s=300, cues="T0 开播打点|T+60s 念主体信息|末 收尾"), product("P4"))
    assert left(stage, "念主体信息") == 40
    assert left(stage, "收尾") == 280


def test_what_cannot_be_read_stands_at_the_items_start() -> None:
    stage = on_air(cup(cues="别忘了道具|T+60s 报剩余"), product("P4"))
    assert order(stage)[0] == "别忘了道具"
    assert left(stage, "别忘了道具") is None


def test_steps_tick_themselves_when_the_act_is_seen() -> None:
    stage = on_air(cup(), product("P4"))
    stage.does("link.up")
    assert "三二一上链接" not in order(stage)
    stage.wait(61_000)
    stage.does("cue.send", preset="2")
    assert "报剩余" not in order(stage)
    stage.does("stock.release", qty="250")
    assert "Release +250" not in order(stage)
    done = {step.text for step in todo(stage.state, stage.now, stage.show.rules) if step.done}
    assert {"三二一上链接", "报剩余", "Release +250"} <= done


def test_a_price_step_ticks_when_the_price_is_that() -> None:
    stage = on_air(cup(cues="T+60s 改价79"), product("P4"))
    step = steps(stage)["改价79"]
    assert (step.command, dict(step.args)) == ("price.set", {"item": "P3", "price": "79"})
    stage.does(step.command, **dict(step.args))
    assert "改价79" not in order(stage)


def test_a_mark_ticks_its_step() -> None:
    stage = on_air(segment("S1", planned_s=300, cues="T+30s 打点"), product("P4"))
    stage.does("marker.add")
    assert "打点" not in order(stage)


def test_what_only_people_can_do_is_ticked_by_hand_and_unticked() -> None:
    stage = on_air(cup(), product("P4"))
    step = steps(stage)["备样"]
    stage.does("step.tick", step=step.id)
    assert "备样" not in order(stage)
    stage.does("step.tick", step=step.id)
    assert "备样" in order(stage)
    stage.does("step.tick")
    assert "备样" not in order(stage)
    stage.refuses("step.tick", code="bad_value", step="P9.1.n0")
    assert stage.replayed() == stage.state


def test_late_steps_say_how_late_and_lapse_if_nobody_can_know() -> None:
    stage = on_air(cup(cues="T+60s 换白色|T+60s 报剩余"), product("P4"))
    stage.does("link.up")
    stage.wait(100_000)
    assert left(stage, "换白色") == -40
    stage.wait(90_000)
    assert "换白色" not in order(stage)


def test_a_late_release_does_not_lapse() -> None:
    stage = on_air(cup(), product("P4"))
    stage.does("link.up")
    stage.wait(240_000 + 200_000)
    assert left(stage, "Release +250") == -200


def test_a_batch_asks_twenty_seconds_ahead_and_never_releases_itself() -> None:
    stage = on_air(cup(cues=""), product("P4"))
    stage.does("link.up")
    stage.wait(219_000)
    assert not steps(stage)["Release +250"].asks
    stage.wait(2_000)
    assert steps(stage)["Release +250"].asks
    before = stage.stock("P3")
    stage.wait(60_000)
    assert stage.stock("P3") == before
    step = steps(stage)["Release +250"]
    stage.does(step.command, **dict(step.args))
    assert stage.stock("P3").batch == 2


def test_a_batch_that_is_gone_calls_for_the_next_at_once() -> None:
    stage = on_air(cup(cues=""), product("P4"))
    stage.does("link.up")
    stage.wait(30_000)
    stage.does("batch.gone")
    first = waiting(todo(stage.state, stage.now, stage.show.rules))[0]
    assert (first.text, first.fields["gone"], first.asks) == ("Release +250", True, True)


def test_sold_out_notes_speak_only_when_nothing_is_left() -> None:
    stage = on_air(product("P1", stock=30, cues="售罄 报售罄并下架", planned_s=300), product("P4"))
    stage.does("link.up")
    assert "报售罄并下架" not in order(stage)
    stage.does("stock.count", qty="0")
    assert order(stage)[0] == "报售罄并下架"
    stage.does("link.down")
    assert "报售罄并下架" not in order(stage)


def test_without_any_note_the_show_itself_says_what_is_next() -> None:
    stage = on_air(product("P1", stock=30, planned_s=300), product("P4"))
    assert order(stage) == ["Link up", "Take the next item"]
    stage.does("link.up")
    assert order(stage) == ["Take the next item"]
    assert left(stage, "Take the next item") == 280
    stage.does("stock.count", qty="0")
    assert order(stage)[0] == "Sold out: link down"


def test_next_is_prepared_before_it_is_taken_and_its_tick_goes_along() -> None:
    stage = on_air(product("P1", planned_s=120), cup())
    step = steps(stage)["备样"]
    assert step.coming
    assert step.item == "P3"
    assert left(stage, "备样") == 120 - 20 - 60
    stage.does("step.tick", step=step.id)
    stage.takes("P3")
    assert "备样" not in order(stage)


def test_an_encore_asks_for_the_products_returned_batch() -> None:
    first = product("P1", stock=300, planned_s=60)
    first = replace(first, release=(ReleasePart(qty=100, when="open"), ReleasePart(qty=200, when="return")))
    stage = on_air(first, encore("E1", first, stock_total=None), product("P4"))
    stage.does("link.up")
    assert "Release +200" not in order(stage)
    stage.takes("E1")
    stage.does("link.up")
    assert "Release +200" in order(stage)


ANY_CUES = st.lists(
    st.sampled_from(
        [*CUES.split("|"), "售罄 下架", "手动 第三批90", "切后30秒 改价0", "末 收", "T+60s 打点", "???"]
    ),
    max_size=6,
).map("|".join)


@settings(max_examples=150)
@given(
    ANY_CUES,
    st.lists(
        st.sampled_from(["link.up", "link.down", "batch.gone", "stock.release", "show.take", "show.back",
                         "step.tick", "undo", "marker.add", "stock.count"]),
        max_size=8,
    ),
)  # fmt: skip
def test_whatever_happens_the_line_stands_and_its_commands_are_known(cues: str, acts: list[str]) -> None:
    stage = on_stage(cup(cues=cues), product("P4", cues=cues), segment("S1", cues=cues))
    for act in ("show.take", *acts):
        stage.wait(31_000)
        try:
            stage.does(act, **({"qty": "0"} if act == "stock.count" else {}))
        except Refused as refused:
            assert refused.code
        line = todo(stage.state, stage.now, stage.show.rules)
        assert len({step.id for step in line}) == len(line)
        for step in line:
            assert step.text
            assert not step.command or {name for name, _ in step.args} <= {
                arg.name for arg in COMMANDS[step.command].args
            }


def test_while_a_sku_is_oversold_no_batch_is_offered_and_the_line_says_what_comes_first() -> None:
    stage = on_air(cup(), product("P4"))
    stage.does("link.up")
    stage.does("stock.sold", qty="903")
    stage.wait(500_000)
    found = waiting(todo(stage.state, stage.now, stage.show.rules))
    assert "release" not in {step.code for step in found}
    settle = next(step for step in found if step.code == "oversold")
    assert (settle.text, settle.command, settle.asks) == (
        "Oversold by 3: settle that before anything is released",
        "oversold.settle",
        True,
    )
    refused = stage.refuses("stock.release", code="frozen")
    assert str(refused) == "SKU-P3 is oversold by 3: settle that first, then release."
    stage.does("oversold.settle", how="refund")
    found = waiting(todo(stage.state, stage.now, stage.show.rules))
    assert [step.text for step in found if step.code in ("oversold", "release")] == [
        "Release +250", "Release +160", "Release +90",
    ]  # fmt: skip


def test_what_was_for_before_the_take_or_the_link_is_never_late() -> None:
    stage = on_air(segment("S1", planned_s=300, cues="T-60s 灯光就位|T+60s 念主体信息"), product("P4"))
    early = steps(on_stage_again(stage, "S1"))["灯光就位"]
    assert (early.missed, early.due_ms) == ("take", None)
    sold = on_air(cup(cues="T-20s 切俯拍|T+60s 报剩余"), product("P4"))
    sold.does("link.up", now="yes")
    sold.wait(2_000)
    assert (steps(sold)["切俯拍"].missed, left(sold, "切俯拍")) == ("link", None)
    sold.wait(14_000)
    assert "切俯拍" not in order(sold)


def on_stage_again(stage: Stage, item: str) -> Stage:
    """`item` taken anew, two seconds ago."""
    stage.takes("P4")
    stage.takes(item)
    stage.wait(2_000)
    return stage


def test_what_a_countdown_is_too_short_for_is_to_be_done_now() -> None:
    stage = on_air(cup(cues="T-20s 切俯拍|T0 上链接", countdown_s=10), product("P4"))
    stage.does("link.up")
    stage.wait(3_000)
    step = steps(stage)["切俯拍"]
    assert (step.missed, step.due_ms, step.asks) == ("soon", None, True)


def test_next_wants_nothing_earlier_than_the_take_of_what_is_on_air() -> None:
    stage = on_air(segment("S1", planned_s=40), cup(cues="T-60s 备热水|T-10s 切俯拍"))
    stage.wait(2_000)
    step = steps(stage)["备热水"]
    assert (step.missed, step.due_ms, step.asks) == ("soon", None, True)
    assert left(stage, "切俯拍") == 8


def test_what_is_wanted_before_the_end_of_a_short_slot_has_no_time_either() -> None:
    stage = on_air(segment("S1", planned_s=40, cues="末60s 收尾"), product("P4"))
    assert (steps(stage)["收尾"].missed, left(stage, "收尾")) == ("soon", None)


def test_a_link_that_was_put_up_stays_ticked_when_all_is_sold() -> None:
    stage = on_air(cup(), product("P4"))
    stage.does("link.up")
    stage.does("stock.count", qty="0")
    stage.does("stock.sold", qty="903")
    assert "三二一上链接" not in steps(stage)
    stage.does("link.down")
    assert "三二一上链接" not in steps(stage)
