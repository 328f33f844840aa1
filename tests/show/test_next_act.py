"""One key: take, link up, release, gone, link down, take the next."""

from __future__ import annotations

from hostconsole.show.frozen import replace
from hostconsole.show.next_act import next_act
from hostconsole.show.plan import Item, ReleasePart
from tests.show.stage import Stage, on_stage, product, segment


def cup(**words: object) -> Item:
    release = (ReleasePart(qty=200, when="open"), ReleasePart(qty=250, when="after", after_s=240))
    return replace(product("P1", stock=450, planned_s=660, **words), release=release)  # type: ignore[arg-type]


def announced(stage: Stage) -> str:
    step = next_act(stage.state, stage.now, stage.show.rules)
    return step.command if step is not None else ""


def steps(stage: Stage) -> str:
    """What the key did, which is what was announced."""
    stage.wait(1_000)
    said = announced(stage)
    stage.does("desk.step")
    return said


def test_an_item_is_sold_with_one_key() -> None:
    stage = on_stage(cup(), product("P2"))
    assert steps(stage) == "show.take"
    assert stage.on_air == "P1"
    assert steps(stage) == "link.up"
    assert stage.row("P1").link.status == "up"
    assert steps(stage) == "batch.gone"
    assert stage.left("P1") == 0
    assert steps(stage) == "stock.release"
    assert stage.left("P1") == 250
    stage.does("stock.count", qty="0")
    assert steps(stage) == "link.down"
    assert steps(stage) == "show.take"
    assert stage.on_air == "P2"


def test_a_batch_is_released_when_it_is_due_and_not_before() -> None:
    stage = on_stage(cup(), product("P2"))
    steps(stage), steps(stage)
    stage.wait(200_000)
    assert announced(stage) == "batch.gone"
    stage.wait(25_000)
    assert announced(stage) == "stock.release"


def test_at_the_end_of_the_slot_the_next_is_taken_though_a_link_is_up() -> None:
    stage = on_stage(product("P1", planned_s=60), product("P2"))
    steps(stage), steps(stage)
    assert announced(stage) == "show.take"
    assert steps(stage) == "show.take"


def test_a_segment_goes_straight_to_the_next() -> None:
    stage = on_stage(segment("S1", planned_s=60), product("P2"))
    assert [steps(stage), steps(stage), steps(stage)] == ["show.take", "show.take", "link.up"]


def test_while_the_countdown_runs_the_key_waits() -> None:
    stage = on_stage(product("P1", countdown_s=10), product("P2"))
    steps(stage), steps(stage)
    assert stage.state.countdown is not None
    stage.wait(1_000)
    stage.refuses("desk.step", code="nothing_to_do")


def test_a_pedal_that_bounces_does_one_step() -> None:
    stage = on_stage(cup(), product("P2"))
    steps(stage)
    stage.wait(300)
    stage.refuses("desk.step", code="too_soon")
    assert steps(stage) == "link.up"
    stage.wait(100)
    stage.refuses("desk.step", code="too_soon")


def test_after_the_last_item_there_is_nothing_more_to_do() -> None:
    stage = on_stage(product("P1", planned_s=60))
    steps(stage), steps(stage)
    stage.wait(1_000)
    stage.refuses("desk.step", code="nothing_to_do")


def test_a_step_is_taken_back_like_the_act_it_was() -> None:
    stage = on_stage(cup(), product("P2"))
    steps(stage), steps(stage)
    stage.does("undo")
    assert stage.row("P1").link.status == "none"


def test_what_is_oversold_is_not_released_its_link_goes_down() -> None:
    stage = on_stage(cup())
    steps(stage), steps(stage)
    stage.does("stock.sold", qty="453")
    stage.wait(300_000)  # the next batch is long due
    assert steps(stage) == "link.down"
    stage.wait(1_000)
    assert announced(stage) == ""
    stage.refuses("desk.step", code="nothing_to_do")


def test_the_link_of_what_is_oversold_is_not_put_up() -> None:
    stage = on_stage(cup(cues="T0 三二一上链接"), product("P2"))
    steps(stage)
    stage.does("stock.sold", qty="453")
    assert steps(stage) == "show.take"


def test_settled_the_next_batch_is_the_next_step_again() -> None:
    stage = on_stage(cup(), product("P2"))
    steps(stage), steps(stage)
    stage.does("stock.sold", qty="453")
    stage.does("oversold.settle", how="refund", qty="3")
    stage.does("oversold.settle", how="refund", qty="240")
    stage.wait(300_000)
    assert stage.left("P1") == -10
    assert steps(stage) == "stock.release"
